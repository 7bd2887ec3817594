//! The few kinds of value that both databases share, and how Rust's types become them and come back.

use kernel::{Currency, Id, Isbn, Language, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

/// An argument of a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Absent, of whatever type the statement expects.
    Null,
    /// `boolean`
    Bool(bool),
    /// `bigint`
    Int(i64),
    /// `double`
    Float(f64),
    /// `text`, and `timestamp` in its fixed-width form
    Text(String),
    /// `bytes`
    Bytes(Vec<u8>),
    /// `json`, as its text
    Json(String),
}

/// A cell of a row, borrowed from the driver.
#[derive(Debug, Clone, Copy)]
pub enum ValueRef<'a> {
    /// Absent.
    Null,
    /// A whole number, or a boolean as 0 or 1.
    Int(i64),
    /// A number with a fraction.
    Float(f64),
    /// Text, timestamps and JSON.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// The cell does not hold what the code expects.
#[derive(Debug)]
pub struct Mismatch(pub String);

impl<'a> ValueRef<'a> {
    /// The text of a cell that holds text.
    pub fn text(self) -> Result<&'a str, Mismatch> {
        match self {
            Self::Text(text) => Ok(text),
            other => other.mismatch("text"),
        }
    }

    fn mismatch<T>(self, expected: &str) -> Result<T, Mismatch> {
        let found = match self {
            Self::Null => "null",
            Self::Int(_) => "a whole number",
            Self::Float(_) => "a fraction",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
        };
        Err(Mismatch(format!("expected {expected}, found {found}")))
    }
}

/// A type that can be an argument of a statement.
pub trait ToValue {
    /// The value that the database is given.
    fn to_value(self) -> Value;
}

/// A type that can be read from a cell.
pub trait FromValue: Sized {
    /// Reads the cell, or says what does not fit.
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch>;
}

/// A serialisable value kept in a `json` column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Json<T>(pub T);

impl ToValue for Value {
    fn to_value(self) -> Value {
        self
    }
}
impl ToValue for bool {
    fn to_value(self) -> Value {
        Value::Bool(self)
    }
}
impl ToValue for i64 {
    fn to_value(self) -> Value {
        Value::Int(self)
    }
}
impl ToValue for i32 {
    fn to_value(self) -> Value {
        Value::Int(self.into())
    }
}
impl ToValue for u32 {
    fn to_value(self) -> Value {
        Value::Int(self.into())
    }
}
impl ToValue for f64 {
    fn to_value(self) -> Value {
        Value::Float(self)
    }
}
impl ToValue for &str {
    fn to_value(self) -> Value {
        self.to_owned().to_value()
    }
}
impl ToValue for String {
    /// Without NUL characters, which PostgreSQL cannot keep; on both databases alike.
    fn to_value(self) -> Value {
        Value::Text(if self.contains('\0') { self.replace('\0', "") } else { self })
    }
}
impl ToValue for &String {
    fn to_value(self) -> Value {
        self.clone().to_value()
    }
}
impl ToValue for Vec<u8> {
    fn to_value(self) -> Value {
        Value::Bytes(self)
    }
}
impl<T> ToValue for Id<T> {
    fn to_value(self) -> Value {
        Value::Int(self.get())
    }
}
impl<T: ToValue> ToValue for Option<T> {
    fn to_value(self) -> Value {
        self.map_or(Value::Null, T::to_value)
    }
}
impl<T: Serialize> ToValue for Json<T> {
    fn to_value(self) -> Value {
        // Our own types serialise: maps with keys that are no text, the one failure, do not occur.
        serde_json::to_string(&self.0).map_or(Value::Null, Value::Json)
    }
}

impl FromValue for i64 {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        match value {
            ValueRef::Int(number) => Ok(number),
            other => other.mismatch("a whole number"),
        }
    }
}
impl FromValue for i32 {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        i64::from_value(value)?.try_into().map_err(|_| Mismatch("the number does not fit in 32 bits".into()))
    }
}
impl FromValue for u32 {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        i64::from_value(value)?.try_into().map_err(|_| Mismatch("the number does not fit in 32 bits".into()))
    }
}
impl FromValue for bool {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        match value {
            ValueRef::Int(0) => Ok(false),
            ValueRef::Int(1) => Ok(true),
            other => other.mismatch("a boolean"),
        }
    }
}
impl FromValue for f64 {
    #[expect(clippy::cast_precision_loss, reason = "SQLite answers 4.0 as 4; counts stay far below 2^53")]
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        match value {
            ValueRef::Float(number) => Ok(number),
            ValueRef::Int(number) => Ok(number as Self),
            other => other.mismatch("a number"),
        }
    }
}
impl FromValue for String {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        value.text().map(str::to_owned)
    }
}
impl FromValue for Vec<u8> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        match value {
            ValueRef::Bytes(bytes) => Ok(bytes.to_vec()),
            other => other.mismatch("bytes"),
        }
    }
}
impl<T> FromValue for Id<T> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        i64::from_value(value).map(Self::new)
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        match value {
            ValueRef::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}
impl<T: DeserializeOwned> FromValue for Json<T> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, Mismatch> {
        match value {
            ValueRef::Text(text) => {
                serde_json::from_str(text).map(Self).map_err(|e| Mismatch(format!("unexpected JSON: {e}")))
            }
            other => other.mismatch("JSON"),
        }
    }
}

/// Lets a type with `Display` and `FromStr` stand in a `text` column.
#[macro_export]
macro_rules! text_value {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::ToValue for $type {
            fn to_value(self) -> $crate::Value {
                $crate::Value::Text(self.to_string())
            }
        }
        impl $crate::FromValue for $type {
            fn from_value(value: $crate::ValueRef<'_>) -> Result<Self, $crate::Mismatch> {
                let text = value.text()?;
                text.parse().map_err(|_| $crate::Mismatch(format!("unexpected value {text:?}")))
            }
        }
    )+};
}

text_value!(Timestamp, Isbn, Language, Currency);
