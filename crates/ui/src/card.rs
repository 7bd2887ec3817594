//! A book in a list: cover, title, author, figures, price. What a shop does not have yet (ratings,
//! comments, favourites) is simply not given, and then not drawn.

use i18n::Locale;
use kernel::Money;
use maud::{Markup, html};

use crate::buy::bag;
use crate::keep::{Toggle, dismiss, heart};
use crate::{Cover, CoverSize, Loading, Rating, Written, cover, progress_ring, rating_line, t, text::Plain};

/// What a book costs here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Nothing.
    Free,
    /// A price in the shop's currency.
    Price(Money),
    /// It has a price, but no file yet.
    NotYetAvailable,
    /// Its price is in another currency, so it cannot be bought here.
    NotForSale,
}

/// A word beside a card, outside the cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Badge {
    /// Published lately.
    New,
    /// The reader has it.
    Owned,
    /// Its place among the best sellers, from 1.
    Rank(i64),
}

/// A book in a list.
#[derive(Debug, Clone)]
pub struct BookCard {
    /// The book's page.
    pub href: String,
    /// Its title, in its language.
    pub title: Written,
    /// Its authors, in order.
    pub authors: Vec<String>,
    /// Its cover.
    pub cover: Cover,
    /// What it costs.
    pub offer: Offer,
    /// What it cost when the reader kept it, where it costs less now.
    pub was: Option<Money>,
    /// A word beside it.
    pub badge: Option<Badge>,
    /// What readers gave it.
    pub rating: Option<Rating>,
    /// How many comments it has.
    pub comments: Option<i64>,
    /// The heart.
    pub favourite: Option<Toggle>,
    /// The bag that puts it into the cart.
    pub cart: Option<Toggle>,
    /// How far the reader is, in percent.
    pub progress: Option<i64>,
    /// Why it is shown: “because you read …”.
    pub reason: Option<String>,
    /// *Not for me*, where it is recommended.
    pub dismiss: Option<Toggle>,
}

/// Where a card stands, which decides its width and the level of its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardIn {
    /// A shelf, below the shelf's own heading.
    Shelf,
    /// A grid directly below the page's heading.
    Grid,
    /// A grid below the heading of a section.
    Section,
}

/// Draws a card. The link on the title covers it all; the heart lies above it.
pub fn book_card(l: Locale, book: &BookCard, place: CardIn, loading: Loading) -> Markup {
    let size = if place == CardIn::Shelf { CoverSize::Shelf } else { CoverSize::Grid };
    let title = html! { a.card__link href=(Plain(&book.href)) data-cover { (Plain(&book.title.text)) } };
    let language = book.title.lang(l);
    html! {
        article.card data-ink-within {
            div.card__cover data-ink {
                (cover(&book.cover, size, loading))
                @if let Some(percent) = book.progress { (progress_ring(l, percent)) }
            }
            @if let Some(kind @ Badge::Rank(_)) = book.badge { (badge(l, kind)) }
            @if place == CardIn::Grid {
                h2.card__title lang=[language] dir="auto" { (title) }
            } @else {
                h3.card__title lang=[language] dir="auto" { (title) }
            }
            // One name is cut at its own end, as the title is; several are joined in the page's direction.
            @if !book.authors.is_empty() {
                p.card__author dir=[(book.authors.len() == 1).then_some("auto")] { (Plain(&i18n::list_and(l, &book.authors))) }
            }
            @let word = book.badge.filter(|kind| !matches!(kind, Badge::Rank(_)));
            @if word.is_some() || book.rating.is_some() || book.comments.is_some() {
                div.card__figures {
                    (rating_line(l, book.rating, book.comments))
                    @if let Some(kind) = word { (badge(l, kind)) }
                }
            }
            @if let Some(reason) = &book.reason { p.card__reason { bdi { (reason) } } }
            div.card__foot {
                @if let Some(before) = book.was {
                    div.card__prices { (offer(l, book.offer)) (price_before(l, before)) }
                } @else {
                    (offer(l, book.offer))
                }
                @if book.cart.is_some() || book.favourite.is_some() {
                    div.card__presses {
                        @if let Some(cart) = &book.cart { (bag(l, cart, &book.title.text)) }
                        @if let Some(favourite) = &book.favourite { (heart(l, favourite, &book.title.text)) }
                    }
                }
            }
            @if let Some(toggle) = &book.dismiss { (dismiss(l, toggle, &book.title.text)) }
        }
    }
}

fn badge(l: Locale, kind: Badge) -> Markup {
    match kind {
        Badge::New => html! { p.badge { (t::badge_new(l)) } },
        Badge::Owned => html! { p.badge.badge--owned { (t::badge_owned(l)) } },
        Badge::Rank(rank) => html! { p.badge.badge--rank { (t::badge_rank(l, &i18n::number(l, rank))) } },
    }
}

/// What a book costs, in words or figures.
pub fn offer(l: Locale, offer: Offer) -> Markup {
    match offer {
        Offer::Free => html! { p.price.price--free { (t::free(l)) } },
        Offer::Price(money) => price(l, money),
        Offer::NotYetAvailable => html! { p.price.price--none { (t::not_yet_available(l)) } },
        Offer::NotForSale => html! { p.price.price--none { (t::not_for_sale(l)) } },
    }
}

/// What it cost before, struck out to the eye and said to the ear.
pub fn price_before(l: Locale, money: Money) -> Markup {
    let before = i18n::price(l, money);
    html! {
        p.price.price--before {
            span.visually-hidden { (t::price_was(l, &before)) }
            s aria-hidden="true" { bdi { (before) } }
        }
    }
}

/// A price, isolated: in Arabic its figures and its unit would else change places.
pub fn price(l: Locale, money: Money) -> Markup {
    html! { p.price { bdi { (i18n::price(l, money)) } } }
}
