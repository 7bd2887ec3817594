//! The mails that bring a receipt, or a note of credit.

use accounts::mails::{Addressee, Letter, Part, link_to, shop};
use i18n::Locale;
use jobs::{Job, Registry};
use kernel::{Id, Money};
use mail::Attachment;
use serde::{Deserialize, Serialize};
use web::shop::LetterKind;
use web::{App, UserId};

use super::{Receipt, paper, pdf};
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
    let (order, amount) =
        ("7KQ2M9PA", i18n::price(l, Money { amount: 120_000, currency: app.settings.currency }));
    let title =
        if is_credit { t::receipt_credit(l, "C-2026-000123") } else { t::receipt_title(l, "R-2026-000123") };
    let (heading, words) = if is_credit {
        (t::mail_credit_heading(l), t::mail_credit_body(l, order, &amount))
    } else {
        (t::mail_receipt_heading(l), t::mail_receipt_body(l, order, &amount))
    };
    let mut parts = vec![Part::Text(words)];
    if !is_credit {
        parts.push(link_to(app, l, t::mail_receipt_button(l), crate::library::LIBRARY));
    }
    parts.push(link_to(app, l, t::mail_receipt_see(l), &receipt_path(order)));
    Letter {
        kind: Some(kind(is_credit)),
        names: vec![("order", order.to_owned()), ("amount", amount)],
        subject: t::mail_receipt_subject(l, &title, &shop(app, l)),
        heading: heading.to_owned(),
        parts,
        after: Vec::new(),
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
    parts.push(link_to(app, l, t::mail_receipt_see(l), &receipt_path(order)));
    Letter {
        kind: Some(kind(receipt.is_credit())),
        names: vec![("order", order.clone()), ("amount", amount)],
        subject: t::mail_receipt_subject(l, &paper.heading, &shop(app, l)),
        heading,
        parts,
        after: paper.notes,
    }
}
