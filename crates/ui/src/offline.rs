//! What stands on a page for the time without a connection: the word that it is lost, the button that keeps a book on the
//! device, and the words with which scripts tell how that goes.

use i18n::Locale;
use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value};

use crate::{Frame, Icon, icon, t, text::Plain};

/// That there is no connection, told when it is so; and for scripts, what is said of a new release.
pub(crate) fn connection(frame: &Frame) -> Markup {
    let l = frame.locale;
    html! {
        shop-connection data-ready=(t::update_ready(l)) data-update=(t::update_now(l)) data-removed=(t::offline_taken_back(l)) {
            div role="status" {
                p.connection hidden {
                    (icon(Icon::Offline))
                    span { (t::connection_lost(l)) " " a href=(format_args!("/{}/account/downloads", l.tag())) { (t::connection_books(l)) } }
                }
                p.connection.connection--waiting data-words=(t::offline_said_waiting(l)) hidden { (icon(Icon::Clock)) span {} }
            }
        }
    }
}

/// How much room the button has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfflineIn {
    /// A card: a picture alone.
    Card,
    /// The page of the book.
    Page,
}

/// A book that can be kept on the device. It needs a script, so without one there is nothing.
#[derive(Debug, Clone)]
pub struct OfflineBook<'a> {
    /// Its number.
    pub id: i64,
    /// Its title.
    pub title: &'a str,
    /// Which file, as the API says it.
    pub format: &'a str,
    /// What the file is called, where the book has several.
    pub label: Option<&'a str>,
}

/// The button that keeps a book on the device, with how it stands there.
pub fn offline_button(l: Locale, book: &OfflineBook<'_>, place: OfflineIn) -> Markup {
    let class = match place {
        OfflineIn::Card => "offline offline--card",
        OfflineIn::Page => "offline",
    };
    html! {
        shop-offline class=(class) data-book=(book.id) data-format=(book.format) data-title=(Plain(book.title)) hidden {
            p.offline__word role="status" {}
            progress.progress max="100" value="0" hidden aria-label=(t::offline_progress(l, book.title)) {}
            button.button.button--outline type="button" data-ink {
                (icon(Icon::Phone))
                (icon(Icon::CircleCheck))
                (icon(Icon::Close))
                span { (t::offline_said_keep(l)) }
                @if let Some(label) = book.label { bdi { (label) } }
            }
        }
    }
}

/// The chip that leaves of the library only what is on the device.
pub fn offline_filter(l: Locale) -> Markup {
    html! {
        shop-only-kept hidden {
            button.chip type="button" aria-pressed="false" data-ink { (icon(Icon::Phone)) bdi { (t::offline_said_only(l)) } }
        }
    }
}

/// The way to what is kept on the device.
pub fn offline_link(l: Locale) -> Markup {
    html! {
        p.offline-link {
            a.button.button--plain href=(format_args!("/{}/account/downloads", l.tag())) data-ink {
                (icon(Icon::Phone)) span { (t::connection_books(l)) }
            }
        }
    }
}

/// The words that scripts need to tell how it goes, and the script itself; once on a page.
pub fn offline_words(l: Locale) -> Markup {
    let words: Map<String, Value> = t::KEYS
        .iter()
        .filter_map(|key| Some((key.strip_prefix("offline-said-")?, t::get(l, key)?)))
        .map(|(key, words)| (key.to_owned(), Value::from(words)))
        .collect();
    let words = Value::Object(words).to_string().replace('<', "\\u003c");
    html! {
        script type="application/json" id="offline-words" { (PreEscaped(words)) }
        script type="module" src=(offline_script()) {}
    }
}

/// The address of the script of pages about the device.
pub fn offline_script() -> &'static str {
    assets::url("offline.js")
}
