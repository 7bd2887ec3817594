//! Rows become structs: [`record!`] names the columns, the row is read by them.

use crate::{
    Error, FromValue, Result,
    value::{Mismatch, ValueRef},
};

/// One row, with the columns that its reader asked for in the reader's order.
pub struct Row<'a> {
    pub(crate) cells: &'a dyn Cells,
    /// Where each column of the reader stands in the row; empty where the order is the same.
    pub(crate) places: &'a [usize],
}

/// What a driver's row can do.
pub(crate) trait Cells {
    fn cell(&self, place: usize) -> Result<ValueRef<'_>, Mismatch>;
    fn name(&self, place: usize) -> String;
}

impl Row<'_> {
    /// The `index`th column of [`FromRow::COLUMNS`], or of the statement where that is empty.
    pub fn get<T: FromValue>(&self, index: usize) -> Result<T> {
        let place = self.places.get(index).copied().unwrap_or(index);
        self.cells
            .cell(place)
            .and_then(T::from_value)
            .map_err(|mismatch| Error::Column { column: self.cells.name(place), reason: mismatch.0 })
    }
}

/// A type that one row can be read into.
pub trait FromRow: Sized {
    /// The columns by name; empty for types that are read by position.
    const COLUMNS: &'static [&'static str];

    /// Reads the row.
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

/// Where the reader's columns stand among the statement's; empty where they stand in the reader's own order, as they
/// mostly do, for then nothing has to be looked up.
pub(crate) fn places<'a, R: FromRow>(names: impl Iterator<Item = &'a str> + Clone) -> Result<Vec<usize>> {
    if names.clone().take(R::COLUMNS.len()).eq(R::COLUMNS.iter().copied()) {
        return Ok(Vec::new());
    }
    let names: Vec<&str> = names.collect();
    R::COLUMNS
        .iter()
        .map(|column| {
            names.iter().position(|name| name == column).ok_or_else(|| Error::Column {
                column: (*column).to_owned(),
                reason: "the statement does not select it".to_owned(),
            })
        })
        .collect()
}

impl<A: FromValue> FromRow for (A,) {
    const COLUMNS: &'static [&'static str] = &[];

    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?,))
    }
}
impl<A: FromValue, B: FromValue> FromRow for (A, B) {
    const COLUMNS: &'static [&'static str] = &[];

    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?, row.get(1)?))
    }
}
impl<A: FromValue, B: FromValue, C: FromValue> FromRow for (A, B, C) {
    const COLUMNS: &'static [&'static str] = &[];

    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    }
}

/// Declares a struct that is read from a row by the names of its fields.
#[macro_export]
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $( $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty ),* $(,)?
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis struct $name {
            $( $(#[$field_meta])* $field_vis $field: $type ),*
        }

        impl $crate::FromRow for $name {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn from_row(row: &$crate::Row<'_>) -> $crate::Result<Self> {
                let mut index = 0..;
                Ok(Self {
                    $( $field: row.get(index.next().unwrap_or_default())? ),*
                })
            }
        }
    )+};
}
