//! All genres, languages and authors: the ways into the shop.

use axum::extract::State;
use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use ui::{Frame, SeeAll, Tab};
use web::{App, Page};

use crate::{Author, Genre, paths, t};

/// Authors shown here; the others are on their own page.
const AUTHORS: i64 = 24;

/// `GET /browse`
pub(super) async fn show(page: Page, State(app): State<App>) -> web::Result<Response> {
    let l = page.locale;
    let (genres, authors) =
        futures::try_join!(Genre::all(&app.db, l), Author::by_name(&app.db, None, AUTHORS))?;
    let genres: Vec<_> = genres.into_iter().filter(|genre| genre.book_count > 0).collect();
    let list = html! {
        ul.index role="list" {
            @for genre in &genres { (entry(l, &page.url(&paths::genre(&genre.slug)), &genre.name, genre.book_count)) }
        }
    };
    let people = html! {
        ul.index role="list" {
            @for (author, _) in &authors {
                (entry(l, &page.url(&paths::author(author.id, &author.name)), &author.name, author.book_count))
            }
        }
    };
    let all_authors = page.url(paths::AUTHORS);
    let body = html! {
        div.page-head { h1 { (t::browse(l)) } }
        @if genres.is_empty() && authors.is_empty() {
            (ui::empty_state(t::shop_empty(l), &html! {}))
        }
        @if !genres.is_empty() {
            (ui::section(l, &SeeAll { id: "genres", title: t::genres(l), href: None }, &list))
        }
        @if !authors.is_empty() {
            (ui::section(l, &SeeAll { id: "authors", title: t::authors(l), href: Some(&all_authors) }, &people))
        }
    };
    let frame = Frame {
        description: Some(t::browse_description(l).to_owned()),
        current: Some(Tab::Browse),
        ..page.frame(t::browse(l))
    };
    Ok(page.render(&frame, &body))
}

/// A line of an index: a name, and how many books stand behind it.
pub(super) fn entry(l: Locale, href: &str, name: &str, books: i64) -> Markup {
    html! {
        li {
            a.index__link href=(href) data-ink {
                bdi { (name) }
                span.index__count { (t::books(l, books)) }
            }
        }
    }
}
