//! What a reader keeps of a book with one press: favourite, to be read later, read. Each is a button that is pressed or
//! not; all buttons of a page belong to one form, so that a page with a hundred hearts carries its token once. Without
//! JavaScript a press sends the form and comes back; with it the button changes at once.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Frame, Icon, icon, t, text::Plain};

/// The id of the form that all these buttons send.
pub(crate) const FORM: &str = "keep";

/// A button that is pressed or not.
#[derive(Debug, Clone)]
pub struct Toggle {
    /// Where it is sent.
    pub action: String,
    /// Whether it is pressed now.
    pub on: bool,
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// A favourite.
    Favourite,
    /// To be read later.
    Later,
    /// Read already.
    Read,
}

impl Keep {
    const fn icon(self) -> Icon {
        match self {
            Self::Favourite => Icon::Heart,
            Self::Later => Icon::Bookmark,
            Self::Read => Icon::CircleCheck,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Favourite => "button button--outline keep heart",
            Self::Later => "button button--outline keep",
            Self::Read => "button button--outline keep keep--read",
        }
    }

    fn label(self, l: Locale) -> &'static str {
        match self {
            Self::Favourite => t::favourite(l),
            Self::Later => t::later(l),
            Self::Read => t::read_already(l),
        }
    }
}

/// What is said when something was kept, and when it was taken away again.
#[derive(Debug, Clone, Copy)]
pub struct KeepWords {
    /// Of a favourite.
    pub favourite: (&'static str, &'static str),
    /// Of what is to be read later.
    pub later: (&'static str, &'static str),
    /// Of what was read.
    pub read: (&'static str, &'static str),
    /// Of what is not to be recommended again.
    pub dismissed: (&'static str, &'static str),
    /// Of what is in the cart; `None` in a shop that sells nothing.
    pub cart: Option<(&'static str, &'static str)>,
}

/// The heart of a card. What it is called stays the same when it is pressed; that it is pressed is told beside it.
pub(crate) fn heart(l: Locale, toggle: &Toggle, title: &str) -> Markup {
    html! {
        button.icon-button.heart.card__favourite type="submit" form=(FORM) formaction=(Plain(&toggle.action)) name="on"
            value=(next(toggle)) data-ink aria-label=(Plain(&t::favourite_of(l, title))) aria-pressed=(pressed(toggle)) {
            (icon(Icon::Heart))
        }
    }
}

/// *Not for me*, below the reason of a card.
pub(crate) fn dismiss(l: Locale, toggle: &Toggle, title: &str) -> Markup {
    html! {
        button.card__dismiss type="submit" form=(FORM) formaction=(toggle.action) name="on" value=(next(toggle)) data-ink
            aria-label=(t::not_for_me_of(l, title)) aria-pressed=(pressed(toggle)) { (t::not_for_me(l)) }
    }
}

/// The button with its word, for the book's own page.
pub fn keep_button(l: Locale, what: Keep, toggle: &Toggle) -> Markup {
    html! {
        button class=(what.class()) type="submit" form=(FORM) formaction=(toggle.action) name="on"
            value=(next(toggle)) data-ink aria-pressed=(pressed(toggle)) {
            (icon(what.icon())) span { (what.label(l)) }
        }
    }
}

/// What a press asks for.
pub(crate) const fn next(toggle: &Toggle) -> &'static str {
    if toggle.on { "no" } else { "yes" }
}

pub(crate) const fn pressed(toggle: &Toggle) -> &'static str {
    if toggle.on { "true" } else { "false" }
}

/// The form of all these buttons on a page. It has nothing to show.
pub(crate) fn keep_form(frame: &Frame, words: &KeepWords) -> Markup {
    html! {
        shop-keep data-favorite-on=(words.favourite.0) data-favorite-off=(words.favourite.1)
            data-bookmark-on=(words.later.0) data-bookmark-off=(words.later.1)
            data-dismissal-on=(words.dismissed.0) data-dismissal-off=(words.dismissed.1)
            data-cart-on=[words.cart.map(|it| it.0)] data-cart-off=[words.cart.map(|it| it.1)]
            data-read-on=(words.read.0) data-read-off=(words.read.1) data-undo=(t::undo(frame.locale))
            data-lost=(t::unreachable_unchanged(frame.locale)) data-waits=(t::connection_waits(frame.locale)) {
            form id=(FORM) method="post" {
                @if let Some(token) = &frame.csrf { input type="hidden" name="csrf" value=(token); }
                input type="hidden" name="next" value=(frame.address());
            }
        }
    }
}
