//! Looking for words in a book without JavaScript: what was found leads to the plain pages of its chapters.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use catalogue::{Book, Contents, Format, paths};
use form_urlencoded::Serializer;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{AppBar, Frame, Indexing, ListSearch};
use web::{App, Caller, Error, List, ListQuery, Page, Path};

use crate::manifest::epub_manifest;
use crate::wire::{EpubManifest, FoundPassage};
use crate::{access::Opened, find, t};

/// What is looked for.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    q: String,
}

/// `GET /read/{id}/find?q=…`: where the book has some words.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id<Book>>,
    query: ListQuery<Wanted>,
) -> web::Result<Response> {
    let q = query.filters.q.trim();
    let wanted = find::wanted(Some(q))?;
    let opened = Opened::open(&app, &caller, id).await?;
    let file = opened.file(Some(Format::Epub))?;
    let Contents::Epub(contents) = file.contents(&app.db).await? else { return Err(Error::NotFound) };
    let epub = epub_manifest(&opened.book, file, &contents, opened.access);
    let found = find::find(&app, (&opened, file), (&contents, &epub), wanted, &query.paging).await?;
    let title = t::find_title(page.locale, &opened.book.title);
    let frame = Frame {
        indexing: Indexing::Hidden,
        bar: AppBar::Sub {
            title: opened.book.title.clone(),
            back: page.url(&paths::book(id, &opened.book.title)),
            actions: html! {},
        },
        ..page.frame(&title)
    };
    let body = view(&Found { page: &page, book: &opened.book, epub: &epub, q, list: &found });
    Ok(page.render(&frame, &body).into_response())
}

struct Found<'a> {
    page: &'a Page,
    book: &'a Book,
    epub: &'a EpubManifest,
    q: &'a str,
    list: &'a List<FoundPassage>,
}

/// The field that looks through a book, for this page and for those of the chapters.
pub(super) fn field(page: &Page, book: Id<Book>, q: &str) -> Markup {
    let action = page.url(&format!("{}/find", paths::read(book)));
    let label = t::find_label(page.locale);
    ui::list_search(page.locale, &ListSearch { action: &action, label, q, keep: None })
}

fn view(found: &Found<'_>) -> Markup {
    let l = found.page.locale;
    html! {
        article.chapter {
            header.chapter__head {
                h1 { bdi lang=(found.book.language) { (found.book.title) } }
                @if !found.q.is_empty() { p.muted role="status" { (count(found)) } }
            }
            (field(found.page, found.book.id, found.q))
            ol.passages {
                @for passage in &found.list.items { li { (entry(found, passage)) } }
            }
            @if let Some(cursor) = &found.list.next_cursor { (ui::load_more(l, &more(found, cursor))) }
        }
    }
}

fn count(found: &Found<'_>) -> String {
    let total = found.list.total.unwrap_or_default();
    match total {
        0 => t::find_nothing(found.page.locale, found.q),
        _ => t::find_count(found.page.locale, total),
    }
}

fn more(found: &Found<'_>, cursor: &str) -> String {
    let query =
        Serializer::new(String::new()).append_pair("q", found.q).append_pair("cursor", cursor).finish();
    found.page.url(&format!("{}/find?{query}", paths::read(found.book.id)))
}

fn entry(found: &Found<'_>, passage: &FoundPassage) -> Markup {
    let (l, locator) = (found.page.locale, &passage.locator);
    let percent = locator.locations.percent();
    let words = html! {
        span.passages__place {
            @if let Some(chapter) = &passage.chapter { bdi { (chapter) } " · " }
            bdi { (i18n::percent(l, percent)) }
        }
        span.passages__text dir="auto" lang=(found.book.language) {
            @if let Some(quote) = &locator.text { (quote.before) mark { (quote.highlight) } (quote.after) }
        }
    };
    html! {
        @match number(found.epub, passage.section) {
            Some(number) => {
                a.passages__link href=(found.page.url(&format!("{}/ch/{number}", paths::read(found.book.id)))) data-ink { (words) }
            }
            None => span.passages__link { (words) },
        }
    }
}

/// Which of the plain pages has a section; those off the reading order have none.
fn number(epub: &EpubManifest, section: usize) -> Option<usize> {
    let is_open = |index: &usize| epub.sections.get(*index).is_some_and(|it| it.linear && !it.locked);
    is_open(&section).then(|| (0..=section).filter(is_open).count())
}
