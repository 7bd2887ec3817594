//! Durable jobs: work that is done after the transaction that wanted it, by whichever node is free.
//!
//! [`enqueue`] writes a row in the caller's transaction, so that the job is there exactly when the change is. A
//! [`Worker`] takes rows up under a lease that it renews; a job whose process died is taken up again when the lease is
//! over. So a job may run twice, and **what it does twice must have the effect of once**. What fails is tried again
//! after growing pauses; after [`Job::TRIES`] it is dead: its row stays for 30 days, with what it last said.
//!
//! ```ignore
//! #[derive(Serialize, Deserialize)]
//! struct SendCode { account: Id<Account> }
//!
//! impl Job for SendCode { const KIND: &'static str = "accounts.send_code"; }
//!
//! let registry = Registry::new()
//!     .on::<SendCode>(send_code)                                // async fn(App, SendCode) -> anyhow::Result<()>
//!     .every("accounts.expire_codes", Duration::from_hours(1), expire_codes); // async fn(App) -> anyhow::Result<()>
//!
//! db.transaction(async |tx| jobs::enqueue(&tx, &SendCode { account }, now).await).await?;
//! ```
//!
//! Leases are compared between nodes, so their clocks have to agree within half a minute.

mod current;
pub mod desk;
mod outcome;
mod pause;
mod queue;
mod registry;
mod wake;
mod worker;

pub use current::{Current, current};
pub use outcome::{Failure, GiveUp};
pub use queue::{Waiting, enqueue, enqueue_at, forget, overdue};
pub use registry::{Handler, Registry, Task};
pub use worker::Worker;

/// Work to be done later: its data, which is kept as JSON, and the name that they are kept under.
pub trait Job: serde::Serialize + serde::de::DeserializeOwned + Send + Sync + 'static {
    /// The name of this kind of job, for ever: `accounts.send_code`. Rows of other programs' kinds are left alone.
    const KIND: &'static str;
    /// How often it is begun before it is given up. Twelve tries take most of a day.
    const TRIES: u32 = 12;

    /// What it is about: `user:7`. With that it goes, see [`forget`].
    fn about(&self) -> Option<String> {
        None
    }
}
