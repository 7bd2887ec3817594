//! Tells this process's workers that a job was enqueued, so that nobody waits for the next look at the table.

use std::sync::LazyLock;

use tokio::sync::watch;

/// For all workers of the process, whatever their database: it says nothing but "look". A look too many is cheap.
static WAKE: LazyLock<watch::Sender<()>> = LazyLock::new(|| watch::Sender::new(()));

/// A job was enqueued. Its transaction is still open: those who wake look a few times.
pub(crate) fn wake() {
    WAKE.send_replace(());
}

/// Changes with every job that is enqueued from now on.
pub(crate) fn sleeper() -> watch::Receiver<()> {
    WAKE.subscribe()
}
