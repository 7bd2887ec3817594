//! What a book can be: the rules that a change has to keep, and texts as they are kept.

use db::{Query, Tx, sql};
use kernel::Id;
use web::FieldErrors;

use super::details::{Details, Fields};
use super::{EditError, Editor, Holders, sample, schedule};
use crate::{Book, Status, t};

/// The most characters of a title or a name.
const LINE_MOST: usize = 500;
/// The most characters of a description.
const DESCRIPTION_MOST: usize = 20_000;
/// The most people of a book, and the most genres.
const PEOPLE_MOST: usize = 50;
const GENRES_MOST: usize = 20;
/// The highest number in a series.
const NUMBER_MOST: f64 = 100_000.0;
/// The highest price, in minor units: what a list may name, too.
const PRICE_MOST: i64 = 9_999_999_999;

/// A text of several paragraphs: lines end as everywhere, at most one is empty, nothing stands around it.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let plain: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in plain.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_some_and(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

/// Refuses what a book cannot be. Only what changes is looked at: what an import once let in does not stand in the way.
pub(super) async fn check(
    tx: &Tx,
    book: Id<Book>,
    (before, after): (&Details, &Details),
    changed: &Fields,
    by: &Editor<'_>,
) -> Result<(), EditError> {
    let mut errors = FieldErrors::default();
    texts(after, changed, &mut errors);
    numbers(after, changed, by, &mut errors);
    if changed.contains_key("isbn") {
        isbn(tx, book, after, &mut errors).await?;
    }
    sample::check(tx, book, (after, changed), &mut errors).await?;
    schedule::check(after, changed, by.now, &mut errors);
    publishable(after, &mut errors);
    if errors.is_empty() {
        return leaving(tx, book, (before, after)).await;
    }
    Err(EditError::Invalid(errors))
}

/// What a book needs that is in the shop, comes into it now, or is to come into it at a set time.
fn publishable(after: &Details, errors: &mut FieldErrors) {
    if after.price.is_some() {
        return;
    }
    if after.status == Status::Published {
        errors.add("price", "needed", t::edit_price_needed);
    } else if after.publish_at.is_some() {
        errors.add("price", "needed", t::edit_price_needed_then);
    }
}

fn texts(after: &Details, changed: &Fields, errors: &mut FieldErrors) {
    let long = |text: &str, most: usize| text.chars().count() > most;
    if changed.contains_key("title") && after.title.is_empty() {
        errors.add("title", "missing", t::edit_title_missing);
    }
    if changed.contains_key("title") && long(&after.title, LINE_MOST) {
        errors.add("title", "too_long", t::edit_too_long);
    }
    if after.subtitle.as_deref().is_some_and(|text| long(text, LINE_MOST)) {
        errors.add("subtitle", "too_long", t::edit_too_long);
    }
    if changed.contains_key("description") && long(&after.description, DESCRIPTION_MOST) {
        errors.add("description", "too_long", t::edit_too_long);
    }
    if changed.contains_key("contributors") {
        if after.contributors.len() > PEOPLE_MOST {
            errors.add("authors", "too_many", t::edit_too_many);
        }
        if after.contributors.iter().any(|person| long(&person.name, LINE_MOST)) {
            errors.add("authors", "too_long", t::edit_too_long);
        }
        if after.contributors.iter().any(|person| !is_role(&person.role)) {
            errors.add("contributors", "invalid", t::edit_role_wrong);
        }
    }
    if after.genres.len() > GENRES_MOST {
        errors.add("genres", "too_many", t::edit_too_many);
    }
    if after.publisher.as_ref().is_some_and(|publisher| long(&publisher.name, LINE_MOST)) {
        errors.add("publisher", "too_long", t::edit_too_long);
    }
    if after.series.as_ref().is_some_and(|series| long(&series.name, LINE_MOST)) {
        errors.add("series", "too_long", t::edit_too_long);
    }
}

/// A MARC relator code.
fn is_role(role: &str) -> bool {
    role.len() == 3 && role.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn numbers(after: &Details, changed: &Fields, by: &Editor<'_>, errors: &mut FieldErrors) {
    let number = after.series.as_ref().and_then(|series| series.number);
    if number.is_some_and(|number| !(0.0..=NUMBER_MOST).contains(&number)) {
        errors.add("series.number", "out_of_range", t::edit_number_wrong);
    }
    if after.page_count.is_some_and(|pages| pages.min == 0 || pages.max < pages.min || pages.max > 999_999) {
        errors.add("page_count", "out_of_range", t::edit_pages_wrong);
    }
    if let Some(price) = after.price.filter(|_| changed.contains_key("price")) {
        if price.currency != by.currency {
            errors.add("price.currency", "unsupported", t::edit_currency_wrong);
        }
        if !(0..=PRICE_MOST).contains(&price.amount) {
            errors.add("price.amount", "out_of_range", t::edit_price_wrong);
        }
    }
}

/// No two books have one number.
async fn isbn(tx: &Tx, book: Id<Book>, after: &Details, errors: &mut FieldErrors) -> db::Result<()> {
    let taken: Option<(i64, String)> = tx
        .optional(sql!("select id, title from books where isbn = $1 and id <> $2", after.isbn, book))
        .await?;
    if let Some((_, title)) = taken.filter(|_| after.isbn.is_some()) {
        errors.add("isbn", "taken", move |l| t::edit_isbn_taken(l, &title));
    }
    Ok(())
}

/// A book that somebody has does not become a draft again: its owners would not find it any more.
async fn leaving(tx: &Tx, book: Id<Book>, (before, after): (&Details, &Details)) -> Result<(), EditError> {
    let hides = after.status == Status::Draft && before.status != Status::Draft;
    if hides && Holders::of(tx, book).await?.any() { Err(EditError::Held) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_keep_their_lines_and_lose_the_rest() {
        assert_eq!(paragraphs("\r\n one \r\n\r\n\r\n\u{7}two\rthree\n\n"), "one\n\ntwo\nthree");
    }
}
