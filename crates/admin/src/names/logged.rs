//! What staff does to names, as the audit log tells it.

use accounts::audit::Part;
use i18n::Locale;
use serde_json::Value;

use crate::words::names as t;

/// Says a part of an entry, where it is one of names.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act("name.add") => t::log_add(l),
        Part::Act("name.change") => t::log_change(l),
        Part::Act("name.merge") => t::log_merge(l),
        Part::Act("name.split") => t::log_split(l),
        Part::Act("name.number") => t::log_number(l),
        Part::Act("name.remove") => t::log_remove(l),
        Part::Act("name.not_same") => t::log_not_same(l),
        Part::Kind("author") => t::log_author(l),
        Part::Kind("genre") => t::log_genre(l),
        Part::Kind("publisher") => t::log_publisher(l),
        Part::Kind("series") => t::log_series(l),
        Part::Field("name") => t::name(l),
        Part::Field("sort_name") => t::sort_name(l),
        Part::Field("names") => t::log_names(l),
        Part::Field("descriptions") => t::log_descriptions(l),
        Part::Field("other_names") => t::other_names(l),
        Part::Field("position") => t::position(l),
        Part::Field("merged") => t::log_merged(l),
        Part::Field("into") => t::log_into(l),
        Part::Field("books") => t::books(l),
        Part::Field("titles") => t::log_titles(l),
        Part::Field("books_of_both") => t::log_books_of_both(l),
        Part::Field("numbers") => t::numbers(l),
        Part::Field("not_same") => t::log_not_same_as(l),
        Part::Value { field, value } => return self::value(l, field, value),
        Part::Act(_) | Part::Kind(_) | Part::Field(_) => return None,
    };
    Some(word.to_owned())
}

fn value(l: Locale, field: &str, value: &Value) -> Option<String> {
    let comma = if l == Locale::Ar { "، " } else { ", " };
    match (field, value) {
        ("merged" | "into" | "not_same", Value::Object(named)) => {
            // Only genres have a place. Their own name is a word in addresses, by which nobody calls them.
            let by_language = named.get("names").filter(|_| named.contains_key("position"));
            let called = by_language.and_then(|words| words.get(l.tag())).or_else(|| named.get("name"))?;
            called.as_str().map(str::to_owned)
        }
        ("books" | "books_of_both" | "numbers", Value::Array(books)) => {
            Some(i18n::number(l, i64::try_from(books.len()).ok()?))
        }
        ("names" | "descriptions", Value::Object(words)) => {
            let told = words.iter().filter_map(|(tag, word)| {
                let word = word.as_str().filter(|word| !word.is_empty())?;
                Some(format!("{tag}: {word}"))
            });
            Some(told.collect::<Vec<_>>().join(comma))
        }
        ("other_names" | "titles", Value::Array(names)) => {
            Some(names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(comma))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_act_kind_and_field_has_words_in_every_language() {
        for l in Locale::ALL {
            for act in ["add", "change", "merge", "split", "number", "remove", "not_same"] {
                assert!(say(l, Part::Act(&format!("name.{act}"))).is_some(), "{act} {l:?}");
            }
            for kind in catalogue::names::Kind::ALL {
                assert!(say(l, Part::Kind(kind.as_str())).is_some(), "{kind} {l:?}");
            }
            for field in
                ["name", "sort_name", "names", "other_names", "position", "merged", "into", "books", "titles"]
            {
                assert!(say(l, Part::Field(field)).is_some(), "{field} {l:?}");
            }
        }
        assert_eq!(say(Locale::En, Part::Act("book.price")), None);
    }

    #[test]
    fn values_are_told_as_people_say_them() {
        let say = |field, value| say(Locale::En, Part::Value { field, value: &value }).unwrap_or_default();
        assert_eq!(say("books", json!([1, 2, 3])), "3");
        assert_eq!(say("merged", json!({"id": 7, "name": "A. Camus"})), "A. Camus");
        let genre = json!({"id": 7, "name": "travel", "names": {"en": "Journeys"}, "position": 2});
        assert_eq!(say("merged", genre), "Journeys");
        assert_eq!(say("titles", json!(["One", "Two"])), "One, Two");
        assert_eq!(say("names", json!({"ar": "كامو", "en": ""})), "ar: كامو");
    }
}
