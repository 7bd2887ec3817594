//! The search of the JSON API.

use axum::extract::State;
use catalogue::names::{self, Kind};
use catalogue::wire::BookItem;
use catalogue::{Author, Format, Genre, Publisher, Reader, Series};
use kernel::{Id, Language};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Caller, Client, Json, ListQuery, PagingParams, Problem, Query, Spoken, Visit};

use super::Search;
use super::answer::{self, Narrowed, SearchSort};
use super::facets::{self, Availability, PriceBand};
use super::suggestions::{self, Suggested};
use crate::keeping::Searches;
use crate::t;

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(search)).routes(routes!(suggest))
}

/// What is looked for, and what it is narrowed to.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchFilters {
    /// What was typed, up to 200 characters. Nothing typed finds nothing: `GET /books` lists everything.
    #[param(max_length = 200)]
    q: Option<String>,
    /// A genre, by its key or its slug.
    genre: Option<String>,
    /// An author's key.
    #[param(value_type = Option<i64>)]
    author: Option<Id<Author>>,
    /// A publisher's key.
    #[param(value_type = Option<i64>)]
    publisher: Option<Id<Publisher>>,
    /// A series' key.
    #[param(value_type = Option<i64>)]
    series: Option<Id<Series>>,
    /// A language: `ar`, `fr`, `en`, …
    #[param(value_type = Option<String>, min_length = 2)]
    language: Option<Language>,
    /// What it can be read as.
    #[param(inline)]
    format: Option<Format>,
    /// What it costs; the bands are in the shop's currency.
    #[param(inline)]
    price: Option<PriceBand>,
    /// The least mean rating, 0 to 5.
    #[param(minimum = 0, maximum = 5)]
    min_rating: Option<f64>,
    /// Whether it can be read yet.
    #[param(inline)]
    availability: Option<Availability>,
    /// The order; what fits best first where nothing is said.
    #[param(inline)]
    sort: Option<SearchSort>,
}

/// A value of a facet and how many books have it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Count {
    /// The value, as the parameter takes it.
    value: String,
    /// Books with it, were the filter of this facet lifted.
    count: usize,
}

/// How many of the books found have which value. Each is counted as if its own filter were lifted.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub(crate) struct Facets {
    /// By genre, by key.
    genre: Vec<Count>,
    /// By language.
    language: Vec<Count>,
    /// By format.
    format: Vec<Count>,
    /// By price band.
    price: Vec<Count>,
    /// By least mean rating.
    min_rating: Vec<Count>,
    /// By availability.
    availability: Vec<Count>,
}

/// Books that were found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SearchAnswer {
    /// A part of them.
    items: Vec<BookItem>,
    /// How many of them have which value.
    facets: Facets,
    /// What was probably meant, where what was typed is nowhere; null elsewhere.
    corrected: Option<String>,
    /// What to send as `cursor` for the part after this one; null at the end.
    next_cursor: Option<String>,
    /// How many there are; 10000 where there are more. Absent while the index is being made.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
}

impl SearchFilters {
    /// What the search is narrowed to; `None` where nothing can be found.
    async fn narrowed(&self, app: &App) -> web::Result<Option<Narrowed>> {
        if self.min_rating.is_some_and(|least| !(0.0..=5.0).contains(&least)) {
            return Err(web::Error::invalid("min_rating", "out_of_range", t::search_rating_out_of_range));
        }
        let genre = match &self.genre {
            None => None,
            Some(word) => match Genre::by_word(&app.db, word).await? {
                None => return Ok(None),
                found => found,
            },
        };
        Ok(Some(Narrowed {
            genre,
            author: names::given(&app.db, Kind::Author, self.author).await?,
            publisher: names::given(&app.db, Kind::Publisher, self.publisher).await?,
            series: names::given(&app.db, Kind::Series, self.series).await?,
            language: self.language,
            format: self.format,
            price: self.price,
            least_rating: self.min_rating.map(tenths),
            availability: self.availability,
        }))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rating is between 0 and 5")]
fn tenths(rating: f64) -> u64 {
    (rating.clamp(0.0, 5.0) * 10.0).ceil() as u64
}

/// Books by what was typed: typing errors, accents, spelling variants and the order of names are forgiven.
///
/// Words are looked for in title, subtitle, authors, series, publisher and description; an ISBN is found with or
/// without hyphens. A search of somebody who is signed in goes into their history.
#[utoipa::path(
    get, path = "/search", tag = "search", params(SearchFilters, PagingParams),
    responses(
        (status = 200, body = SearchAnswer),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json")
    )
)]
async fn search(
    State(app): State<App>,
    Spoken(l): Spoken,
    search: Search,
    (client, visit): (Client, Visit),
    reader: Reader,
    caller: Caller,
    query: ListQuery<SearchFilters>,
) -> web::Result<Json<SearchAnswer>> {
    search.admit(client)?;
    let (filters, paging) = (query.filters, query.paging);
    let text = answer::text(filters.q.as_deref())?;
    let Some(narrowed) = filters.narrowed(&app).await? else { return Ok(Json(nothing())) };
    let found =
        answer::books(&app, &search, &text, &narrowed, (filters.sort.unwrap_or_default(), &paging)).await?;
    if let Some(me) = caller.identity().filter(|_| visit == Visit::Real && paging.whole().is_ok()) {
        Searches::record(&app.db, me.user, &text, app.clock.now()).await?;
    }
    let marks = reader.marks(found.books.items.iter().map(|card| card.id)).await?;
    let items = found.books.items.iter().map(|card| BookItem::new(l, card, marks.of(card.id))).collect();
    Ok(Json(SearchAnswer {
        items,
        facets: counts(&found.facets),
        corrected: found.corrected,
        next_cursor: found.books.next_cursor,
        total: found.books.total,
    }))
}

fn nothing() -> SearchAnswer {
    SearchAnswer {
        items: Vec::new(),
        facets: Facets::default(),
        corrected: None,
        next_cursor: None,
        total: Some(0),
    }
}

fn counts(of: &[std::collections::BTreeMap<u64, usize>; search::FACETS]) -> Facets {
    let told = |facet: usize, name: &dyn Fn(u64) -> Option<String>| {
        let mut all: Vec<Count> = of[facet]
            .iter()
            .filter_map(|(value, count)| Some(Count { value: name(*value)?, count: *count }))
            .collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.count));
        all
    };
    let word = |known: &[(u64, &str)], number: u64| {
        known.iter().find(|one| one.0 == number).map(|one| one.1.to_owned())
    };
    let prices = PriceBand::ALL.map(|one| (one.number(), one.as_str()));
    let availabilities = Availability::ALL.map(|one| (one.number(), one.as_str()));
    Facets {
        genre: told(facets::GENRE, &|number| Some(number.to_string())),
        language: told(facets::LANGUAGE, &|number| facets::language_of(number).map(|one| one.to_string())),
        format: told(facets::FORMAT, &|number| facets::format_of(number).map(|one| one.to_string())),
        price: told(facets::PRICE, &|number| word(&prices, number)),
        min_rating: facets::ratings(&of[facets::RATING])
            .into_iter()
            .map(|(least, count)| Count { value: least.to_string(), count })
            .collect(),
        availability: told(facets::AVAILABILITY, &|number| word(&availabilities, number)),
    }
}

/// What is being typed.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Typed {
    /// What was typed so far, up to 200 characters. Nothing: the caller's own last searches.
    #[param(max_length = 200)]
    q: Option<String>,
}

/// Up to eight suggestions while somebody types, best first; their own searches before the shop's things.
#[utoipa::path(
    get, path = "/search/suggestions", tag = "search", params(Typed),
    responses(
        (status = 200, body = Vec<Suggested>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json")
    )
)]
async fn suggest(
    State(app): State<App>,
    Spoken(l): Spoken,
    search: Search,
    client: Client,
    caller: Caller,
    Query(typed): Query<Typed>,
) -> web::Result<Json<Vec<Suggested>>> {
    search.admit(client)?;
    let text = answer::text(typed.q.as_deref())?;
    suggestions::suggestions(&app, &search, caller.identity().map(|me| me.user), (&text, l)).await.map(Json)
}
