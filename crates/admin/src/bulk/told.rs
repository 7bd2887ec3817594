//! What is wrong with a line of a list, and what became of it, in plain words.

use catalogue::import::LeftOut;
use catalogue::import::bulk::Wrong;
use i18n::Locale;
use web::Message;

use super::act::Outcome;
use crate::words::bulk as t;

/// A code and the words of something that is wrong.
pub(super) fn wrong(wrong: &Wrong) -> (&'static str, Message) {
    match wrong {
        Wrong::NoTitle => ("no_title", t::no_title.into()),
        Wrong::NoSuchBook(id) => {
            let id = id.clone();
            ("no_such_book", (move |l| t::no_such_book(l, &id)).into())
        }
        Wrong::Twice(line) => {
            let line = i64::try_from(*line).unwrap_or(i64::MAX);
            ("twice", (move |l| t::twice(l, &i18n::number(l, line))).into())
        }
        Wrong::Unreadable(LeftOut { what, text, .. }) => {
            let (what, text) = (*what, text.clone());
            (code(what), (move |l| t::unreadable(l, field(l, what), &text)).into())
        }
    }
}

fn code(what: &str) -> &'static str {
    match what {
        "ISBN" => "isbn",
        "language" => "language",
        "date" => "date",
        "number of pages" => "pages",
        "currency" => "currency",
        "price" => "price",
        _ => "series_number",
    }
}

fn field(l: Locale, what: &str) -> &'static str {
    match what {
        "ISBN" => "ISBN",
        "language" => t::language(l),
        "date" => t::date(l),
        "number of pages" => t::pages(l),
        "currency" => t::currency(l),
        "price" => t::price(l),
        _ => t::series_number(l),
    }
}

/// What became of a line, or would.
pub(super) fn outcome(l: Locale, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Added => t::added(l).to_owned(),
        Outcome::Unchanged => t::unchanged(l).to_owned(),
        Outcome::Price { was: None, is } => t::price_new(l, &i18n::price(l, *is)),
        Outcome::Price { was: Some(was), is } => {
            t::price_changed(l, &i18n::price(l, *was), &i18n::price(l, *is))
        }
        Outcome::Refused(why) => {
            let words: Vec<String> = why.iter().map(|(_, words)| words.text(l).into_owned()).collect();
            words.join(" ")
        }
    }
}
