//! A database of its own for each test, on either engine.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

use tempfile::TempDir;

use crate::{Db, MIGRATIONS, Options, Result, Url, postgres::Postgres};

/// Which engine a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// An SQLite file in a temporary folder.
    Sqlite,
    /// A database of the server that `WARRAQ_TEST_POSTGRES_URL` names.
    Postgres,
}

/// An empty, migrated database that goes away with this value.
pub struct Scratch {
    /// The open database.
    pub db: Db,
    /// Its address, for starting the program on it.
    pub url: Url,
    _place: Place,
}

enum Place {
    Folder(#[expect(dead_code, reason = "kept for its Drop")] TempDir),
    Database { server: String, name: String },
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Scratch {
    /// Makes one.
    ///
    /// # Panics
    /// When there is no PostgreSQL server to make it on: `make test` starts one.
    pub async fn new(engine: Engine) -> Self {
        let (url, place) = match engine {
            Engine::Sqlite => sqlite(),
            Engine::Postgres => postgres().await,
        };
        let db = Db::open(&Options { url: url.clone(), replica: None }).await;
        let db = db.unwrap_or_else(|e| panic!("{url}: {e}"));
        Self { db, url, _place: place }
    }
}

impl Scratch {
    /// Closes its own connections, so that nobody uses the database; it goes away with this value as before.
    ///
    /// # Panics
    /// When the server does not answer.
    pub async fn left_alone(self) -> Left {
        let Self { db, url, _place: place } = self;
        drop(db);
        if let (Place::Database { server, name }, Url::Postgres(_)) = (&place, &url) {
            let closed = async {
                let connection = Postgres::open(server).await?.connection().await?;
                let others = format!(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
                );
                connection.batch(&others).await
            };
            closed.await.unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        Left { _place: place }
    }
}

/// A database that nobody uses, which goes away with this value.
pub struct Left {
    _place: Place,
}

fn sqlite() -> (Url, Place) {
    let folder = TempDir::new().unwrap_or_else(|e| panic!("a temporary folder: {e}"));
    (Url::Sqlite(folder.path().join("warraq.db")), Place::Folder(folder))
}

async fn postgres() -> (Url, Place) {
    let server = server();
    let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let made = async {
        let template = template(&server).await?;
        let connection = Postgres::open(&server).await?;
        let connection = connection.connection().await?;
        connection.batch(&format!("drop database if exists {name} with (force)")).await?;
        connection.batch(&format!("create database {name} template {template}")).await
    };
    made.await.unwrap_or_else(|e: crate::Error| panic!("a database of its own: {e}"));
    (Url::Postgres(database(&server, &name)), Place::Database { server, name })
}

#[expect(clippy::disallowed_methods, reason = "tests are told of the server by their environment")]
fn server() -> String {
    std::env::var("WARRAQ_TEST_POSTGRES_URL").unwrap_or_else(|_| {
        panic!("WARRAQ_TEST_POSTGRES_URL is not set: run `make test`, or `scripts/with-postgres cargo nextest run`")
    })
}

/// The address of another database of the same server.
fn database(server: &str, name: &str) -> String {
    let (address, query) =
        server.split_once('?').map_or((server, None), |(address, query)| (address, Some(query)));
    let host = address.rfind('/').map_or(address, |slash| &address[..slash]);
    query.map_or_else(|| format!("{host}/{name}"), |query| format!("{host}/{name}?{query}"))
}

/// A migrated database that the others are copied from, made once for a set of migrations.
async fn template(server: &str) -> Result<String> {
    use sha2::{Digest, Sha256};
    let digest =
        MIGRATIONS.iter().fold(Sha256::new(), |digest, step| digest.chain_update(step.text)).finalize();
    let name = format!("warraq_{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3]);
    let postgres = Postgres::open(server).await?;
    let connection = postgres.connection().await?;
    // Tests are processes of their own: one makes the template, the others wait here.
    connection.batch("select pg_advisory_lock(7738137)").await?;
    let there = connection.lines(&format!("select 1 from pg_database where datname = '{name}'")).await?;
    if there.is_empty() {
        let draft = format!("{name}_draft");
        connection.batch(&format!("drop database if exists {draft} with (force)")).await?;
        connection.batch(&format!("create database {draft}")).await?;
        let url = Url::Postgres(database(server, &draft));
        drop(Db::open(&Options { url, replica: None }).await?);
        // The pool's connections close a moment after it is dropped; a template must have none.
        connection
            .batch(&format!(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{draft}'"
            ))
            .await?;
        connection.batch(&format!("alter database {draft} rename to {name}")).await?;
    }
    connection.batch("select pg_advisory_unlock(7738137)").await?;
    Ok(name)
}

impl Drop for Place {
    fn drop(&mut self) {
        let Self::Database { server, name } = self else { return };
        let (server, text) = (server.clone(), format!("drop database if exists {name} with (force)"));
        // A runtime of its own, on a thread of its own: this one may be ending.
        let dropped = thread::spawn(move || -> Result<()> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|e| crate::Error::Unavailable(e.to_string()))?;
            runtime.block_on(async { Postgres::open(&server).await?.connection().await?.batch(&text).await })
        });
        if !matches!(dropped.join(), Ok(Ok(()))) {
            tracing::warn!("a test's database was left behind");
        }
    }
}

/// Runs the body once on SQLite and once on PostgreSQL, each on a fresh database.
///
/// ```ignore
/// on_both_databases! {
///     async fn a_title_is_kept(db: Db) { … }
/// }
/// ```
#[macro_export]
macro_rules! on_both_databases {
    ($( $(#[$meta:meta])* async fn $name:ident($db:ident: Db) $body:block )+) => {$(
        mod $name {
            #[expect(unused_imports, reason = "a body may need nothing from around it")]
            use super::*;

            async fn body($db: $crate::Db) $body

            $(#[$meta])*
            #[test]
            fn on_sqlite() {
                $crate::scratch::run($crate::scratch::Engine::Sqlite, body);
            }

            $(#[$meta])*
            #[test]
            fn on_postgres() {
                $crate::scratch::run($crate::scratch::Engine::Postgres, body);
            }
        }
    )+};
}

/// Runs one body on one engine; for [`on_both_databases!`](crate::on_both_databases).
///
/// # Panics
/// When the test does.
pub fn run<F: Future<Output = ()>>(engine: Engine, body: impl FnOnce(Db) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.unwrap_or_else(|e| panic!("a runtime: {e}")).block_on(async {
        let scratch = Scratch::new(engine).await;
        body(scratch.db.clone()).await;
    });
}
