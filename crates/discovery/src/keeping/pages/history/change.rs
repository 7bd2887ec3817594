//! Changes of the history: an entry removed, all of it cleared, kept or not.

use axum::response::Response;
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use web::{Form, Notice, Page, Query};

use super::{Chosen, Kind, asks, clear_action};
use crate::keeping::own::Own;
use crate::keeping::pages::{HISTORY, account_frame};
use crate::keeping::undo::Undo;
use crate::keeping::{ReadMark, Search, Searches, View};
use crate::t;

/// Where one goes on.
fn next(page: &Page, asked: &str) -> String {
    if web::is_own_path(asked) { asked.to_owned() } else { page.url(HISTORY) }
}

/// The entry to be removed.
#[derive(Debug, Default, Deserialize)]
pub(in crate::keeping::pages) struct Removed {
    view: Option<Id<View>>,
    read: Option<Id<Book>>,
    search: Option<Id<Search>>,
    #[serde(default)]
    next: String,
}

/// Removes one entry. One that is gone already is as good as removed.
pub(in crate::keeping::pages) async fn remove(
    page: Page,
    own: Own,
    Form(removed): Form<Removed>,
) -> web::Result<Response> {
    own.may_change()?;
    let (db, user) = (&own.app.db, own.user);
    let undo = match removed {
        Removed { view: Some(id), .. } => {
            View::remove(db, user, id).await?.map(|view| Undo::View(view.book_id, view.viewed_at))
        }
        Removed { read: Some(book), .. } => {
            ReadMark::take(db, user, book).await?.map(|at| Undo::Read(book, at))
        }
        Removed { search: Some(id), .. } => {
            Searches::remove(db, user, id).await?.map(|search| Undo::Search(search.text, search.searched_at))
        }
        Removed { .. } => None,
    };
    let next = next(&page, &removed.next);
    Ok(match undo {
        Some(undo) => page.done_undoably(&next, Notice::HistoryRemoved, &undo.to_string()),
        None => page.done_at(&next, Notice::HistoryRemoved),
    })
}

/// Asks before all is removed.
pub(in crate::keeping::pages) async fn confirm(page: Page, Query(chosen): Query<Chosen>) -> Response {
    let (action, cancel) = (clear_action(&page), chosen.show.address(&page, "", ""));
    let view = ui::confirm_page(page.locale, &asks(&page, chosen.show, &action, &cancel));
    page.render(&account_frame(&page, t::history(page.locale)), &view)
}

/// What is to be cleared.
#[derive(Debug, Default, Deserialize)]
pub(in crate::keeping::pages) struct Cleared {
    show: Kind,
}

/// Removes all.
pub(in crate::keeping::pages) async fn clear(
    page: Page,
    own: Own,
    Form(Cleared { show }): Form<Cleared>,
) -> web::Result<Response> {
    own.may_change()?;
    match show {
        Kind::Viewed => own.keeping.clear_views(&own.app, own.user).await?,
        Kind::Read => ReadMark::clear(&own.app.db, own.user).await?,
        Kind::Searches => Searches::clear(&own.app.db, own.user).await?,
    }
    Ok(page.done_at(&show.address(&page, "", ""), Notice::HistoryCleared))
}

/// Whether the history is to be kept.
#[derive(Debug, Default, Deserialize)]
pub(in crate::keeping::pages) struct Paused {
    #[serde(default)]
    paused: String,
    #[serde(default)]
    next: String,
}

/// Pauses the history, or goes on with it.
pub(in crate::keeping::pages) async fn pause(
    page: Page,
    own: Own,
    Form(wanted): Form<Paused>,
) -> web::Result<Response> {
    own.may_change()?;
    let notice = if wanted.paused == "yes" {
        own.keeping.pause(&own.app, own.user).await?;
        Notice::HistoryPaused
    } else {
        own.keeping.resume(&own.app, own.user).await?;
        Notice::HistoryResumed
    };
    Ok(page.done_at(&next(&page, &wanted.next), notice))
}
