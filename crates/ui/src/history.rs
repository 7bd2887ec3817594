//! Lists of one's own: what was looked at and searched for, in groups by time, each entry with a way to take it off; and
//! the field that looks through such a list.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Cover, CoverSize, Icon, Loading, Written, cover, icon, t, text::isolated};

/// What an entry is about.
#[derive(Debug, Clone)]
pub enum About {
    /// A book.
    Book {
        /// Its cover.
        cover: Cover,
        /// Its title.
        title: Written,
        /// Its authors, in order.
        authors: Vec<String>,
    },
    /// A search.
    Search(String),
}

/// An entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is about.
    pub about: About,
    /// Where it leads.
    pub href: String,
    /// “14:05”.
    pub time: String,
    /// How it is taken off.
    pub remove: Remove,
}

/// How an entry is taken off, and put back.
#[derive(Debug, Clone)]
pub struct Remove {
    /// What the form is sent: a name and a value.
    pub field: (&'static str, String),
    /// The address in the API that scripts ask to delete it.
    pub at: String,
    /// Where they ask for it to be put back: by a `POST`, or by a `PUT` to the same address.
    pub back_at: String,
    /// The JSON that says what is put back.
    pub back: String,
}

/// What the list says and does when entries are taken off it by scripts.
#[derive(Debug, Clone)]
pub struct Forgetting<'a> {
    /// Where the form is sent that takes an entry off.
    pub action: &'a str,
    /// The token of whoever is signed in.
    pub csrf: &'a str,
    /// The page that shows the list.
    pub next: &'a str,
    /// That an entry is gone.
    pub removed: &'a str,
    /// That it is back.
    pub back: &'a str,
    /// What stands there when no entry is left.
    pub empty: Markup,
}

/// Entries of one day, week or month.
#[derive(Debug, Clone)]
pub struct Period {
    /// “Today”.
    pub title: String,
    /// The latest first.
    pub entries: Vec<Entry>,
}

/// The id of the form that takes an entry off.
const FORM: &str = "forget";

/// Draws the groups, with the one form that all their buttons send.
pub fn history(l: Locale, forgetting: &Forgetting<'_>, periods: &[Period]) -> Markup {
    html! {
        shop-forget.forget data-removed=(forgetting.removed) data-back=(forgetting.back) data-undo=(t::undo(l))
            data-lost=(t::unreachable_unchanged(l)) {
            form id=(FORM) method="post" action=(forgetting.action) {
                input type="hidden" name="csrf" value=(forgetting.csrf);
                input type="hidden" name="next" value=(forgetting.next);
            }
            div.history #books {
                @for period in periods {
                    section.history__period {
                        h2.history__title { (period.title) }
                        ul.history__list role="list" { @for one in &period.entries { li.history__entry { (entry(l, one)) } } }
                    }
                }
            }
            template { (forgetting.empty) }
        }
    }
}

fn entry(l: Locale, entry: &Entry) -> Markup {
    let remove = &entry.remove;
    let (name, value) = &remove.field;
    let called = match &entry.about {
        About::Book { title, .. } => title.text.as_str(),
        About::Search(text) => text,
    };
    html! {
        a.history__link href=(entry.href) data-ink {
            @match &entry.about {
                About::Book { cover: picture, title, authors } => {
                    (cover(picture, CoverSize::Thumb, Loading::Lazy))
                    span.history__text {
                        span.history__name { (isolated(l, title)) }
                        // Each name is isolated; the words between are the page's.
                        @if !authors.is_empty() { span.history__by { (i18n::list_and(l, authors)) } }
                    }
                }
                About::Search(text) => {
                    (icon(Icon::Search))
                    span.history__text { span.history__name { bdi { (text) } } }
                }
            }
            span.history__time { bdi { (entry.time) } }
        }
        button.icon-button type="submit" form=(FORM) name=(name) value=(value) data-ink
            data-at=(remove.at) data-back-at=(remove.back_at) data-back=(remove.back) aria-label=(t::history_remove(l, called)) { (icon(Icon::Close)) }
    }
}

/// A field that looks through a list of one's own: a plain form, so that what was found is an address.
#[derive(Debug, Clone, Copy)]
pub struct ListSearch<'a> {
    /// The list's address without parameters.
    pub action: &'a str,
    /// What the field is called.
    pub label: &'a str,
    /// What is looked for now.
    pub q: &'a str,
    /// A parameter that stays: its name and value.
    pub keep: Option<(&'a str, &'a str)>,
}

/// Draws the field.
pub fn list_search(l: Locale, search: &ListSearch<'_>) -> Markup {
    html! {
        search.list-search {
            form.list-search__form method="get" action=(search.action) {
                @if let Some((name, value)) = search.keep { input type="hidden" name=(name) value=(value); }
                label.visually-hidden for="list-q" { (search.label) }
                input.field__input #list-q type="search" name="q" value=(search.q) placeholder=(search.label)
                    maxlength="200" enterkeyhint="search" autocomplete="off";
                button.icon-button type="submit" data-ink aria-label=(t::list_search(l)) { (icon(Icon::Search)) }
            }
        }
    }
}
