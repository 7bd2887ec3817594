//! Which tables and columns there are, as the migrations say: for what goes over all of them, as a backup does.
//!
//! The database itself could not tell: on SQLite a boolean is an integer and JSON is text.

use crate::MIGRATIONS;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in the order in which they came.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in order.
    pub key: Vec<&'static str>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds, by the type word of our migrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `key`: a whole number that the database makes.
    Key,
    /// `bigint`
    Int,
    /// `boolean`
    Bool,
    /// `double`
    Float,
    /// `text` and `timestamp`
    Text,
    /// `json`
    Json,
    /// `bytes`
    Bytes,
}

impl Kind {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "key" => Self::Key,
            "bigint" => Self::Int,
            "boolean" => Self::Bool,
            "double" => Self::Float,
            "text" | "timestamp" => Self::Text,
            "json" => Self::Json,
            "bytes" => Self::Bytes,
            _ => return None,
        })
    }
}

impl Table {
    /// Whether the database makes its keys.
    pub fn counts(&self) -> bool {
        self.columns.iter().any(|column| column.kind == Kind::Key)
    }

    /// Its columns as a statement lists them.
    pub(crate) fn list(&self) -> String {
        self.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
    }

    /// The order of its primary key, the same on both databases.
    pub(crate) fn order(&self) -> String {
        if self.key.is_empty() { self.list() } else { self.key.join(", ") }
    }

    fn add(&mut self, words: &[&'static str]) {
        let [name, word, rest @ ..] = words else { return };
        let word = word.trim_end_matches([',', ';']);
        let Some(kind) = Kind::parse(word) else { return };
        let is_key =
            rest.windows(2).any(|pair| pair[0] == "primary" && pair[1].trim_end_matches(',') == "key");
        if kind == Kind::Key || is_key {
            self.key.push(name);
        }
        self.columns.push(Column { name, kind });
    }
}

/// The tables that there are after these migrations, in the order in which they came; that of the migrations themselves
/// is not among them.
pub fn tables(applied: &[i64]) -> Vec<Table> {
    let mut tables = Vec::new();
    for step in MIGRATIONS.iter().filter(|step| applied.contains(&step.version)) {
        read(step.text, &mut tables);
    }
    tables
}

fn read(text: &'static str, tables: &mut Vec<Table>) {
    let mut inside = false;
    for line in text.lines() {
        let code = line.split("--").next().unwrap_or_default();
        let words: Vec<&'static str> = code.split_whitespace().collect();
        match words.as_slice() {
            ["create", "table", name, "("] => {
                inside = true;
                tables.push(Table { name, columns: Vec::new(), key: Vec::new() });
            }
            [");"] => inside = false,
            ["alter", "table", name, rest @ ..] => alter(tables, name, rest),
            ["drop", "table", name] => tables.retain(|table| table.name != name.trim_end_matches(';')),
            ["primary", "key", ..] if inside => {
                let Some(table) = tables.last_mut() else { continue };
                let columns = code.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
                table.key = columns.map_or(Vec::new(), |(list, _)| list.split(',').map(str::trim).collect());
            }
            _ if inside && is_column(code) => {
                if let Some(table) = tables.last_mut() {
                    table.add(&words);
                }
            }
            _ => {}
        }
    }
}

/// Columns stand one a line, indented by four spaces; what is indented further goes on with a rule.
fn is_column(code: &str) -> bool {
    let rule = ["primary ", "unique ", "check ", "foreign ", "constraint ", ")"];
    code.strip_prefix("    ")
        .is_some_and(|code| !code.starts_with(' ') && !rule.iter().any(|rule| code.starts_with(rule)))
}

fn alter(tables: &mut [Table], name: &str, rest: &[&'static str]) {
    let Some(table) = tables.iter_mut().find(|table| table.name == name) else { return };
    match rest {
        ["add", "column", words @ ..] => table.add(words),
        ["drop", "column", column, ..] => {
            table.columns.retain(|known| known.name != column.trim_end_matches(';'));
        }
        ["rename", "column", from, "to", to] => {
            let to = to.trim_end_matches(';');
            table
                .columns
                .iter_mut()
                .filter(|column| column.name == *from)
                .for_each(|column| column.name = to);
            table.key.iter_mut().filter(|column| *column == from).for_each(|column| *column = to);
        }
        ["rename", "to", to] => table.name = to.trim_end_matches(';'),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_migrations_do_to_tables_is_followed() {
        let mut tables = Vec::new();
        read(
            "create table books (\n    id key, -- its key\n    title text not null,\n    check (title <> '' and\n        title text),\n    unique (title)\n);\n\
             create table marks (\n    book_id bigint not null references books (id),\n    day text not null,\n    primary key (book_id, day)\n);\n\
             create table old (\n    name text not null primary key,\n    gone json\n);\n\
             alter table books add column sold boolean not null default false;\nalter table books rename column title to name;\n\
             alter table old drop column gone;\nalter table old rename to new;\ncreate index books_name on books (name);\n",
            &mut tables,
        );
        let column = |name, kind| Column { name, kind };
        assert_eq!(
            tables,
            [
                Table {
                    name: "books",
                    columns: vec![
                        column("id", Kind::Key),
                        column("name", Kind::Text),
                        column("sold", Kind::Bool)
                    ],
                    key: vec!["id"],
                },
                Table {
                    name: "marks",
                    columns: vec![column("book_id", Kind::Int), column("day", Kind::Text)],
                    key: vec!["book_id", "day"],
                },
                Table { name: "new", columns: vec![column("name", Kind::Text)], key: vec!["name"] },
            ]
        );
        read("drop table marks;\n", &mut tables);
        assert_eq!(tables.len(), 2);
    }
}
