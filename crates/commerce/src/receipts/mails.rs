//! The mails that bring a receipt, or a note of credit.

use accounts::mails::{Addressee, Letter, Part, link_to, shop};
use db::Json;
use i18n::Locale;
use jobs::{Job, Registry};
use kernel::Id;
use mail::Attachment;
use serde::{Deserialize, Serialize};
use web::shop::LetterKind;
use web::{App, UserId};

use super::issue::year;
use super::{CREDITS, Credited, Details, Line, Paid, RECEIPTS, Receipt, name, paper, pdf};
use crate::pages::receipt_path;
use crate::t;

/// Sends a receipt to whoever bought.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ReceiptMail {
    pub(crate) user: UserId,
    pub(crate) receipt: i64,
}

impl Job for ReceiptMail {
    const KIND: &'static str = "commerce.receipt_mail";

    fn about(&self) -> Option<String> {
        Some(accounts::mails::about(self.user))
    }
}

/// What is done later about receipts.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().on::<ReceiptMail>(send)
}

async fn send(app: App, job: ReceiptMail) -> anyhow::Result<()> {
    let Some(to) = Addressee::find(&app, job.user).await? else { return Ok(()) };
    let Some(receipt) = Receipt::find(&app.db, Id::new(job.receipt)).await? else { return Ok(()) };
    let Some(order) = crate::Order::by_key(&app.db, receipt.order_id).await? else { return Ok(()) };
    let l = accounts::mails::language(&app, order.locale());
    let bytes = pdf(l, &receipt)?;
    let file = Attachment { name: receipt.file_name(), media_type: "application/pdf", bytes };
    to.write(&app, l, (&letter(&app, l, &receipt), vec![file])).await
}

const fn kind(is_credit: bool) -> LetterKind {
    if is_credit { LetterKind::Credit } else { LetterKind::Receipt }
}

/// The mail with a receipt, or with a note of credit, as somebody would get it, of an order that there is not.
pub fn sample(app: &App, l: Locale, is_credit: bool) -> Letter {
    letter(app, l, &sample_paper(app, l, is_credit))
}

/// A receipt for two books, or the note of credit for one of them.
fn sample_paper(app: &App, l: Locale, is_credit: bool) -> Receipt {
    let now = app.clock.now();
    let (series, year, number) = (if is_credit { CREDITS } else { RECEIPTS }, year(now), 123);
    let line =
        |title: &str, amount| Line { title: title.to_owned(), authors: String::new(), isbn: None, amount };
    let mut lines = vec![line(t::mail_sample_other_book(l), 50_000)];
    if !is_credit {
        lines.insert(0, line(t::mail_sample_book(l), 70_000));
    }
    let paid = Paid {
        gateway: "chargily".to_owned(),
        is_test: false,
        checkout: Some("01jd8m4r7x2kq5v9w3z6t1b8ne".to_owned()),
        method: Some("edahabia".to_owned()),
    };
    let credited = Credited { receipt: name(RECEIPTS, year, number), is_test: false };
    Receipt {
        id: Id::new(0),
        order_id: Id::new(0),
        series: series.to_owned(),
        year,
        number,
        amount: lines.iter().map(|line| line.amount).sum(),
        details: Json(Details {
            seller: app.shop().seller.clone(),
            buyer: None,
            order: "7KQ2M9PA".to_owned(),
            currency: app.settings.currency,
            paid: (!is_credit).then_some(paid),
            lines,
            credits: is_credit.then_some(credited),
        }),
        issued_at: now,
    }
}

fn letter(app: &App, l: Locale, receipt: &Receipt) -> Letter {
    let paper = paper(l, receipt);
    let amount = i18n::price(l, receipt.amount());
    let order = &receipt.details.0.order;
    let (heading, words) = if receipt.is_credit() {
        (t::mail_credit_heading(l).to_owned(), t::mail_credit_body(l, order, &amount))
    } else {
        (t::mail_receipt_heading(l).to_owned(), t::mail_receipt_body(l, order, &amount))
    };
    let mut parts = vec![Part::Text(words)];
    let books = paper.lines.iter().map(|line| (line.title.clone(), line.amount.clone()));
    parts.push(Part::Facts(
        books.chain(paper.totals.iter().map(|one| (one.label.clone(), one.amount.clone()))).collect(),
    ));
    if !receipt.is_credit() {
        parts.push(link_to(app, l, t::mail_receipt_button(l), crate::library::LIBRARY));
    }
    parts.push(Part::Facts(paper.facts.clone()));
    parts.push(if receipt.is_credit() {
        // The page begins with the receipt.
        link_to(app, l, t::mail_credit_see(l), &format!("{}#{}", receipt_path(order), receipt.name()))
    } else {
        link_to(app, l, t::mail_receipt_see(l), &receipt_path(order))
    });
    Letter {
        kind: Some(kind(receipt.is_credit())),
        names: vec![("order", order.clone()), ("amount", amount)],
        subject: t::mail_receipt_subject(l, &paper.heading, &shop(app, l)),
        heading,
        parts,
        after: paper.notes,
    }
}
