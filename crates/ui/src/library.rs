//! Books that somebody owns: what they do with one is read it, so that stands where a shop's card has the price.

use i18n::Locale;
use maud::{Markup, html};

use crate::{
    BookCard, CoverSize, Icon, Loading, OfflineBook, OfflineIn, cover, icon, offline_button, offline_words,
    progress_ring, t,
    text::{Plain, Room},
};

/// The id of the form that all buttons send which save a file.
const FORM: &str = "save";

/// How many cards are in sight when a page opens.
const IN_SIGHT: usize = 4;

/// The bytes of most cards.
const CARD: usize = 2_048;

/// A file that can be saved.
#[derive(Debug, Clone)]
pub struct Saving {
    /// Where the button is sent.
    pub action: String,
    /// Which file, as the form says it.
    pub format: &'static str,
    /// What it is called: “EPUB”.
    pub label: &'static str,
}

/// A book in its owner's library.
#[derive(Debug, Clone)]
pub struct LibraryCard {
    /// The book; its price and its heart are left out.
    pub card: BookCard,
    /// Where it is read; `None` while there is no file.
    pub read: Option<String>,
    /// Whether it is begun, and not at its end.
    pub begun: bool,
    /// Whether its end was reached.
    pub finished: bool,
    /// Where the button that says so, or takes it back, is sent.
    pub finish: String,
    /// The files that can be saved.
    pub saving: Vec<Saving>,
    /// The book's number, by which it is kept on the device.
    pub id: i64,
}

/// The grid, which [`load_more`](crate::load_more) can lengthen.
pub fn library_grid(l: Locale, books: &[LibraryCard]) -> Markup {
    html! {
        (Room(books.len() * CARD))
        ul.grid.grid--library #books role="list" {
            @for (at, book) in books.iter().enumerate() {
                li { (library_card(l, book, if at < IN_SIGHT { Loading::Eager } else { Loading::Lazy })) }
            }
        }
    }
}

fn library_card(l: Locale, book: &LibraryCard, loading: Loading) -> Markup {
    let card = &book.card;
    html! {
        article.card data-ink-within {
            div.card__cover data-ink {
                (cover(&card.cover, CoverSize::Grid, loading))
                @if let Some(percent) = card.progress { (progress_ring(l, percent)) }
            }
            h2.card__title lang=[card.title.lang(l)] dir="auto" {
                a.card__link href=(Plain(&card.href)) data-cover { (Plain(&card.title.text)) }
            }
            div.card__byline {
                @if !card.authors.is_empty() {
                    p.card__author dir=[(card.authors.len() == 1).then_some("auto")] { (Plain(&i18n::list_and(l, &card.authors))) }
                }
                @if book.finished { p.badge.badge--owned { (t::book_finished(l)) } }
            }
            div.card__foot.card__foot--library {
                (read(l, book))
                // Beside the button, where it takes no line of its own.
                (offline_buttons(l, (book.id, &card.title.text), &book.saving[..book.saving.len().min(1)], OfflineIn::Card))
                (save_buttons(l, &card.title.text, &book.saving))
                (finish(l, &card.title.text, (&book.finish, book.finished), false))
            }
        }
    }
}

fn read(l: Locale, book: &LibraryCard) -> Markup {
    let title = &book.card.title.text;
    html! {
        @if let Some(href) = &book.read {
            @let (words, label) = if book.begun {
                (t::read_on(l), t::continue_reading_of(l, title))
            } else {
                (t::read_book(l), t::read_book_of(l, title))
            };
            a.button.button--outline.card__read href=(Plain(href)) data-ink aria-label=(Plain(&label)) {
                (icon(Icon::BookOpen)) span { (words) }
            }
        } @else {
            p.price.price--none { (t::not_yet_available(l)) }
        }
    }
}

/// A button for each file of a book that can be saved. They send [`save_form`].
pub fn save_buttons(l: Locale, title: &str, files: &[Saving]) -> Markup {
    html! {
        @if !files.is_empty() {
            div.saves {
                @for Saving { action, format, label } in files {
                    button.saves__button type="submit" form=(FORM) formaction=(Plain(action)) name="format" value=(format)
                        data-ink aria-label=(Plain(&t::save_file_of(l, title, label))) {
                        (icon(Icon::Download)) span { (label) }
                    }
                }
            }
        }
    }
}

/// A button for each of a book's files that can be kept on the device.
fn offline_buttons(l: Locale, (id, title): (i64, &str), files: &[Saving], place: OfflineIn) -> Markup {
    let label = |saving: &Saving| (files.len() > 1).then_some(saving.label);
    html! {
        @for saving in files {
            (offline_button(l, &OfflineBook { id, title, format: saving.format, label: label(saving) }, place))
        }
    }
}

/// The button that says that a book is finished, or takes that back; with its words where there is room for them. It sends
/// [`save_form`].
fn finish(l: Locale, title: &str, (action, is): (&str, bool), is_worded: bool) -> Markup {
    let words = if is { t::mark_unfinished(l) } else { t::mark_finished(l) };
    let label = if is { t::mark_unfinished_of(l, title) } else { t::mark_finished_of(l, title) };
    html! {
        button.saves__button type="submit" form=(FORM) formaction=(Plain(action)) name="finished"
            value=(if is { "no" } else { "yes" }) data-ink title=[(!is_worded).then_some(words)] aria-label=(Plain(&label)) {
            (icon(if is { Icon::Undo } else { Icon::Check }))
            @if is_worded { span { (words) } }
        }
    }
}

/// That a book is the reader's own, on its page, with its files, and whether they have finished it: where that is said, and how
/// it is.
pub fn owned(l: Locale, (id, title): (i64, &str), files: &[Saving], finished: (&str, bool)) -> Markup {
    html! {
        div.owned {
            p.owned__word { (icon(Icon::CircleCheck)) span { (t::in_library(l)) } }
            (save_buttons(l, title, files))
            (finish(l, title, finished, true))
        }
        (offline_buttons(l, (id, title), files, OfflineIn::Page))
    }
}

/// The form of all these buttons on a page, and the words of those that keep a book. It has nothing to show.
pub fn save_form(l: Locale, csrf: &str) -> Markup {
    html! {
        (offline_words(l))
        form id=(FORM) method="post" hidden { input type="hidden" name="csrf" value=(csrf); }
    }
}
