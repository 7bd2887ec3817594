//! What people who run the shop see of the jobs, and what they do about them: look at what waits, runs and failed, have it
//! done again, throw it away.

use db::{Query, record, sql};
use kernel::{Id, Timestamp};

use crate::wake;

/// How a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It was tried too often, or will never succeed, and is left.
    Dead,
    /// It is to be done, now or when its time has come.
    Waiting,
    /// A process is at it.
    Running,
    /// It is done at intervals.
    Scheduled,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Dead, Self::Waiting, Self::Running, Self::Scheduled];

    /// Its word in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dead => "dead",
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Scheduled => "scheduled",
        }
    }
}

impl std::str::FromStr for State {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|state| state.as_str() == word).ok_or(())
    }
}

record! {
    /// A job as a row tells of it; what it is about stays with the program.
    pub struct Listed {
        /// Its key.
        pub id: Id<Listed>,
        /// What it does, by the program's name for it.
        pub kind: String,
        /// When it may be taken up; while it runs, the end of its lease.
        pub due_at: Timestamp,
        /// When it was first to run.
        pub wanted_at: Timestamp,
        /// How often it was begun.
        pub tries: u32,
        /// What it said when it failed last.
        pub last_error: Option<String>,
        /// When it was given up.
        pub dead_at: Option<Timestamp>,
        /// When a process took it up that has not told how it ended.
        pub leased_at: Option<Timestamp>,
        /// When it was last done, of what is done at intervals.
        pub done_at: Option<Timestamp>,
        /// Its name among what is done at intervals.
        pub schedule: Option<String>,
    }

    /// How many jobs stand how.
    pub struct Backlog {
        /// That were given up.
        pub dead: i64,
        /// That are due and were not taken up; what is done at intervals among them.
        pub due: i64,
        /// Since when the first of those is due.
        pub oldest: Option<Timestamp>,
    }
}

impl Listed {
    /// How it stands at this moment.
    pub fn state(&self, now: Timestamp) -> State {
        if self.dead_at.is_some() {
            State::Dead
        } else if self.leased_at.is_some() && self.due_at > now {
            State::Running
        } else if self.schedule.is_some() {
            State::Scheduled
        } else {
            State::Waiting
        }
    }

    /// Its place in the list of those that stand so.
    pub fn place(&self, state: State) -> Place {
        let at = match state {
            State::Dead => self.dead_at.unwrap_or(self.due_at),
            _ => self.due_at,
        };
        (at, self.id)
    }
}

/// A place in a list.
pub type Place = (Timestamp, Id<Listed>);

/// A part of those that stand so: the dead ones latest first, the others in the order in which they are due.
pub async fn list(
    db: &impl Query,
    state: State,
    (after, rows): (Option<Place>, i64),
    now: Timestamp,
) -> db::Result<Vec<Listed>> {
    let first = (Timestamp::from_millis(i64::MIN), Id::new(0));
    let last = (Timestamp::from_millis(i64::MAX), Id::new(i64::MAX));
    let (at, id) = after.unwrap_or(if state == State::Dead { last } else { first });
    let statement = match state {
        State::Dead => sql!(
            "select id, kind, due_at, wanted_at, tries, last_error, dead_at, leased_at, done_at, schedule from jobs
             where dead_at is not null and (dead_at, id) < ($1, $2) order by dead_at desc, id desc limit $3",
            at,
            id,
            rows
        ),
        State::Waiting => sql!(
            "select id, kind, due_at, wanted_at, tries, last_error, dead_at, leased_at, done_at, schedule from jobs
             where dead_at is null and (due_at, id) > ($1, $2) and schedule is null and (leased_at is null or due_at <= $4)
             order by due_at, id limit $3",
            at,
            id,
            rows,
            now
        ),
        State::Running => sql!(
            "select id, kind, due_at, wanted_at, tries, last_error, dead_at, leased_at, done_at, schedule from jobs
             where dead_at is null and (due_at, id) > ($1, $2) and due_at > $4 and leased_at is not null
             order by due_at, id limit $3",
            at,
            id,
            rows,
            now
        ),
        State::Scheduled => sql!(
            "select id, kind, due_at, wanted_at, tries, last_error, dead_at, leased_at, done_at, schedule from jobs
             where schedule is not null and dead_at is null and (due_at, id) > ($1, $2) order by due_at, id limit $3",
            at,
            id,
            rows
        ),
    };
    db.all(statement).await
}

/// One job.
pub async fn find(db: &impl Query, id: Id<Listed>) -> db::Result<Option<Listed>> {
    db.optional(sql!(
        "select id, kind, due_at, wanted_at, tries, last_error, dead_at, leased_at, done_at, schedule from jobs
         where id = $1",
        id
    ))
    .await
}

/// The keys of those that were given up, the latest first, up to `most`.
pub async fn dead(db: &impl Query, most: i64) -> db::Result<Vec<Id<Listed>>> {
    let keys: Vec<(Id<Listed>,)> = db
        .all(sql!(
            "select id from jobs where dead_at is not null order by dead_at desc, id desc limit $1",
            most
        ))
        .await?;
    Ok(keys.into_iter().map(|(id,)| id).collect())
}

/// How much is left.
pub async fn backlog(db: &impl Query, now: Timestamp) -> db::Result<Backlog> {
    db.one(sql!(
        "select (select count(*) from jobs where dead_at is not null) as dead,
                (select count(*) from jobs where dead_at is null and due_at <= $1) as due,
                (select min(due_at) from jobs where dead_at is null and due_at <= $1) as oldest",
        now
    ))
    .await
}

/// Has it done now, with all its tries; false where it runs, or is gone.
pub async fn do_again(tx: &impl Query, id: Id<Listed>, now: Timestamp) -> db::Result<bool> {
    let done = tx
        .execute(sql!(
            "update jobs set due_at = $2, tries = 0, dead_at = null, leased_at = null
             where id = $1 and (leased_at is null or dead_at is not null or due_at <= $2)",
            id,
            now
        ))
        .await?;
    wake::wake();
    Ok(done == 1)
}

/// Throws it away; false where it runs, is gone, or is done at intervals, which belongs to the program.
pub async fn remove(tx: &impl Query, id: Id<Listed>, now: Timestamp) -> db::Result<bool> {
    let gone = tx
        .execute(sql!(
            "delete from jobs where id = $1 and schedule is null and (leased_at is null or dead_at is not null or due_at <= $2)",
            id,
            now
        ))
        .await?;
    Ok(gone == 1)
}

/// Enqueues a job by the name of its kind, with the data that one of it had.
pub async fn enqueue_again(
    tx: &impl Query,
    (kind, payload, about): (&str, &str, Option<&str>),
    now: Timestamp,
) -> db::Result<()> {
    tx.execute(sql!(
        "insert into jobs (kind, payload, due_at, wanted_at, tries, about) values ($1, $2, $3, $3, 0, $4)",
        kind,
        payload,
        now,
        about
    ))
    .await?;
    wake::wake();
    Ok(())
}
