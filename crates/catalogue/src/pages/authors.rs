//! All authors by name.

use axum::extract::State;
use axum::response::Response;
use maud::html;
use ui::{AppBar, Crumb, Frame, Tab, Written};
use web::{App, ListQuery, NoFilters, Page};

use super::browse::entry;
use crate::{Author, paths, t};

/// Names on a page.
const NAMES: u32 = 100;

/// `GET /authors`
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let l = page.locale;
    let paging = query.paging.with_default_limit(NAMES);
    let authors = Author::by_name(&app.db, paging.after()?, paging.rows()).await?;
    let list = paging.list(authors, |(author, sorted)| (sorted.clone(), author.id.get()));
    let more = list.next_cursor.map(|cursor| format!("{}?cursor={cursor}", page.url(paths::AUTHORS)));
    let names = html! {
        ul.index #books role="list" {
            @for (author, _) in &list.items {
                (entry(l, &page.url(&paths::author(author.id, &author.name)), &author.name, author.book_count))
            }
        }
        @if let Some(more) = &more { (ui::load_more(l, more)) }
    };
    if page.wants_fragment() {
        return Ok(page.fragment(names));
    }
    let crumbs = [
        Crumb { label: Written::new(t::browse(l)), href: Some(page.url(paths::BROWSE)) },
        Crumb { label: Written::new(t::authors(l)), href: None },
    ];
    let body = html! {
        div.page-head { (ui::breadcrumb(l, &crumbs)) h1 { (t::authors(l)) } }
        @if list.items.is_empty() { (ui::empty_state(t::shop_empty(l), &html! {})) } @else { (names) }
    };
    let frame = Frame {
        description: Some(t::authors_description(l).to_owned()),
        current: Some(Tab::Browse),
        bar: AppBar::Sub { title: String::new(), back: page.url(paths::BROWSE), actions: html! {} },
        ..page.frame(t::authors(l))
    };
    Ok(page.render(&frame, &body))
}
