//! What the pages of the talk have around them.

use catalogue::Book;
use kernel::Id;
use maud::{Markup, html};
use ui::{AppBar, Crumb, Frame, Indexing, Tab, Written};
use web::{Capability, Page};

use super::paths;
use crate::t;
use crate::view::{Composer, composer};

/// The frame of a page about a book's comments; nobody finds it by a search engine.
pub(super) fn frame(page: &Page, title: &str, back: &str) -> Frame {
    Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url(back), actions: html! {} },
        current: Some(Tab::Browse),
        indexing: Indexing::Hidden,
        ..page.frame(title)
    }
}

/// A page with a form of its own, below the comments on a book.
pub(super) fn form_page(page: &Page, book: (Id<Book>, &str), title: &str, body: &Markup) -> Markup {
    html! {
        (crumbs(page, book, Some(title)))
        (talk(page, book.0, &html! {
            div.talk-page.talk-page--form {
                h1 { (title) }
                (body)
            }
        }))
    }
}

/// The way from a book to its comments, and to a page below them.
pub(super) fn crumbs(page: &Page, book: (Id<Book>, &str), below: Option<&str>) -> Markup {
    let l = page.locale;
    let own =
        Crumb { label: Written::new(book.1), href: Some(page.url(&catalogue::paths::book(book.0, book.1))) };
    let comments =
        Crumb { label: Written::new(t::comments(l)), href: below.map(|_| page.url(&paths::comments(book))) };
    let below = below.map(|title| Crumb { label: Written::new(title), href: None });
    let crumbs: Vec<Crumb> = [own, comments].into_iter().chain(below).collect();
    ui::breadcrumb(l, &crumbs)
}

/// The element that makes what is inside quicker: forms open in place, answers come without another page.
pub(super) fn talk(page: &Page, book: Id<Book>, body: &Markup) -> Markup {
    let l = page.locale;
    html! {
        shop-talk data-posted=(t::said_posted(l)) data-held=(t::said_held(l)) data-changed=(t::said_changed(l))
            data-deleted=(t::said_deleted(l)) data-reported=(t::said_reported(l)) data-copied=(t::link_copied(l))
            data-lost=(t::talk_lost(l)) data-book=(book) {
            (body)
            @if page.reader().is_some_and(|me| me.can(Capability::Talk)) { (reply_form(page, book)) }
            @if page.reader().is_some() { (ui::waiting_comment_words(l)) }
            script type="module" src=(assets::url("talk.js")) {}
        }
    }
}

/// The form below a comment that is answered, for a script, which knows the comment's id.
fn reply_form(page: &Page, book: Id<Book>) -> Markup {
    let l = page.locale;
    let (action, draft) = (page.url("/comment/{id}/reply"), format!("{book}-{{id}}"));
    let form = composer(
        page,
        &Composer {
            action: &action,
            draft: Some(&draft),
            suffix: "-{id}",
            label: t::reply_label(l),
            deed: t::reply_post(l),
            book: Some(book),
            key: "{id}",
            cancel: Some("#c-{id}"),
            ..Composer::default()
        },
    );
    html! { template data-reply-form { (form) } }
}
