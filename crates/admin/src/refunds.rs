//! `/admin/refunds`: what waits for a second admin, what is owed, what went back; and where the gateway's list does not agree.

mod list;

use axum::response::{Redirect, Response};
use axum::routing::get;
use commerce::desk::{Admin, TEXT_MOST};
use commerce::{Refund, RefundKind, RefundState};
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Field};
use web::{Capability, Error, Form, Notice, Page, Path, Routes};

use crate::words::refunds as t;

/// The queue, after the language.
pub(crate) const PATH: &str = "/admin/refunds";

/// The pages.
pub(crate) fn routes() -> Routes {
    let run = Capability::RunSite;
    Routes::new().needs(run, PATH, get(list::show)).needs(
        run,
        "/admin/refunds/{id}",
        get(async |page: Page| Redirect::to(&page.url(PATH))).post(act),
    )
}

/// What a form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Filled {
    act: String,
    reference: String,
    /// The page that the form stood on, after the language.
    next: String,
}

/// `POST /admin/refunds/{id}`
async fn act(
    page: Page,
    admin: Admin,
    Path(id): Path<Id<Refund>>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let (done, notice) = match filled.act.as_str() {
        "approve" => (admin.approve(id).await, Notice::RefundAgreed),
        "decline" => (admin.decline(id).await, Notice::RefundDeclined),
        "settle" => (admin.settle(id, &filled.reference).await, Notice::RefundSettled),
        _ => return Err(Error::NotFound),
    };
    match done {
        Ok(()) => Ok(page.done(&next(&filled.next), notice)),
        Err(error) => list::refused(&page, &admin.app, error).await,
    }
}

/// The order's page or the queue; nothing else is gone on to.
fn next(next: &str) -> String {
    let number = next.strip_prefix(crate::orders::PATH).and_then(|rest| rest.strip_prefix('/'));
    match number.and_then(commerce::number::read) {
        Some(number) => crate::orders::path(&number),
        None => PATH.to_owned(),
    }
}

/// The refunds of an order, on its page.
pub(crate) fn of_order(page: &Page, refunds: &[Refund]) -> Markup {
    html! {
        ul.admin-lines role="list" {
            @for refund in refunds {
                li.admin-lines__line.admin-lines__line--tall {
                    (facts(page.locale, refund))
                    (acts(page, refund, &crate::orders::path(&refund.number)))
                }
            }
        }
    }
}

/// What is known of one.
fn facts(l: Locale, refund: &Refund) -> Markup {
    html! {
        div {
            p { bdi { (i18n::exact_price(l, refund.amount())) } " " (standing(l, refund.state())) }
            p.admin-lines__more {
                (i18n::date_time(l, refund.created_at)) " · "
                @match (&refund.asker, refund.kind) {
                    (Some(asker), _) => bdi dir="ltr" { "@" (asker) },
                    (None, RefundKind::DuplicatePayment) => (t::by_itself(l)),
                    (None, RefundKind::Refund) => (t::asker_gone(l)),
                }
            }
            @if !refund.note.is_empty() { p.admin-lines__more { bdi { (refund.note) } } }
            @if let Some(reference) = &refund.reference {
                p.admin-lines__more { (t::reference(l)) (ui::colon(l)) bdi { (reference) } }
            }
            @if refund.keeps_books { p.admin-lines__more { (t::keeps_books(l)) } }
        }
    }
}

/// How a refund stands, in a word.
fn standing(l: Locale, state: RefundState) -> Markup {
    let (class, word) = match state {
        RefundState::Waiting => ("status status--open", t::state_waiting(l)),
        RefundState::Owed => ("status status--bad", t::state_owed(l)),
        RefundState::Settled => ("status status--good", t::state_settled(l)),
        RefundState::Declined => ("status", t::state_declined(l)),
    };
    html! { span class=(class) { (word) } }
}

/// What can be done about one; `next` is the page it is told on, after the language.
fn acts(page: &Page, refund: &Refund, next: &str) -> Markup {
    let l = page.locale;
    let action = page.url(&format!("{PATH}/{}", refund.id));
    let form = ui::Form { action: &action, csrf: page.csrf(), next: Some(next), ..ui::Form::default() };
    let is_own = page.reader().is_some_and(|me| refund.asked_by == Some(me.user));
    let agree = Button { label: t::agree(l), ..Button::default() };
    let decline = Button {
        label: if is_own { t::take_back(l) } else { t::decline(l) },
        kind: ButtonKind::Outline,
        ..Button::default()
    };
    let settle = Button { label: t::settle(l), ..Button::default() };
    let id = format!("reference-{}", refund.id);
    match refund.state() {
        RefundState::Waiting => ui::form(
            &form,
            &html! {
                @if is_own { p.admin-lines__more { (t::needs_other(l)) } }
                div.sure__ways {
                    @if !is_own { (ui::button(&agree, Some(("act", "approve")))) }
                    (ui::button(&decline, Some(("act", "decline"))))
                }
            },
        ),
        RefundState::Owed => ui::form(
            &form,
            &html! {
                (ui::field(l, &Field {
                    name: "reference", id: Some(&id), label: t::reference(l), hint: Some(t::reference_hint(l)),
                    most: u32::try_from(TEXT_MOST).ok(), autocomplete: Some("off"), ..Field::default()
                }))
                (ui::button(&settle, Some(("act", "settle"))))
            },
        ),
        RefundState::Settled | RefundState::Declined => html! {},
    }
}
