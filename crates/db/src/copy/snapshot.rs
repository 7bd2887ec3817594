//! One state of the whole database, read while others write.

use super::value;
use crate::{
    Db, Error, FromRow, Query, Result, Statement, Value, connect::Engine, postgres::Connection, row::Cells,
    schema::Table, sql, sqlite::Reader,
};

/// Rows that are fetched at a time.
const FETCHED: usize = 1_000;

/// The database as it was at one moment, for as long as this is kept. Nobody waits for it: on SQLite it is a reader, whose
/// state the write-ahead log keeps, on PostgreSQL a transaction that only reads.
pub struct Snapshot(Session);

enum Session {
    Sqlite(Reader),
    Postgres(Option<Connection>),
}

impl Db {
    /// Takes the state of this moment.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let snapshot = Snapshot(match &*self.primary {
            Engine::Sqlite(sqlite) => Session::Sqlite(sqlite.reader().await?),
            Engine::Postgres(postgres) => {
                let connection = postgres.connection().await?;
                connection
                    .batch(
                        "begin isolation level repeatable read read only; set local statement_timeout = 0; \
                         set local idle_in_transaction_session_timeout = 0",
                    )
                    .await?;
                Session::Postgres(Some(connection))
            }
        });
        // Both take their state with the first statement.
        snapshot.migrations().await?;
        Ok(snapshot)
    }
}

impl Snapshot {
    /// The migrations that it has seen: number and checksum.
    pub async fn migrations(&self) -> Result<Vec<(i64, String)>> {
        self.all(sql!("select version, checksum from migrations order by version")).await
    }

    /// The last key that the database gave out in a table, 0 for none. At least that of the snapshot's last row, but it may
    /// be later than the snapshot.
    pub async fn last_key(&self, table: &Table) -> Result<i64> {
        let name = table.name;
        let text = match &self.0 {
            Session::Sqlite(reader) => {
                let text = format!("select coalesce(max(seq), 0) from sqlite_sequence where name = '{name}'");
                let mut last = 0;
                reader.each(&text, &mut |cells: &dyn Cells| {
                    last = number(cells, &text)?;
                    Ok::<_, Error>(())
                })?;
                return Ok(last);
            }
            Session::Postgres(_) => format!(
                "select case when is_called then last_value else 0 end from {}",
                sequence(name, table)
            ),
        };
        let lines = self.connection()?.lines(&text).await?;
        Ok(lines.first().and_then(|line| line.parse().ok()).unwrap_or(0))
    }

    /// Hands every row of a table to `each`, in the order of its primary key, with the values in that of its columns.
    pub async fn rows<E: From<Error>>(
        &self,
        table: &Table,
        mut each: impl FnMut(Vec<Value>) -> Result<(), E>,
    ) -> Result<(), E> {
        let text = format!("select {} from {} order by {}", table.list(), table.name, table.order());
        if let Session::Sqlite(reader) = &self.0 {
            return reader.each(&text, &mut |cells: &dyn Cells| each(values(table, cells)?));
        }
        let connection = self.connection()?;
        connection.batch(&format!("declare rows no scroll cursor for {text}")).await?;
        loop {
            let rows = connection.rows(&format!("fetch {FETCHED} from rows")).await?;
            for row in &rows {
                each(values(table, row)?)?;
            }
            if rows.len() < FETCHED {
                break;
            }
        }
        Ok(connection.batch("close rows").await?)
    }

    fn connection(&self) -> Result<&Connection> {
        match &self.0 {
            Session::Postgres(Some(connection)) => Ok(connection),
            _ => Err(Error::Unavailable("the snapshot is over".to_owned())),
        }
    }
}

/// The sequence that makes a table's keys, named as PostgreSQL names it.
pub(super) fn sequence(name: &str, table: &Table) -> String {
    let column = table.key.first().copied().unwrap_or("id");
    format!("{name}_{column}_seq")
}

fn values(table: &Table, cells: &dyn Cells) -> Result<Vec<Value>> {
    let each = table.columns.iter().enumerate().map(|(at, column)| {
        cells.cell(at).and_then(|cell| value(column.kind, cell)).map_err(|mismatch| Error::Column {
            column: format!("{}.{}", table.name, column.name),
            reason: mismatch.0,
        })
    });
    each.collect()
}

fn number(cells: &dyn Cells, at: &str) -> Result<i64> {
    let read = cells.cell(0).and_then(<i64 as crate::FromValue>::from_value);
    read.map_err(|mismatch| Error::Statement { at: at.to_owned(), reason: mismatch.0 })
}

impl Query for Snapshot {
    async fn all<R: FromRow + Send + 'static>(&self, statement: Statement) -> Result<Vec<R>> {
        match &self.0 {
            Session::Sqlite(reader) => reader.query(statement),
            Session::Postgres(_) => self.connection()?.query(statement).await,
        }
    }

    /// Fails: a snapshot changes nothing.
    async fn execute(&self, statement: Statement) -> Result<u64> {
        let reason = "a snapshot changes nothing".to_owned();
        Err(Error::Statement { at: statement.text.to_string(), reason })
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        if let Session::Postgres(connection) = &mut self.0
            && let Some(connection) = connection.take()
        {
            // Its transaction is open still.
            connection.discard();
        }
    }
}
