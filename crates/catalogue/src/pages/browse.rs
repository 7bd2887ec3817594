//! Genres, languages, series, authors, publishers: the ways into the shop.

use axum::extract::State;
use axum::response::Response;
use i18n::Locale;
use kernel::Language;
use maud::{Markup, html};
use ui::{Frame, SeeAll, Tab};
use web::{App, Page};

use crate::{Author, Genre, Publisher, Series, languages, paths, t};

/// Authors shown here; the others are on their own page.
const AUTHORS: i64 = 24;
/// Series and publishers shown here, of each.
const NAMES: i64 = 12;

/// `GET /browse`
pub(super) async fn show(page: Page, State(app): State<App>) -> web::Result<Response> {
    let l = page.locale;
    let (genres, languages, series, authors, publishers) = futures::try_join!(
        Genre::all(&app.db, l),
        languages::all(&app.db),
        Series::by_name(&app.db, None, NAMES),
        Author::by_name(&app.db, None, AUTHORS),
        Publisher::by_name(&app.db, None, NAMES)
    )?;
    let genres: Vec<Entry> =
        genres.into_iter().filter(|genre| genre.book_count > 0).map(|one| Entry::genre(&page, one)).collect();
    let languages = by_name(l, languages).map(|(one, name)| Entry::language(&page, one, name)).collect();
    let series = series.into_iter().map(|one| Entry::series(&page, one)).collect();
    let authors = authors.into_iter().map(|(one, _)| Entry::author(&page, one)).collect();
    let publishers = publishers.into_iter().map(|one| Entry::publisher(&page, one)).collect();
    let sections: [(&str, &str, Option<&str>, Vec<Entry>); 5] = [
        ("genres", t::genres(l), None, genres),
        ("languages", t::languages(l), None, languages),
        ("series", t::all_series(l), Some(paths::SERIES), series),
        ("authors", t::authors(l), Some(paths::AUTHORS), authors),
        ("publishers", t::publishers(l), Some(paths::PUBLISHERS), publishers),
    ];
    let body = html! {
        div.page-head { h1 { (t::browse(l)) } }
        @if sections.iter().all(|section| section.3.is_empty()) {
            (ui::empty_state(t::shop_empty(l), &html! {}))
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
    fn genre(page: &Page, it: Genre) -> Self {
        Self { href: page.url(&paths::genre(&it.slug)), name: it.name, books: Some(it.book_count) }
    }

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
