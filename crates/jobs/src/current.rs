//! Which job is being done: for what it does far away from its own code, such as writing down which mail it sent.

use kernel::Id;

use crate::desk::Listed;

/// The job that is being done.
#[derive(Debug, Clone)]
pub struct Current {
    /// Its key.
    pub id: Id<Listed>,
    /// What it does.
    pub kind: String,
    /// Its data, as JSON.
    pub payload: String,
    /// How often it was begun, this time too.
    pub tries: u32,
    /// Whether it is given up when it fails now.
    pub is_last_try: bool,
}

tokio::task_local! {
    static CURRENT: Current;
}

/// The job as part of which this is called; `None` outside of jobs, and in tasks that a job starts.
pub fn current() -> Option<Current> {
    CURRENT.try_with(Clone::clone).ok()
}

/// Does it as part of a job.
pub(crate) fn during<F: Future>(job: Current, work: F) -> impl Future<Output = F::Output> {
    CURRENT.scope(job, work)
}
