//! The whole database as rows: read from one state of it while the shop runs, and entered into another one, which may be
//! the other kind of database.

mod lines;
mod restoring;
mod snapshot;

pub use restoring::Restoring;
pub use snapshot::Snapshot;

use crate::{Value, ValueRef, schema::Kind, value::Mismatch};

/// A cell as the value that its column holds on either database.
fn value(kind: Kind, cell: ValueRef<'_>) -> Result<Value, Mismatch> {
    Ok(match (kind, cell) {
        (_, ValueRef::Null) => Value::Null,
        (Kind::Bool, ValueRef::Int(number)) => Value::Bool(number != 0),
        (Kind::Key | Kind::Int, ValueRef::Int(number)) => Value::Int(number),
        #[expect(clippy::cast_precision_loss, reason = "SQLite may answer 4.0 as 4")]
        (Kind::Float, ValueRef::Int(number)) => Value::Float(number as f64),
        (Kind::Float, ValueRef::Float(number)) => Value::Float(number),
        (Kind::Text, ValueRef::Text(text)) => Value::Text(text.to_owned()),
        (Kind::Json, ValueRef::Text(text)) => Value::Json(text.to_owned()),
        (Kind::Bytes, ValueRef::Bytes(bytes)) => Value::Bytes(bytes.to_vec()),
        (kind, cell) => return Err(Mismatch(format!("{cell:?} in a column of the kind {kind:?}"))),
    })
}
