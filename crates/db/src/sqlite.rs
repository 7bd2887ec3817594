//! SQLite through rusqlite: one writer, several readers, called in place where that takes microseconds.

use std::{
    fmt::Display,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, types::ValueRef as Cell};
use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};

use crate::{
    Error, FromRow, Result, Statement,
    row::{Cells, Row, places},
    value::{Mismatch, Value, ValueRef},
};

/// Readers beside the one writer. A read holds its connection for microseconds; long ones are few.
const READERS: usize = 4;
/// How long somebody else's lock (a second process) is waited for.
const BUSY: Duration = Duration::from_secs(5);

/// An open database file.
pub(crate) struct Sqlite {
    writer: Arc<AsyncMutex<Writer>>,
    readers: Arc<Readers>,
}

/// The writing connection. The inner lock is never waited for: it makes the connection shareable between threads.
pub(crate) struct Writer(Mutex<Connection>);

struct Readers {
    idle: Mutex<Vec<Connection>>,
    permits: Arc<Semaphore>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A connection is not left half-changed by a panic: its transaction is rolled back by the next `begin`'s owner.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sqlite {
    /// Opens the file, creating it where it is not there.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let at = path.display();
        let (writer, readers) = patiently(|| {
            let writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
            writer.execute_batch(
                "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;",
            )?;
            // A look at the schema finds out now, not at the first request, that the file is no database.
            writer.query_row("select count(*) from sqlite_schema", [], |_| Ok(()))?;
            let readers = (0..READERS).map(|_| {
                let reader = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
                reader.execute_batch("pragma query_only = on")?;
                Ok(reader)
            });
            Ok((writer, readers.collect::<rusqlite::Result<Vec<_>>>()?))
        })
        .map_err(|e| Error::Unavailable(format!("{at}: {}", describe(&e))))?;
        Ok(Self {
            writer: Arc::new(AsyncMutex::new(Writer(Mutex::new(writer)))),
            readers: Arc::new(Readers {
                idle: Mutex::new(readers),
                permits: Arc::new(Semaphore::new(READERS)),
            }),
        })
    }

    /// Runs a reading statement on any reader.
    pub(crate) async fn read<R: FromRow + Send + 'static>(&self, statement: Statement) -> Result<Vec<R>> {
        let permits = Arc::clone(&self.readers.permits);
        let permit = permits.acquire_owned().await.map_err(|e| Error::Unavailable(e.to_string()))?;
        if !statement.long {
            return self.readers.with(|connection| query(connection, statement));
        }
        let readers = Arc::clone(&self.readers);
        off_thread(move || {
            let _permit = permit;
            readers.with(|connection| query(connection, statement))
        })
        .await
    }

    /// Takes a reader for several statements, which see one state of the database.
    pub(crate) async fn reader(&self) -> Result<Reader> {
        let permits = Arc::clone(&self.readers.permits);
        let permit = permits.acquire_owned().await.map_err(|e| Error::Unavailable(e.to_string()))?;
        let connection = self.readers.take()?;
        let reader = Reader {
            connection: Some(Mutex::new(connection)),
            readers: Arc::clone(&self.readers),
            _permit: permit,
        };
        reader.run("begin")?;
        Ok(reader)
    }

    /// Takes the writer for one statement or one transaction.
    pub(crate) async fn writer(&self) -> OwnedMutexGuard<Writer> {
        Arc::clone(&self.writer).lock_owned().await
    }
}

impl Readers {
    fn with<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let connection = self.take()?;
        let result = work(&connection);
        lock(&self.idle).push(connection);
        result
    }

    fn take(&self) -> Result<Connection> {
        lock(&self.idle).pop().ok_or_else(|| Error::Unavailable("all readers are busy".to_owned()))
    }
}

/// A reading connection in a transaction of its own. The lock is never waited for: it makes the connection shareable
/// between threads.
pub(crate) struct Reader {
    connection: Option<Mutex<Connection>>,
    readers: Arc<Readers>,
    _permit: OwnedSemaphorePermit,
}

impl Reader {
    /// Runs a statement and reads the rows it returns.
    pub(crate) fn query<R: FromRow>(&self, statement: Statement) -> Result<Vec<R>> {
        match &self.connection {
            Some(connection) => query(&lock(connection), statement),
            None => Err(Error::Unavailable("the reading is over".to_owned())),
        }
    }

    /// Hands every row of plain text's answer to `each`, as it is read.
    pub(crate) fn each<E: From<Error>>(
        &self,
        text: &str,
        each: &mut dyn FnMut(&dyn Cells) -> Result<(), E>,
    ) -> Result<(), E> {
        match &self.connection {
            Some(connection) => visit(&lock(connection), text, each),
            None => Err(Error::Unavailable("the reading is over".to_owned()).into()),
        }
    }

    fn run(&self, text: &'static str) -> Result<()> {
        let Some(connection) = &self.connection else { return Ok(()) };
        let run = || lock(connection).prepare_cached(text)?.raw_execute().map(drop);
        run().map_err(|e| error(text, &e))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // Nothing was changed, so nothing is lost where this fails; the next `begin` would say so.
        let _ = self.run("commit");
        if let Some(connection) = self.connection.take() {
            let connection = connection.into_inner().unwrap_or_else(PoisonError::into_inner);
            lock(&self.readers.idle).push(connection);
        }
    }
}

impl Writer {
    /// Runs a statement and reads the rows it returns.
    pub(crate) fn query<R: FromRow>(&self, statement: Statement) -> Result<Vec<R>> {
        query(&lock(&self.0), statement)
    }

    /// Runs a statement and counts the rows it changed.
    pub(crate) fn execute(&self, statement: Statement) -> Result<u64> {
        let at = statement.text;
        let (text, values) = statement.expand(at.sqlite);
        let connection = lock(&self.0);
        let run = || -> rusqlite::Result<usize> {
            let mut prepared = connection.prepare_cached(&text)?;
            bind(&mut prepared, &values)?;
            prepared.raw_execute()
        };
        run().map(|rows| rows as u64).map_err(|e| error(at, &e))
    }

    /// Runs plain text: `begin immediate`, `commit`, a migration.
    pub(crate) fn batch(&self, text: &str) -> Result<()> {
        lock(&self.0).execute_batch(text).map_err(|e| error(text.lines().next().unwrap_or_default(), &e))
    }

    /// A connection to a file that no other has open: created where it is not there, locked for as long as this lives,
    /// and without a look at foreign keys.
    pub(crate) fn alone(path: &Path) -> Result<Self> {
        let open = || {
            let connection =
                connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
            connection.execute_batch(
                "pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full;
                 pragma foreign_keys = off; begin exclusive; commit",
            )?;
            Ok(connection)
        };
        let opened: rusqlite::Result<Connection> = open();
        let unusable =
            |e: rusqlite::Error| Error::Unavailable(format!("{}: {}", path.display(), describe(&e)));
        Ok(Self(Mutex::new(opened.map_err(unusable)?)))
    }

    /// The first column of each row of plain text's answer, as text.
    pub(crate) fn lines(&self, text: &str) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        visit::<Error>(&lock(&self.0), text, &mut |cells| {
            lines.push(match cells.cell(0) {
                Ok(ValueRef::Text(text)) => text.to_owned(),
                Ok(ValueRef::Int(number)) => number.to_string(),
                _ => String::new(),
            });
            Ok(())
        })?;
        Ok(lines)
    }

    /// Runs plain text once for each row of values.
    pub(crate) fn fill(&self, text: &str, rows: &[Vec<Value>]) -> Result<()> {
        let connection = lock(&self.0);
        let run = || -> rusqlite::Result<()> {
            let mut prepared = connection.prepare_cached(text)?;
            for row in rows {
                bind(&mut prepared, row)?;
                prepared.raw_execute()?;
            }
            Ok(())
        };
        run().map_err(|e| error(text, &e))
    }

    /// Runs `work` on the bare connection; for the audit.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&Connection) -> T) -> T {
        work(&lock(&self.0))
    }
}

/// Opens again while another process has the file for itself, for as long as a lock is waited for.
///
/// SQLite does not wait where waiting could end in a deadlock: of two processes that turn a new file to WAL at once, one
/// is refused at once, whatever its busy timeout.
#[expect(clippy::disallowed_methods, reason = "SQLite tells nobody when a lock is free again")]
fn patiently<T>(open: impl Fn() -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    let began = Instant::now();
    loop {
        match open() {
            Err(e) if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && began.elapsed() < BUSY => {
                std::thread::sleep(Duration::from_millis(10));
            }
            outcome => return outcome,
        }
    }
}

fn connect(path: &Path, mode: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(512);
    // One text, one plan: without this SQLite prepares a statement again for each new argument, in case another plan
    // suits it better. That costs more than most statements do, and the audit would see other plans than readers get.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(
        "pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -8000; pragma mmap_size = 268435456",
    )?;
    Ok(connection)
}

/// Runs work that blocks for longer than a request may hold a thread.
pub(crate) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|e| Err(Error::Unavailable(e.to_string())))
}

fn visit<E: From<Error>>(
    connection: &Connection,
    text: &str,
    each: &mut dyn FnMut(&dyn Cells) -> Result<(), E>,
) -> Result<(), E> {
    let told = |e: rusqlite::Error| E::from(error(text, &e));
    let mut prepared = connection.prepare(text).map_err(told)?;
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next().map_err(told)? {
        each(row)?;
    }
    Ok(())
}

fn query<R: FromRow>(connection: &Connection, statement: Statement) -> Result<Vec<R>> {
    let at = statement.text;
    let (text, values) = statement.expand(at.sqlite);
    let mut prepared = connection.prepare_cached(&text).map_err(|e| error(at, &e))?;
    bind(&mut prepared, &values).map_err(|e| error(at, &e))?;
    let name = |at| prepared.column_name(at).unwrap_or_default();
    let places = places::<R>((0..prepared.column_count()).map(name))?;
    let mut rows = prepared.raw_query();
    let mut read = Vec::new();
    while let Some(row) = rows.next().map_err(|e| error(at, &e))? {
        read.push(R::from_row(&Row { cells: row, places: &places })?);
    }
    Ok(read)
}

/// Binds by the number in the name: to SQLite `$2` is a name like any other, and its own index is the order in
/// which the names first appear.
fn bind(prepared: &mut rusqlite::CachedStatement<'_>, values: &[Value]) -> rusqlite::Result<()> {
    for index in 1..=prepared.parameter_count() {
        let number: Option<usize> =
            prepared.parameter_name(index).and_then(|name| name.get(1..)?.parse().ok());
        let value = number.and_then(|number| values.get(number.checked_sub(1)?));
        let value = value.ok_or(rusqlite::Error::InvalidParameterCount(values.len(), index))?;
        match value {
            Value::Null => prepared.raw_bind_parameter(index, rusqlite::types::Null)?,
            Value::Bool(flag) => prepared.raw_bind_parameter(index, flag)?,
            Value::Int(number) => prepared.raw_bind_parameter(index, number)?,
            Value::Float(number) => prepared.raw_bind_parameter(index, number)?,
            Value::Text(text) | Value::Json(text) => prepared.raw_bind_parameter(index, text)?,
            Value::Bytes(bytes) => prepared.raw_bind_parameter(index, bytes)?,
        }
    }
    Ok(())
}

impl Cells for rusqlite::Row<'_> {
    fn cell(&self, place: usize) -> Result<ValueRef<'_>, Mismatch> {
        let cell = self.get_ref(place).map_err(|e| Mismatch(e.to_string()))?;
        Ok(match cell {
            Cell::Null => ValueRef::Null,
            Cell::Integer(number) => ValueRef::Int(number),
            Cell::Real(number) => ValueRef::Float(number),
            Cell::Text(text) => {
                ValueRef::Text(std::str::from_utf8(text).map_err(|e| Mismatch(e.to_string()))?)
            }
            Cell::Blob(bytes) => ValueRef::Bytes(bytes),
        })
    }

    fn name(&self, place: usize) -> String {
        self.as_ref().column_name(place).unwrap_or("?").to_owned()
    }
}

fn describe(e: &rusqlite::Error) -> String {
    match e {
        rusqlite::Error::SqliteFailure(_, Some(words)) => words.clone(),
        other => other.to_string(),
    }
}

fn error(at: impl Display, e: &rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    let rusqlite::Error::SqliteFailure(code, words) = e else {
        return Error::Statement { at: at.to_string(), reason: e.to_string() };
    };
    let words = words.clone().unwrap_or_else(|| code.to_string());
    match (code.code, code.extended_code) {
        (_, rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
            Error::Unique { rule: rule(&words) }
        }
        (_, rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Error::ForeignKey,
        (ErrorCode::ConstraintViolation, _) => Error::Check(words),
        (
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::CannotOpen | ErrorCode::ReadOnly,
            _,
        ) => Error::Unavailable(words),
        (ErrorCode::DiskFull, _) => Error::Full,
        (ErrorCode::OperationInterrupted, _) => Error::Timeout,
        _ => Error::Statement { at: at.to_string(), reason: words },
    }
}

/// `UNIQUE constraint failed: books.isbn, books.language` names the rule `books_isbn_language`.
fn rule(words: &str) -> String {
    let columns = words.rsplit(": ").next().unwrap_or_default();
    let mut columns = columns.split(", ");
    let mut rule = columns.next().unwrap_or_default().replace('.', "_");
    for column in columns {
        rule.push('_');
        rule.push_str(column.rsplit('.').next().unwrap_or_default());
    }
    rule
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_rule_is_named_by_table_and_columns() {
        assert_eq!(rule("UNIQUE constraint failed: books.isbn"), "books_isbn");
        assert_eq!(rule("UNIQUE constraint failed: names.genre_id, names.locale"), "names_genre_id_locale");
    }
}
