//! The front page: what one is reading, what is recommended, what is new, what sells, the genres, what one looked at.
//! A shelf that cannot be read is left out; a page with the rest is worth more than an apology.

mod own;

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use catalogue::{Book, Card, Genre, Marks, Reader, paths, show};
use kernel::{Currency, Id};
use maud::{Markup, html};
use ui::{Badge, BookCard, ContinueReading, Frame, Loading, SeeAll, Tab, Toggle};
use web::{App, Page};

use crate::common::{Common, unwanted};
use crate::{pages, pages::HomeTab, t};
use own::Own;

/// Books on a shelf.
pub(crate) const ON_A_SHELF: i64 = 12;

/// `GET /`
pub(crate) async fn show(page: Page, State(app): State<App>, reader: Reader) -> web::Result<Response> {
    let l = page.locale;
    let user = page.reader().map(|identity| identity.user);
    let reading = app.db.reading().await?;
    let (common, genres, own) = futures::join!(
        Common::read(&reading, ON_A_SHELF),
        Genre::all(&reading, l),
        Own::read(&reading, l, user)
    );
    // Without these nothing is left to show.
    let (mut common, genres) = (common?, genres?);
    let unwanted = unwanted(&reading, user, &common.picks).await?;
    common.picks.retain(|book| !unwanted.contains(book));
    let books: Vec<Id<Book>> = common.books().chain(own.books()).collect();
    let cards = Card::of(&reading, &books).await?;
    drop(reading);
    let marks = reader.marks(cards.iter().map(|card| card.id)).await?;
    let home = Home {
        page: &page,
        currency: app.settings.currency,
        cards: cards.iter().map(|card| (card.id, card)).collect(),
        marks,
        genres,
        common,
        own,
    };
    let frame = Frame {
        description: Some(t::home_description(l).to_owned()),
        current: Some(Tab::Home),
        rail: HomeTab::ForYou.rail(&page),
        ..page.frame(t::home_title(l))
    };
    let body = home.view(frame.sign_in.is_some());
    Ok(page.render(&frame, &body))
}

/// The button by which a book is not recommended again.
pub(crate) fn not_for_me(page: &Page, book: Id<Book>) -> Toggle {
    Toggle { action: page.url(&paths::dismissal(book)), on: false }
}

/// What the page shows.
struct Home<'a> {
    page: &'a Page,
    currency: Currency,
    cards: HashMap<Id<Book>, &'a Card>,
    marks: Marks,
    genres: Vec<Genre>,
    common: Common,
    own: Own,
}

impl Home<'_> {
    fn view(&self, has_accounts: bool) -> Markup {
        let l = self.page.locale;
        let recommended = self.recommended();
        html! {
            h1.visually-hidden { (t::home_title(l)) }
            (self.continue_reading())
            @if self.common.new.is_empty() { (ui::empty_state(t::shop_empty(l), &html! {})) }
            @if recommended.is_empty() {
                (self.shelf(("picks", t::shelf_picks(l), None), &self.plain(&self.common.picks), Loading::Eager))
                @if has_accounts && !self.own.has_genres && !self.common.new.is_empty() { (self.choose_genres()) }
            } @else {
                (self.shelf(("for-you", t::shelf_for_you(l), Some(pages::FOR_YOU)), &recommended, Loading::Eager))
            }
            (self.shelf(("new", t::shelf_new(l), Some("/new")), &self.plain(&self.common.new), Loading::Eager))
            (self.shelf(("best", t::shelf_best(l), Some("/best")), &self.ranked(), Loading::Lazy))
            (self.genre_shelves())
            (self.genre_chips())
            @if !recommended.is_empty() {
                (self.shelf(("picks", t::shelf_picks(l), None), &self.plain(&self.common.picks), Loading::Lazy))
            }
            (self.shelf(("viewed", t::shelf_viewed(l), None), &self.plain(&self.own.viewed), Loading::Lazy))
        }
    }

    fn card(&self, book: Id<Book>) -> Option<BookCard> {
        self.cards.get(&book).map(|card| show::card(self.page, self.currency, card, &self.marks))
    }

    fn plain(&self, books: &[Id<Book>]) -> Vec<BookCard> {
        books.iter().filter_map(|book| self.card(*book)).collect()
    }

    fn ranked(&self) -> Vec<BookCard> {
        let ranked = (1_i64..).zip(&self.common.best);
        let card = |(rank, book): (i64, &Id<Book>)| {
            Some(BookCard { badge: Some(Badge::Rank(rank)), ..self.card(*book)? })
        };
        ranked.filter_map(card).collect()
    }

    fn recommended(&self) -> Vec<BookCard> {
        let l = self.page.locale;
        let cards = self.own.recommended.iter().filter_map(|one| {
            let card = self.card(one.book_id)?;
            Some(BookCard {
                reason: Some(one.words(l)),
                dismiss: Some(not_for_me(self.page, one.book_id)),
                ..card
            })
        });
        cards.collect()
    }

    fn shelf(
        &self,
        (id, title, path): (&str, &str, Option<&str>),
        books: &[BookCard],
        loading: Loading,
    ) -> Markup {
        let href = path.map(|path| self.page.url(path));
        ui::shelf(self.page.locale, &SeeAll { id, title, href: href.as_deref() }, books, loading)
    }

    fn continue_reading(&self) -> Markup {
        let Some(begun) = &self.own.begun else { return html! {} };
        let Some(card) = self.card(begun.book_id) else { return html! {} };
        #[expect(clippy::cast_possible_truncation, reason = "0 to 100")]
        let percent = begun.percent.floor() as i64;
        let read = self.page.url(&paths::read(begun.book_id));
        ui::continue_reading(self.page.locale, &ContinueReading { card, percent, read })
    }

    /// Shelves of the genres that the reader likes.
    fn genre_shelves(&self) -> Markup {
        let drawn = |(genre, books): &(Id<Genre>, Vec<Id<Book>>)| {
            let genre = self.genres.iter().find(|one| one.id == *genre)?;
            let path = paths::genre(&genre.slug);
            Some(self.shelf((&genre.slug, &genre.name, Some(&path)), &self.plain(books), Loading::Lazy))
        };
        html! { @for shelf in self.own.genres.iter().filter_map(drawn) { (shelf) } }
    }

    fn genre_chips(&self) -> Markup {
        let page = self.page;
        let chips: Vec<Markup> = self
            .genres
            .iter()
            .filter(|genre| genre.book_count > 0)
            .map(|genre| ui::chip(&genre.name, &page.url(&paths::genre(&genre.slug)), false))
            .collect();
        if chips.is_empty() {
            return html! {};
        }
        let browse = page.url(paths::BROWSE);
        let body = html! { div.padded { (ui::chips(&chips)) } };
        let head = SeeAll { id: "genres", title: t::shelf_genres(page.locale), href: Some(&browse) };
        ui::section(page.locale, &head, &body)
    }

    /// The way to say what one likes, for those of whom nothing is known.
    fn choose_genres(&self) -> Markup {
        let page = self.page;
        let l = page.locale;
        let path = if page.reader().is_some() { "/account/genres" } else { "/sign-up" };
        html! {
            aside.invite aria-labelledby="invite-title" {
                div {
                    h2 #invite-title.invite__title { (t::choose_genres_title(l)) }
                    p.invite__text { (t::choose_genres_text(l)) }
                }
                a.button.button--outline href=(page.url(path)) data-ink { (t::choose_genres(l)) }
            }
        }
    }
}
