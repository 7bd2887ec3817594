//! The reads of one answer over one connection.

use crate::{
    Db, Error, FromRow, Query, Result, Statement, connect::Engine, postgres::Connection, sqlite::Reader,
};

/// A connection taken for a few reads that belong together; see [`Db::reading`].
pub struct Reading(Session);

enum Session {
    Sqlite(Reader),
    Postgres(Connection),
}

impl Db {
    /// Takes one connection for all the reads of an answer. SQLite locks its file once for all of them instead of once
    /// for each, and shows them one state; PostgreSQL is sent those that run together without waiting for answers.
    ///
    /// Connections are few: let go of it before waiting for anything else, above all for another statement of the [`Db`]
    /// itself, which may be waiting for this very connection.
    pub async fn reading(&self) -> Result<Reading> {
        Ok(Reading(match &*self.primary {
            Engine::Sqlite(sqlite) => Session::Sqlite(sqlite.reader().await?),
            Engine::Postgres(postgres) => Session::Postgres(postgres.connection().await?),
        }))
    }
}

impl Query for Reading {
    async fn all<R: FromRow + Send + 'static>(&self, statement: Statement) -> Result<Vec<R>> {
        match &self.0 {
            Session::Sqlite(reader) => reader.query(statement),
            Session::Postgres(connection) => connection.query(statement).await,
        }
    }

    /// Fails: a reading changes nothing.
    async fn execute(&self, statement: Statement) -> Result<u64> {
        Err(Error::Statement {
            at: statement.text.to_string(),
            reason: "a reading changes nothing".to_owned(),
        })
    }
}
