//! What stands in the path of an address. A part that is not what it should be (a word where an id belongs) leads
//! nowhere, so it is a 404 like any other address that does not exist, on pages and in the API alike.

use std::fmt;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use http::request::Parts;
use kernel::Id;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::error::Error;

/// The parts of the path that the route names: `Path<Id<Book>>`, `Path<(Id<Book>, String)>`.
#[derive(Clone, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Error::NotFound),
        }
    }
}

/// A part such as `12-moby-dick`: the id decides, the words are for people and may be out of date or absent.
pub struct IdSlug<T> {
    /// What the part stands for.
    pub id: Id<T>,
    /// The words behind the first dash; empty where there are none.
    pub slug: String,
}

impl<T> FromStr for IdSlug<T> {
    type Err = kernel::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (id, slug) = text.split_once('-').unwrap_or((text, ""));
        Ok(Self { id: id.parse()?, slug: slug.to_owned() })
    }
}

impl<'de, T> Deserialize<'de> for IdSlug<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl<T> fmt::Debug for IdSlug<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}-{}", self.id, self.slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Book;

    #[test]
    fn the_id_stands_before_the_first_dash() {
        let part: IdSlug<Book> = "12-moby-dick-or-the-whale".parse().unwrap();
        assert_eq!((part.id.get(), part.slug.as_str()), (12, "moby-dick-or-the-whale"));
        let bare: IdSlug<Book> = "12".parse().unwrap();
        assert_eq!((bare.id.get(), bare.slug.as_str()), (12, ""));
        assert!("moby-dick".parse::<IdSlug<Book>>().is_err());
    }
}
