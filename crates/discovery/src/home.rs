//! The front page: a shelf of everything that is new, one of what is free, and one for each of the fullest genres.

use axum::extract::State;
use axum::response::Response;
use catalogue::{Card, Filter, Genre, PriceFilter, Reader, paths, show};
use maud::{Markup, html};
use ui::{Frame, Loading, SeeAll, Tab};
use web::{App, Page};

use crate::{pages::HomeTab, t};

/// Books on a shelf.
const ON_A_SHELF: i64 = 12;
/// Genres that get a shelf of their own.
const GENRE_SHELVES: usize = 4;

/// `GET /`
pub(crate) async fn show(page: Page, State(app): State<App>, reader: Reader) -> web::Result<Response> {
    let l = page.locale;
    let all = Filter::default();
    let free = Filter { price: Some(PriceFilter::Free), ..all };
    let (new, free, genres) = futures::try_join!(
        Card::newest(&app.db, &all, ON_A_SHELF),
        Card::newest(&app.db, &free, ON_A_SHELF),
        Genre::all(&app.db, l)
    )?;
    let shelves = genre_shelves(&app, &genres).await?;
    let shown = new.iter().chain(&free).chain(shelves.iter().flat_map(|(_, cards)| cards));
    let marks = reader.marks(shown.map(|card| card.id)).await?;
    let cards = |list: &[Card]| show::cards(&page, app.settings.currency, list, &marks);
    let body = html! {
        h1.visually-hidden { (t::home_title(l)) }
        @if new.is_empty() {
            (ui::empty_state(t::shop_empty(l), &html! {}))
        }
        (shelf(&page, ("new", t::shelf_new(l), &page.url("/new")), &cards(&new), Loading::Eager))
        (shelf(&page, ("free", t::shelf_free(l), &page.url("/free")), &cards(&free), Loading::Lazy))
        (genre_chips(&page, &genres))
        @for (genre, books) in &shelves {
            (shelf(
                &page,
                (&genre.slug, &genre.name, &page.url(&paths::genre(&genre.slug))),
                &cards(books),
                Loading::Lazy
            ))
        }
    };
    let frame = Frame {
        description: Some(t::home_description(l).to_owned()),
        current: Some(Tab::Home),
        rail: HomeTab::ForYou.rail(&page),
        ..page.frame(t::home_title(l))
    };
    Ok(page.render(&frame, &body))
}

/// A shelf for each of the fullest genres, in the order of the genres.
async fn genre_shelves(app: &App, genres: &[Genre]) -> web::Result<Vec<(Genre, Vec<Card>)>> {
    let mut fullest: Vec<&Genre> = genres.iter().filter(|genre| genre.book_count > 2).collect();
    fullest.sort_by_key(|genre| std::cmp::Reverse(genre.book_count));
    fullest.truncate(GENRE_SHELVES);
    let shelves = fullest.into_iter().map(async |genre| {
        let filter = Filter { genre: Some(genre.id), ..Filter::default() };
        let cards = Card::newest(&app.db, &filter, ON_A_SHELF).await?;
        Ok::<_, db::Error>((genre.clone(), cards))
    });
    Ok(futures::future::try_join_all(shelves).await?)
}

fn shelf(
    page: &Page,
    (id, title, href): (&str, &str, &str),
    books: &[ui::BookCard],
    loading: Loading,
) -> Markup {
    ui::shelf(page.locale, &SeeAll { id, title, href: Some(href) }, books, loading)
}

fn genre_chips(page: &Page, genres: &[Genre]) -> Markup {
    let l = page.locale;
    let chips: Vec<Markup> = genres
        .iter()
        .filter(|genre| genre.book_count > 0)
        .map(|genre| ui::chip(&genre.name, &page.url(&paths::genre(&genre.slug)), false))
        .collect();
    if chips.is_empty() {
        return html! {};
    }
    let browse = page.url(paths::BROWSE);
    let body = html! { div.padded { (ui::chips(&chips)) } };
    ui::section(l, &SeeAll { id: "genres", title: t::shelf_genres(l), href: Some(&browse) }, &body)
}
