//! A row as a line of JSON, the same whatever database it comes from: an array of the values in the order of the
//! table's columns. Whole numbers and booleans stand as such; text, numbers with fractions, JSON and bytes (base64) as
//! strings, so that none is changed by whoever reads it.

use std::cmp::Ordering;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use db::{
    Value,
    schema::{Kind, Table},
};
use serde_json::Value as Cell;

use crate::{Error, Result, json::canonical};

/// Adds the line of a row.
pub(crate) fn push(out: &mut Vec<u8>, row: &[Value]) -> Result<()> {
    let cells: Vec<Cell> = row.iter().map(cell).collect::<Result<_>>()?;
    serde_json::to_writer(&mut *out, &cells).map_err(|error| Error::Damaged(error.to_string()))?;
    out.push(b'\n');
    Ok(())
}

fn cell(value: &Value) -> Result<Cell> {
    Ok(match value {
        Value::Null => Cell::Null,
        Value::Bool(flag) => Cell::Bool(*flag),
        Value::Int(number) => Cell::from(*number),
        // The shortest text that reads back as the same number.
        Value::Float(number) => Cell::String(format!("{number:?}")),
        Value::Text(text) => Cell::String(text.clone()),
        Value::Json(text) => Cell::String(
            canonical(text).map_err(|error| Error::Damaged(format!("JSON in the database: {error}")))?,
        ),
        Value::Bytes(bytes) => Cell::String(STANDARD.encode(bytes)),
    })
}

/// Reads the line of a row.
pub(crate) fn parse(table: &Table, line: &[u8]) -> Result<Vec<Value>> {
    let wrong = || Error::Damaged(format!("a row of {} is none", table.name));
    let cells: Vec<Cell> = serde_json::from_slice(line).map_err(|_| wrong())?;
    if cells.len() != table.columns.len() {
        return Err(wrong());
    }
    let values = table.columns.iter().zip(cells).map(|(column, cell)| value(column.kind, cell));
    values.collect::<Option<_>>().ok_or_else(wrong)
}

fn value(kind: Kind, cell: Cell) -> Option<Value> {
    Some(match (kind, cell) {
        (_, Cell::Null) => Value::Null,
        (Kind::Bool, Cell::Bool(flag)) => Value::Bool(flag),
        (Kind::Key | Kind::Int, Cell::Number(number)) => Value::Int(number.as_i64()?),
        (Kind::Float, Cell::String(text)) => Value::Float(text.parse().ok()?),
        (Kind::Text, Cell::String(text)) => Value::Text(text),
        (Kind::Json, Cell::String(text)) => Value::Json(text),
        (Kind::Bytes, Cell::String(text)) => Value::Bytes(STANDARD.decode(text).ok()?),
        _ => return None,
    })
}

/// Which of two rows comes first in the order of the table's primary key.
pub(crate) fn order(table: &Table, one: &[Value], other: &[Value]) -> Ordering {
    let places =
        table.key.iter().filter_map(|key| table.columns.iter().position(|column| column.name == *key));
    places
        .map(|at| compare(one.get(at), other.get(at)))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn compare(one: Option<&Value>, other: Option<&Value>) -> Ordering {
    match (one, other) {
        (Some(Value::Int(one)), Some(Value::Int(other))) => one.cmp(other),
        (Some(Value::Text(one)), Some(Value::Text(other))) => one.cmp(other),
        (Some(Value::Bool(one)), Some(Value::Bool(other))) => one.cmp(other),
        _ => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use db::schema::Column;

    use super::*;

    #[test]
    fn every_kind_of_value_comes_back_as_it_was() {
        let kinds = [Kind::Key, Kind::Int, Kind::Bool, Kind::Float, Kind::Text, Kind::Json, Kind::Bytes];
        let columns: Vec<Column> = kinds.map(|kind| Column { name: "x", kind }).to_vec();
        let table = Table { name: "t", columns, key: vec![] };
        let text = Value::Text("\u{0}\n\"\\ \u{2028} كتاب 𝄞".to_owned());
        for row in [
            vec![
                Value::Int(i64::MIN),
                Value::Int(i64::MAX),
                Value::Bool(true),
                Value::Float(0.1 + 0.2),
                text,
                Value::Json("{\"a\":0.30000000000000004}".to_owned()),
                Value::Bytes((0..=255).collect()),
            ],
            vec![Value::Null; 7],
        ] {
            let mut line = Vec::new();
            push(&mut line, &row).unwrap();
            assert_eq!(std::str::from_utf8(&line).unwrap().matches('\n').count(), 1);
            assert_eq!(parse(&table, &line).unwrap(), row);
        }
        assert!(parse(&table, b"[1]").is_err() && parse(&table, b"{}").is_err());
    }
}
