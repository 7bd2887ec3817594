//! A book's own page: cover, names and price; what it is about; its facts.

use i18n::Locale;
use kernel::Language;
use maud::{Markup, html};

use crate::text::{clip, isolated};
use crate::{Cover, CoverSize, Loading, Offer, Rating, Written, cover, offer, rating_line};

/// The head of a book's page.
#[derive(Debug, Clone)]
pub struct BookHero {
    /// The book's title.
    pub title: Written,
    /// Its subtitle.
    pub subtitle: Option<Written>,
    /// Its authors and where their pages are.
    pub authors: Vec<(Written, String)>,
    /// Its series: the words (“Volume 2 of The Sea”) and where its page is.
    pub series: Option<(Written, String)>,
    /// Its cover.
    pub cover: Cover,
    /// What readers gave it.
    pub rating: Option<Rating>,
    /// How many comments it has.
    pub comments: Option<i64>,
    /// A few words in one line: genre, pages, formats. Each is isolated.
    pub summary: Vec<Written>,
    /// What it costs.
    pub offer: Offer,
    /// What can be done with it: [`crate::button_link`] and the like, the main one first.
    pub actions: Markup,
    /// A word about the offer: “The price is in another currency”.
    pub note: Option<String>,
}

/// The head of a book's page with what stands beside it on a large screen: synopsis and facts.
pub fn book_page(l: Locale, hero: &BookHero, body: &Markup) -> Markup {
    html! {
        article.book {
            div.book__cover { (cover(&hero.cover, CoverSize::Hero, Loading::First)) }
            header.book__head {
                h1.book__title { (isolated(l, &hero.title)) }
                @if let Some(subtitle) = &hero.subtitle {
                    p.book__subtitle { (isolated(l, subtitle)) }
                }
                @if !hero.authors.is_empty() { p.book__authors { (linked(l, &hero.authors)) } }
                @if let Some((words, href)) = &hero.series {
                    p.book__series { a href=(href) { (isolated(l, words)) } }
                }
                (rating_line(l, hero.rating, hero.comments))
                @if !hero.summary.is_empty() {
                    p.book__summary {
                        @for (at, part) in hero.summary.iter().enumerate() {
                            // The dot ends a line rather than beginning one.
                            @if at > 0 { "\u{a0}· " }
                            (isolated(l, part))
                        }
                    }
                }
            }
            div.book__buy {
                div.book__price { (offer(l, hero.offer)) }
                div.book__actions { (hero.actions) }
                @if let Some(note) = &hero.note { p.book__note { (note) } }
            }
            div.book__body { (body) }
        }
    }
}

/// Names that are links, with what the language puts between the members of a list left to the eye.
fn linked(l: Locale, people: &[(Written, String)]) -> Markup {
    let comma = if l == Locale::Ar { "، " } else { ", " };
    html! {
        @for (at, (name, href)) in people.iter().enumerate() {
            @if at > 0 { (comma) }
            a href=(href) { (isolated(l, name)) }
        }
    }
}

/// From this many characters on a synopsis is folded to a few lines.
const LONG: usize = 420;

/// What a book is about, in paragraphs. A long one is clipped to the eye until asked for; it is always all there.
pub fn synopsis(l: Locale, paragraphs: &[String], language: Language) -> Markup {
    let language = Written::in_language("", language);
    let long = paragraphs.iter().map(|paragraph| paragraph.chars().count()).sum::<usize>() > LONG;
    let text = html! {
        div.clip__text.synopsis__text lang=[language.lang(l)] {
            @for paragraph in paragraphs { p dir="auto" { (paragraph) } }
        }
    };
    clip(l, long, &text)
}

/// One row of a book's facts.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it says: “Publisher”.
    pub label: String,
    /// The fact, isolated by whoever made it where it comes from the book.
    pub value: Markup,
}

/// A table of facts.
pub fn facts(list: &[Fact]) -> Markup {
    html! {
        dl.facts {
            @for Fact { label, value } in list {
                div.facts__row { dt { (label) } dd { (value) } }
            }
        }
    }
}
