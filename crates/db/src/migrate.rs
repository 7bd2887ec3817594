//! Migrations: one set of texts for both databases, forward only, each in a transaction of its own.
//!
//! Our texts use a few type words that are translated for each database: `key` (the integer made by the
//! database), `text`, `bigint`, `double`, `boolean`, `bytes`, `json`, `timestamp`. See docs/migrations.md.

use sha2::{Digest, Sha256};

use crate::{Db, Error, Query, Result, connect::Engine, sql};

/// One step of the schema.
#[derive(Debug)]
pub struct Migration {
    /// Its number; steps are applied in this order.
    pub version: i64,
    /// What it is about, from the file's name.
    pub name: &'static str,
    /// Its text, with our type words.
    pub text: &'static str,
}

/// Every migration of the program, in order.
pub static MIGRATIONS: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// Any number that no other program of the server takes a lock by.
const LOCK: &str = "select pg_advisory_lock(7738136)";
const UNLOCK: &str = "select pg_advisory_unlock(7738136)";

const LEDGER: &str = "create table if not exists migrations (version bigint primary key, name text not null, checksum text not null)";

/// Applies what is missing; the numbers of the steps applied. A lock lets several nodes start at once.
pub(crate) async fn run(db: &Db) -> Result<Vec<i64>> {
    match &*db.primary {
        Engine::Sqlite(sqlite) => {
            let writer = sqlite.writer().await;
            writer.batch("begin immediate")?;
            let applied = take_sqlite(&writer, &versions());
            writer.batch(if applied.is_ok() { "commit" } else { "rollback" })?;
            applied
        }
        Engine::Postgres(postgres) => {
            let connection = postgres.connection().await?;
            connection.batch(LOCK).await?;
            let applied = postgres_steps(&connection).await;
            connection.batch(UNLOCK).await?;
            applied
        }
    }
}

/// Applies what is missing of these steps, in the transaction that is open.
pub(crate) fn take_sqlite(writer: &crate::sqlite::Writer, wanted: &[i64]) -> Result<Vec<i64>> {
    writer.batch(LEDGER)?;
    let done = writer.query(sql!("select version, checksum from migrations order by version"))?;
    let mut applied = Vec::new();
    for step in missing(&done)?.into_iter().filter(|step| wanted.contains(&step.version)) {
        writer.batch(&for_sqlite(step.text)).map_err(|e| failed(step, &e))?;
        writer.execute(record(step))?;
        applied.push(step.version);
    }
    Ok(applied)
}

/// The same on PostgreSQL.
pub(crate) async fn take_postgres(connection: &crate::postgres::Connection, wanted: &[i64]) -> Result<()> {
    connection.batch(LEDGER).await?;
    let done = connection.query(sql!("select version, checksum from migrations order by version")).await?;
    for step in missing(&done)?.into_iter().filter(|step| wanted.contains(&step.version)) {
        connection.batch(&for_postgres(step.text)).await.map_err(|e| failed(step, &e))?;
        connection.execute(record(step)).await?;
    }
    Ok(())
}

/// The numbers of all steps.
pub(crate) fn versions() -> Vec<i64> {
    MIGRATIONS.iter().map(|step| step.version).collect()
}

/// Whether this program knows all of these migrations, by number and checksum, and knows them so;
/// [`Error::Migration`] for the first that it does not.
pub fn known(applied: &[(i64, String)]) -> Result<()> {
    missing(applied).map(drop)
}

async fn postgres_steps(connection: &crate::postgres::Connection) -> Result<Vec<i64>> {
    connection.batch(LEDGER).await?;
    let done = connection.query(sql!("select version, checksum from migrations order by version")).await?;
    let mut applied = Vec::new();
    for step in missing(&done)? {
        connection.batch("begin").await?;
        let outcome = match connection.batch(&for_postgres(step.text)).await {
            Ok(()) => connection.execute(record(step)).await.map(drop),
            Err(e) => Err(e),
        };
        connection.batch(if outcome.is_ok() { "commit" } else { "rollback" }).await?;
        outcome.map_err(|e| failed(step, &e))?;
        applied.push(step.version);
    }
    Ok(applied)
}

/// Whether every migration of this program is applied.
pub(crate) async fn verify(db: &Db) -> Result<()> {
    let done = db.all(sql!("select version, checksum from migrations order by version")).await?;
    match missing(&done)?.first() {
        Some(step) => {
            Err(Error::Migration { version: step.version, reason: "is not applied yet".to_owned() })
        }
        None => Ok(()),
    }
}

fn record(step: &Migration) -> crate::Statement {
    sql!(
        "insert into migrations (version, name, checksum) values ($1, $2, $3)",
        step.version,
        step.name,
        checksum(step)
    )
}

fn missing(done: &[(i64, String)]) -> Result<Vec<&'static Migration>> {
    for (version, applied) in done {
        let Some(step) = MIGRATIONS.iter().find(|step| step.version == *version) else {
            let reason = "was applied by a newer version of Warraq; start that one".to_owned();
            return Err(Error::Migration { version: *version, reason });
        };
        if checksum(step) != *applied {
            let reason =
                "differs from the one that was applied; a shipped migration is never edited".to_owned();
            return Err(Error::Migration { version: *version, reason });
        }
    }
    Ok(MIGRATIONS.iter().filter(|step| !done.iter().any(|(version, _)| *version == step.version)).collect())
}

fn failed(step: &Migration, e: &Error) -> Error {
    Error::Migration { version: step.version, reason: format!("{}: {e}", step.name) }
}

fn checksum(step: &Migration) -> String {
    let digest = Sha256::digest(step.text);
    digest.iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// Our text in SQLite's words. Tables are `strict`, so that a column holds what its type says, as on PostgreSQL.
pub(crate) fn for_sqlite(text: &str) -> String {
    let translated = translate(text, |word| match word {
        // Without `autoincrement` SQLite gives the highest id out again when its row is deleted, and PostgreSQL never does.
        "key" => Some("integer primary key autoincrement"),
        "bigint" | "boolean" => Some("integer"),
        "double" => Some("real"),
        "bytes" => Some("blob"),
        "json" | "timestamp" => Some("text"),
        _ => None,
    });
    translated.replace("\n);", "\n) strict;")
}

/// Our text in PostgreSQL's words. Text sorts by its bytes, as SQLite sorts it.
pub(crate) fn for_postgres(text: &str) -> String {
    translate(text, |word| match word {
        "key" => Some("bigint generated by default as identity primary key"),
        "text" | "timestamp" => Some("text collate \"C\""),
        "double" => Some("double precision"),
        "bytes" => Some("bytea"),
        "json" => Some("jsonb"),
        _ => None,
    })
}

/// Replaces type words: the second word of a line inside a `create table`, or the one after `add column NAME`.
fn translate(text: &str, word_for: impl Fn(&str) -> Option<&'static str>) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.lines() {
        let code = line.split("--").next().unwrap_or_default();
        let words: Vec<_> = code.split_whitespace().collect();
        let place = match words.as_slice() {
            ["alter", "table", _, "add", "column", _, ty, ..] => Some(*ty),
            [name, ty, ..] if line.starts_with("    ") && !is_rule(name) => Some(*ty),
            _ => None,
        };
        let ty = place.map(|ty| ty.trim_end_matches([',', ';']));
        match ty.and_then(|ty| word_for(ty).map(|to| (ty, to))) {
            Some((from, to)) => out.push_str(&code.replacen(&format!(" {from}"), &format!(" {to}"), 1)),
            None => out.push_str(code),
        }
        out.push('\n');
    }
    out
}

fn is_rule(word: &str) -> bool {
    matches!(word, "primary" | "unique" | "check" | "foreign" | "constraint" | "references" | "on" | "where")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "create table books (\n    id key,\n    title text not null, -- the title\n    sold boolean not null,\n    primary key (id)\n);\nalter table books add column facts json;\n";

    #[test]
    fn one_text_becomes_two() {
        assert_eq!(
            for_sqlite(TEXT),
            "create table books (\n    id integer primary key autoincrement,\n    title text not null, \n    sold integer not null,\n    primary key (id)\n) strict;\nalter table books add column facts text;\n"
        );
        assert_eq!(
            for_postgres(TEXT),
            "create table books (\n    id bigint generated by default as identity primary key,\n    title text collate \"C\" not null, \n    sold boolean not null,\n    primary key (id)\n);\nalter table books add column facts jsonb;\n"
        );
    }
}
