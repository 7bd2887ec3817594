//! Typed keys: the id of a book cannot be handed to a function that wants the id of an author.

use std::{fmt, hash, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The database's integer key of a `T`. In text and JSON it is a plain positive decimal number.
pub struct Id<T> {
    value: i64,
    of: PhantomData<fn() -> T>,
}

/// The text was not a positive decimal number that fits in 63 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: expected a positive whole number")]
pub struct NotAnId;

impl<T> Id<T> {
    /// Wraps a key read from the database.
    pub const fn new(value: i64) -> Self {
        Self { value, of: PhantomData }
    }

    /// The bare number, for the database and for URLs.
    pub const fn get(self) -> i64 {
        self.value
    }
}

// Derives would ask the same of `T`, which is only a label here.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.value.cmp(&other.value)
    }
}
impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.value)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        // `i64::from_str` would take "+5" and "-5"; a URL has one spelling for one book.
        if text.is_empty() || text.starts_with('0') || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnId);
        }
        text.parse().map(Self::new).map_err(|_| NotAnId)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.value)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_positive_numbers_are_ids() {
        assert_eq!("42".parse::<Id<()>>(), Ok(Id::new(42)));
        for bad in ["", "0", "-1", "+1", "042", "1.0", "٤٢", "9223372036854775808", "4 2"] {
            assert_eq!(bad.parse::<Id<()>>(), Err(NotAnId), "{bad:?}");
        }
    }
}
