//! The database as the rest of the program sees it.

use std::{fmt, future::Future, path::PathBuf, str::FromStr, sync::Arc};

use crate::{Error, FromRow, Result, Statement, migrate, postgres::Postgres, sqlite::Sqlite, transaction};

/// Which database, as `WARRAQ_DATABASE_URL` writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Url {
    /// `sqlite:PATH`
    Sqlite(PathBuf),
    /// `postgres://…`, kept whole for the driver. It may hold a password.
    Postgres(String),
}

/// The address is of no database that is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected sqlite:PATH or postgres://USER@HOST/NAME")]
pub struct UrlError;

impl FromStr for Url {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return if path.is_empty() { Err(UrlError) } else { Ok(Self::Sqlite(path.into())) };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(UrlError)
    }
}

impl fmt::Display for Url {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
                match rest.rsplit_once('@') {
                    Some((user, host)) => {
                        let name = user.split(':').next().unwrap_or_default();
                        write!(f, "{scheme}://{name}@{}", host.split('?').next().unwrap_or_default())
                    }
                    None => write!(f, "{scheme}://{}", rest.split('?').next().unwrap_or_default()),
                }
            }
        }
    }
}

/// How to connect.
#[derive(Debug, Clone)]
pub struct Options {
    /// The database.
    pub url: Url,
    /// A PostgreSQL replica for reads that need not be fresh.
    pub replica: Option<Url>,
}

/// A handle on the database; cloning it is cheap.
#[derive(Clone)]
pub struct Db {
    pub(crate) primary: Arc<Engine>,
    replica: Option<Arc<Engine>>,
}

/// The two databases. Only this crate matches on them.
pub(crate) enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Engine {
    async fn open(url: &Url) -> Result<Self> {
        match url {
            Url::Sqlite(path) => Sqlite::open(path).map(Self::Sqlite),
            Url::Postgres(url) => Postgres::open(url).await.map(Self::Postgres),
        }
    }
}

/// What can run statements: the database itself, or a transaction on it. Domain functions take `&impl Query`.
pub trait Query: Sync {
    /// All rows that the statement answers with. On the [`Db`] itself it only reads: a change that answers with
    /// rows (`… returning id`) stands in a transaction.
    fn all<R: FromRow + Send + 'static>(
        &self,
        statement: Statement,
    ) -> impl Future<Output = Result<Vec<R>>> + Send;

    /// Runs a statement for its effect; how many rows it changed.
    fn execute(&self, statement: Statement) -> impl Future<Output = Result<u64>> + Send;

    /// The first row, where there is one.
    fn optional<R: FromRow + Send + 'static>(
        &self,
        statement: Statement,
    ) -> impl Future<Output = Result<Option<R>>> + Send {
        async move { Ok(self.all(statement).await?.into_iter().next()) }
    }

    /// The first row; [`Error::NotFound`] where there is none.
    fn one<R: FromRow + Send + 'static>(
        &self,
        statement: Statement,
    ) -> impl Future<Output = Result<R>> + Send {
        async move { self.optional(statement).await?.ok_or(Error::NotFound) }
    }
}

impl Db {
    /// Connects, and brings the schema up to date. Safe for several nodes at once.
    pub async fn open(options: &Options) -> Result<Self> {
        let db = Self::connect(options).await?;
        migrate::run(&db).await?;
        Ok(db)
    }

    /// Connects without touching the schema.
    pub async fn connect(options: &Options) -> Result<Self> {
        let primary = Arc::new(Engine::open(&options.url).await?);
        let replica = match &options.replica {
            Some(url) => Some(Arc::new(Engine::open(url).await?)),
            None => None,
        };
        Ok(Self { primary, replica })
    }

    /// Brings the schema up to date; the numbers of the migrations that were applied now.
    pub async fn migrate(&self) -> Result<Vec<i64>> {
        migrate::run(self).await
    }

    /// The same database through its replica, where one is configured. Never for what must be fresh.
    #[must_use]
    pub fn read(&self) -> Self {
        match &self.replica {
            Some(replica) => Self { primary: Arc::clone(replica), replica: None },
            None => self.clone(),
        }
    }

    /// Whether the database answers and its schema is the one this program knows.
    pub async fn ready(&self) -> Result<()> {
        migrate::verify(self).await
    }

    /// Runs `work` in one transaction: committed when it answers `Ok`, rolled back otherwise. Where the database
    /// asks for it (a serialisation failure, a deadlock) `work` runs again, so it must have no effect elsewhere.
    pub async fn transaction<T, E, F, W>(&self, work: F) -> Result<T, E>
    where
        F: Fn(crate::Tx) -> W,
        W: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        transaction::run(self, work).await
    }

    /// Lets the planner look at the tables after much was entered at once. PostgreSQL would do so by itself within
    /// a minute or two, and plan by guesses until then; SQLite's plans do not depend on it.
    pub async fn refresh_statistics(&self) -> Result<()> {
        match &*self.primary {
            Engine::Sqlite(_) => Ok(()),
            Engine::Postgres(postgres) => postgres.connection().await?.batch("analyze").await,
        }
    }

    /// `sqlite` or `postgres`, for logs and for people.
    pub fn kind(&self) -> &'static str {
        match *self.primary {
            Engine::Sqlite(_) => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }
}

impl Query for Db {
    async fn all<R: FromRow + Send + 'static>(&self, statement: Statement) -> Result<Vec<R>> {
        match &*self.primary {
            Engine::Sqlite(sqlite) => sqlite.read(statement).await,
            Engine::Postgres(postgres) => postgres.connection().await?.query(statement).await,
        }
    }

    async fn execute(&self, statement: Statement) -> Result<u64> {
        match &*self.primary {
            Engine::Sqlite(sqlite) => {
                let writer = sqlite.writer().await;
                // The commit that ends the statement waits for the disk.
                crate::sqlite::off_thread(move || writer.execute(statement)).await
            }
            Engine::Postgres(postgres) => postgres.connection().await?.execute(statement).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_without_their_password() {
        let shown = |text: &str| text.parse::<Url>().map(|url| url.to_string());
        assert_eq!(shown("sqlite:data/warraq.db"), Ok("sqlite:data/warraq.db".into()));
        assert_eq!(shown("postgres://w:s3cr@t@db:5432/shop?x=1"), Ok("postgres://w@db:5432/shop".into()));
        assert_eq!(shown("postgres:///shop?host=/run"), Ok("postgres:///shop".into()));
        assert_eq!(shown("mysql://x"), Err(UrlError));
        assert_eq!(shown("sqlite:"), Err(UrlError));
    }
}
