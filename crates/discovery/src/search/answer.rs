//! A search, answered: by the index, or by the database while that is being made. Both doors ask here.

use std::collections::BTreeMap;

use catalogue::changes::Findable;
use catalogue::{Author, Book, Card, Format, Genre, Publisher, Series};
use kernel::{Id, Language};
use search::{Answer, FACETS, Hit, Order, Request};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{App, List, Paging};

use super::facets::{self, Availability, PriceBand};
use super::{Search, titles};
use crate::t;

/// The longest search, in characters.
pub(crate) const LONGEST: usize = 200;

/// The order of what was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SearchSort {
    /// What fits best first.
    #[default]
    Relevance,
    /// Newest in the shop first.
    Newest,
    /// Cheapest first; books without a price are left out.
    PriceAsc,
    /// Dearest first; books without a price are left out.
    PriceDesc,
    /// What readers think best of first; few readers count little.
    Rating,
    /// What sold most first.
    BestSelling,
}

impl SearchSort {
    pub(super) const ALL: [Self; 6] =
        [Self::Relevance, Self::Newest, Self::PriceAsc, Self::PriceDesc, Self::Rating, Self::BestSelling];

    /// Its word in addresses.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::PriceAsc => "price_asc",
            Self::PriceDesc => "price_desc",
            Self::Rating => "rating",
            Self::BestSelling => "best_selling",
        }
    }

    const fn order(self) -> Order {
        match self {
            Self::Relevance => Order::Fit,
            Self::Newest => Order::Descending(facets::PUBLISHED),
            Self::PriceAsc => Order::Ascending(facets::AMOUNT),
            Self::PriceDesc => Order::Descending(facets::AMOUNT),
            Self::Rating => Order::Descending(facets::SCORE),
            Self::BestSelling => Order::Descending(facets::SOLD),
        }
    }
}

/// What a search is narrowed to.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Narrowed {
    pub(crate) genre: Option<Id<Genre>>,
    pub(crate) author: Option<Id<Author>>,
    pub(crate) publisher: Option<Id<Publisher>>,
    pub(crate) series: Option<Id<Series>>,
    pub(crate) language: Option<Language>,
    pub(crate) format: Option<Format>,
    pub(crate) price: Option<PriceBand>,
    /// The least mean rating, in tenths of a star.
    pub(crate) least_rating: Option<u64>,
    pub(crate) availability: Option<Availability>,
}

impl Narrowed {
    fn filters(&self) -> [Vec<u64>; FACETS] {
        // A key that nothing can have leaves nothing: no key is 0.
        let key = |id: Option<i64>| id.map(|id| u64::try_from(id).unwrap_or_default()).into_iter().collect();
        let mut filters: [Vec<u64>; FACETS] = Default::default();
        filters[facets::GENRE] = key(self.genre.map(Id::get));
        filters[facets::AUTHOR] = key(self.author.map(Id::get));
        filters[facets::PUBLISHER] = key(self.publisher.map(Id::get));
        filters[facets::SERIES] = key(self.series.map(Id::get));
        filters[facets::LANGUAGE] = self.language.map(facets::language).into_iter().collect();
        filters[facets::FORMAT] = self.format.map(facets::format).into_iter().collect();
        filters[facets::PRICE] = self.price.map(PriceBand::number).into_iter().collect();
        filters[facets::RATING] = self
            .least_rating
            .filter(|least| *least > 0)
            .map(|least| (least..=50).collect())
            .unwrap_or_default();
        filters[facets::AVAILABILITY] = self.availability.map(Availability::number).into_iter().collect();
        filters
    }
}

/// Where the next part begins: of which order, what it goes by, and the book.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum After {
    Hit(SearchSort, u64, u64),
    Title(String, i64),
}

/// What was found.
#[derive(Debug)]
pub(crate) struct Found {
    /// A part of the books, with the way to the next.
    pub(crate) books: List<Card>,
    /// The first book, where its whole title or its number was typed.
    pub(crate) is_exact: bool,
    /// How many there are of each value of each facet; empty while the index is being made.
    pub(crate) facets: [BTreeMap<u64, usize>; FACETS],
    /// What was probably meant.
    pub(crate) corrected: Option<String>,
    /// Whether only the database answered, because the index is being made.
    pub(crate) is_partial: bool,
}

/// The text of a search, without what nobody types; too long a one is a 422.
pub(crate) fn text(q: Option<&str>) -> web::Result<String> {
    let text = q.unwrap_or_default().trim();
    if text.chars().count() > LONGEST {
        return Err(web::Error::invalid("q", "too_long", t::search_too_long));
    }
    // What is pasted may have tabs and line breaks between its words.
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    Ok(plain.trim().to_owned())
}

/// Searches for books. An empty text finds nothing: that is what the lists are for.
pub(crate) async fn books(
    app: &App,
    search: &Search,
    text: &str,
    narrowed: &Narrowed,
    (sort, paging): (SearchSort, &Paging),
) -> web::Result<Found> {
    let after: Option<After> = paging.after()?;
    let Some(index) = search.index() else { return from_titles(app, text, paging, after).await };
    let after = match after {
        None => None,
        Some(After::Hit(of, key, id)) if of == sort => Some(search::Place { key, id }),
        Some(_) => return Err(web::invalid_cursor()),
    };
    let (query, filters, order) = (text.to_owned(), narrowed.filters(), sort.order());
    let limit = usize::try_from(paging.rows()).unwrap_or_default();
    let answered = tokio::task::spawn_blocking(move || {
        if query.is_empty() {
            return Ok(Answer::default());
        }
        let kind = facets::kind(Findable::Book);
        index.search(&Request { text: &query, kind, filters, counted: &facets::COUNTED, order, after, limit })
    })
    .await;
    let answer = match answered {
        Ok(Ok(answer)) => answer,
        // The follower will mend it; the visitor need not know.
        Ok(Err(error)) => return failed(app, search, (text, paging), &error).await,
        Err(error) => return failed(app, search, (text, paging), &error).await,
    };
    let part = paging.list(answer.hits, |hit| After::Hit(sort, hit.place.key, hit.place.id));
    let is_exact = part.items.first().is_some_and(|hit| hit.exact);
    let ids: Vec<Id<Book>> = part.items.iter().filter_map(key).collect();
    let items = Card::of(&app.db, &ids).await?;
    let total = i64::try_from(answer.total).unwrap_or(i64::MAX);
    let books = List { items, next_cursor: part.next_cursor, total: Some(total) };
    Ok(Found { books, is_exact, facets: answer.facets, corrected: answer.corrected, is_partial: false })
}

pub(super) fn key(hit: &Hit) -> Option<Id<Book>> {
    i64::try_from(hit.place.id).ok().map(Id::new)
}

async fn failed(
    app: &App,
    search: &Search,
    (text, paging): (&str, &Paging),
    error: &impl std::fmt::Display,
) -> web::Result<Found> {
    search.found_damaged(error);
    from_titles(app, text, paging, None).await
}

async fn from_titles(app: &App, text: &str, paging: &Paging, after: Option<After>) -> web::Result<Found> {
    let after = match after {
        Some(After::Title(title, id)) => Some((title, id)),
        // A place in the index means nothing here: the list ends, and a new search begins.
        Some(After::Hit(..)) => return Err(web::invalid_cursor()),
        None => None,
    };
    let rows = titles::beginning(&app.db, text, after, paging.rows()).await?;
    let part = paging.list(rows, |(id, title)| After::Title(title.clone(), id.get()));
    let ids: Vec<Id<Book>> = part.items.iter().map(|row| row.0).collect();
    let items = Card::of(&app.db, &ids).await?;
    let books = List { items, next_cursor: part.next_cursor, total: None };
    Ok(Found { books, is_exact: false, facets: Default::default(), corrected: None, is_partial: true })
}
