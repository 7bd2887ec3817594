//! Which code does which jobs.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;

use crate::Job;

/// The jobs that a program knows and what it does at intervals. Every feature has one; the program merges them.
pub struct Registry<C> {
    kinds: BTreeMap<&'static str, Kind<C>>,
    schedules: BTreeMap<&'static str, Schedule<C>>,
}

/// The code of one kind.
pub(crate) struct Kind<C> {
    pub(crate) tries: u32,
    pub(crate) run: Arc<RunJob<C>>,
}

/// The code of what is done at intervals.
pub(crate) struct Schedule<C> {
    pub(crate) period: Duration,
    pub(crate) run: Arc<RunTask<C>>,
}

/// Begins a job with the data that its row holds.
type RunJob<C> = dyn Fn(C, &str) -> Run + Send + Sync;
/// Begins what is done at intervals.
type RunTask<C> = dyn Fn(C) -> Run + Send + Sync;

/// A job that runs.
pub(crate) type Run = BoxFuture<'static, anyhow::Result<()>>;

/// What does a job: an `async fn(C, J) -> anyhow::Result<()>`.
pub trait Handler<C, J>: Send + Sync + 'static {
    /// Does it.
    fn run(&self, context: C, job: J) -> impl Future<Output = anyhow::Result<()>> + Send;
}

impl<C, J, F, R> Handler<C, J> for F
where
    F: Fn(C, J) -> R + Send + Sync + 'static,
    R: Future<Output = anyhow::Result<()>> + Send + 'static,
{
    fn run(&self, context: C, job: J) -> impl Future<Output = anyhow::Result<()>> + Send {
        self(context, job)
    }
}

/// What is done at intervals: an `async fn(C) -> anyhow::Result<()>`.
pub trait Task<C>: Send + Sync + 'static {
    /// Does it.
    fn run(&self, context: C) -> impl Future<Output = anyhow::Result<()>> + Send;
}

impl<C, F, R> Task<C> for F
where
    F: Fn(C) -> R + Send + Sync + 'static,
    R: Future<Output = anyhow::Result<()>> + Send + 'static,
{
    fn run(&self, context: C) -> impl Future<Output = anyhow::Result<()>> + Send {
        self(context)
    }
}

impl<C: Clone + Send + Sync + 'static> Registry<C> {
    /// Knows nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// All that it does, by name: kinds of jobs, and what is done at intervals.
    pub fn does(&self) -> impl Iterator<Item = &'static str> {
        self.kinds.keys().chain(self.schedules.keys()).copied()
    }

    /// Says what does the jobs of a kind.
    ///
    /// # Panics
    /// When the kind has its code already: two features would share a name.
    #[must_use]
    pub fn on<J: Job>(mut self, handler: impl Handler<C, J>) -> Self {
        let handler = Arc::new(handler);
        let run = move |context: C, payload: &str| -> Run {
            let (handler, job) = (Arc::clone(&handler), serde_json::from_str::<J>(payload));
            Box::pin(async move {
                // What serde says may repeat the payload, which is nobody's business.
                let job = job.map_err(|e| {
                    anyhow::anyhow!(
                        "its data cannot be read: {:?} error at column {}",
                        e.classify(),
                        e.column()
                    )
                })?;
                handler.run(context, job).await
            })
        };
        self.add_kind(J::KIND, Kind { tries: J::TRIES, run: Arc::new(run) });
        self
    }

    /// Does something at intervals, once for all nodes together: first when a node starts that knows it, then a
    /// period after each beginning. What fails is tried again after growing pauses, at the latest a period later.
    /// The name stands in the database.
    ///
    /// # Panics
    /// When the name is taken.
    #[must_use]
    pub fn every(mut self, name: &'static str, period: Duration, task: impl Task<C>) -> Self {
        let task = Arc::new(task);
        let run = move |context: C| -> Run {
            let task = Arc::clone(&task);
            Box::pin(async move { task.run(context).await })
        };
        self.add_schedule(name, Schedule { period, run: Arc::new(run) });
        self
    }

    /// Knows what both know.
    ///
    /// # Panics
    /// When both have a name.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (name, kind) in other.kinds {
            self.add_kind(name, kind);
        }
        for (name, schedule) in other.schedules {
            self.add_schedule(name, schedule);
        }
        self
    }

    /// Does what is done at intervals now, whenever its time is; for tests. `None` where the name is unknown.
    pub async fn run_scheduled(&self, name: &str, context: C) -> Option<anyhow::Result<()>> {
        let schedule = self.schedules.get(name)?;
        Some((schedule.run)(context).await)
    }

    pub(crate) fn kind(&self, name: &str) -> Option<&Kind<C>> {
        self.kinds.get(name)
    }

    pub(crate) fn schedule(&self, name: &str) -> Option<&Schedule<C>> {
        self.schedules.get(name)
    }

    /// The kinds of jobs.
    pub(crate) fn kinds(&self) -> Vec<String> {
        self.kinds.keys().map(ToString::to_string).collect()
    }

    pub(crate) fn schedules(&self) -> impl Iterator<Item = (&'static str, &Schedule<C>)> {
        self.schedules.iter().map(|(name, schedule)| (*name, schedule))
    }

    /// Everything that rows of ours can be called.
    pub(crate) fn names(&self) -> Vec<String> {
        self.kinds.keys().chain(self.schedules.keys()).map(ToString::to_string).collect()
    }

    fn add_kind(&mut self, name: &'static str, kind: Kind<C>) {
        assert!(self.kinds.insert(name, kind).is_none(), "two features do jobs of the kind {name}");
    }

    fn add_schedule(&mut self, name: &'static str, schedule: Schedule<C>) {
        assert!(
            self.schedules.insert(name, schedule).is_none(),
            "two features have a schedule called {name}"
        );
    }
}

impl<C> Default for Registry<C> {
    fn default() -> Self {
        Self { kinds: BTreeMap::new(), schedules: BTreeMap::new() }
    }
}
impl<C> Clone for Registry<C> {
    fn clone(&self) -> Self {
        Self { kinds: self.kinds.clone(), schedules: self.schedules.clone() }
    }
}
impl<C> Clone for Kind<C> {
    fn clone(&self) -> Self {
        Self { tries: self.tries, run: Arc::clone(&self.run) }
    }
}
impl<C> Clone for Schedule<C> {
    fn clone(&self) -> Self {
        Self { period: self.period, run: Arc::clone(&self.run) }
    }
}
