//! The pages of a genre, a language, an author, a publisher, a series: their name, and their books.

use axum::extract::State;
use axum::response::Response;
use i18n::Locale;
use kernel::Language;
use maud::{Markup, html};
use ui::{AppBar, Crumb, Frame, Tab, Written};
use web::{App, IdSlug, ListQuery, OrNotFound, Page, Path};

use super::listing::{self, Chosen, Listing};
use crate::names::{self, Kind};
use crate::{Author, Filter, Genre, Publisher, Reader, Series, Sort, languages, paths, t};

/// `GET /genre/{slug}`
pub(super) async fn genre(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    Path(slug): Path<String>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let Some(genre) = Genre::by_slug(&app.db, page.locale, &slug).await? else {
        let now = Genre::moved(&app.db, &slug).await?.or_404()?;
        return Ok(page.moved_to(&paths::genre(&now)));
    };
    let subject = Subject {
        kind: t::genre(page.locale),
        name: &genre.name,
        description: &genre.description,
        book_count: Some(genre.book_count),
    };
    let filter = Filter { genre: Some(genre.id), ..Filter::default() };
    listing::render(&app, &reader, &page, query, subject.listing(&page, filter, Sort::Newest)).await
}

/// `GET /language/{tag}`
pub(super) async fn language(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    Path(tag): Path<String>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let language: Language = tag.parse().ok().or_404()?;
    if tag != language.as_str() {
        return Ok(page.moved_to(&paths::language(language)));
    }
    languages::has_books(&app.db, language).await?.then_some(()).or_404()?;
    let subject = Subject {
        kind: t::language(page.locale),
        name: &i18n::language_name(page.locale, &language),
        description: "",
        book_count: None,
    };
    let filter = Filter { language: Some(language), ..Filter::default() };
    listing::render(&app, &reader, &page, query, subject.listing(&page, filter, Sort::Newest)).await
}

/// `GET /author/{id}-{name}`
pub(super) async fn author(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    Path(part): Path<IdSlug<Author>>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let author = Author::find_now(&app.db, part.id).await?.or_404()?;
    if (author.id, part.slug.as_str()) != (part.id, author.slug().as_str()) {
        return Ok(page.moved_to(&paths::author(author.id, &author.name)));
    }
    let called = names::name_in(&app.db, Kind::Author, author.id.get(), page.locale).await?;
    let subject = Subject {
        kind: t::author(page.locale),
        name: called.as_deref().unwrap_or(&author.name),
        description: "",
        book_count: Some(author.book_count),
    };
    let filter = Filter { author: Some(author.id), ..Filter::default() };
    listing::render(&app, &reader, &page, query, subject.listing(&page, filter, Sort::Newest)).await
}

/// `GET /publisher/{id}-{name}`
pub(super) async fn publisher(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    Path(part): Path<IdSlug<Publisher>>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let publisher = Publisher::find_now(&app.db, part.id).await?.or_404()?;
    if (publisher.id, part.slug.as_str()) != (part.id, publisher.slug().as_str()) {
        return Ok(page.moved_to(&paths::publisher(publisher.id, &publisher.name)));
    }
    let called = names::name_in(&app.db, Kind::Publisher, publisher.id.get(), page.locale).await?;
    let subject = Subject {
        kind: t::publisher(page.locale),
        name: called.as_deref().unwrap_or(&publisher.name),
        description: "",
        book_count: Some(publisher.book_count),
    };
    let filter = Filter { publisher: Some(publisher.id), ..Filter::default() };
    listing::render(&app, &reader, &page, query, subject.listing(&page, filter, Sort::Newest)).await
}

/// `GET /series/{id}-{name}`
pub(super) async fn series(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    Path(part): Path<IdSlug<Series>>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let series = Series::find_now(&app.db, part.id).await?.or_404()?;
    if (series.id, part.slug.as_str()) != (part.id, series.slug().as_str()) {
        return Ok(page.moved_to(&paths::series(series.id, &series.name)));
    }
    let called = names::name_in(&app.db, Kind::Series, series.id.get(), page.locale).await?;
    let subject = Subject {
        kind: t::series(page.locale),
        name: called.as_deref().unwrap_or(&series.name),
        description: "",
        book_count: Some(series.book_count),
    };
    let filter = Filter { series: Some(series.id), ..Filter::default() };
    listing::render(&app, &reader, &page, query, subject.listing(&page, filter, Sort::Series)).await
}

/// What a list is about.
struct Subject<'a> {
    /// “Genre”, “Author”, …
    kind: &'a str,
    name: &'a str,
    description: &'a str,
    /// Published books, where that is known.
    book_count: Option<i64>,
}

impl Subject<'_> {
    fn listing(&self, page: &Page, filter: Filter, sort: Sort) -> Listing {
        let l = page.locale;
        let description = if self.description.is_empty() {
            t::list_description(l, self.kind, self.name)
        } else {
            self.description.to_owned()
        };
        Listing {
            head: self.head(l, page),
            filter,
            sort,
            total: self.book_count,
            empty: t::list_empty(l),
            frame: Frame {
                description: Some(description),
                current: Some(Tab::Browse),
                bar: AppBar::Sub {
                    title: String::new(),
                    back: page.url(paths::BROWSE),
                    actions: ui::share(l, self.name, &page.absolute(&page.url(page.path()))),
                },
                ..page.frame(self.name)
            },
        }
    }

    fn head(&self, l: Locale, page: &Page) -> Markup {
        let crumbs = [
            Crumb { label: Written::new(t::browse(l)), href: Some(page.url(paths::BROWSE)) },
            Crumb { label: Written::new(self.name), href: None },
        ];
        html! {
            (ui::breadcrumb(l, &crumbs))
            p.page-head__kind { (self.kind) }
            h1 { bdi { (self.name) } }
            @if !self.description.is_empty() { p.page-head__text dir="auto" { (self.description) } }
        }
    }
}
