//! The front page: what one is reading, and below it the shelves as the shop's people arranged them: what is recommended, what
//! is new, what sells, the genres, what one looked at, shelves of their own.
//! A shelf that cannot be read is left out; a page with the rest is worth more than an apology.

mod own;
mod seen;

use std::collections::HashMap;

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use catalogue::{Book, Card, Genre, Marks, Reader, paths, show};
use db::Db;
use kernel::{Currency, Id, Timestamp};
use maud::{Markup, html};
use ui::{Badge, BookCard, ContinueReading, Frame, Indexing, Loading, SeeAll, Tab, Toggle};
use web::{App, Caching, Page, UserId};

use crate::common::{Common, unwanted};
use crate::curation::{Arranged, Kind, Moment, OnShelf, SourceKind};
use crate::{pages, pages::HomeTab, t};
use own::Own;
pub use seen::{SeenShelf, seen};

/// Books on a shelf.
pub(crate) const ON_A_SHELF: i64 = 12;

/// The same, to count by.
const SHELF: usize = 12;
/// How many shelves are in sight, or nearly so, when the page opens.
const IN_SIGHT: usize = 2;

/// `GET /`
pub(crate) async fn show(page: Page, State(app): State<App>, reader: Reader) -> web::Result<Response> {
    let user = page.reader().map(|identity| identity.user);
    let home = Home::read(&page, (&app, &reader), (user, app.clock.now())).await?;
    let frame = home.frame();
    let body = home.view(frame.sign_in.is_some());
    Ok(page.render(&frame, &body))
}

/// The page as a visitor will see it at a moment, for those who arrange it: never kept, and unknown to search engines.
/// `head` stands on top.
pub async fn preview(
    page: &Page,
    (app, reader): (&App, &Reader),
    at: Timestamp,
    head: &Markup,
) -> web::Result<Response> {
    let home = Home::read(page, (app, reader), (None, at)).await?;
    let frame = Frame { indexing: Indexing::Hidden, ..home.frame() };
    let body = html! { (head) (home.view(false)) };
    Ok((Caching::NoStore, page.render(&frame, &body)).into_response())
}

/// The button by which a book is not recommended again.
pub(crate) fn not_for_me(page: &Page, book: Id<Book>) -> Toggle {
    Toggle { action: page.url(&paths::dismissal(book)), on: false }
}

/// Books that were put in front, then the others, each once, as many as a shelf holds.
fn in_front(chosen: &[Id<Book>], others: &[Id<Book>]) -> Vec<Id<Book>> {
    let others = others.iter().filter(|book| !chosen.contains(book));
    chosen.iter().chain(others).copied().take(SHELF).collect()
}

/// What the page is made of, however it is told.
struct Contents {
    cards: HashMap<Id<Book>, Card>,
    genres: Vec<Genre>,
    common: Common,
    own: Own,
    arranged: Arranged,
}

impl Contents {
    /// Reads what somebody is shown at a moment.
    async fn read(db: &Db, moment: Moment, user: Option<UserId>) -> web::Result<Self> {
        let l = moment.locale;
        let reading = db.reading().await?;
        let (common, genres, own, arranged) = futures::join!(
            Common::read(&reading, ON_A_SHELF),
            Genre::all(&reading, l),
            Own::read(&reading, l, user),
            Arranged::read(&reading, moment, ON_A_SHELF)
        );
        // Without these nothing is left to show.
        let (mut common, genres) = (common?, genres?);
        let arranged = arranged.unwrap_or_else(|error| {
            tracing::warn!(%error, "The front page is shown as if nobody had arranged it");
            Arranged::by_default()
        });
        common.picks = in_front(arranged.chosen(Kind::Picks), &common.picks);
        let unwanted = unwanted(&reading, user, &common.picks).await?;
        common.picks.retain(|book| !unwanted.contains(book));
        let books: Vec<Id<Book>> = common.books().chain(own.books()).chain(arranged.books()).collect();
        let cards = Card::of(&reading, &books).await?;
        let cards = cards.into_iter().map(|card| (card.id, card)).collect();
        Ok(Self { cards, genres, common, own, arranged })
    }

    /// Where a kind of shelf stands.
    fn at(&self, kind: Kind) -> Option<usize> {
        self.arranged.shelves.iter().position(|shelf| shelf.kind == kind)
    }

    /// Where the picks stand. Of whom nothing is known is shown what the shop's people put forward instead of what is
    /// recommended: once.
    fn picks_at(&self, is_recommended: bool) -> Option<usize> {
        let (for_you, picks) = (self.at(Kind::ForYou), self.at(Kind::Picks));
        if is_recommended { picks } else { picks.map(|at| for_you.unwrap_or(at).min(at)) }
    }
}

/// What the page shows.
struct Home<'a> {
    page: &'a Page,
    currency: Currency,
    contents: Contents,
    marks: Marks,
}

impl<'a> Home<'a> {
    /// Reads what the page shows to somebody at a moment.
    async fn read(
        page: &'a Page,
        (app, reader): (&App, &Reader),
        (user, now): (Option<UserId>, Timestamp),
    ) -> web::Result<Self> {
        let contents = Contents::read(&app.db, Moment { locale: page.locale, now }, user).await?;
        let marks = reader.marks(contents.cards.keys().copied()).await?;
        Ok(Self { page, currency: app.settings.currency, contents, marks })
    }

    fn frame(&self) -> Frame {
        let (page, l) = (self.page, self.page.locale);
        Frame {
            description: Some(self.page.shop().description(l).unwrap_or(t::home_description(l)).to_owned()),
            current: Some(Tab::Home),
            rail: HomeTab::ForYou.rail(page),
            ..page.frame(t::home_title(l))
        }
    }

    fn view(&self, has_accounts: bool) -> Markup {
        let l = self.page.locale;
        let recommended = self.recommended();
        let picks_at = self.contents.picks_at(!recommended.is_empty());
        html! {
            h1.visually-hidden { (t::home_title(l)) }
            (self.continue_reading())
            @if self.contents.common.new.is_empty() { (ui::empty_state(t::shop_empty(l), &html! {})) }
            @for (at, shelf) in self.contents.arranged.shelves.iter().enumerate() {
                @let loading = if at < IN_SIGHT { Loading::Eager } else { Loading::Lazy };
                @if shelf.kind == Kind::ForYou && !recommended.is_empty() {
                    (self.shelf(("for-you", t::shelf_for_you(l), Some(pages::FOR_YOU)), &recommended, loading))
                }
                @if picks_at == Some(at) {
                    (self.shelf(("picks", t::shelf_picks(l), None), &self.plain(&self.contents.common.picks), loading))
                }
                @if shelf.kind == Kind::ForYou && recommended.is_empty() && has_accounts { (self.choose_genres()) }
                (self.drawn(shelf, loading))
            }
        }
    }

    /// A shelf that depends on nothing but itself.
    fn drawn(&self, one: &OnShelf, loading: Loading) -> Markup {
        let l = self.page.locale;
        match one.kind {
            Kind::New => {
                let books = self.plain(&in_front(&one.chosen, &self.contents.common.new));
                self.shelf(("new", t::shelf_new(l), Some("/new")), &books, loading)
            }
            Kind::Best => {
                self.shelf(("best", t::shelf_best(l), Some("/best")), &self.ranked(&one.chosen), loading)
            }
            Kind::Liked => self.genre_shelves(),
            Kind::Genres => self.genre_chips(),
            Kind::Viewed => {
                let books = self.plain(&self.contents.own.viewed);
                self.shelf(("viewed", t::shelf_viewed(l), None), &books, loading)
            }
            Kind::Own => {
                let books = self.plain(&in_front(&one.chosen, &one.found));
                let path = self.path_of(one);
                self.shelf((&one.name, &one.title, path.as_deref()), &books, loading)
            }
            Kind::ForYou | Kind::Picks => html! {},
        }
    }

    /// Where all that a shelf is made of stands.
    fn path_of(&self, one: &OnShelf) -> Option<String> {
        let (source, name) = one.source.as_ref()?;
        Some(match source.of {
            SourceKind::Genre => {
                let genre = self.contents.genres.iter().find(|genre| genre.id.get() == source.id)?;
                paths::genre(&genre.slug)
            }
            SourceKind::Author => paths::author(Id::new(source.id), name),
            SourceKind::Series => paths::series(Id::new(source.id), name),
            SourceKind::Publisher => paths::publisher(Id::new(source.id), name),
        })
    }

    fn card(&self, book: Id<Book>) -> Option<BookCard> {
        self.contents.cards.get(&book).map(|card| show::card(self.page, self.currency, card, &self.marks))
    }

    fn plain(&self, books: &[Id<Book>]) -> Vec<BookCard> {
        books.iter().filter_map(|book| self.card(*book)).collect()
    }

    /// The best sellers with their ranks. One that was put in front was not sold there: it carries none.
    fn ranked(&self, chosen: &[Id<Book>]) -> Vec<BookCard> {
        let ranked = (1_i64..).zip(&self.contents.common.best).filter(|(_, book)| !chosen.contains(book));
        let card = |(rank, book): (i64, &Id<Book>)| {
            Some(BookCard { badge: Some(Badge::Rank(rank)), ..self.card(*book)? })
        };
        self.plain(chosen).into_iter().chain(ranked.filter_map(card)).take(SHELF).collect()
    }

    fn recommended(&self) -> Vec<BookCard> {
        let l = self.page.locale;
        let cards = self.contents.own.recommended.iter().filter_map(|one| {
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
        let Some(begun) = &self.contents.own.begun else { return html! {} };
        let Some(card) = self.card(begun.book_id) else { return html! {} };
        #[expect(clippy::cast_possible_truncation, reason = "0 to 100")]
        let percent = begun.percent.floor() as i64;
        let read = self.page.url(&paths::read(begun.book_id));
        ui::continue_reading(self.page.locale, &ContinueReading { card, percent, read })
    }

    /// Shelves of the genres that the reader likes.
    fn genre_shelves(&self) -> Markup {
        let drawn = |(genre, books): &(Id<Genre>, Vec<Id<Book>>)| {
            let genre = self.contents.genres.iter().find(|one| one.id == *genre)?;
            let path = paths::genre(&genre.slug);
            Some(self.shelf((&genre.slug, &genre.name, Some(&path)), &self.plain(books), Loading::Lazy))
        };
        html! { @for shelf in self.contents.own.genres.iter().filter_map(drawn) { (shelf) } }
    }

    fn genre_chips(&self) -> Markup {
        let page = self.page;
        let chips: Vec<Markup> = self
            .contents
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
        if self.contents.own.has_genres || self.contents.common.new.is_empty() {
            return html! {};
        }
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
