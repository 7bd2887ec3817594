//! What an archive says of itself.

use db::schema::{Kind, Table};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

/// The archive's first entry, by which it is known.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// The form of the archive.
    pub(crate) format: u32,
    /// The version of the program that made it.
    pub(crate) program: String,
}

/// The archive's last entry.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the archive.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// The moment whose state it holds, RFC 3339.
    pub made_at: String,
    /// The database that it was made from: `sqlite` or `postgres`.
    pub database: String,
    /// The migrations that the database had seen.
    pub migrations: Vec<Step>,
    /// Its tables.
    pub tables: Vec<TableFacts>,
    /// Its files.
    pub files: Files,
    /// The SHA-256 of the list of hashes.
    pub sums: String,
}

/// A migration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its number.
    pub version: i64,
    /// Of its text.
    pub checksum: String,
}

/// What is known of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableFacts {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of the rows' values.
    pub columns: Vec<ColumnFacts>,
    /// How many rows.
    pub rows: u64,
    /// The SHA-256 of its lines.
    pub sha256: String,
    /// The last key that was given out, where the database makes them.
    pub last_key: Option<i64>,
}

/// What is known of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnFacts {
    /// Its name.
    pub name: String,
    /// The word of our migrations for what it holds.
    pub kind: String,
}

/// What is known of the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// How many.
    pub count: u64,
    /// Of all.
    pub bytes: u64,
}

impl Manifest {
    /// The numbers of its migrations.
    pub fn versions(&self) -> Vec<i64> {
        self.migrations.iter().map(|step| step.version).collect()
    }

    /// The rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// A table's columns as an archive tells them.
pub(crate) fn columns(table: &Table) -> Vec<ColumnFacts> {
    let each = table.columns.iter().map(|column| ColumnFacts {
        name: column.name.to_owned(),
        kind: match column.kind {
            Kind::Key => "key",
            Kind::Int => "bigint",
            Kind::Bool => "boolean",
            Kind::Float => "double",
            Kind::Text => "text",
            Kind::Json => "json",
            Kind::Bytes => "bytes",
        }
        .to_owned(),
    });
    each.collect()
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        use std::fmt::Write as _;
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The moment of an archive for people: the text itself where it is none.
impl Manifest {
    /// When it was made, where that can be read.
    pub fn moment(&self) -> Option<Timestamp> {
        self.made_at.parse().ok()
    }
}
