//! The shop's database while the program is not running: time that passes in it, and whether there is anything left to do.

use db::{Db, Query as _, Statement, record, sql};
use kernel::{Clock, Timestamp};

/// A column is so many seconds earlier than it was.
macro_rules! earlier {
    ($table:literal, $column:literal, $seconds:expr) => {
        sql!(
            sqlite: concat!(
                "update ", $table, " set ", $column, " = strftime('%Y-%m-%dT%H:%M:%fZ', ", $column, ", $1)"
            ),
            postgres: concat!(
                "update ", $table, " set ", $column, " = to_char(cast(", $column, " as timestamptz) at time zone 'UTC' \
                 + cast(cast($1 as text) as interval), 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
            ),
            format!("-{} seconds", $seconds)
        )
    };
}

/// So much time passes: whatever was written down about buying lies so much longer back.
pub(super) async fn pass(db: &Db, seconds: u32) {
    let columns: [Statement; 10] = [
        earlier!("orders", "created_at", seconds),
        earlier!("orders", "updated_at", seconds),
        earlier!("payments", "created_at", seconds),
        earlier!("payments", "opened_at", seconds),
        earlier!("payments", "expires_at", seconds),
        earlier!("payments", "next_check_at", seconds),
        earlier!("payment_events", "received_at", seconds),
        earlier!("idempotency_keys", "created_at", seconds),
        earlier!("jobs", "due_at", seconds),
        earlier!("jobs", "wanted_at", seconds),
    ];
    for column in columns {
        db.execute(column).await.unwrap();
    }
}

/// Attempts that are written down and of which the gateway's answer is not; questions that were begun and not ended.
pub(super) async fn cut_short(db: &Db) -> (i64, i64) {
    let (attempts,): (i64,) = db
        .one(sql!("select /* full scan: a test */ count(*) from payments where status = 'creating'"))
        .await
        .unwrap();
    let (questions,): (i64,) = db
        .one(sql!(
            "select /* full scan: a test */ count(*) from jobs
             where kind in ('commerce.ask_payment', 'commerce.ask_checkout', 'commerce.ask_payments') and tries > 0"
        ))
        .await
        .unwrap();
    (attempts, questions)
}

/// How many payments are due to be asked about, and how many questions are waiting to be put.
pub(super) async fn left_to_do(db: &Db) -> i64 {
    let (left,): (i64,) = db
        .one(sql!(
            "select /* full scan: a test */ (select count(*) from payments where next_check_at <= $1)
                + (select count(*) from jobs where kind in ('commerce.ask_payment', 'commerce.ask_checkout') and dead_at is null)",
            Clock::system().now()
        ))
        .await
        .unwrap();
    left
}

record! {
    struct Look {
        due_at: Timestamp,
        tries: i64,
    }
}

/// Whether it has been looked which payments are due, and there is no question left.
pub(super) async fn has_looked(db: &Db) -> bool {
    let look: Look = db
        .one(sql!("select due_at, tries from jobs where schedule = 'commerce.ask_payments'"))
        .await
        .unwrap();
    let (waiting,): (i64,) = db
        .one(sql!(
            "select /* full scan: a test */ count(*) from jobs
             where kind in ('commerce.ask_payment', 'commerce.ask_checkout') and dead_at is null"
        ))
        .await
        .unwrap();
    look.tries == 0 && look.due_at > Clock::system().now() && waiting == 0
}
