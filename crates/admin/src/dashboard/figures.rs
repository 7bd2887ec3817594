//! What is counted of each day.

use std::time::Duration;

use db::{Db, Query, record, sql};
use jobs::Registry;
use kernel::{Currency, Timestamp};
use web::App;

use crate::day::Day;

/// How often the day that lasts is counted, and the one before it.
const NOW_AND_THEN: Duration = Duration::from_mins(2);
/// How often the days before are counted again.
const AGAIN: Duration = Duration::from_hours(6);
/// How many: an order may be paid for as long as its payment is asked about.
const MOVING: i64 = 10;
/// The most days that are filled in at once, where none were counted.
const FILLED: i64 = 800;

record! {
    /// What was counted of a day, or of several together.
    pub(super) struct Figures {
        pub(super) day: String,
        pub(super) revenue: i64,
        pub(super) refunded: i64,
        pub(super) orders: i64,
        pub(super) placed: i64,
        pub(super) placed_paid: i64,
        pub(super) refusals: i64,
        pub(super) readers: i64,
        pub(super) reading_seconds: i64,
        pub(super) counted_at: Timestamp,
    }
}

impl Figures {
    /// Nothing, of a day.
    fn none(day: Day) -> Self {
        Self {
            day: day.to_string(),
            revenue: 0,
            refunded: 0,
            orders: 0,
            placed: 0,
            placed_paid: 0,
            refusals: 0,
            readers: 0,
            reading_seconds: 0,
            counted_at: day.start(),
        }
    }

    /// What came in, less what went back.
    pub(super) fn net(&self) -> i64 {
        self.revenue - self.refunded
    }

    /// How many of a hundred orders with something to pay were paid; `None` where none was placed.
    pub(super) fn conversion(&self) -> Option<i64> {
        (self.placed > 0).then(|| (100 * self.placed_paid + self.placed / 2) / self.placed)
    }

    fn add(&mut self, other: &Self) {
        self.revenue += other.revenue;
        self.refunded += other.refunded;
        self.orders += other.orders;
        self.placed += other.placed;
        self.placed_paid += other.placed_paid;
        self.refusals += other.refusals;
        self.readers += other.readers;
        self.reading_seconds += other.reading_seconds;
        self.counted_at = self.counted_at.max(other.counted_at);
    }

    /// All of some days together, under the name of the first.
    pub(super) fn sum(days: &[Self]) -> Option<Self> {
        let (first, rest) = days.split_first()?;
        let mut sum = first.clone();
        for day in rest {
            sum.add(day);
        }
        Some(sum)
    }

    /// What was counted from one day to another, both included; days of which nothing was counted are there with nothing.
    pub(super) async fn between(db: &impl Query, (first, last): (Day, Day)) -> db::Result<Vec<Self>> {
        let mut counted: Vec<Self> = db
            .all(sql!(
                "select day, revenue, refunded, orders, placed, placed_paid, refusals, readers, reading_seconds, counted_at
                 from daily_figures where day >= $1 and day <= $2 order by day desc",
                first.to_string(),
                last.to_string()
            ))
            .await?;
        let next = |day: Day| match counted.last() {
            Some(figures) if figures.day == day.to_string() => counted.pop(),
            _ => None,
        };
        let mut next = next;
        Ok((0..=last.since(first))
            .map(|n| first.plus(n))
            .map(|day| next(day).unwrap_or_else(|| Self::none(day)))
            .collect())
    }
}

/// What is done at intervals.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new()
        .every("admin.figures", NOW_AND_THEN, async |app: App| {
            let (now, currency) = (app.clock.now(), app.settings.currency);
            let today = Day::of(now);
            for day in [today.plus(-1), today] {
                count(&app.db, day, currency, now).await?;
            }
            Ok(())
        })
        .every("admin.figures_again", AGAIN, async |app: App| {
            count_again(&app.db, app.settings.currency, app.clock.now()).await.map_err(anyhow::Error::from)
        })
}

/// Counts the days again that may still move, and all where none were counted before them.
async fn count_again(db: &Db, currency: Currency, now: Timestamp) -> db::Result<()> {
    let today = Day::of(now);
    let moving = today.plus(-MOVING);
    let before: Option<(String,)> = db
        .optional(sql!(
            "select day from daily_figures where day < $1 order by day desc limit 1",
            moving.to_string()
        ))
        .await?;
    let opened: Option<(Timestamp,)> =
        db.optional(sql!("select created_at from users order by created_at limit 1")).await?;
    let first = match (before.and_then(|(day,)| Day::read(&day)), opened) {
        (Some(day), _) => day.plus(1),
        (None, Some((opened,))) => Day::of(opened).max(today.plus(-FILLED)),
        (None, None) => moving,
    };
    let first = first.min(moving);
    for day in (0..today.since(first)).map(|n| first.plus(n)) {
        count(db, day, currency, now).await?;
    }
    Ok(())
}

/// Counts a day. What went back is what was paid for in an order: money that came a second time was never part of one, and
/// what could not be given is, though no admin decided it.
async fn count(db: &Db, day: Day, currency: Currency, now: Timestamp) -> db::Result<()> {
    db.execute(sql!(
        "insert into daily_figures (day, revenue, refunded, orders, placed, placed_paid, refusals, readers, reading_seconds, counted_at)
         values ($1,
            (select cast(coalesce(sum(total), 0) as bigint) from orders where completed_at >= $2 and completed_at < $3 and currency = $4),
            (select cast(coalesce(sum(i.amount), 0) as bigint) from refunds r join order_items i on i.refund_id = r.id
             where r.approved_at >= $2 and r.approved_at < $3),
            (select count(*) from orders where completed_at >= $2 and completed_at < $3 and total > 0),
            (select count(*) from orders where created_at >= $2 and created_at < $3 and total > 0),
            (select count(*) from orders where created_at >= $2 and created_at < $3 and total > 0 and completed_at is not null),
            (select count(*) from payments where settled_at >= $2 and settled_at < $3 and status = 'failed'),
            (select count(*) from users where created_at >= $2 and created_at < $3),
            (select cast(coalesce(sum(seconds), 0) as bigint) from reading_sessions where started_at >= $2 and started_at < $3),
            $5)
         on conflict (day) do update set revenue = excluded.revenue, refunded = excluded.refunded, orders = excluded.orders,
            placed = excluded.placed, placed_paid = excluded.placed_paid, refusals = excluded.refusals, readers = excluded.readers,
            reading_seconds = excluded.reading_seconds, counted_at = excluded.counted_at",
        day.to_string(),
        day.start(),
        day.end(),
        currency.code(),
        now
    ))
    .await
    .map(drop)
}
