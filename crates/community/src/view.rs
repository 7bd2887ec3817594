//! How the talk looks: views are functions of their arguments, shared by the pages.

mod comment;
mod composer;
mod rating;
mod report;
mod said;
mod thread;

use i18n::Locale;

pub(crate) use comment::{Seen, article, gone};
pub(crate) use composer::{Composer, composer};
pub(crate) use rating::{my_rating, summary};
pub(crate) use report::{Filled, report_form};
pub(crate) use said::said;
pub(crate) use thread::{LIST, replies, threads};

/// A share of a book as people say it: whole, and the end only at the end.
pub(crate) fn percent(l: Locale, of_book: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 100")]
    let whole = of_book.clamp(0.0, 100.0).floor() as i64;
    i18n::percent(l, whole)
}
