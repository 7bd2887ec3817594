//! What stands on a book's page where the shop has its price: for who owns the book, reading it and saving its files; for who
//! may own it for nothing, the button that takes it.

use maud::{Markup, html};
use ui::{Button, ButtonKind, Icon, Saving};
use web::Page;

use super::show;
use crate::{Book, BookMarks, paths, t};

/// *Read*, *Continue* with how far the reader is, or *Read again*; and *Download*.
pub(super) fn actions(page: &Page, book: &Book, done: BookMarks) -> Markup {
    let l = page.locale;
    let formats = book.formats();
    if formats.is_empty() {
        return html! {};
    }
    let begun = done
        .progress_percent
        .map(|percent| t::continue_at(l, &i18n::percent(l, show::whole_percent(percent))));
    let words = match begun.as_deref() {
        _ if done.is_finished => t::read_again(l),
        begun => begun.unwrap_or(t::read(l)),
    };
    let read =
        Button { label: words, kind: ButtonKind::Primary, icon: Some(Icon::BookOpen), ..Button::default() };
    let action = page.url(&paths::download(book.id));
    let saving = |format: &crate::Format| Saving {
        action: action.clone(),
        format: format.as_str(),
        label: show::format_name(*format),
    };
    let saving: Vec<Saving> = formats.iter().map(saving).collect();
    html! {
        (ui::button_link(&read, &page.url(&paths::read(book.id))))
        (ui::owned(l, (book.id.get(), &book.title), &saving, (&page.url(&paths::finished(book.id)), done.is_finished)))
    }
}

/// *Add to library*.
pub(super) fn claim(page: &Page, book: &Book) -> Markup {
    let l = page.locale;
    let add = Button {
        label: t::add_to_library(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::Library),
        ..Button::default()
    };
    html! {
        form.claim method="post" action=(page.url(&paths::claim(book.id))) {
            input type="hidden" name="csrf" value=(page.csrf());
            input type="hidden" name="next" value=(page.url(&paths::book(book.id, &book.title)));
            (ui::button(&add, None))
        }
    }
}
