//! The strip above the home page's shelves: the book that one is reading, and the way back into it.

use i18n::Locale;
use maud::{Markup, html};

use crate::{BookCard, CoverSize, Icon, Loading, cover, icon, progress_bar, t};

/// The book that somebody is reading.
#[derive(Debug, Clone)]
pub struct ContinueReading {
    /// The book.
    pub card: BookCard,
    /// How far they are, 0 to 100.
    pub percent: i64,
    /// Where it is read on.
    pub read: String,
}

/// Draws the strip.
pub fn continue_reading(l: Locale, it: &ContinueReading) -> Markup {
    let ContinueReading { card, percent, read } = it;
    html! {
        section.strip aria-labelledby="strip-title" {
            h2 #strip-title.visually-hidden { (t::continue_reading(l)) }
            a.strip__cover href=(card.href) tabindex="-1" aria-hidden="true" {
                (cover(&card.cover, CoverSize::Thumb, Loading::Eager))
            }
            div.strip__text {
                h3.strip__title lang=[card.title.lang(l)] dir="auto" { a href=(card.href) { (card.title.text) } }
                p.strip__line {
                    @if !card.authors.is_empty() { bdi { (i18n::list_and(l, &card.authors)) } " · " }
                    bdi { (i18n::percent(l, *percent)) }
                }
                (progress_bar(l, *percent))
            }
            a.button.strip__read href=(read) data-ink aria-label=(t::continue_reading_of(l, &card.title.text)) {
                (icon(Icon::BookOpen)) span { (t::read_on(l)) }
            }
        }
    }
}
