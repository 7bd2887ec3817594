//! Best sellers: counted at intervals over a week, a month and for ever, books that cost nothing apart; a page only reads
//! the ranks.

use std::time::Duration;

use catalogue::{Book, Format, Sales};
use db::{Db, Query, Tx, record, sql};
use jobs::Registry;
use kernel::{Id, Language, Timestamp};
use serde::Deserialize;
use utoipa::ToSchema;
use web::App;

/// How often sales are counted: what is shown is never older than an hour, even where one counting fails.
const PERIOD: Duration = Duration::from_mins(20);
/// How many ranks there are.
pub(crate) const RANKS: i64 = 100;
const DAY: i64 = 24 * 60 * 60;

/// The time over which sales are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, ToSchema)]
pub enum Span {
    /// A week.
    #[serde(rename = "7d")]
    Week,
    /// A month.
    #[default]
    #[serde(rename = "30d")]
    Month,
    /// As long as the shop exists.
    #[serde(rename = "all")]
    All,
}

impl Span {
    /// All, the shortest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::All];

    /// As addresses and the database have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Week => "7d",
            Self::Month => "30d",
            Self::All => "all",
        }
    }

    /// The first day that counts; `None` for ever. Today is the last of the seven or thirty.
    fn first_day(self, now: Timestamp) -> Option<String> {
        let days = match self {
            Self::Week => 7,
            Self::Month => 30,
            Self::All => return None,
        };
        Some(Sales::day(now.plus_seconds(-(days - 1) * DAY)))
    }
}

/// Which best sellers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Chosen {
    pub(crate) span: Span,
    /// Those that cost nothing instead of the others.
    pub(crate) free: bool,
    pub(crate) language: Option<Language>,
    pub(crate) format: Option<Format>,
}

record! {
    /// A book with its rank.
    pub(crate) struct Ranked {
        pub(crate) rank: i64,
        pub(crate) book_id: Id<Book>,
    }
}

/// What is done at intervals.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().every("discovery.best_sellers", PERIOD, async |app: App| {
        count(&app.db, app.clock.now()).await.map_err(anyhow::Error::from)
    })
}

/// A part of the best sellers, behind a rank.
pub(crate) async fn part(db: &impl Query, chosen: Chosen, after: i64, rows: i64) -> db::Result<Vec<Ranked>> {
    db.all(sql!(
        "select s.rank, s.book_id from best_sellers s join books b on b.id = s.book_id
         where s.span = $1 and s.free = $2 and s.rank > $3 and b.status = 'published'
           and (cast($4 as text) is null or b.language = $4)
           and (cast($5 as boolean) is null or b.has_epub = $5)
           and (cast($6 as boolean) is null or b.has_pdf = $6)
         order by s.rank limit $7",
        chosen.span.as_str(),
        chosen.free,
        after,
        chosen.language,
        chosen.format.filter(|format| *format == Format::Epub).map(|_| true),
        chosen.format.filter(|format| *format == Format::Pdf).map(|_| true),
        rows
    ))
    .await
}

/// Counts all sales anew.
pub async fn count(db: &Db, now: Timestamp) -> db::Result<()> {
    db.transaction(async |tx| {
        for span in Span::ALL {
            tx.execute(sql!("delete from best_sellers where span = $1", span.as_str())).await?;
            match span.first_day(now) {
                Some(day) => since(&tx, span, day).await?,
                None => forever(&tx, span).await?,
            }
        }
        Ok(())
    })
    .await
}

/// Of books that sold equally well, the one that came first stands first, each time.
macro_rules! ranked {
    ($sold:literal) => {
        concat!(
            "insert into best_sellers (span, free, rank, book_id)
             select $1, free, rank, id from (
                 select b.id, b.price_amount = 0 as free,
                        row_number() over (partition by b.price_amount = 0 order by sold.copies desc, b.id) as rank
                 from (",
            $sold,
            ") as sold join books b on b.id = sold.book_id
                 where b.status = 'published' and b.price_amount is not null
             ) as ranked where rank <= $2"
        )
    };
}

async fn since(tx: &Tx, span: Span, first_day: String) -> db::Result<()> {
    tx.execute(
        sql!(
            ranked!(
                "select book_id, sum(copies) as copies from book_sales where day >= $3
                 group by book_id having sum(copies) > 0"
            ),
            span.as_str(),
            RANKS,
            first_day
        )
        .long(),
    )
    .await
    .map(drop)
}

async fn forever(tx: &Tx, span: Span) -> db::Result<()> {
    tx.execute(
        sql!(
            ranked!(
                "select id as book_id, sales_count as copies from books
                 where status = 'published' and sales_count > 0"
            ),
            span.as_str(),
            RANKS
        )
        .long(),
    )
    .await
    .map(drop)
}
