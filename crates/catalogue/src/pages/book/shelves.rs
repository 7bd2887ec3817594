//! The shelves at the end of a book's page: the rest of its series, what else its author wrote, what is like it.

use kernel::Id;
use maud::{Markup, html};
use ui::{Loading, SeeAll};
use web::Page;

use super::{Around, show};
use crate::beside::Beside;
use crate::{Book, Card, Marks, paths, t};

/// Books shown as similar.
const SIMILAR: usize = 12;

/// What stands on them; no book twice.
pub(super) struct Shelves {
    beside: Beside,
    similar: Vec<Card>,
}

impl Shelves {
    /// Of what is similar, what the others do not show.
    pub(super) fn new(beside: Beside, mut similar: Vec<Card>) -> Self {
        similar.retain(|card| !beside.has(card.id));
        Self { beside, similar }
    }

    /// All that may be shown.
    pub(super) fn books(&self) -> impl Iterator<Item = Id<Book>> {
        self.beside.cards().chain(&self.similar).map(|card| card.id)
    }

    /// Leaves out what is *not for* the reader; a series is shown as it is.
    pub(super) fn leave_out_unwanted(&mut self, marks: &Marks) {
        for shelf in [&mut self.beside.author, &mut self.similar] {
            shelf.retain(|card| !marks.of(card.id).is_dismissed);
        }
        self.similar.truncate(SIMILAR);
    }

    /// Each where it has books.
    pub(super) fn show(&self, page: &Page, book: &Book, around: &Around<'_>) -> Markup {
        let l = page.locale;
        let row = |id: &str, title: &str, href: Option<&str>, books: &[Card]| {
            let cards = show::cards(page, around.app.settings.currency, books, &around.marks);
            ui::shelf(l, &SeeAll { id, title, href }, &cards, Loading::Lazy)
        };
        html! {
            @if let Some(series) = &book.series {
                (row(
                    "more-in-series",
                    &t::more_in_series(l, around.names.series(&series.name)),
                    Some(&page.url(&paths::series(series.id, &series.name))),
                    &self.beside.series,
                ))
            }
            @if let Some(author) = book.authors().first() {
                (row(
                    "more-by-author",
                    &t::more_by_author(l, around.names.person(author.id, &author.name)),
                    Some(&page.url(&paths::author(author.id, &author.name))),
                    &self.beside.author,
                ))
            }
            (row("similar", t::similar(l), None, &self.similar))
        }
    }
}
