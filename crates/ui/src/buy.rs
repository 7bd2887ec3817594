//! What puts a book into the cart, and the way to the cart. The buttons are of the kind that `keep` explains: all of them
//! belong to the one form at the foot of the page.

use i18n::Locale;
use maud::{Markup, html};

use crate::keep::{FORM, Toggle, next, pressed};
use crate::{Icon, Offer, icon, offer, t, text::Plain};

/// The way to the cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartLink {
    /// Its page.
    pub href: String,
    /// How many books are in it.
    pub count: i64,
}

/// The bag in the bar. Its number is part of what it is called.
pub(crate) fn in_bar(l: Locale, link: &CartLink) -> Markup {
    html! {
        a.bar__cart.icon-button href=(link.href) data-ink {
            (icon(Icon::Bag))
            span.visually-hidden { (t::cart(l)) }
            span.bar__count data-cart-count=(link.count) {
                @if link.count > 0 { (i18n::number(l, link.count)) }
            }
        }
    }
}

/// The bag of a card. What it is called stays the same when it is pressed; that it is pressed is told beside it.
pub(crate) fn bag(l: Locale, toggle: &Toggle, title: &str) -> Markup {
    html! {
        button.icon-button.card__cart type="submit" form=(FORM) formaction=(Plain(&toggle.action)) name="on"
            value=(next(toggle)) data-ink aria-label=(Plain(&t::in_cart_of(l, title))) aria-pressed=(pressed(toggle)) {
            (icon(Icon::Bag))
        }
    }
}

/// The button of the book's own page; where the book is in the cart, the way there takes its place.
pub fn buy_button(l: Locale, toggle: &Toggle, cart: &str) -> Markup {
    html! {
        div.buy {
            button.button.buy__add type="submit" form=(FORM) formaction=(toggle.action) name="on" value=(next(toggle)) data-ink
                aria-pressed=(pressed(toggle)) hidden[toggle.on] {
                (icon(Icon::Bag)) span { (t::add_to_cart(l)) }
            }
            a.button.buy__in href=(cart) data-ink data-instead hidden[!toggle.on] {
                (icon(Icon::Check)) span { (t::in_the_cart(l)) }
            }
        }
    }
}

/// What a book costs and the main thing to do, in reach on a small screen while the page's own button is out of sight. Only a
/// script can tell when that is, so without one it stays away.
pub fn buy_bar(l: Locale, cost: Offer, action: &Markup) -> Markup {
    html! {
        shop-buy-bar.buy-bar hidden {
            (offer(l, cost))
            (action)
        }
    }
}
