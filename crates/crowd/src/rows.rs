//! Rows on their way into a table, many at a time.

use db::schema::{self, Table};
use db::{Error, MIGRATIONS, Restoring, Result, Value};

/// How many are entered at a time.
const AT_ONCE: usize = 5_000;

/// A value of each of some columns.
macro_rules! row {
    ($($value:expr),* $(,)?) => { [$(db::ToValue::to_value($value)),*] };
}
pub(crate) use row;

/// JSON, as its text.
pub(crate) fn json(text: impl Into<String>) -> Value {
    Value::Json(text.into())
}

/// The migrations of the program.
pub(crate) fn versions() -> Vec<i64> {
    MIGRATIONS.iter().map(|migration| migration.version).collect()
}

/// Rows with a value for each of `N` columns; the others of the table get nothing, or what the caller names for all.
pub(crate) struct Rows<'a, const N: usize> {
    into: &'a Restoring,
    table: Table,
    /// Where in a row of the table each value goes.
    places: [usize; N],
    blank: Vec<Value>,
    waiting: Vec<Vec<Value>>,
    count: u64,
}

impl<'a, const N: usize> Rows<'a, N> {
    /// For a table, by the names of the columns that each row has, and those that are alike in all.
    pub(crate) fn of(
        into: &'a Restoring,
        name: &str,
        columns: [&str; N],
        alike: &[(&str, Value)],
    ) -> Result<Self> {
        let found = schema::tables(&versions()).into_iter().find(|table| table.name == name);
        let table = found.ok_or_else(|| unknown(name, ""))?;
        let place = |wanted: &str| {
            let found = table.columns.iter().position(|column| column.name == wanted);
            found.ok_or_else(|| unknown(name, wanted))
        };
        let mut places = [0; N];
        for (at, column) in places.iter_mut().zip(columns) {
            *at = place(column)?;
        }
        let mut blank = vec![Value::Null; table.columns.len()];
        for (column, value) in alike {
            if let Some(cell) = blank.get_mut(place(column)?) {
                *cell = value.clone();
            }
        }
        Ok(Self { into, table, places, blank, waiting: Vec::new(), count: 0 })
    }

    /// Adds one.
    pub(crate) async fn push(&mut self, values: [Value; N]) -> Result<()> {
        let mut row = self.blank.clone();
        for (at, value) in self.places.into_iter().zip(values) {
            if let Some(cell) = row.get_mut(at) {
                *cell = value;
            }
        }
        self.waiting.push(row);
        self.count += 1;
        if self.waiting.len() < AT_ONCE { Ok(()) } else { self.send().await }
    }

    async fn send(&mut self) -> Result<()> {
        let rows = std::mem::take(&mut self.waiting);
        if rows.is_empty() { Ok(()) } else { self.into.load(&self.table, &rows).await }
    }

    /// All are there; how many. Keys go on behind them.
    pub(crate) async fn end(mut self) -> Result<u64> {
        self.send().await?;
        if self.table.counts() {
            self.into.set_last_key(&self.table, i64::try_from(self.count).unwrap_or(i64::MAX)).await?;
        }
        Ok(self.count)
    }
}

fn unknown(table: &str, column: &str) -> Error {
    Error::Column { column: format!("{table}.{column}"), reason: "the schema has none such".to_owned() }
}
