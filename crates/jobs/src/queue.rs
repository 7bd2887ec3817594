//! The table of jobs, and every statement on it.
//!
//! A row that is taken up gets the end of its lease as its new `due_at`: to everybody else it is a job that is not due
//! yet. That moment is also the holder's key to the row. Whoever takes the job up after the lease writes a later one,
//! so that a holder who comes back too late changes nothing.

use db::{Db, Query, list, record, sql};
use kernel::{Id, Timestamp};

use crate::{Job, wake};

/// How long a job belongs to the process that took it up, unless it says again that it lives, in seconds.
pub(crate) const LEASE: i64 = 60;

record! {
    /// A job that was taken up.
    pub(crate) struct Claimed {
        pub(crate) id: Id<Claimed>,
        pub(crate) kind: String,
        pub(crate) payload: String,
        pub(crate) tries: u32,
        pub(crate) schedule: Option<String>,
        /// The end of the lease.
        pub(crate) due_at: Timestamp,
    }

    /// A job that waits although it is due.
    pub struct Waiting {
        /// Its kind.
        pub kind: String,
        /// When it may be taken up.
        pub due_at: Timestamp,
        /// How often it was begun.
        pub tries: u32,
    }
}

/// Enqueues a job to be done as soon as the transaction is through.
pub async fn enqueue<J: Job>(tx: &impl Query, job: &J, now: Timestamp) -> db::Result<()> {
    enqueue_at(tx, job, now).await
}

/// Enqueues a job to be done at `run_at` or soon after it.
pub async fn enqueue_at<J: Job>(tx: &impl Query, job: &J, run_at: Timestamp) -> db::Result<()> {
    // As text, not in the database's own JSON, which would not keep every text.
    let payload = serde_json::to_string(job).map_err(|e| db::Error::Check(format!("{}: {e}", J::KIND)))?;
    tx.execute(sql!(
        "insert into jobs (kind, payload, due_at, wanted_at, tries, about) values ($1, $2, $3, $3, 0, $4)",
        J::KIND,
        payload,
        run_at,
        job.about()
    ))
    .await?;
    wake::wake();
    Ok(())
}

/// Forgets what was still to be done about something, and what was given up; see [`Job::about`]. What runs at this moment
/// runs to its end, or until its lease is to be renewed.
pub async fn forget(tx: &impl Query, about: &str) -> db::Result<()> {
    tx.execute(sql!("delete from jobs where about = $1", about)).await.map(drop)
}

/// Throws away what was given up before a moment; how much that was.
pub(crate) async fn throw_away(db: &Db, given_up_before: Timestamp) -> db::Result<u64> {
    db.execute(sql!("delete from jobs where dead_at < $1", given_up_before)).await
}

/// Jobs that are due and wait, the first of them; what is done at intervals is not among them.
pub async fn overdue(db: &impl Query, now: Timestamp) -> db::Result<Vec<Waiting>> {
    db.all(sql!(
        "select kind, due_at, tries from jobs
         where dead_at is null and due_at <= $1 and schedule is null order by due_at, id limit 20",
        now
    ))
    .await
}

/// Takes up at most `most` jobs of these kinds, the longest due first.
pub(crate) async fn claim(
    db: &Db,
    kinds: Vec<String>,
    most: usize,
    now: Timestamp,
) -> db::Result<Vec<Claimed>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut claimed = db
        .transaction(async |tx| {
            tx.all::<Claimed>(sql!(
                sqlite: "update jobs set due_at = $2, tries = tries + 1, leased_at = $1
                 where id in (
                     select id from jobs where dead_at is null and due_at <= $1 and kind in ($4…)
                     order by due_at, id limit $3
                 )
                 returning id, kind, payload, tries, schedule, due_at",
                // Nodes that ask at once do not wait for each other's rows but take the next ones.
                postgres: "with due as materialized (
                     select id from jobs where dead_at is null and due_at <= $1 and kind in ($4…)
                     order by due_at, id limit $3 for update skip locked
                 )
                 update jobs set due_at = $2, tries = tries + 1, leased_at = $1 from due where jobs.id = due.id
                 returning jobs.id, kind, payload, tries, schedule, due_at",
                now,
                now.plus_seconds(LEASE),
                most,
                list(kinds.clone())
            ))
            .await
        })
        .await?;
    claimed.sort_by_key(|job| job.id);
    Ok(claimed)
}

impl Claimed {
    /// Says that the job still runs. False when the lease was lost: somebody else runs it now.
    pub(crate) async fn renew(&mut self, db: &Db, now: Timestamp) -> db::Result<bool> {
        let until = now.plus_seconds(LEASE);
        let kept = db
            .execute(sql!(
                "update jobs set due_at = $3 where id = $1 and due_at = $2",
                self.id,
                self.due_at,
                until
            ))
            .await?;
        if kept == 1 {
            self.due_at = until;
        }
        Ok(kept == 1)
    }

    /// It is done.
    pub(crate) async fn finish(&self, db: &Db) -> db::Result<()> {
        db.execute(sql!("delete from jobs where id = $1 and due_at = $2", self.id, self.due_at))
            .await
            .map(drop)
    }

    /// It failed and is to be tried again.
    pub(crate) async fn retry(&self, db: &Db, at: Timestamp, error: &str) -> db::Result<()> {
        db.execute(sql!(
            "update jobs set due_at = $3, last_error = $4, leased_at = null where id = $1 and due_at = $2",
            self.id,
            self.due_at,
            at,
            error
        ))
        .await
        .map(drop)
    }

    /// It failed for good.
    pub(crate) async fn bury(&self, db: &Db, now: Timestamp, error: &str) -> db::Result<()> {
        db.execute(sql!(
            "update jobs set dead_at = $3, last_error = $4, leased_at = null where id = $1 and due_at = $2",
            self.id,
            self.due_at,
            now,
            error
        ))
        .await
        .map(drop)
    }

    /// It is done until its next time.
    pub(crate) async fn rest(&self, db: &Db, until: Timestamp, now: Timestamp) -> db::Result<()> {
        db.execute(sql!(
            "update jobs set due_at = $3, wanted_at = $3, tries = 0, last_error = null, leased_at = null,
             done_at = $4
             where id = $1 and due_at = $2",
            self.id,
            self.due_at,
            until,
            now
        ))
        .await
        .map(drop)
    }
}

/// Gives what is done at intervals its row; one that is there waits no longer than until `latest`.
pub(crate) async fn plant(db: &Db, name: &'static str, now: Timestamp, latest: Timestamp) -> db::Result<()> {
    db.execute(sql!(
        "insert into jobs (kind, payload, due_at, wanted_at, tries, schedule) values ($1, '', $2, $2, 0, $1)
         on conflict (schedule) do update set due_at = $3 where jobs.due_at > $3",
        name,
        now,
        latest
    ))
    .await
    .map(drop)
}

#[cfg(test)]
mod tests {
    use db::on_both_databases;

    use super::*;

    #[derive(serde::Serialize, serde::Deserialize)]
    struct Ring;

    impl Job for Ring {
        const KIND: &'static str = "ring";
    }

    async fn take(db: &Db, now: Timestamp) -> Option<Claimed> {
        claim(db, vec!["ring".to_owned()], 1, now).await.unwrap().pop()
    }

    on_both_databases! {
        async fn whoever_comes_back_after_the_lease_changes_nothing(db: Db) {
            let start = Timestamp::from_millis(1_000_000);
            enqueue(&db, &Ring, start).await.unwrap();
            let mut first = take(&db, start).await.unwrap();
            assert!(take(&db, start.plus_seconds(LEASE - 1)).await.is_none());
            let later = start.plus_seconds(LEASE);
            let mut second = take(&db, later).await.unwrap();
            assert_eq!(second.tries, 2);

            assert!(!first.renew(&db, later).await.unwrap());
            first.finish(&db).await.unwrap();
            first.bury(&db, later, "late").await.unwrap();
            first.retry(&db, start, "late").await.unwrap();
            assert!(take(&db, later).await.is_none());

            assert!(second.renew(&db, later.plus_seconds(50)).await.unwrap());
            assert!(take(&db, later.plus_seconds(LEASE)).await.is_none(), "a renewed lease is longer");
            second.finish(&db).await.unwrap();
            assert!(take(&db, later.plus_seconds(10 * LEASE)).await.is_none());
        }

        async fn a_schedule_is_planted_once_and_brought_nearer_when_its_period_shrinks(db: Db) {
            let start = Timestamp::from_millis(1_000_000);
            let hour = start.plus_seconds(3600);
            plant(&db, "ring", start, hour).await.unwrap();
            let first = take(&db, start).await.unwrap();
            first.rest(&db, hour, start).await.unwrap();
            plant(&db, "ring", start, start.plus_seconds(7200)).await.unwrap();
            assert!(take(&db, start.plus_seconds(600)).await.is_none());
            plant(&db, "ring", start, start.plus_seconds(600)).await.unwrap();
            assert!(take(&db, start.plus_seconds(600)).await.is_some());
        }
    }
}
