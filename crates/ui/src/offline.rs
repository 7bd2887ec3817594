//! What stands on a page for the time without a connection: the word that it is lost, the button that keeps a book on the
//! device, and the words with which scripts tell how that goes.

use i18n::Locale;
use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value};

use crate::{Frame, Icon, icon, t, text::Plain};

/// That there is no connection, told when it is so; and for scripts, what is said of a new release.
pub(crate) fn connection(frame: &Frame) -> Markup {
    let l = frame.locale;
    let downloads = format!("/{}/account/downloads", l.tag());
    html! {
        shop-connection data-ready=(t::update_ready(l)) data-update=(t::update_now(l)) data-removed=(t::offline_taken_back(l)) {
            div role="status" {
                p.connection hidden {
                    (icon(Icon::Offline))
                    span {
                        span data-lost { (t::connection_lost(l)) " " a href=(downloads) { (t::connection_books(l)) } }
                        " "
                        // Of a page that the service worker kept: from when it is, and the way to one of now.
                        span data-seen=(t::offline_said_seen(l)) hidden { span {} " " a href="" { (t::load_anew(l)) } }
                    }
                }
                p.connection.connection--waiting data-words=(t::offline_said_waiting(l)) data-kept=(t::waiting_kept(l))
                    data-refused=(t::waiting_refused(l)) hidden {
                    (icon(Icon::Clock)) a href=(downloads) { span {} }
                }
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
    html! {
        (words(l, "offline-words", ""))
        script type="module" src=(offline_script()) {}
    }
}

/// The words in which scripts tell of comments that wait to be sent; once on a page where there may be some.
pub fn waiting_comment_words(l: Locale) -> Markup {
    words(l, "comment-words", "comment-")
}

/// What is said under keys that begin so, for scripts.
fn words(l: Locale, id: &str, beginning: &str) -> Markup {
    let words: Map<String, Value> = t::KEYS
        .iter()
        .filter_map(|key| Some((key.strip_prefix("offline-said-")?, t::get(l, key)?)))
        .filter(|(key, _)| key.starts_with(beginning))
        .map(|(key, words)| (key.to_owned(), Value::from(words)))
        .collect();
    let words = Value::Object(words).to_string().replace('<', "\\u003c");
    html! { script type="application/json" id=(id) { (PreEscaped(words)) } }
}

/// The address of the script of pages about the device.
pub fn offline_script() -> &'static str {
    assets::url("offline.js")
}
