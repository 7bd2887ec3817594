//! The queue itself.

use axum::extract::State;
use axum::response::Response;
use commerce::desk::Finding;
use commerce::{Refund, RefundState};
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use web::admin::{Section, Shown};
use web::{App, Error, List, ListQuery, Page};

use super::{PATH, acts, facts};
use crate::words::refunds as t;

/// Findings that are shown; the rest is in the API.
const FINDINGS: i64 = 50;

/// What the address says.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    show: Option<Which>,
}

/// Which refunds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Which {
    /// For a second admin.
    Waiting,
    /// To be sent.
    #[default]
    Owed,
    Settled,
    Declined,
    /// Where the gateway's list does not agree.
    Findings,
}

impl Which {
    const ALL: [Self; 5] = [Self::Owed, Self::Waiting, Self::Settled, Self::Declined, Self::Findings];

    const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Owed => "owed",
            Self::Settled => "settled",
            Self::Declined => "declined",
            Self::Findings => "findings",
        }
    }

    const fn label(self, l: Locale) -> &'static str {
        match self {
            Self::Waiting => t::state_waiting(l),
            Self::Owed => t::state_owed(l),
            Self::Settled => t::state_settled(l),
            Self::Declined => t::state_declined(l),
            Self::Findings => t::findings(l),
        }
    }

    const fn empty(self, l: Locale) -> &'static str {
        match self {
            Self::Waiting => t::none_waiting(l),
            Self::Owed => t::none_owed(l),
            Self::Settled => t::none_settled(l),
            Self::Declined => t::none_declined(l),
            Self::Findings => t::none_found(l),
        }
    }

    const fn state(self) -> Option<RefundState> {
        match self {
            Self::Waiting => Some(RefundState::Waiting),
            Self::Owed => Some(RefundState::Owed),
            Self::Settled => Some(RefundState::Settled),
            Self::Declined => Some(RefundState::Declined),
            Self::Findings => None,
        }
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let which = query.filters.show.unwrap_or_default();
    let body = match which.state() {
        Some(state) => {
            let paging = query.paging.of(which.word());
            let rows = Refund::list(&app.db, Some(state), (paging.after()?, paging.rows())).await?;
            refunds(&page, which, &paging.list(rows, |refund| refund.id))
        }
        None => findings(&page, &Finding::list(&app.db, (None, FINDINGS)).await?),
    };
    Ok(render(&page, which, &body))
}

/// What is owed, after something could not be done, with why.
pub(super) async fn refused(page: &Page, app: &App, error: Error) -> web::Result<Response> {
    let Some(words) = crate::ask::told(page.locale, &error) else { return Err(error) };
    let rows = Refund::list(&app.db, Some(RefundState::Owed), (None, FINDINGS)).await?;
    let list = List { items: rows, next_cursor: None, total: None };
    let body = html! { (crate::ask::refused(&words)) (refunds(page, Which::Owed, &list)) };
    Ok(web::told(&error, render(page, Which::Owed, &body)))
}

fn render(page: &Page, now: Which, body: &Markup) -> Response {
    let l = page.locale;
    let tab = |which: Which| {
        let href = format!("{}?show={}", page.url(PATH), which.word());
        ui::chip(which.label(l), &href, which == now)
    };
    let (frame, body) = page.admin(Shown {
        lead: Some(t::lead(l)),
        body: html! {
            nav aria-label=(t::which(l)) { (ui::chips(&Which::ALL.map(tab))) }
            (body)
        },
        ..Shown::new(Section::Refunds, l)
    });
    page.render(&frame, &body)
}

fn refunds(page: &Page, which: Which, list: &List<Refund>) -> Markup {
    let l = page.locale;
    if list.items.is_empty() {
        return ui::empty_state(which.empty(l), &html! {});
    }
    let next = list.next_cursor.as_deref().map(|cursor| format!("?show={}&cursor={cursor}", which.word()));
    html! {
        ul.admin-lines role="list" {
            @for refund in &list.items {
                li.panel.admin-lines__line.admin-lines__line--tall {
                    div {
                        p { a href=(page.url(&crate::orders::path(&refund.number))) { (t::of_order(l, &refund.number)) } }
                        (facts(l, refund))
                    }
                    (acts(page, refund, PATH))
                }
            }
        }
        (crate::pager(l, &page.url(PATH), next.as_deref()))
    }
}

/// What the nightly look at the gateway's list found.
fn findings(page: &Page, found: &[Finding]) -> Markup {
    let l = page.locale;
    if found.is_empty() {
        return ui::empty_state(Which::Findings.empty(l), &html! {});
    }
    html! {
        p { (t::findings_lead(l)) }
        ul.admin-lines role="list" {
            @for one in found {
                li.panel.admin-lines__line {
                    div {
                        p { (crate::orders::finding(l, one, kernel::Currency::DZD)) }
                        p.admin-lines__more {
                            (i18n::date_time(l, one.found_at)) " · " bdi.code dir="ltr" { (one.checkout_id) }
                        }
                        @if let Some(number) = &one.number {
                            p { a href=(page.url(&crate::orders::path(number))) { (t::of_order(l, number)) } }
                        }
                    }
                }
            }
        }
    }
}
