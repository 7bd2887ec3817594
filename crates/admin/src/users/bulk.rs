//! Several people are changed at once: a question that names them, then what became of each.

use accounts::people::{Person, role_word};
use axum::response::Response;
use community::Reason;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{BulkGroup, BulkOutcome, Button, ButtonKind, Choice};
use web::admin::{Section, Shown};
use web::{Form, Page, Role, UserId};

use super::steward::Steward;
use super::{PATH, list, parts, path};
use crate::ask::{self, Sure};
use crate::words::users as t;

/// The most people that are changed at once.
const MOST: usize = 100;

/// What the form of the list sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    key: Vec<i64>,
    act: String,
    role: String,
    /// For how long somebody is suspended, as the question sends it, and why.
    hours: String,
    reason: String,
    /// Sent by the question.
    sure: Option<String>,
}

/// What is done with all of them.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Role(Role),
    /// For so many hours, and why; the question asks for both.
    Suspend(i64, Option<Reason>),
    Reinstate,
}

impl Deed {
    fn read(filled: &Filled) -> Option<Self> {
        match filled.act.as_str() {
            "role" => filled.role.parse().ok().map(Self::Role),
            "suspend" => {
                Some(Self::Suspend(filled.hours.parse().unwrap_or_default(), filled.reason.parse().ok()))
            }
            "reinstate" => Some(Self::Reinstate),
            _ => None,
        }
    }

    fn title(self, l: Locale, count: i64) -> String {
        match self {
            Self::Role(role) => t::bulk_role_title(l, count, role_word(l, role)),
            Self::Suspend(..) => t::bulk_suspend_title(l, count),
            Self::Reinstate => t::bulk_reinstate_title(l, count),
        }
    }

    const fn follows(self, l: Locale) -> &'static str {
        match self {
            Self::Role(_) => t::role_follows(l),
            Self::Suspend(..) => t::suspend_follows(l),
            Self::Reinstate => t::reinstate_follows(l),
        }
    }

    const fn label(self, l: Locale) -> &'static str {
        match self {
            Self::Role(_) => t::role_deed(l),
            Self::Suspend(..) => t::bulk_suspend(l),
            Self::Reinstate => t::bulk_reinstate(l),
        }
    }
}

/// The buttons above the list.
pub(super) fn offered<'a>(page: &'a Page, action: &'a str) -> ui::Bulk<'a> {
    let l = page.locale;
    let press = |label| Button { label, kind: ButtonKind::Outline, ..Button::default() };
    let roles = Role::ALL.map(|role| Choice::new(role.as_str(), role_word(l, role), false));
    let role = BulkGroup {
        field: Some((t::role(l), ui::bare_select("role", None, &roles))),
        acts: vec![("role", press(t::role_deed(l)))],
    };
    let access = BulkGroup {
        field: None,
        acts: vec![("suspend", press(t::bulk_suspend(l))), ("reinstate", press(t::bulk_reinstate(l)))],
    };
    ui::Bulk { action, csrf: page.csrf(), groups: vec![role, access] }
}

/// `POST`
pub(super) async fn send(page: Page, steward: Steward, Form(filled): Form<Filled>) -> web::Result<Response> {
    let l = page.locale;
    let keys: Vec<UserId> = filled.key.iter().take(MOST).copied().map(UserId::new).collect();
    let people = Person::of(&steward.app.db, &keys).await?;
    let Some(deed) = Deed::read(&filled).filter(|_| !people.is_empty()) else {
        let nothing = BulkOutcome {
            name: t::nobody(l).to_owned(),
            href: None,
            done: false,
            words: t::nobody_chosen(l).to_owned(),
        };
        return Ok(web::to_correct(list::changed(&page, &steward.app, &[nothing]).await?));
    };
    if filled.sure.is_none() {
        return Ok(question(&page, deed, (&people, &filled)));
    }
    let mut outcomes = Vec::new();
    for person in &people {
        outcomes.push(outcome(&page, person, carry_out(&steward, person.id, deed).await)?);
    }
    list::changed(&page, &steward.app, &outcomes).await
}

async fn carry_out(steward: &Steward, user: UserId, deed: Deed) -> web::Result<()> {
    match deed {
        Deed::Role(role) => steward.set_role(user.into(), role).await,
        Deed::Suspend(hours, reason) => {
            let until = steward.now().plus_seconds(hours.saturating_mul(60 * 60));
            steward.suspend(user.into(), (Some(until), reason, "")).await
        }
        Deed::Reinstate => steward.suspend(user.into(), (None, None, "")).await,
    }
}

fn outcome(page: &Page, person: &Person, done: web::Result<()>) -> web::Result<BulkOutcome> {
    let l = page.locale;
    let (is_done, words) = match done {
        Ok(()) => (true, t::done(l).to_owned()),
        Err(error) => match ask::told(l, &error) {
            Some(words) => (false, words),
            None => return Err(error),
        },
    };
    Ok(BulkOutcome {
        name: person.shown_name().to_owned(),
        href: Some(page.url(&path(person.id))),
        done: is_done,
        words,
    })
}

fn question(page: &Page, deed: Deed, (people, filled): (&[Person], &Filled)) -> Response {
    let l = page.locale;
    let title = deed.title(l, i64::try_from(people.len()).unwrap_or(i64::MAX));
    let action = page.url(PATH);
    let sure = Sure {
        body: html! { (named(people)) p { (deed.follows(l)) } },
        action: &action,
        fields: html! {
            @for person in people { input type="hidden" name="key" value=(person.id); }
            input type="hidden" name="act" value=(filled.act);
            input type="hidden" name="role" value=(filled.role);
            input type="hidden" name="sure" value="on";
            @if matches!(deed, Deed::Suspend(..)) { (parts::terms(l)) }
        },
        deed: deed.label(l),
        cancel: &action,
    };
    let (frame, body) = page.admin(Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(PATH),
        body: ask::sure(page, &sure),
        ..Shown::new(Section::Users, l)
    });
    page.render(&frame, &body)
}

fn named(people: &[Person]) -> Markup {
    html! {
        ul.sure__list {
            @for person in people {
                li { bdi { (person.shown_name()) } " " bdi.table__more dir="ltr" { "@" (person.username) } }
            }
        }
    }
}
