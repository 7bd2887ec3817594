//! All authors, all series, all publishers: each an index by name.

use axum::extract::State;
use axum::response::Response;
use kernel::fold;
use maud::html;
use ui::{AppBar, Crumb, Frame, Tab, Written};
use web::{App, List, ListQuery, NoFilters, Page, Paging};

use super::browse::{Entry, entries};
use crate::names::{self, Kind};
use crate::{Alphabet, Author, Publisher, Series, paths, t};

/// Names on a page.
const NAMES: u32 = 100;

/// What an index is of.
struct Index {
    path: &'static str,
    title: &'static str,
    description: &'static str,
}

/// `GET /authors`
pub(super) async fn authors(
    page: Page,
    State(app): State<App>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let l = page.locale;
    let paging = part(query);
    let authors = Author::by_name(&app.db, Alphabet::of(l), paging.after()?, paging.rows()).await?;
    let list = paging.list(authors, |(author, sorted)| (sorted.clone(), author.id.get()));
    let ids = list.items.iter().map(|(author, _)| author.id.get());
    let called = names::names_in(&app.db, Kind::Author, ids, l).await?;
    let index = Index { path: paths::AUTHORS, title: t::authors(l), description: t::authors_description(l) };
    let entry = |author: Author| {
        let name = called.get(&author.id.get());
        Entry::author(&page, author).called(name)
    };
    Ok(index.show(&page, &list.map(|(author, _)| entry(author))))
}

/// `GET /series`
pub(super) async fn series(
    page: Page,
    State(app): State<App>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let l = page.locale;
    let paging = part(query);
    let series = Series::by_name(&app.db, Alphabet::of(l), paging.after()?, paging.rows()).await?;
    let list = paging.list(series, |one| fold(&one.name));
    let ids = list.items.iter().map(|one| one.id.get());
    let called = names::names_in(&app.db, Kind::Series, ids, l).await?;
    let index = Index { path: paths::SERIES, title: t::all_series(l), description: t::series_description(l) };
    let entry = |series: Series| {
        let name = called.get(&series.id.get());
        Entry::series(&page, series).called(name)
    };
    Ok(index.show(&page, &list.map(entry)))
}

/// `GET /publishers`
pub(super) async fn publishers(
    page: Page,
    State(app): State<App>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let l = page.locale;
    let paging = part(query);
    let publishers = Publisher::by_name(&app.db, Alphabet::of(l), paging.after()?, paging.rows()).await?;
    let list = paging.list(publishers, |publisher| fold(&publisher.name));
    let ids = list.items.iter().map(|publisher| publisher.id.get());
    let called = names::names_in(&app.db, Kind::Publisher, ids, l).await?;
    let index =
        Index { path: paths::PUBLISHERS, title: t::publishers(l), description: t::publishers_description(l) };
    let entry = |publisher: Publisher| {
        let name = called.get(&publisher.id.get());
        Entry::publisher(&page, publisher).called(name)
    };
    Ok(index.show(&page, &list.map(entry)))
}

fn part(query: ListQuery<NoFilters>) -> Paging {
    query.paging.with_default_limit(NAMES)
}

impl Index {
    /// The page, or only the next names where a script asks for them.
    fn show(&self, page: &Page, list: &List<Entry>) -> Response {
        let l = page.locale;
        let more = list.next_cursor.as_ref().map(|cursor| format!("{}?cursor={cursor}", page.url(self.path)));
        let names = html! {
            (entries(l, Some("books"), &list.items))
            @if let Some(more) = &more { (ui::load_more(l, more)) }
        };
        if page.wants_fragment() {
            return page.fragment(names);
        }
        let crumbs = [
            Crumb { label: Written::new(t::browse(l)), href: Some(page.url(paths::BROWSE)) },
            Crumb { label: Written::new(self.title), href: None },
        ];
        let body = html! {
            div.page-head { (ui::breadcrumb(l, &crumbs)) h1 { (self.title) } }
            @if list.items.is_empty() { (ui::empty_state(t::index_empty(l), &html! {})) } @else { (names) }
        };
        let frame = Frame {
            description: Some(self.description.to_owned()),
            current: Some(Tab::Browse),
            bar: AppBar::Sub { title: String::new(), back: page.url(paths::BROWSE), actions: html! {} },
            ..page.frame(self.title)
        };
        page.render(&frame, &body)
    }
}
