//! `/account/history`: what one looked at, read and searched for, in groups by time; one entry or all of it can be
//! removed, and the history paused.

mod change;
mod entries;

use axum::response::Response;
use form_urlencoded::Serializer;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Alert, Button, ButtonKind, Confirm, Forgetting, ListSearch, Period, Tone};
use web::{List, ListQuery, Notice, Page};

use super::{HISTORY, HISTORY_CLEAR, HISTORY_PAUSE, HISTORY_REMOVE, account_frame, crumbs};
use crate::keeping::History;
use crate::keeping::own::Own;
use crate::keeping::wire::LONGEST;
use crate::t;

pub(super) use change::{clear, confirm, pause, remove};

/// Entries of a part.
const ENTRIES: u32 = 50;
/// The id of the dialog that asks before all is removed.
const CLEAR_DIALOG: &str = "clear-history";

/// Which history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// What one looked at.
    #[default]
    Viewed,
    /// What one ticked off as read.
    Read,
    /// What one searched for.
    Searches,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Viewed, Self::Read, Self::Searches];

    const fn word(self) -> &'static str {
        match self {
            Self::Viewed => "viewed",
            Self::Read => "read",
            Self::Searches => "searches",
        }
    }

    fn label(self, l: Locale) -> &'static str {
        match self {
            Self::Viewed => t::history_viewed(l),
            Self::Read => t::history_read(l),
            Self::Searches => t::history_searches(l),
        }
    }

    fn empty(self, l: Locale) -> &'static str {
        match self {
            Self::Viewed => t::history_viewed_empty(l),
            Self::Read => t::history_read_empty(l),
            Self::Searches => t::history_searches_empty(l),
        }
    }

    /// What is asked before all of it is removed, and what the button says.
    fn clearing(self, l: Locale) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Viewed => (t::clear_viewed_title(l), t::clear_viewed_body(l), t::clear_viewed(l)),
            Self::Read => (t::clear_read_title(l), t::clear_read_body(l), t::clear_read(l)),
            Self::Searches => (t::clear_searches_title(l), t::clear_searches_body(l), t::clear_searches(l)),
        }
    }

    /// The address of this part of the history, from the root of the site.
    fn address(self, page: &Page, q: &str, cursor: &str) -> String {
        let show = if self == Self::Viewed { "" } else { self.word() };
        let mut query = Serializer::new(String::new());
        for (name, value) in [("show", show), ("q", q), ("cursor", cursor)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.url(HISTORY))
    }
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    show: Kind,
    #[serde(default)]
    q: String,
}

/// `GET /account/history`
pub(super) async fn show(page: Page, own: Own, query: ListQuery<Chosen>) -> web::Result<Response> {
    let Chosen { show: kind, q } = query.filters;
    let q: String = q.trim().chars().take(LONGEST).collect();
    own.may_search(&q)?;
    own.keeping.flush(&own.app.db).await?;
    let paging = query.paging.with_default_limit(ENTRIES).of(kind.word());
    let history = History::of(&own.app.db, own.user).await?;
    let periods = entries::periods(&page, &own, (kind, &q), &paging).await?;
    let shown = Shown { kind, q: &q, history, periods };
    Ok(page.render(&account_frame(&page, t::history(page.locale)), &shown.view(&page)))
}

/// What the page shows.
struct Shown<'a> {
    kind: Kind,
    q: &'a str,
    history: History,
    periods: List<Period>,
}

impl Shown<'_> {
    fn view(&self, page: &Page) -> Markup {
        let l = page.locale;
        let periods = &self.periods.items;
        let (action, here) = (page.url(HISTORY_REMOVE), self.kind.address(page, self.q, ""));
        html! {
            (crumbs(page, t::history(l)))
            div.account {
                div.account__title { h1 { (t::history(l)) } }
                (self.kinds(page))
                @if self.kind != Kind::Read { (self.paused(page)) }
                (self.tools(page))
                @if !periods.is_empty() || !self.q.is_empty() { (self.search(page)) }
                @if periods.is_empty() {
                    (self.nothing(page))
                } @else {
                    div {
                        (ui::history(l, &self.forgetting(page, &action, &here), periods))
                        @if let Some(cursor) = &self.periods.next_cursor {
                            (ui::load_more(l, &self.kind.address(page, self.q, cursor)))
                        }
                    }
                }
            }
            @if self.can_be_cleared() {
                (ui::confirm_dialog(l, CLEAR_DIALOG, &asks(page, self.kind, &clear_action(page), &here)))
            }
        }
    }

    fn forgetting<'a>(&self, page: &'a Page, action: &'a str, next: &'a str) -> Forgetting<'a> {
        let l = page.locale;
        let removed = Notice::HistoryRemoved.text(l);
        let back = Notice::HistoryPutBack.text(l);
        Forgetting { action, csrf: page.csrf(), next, removed, back, empty: self.nothing(page) }
    }

    fn kinds(&self, page: &Page) -> Markup {
        let chip =
            |kind: Kind| ui::chip(kind.label(page.locale), &kind.address(page, "", ""), kind == self.kind);
        ui::chips(&Kind::ALL.map(chip))
    }

    /// That nothing is written down at the moment, and the way to change that.
    fn paused(&self, page: &Page) -> Markup {
        let l = page.locale;
        html! {
            @if let Some(since) = self.history.paused_at {
                (ui::alert(&Alert {
                    tone: Tone::Info,
                    title: t::history_paused(l),
                    body: html! {
                        p { (t::history_paused_since(l, &i18n::date(l, since))) }
                        (self.pause_form(page, t::history_resume(l), "no"))
                    },
                }))
            }
        }
    }

    /// What can be done with the whole of it.
    fn tools(&self, page: &Page) -> Markup {
        let l = page.locale;
        let can_be_paused = self.kind != Kind::Read && self.history.paused_at.is_none();
        html! {
            @if can_be_paused || self.can_be_cleared() {
                div.history__tools {
                    @if can_be_paused { (self.pause_form(page, t::history_pause(l), "yes")) }
                    @if self.can_be_cleared() { (clear_link(page, self.kind)) }
                }
            }
        }
    }

    fn pause_form(&self, page: &Page, label: &str, value: &str) -> Markup {
        let (action, here) = (page.url(HISTORY_PAUSE), self.kind.address(page, "", ""));
        let form = ui::Form { action: &action, csrf: page.csrf(), next: Some(&here), ..ui::Form::default() };
        let button = Button { label, kind: ButtonKind::Outline, ..Button::default() };
        ui::form(&form, &ui::button(&button, Some(("paused", value))))
    }

    fn can_be_cleared(&self) -> bool {
        !self.periods.items.is_empty() && self.q.is_empty()
    }

    fn search(&self, page: &Page) -> Markup {
        let keep = (self.kind != Kind::Viewed).then_some(("show", self.kind.word()));
        let action = page.url(HISTORY);
        let label = t::history_search(page.locale);
        ui::list_search(page.locale, &ListSearch { action: &action, label, q: self.q, keep })
    }

    fn nothing(&self, page: &Page) -> Markup {
        let l = page.locale;
        let (words, href, label) = if self.q.is_empty() {
            let browse = page.url(catalogue::paths::BROWSE);
            (self.kind.empty(l).to_owned(), browse, t::browse_books(l))
        } else {
            (t::nothing_found(l, self.q), self.kind.address(page, "", ""), t::show_all(l))
        };
        ui::empty_state(&words, &html! { a.button.button--outline href=(href) data-ink { (label) } })
    }
}

fn clear_action(page: &Page) -> String {
    page.url(HISTORY_CLEAR)
}

fn clear_link(page: &Page, kind: Kind) -> Markup {
    let href = format!("{}?show={}", clear_action(page), kind.word());
    ui::confirm_link(t::clear_all(page.locale), &href, Some(CLEAR_DIALOG))
}

/// What is asked before all is removed.
fn asks<'a>(page: &'a Page, kind: Kind, action: &'a str, cancel: &'a str) -> Confirm<'a> {
    let (title, body, deed) = kind.clearing(page.locale);
    Confirm {
        title,
        body: html! { p { (body) } },
        form: ui::Form { action, csrf: page.csrf(), ..ui::Form::default() },
        fields: html! { input type="hidden" name="show" value=(kind.word()); },
        deed,
        cancel,
    }
}
