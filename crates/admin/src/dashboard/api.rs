//! The same for programs.

use axum::Extension;
use axum::extract::State;
use catalogue::Book;
use catalogue::wire::Money;
use commerce::Commerce;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{App, Capability, Json, Problem, Query, Signed, Spoken};

use super::figures::Figures;
use super::period::Period;
use super::{steps, top, waiting};

/// How far back.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Chosen {
    /// `today`, `7d`, `30d` (as usual) or `365d`; today is the last day of each.
    #[param(inline)]
    period: Option<Period>,
}

/// How the shop did.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Stats {
    period: Period,
    /// Its first day, in the time of the shop: `2026-11-26`.
    from: String,
    /// Its last day, which is today.
    to: String,
    /// All of it together.
    now: FiguresWire,
    /// All of as many days before it.
    before: FiguresWire,
    /// Each day, the earliest first.
    days: Vec<DayWire>,
    /// The books of which most copies were sold, at most ten.
    top_books: Vec<TopBookWire>,
    /// The genres of which most copies were sold, at most ten.
    top_genres: Vec<TopGenreWire>,
    /// What needs somebody now, of what whoever asks may look after.
    waiting: Vec<WaitingWire>,
    /// What is left to do to open a shop that has sold nothing yet; nothing for who does not run it.
    first_steps: Vec<StepWire>,
}

/// What was counted.
#[derive(Debug, Serialize, ToSchema)]
struct FiguresWire {
    /// What was paid, less what was paid back.
    revenue: Money,
    /// Of that, what was paid back.
    refunded: Money,
    /// Orders that were paid.
    orders: i64,
    /// Of a hundred orders with something to pay that were placed, how many were paid; null where none was placed.
    conversion: Option<i64>,
    /// Attempts to pay that were refused.
    refusals: i64,
    /// Accounts that were made.
    new_readers: i64,
    /// For how long was read.
    reading_seconds: i64,
    /// When it was counted.
    #[schema(value_type = String, format = DateTime)]
    counted_at: Timestamp,
}

/// A day.
#[derive(Debug, Serialize, ToSchema)]
struct DayWire {
    /// `2026-11-26`.
    day: String,
    #[serde(flatten)]
    figures: FiguresWire,
}

/// A book that sold.
#[derive(Debug, Serialize, ToSchema)]
struct TopBookWire {
    #[schema(value_type = i64)]
    id: Id<Book>,
    title: String,
    copies: i64,
}

/// A genre that sold.
#[derive(Debug, Serialize, ToSchema)]
struct TopGenreWire {
    slug: String,
    name: String,
    copies: i64,
}

/// Something that needs somebody.
#[derive(Debug, Serialize, ToSchema)]
struct WaitingWire {
    /// `reports`, `payments_in_doubt`, `refunds`, `failed_jobs`, `books_not_published`, `books_without_files` or `drafts`.
    kind: &'static str,
    /// How many; 100 stands for a hundred and more.
    count: i64,
}

/// A step by which a shop is opened.
#[derive(Debug, Serialize, ToSchema)]
struct StepWire {
    /// `name`, `seller`, `book`, `payment` or `mail`.
    step: &'static str,
    done: bool,
}

/// How the shop did, against the time before, and what needs somebody now. Today is counted every two minutes.
#[utoipa::path(
    get, path = "/admin/stats", tag = "admin", params(Chosen),
    responses(
        (status = 200, body = Stats),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn stats(
    State(app): State<App>,
    Signed(me): Signed,
    Spoken(l): Spoken,
    till: Option<Extension<Commerce>>,
    Query(chosen): Query<Chosen>,
) -> web::Result<Json<Stats>> {
    let period = chosen.period.unwrap_or_default();
    let (first, last) = period.span(app.clock.now());
    let (all, books, genres, waits) = futures::try_join!(
        Figures::between(&app.db, (first.plus(-period.days()), last)),
        top::books(&app.db, (first, last)),
        top::genres(&app.db, l, (first, last)),
        waiting::waiting(&app.db)
    )?;
    let steps = if me.can(Capability::RunSite) {
        steps::steps(&app, till.is_some_and(|Extension(till)| till.takes_payments())).await?
    } else {
        Vec::new()
    };
    let (before, now) = all.split_at(all.len() / 2);
    let money = |amount| Money::new(l, kernel::Money { amount, currency: app.settings.currency });
    let wire = |figures: &Figures| FiguresWire {
        revenue: money(figures.net()),
        refunded: money(figures.refunded),
        orders: figures.orders,
        conversion: figures.conversion(),
        refusals: figures.refusals,
        new_readers: figures.readers,
        reading_seconds: figures.reading_seconds,
        counted_at: figures.counted_at,
    };
    let sum = |days: &[Figures]| Figures::sum(days).as_ref().map(wire).ok_or(web::Error::NotFound);
    let may = |kind: waiting::Kind| me.can(kind.section().needs());
    Ok(Json(Stats {
        period,
        from: first.to_string(),
        to: last.to_string(),
        now: sum(now)?,
        before: sum(before)?,
        days: now.iter().map(|day| DayWire { day: day.day.clone(), figures: wire(day) }).collect(),
        top_books: books
            .into_iter()
            .map(|book| TopBookWire { id: book.id, title: book.title, copies: book.copies })
            .collect(),
        top_genres: genres
            .into_iter()
            .map(|genre| TopGenreWire { slug: genre.slug, name: genre.name, copies: genre.copies })
            .collect(),
        waiting: waits
            .into_iter()
            .filter(|(kind, _)| may(*kind))
            .map(|(kind, count)| WaitingWire { kind: kind.as_str(), count })
            .collect(),
        first_steps: steps.into_iter().map(|(step, done)| StepWire { step: step.as_str(), done }).collect(),
    }))
}
