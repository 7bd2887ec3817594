//! What staff does to the front page, as the audit log and the page's own history tell it.

use accounts::audit::Part;
use discovery::curation::{Kind, SourceKind};
use i18n::Locale;
use kernel::Timestamp;
use serde_json::Value;

use crate::words::home as t;

/// Says a part of an entry, where it is one of the front page.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act(act) => self::act(l, act)?,
        Part::Kind("home") => t::title(l),
        Part::Field(field) => self::field(l, field)?,
        Part::Value { field, value } => return self::value(l, field, value),
        Part::Kind(_) => return None,
    };
    Some(word.to_owned())
}

/// What was done.
pub(crate) fn act(l: Locale, act: &str) -> Option<&'static str> {
    Some(match act {
        "home.move" => t::log_move(l),
        "home.hide" => t::log_hide(l),
        "home.show" => t::log_show(l),
        "home.add" => t::log_add(l),
        "home.change" => t::log_change(l),
        "home.remove" => t::log_remove(l),
        "home.books" => t::log_books(l),
        "home.pin" => t::log_pin(l),
        "home.unpin" => t::log_unpin(l),
        "home.undo" => t::log_undo(l),
        _ => return None,
    })
}

/// What of the page changed.
pub(crate) fn field(l: Locale, field: &str) -> Option<&'static str> {
    Some(match field {
        "home_order" => t::field_order(l),
        "shelf" => t::field_shelf(l),
        "shelves" => t::field_shelves(l),
        "shelf_titles" => t::field_titles(l),
        "shelf_locales" => t::field_locales(l),
        "shelf_hidden" => t::field_hidden(l),
        "shelf_from" => t::from(l),
        "shelf_until" => t::until(l),
        "shelf_source" => t::field_source(l),
        "shelf_books" => t::field_books(l),
        _ => return None,
    })
}

/// How something of the page is, or was; `None` where it is as well read as it stands.
pub(crate) fn value(l: Locale, field: &str, value: &Value) -> Option<String> {
    let moment = |value: &Value| value.as_str()?.parse::<Timestamp>().ok();
    match (field, value) {
        ("shelf", one) => Some(shelf(l, one)),
        ("home_order" | "shelves", Value::Array(shelves)) => {
            Some(joined(l, shelves.iter().map(|one| shelf(l, one))))
        }
        ("shelf_titles", Value::Object(titles)) => {
            Some(joined(l, titles.values().filter_map(Value::as_str).map(i18n::isolate)))
        }
        ("shelf_locales", Value::Array(tags)) => {
            let locale = |tag: &Value| Locale::from_tag(tag.as_str()?).map(|one| one.own_name().to_owned());
            Some(joined(l, tags.iter().filter_map(locale)))
        }
        ("shelf_hidden", Value::Bool(hidden)) => Some(if *hidden { t::yes(l) } else { t::no(l) }.to_owned()),
        ("shelf_from", text @ Value::String(_)) => Some(i18n::date(l, moment(text)?)),
        ("shelf_until", text @ Value::String(_)) => Some(last_day(l, moment(text)?)),
        ("shelf_source", Value::Object(source)) => {
            let of = source.get("of")?.as_str()?.parse().ok()?;
            Some(self::source(l, of, source.get("name").and_then(Value::as_str)))
        }
        ("shelf_books", Value::Array(books)) => Some(joined(l, books.iter().map(|one| book(l, one)))),
        _ => None,
    }
}

fn joined(l: Locale, all: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = all.collect();
    if all.is_empty() {
        return t::none(l).to_owned();
    }
    all.join(if l == Locale::Ar { "، " } else { ", " })
}

/// A shelf by its kind, or by what the shop's people call it.
fn shelf(l: Locale, value: &Value) -> String {
    let kind: Option<Kind> = value.get("kind").and_then(Value::as_str).and_then(|word| word.parse().ok());
    let titles = value.get("titles").and_then(Value::as_object);
    let title = titles.and_then(|titles| titles.get(l.tag()).or_else(|| titles.values().next()));
    match (kind, title.and_then(Value::as_str)) {
        (_, Some(title)) => i18n::isolate(title),
        (Some(kind), None) => kind.label(l).to_owned(),
        (None, None) => String::new(),
    }
}

/// A book with its dates, where it has any.
fn book(l: Locale, value: &Value) -> String {
    let title = value.get("title").and_then(Value::as_str).unwrap_or_default();
    let moment = |name: &str| value.get(name)?.as_str()?.parse::<Timestamp>().ok();
    match dates(l, moment("from"), moment("until")) {
        Some(dates) => format!("{} ({dates})", i18n::isolate(title)),
        None => i18n::isolate(title),
    }
}

/// What a shelf is made of: `Genre: Poetry`.
pub(crate) fn source(l: Locale, of: SourceKind, name: Option<&str>) -> String {
    let name = name.unwrap_or_else(|| t::gone(l));
    match of {
        SourceKind::Genre => t::of_genre(l, name),
        SourceKind::Author => t::of_author(l, name),
        SourceKind::Series => t::of_series(l, name),
        SourceKind::Publisher => t::of_publisher(l, name),
    }
}

/// From when to when, in words; `None` for always.
pub(crate) fn dates(l: Locale, from: Option<Timestamp>, until: Option<Timestamp>) -> Option<String> {
    match (from, until) {
        (None, None) => None,
        (Some(from), None) => Some(t::since(l, &i18n::date(l, from))),
        (None, Some(until)) => Some(t::up_to(l, &last_day(l, until))),
        (Some(from), Some(until)) => Some(t::between(l, &i18n::date(l, from), &last_day(l, until))),
    }
}

/// The last day of what ends at a moment, which is the first one after it.
fn last_day(l: Locale, until: Timestamp) -> String {
    i18n::date(l, until.plus_seconds(-1))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_act_and_field_has_words_in_every_language() {
        for l in Locale::ALL {
            for act in ["move", "hide", "show", "add", "change", "remove", "books", "pin", "unpin", "undo"] {
                assert!(say(l, Part::Act(&format!("home.{act}"))).is_some(), "{act} {l:?}");
            }
            let fields = ["titles", "locales", "hidden", "from", "until", "source", "books"];
            let fields = fields.map(|field| format!("shelf_{field}"));
            for field in fields.iter().map(String::as_str).chain(["home_order", "shelf", "shelves"]) {
                assert!(say(l, Part::Field(field)).is_some(), "{field} {l:?}");
            }
        }
        assert_eq!(say(Locale::En, Part::Act("book.price")), None);
    }

    #[test]
    fn values_are_told_as_people_say_them() {
        let said = |field, value: Value| {
            let mut said = say(Locale::En, Part::Value { field, value: &value }).unwrap_or_default();
            said.retain(|c| !('\u{2066}'..='\u{2069}').contains(&c));
            said
        };
        let own = json!({ "kind": "own", "titles": { "fr": "Noël" } });
        assert_eq!(said("home_order", json!([{ "kind": "new" }, own])), "New in the shop, Noël");
        assert_eq!(
            said("shelf_source", json!({ "of": "genre", "id": 1, "name": "Poetry" })),
            "Genre: Poetry"
        );
        assert_eq!(said("shelf_from", json!("2026-11-30T23:00:00.000Z")), "1\u{a0}December 2026");
        assert_eq!(said("shelf_until", json!("2026-12-01T23:00:00.000Z")), "1\u{a0}December 2026");
        let book = json!({ "id": 1, "title": "The Tide", "from": null, "until": "2026-12-01T23:00:00.000Z" });
        assert_eq!(said("shelf_books", json!([book])), "The Tide (until 1\u{a0}December 2026)");
    }
}
