//! `/admin/books/{id}/remove`: the step before a draft is thrown away, which names what goes.

use axum::extract::State;
use axum::response::Response;
use catalogue::{Book, Status, show};
use kernel::Id;
use maud::html;
use ui::Confirm;
use web::admin::{Section, Shown};
use web::{App, Notice, Page, Path};

use super::editor::{Edited, Told};
use super::{BOOKS, Tab};
use crate::books::act::{Staff, refusal};
use crate::words::books as t;

/// `GET /admin/books/{id}/remove`
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Path(id): Path<Id<Book>>,
) -> web::Result<Response> {
    let l = page.locale;
    let book = Edited::find(&app, id).await?;
    if book.row.status != Status::Draft {
        return Err(refusal(catalogue::edit::EditError::NotADraft));
    }
    let back = Tab::Offer.path(id);
    let (action, cancel) = (page.url(&format!("{}/remove", Tab::Metadata.path(id))), page.url(&back));
    let title = t::remove_title(l, &book.row.title);
    let files: Vec<&str> = book.row.formats.iter().map(|format| show::format_name(*format)).collect();
    let confirm = Confirm {
        title: &title,
        body: html! {
            p { (t::remove_what(l)) }
            ul {
                li { (t::remove_words(l)) }
                @if !files.is_empty() { li { (t::remove_files(l, &i18n::list_and(l, &files))) } }
                @if !book.row.cover_drawn { li { (t::remove_cover(l)) } }
            }
            p { (t::remove_final(l)) }
        },
        form: ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() },
        fields: html! {},
        deed: t::remove(l),
        cancel: &cancel,
    };
    let shown = Shown {
        title: &title,
        heading: html! { (t::remove(l)) },
        parent: Some(&back),
        body: ui::confirm_page(l, &confirm),
        ..Shown::new(Section::Books, l)
    };
    let (frame, view) = page.admin(shown);
    Ok(page.render(&frame, &view))
}

/// `POST /admin/books/{id}/remove`
pub(super) async fn remove(page: Page, staff: Staff, Path(id): Path<Id<Book>>) -> web::Result<Response> {
    match staff.remove(id).await {
        Ok(()) => Ok(page.done(BOOKS, Notice::BookRemoved)),
        Err(error) => {
            let told = Told::of(page.locale, error)?;
            let book = Edited::find(&staff.app, id).await?;
            Ok(book.answer(&page, Tab::Offer, &told, &html! {}))
        }
    }
}
