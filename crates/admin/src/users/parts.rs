//! The parts of somebody's page.

use accounts::people::{Person, role_word};
use commerce::desk::{Owned, Source};
use community::{OwnComment, Reason, State};
use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, ButtonKind, Choice, Device, Fact, Field, Select, SessionRow, TextArea};
use web::{Page, Role};

use super::one::{Whole, action};
use super::steward::NOTE_MOST;
use super::{path, standing};
use crate::words::users as t;

/// For how long one is suspended, in hours.
const TERMS: [i64; 4] = [24, 7 * 24, 30 * 24, 365 * 24];

pub(super) fn facts(page: &Page, whole: &Whole) -> Markup {
    let (l, person) = (page.locale, &whole.person);
    let fact = |label: &str, value: Markup| Fact { label: label.to_owned(), value };
    let mut facts = vec![
        fact(t::state(l), standing(l, person, whole.now)),
        fact(t::column_username(l), html! { bdi dir="ltr" { "@" (person.username) } }),
        fact(
            t::column_email(l),
            html! {
                bdi dir="ltr" { (person.email) }
                br; (match person.verified_at {
                    Some(at) => t::verified_at(l, &i18n::date(l, at)),
                    None => t::not_verified(l).to_owned(),
                })
            },
        ),
        fact(t::column_joined(l), html! { (i18n::date_time(l, person.created_at)) }),
        fact(t::column_seen(l), html! { (i18n::relative(l, person.last_seen_at, whole.now)) }),
    ];
    if let Some(until) = person.suspended_until.filter(|until| *until > whole.now) {
        facts.push(fact(t::suspended_until(l), html! { (i18n::date_time(l, until)) }));
    }
    if let Some(at) = person.closed_at {
        let reason = person.closed_reason.as_deref().unwrap_or_default();
        facts.push(fact(t::closed_at(l), html! { (i18n::date_time(l, at)) br; bdi { (reason) } }));
    }
    ui::facts(&facts)
}

/// What they may do, and how that is changed.
pub(super) fn role(page: &Page, person: &Person, is_self: bool) -> Markup {
    let l = page.locale;
    if is_self {
        return html! { p { (role_word(l, person.role)) } p.admin-lines__more { (t::on_oneself(l)) } };
    }
    let roles: Vec<Choice> = Role::ALL
        .map(|role| Choice::new(role.as_str(), role_word(l, role), role == person.role))
        .into_iter()
        .collect();
    let press = Button { label: t::role_deed(l), kind: ButtonKind::Outline, ..Button::default() };
    let fields = html! {
        (ui::select(l, &Select { name: "role", id: Some("new-role"), label: t::role_new(l), hint: Some(t::role_hint(l)), choices: &roles, ..Select::default() }))
        (ui::button(&press, Some(("act", "role"))))
    };
    form(page, person, &fields)
}

fn form(page: &Page, person: &Person, fields: &Markup) -> Markup {
    let action = action(page, person.id);
    let fields = html! { input type="hidden" name="version" value=(person.version); (fields) };
    ui::form(&ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() }, &fields)
}

/// Suspending, closing, mails.
pub(super) fn account(page: &Page, whole: &Whole, is_self: bool) -> Markup {
    let (l, person) = (page.locale, &whole.person);
    let outline = |label| Button { label, kind: ButtonKind::Outline, ..Button::default() };
    let is_suspended = person.suspended_until.is_some_and(|until| until > whole.now);
    html! {
        (form(page, person, &html! {
            div.sure__ways {
                @if person.verified_at.is_none() {
                    (ui::button(&outline(t::mail_verification(l)), Some(("act", "verification"))))
                }
                (ui::button(&outline(t::mail_reset(l)), Some(("act", "reset"))))
            }
        }))
        @if !is_self {
            div.panel__part {
                h3 { (t::suspend(l)) }
                @if is_suspended {
                    (form(page, person, &ui::button(&outline(t::reinstate(l)), Some(("act", "reinstate")))))
                } @else {
                    (form(page, person, &suspending(l)))
                }
            }
            div.panel__part {
                h3 { (t::close(l)) }
                @if person.closed_at.is_some() {
                    (form(page, person, &ui::button(&outline(t::reopen(l)), Some(("act", "reopen")))))
                } @else {
                    (form(page, person, &closing(l)))
                }
            }
        }
    }
}

fn suspending(l: Locale) -> Markup {
    let press = Button { label: t::suspend_deed(l), kind: ButtonKind::Danger, ..Button::default() };
    html! {
        p.admin-lines__more { (t::suspend_follows(l)) }
        (terms(l))
        (ui::text_area(l, &TextArea {
            name: "note", label: t::note(l), hint: Some(t::note_hint(l)), optional: true, most: u32::try_from(NOTE_MOST).ok(),
            ..TextArea::default()
        }))
        (ui::button(&press, Some(("act", "suspend"))))
    }
}

/// For how long somebody is suspended, and why.
pub(super) fn terms(l: Locale) -> Markup {
    let words = [t::term_day(l), t::term_week(l), t::term_month(l), t::term_year(l)];
    let terms: Vec<Choice> = TERMS
        .into_iter()
        .zip(words)
        .map(|(hours, word)| Choice::new(hours.to_string(), word, hours == TERMS[1]))
        .collect();
    let reasons =
        Reason::ALL.map(|reason| Choice::new(reason.as_str(), reason.label(l), reason == Reason::Other));
    html! {
        (ui::select(l, &Select { name: "hours", label: t::term(l), choices: &terms, ..Select::default() }))
        (ui::select(l, &Select { name: "reason", label: t::reason(l), choices: &reasons, ..Select::default() }))
    }
}

fn closing(l: Locale) -> Markup {
    let press = Button { label: t::close_deed(l), kind: ButtonKind::Danger, ..Button::default() };
    html! {
        p.admin-lines__more { (t::close_follows(l)) }
        (ui::text_area(l, &TextArea {
            name: "note", id: Some("why"), label: t::why(l), hint: Some(t::note_hint(l)), most: u32::try_from(NOTE_MOST).ok(),
            ..TextArea::default()
        }))
        (ui::button(&press, Some(("act", "close"))))
    }
}

/// Where they are signed in.
pub(super) fn sessions(page: &Page, whole: &Whole) -> Markup {
    let l = page.locale;
    if whole.sessions.is_empty() {
        return html! { p { (t::sessions_none(l)) } };
    }
    let own = page.reader().map(|me| me.session);
    let words: Vec<(String, String, String)> = whole
        .sessions
        .iter()
        .map(|one| {
            let name =
                if one.device.is_empty() { t::device_unknown(l).to_owned() } else { one.device.clone() };
            let (seen, since) =
                (i18n::relative(l, one.last_seen_at, whole.now), i18n::date(l, one.created_at));
            let end = page.url(&format!("{}/sessions/{}", path(whole.person.id), one.id));
            (name, t::session_detail(l, &seen, &since), end)
        })
        .collect();
    let rows: Vec<SessionRow<'_>> = whole
        .sessions
        .iter()
        .zip(&words)
        .map(|(one, (name, detail, end))| SessionRow {
            device: if one.kind == "api" { Device::App } else { Device::Computer },
            name,
            detail,
            current: own == Some(one.id),
            end: (own != Some(one.id)).then_some(end),
        })
        .collect();
    let all = Button { label: t::sessions_end(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        (ui::sessions(l, page.csrf(), &rows))
        @if rows.iter().all(|row| !row.current) {
            (form(page, &whole.person, &ui::button(&all, Some(("act", "end_sessions")))))
        }
    }
}

/// The books they have, and the way to give them another.
pub(super) fn library(page: &Page, whole: &Whole) -> Markup {
    let l = page.locale;
    let press = Button { label: t::give(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        (form(page, &whole.person, &html! {
            (ui::field(l, &Field {
                name: "book", label: t::give_book(l), hint: Some(t::give_hint(l)), autocomplete: Some("off"), ..Field::default()
            }))
            (ui::button(&press, Some(("act", "give"))))
        }))
        @if whole.books.is_empty() {
            p { (t::library_none(l)) }
        } @else {
            ul.admin-lines role="list" { @for book in &whole.books { li.admin-lines__line { (owned(page, whole, book)) } } }
        }
    }
}

fn owned(page: &Page, whole: &Whole, book: &Owned) -> Markup {
    let l = page.locale;
    let how = match book.source {
        Source::Bought => t::source_bought(l),
        Source::Claimed => t::source_claimed(l),
        Source::Given => t::source_given(l),
    };
    let label = t::take_of(l, &book.title);
    let press =
        Button { label: t::take(l), kind: ButtonKind::Plain, aria_label: Some(&label), ..Button::default() };
    html! {
        div {
            p { a href=(page.url(&catalogue::paths::book(book.book_id, &book.title))) { bdi { (book.title) } } }
            p.admin-lines__more { (how) " · " (i18n::date(l, book.added_at)) }
        }
        @if book.source != Source::Bought {
            (form(page, &whole.person, &html! {
                input type="hidden" name="book" value=(book.book_id);
                (ui::button(&press, Some(("act", "take"))))
            }))
        }
    }
}

/// What they ordered last.
pub(super) fn orders(page: &Page, whole: &Whole) -> Markup {
    let l = page.locale;
    let all = form_urlencoded::Serializer::new(String::new()).append_pair("q", &whole.person.email).finish();
    html! {
        @if whole.orders.is_empty() {
            p { (t::orders_none(l)) }
        } @else {
            ul.admin-lines role="list" {
                @for order in &whole.orders {
                    li.admin-lines__line {
                        div {
                            p { a href=(page.url(&crate::orders::path(&order.number))) { bdi.code dir="ltr" { (order.number) } } }
                            p.admin-lines__more { (i18n::date(l, order.created_at)) " · " (crate::orders::standing(l, order)) }
                        }
                        span { bdi { (i18n::price(l, order.total())) } }
                    }
                }
            }
            p { a href={ (page.url(crate::orders::PATH)) "?" (all) } { (t::orders_all(l)) } }
        }
    }
}

/// What they said last.
pub(super) fn comments(page: &Page, whole: &Whole) -> Markup {
    let l = page.locale;
    html! {
        @if whole.comments.is_empty() {
            p { (t::comments_none(l)) }
        } @else {
            ul.admin-lines role="list" { @for said in &whole.comments { li { (comment(page, said)) } } }
        }
    }
}

fn comment(page: &Page, said: &OwnComment) -> Markup {
    let l = page.locale;
    let state = match said.comment.state {
        State::Visible => None,
        State::Held => Some(t::comment_held(l)),
        State::Hidden => Some(t::comment_hidden(l)),
        State::Deleted => Some(t::comment_deleted(l)),
    };
    let text: String = said.comment.text.chars().take(200).collect();
    html! {
        p dir="auto" { (text) @if text.len() < said.comment.text.len() { "…" } }
        p.admin-lines__more {
            a href=(page.url(&format!("/comment/{}", said.comment.id))) { bdi { (said.title) } }
            " · " (i18n::date(l, said.comment.created_at))
            @if let Some(state) = state { " · " (state) }
        }
    }
}
