//! A receipt as it is read in a language, for the page, the PDF and the mail: the same words on all of them.

use ::receipt::{Buyer, Line, Seller, Total};
use i18n::Locale;
use kernel::Money;

use super::Receipt;
use crate::t;

/// What a receipt says in a language.
pub(crate) fn paper(l: Locale, receipt: &Receipt) -> ::receipt::Receipt {
    let details = &receipt.details.0;
    let heading = heading(l, receipt);
    let line = |line: &super::Line| Line {
        title: line.title.clone(),
        details: [Some(line.authors.clone()), line.isbn.as_ref().map(|isbn| format!("ISBN\u{a0}{isbn}"))]
            .into_iter()
            .flatten()
            .filter(|detail| !detail.is_empty())
            .collect(),
        amount: i18n::exact_price(l, receipt.money(line.amount)),
    };
    ::receipt::Receipt {
        locale: l,
        document_title: format!("{heading} · {}", details.seller.name),
        heading,
        seller: seller(l, &details.seller),
        buyer: buyer(l, receipt),
        facts: facts(l, receipt),
        columns: [t::receipt_book(l).to_owned(), t::receipt_price(l).to_owned()],
        lines: details.lines.iter().map(line).collect(),
        totals: totals(l, receipt),
        notes: notes(l, receipt),
    }
}

/// The same as PDF. The bytes follow from what was kept, and from nothing else.
pub(crate) fn pdf(l: Locale, receipt: &Receipt) -> Result<Vec<u8>, ::receipt::Error> {
    ::receipt::pdf(&paper(l, receipt), |page, of| t::receipt_page_of(l, page, of))
}

fn heading(l: Locale, receipt: &Receipt) -> String {
    let name = receipt.name();
    if receipt.is_credit() { t::receipt_credit(l, &name) } else { t::receipt_title(l, &name) }
}

/// Who sells, a line for each thing that is known.
pub(crate) fn seller(l: Locale, seller: &web::Seller) -> Seller {
    let numbers = [
        (&seller.phone, t::seller_phone(l, &seller.phone)),
        (&seller.rc, t::seller_rc(l, &seller.rc)),
        (&seller.nif, t::seller_nif(l, &seller.nif)),
        (&seller.ai, t::seller_ai(l, &seller.ai)),
        (&seller.nis, t::seller_nis(l, &seller.nis)),
    ];
    let lines = numbers.into_iter().filter(|(number, _)| !number.is_empty()).map(|(_, line)| line);
    let address = Some(seller.address.clone()).filter(|address| !address.is_empty());
    Seller { name: seller.name.clone(), lines: address.into_iter().chain(lines).collect() }
}

fn buyer(l: Locale, receipt: &Receipt) -> Buyer {
    let lines = receipt.details.0.buyer.iter().flat_map(|buyer| [buyer.name.clone(), buyer.email.clone()]);
    Buyer { label: t::receipt_buyer(l).to_owned(), lines: lines.collect() }
}

fn facts(l: Locale, receipt: &Receipt) -> Vec<(String, String)> {
    let details = &receipt.details.0;
    let mut facts = vec![
        (t::receipt_date(l), format!("{} (UTC+1)", i18n::date_time(l, receipt.issued_at))),
        (t::receipt_order(l), details.order.clone()),
    ];
    if let Some(credited) = &details.credits {
        facts.push((t::receipt_credits(l), credited.receipt.clone()));
    }
    if let Some(paid) = &details.paid {
        facts.push((t::receipt_method(l), method(l, paid.method.as_deref()).to_owned()));
        if let Some(checkout) = &paid.checkout {
            facts.push((t::receipt_payment(l), checkout.clone()));
        }
    }
    facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

fn totals(l: Locale, receipt: &Receipt) -> Vec<Total> {
    let total = |label: &str, money: Money, emphasised| Total {
        label: label.to_owned(),
        amount: i18n::exact_price(l, money),
        emphasised,
    };
    let label = if receipt.is_credit() { t::receipt_paid_back(l) } else { t::receipt_paid(l) };
    let mut totals = vec![total(label, receipt.amount(), true)];
    if let Some(vat) = receipt.details.0.seller.vat.filter(|vat| vat.hundredths() > 0) {
        let rate = match vat.hundredths() {
            whole if whole % 100 == 0 => i18n::number(l, whole / 100),
            parts => i18n::decimal(l, parts, 2),
        };
        let label = t::receipt_vat(l, &rate);
        totals.push(total(&label, receipt.money(vat.contained_in(receipt.amount)), false));
    }
    totals
}

fn notes(l: Locale, receipt: &Receipt) -> Vec<String> {
    let mut notes = vec![t::receipt_all_taxes(l).to_owned()];
    let details = &receipt.details.0;
    if details.paid.as_ref().is_some_and(|paid| paid.is_test)
        || details.credits.as_ref().is_some_and(|credited| credited.is_test)
    {
        notes.push(t::receipt_test(l).to_owned());
    }
    notes
}

/// How it was paid, as the gateway's word for it says.
pub fn method(l: Locale, word: Option<&str>) -> &str {
    match word {
        Some("edahabia") => t::method_edahabia(l),
        Some("cib") => t::method_cib(l),
        Some("chargily_app") => "Chargily App",
        Some(other) => other,
        None => t::method_card(l),
    }
}
