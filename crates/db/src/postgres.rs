//! PostgreSQL through tokio-postgres and a pool of connections.

use std::{error::Error as StdError, fmt::Display, time::Duration};

use bytes::{Bytes, BytesMut};
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime};
use futures::SinkExt as _;
use tokio_postgres::{
    Config, NoTls,
    error::SqlState,
    types::{FromSql, IsNull, ToSql, Type, to_sql_checked},
};

use crate::{
    Error, FromRow, Result, Statement,
    row::{Cells, Row, places},
    value::{Mismatch, Value, ValueRef},
};

/// Connections of one node. Statements take well under a millisecond, so few serve many.
const CONNECTIONS: usize = 16;
/// The longest that one statement may take; longer is a defect, and would pile up.
const STATEMENT_TIMEOUT: &str = "30s";
/// Compiling a statement takes longer than any of ours runs, and a wrong guess of its cost is enough to start it.
const COMPILER: &str = "-c jit=off";

/// A pool of connections to one server.
pub(crate) struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Prepares the pool and makes the first connection, so that a wrong address shows at once.
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let mut config: Config = url.parse().map_err(|e: tokio_postgres::Error| unavailable(&e))?;
        let options = config.get_options().unwrap_or_default().to_owned();
        config
            .application_name("warraq")
            .connect_timeout(Duration::from_secs(5))
            .options(format!("{options} -c statement_timeout={STATEMENT_TIMEOUT} {COMPILER}").trim());
        let manager =
            Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(Duration::from_secs(10)))
            .create_timeout(Some(Duration::from_secs(10)))
            .build()
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        let postgres = Self { pool };
        postgres.connection().await?;
        Ok(postgres)
    }

    /// A connection of the pool.
    pub(crate) async fn connection(&self) -> Result<Connection> {
        match self.pool.get().await {
            Ok(client) => Ok(Connection(client)),
            Err(PoolError::Backend(e)) => Err(unavailable(&e)),
            Err(e) => Err(Error::Unavailable(e.to_string())),
        }
    }
}

/// One connection, in or out of a transaction.
pub(crate) struct Connection(Object);

impl Connection {
    /// Runs a statement and reads the rows it returns.
    pub(crate) async fn query<R: FromRow>(&self, statement: Statement) -> Result<Vec<R>> {
        let at = statement.text;
        let (text, values) = statement.expand(at.postgres);
        let prepared = self.0.prepare_cached(&text).await.map_err(|e| error(at, &e))?;
        let places = places::<R>(prepared.columns().iter().map(tokio_postgres::Column::name))?;
        let rows = self.0.query(&prepared, &arguments(&values)).await.map_err(|e| error(at, &e))?;
        rows.iter().map(|row| R::from_row(&Row { cells: row, places: &places })).collect()
    }

    /// Runs a statement and counts the rows it changed.
    pub(crate) async fn execute(&self, statement: Statement) -> Result<u64> {
        let at = statement.text;
        let (text, values) = statement.expand(at.postgres);
        let prepared = self.0.prepare_cached(&text).await.map_err(|e| error(at, &e))?;
        self.0.execute(&prepared, &arguments(&values)).await.map_err(|e| error(at, &e))
    }

    /// Runs plain text: `begin`, `commit`, a migration.
    pub(crate) async fn batch(&self, text: &str) -> Result<()> {
        self.0.batch_execute(text).await.map_err(|e| error(text.lines().next().unwrap_or_default(), &e))
    }

    /// The first column of each row of plain text's answer; for the audit.
    pub(crate) async fn lines(&self, text: &str) -> Result<Vec<String>> {
        let messages = self.0.simple_query(text).await.map_err(|e| error(text, &e))?;
        Ok(messages
            .iter()
            .filter_map(|message| match message {
                tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
                _ => None,
            })
            .collect())
    }

    /// The rows of plain text's answer.
    pub(crate) async fn rows(&self, text: &str) -> Result<Vec<tokio_postgres::Row>> {
        self.0.query(text, &[]).await.map_err(|e| error(text, &e))
    }

    /// Enters lines by a `copy … from stdin`.
    pub(crate) async fn copy(&self, text: &str, lines: Bytes) -> Result<()> {
        let told = |e: tokio_postgres::Error| error(text, &e);
        let sink = self.0.copy_in(text).await.map_err(told)?;
        let mut sink = std::pin::pin!(sink);
        sink.send(lines).await.map_err(told)?;
        sink.finish().await.map(drop).map_err(told)
    }

    /// Closes the connection instead of giving it back: its transaction was left open.
    pub(crate) fn discard(self) {
        drop(Object::take(self.0));
    }
}

fn arguments(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match (self, ty) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Bool(flag), &Type::BOOL) => flag.to_sql(ty, out),
            (Self::Int(number), &Type::INT8) => number.to_sql(ty, out),
            (Self::Int(number), &Type::INT4) => i32::try_from(*number)?.to_sql(ty, out),
            #[expect(
                clippy::cast_precision_loss,
                reason = "a whole number where the statement wants a fraction"
            )]
            (Self::Int(number), &Type::FLOAT8) => (*number as f64).to_sql(ty, out),
            (Self::Float(number), &Type::FLOAT8) => number.to_sql(ty, out),
            (Self::Text(text), &Type::TEXT | &Type::VARCHAR) => text.to_sql(ty, out),
            (Self::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (Self::Json(text), &Type::JSONB) => {
                // The binary form of jsonb: a version byte, then the text.
                out.extend_from_slice(&[1]);
                out.extend_from_slice(text.as_bytes());
                Ok(IsNull::No)
            }
            _ => Err(format!("{self:?} cannot be sent as {ty}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true // `to_sql` decides, knowing the value.
    }

    to_sql_checked!();
}

/// A cell as the server sent it.
struct Raw<'a>(Result<ValueRef<'a>, Mismatch>);

impl<'a> FromSql<'a> for Raw<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self(Ok(match *ty {
            Type::BOOL => ValueRef::Int(bool::from_sql(ty, raw)?.into()),
            Type::INT8 => ValueRef::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => ValueRef::Int(i32::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => ValueRef::Float(f64::from_sql(ty, raw)?),
            Type::TEXT | Type::VARCHAR => ValueRef::Text(std::str::from_utf8(raw)?),
            Type::JSONB => ValueRef::Text(std::str::from_utf8(raw.get(1..).unwrap_or_default())?),
            Type::BYTEA => ValueRef::Bytes(raw),
            _ => {
                return Ok(Self(Err(Mismatch(format!(
                    "{ty} has no portable form: cast it in the statement"
                )))));
            }
        })))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self(Ok(ValueRef::Null)))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

impl Cells for tokio_postgres::Row {
    fn cell(&self, place: usize) -> Result<ValueRef<'_>, Mismatch> {
        self.try_get::<_, Raw<'_>>(place).map_err(|e| Mismatch(e.to_string()))?.0
    }

    fn name(&self, place: usize) -> String {
        self.columns().get(place).map_or("?", tokio_postgres::Column::name).to_owned()
    }
}

/// The driver's words with those of its cause, which say what happened.
fn words(e: &tokio_postgres::Error) -> String {
    e.source().map_or_else(|| e.to_string(), |source| format!("{e}: {source}"))
}

fn unavailable(e: &tokio_postgres::Error) -> Error {
    Error::Unavailable(words(e))
}

fn error(at: impl Display, e: &tokio_postgres::Error) -> Error {
    let Some(db) = e.as_db_error() else {
        return if e.is_closed() || e.source().is_some_and(<dyn StdError>::is::<std::io::Error>) {
            unavailable(e)
        } else {
            Error::Statement { at: at.to_string(), reason: words(e) }
        };
    };
    match *db.code() {
        SqlState::UNIQUE_VIOLATION => {
            let rule = db.constraint().unwrap_or_default();
            Error::Unique { rule: rule.strip_suffix("_key").unwrap_or(rule).to_owned() }
        }
        SqlState::FOREIGN_KEY_VIOLATION => Error::ForeignKey,
        SqlState::CHECK_VIOLATION | SqlState::NOT_NULL_VIOLATION => Error::Check(db.message().to_owned()),
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => Error::Conflict,
        SqlState::QUERY_CANCELED => Error::Timeout,
        SqlState::DISK_FULL => Error::Full,
        SqlState::ADMIN_SHUTDOWN
        | SqlState::CRASH_SHUTDOWN
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::TOO_MANY_CONNECTIONS
        | SqlState::READ_ONLY_SQL_TRANSACTION => Error::Unavailable(db.message().to_owned()),
        _ => Error::Statement { at: at.to_string(), reason: db.to_string() },
    }
}
