//! A database that is being restored: nobody else uses it, and all of it happens or nothing.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use super::{lines, snapshot::sequence};
use crate::{
    Error, FromRow, Query, Result, Statement, Url, Value,
    migrate::{self, versions},
    postgres::{Connection, Postgres},
    schema::{self, Table},
    sqlite::Writer,
};

/// How often it is looked whether others have let go of the database, and the pause between: five seconds in all.
const LOOKS: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// A connection to a database that nobody else has open. What is not brought to its [end](Self::commit) never happened.
pub struct Restoring {
    session: Session,
    /// The foreign keys that PostgreSQL is to check again, as statements.
    keys: Mutex<Vec<String>>,
}

enum Session {
    Sqlite(Writer),
    Postgres(Connection),
}

impl Restoring {
    /// Connects, with the schema as it is. [`Error::Unavailable`] while another program uses the database.
    pub async fn open(url: &Url) -> Result<Self> {
        let session = match url {
            Url::Sqlite(path) => Session::Sqlite(Writer::alone(path)?),
            Url::Postgres(url) => {
                let connection = Postgres::open(url).await?.connection().await?;
                connection.batch("set statement_timeout = 0").await?;
                Session::Postgres(connection)
            }
        };
        let restoring = Self { session, keys: Mutex::default() };
        restoring.alone().await?;
        Ok(restoring)
    }

    /// Looks whether nobody else uses the database. SQLite's lock sees to that by itself. The server may take a moment
    /// to notice that a program was killed.
    async fn alone(&self) -> Result<()> {
        let Session::Postgres(connection) = &self.session else { return Ok(()) };
        for _ in 0..LOOKS {
            let others = connection
                .lines(
                    "select count(*) from pg_stat_activity where datname = current_database()
                     and application_name = 'warraq' and pid <> pg_backend_pid()",
                )
                .await?;
            if others.first().is_none_or(|others| others == "0") {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(Error::Unavailable("the shop runs on it".to_owned()))
    }

    /// How many rows each table has that is there, of those with any.
    pub async fn counts(&self) -> Result<Vec<(&'static str, i64)>> {
        let mut counts = Vec::new();
        for table in all_tables() {
            if self.lines(&self.look_up(table.name)).await?.is_empty() {
                continue;
            }
            let lines = self.lines(&format!("select count(*) from {}", table.name)).await?;
            let count = lines.first().and_then(|line| line.parse().ok()).unwrap_or(0);
            if count > 0 {
                counts.push((table.name, count));
            }
        }
        Ok(counts)
    }

    fn look_up(&self, table: &str) -> String {
        match &self.session {
            Session::Sqlite(_) => {
                format!("select name from sqlite_schema where type = 'table' and name = '{table}'")
            }
            Session::Postgres(_) => format!("select '{table}' where to_regclass('{table}') is not null"),
        }
    }

    /// Brings the schema up to date, for good: what follows may then be noted in it.
    pub async fn migrate(&self) -> Result<()> {
        self.batch("begin").await?;
        match self.steps(&versions()).await {
            Ok(()) => self.batch("commit").await,
            Err(error) => {
                self.batch("rollback").await?;
                Err(error)
            }
        }
    }

    /// Begins the one transaction: takes away all that is there, and makes the tables of these migrations, without a row.
    pub async fn begin(&self, applied: &[i64]) -> Result<()> {
        self.alone().await?;
        self.batch("begin").await?;
        for table in all_tables().iter().map(|table| table.name).chain(["migrations"]) {
            let cascade = if matches!(self.session, Session::Postgres(_)) { " cascade" } else { "" };
            self.batch(&format!("drop table if exists {table}{cascade}")).await?;
        }
        self.steps(applied).await?;
        self.forget_keys().await?;
        // Some migrations enter rows of their own.
        for table in schema::tables(applied) {
            self.batch(&format!("delete from {}", table.name)).await?;
        }
        Ok(())
    }

    async fn steps(&self, versions: &[i64]) -> Result<()> {
        match &self.session {
            Session::Sqlite(writer) => migrate::take_sqlite(writer, versions).map(drop),
            Session::Postgres(connection) => migrate::take_postgres(connection, versions).await,
        }
    }

    /// Rows come in any order: the foreign keys are taken away, and are made again when all are there.
    async fn forget_keys(&self) -> Result<()> {
        let Session::Postgres(connection) = &self.session else { return Ok(()) };
        let of = "from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by oid";
        let made = "select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))";
        let keys = connection.lines(&format!("{made} {of}")).await?;
        *self.keys.lock().unwrap_or_else(PoisonError::into_inner) = keys;
        let gone = "select format('alter table %s drop constraint %I', conrelid::regclass, conname)";
        for statement in connection.lines(&format!("{gone} {of}")).await? {
            connection.batch(&statement).await?;
        }
        Ok(())
    }

    /// Enters rows, whose values stand in the order of the table's columns.
    pub async fn load(&self, table: &Table, rows: &[Vec<Value>]) -> Result<()> {
        let (name, list) = (table.name, table.list());
        match &self.session {
            Session::Sqlite(writer) => {
                let places: Vec<_> = (1..=table.columns.len()).map(|at| format!("${at}")).collect();
                writer.fill(&format!("insert into {name} ({list}) values ({})", places.join(", ")), rows)
            }
            Session::Postgres(connection) => {
                let mut text = String::new();
                for row in rows {
                    lines::push(&mut text, row);
                }
                connection.copy(&format!("copy {name} ({list}) from stdin"), text.into()).await
            }
        }
    }

    /// Says which key a table gave out last: none is given out twice, also where its row is gone.
    pub async fn set_last_key(&self, table: &Table, last: i64) -> Result<()> {
        if last <= 0 {
            return Ok(());
        }
        let name = table.name;
        match &self.session {
            Session::Sqlite(writer) => {
                // There is a row only if the table ever had one.
                writer.batch(&format!(
                    "insert into sqlite_sequence (name, seq) select '{name}', 0
                     where not exists (select 1 from sqlite_sequence where name = '{name}');
                     update sqlite_sequence set seq = max(seq, {last}) where name = '{name}'"
                ))
            }
            Session::Postgres(connection) => {
                let sequence = sequence(name, table);
                connection.batch(&format!("select setval('{sequence}', {last})")).await
            }
        }
    }

    /// All rows are there: looks whether what they refer to is, and brings the schema up to date.
    pub async fn complete(&self) -> Result<()> {
        match &self.session {
            Session::Sqlite(writer) => {
                if !writer.lines("select \"table\" from pragma_foreign_key_check limit 1")?.is_empty() {
                    return Err(Error::ForeignKey);
                }
            }
            Session::Postgres(connection) => {
                let keys = std::mem::take(&mut *self.keys.lock().unwrap_or_else(PoisonError::into_inner));
                for statement in keys {
                    connection.batch(&statement).await?;
                }
            }
        }
        self.steps(&versions()).await
    }

    /// Makes all of it so. What follows is each for itself.
    pub async fn commit(&self) -> Result<()> {
        self.batch("commit").await?;
        if let Session::Postgres(connection) = &self.session {
            connection.batch("analyze").await?;
        }
        Ok(())
    }

    async fn batch(&self, text: &str) -> Result<()> {
        match &self.session {
            Session::Sqlite(writer) => writer.batch(text),
            Session::Postgres(connection) => connection.batch(text).await,
        }
    }

    async fn lines(&self, text: &str) -> Result<Vec<String>> {
        match &self.session {
            Session::Sqlite(writer) => writer.lines(text),
            Session::Postgres(connection) => connection.lines(text).await,
        }
    }
}

fn all_tables() -> Vec<Table> {
    schema::tables(&versions())
}

impl Query for Restoring {
    async fn all<R: FromRow + Send + 'static>(&self, statement: Statement) -> Result<Vec<R>> {
        match &self.session {
            Session::Sqlite(writer) => writer.query(statement),
            Session::Postgres(connection) => connection.query(statement).await,
        }
    }

    async fn execute(&self, statement: Statement) -> Result<u64> {
        match &self.session {
            Session::Sqlite(writer) => writer.execute(statement),
            Session::Postgres(connection) => connection.execute(statement).await,
        }
    }
}
