//! Transactions: all or nothing, replayed where two of them met.

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tokio::sync::OwnedMutexGuard;

use crate::{
    Db, Error, FromRow, Query, Result, Statement,
    connect::Engine,
    postgres::Connection,
    sqlite::{Writer, off_thread},
};

/// How often a transaction is tried before its caller hears of the conflict.
const TRIES: u32 = 8;

/// A transaction in progress; it runs statements as [`Db`] does.
///
/// The work of a transaction owns its handle rather than borrowing it: a borrow would have to live for any lifetime,
/// and the compiler could not see that the future of a handler may move between threads.
pub struct Tx(Arc<InProgress>);

struct InProgress {
    session: Option<Session>,
    /// Set when a statement failed in a way that running everything again may mend.
    replay: AtomicBool,
}

enum Session {
    Sqlite(OwnedMutexGuard<Writer>),
    Postgres(Box<Connection>),
}

pub(crate) async fn run<T, E, F, W>(db: &Db, work: F) -> Result<T, E>
where
    F: Fn(Tx) -> W,
    W: Future<Output = Result<T, E>>,
    E: From<Error>,
{
    let mut attempt = 1;
    loop {
        let tx = Arc::new(InProgress::begin(db).await?);
        let result = work(Tx(tx.clone())).await;
        let replay = tx.replay.load(Ordering::Relaxed);
        let Some(tx) = Arc::into_inner(tx) else {
            return Err(Error::Unavailable("a transaction was kept beyond its end".to_owned()).into());
        };
        let failure = match result {
            Ok(value) => match tx.commit().await {
                Ok(()) => return Ok(value),
                Err(e) if e.is_replayable() => e.into(),
                Err(e) => return Err(e.into()),
            },
            Err(e) => {
                tx.roll_back().await;
                if !replay {
                    return Err(e);
                }
                e
            }
        };
        if attempt == TRIES {
            return Err(failure);
        }
        // A little longer each time, so that the transactions that met part ways.
        tokio::time::sleep(Duration::from_millis(u64::from(attempt * attempt))).await;
        attempt += 1;
    }
}

impl InProgress {
    async fn begin(db: &Db) -> Result<Self> {
        let session = match &*db.primary {
            Engine::Sqlite(sqlite) => {
                let writer = sqlite.writer().await;
                writer.batch("begin immediate")?;
                Session::Sqlite(writer)
            }
            Engine::Postgres(postgres) => {
                let connection = postgres.connection().await?;
                connection.batch("begin").await?;
                Session::Postgres(Box::new(connection))
            }
        };
        Ok(Self { session: Some(session), replay: AtomicBool::new(false) })
    }

    async fn commit(mut self) -> Result<()> {
        match self.session.take() {
            Some(Session::Sqlite(writer)) => {
                // The commit waits for the disk.
                off_thread(move || {
                    let committed = writer.batch("commit");
                    if committed.is_err() {
                        // A full disk leaves the transaction open; the next one must find the writer free.
                        let _ = writer.batch("rollback");
                    }
                    committed
                })
                .await
            }
            Some(Session::Postgres(connection)) => connection.batch("commit").await,
            None => Ok(()),
        }
    }

    async fn roll_back(mut self) {
        match self.session.take() {
            Some(Session::Sqlite(writer)) => {
                // Fails only where SQLite rolled back by itself.
                let _ = writer.batch("rollback");
            }
            Some(Session::Postgres(connection)) => match connection.batch("rollback").await {
                Ok(()) => {}
                Err(_) => connection.discard(),
            },
            None => {}
        }
    }

    fn noting<T>(&self, result: Result<T>) -> Result<T> {
        if result.as_ref().is_err_and(Error::is_replayable) {
            self.replay.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl Drop for InProgress {
    /// A transaction whose caller went away (a request that was cut off) is rolled back.
    fn drop(&mut self) {
        match self.session.take() {
            Some(Session::Sqlite(writer)) => {
                let _ = writer.batch("rollback");
            }
            Some(Session::Postgres(connection)) => connection.discard(),
            None => {}
        }
    }
}

impl Query for Tx {
    async fn all<R: FromRow + Send + 'static>(&self, statement: Statement) -> Result<Vec<R>> {
        match &self.0.session {
            Some(Session::Sqlite(writer)) => self.0.noting(writer.query(statement)),
            Some(Session::Postgres(connection)) => self.0.noting(connection.query(statement).await),
            None => Err(Error::Unavailable("the transaction is over".to_owned())),
        }
    }

    async fn execute(&self, statement: Statement) -> Result<u64> {
        match &self.0.session {
            Some(Session::Sqlite(writer)) => self.0.noting(writer.execute(statement)),
            Some(Session::Postgres(connection)) => self.0.noting(connection.execute(statement).await),
            None => Err(Error::Unavailable("the transaction is over".to_owned())),
        }
    }
}

impl Tx {
    /// Runs many statements for their effect, on PostgreSQL without waiting for one answer before sending the next.
    pub async fn execute_all(&self, statements: impl IntoIterator<Item = Statement> + Send) -> Result<()> {
        let statements: Vec<_> = statements.into_iter().collect();
        futures::future::try_join_all(statements.into_iter().map(|statement| self.execute(statement)))
            .await?;
        Ok(())
    }
}
