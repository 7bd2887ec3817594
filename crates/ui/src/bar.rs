//! The bar at the top. On a small screen it is logo or way back, title and actions; on a large one the
//! same element also carries the destinations.

use maud::{Markup, html};

use crate::{
    Avatar, AvatarSize, Frame, Icon, Tab, Variant, avatar, buy, icon, icon::logo, navigation, search, t, text,
};

/// Whoever is signed in, as the bar shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// What they are called.
    pub name: String,
    /// The address of their picture, small.
    pub picture: Option<String>,
    /// Their account's page.
    pub href: String,
}

/// What the bar shows.
#[derive(Debug, Clone)]
pub enum AppBar {
    /// Logo and name: the four destinations' own pages.
    Shop,
    /// A page below another: the way back, its own title if the page does not open with one, and actions.
    Sub {
        /// Short title; empty where the page's heading is in sight anyway.
        title: String,
        /// Where back leads without JavaScript: the parent page.
        back: String,
        /// Buttons at the end of the bar, such as `ui::share`.
        actions: Markup,
    },
    /// A book that is open: back to its page, its title and chapter, and the reader's own buttons.
    Reader {
        /// The book's title.
        title: text::Written,
        /// The chapter, filled in by the reader as pages turn.
        chapter: String,
        /// The book's page.
        back: String,
        /// The reader's buttons.
        actions: Markup,
    },
}

pub(crate) fn app_bar(frame: &Frame) -> Markup {
    let class = match (&frame.bar, frame.variant) {
        (_, Variant::Sign) => "bar bar--sign",
        (AppBar::Reader { .. }, _) => "bar bar--reader",
        (AppBar::Sub { .. }, _) => "bar bar--sub",
        (AppBar::Shop, _) => "bar",
    };
    html! {
        header class=(class) {
            div.bar__inner {
                @match &frame.bar {
                    AppBar::Shop => (brand(frame)),
                    AppBar::Sub { title, back, actions } => {
                        (way_back(frame, back))
                        (brand(frame))
                        @if !title.is_empty() { span.bar__title { bdi { (title) } } }
                        div.bar__actions { (actions) }
                    }
                    AppBar::Reader { title, chapter, back, actions } => {
                        (way_back(frame, back))
                        div.bar__book {
                            h1.bar__title lang=[title.lang(frame.locale)] { bdi { (title.text) } }
                            p.bar__chapter data-chapter { bdi { (chapter) } }
                        }
                        div.bar__actions { (actions) }
                    }
                }
                @if frame.variant == Variant::Shop {
                    @if let Some(field) = &frame.search { (search::in_bar(frame.locale, field)) }
                    (navigation::destinations(frame.locale, &frame.destinations, frame.current))
                    @if let Some(link) = &frame.cart { (buy::in_bar(frame.locale, link)) }
                    (account(frame))
                }
            }
        }
    }
}

/// The way to the account, or to sign in. On large screens it takes the place of the destination of the same name.
fn account(frame: &Frame) -> Markup {
    let l = frame.locale;
    let current = (frame.current == Some(Tab::Account)).then_some("page");
    html! {
        @if let Some(Signed { name, picture, href }) = &frame.reader {
            a.bar__account.bar__account--signed href=(href) data-ink aria-current=[current]
                aria-label=(t::account_of(l, name)) {
                (avatar(&Avatar { name, picture: picture.as_deref(), size: AvatarSize::Small }))
            }
        } @else if let Some(href) = &frame.sign_in {
            a.bar__account.button.button--outline href=(href) data-ink { span { (t::sign_in(l)) } }
        }
    }
}

fn brand(frame: &Frame) -> Markup {
    let name = frame.brand.in_locale(frame.locale);
    html! {
        a.bar__brand href=(frame.home_url()) aria-label=(t::home_link(frame.locale, name)) {
            @match &frame.logo {
                Some(own) => img.logo.logo--own src=(own.mark) width=(own.width) height=(own.height) alt="";,
                None => (logo()),
            }
            span.bar__name { (name) }
        }
    }
}

/// A real link to the parent; with JavaScript it steps back in history when that leads to the shop.
fn way_back(frame: &Frame, parent: &str) -> Markup {
    html! {
        a.bar__back.icon-button href=(parent) data-back data-ink aria-label=(t::back(frame.locale)) {
            (icon(Icon::ArrowBack))
        }
    }
}
