//! `/admin/audit`: what moderators and admins changed, the latest first. To be looked at, by admins, and nothing else: each
//! name, act and thing leads to all that was done by, like or to it. What people know by a name of its own, as an order by its
//! number, stands by that name, which leads to its page.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use form_urlencoded::Serializer;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::Value;
use web::admin::{Section, Shown};
use web::{App, List, ListQuery, Page};

use super::paths;
use crate::audit::{self, Called, Entry, Part, Say, Wanted};
use crate::{Accounts, t};

/// Entries of a part.
const ENTRIES: u32 = 50;

/// Which entries.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Chosen {
    /// Of the account with this key.
    actor: Option<i64>,
    /// Of this kind.
    act: Option<String>,
    /// About things of this kind.
    kind: Option<String>,
    /// About the thing with this key.
    subject: Option<i64>,
}

impl Chosen {
    fn is_all(&self) -> bool {
        self.actor.is_none() && self.act.is_none() && self.kind.is_none() && self.subject.is_none()
    }

    /// The address of what is chosen, from the root of the site.
    fn address(&self, page: &Page, cursor: &str) -> String {
        let key = |key: Option<i64>| key.map(|key| key.to_string()).unwrap_or_default();
        let (actor, subject) = (key(self.actor), key(self.subject));
        let (act, kind) = (self.act.as_deref().unwrap_or_default(), self.kind.as_deref().unwrap_or_default());
        let mut query = Serializer::new(String::new());
        let pairs =
            [("actor", &*actor), ("act", act), ("kind", kind), ("subject", &*subject), ("cursor", cursor)];
        for (name, value) in pairs {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.url(paths::AUDIT))
    }
}

/// `GET /admin/audit`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let l = page.locale;
    let says = accounts.extras().logged;
    let (chosen, paging) = (query.filters, query.paging.with_default_limit(ENTRIES));
    let wanted = Wanted {
        actor: chosen.actor,
        act: chosen.act.as_deref(),
        subject_kind: chosen.kind.as_deref(),
        subject: chosen.subject,
    };
    let rows = audit::list(&app.db, wanted, (paging.after()?, paging.rows())).await?;
    let entries = paging.list(rows, |entry| entry.id);
    let called = Called::of(&app.db, accounts.extras().named, &entries.items).await?;
    let (frame, view) = page.admin(Shown {
        lead: Some(t::audit_lead(l)),
        body: list(&page, (says, &called), &chosen, &entries),
        ..Shown::new(Section::Audit, l)
    });
    Ok(page.render(&frame, &view))
}

fn list(page: &Page, told: (&[Say], &[Called]), chosen: &Chosen, entries: &List<Entry>) -> Markup {
    let l = page.locale;
    let all = html! { a.button.button--outline href=(page.url(paths::AUDIT)) data-ink { span { (t::audit_all(l)) } } };
    html! {
        @if entries.items.is_empty() {
            @let way = if chosen.is_all() { html! {} } else { all };
            (ui::empty_state(t::audit_empty(l), &way))
        } @else {
            @if !chosen.is_all() { p { (all) } }
            div.audit {
                ul.audit__list #books role="list" {
                    @for entry in &entries.items { li.audit__entry { (drawn(page, told, entry)) } }
                }
                @if let Some(cursor) = &entries.next_cursor { (ui::load_more(l, &chosen.address(page, cursor))) }
            }
        }
    }
}

/// Some entries, for a page of another feature.
pub(crate) fn entries(page: &Page, says: &[Say], entries: &[Entry]) -> Markup {
    html! {
        ul.audit__list role="list" {
            @for entry in entries { li.audit__entry { (drawn(page, (says, &[]), entry)) } }
        }
    }
}

fn drawn(page: &Page, (says, called): (&[Say], &[Called]), entry: &Entry) -> Markup {
    let l = page.locale;
    let by = Chosen { actor: Some(entry.actor_id), ..Chosen::default() };
    let like = Chosen { act: Some(entry.act.clone()), ..Chosen::default() };
    let kind = Some(entry.subject_kind.clone());
    let about = Chosen { kind, subject: Some(entry.subject_id), ..Chosen::default() };
    html! {
        p.audit__what {
            a href=(like.address(page, "")) { (word(l, says, Part::Act(&entry.act), &entry.act)) } " · "
            @let kind = word(l, says, Part::Kind(&entry.subject_kind), &entry.subject_kind);
            @match Called::among(called, entry) {
                Some(one) => {
                    a href=(about.address(page, "")) { (kind) } " "
                    a href=(page.url(&one.path)) { bdi dir="ltr" { (one.name) } }
                },
                None => a href=(about.address(page, "")) { (kind) " " bdi { (entry.subject_id) } },
            }
        }
        p.audit__who {
            (i18n::date_time(l, entry.at)) " · "
            a href=(by.address(page, "")) { bdi dir="ltr" { "@" (entry.actor) } }
            @if let Some(address) = &entry.address { " · " bdi dir="ltr" { (address) } }
        }
        @let changes = changes(l, says, &entry.before.0, &entry.after.0);
        @if !changes.is_empty() {
            ul.audit__changes role="list" { @for change in changes { li { (change) } } }
        }
    }
}

/// What a feature says of a part of an entry.
fn said(l: Locale, says: &[Say], part: Part<'_>) -> Option<String> {
    says.iter().find_map(|say| say(l, part))
}

/// The same; the word of the program where no feature says anything.
fn word(l: Locale, says: &[Say], part: Part<'_>, code: &str) -> Markup {
    html! { @match said(l, says, part) { Some(words) => (words), None => code dir="ltr" { (code) } } }
}

/// What is not as it was, field by field: `State: visible → hidden`.
fn changes(l: Locale, says: &[Say], before: &Value, after: &Value) -> Vec<String> {
    let fields = after.as_object().into_iter().flatten();
    let value = |field: &str, value: &Value| {
        said(l, says, Part::Value { field, value }).unwrap_or_else(|| plain(value))
    };
    let change = |(field, is): (&String, &Value)| {
        let was = before.get(field).unwrap_or(&Value::Null);
        let name = said(l, says, Part::Field(field)).unwrap_or_else(|| field.clone());
        match was {
            _ if was == is || (is_nothing(was) && is_nothing(is)) => None,
            _ if is_nothing(was) => Some(t::audit_new(l, &name, &value(field, is))),
            _ => Some(t::audit_change(l, &name, &value(field, was), &value(field, is))),
        }
    };
    fields.filter_map(change).collect()
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value == ""
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Without the marks that isolate words.
    fn told(says: &[Say], before: &Value, after: &Value) -> Vec<String> {
        let mut told = changes(Locale::En, says, before, after);
        for line in &mut told {
            line.retain(|c| !('\u{2066}'..='\u{2069}').contains(&c));
        }
        told.sort();
        told
    }

    #[test]
    fn a_change_is_told_field_by_field_and_what_stays_is_not() {
        let (before, after) = (
            json!({ "state": "visible", "spoiler": false }),
            json!({ "state": "hidden", "spoiler": false, "hidden_because": "abuse" }),
        );
        assert_eq!(told(&[], &before, &after), ["hidden_because: abuse", "state: visible → hidden"]);
    }

    #[test]
    fn what_a_feature_has_words_for_is_told_in_them() {
        let say: Say = |_, part| match part {
            Part::Field("state") => Some("State".to_owned()),
            Part::Value { field: "state", value } if value == "hidden" => Some("out of sight".to_owned()),
            _ => None,
        };
        let (before, after) =
            (json!({ "state": "visible" }), json!({ "state": "hidden", "note": "no", "comment": "" }));
        assert_eq!(told(&[say], &before, &after), ["State: visible → out of sight", "note: no"]);
    }
}
