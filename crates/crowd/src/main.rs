//! The program `crowd`: fills a database with a large shop made of chance, the same for the same numbers, so that lists
//! can be measured where they are long. What was there is gone.
//!
//! Its books have no files, its orders no receipts and no ledger, and nobody can sign in to its accounts. Names, titles
//! and what was said are in three scripts; a few books sell far more than the others, and a few people buy most.

mod books;
mod chance;
mod names;
mod orders;
mod people;
mod plan;
mod rows;
mod system;
mod talk;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser;
use db::{Restoring, Url};
use kernel::{Clock, Timestamp};

use crate::books::Counts;
use crate::plan::Plan;

/// A large shop made of chance, to measure lists with. Throws away what is in the database.
#[derive(Debug, Parser)]
#[command(name = "crowd", version)]
struct Line {
    /// The database: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    database_url: Url,
    /// How many books.
    #[arg(long, value_name = "NUMBER", default_value_t = 100_000, value_parser = clap::value_parser!(i64).range(100..=10_000_000))]
    books: i64,
    /// How many people.
    #[arg(long, value_name = "NUMBER", default_value_t = 100_000, value_parser = clap::value_parser!(i64).range(100..=10_000_000))]
    people: i64,
    /// How many orders.
    #[arg(long, value_name = "NUMBER", default_value_t = 500_000, value_parser = clap::value_parser!(i64).range(100..=10_000_000))]
    orders: i64,
    /// Until when the shop has been there; the same moment makes the same shop. Now, if it is not given.
    #[arg(long, value_name = "TIME")]
    until: Option<Timestamp>,
}

fn main() -> ExitCode {
    let line = Line::parse();
    let until = line.until.unwrap_or_else(|| Clock::system().now());
    let plan = Plan { books: line.books, people: line.people, orders: line.orders, until };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let filled = runtime.map_err(|error| error.to_string()).and_then(|runtime| {
        runtime.block_on(fill(&line.database_url, &plan)).map_err(|error| error.to_string())
    });
    match filled {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Fills the database. What readers did comes before their books, which say how often they were sold.
async fn fill(url: &Url, plan: &Plan) -> db::Result<()> {
    let into = Restoring::open(url).await?;
    into.migrate().await?;
    into.begin(&rows::versions()).await?;
    let mut counts = Counts::of(plan);
    tell("people", people::fill(&into, plan).await?);
    tell("orders", orders::fill(&into, plan, &mut counts).await?);
    tell("comments", talk::fill(&into, plan, &mut counts).await?);
    tell("books", books::fill(&into, plan, &counts).await?);
    tell("jobs", system::jobs(&into, plan).await?);
    tell("mails", system::mails(&into, plan).await?);
    tell("audit entries", system::audit(&into, plan).await?);
    tell("uploads", system::uploads(&into, plan).await?);
    search_begins(&into).await?;
    into.complete().await?;
    into.commit().await
}

/// The row that the search counts its changes by, as the migrations enter it.
async fn search_begins(into: &Restoring) -> db::Result<()> {
    let columns = ["id", "tick", "shop"];
    let mut rows = rows::Rows::of(into, "search_clock", columns, &[])?;
    rows.push(rows::row![1_i64, 0_i64, ""]).await?;
    rows.end().await.map(drop)
}

fn tell(what: &str, count: u64) {
    // A closed standard output leaves nobody to tell.
    let _ = writeln!(io::stdout(), "{count:>8} {what}");
}
