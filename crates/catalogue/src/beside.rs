//! What a book's page shows of the same hands: the rest of its series, in order, and what else its author wrote.

use std::cmp::Reverse;

use db::{Query, sql};
use kernel::Id;

use crate::card::{CardRow, card_columns, cards};
use crate::list::NO_NUMBER;
use crate::{Author, Book, Card};

/// The most books on each of the two shelves. The statement reads as many on either side of the book.
const SHOWN: usize = 12;
/// How many of a long series stand before what follows the book.
const BEFORE: usize = 4;

/// The two shelves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    /// The others of its series, by number; of a long one those nearest to it.
    pub(crate) series: Vec<Card>,
    /// What else the first of its authors wrote, the newest first; nothing of the series.
    pub(crate) author: Vec<Card>,
}

impl Beside {
    /// Both, in one statement. Only the latest books of an author are looked at, however many there are.
    pub(crate) async fn of(db: &impl Query, book: &Book) -> db::Result<Self> {
        let series = book.series.as_ref().map(|series| series.id);
        let author = author(book);
        if series.is_none() && author.is_none() {
            return Ok(Self::default());
        }
        // From a book that stands outside the numbers, the series is looked at from its beginning.
        let number = book.series.as_ref().and_then(|series| series.number).unwrap_or(-NO_NUMBER);
        let rows: Vec<CardRow> = db
            .all(sql!(
                concat!(
                    "select ",
                    card_columns!(),
                    " from (
                        select * from (
                            select id from books
                            where series_id = $2 and (series_number, id) < ($3, $1) and status = 'published'
                            order by series_number desc, id desc limit 12
                        ) as earlier
                        union all
                        select * from (
                            select id from books
                            where series_id = $2 and (series_number, id) > ($3, $1) and status = 'published'
                            order by series_number, id limit 12
                        ) as later
                        union all
                        select * from (
                            select id from books
                            where series_id = $2 and series_number is null and id <> $1 and status = 'published'
                            order by id limit 12
                        ) as unnumbered
                        union all
                        select * from (
                            select other.id from (
                                select distinct book_id from book_authors
                                where author_id = $4 and role = 'aut' order by book_id desc limit 60
                            ) as latest join books other on other.id = latest.book_id
                            where other.id <> $1 and other.status = 'published'
                              and (cast($2 as bigint) is null or other.series_id is null or other.series_id <> $2)
                            order by other.published_at desc, other.id desc limit 12
                        ) as written
                    ) as near join books b on b.id = near.id"
                ),
                book.id,
                series,
                number,
                author
            ))
            .await?;
        let (mut of_series, mut by_author): (Vec<Card>, Vec<Card>) =
            cards(rows).into_iter().partition(|card| series.is_some() && card.series == series);
        by_author.sort_by_key(|card| Reverse((card.published_at, card.id)));
        of_series.sort_by(|a, b| in_series(a).total_cmp(&in_series(b)).then(a.id.cmp(&b.id)));
        Ok(Self { series: nearest(of_series, (number, book.id)), author: by_author })
    }

    /// Whether a book stands on one of them.
    pub(crate) fn has(&self, book: Id<Book>) -> bool {
        self.cards().any(|card| card.id == book)
    }

    /// The books of both.
    pub(crate) fn cards(&self) -> impl Iterator<Item = &Card> {
        self.series.iter().chain(&self.author)
    }
}

/// By whom it is in the first place.
fn author(book: &Book) -> Option<Id<Author>> {
    book.contributors.iter().find(|person| person.role == "aut").map(|person| person.id)
}

fn in_series(card: &Card) -> f64 {
    card.series_number.unwrap_or(NO_NUMBER)
}

/// As many of a sorted series as are shown: those that follow the book and a few before it; at its end more of these.
fn nearest(series: Vec<Card>, (number, book): (f64, Id<Book>)) -> Vec<Card> {
    let before =
        series.partition_point(|card| in_series(card).total_cmp(&number).then(card.id.cmp(&book)).is_lt());
    let from = before.saturating_sub(BEFORE).min(series.len().saturating_sub(SHOWN));
    series.into_iter().skip(from).take(SHOWN).collect()
}
