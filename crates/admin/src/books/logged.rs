//! What staff does to books, as the audit log and a book's history tell it.

use accounts::audit::Part;
use catalogue::edit::Fields;
use catalogue::{Format, ReleaseDate, show};
use i18n::Locale;
use kernel::Money;
use serde_json::Value;

use crate::uploads::sample;
use crate::words::books as t;

/// Says a part of an entry, where it is one of books.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act(act) => self::act(l, act)?,
        Part::Kind("book") => t::log_book(l),
        Part::Field(field) => self::field(l, field)?,
        Part::Value { field, value } => return self::value(l, field, value),
        Part::Kind(_) => return None,
    };
    Some(word.to_owned())
}

/// What was done.
pub(crate) fn act(l: Locale, act: &str) -> Option<&'static str> {
    Some(match act {
        "book.add" => t::log_add(l),
        "book.change" => t::log_change(l),
        "book.publish" => t::log_publish(l),
        "book.withdraw" => t::log_withdraw(l),
        "book.put_back" => t::log_put_back(l),
        "book.price" => t::log_price(l),
        "book.cover" => t::log_cover(l),
        "book.sample" => t::log_sample(l),
        "book.schedule" => t::log_schedule(l),
        "book.unschedule" => t::log_unschedule(l),
        "book.publish_due" => t::log_publish_due(l),
        "book.publish_missed" => t::log_publish_missed(l),
        "book.undo" => t::log_undo(l),
        "book.remove" => t::log_remove(l),
        _ => return None,
    })
}

/// What of a book changed.
pub(crate) fn field(l: Locale, field: &str) -> Option<&'static str> {
    Some(match field {
        "title" => t::field_title(l),
        "subtitle" => t::field_subtitle(l),
        "contributors" => t::field_contributors(l),
        "genres" => t::field_genres(l),
        "publisher" => t::field_publisher(l),
        "series" => t::field_series(l),
        "isbn" => t::field_isbn(l),
        "description" => t::field_description(l),
        "language" => t::field_language(l),
        "release_date" => t::field_release_date(l),
        "page_count" => t::field_page_count(l),
        "price" => t::field_price(l),
        "status" => t::field_status(l),
        "publish_at" => t::field_publish_at(l),
        "cover" => t::field_cover(l),
        "sample_epub" => t::field_sample_epub(l),
        "sample_pdf" => t::field_sample_pdf(l),
        _ => return None,
    })
}

/// The names of fields, as a sentence lists them.
pub(crate) fn names<'a>(l: Locale, fields: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = fields.map(|name| field(l, name).unwrap_or(name)).collect();
    i18n::list_and(l, &words)
}

/// Where a book stands.
pub(crate) fn status(l: Locale, status: &str) -> Option<&'static str> {
    Some(match status {
        "draft" => t::status_draft(l),
        "published" => t::status_published(l),
        "withdrawn" => t::status_withdrawn(l),
        _ => return None,
    })
}

/// How a field of a book is, or was; `None` where it is as well read as it stands.
pub(crate) fn value(l: Locale, field: &str, value: &Value) -> Option<String> {
    match (field, value) {
        ("status", Value::String(word)) => status(l, word).map(str::to_owned),
        ("price", Value::Object(_)) => {
            Some(i18n::price(l, serde_json::from_value::<Money>(value.clone()).ok()?))
        }
        ("publish_at", Value::String(text)) => Some(i18n::date_time(l, text.parse().ok()?)),
        ("language", Value::String(tag)) => Some(i18n::language_name(l, &tag.parse().ok()?)),
        ("release_date", Value::String(text)) => {
            let date: ReleaseDate = text.parse().ok()?;
            Some(i18n::calendar_date(l, i32::from(date.year), date.month, date.day))
        }
        ("sample_epub", Value::String(length)) => Some(sample::words(l, Format::Epub, length)),
        ("sample_pdf", Value::String(length)) => Some(sample::words(l, Format::Pdf, length)),
        ("cover", Value::Null) => Some(t::cover_drawn(l).to_owned()),
        ("cover", Value::Object(_)) => Some(t::cover_own(l).to_owned()),
        ("contributors" | "genres", Value::Array(named)) => {
            let all = named.iter().filter_map(|one| one.get("name")?.as_str());
            Some(all.collect::<Vec<_>>().join(if l == Locale::Ar { "، " } else { ", " }))
        }
        ("publisher", Value::Object(named)) => named.get("name")?.as_str().map(str::to_owned),
        ("series", Value::Object(named)) => {
            let name = named.get("name")?.as_str()?;
            Some(match named.get("number").and_then(Value::as_f64) {
                Some(number) => t::series_number(l, name, &show::series_number(l, number)),
                None => name.to_owned(),
            })
        }
        ("page_count", Value::Object(pages)) => {
            let number = |name: &str| pages.get(name).and_then(Value::as_i64);
            let (min, max) = (number("min")?, number("max")?);
            let words = |n: i64| i18n::number(l, n);
            Some(if min == max { words(min) } else { format!("{}–{}", words(min), words(max)) })
        }
        _ => None,
    }
}

/// Fields as they are written down: without what nobody reads.
pub(crate) fn told(fields: &Fields) -> Fields {
    let mut told = fields.clone();
    if let Some(Value::Object(cover)) = told.get_mut("cover") {
        cover.remove("placeholder");
    }
    told
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_act_and_field_has_words_in_every_language() {
        let acts = [
            "add",
            "change",
            "publish",
            "withdraw",
            "put_back",
            "price",
            "cover",
            "sample",
            "schedule",
            "unschedule",
            "publish_due",
            "publish_missed",
            "undo",
            "remove",
        ];
        let fields = [
            "title",
            "subtitle",
            "contributors",
            "genres",
            "publisher",
            "series",
            "isbn",
            "description",
            "language",
            "release_date",
            "page_count",
            "price",
            "status",
            "publish_at",
            "cover",
            "sample_epub",
            "sample_pdf",
        ];
        for l in Locale::ALL {
            for act in acts {
                assert!(say(l, Part::Act(&format!("book.{act}"))).is_some(), "{act} {l:?}");
            }
            for field in fields {
                assert!(say(l, Part::Field(field)).is_some(), "{field} {l:?}");
            }
        }
        assert_eq!(say(Locale::En, Part::Act("comment.hide")), None);
    }

    #[test]
    fn values_are_told_as_people_say_them() {
        let say = |field, value| say(Locale::En, Part::Value { field, value: &value }).unwrap_or_default();
        assert_eq!(
            say(
                "contributors",
                json!([{"id": 1, "name": "A", "role": "aut"}, {"id": 2, "name": "B", "role": "trl"}])
            ),
            "A, B"
        );
        assert_eq!(say("page_count", json!({"min": 180, "max": 210})), "180–210");
        assert_eq!(say("status", json!("published")), "In the shop");
        assert_eq!(say("publish_at", json!("2026-12-01T09:00:00.000Z")), "1\u{a0}December 2026 at 10:00");
        assert_eq!(say("release_date", json!("1851-10")), "October\u{a0}1851");
        assert_eq!(
            say("series", json!({"name": "Tides", "number": 2.5})),
            "\u{2068}Tides\u{2069}, no. \u{2068}2.5\u{2069}"
        );
    }
}
