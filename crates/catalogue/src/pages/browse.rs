//! Genres, languages, series, authors, publishers: the ways into the shop.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use i18n::Locale;
use kernel::{Id, Language};
use maud::{Markup, html};
use ui::{Collage, Frame, SeeAll, Tab};
use web::{App, Page};

use crate::names::{self, Kind};
use crate::{Alphabet, Author, Cover, Genre, Publisher, Series, languages, paths, t};

/// Authors shown here; the others are on their own page.
const AUTHORS: i64 = 24;
/// Series and publishers shown here, of each.
const NAMES: i64 = 12;
/// Covers that stand for a genre.
const COVERS: i64 = 3;

/// `GET /browse`
pub(super) async fn show(page: Page, State(app): State<App>) -> web::Result<Response> {
    let l = page.locale;
    let alphabet = Alphabet::of(l);
    let (genres, covers, languages, series, authors, publishers) = futures::try_join!(
        Genre::all(&app.db, l),
        Genre::covers(&app.db, COVERS),
        languages::all(&app.db),
        Series::by_name(&app.db, alphabet, None, NAMES),
        Author::by_name(&app.db, alphabet, None, AUTHORS),
        Publisher::by_name(&app.db, alphabet, None, NAMES)
    )?;
    let genres = collages(&page, genres, &covers);
    let languages = by_name(l, languages).map(|(one, name)| Entry::language(&page, one, name)).collect();
    let (of_series, of_authors, of_publishers) = futures::try_join!(
        names::names_in(&app.db, Kind::Series, series.iter().map(|one| one.id.get()), l),
        names::names_in(&app.db, Kind::Author, authors.iter().map(|(one, _)| one.id.get()), l),
        names::names_in(&app.db, Kind::Publisher, publishers.iter().map(|one| one.id.get()), l)
    )?;
    let series = series.into_iter().map(|one| {
        let name = of_series.get(&one.id.get());
        Entry::series(&page, one).called(name)
    });
    let authors = authors.into_iter().map(|(one, _)| {
        let name = of_authors.get(&one.id.get());
        Entry::author(&page, one).called(name)
    });
    let publishers = publishers.into_iter().map(|one| {
        let name = of_publishers.get(&one.id.get());
        Entry::publisher(&page, one).called(name)
    });
    let sections: [(&str, &str, Option<&str>, Vec<Entry>); 4] = [
        ("languages", t::languages(l), None, languages),
        ("series", t::all_series(l), Some(paths::SERIES), series.collect()),
        ("authors", t::authors(l), Some(paths::AUTHORS), authors.collect()),
        ("publishers", t::publishers(l), Some(paths::PUBLISHERS), publishers.collect()),
    ];
    let body = html! {
        div.page-head { h1 { (t::browse(l)) } }
        @if genres.is_empty() && sections.iter().all(|section| section.3.is_empty()) {
            (ui::empty_state(t::shop_empty(l), &html! {}))
        }
        @if !genres.is_empty() {
            (ui::section(l, &SeeAll { id: "genres", title: t::genres(l), href: None }, &ui::collages(&genres)))
        }
        @for (id, title, all, list) in sections.iter().filter(|section| !section.3.is_empty()) {
            @let all = all.map(|path| page.url(path));
            (ui::section(l, &SeeAll { id, title, href: all.as_deref() }, &entries(l, None, list)))
        }
    };
    let frame = Frame {
        description: Some(t::browse_description(l).to_owned()),
        current: Some(Tab::Browse),
        ..page.frame(t::browse(l))
    };
    Ok(page.render(&frame, &body))
}

/// The genres that have books, each with the newest of their covers.
fn collages(page: &Page, genres: Vec<Genre>, covers: &HashMap<Id<Genre>, Vec<Cover>>) -> Vec<Collage> {
    let collage = |genre: Genre| Collage {
        href: page.url(&paths::genre(&genre.slug)),
        count: t::books(page.locale, genre.book_count),
        covers: covers.get(&genre.id).into_iter().flatten().map(super::show::cover).collect(),
        name: genre.name,
    };
    genres.into_iter().filter(|genre| genre.book_count > 0).map(collage).collect()
}

/// Languages with their names, in the order of a shop in Algeria; the others by name, the unknown last.
fn by_name(l: Locale, languages: Vec<Language>) -> impl Iterator<Item = (Language, String)> {
    let first = [Language::ARABIC, Language::FRENCH, Language::ENGLISH];
    let place = move |one: &Language| match first.iter().position(|own| own == one) {
        Some(at) => at,
        None => first.len() + usize::from(*one == Language::UNDETERMINED),
    };
    let mut named: Vec<_> = languages.into_iter().map(|one| (one, i18n::language_name(l, &one))).collect();
    named.sort_by(|a, b| (place(&a.0), &a.1).cmp(&(place(&b.0), &b.1)));
    named.into_iter()
}

/// A line of an index: a name, and how many books stand behind it where that is known.
pub(super) struct Entry {
    href: String,
    name: String,
    books: Option<i64>,
}

impl Entry {
    fn language(page: &Page, it: Language, name: String) -> Self {
        Self { href: page.url(&paths::language(it)), name, books: None }
    }

    pub(super) fn series(page: &Page, it: Series) -> Self {
        let href = page.url(&paths::series(it.id, &it.name));
        Self { href, name: it.name, books: Some(it.book_count) }
    }

    pub(super) fn author(page: &Page, it: Author) -> Self {
        let href = page.url(&paths::author(it.id, &it.name));
        Self { href, name: it.name, books: Some(it.book_count) }
    }

    pub(super) fn publisher(page: &Page, it: Publisher) -> Self {
        let href = page.url(&paths::publisher(it.id, &it.name));
        Self { href, name: it.name, books: Some(it.book_count) }
    }

    /// The same under its name in the language of the page, where it has one.
    pub(super) fn called(self, name: Option<&String>) -> Self {
        Self { name: name.cloned().unwrap_or(self.name), ..self }
    }
}

/// The lines of an index.
pub(super) fn entries(l: Locale, id: Option<&str>, list: &[Entry]) -> Markup {
    html! {
        ul.index id=[id] role="list" {
            @for Entry { href, name, books } in list {
                li {
                    a.index__link href=(href) data-ink {
                        bdi { (name) }
                        @if let Some(books) = books { span.index__count { (t::books(l, *books)) } }
                    }
                }
            }
        }
    }
}
