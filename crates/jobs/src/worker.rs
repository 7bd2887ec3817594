//! Takes jobs up and does them.

use std::pin::pin;
use std::time::{Duration, Instant};

use db::Db;
use kernel::{Clock, Random, Timestamp};
use tokio::task::JoinSet;
use tracing::Instrument as _;

use crate::current::{self, Current};
use crate::outcome::{Failure, GiveUp};
use crate::pause::retry_at;
use crate::queue::{self, Claimed, LEASE};
use crate::registry::{Registry, Run};
use crate::wake;

/// How many jobs of one process run at once.
const AT_ONCE: usize = 4;
/// How often the table is looked at for jobs of other nodes, and for those whose time has come.
const LOOK: Duration = Duration::from_secs(1);
/// How often it is looked at after this process enqueued something, while that transaction is ending.
const QUICK_LOOK: Duration = Duration::from_millis(50);
/// How many such looks there are.
const QUICK_LOOKS: u32 = 20;
/// How often a running job renews its lease: two renewals may fail.
const RENEW: Duration = Duration::from_secs(LEASE.unsigned_abs() / 3);
/// What the worker does for itself at intervals.
const TIDY: &str = "jobs.tidy";
const TIDY_PERIOD: Duration = Duration::from_hours(1);
/// How long a job that was given up is kept, in seconds: long enough to be looked into.
const DEAD_KEPT: i64 = 30 * 24 * 60 * 60;
/// The most of an error that is kept, in characters.
const ERROR_MOST: usize = 1_000;

/// Does the jobs that its registry knows; others are left for nodes that know them. Cheap to clone.
#[derive(Clone)]
pub struct Worker<C> {
    db: Db,
    clock: Clock,
    random: Random,
    registry: Registry<C>,
    context: C,
}

impl<C: Clone + Send + Sync + 'static> Worker<C> {
    /// A worker that hands `context` to every job.
    pub fn new(db: Db, clock: Clock, random: Random, registry: Registry<C>, context: C) -> Self {
        let (own_db, own_clock) = (db.clone(), clock.clone());
        let registry = registry.every(TIDY, TIDY_PERIOD, move |_: C| tidy(own_db.clone(), own_clock.now()));
        Self { db, clock, random, registry, context }
    }

    /// What it knows.
    pub fn registry(&self) -> &Registry<C> {
        &self.registry
    }

    /// Works until told to stop, then finishes what runs.
    pub async fn run(self, stop: impl Future<Output = ()> + Send) {
        let mut stop = pin!(stop);
        let mut wake = wake::sleeper();
        let mut running = JoinSet::new();
        let mut looks = Looks::default();
        self.plant().await;
        loop {
            let free = AT_ONCE - running.len();
            if free > 0 {
                for job in looks.report(self.claim(free).await) {
                    let worker = self.clone();
                    running.spawn(async move { worker.work(job).await });
                }
            }
            tokio::select! {
                () = &mut stop => break,
                // A place is free again: perhaps somebody waits for it.
                Some(_) = running.join_next() => {}
                Ok(()) = wake.changed() => looks.quick = QUICK_LOOKS,
                () = tokio::time::sleep(looks.pause()) => {}
            }
        }
        while running.join_next().await.is_some() {}
    }

    /// Does everything that is due, one after the other in order, and what that enqueues, until nothing is due; what
    /// failed. For tests.
    pub async fn drain(&self) -> db::Result<Vec<Failure>> {
        let mut failed = Vec::new();
        loop {
            let claimed = queue::claim(&self.db, self.registry.kinds(), 1, self.clock.now()).await?;
            let Some(job) = claimed.into_iter().next() else { return Ok(failed) };
            failed.extend(self.work(job).await);
        }
    }

    /// Sees that everything that is done at intervals has its row.
    async fn plant(&self) {
        let now = self.clock.now();
        // No nearer than a lease, which might be running.
        let latest = |period| after(now, period).max(now.plus_seconds(LEASE));
        let schedules = self.registry.schedules().map(|(name, schedule)| (name, latest(schedule.period)));
        for (name, latest) in schedules.collect::<Vec<_>>() {
            if let Err(error) = queue::plant(&self.db, name, now, latest).await {
                tracing::error!(job.kind = name, %error, "{name} could not be scheduled");
            }
        }
    }

    async fn claim(&self, most: usize) -> db::Result<Vec<Claimed>> {
        queue::claim(&self.db, self.registry.names(), most, self.clock.now()).await
    }

    /// Does one job and writes down how it ended.
    async fn work(&self, mut job: Claimed) -> Option<Failure> {
        let (began, watch) = (self.clock.now(), Instant::now());
        let span = tracing::info_span!("job", job.kind, job.id = %job.id, job.tries);
        let result = match self.start(&job) {
            Some(run) => {
                let run = current::during(self.told(&job), run);
                self.attend(run.instrument(span.clone()), &mut job).await
            }
            None => Some(Err(anyhow::anyhow!("this node does not know it"))),
        };
        let took_ms = watch.elapsed().as_millis();
        let ended = async {
            match result? {
                Ok(()) => {
                    tracing::debug!(duration_ms = took_ms, "The job {} is done", job.kind);
                    count(&job, "done");
                    noted(self.done(&job, began).await, &job);
                    None
                }
                Err(error) => Some(self.failed(&job, &error).await),
            }
        };
        ended.instrument(span).await
    }

    /// What the job is told of itself.
    fn told(&self, job: &Claimed) -> Current {
        let tries = self.registry.kind(&job.kind).map_or(u32::MAX, |kind| kind.tries);
        Current {
            id: kernel::Id::new(job.id.get()),
            kind: job.kind.clone(),
            payload: job.payload.clone(),
            tries: job.tries,
            is_last_try: job.tries >= tries,
        }
    }

    fn start(&self, job: &Claimed) -> Option<Run> {
        let context = self.context.clone();
        match &job.schedule {
            Some(name) => self.registry.schedule(name).map(|schedule| (schedule.run)(context)),
            None => self.registry.kind(&job.kind).map(|kind| (kind.run)(context, &job.payload)),
        }
    }

    /// Runs the job to its end, renewing its lease meanwhile; `None` when another node has taken it up. It has a task
    /// of its own, so that one which panics, or computes without a pause, harms nobody; the task ends with this future.
    async fn attend(
        &self,
        run: impl Future<Output = anyhow::Result<()>> + Send + 'static,
        job: &mut Claimed,
    ) -> Option<anyhow::Result<()>> {
        let mut task = JoinSet::new();
        task.spawn(run);
        loop {
            match tokio::time::timeout(RENEW, task.join_next()).await {
                Ok(Some(Ok(result))) => return Some(result),
                // The panic's own words are logged where it happened.
                Ok(_) => return Some(Err(anyhow::anyhow!("it panicked"))),
                Err(_) => match job.renew(&self.db, self.clock.now()).await {
                    Ok(true) => {}
                    Ok(false) => {
                        tracing::warn!(
                            job.kind,
                            "The lease of {} was over: another node took it up, or it was forgotten",
                            job.kind
                        );
                        count(job, "lost");
                        return None;
                    }
                    Err(error) => {
                        tracing::warn!(job.kind, %error, "The lease of {} was not renewed", job.kind);
                    }
                },
            }
        }
    }

    async fn done(&self, job: &Claimed, began: Timestamp) -> db::Result<()> {
        match job.schedule.as_ref().and_then(|name| self.registry.schedule(name)) {
            Some(schedule) => job.rest(&self.db, after(began, schedule.period), self.clock.now()).await,
            None => job.finish(&self.db).await,
        }
    }

    /// Writes down that a job failed: to be tried again, or dead.
    async fn failed(&self, job: &Claimed, error: &anyhow::Error) -> Failure {
        let now = self.clock.now();
        let retry = retry_at(now, job.tries, &self.random);
        let text: String = format!("{error:#}").chars().take(ERROR_MOST).collect();
        let kind = &job.kind;
        let schedule = job.schedule.as_ref().and_then(|name| self.registry.schedule(name));
        let tries = self.registry.kind(kind).map_or(1, |kind| kind.tries);
        let dead = schedule.is_none() && (job.tries >= tries || error.is::<GiveUp>());
        let written = if dead {
            tracing::error!(error = text, "The job {kind} is given up after {} tries: {text}", job.tries);
            count(job, "dead");
            job.bury(&self.db, now, &text).await
        } else {
            let latest = schedule.map(|schedule| after(now, schedule.period));
            let at = latest.map_or(retry, |latest| latest.min(retry));
            if latest == Some(at) {
                tracing::error!(error = text, "{kind} failed and is left until its next time, {at}: {text}");
            } else {
                tracing::warn!(error = text, "The job {kind} failed and is tried again at {at}: {text}");
            }
            count(job, "failed");
            job.retry(&self.db, at, &text).await
        };
        noted(written, job);
        Failure { kind: kind.clone(), error: text, dead }
    }
}

/// When the worker looks at the table.
#[derive(Default)]
struct Looks {
    /// Quick ones left.
    quick: u32,
    /// Whether the database did not answer the last time.
    blind: bool,
}

impl Looks {
    fn pause(&mut self) -> Duration {
        let quick = self.quick > 0;
        self.quick = self.quick.saturating_sub(1);
        if quick { QUICK_LOOK } else { LOOK }
    }

    /// What was found, and a line in the log when the database goes or comes back.
    fn report(&mut self, found: db::Result<Vec<Claimed>>) -> Vec<Claimed> {
        let was_blind = std::mem::replace(&mut self.blind, found.is_err());
        match &found {
            Err(error) if !was_blind => tracing::error!(%error, "The jobs cannot be looked at: {error}"),
            Ok(_) if was_blind => tracing::info!("The jobs can be looked at again"),
            _ => {}
        }
        found.unwrap_or_default()
    }
}

/// Throws away what was given up long ago: its data may be about somebody. Its line in the log was written, and it was
/// counted, when that happened.
async fn tidy(db: Db, now: Timestamp) -> anyhow::Result<()> {
    let gone = queue::throw_away(&db, now.plus_seconds(-DEAD_KEPT)).await?;
    if gone > 0 {
        tracing::info!(jobs = gone, "Threw away {gone} jobs that were given up 30 days ago");
    }
    Ok(())
}

fn after(at: Timestamp, period: Duration) -> Timestamp {
    let millis = i64::try_from(period.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millis(at.as_millis().saturating_add(millis))
}

/// The end of a job that cannot be written down: its lease will end, and it will run again.
fn noted(written: db::Result<()>, job: &Claimed) {
    if let Err(error) = written {
        tracing::warn!(%error, "How {} ended could not be written down; it will run again", job.kind);
    }
}

fn count(job: &Claimed, outcome: &'static str) {
    metrics::counter!("jobs_total", "kind" => job.kind.clone(), "outcome" => outcome).increment(1);
}
