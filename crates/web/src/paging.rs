//! Lists a part at a time. A cursor holds the sort key of the last item given, so that a list stays right while
//! rows come and go, and which list it is of, so that another one refuses it; to the client it is an opaque word. Whoever
//! makes the list chooses the key's type.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use utoipa::{IntoParams, ToSchema};

use crate::error::{Error, FieldErrors, Result};
use crate::t;

/// Items in a part when nothing is asked for.
pub const LIMIT_DEFAULT: u32 = 20;
/// The most items in a part.
pub const LIMIT_MOST: u32 = 100;
/// No cursor of ours is longer, in characters.
const CURSOR_LONGEST: usize = 1_024;

/// Which part of a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paging {
    limit: Option<u32>,
    cursor: Option<Cursor>,
    /// The list that is asked for.
    list: ListMark,
}

/// Tells lists apart.
type ListMark = [u8; 4];

/// A cursor, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cursor {
    list: ListMark,
    key: Vec<u8>,
}

impl Cursor {
    fn read(text: &str) -> Option<Self> {
        let (list, key) = text.split_once('.').filter(|_| text.len() <= CURSOR_LONGEST)?;
        let list = u32::from_str_radix(list, 16).ok()?.to_be_bytes();
        Some(Self { list, key: URL_SAFE_NO_PAD.decode(key).ok()? })
    }
}

/// The mark of a list with this name.
fn mark(list: &str) -> ListMark {
    let digest: [u8; 32] = Sha256::digest(list).into();
    [digest[0], digest[1], digest[2], digest[3]]
}

/// The two parameters of every list, for its documentation: `params(BookFilters, web::PagingParams)`.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes parameters that `Paging` reads")]
pub struct PagingParams {
    /// How many items to give, from 1 to 100.
    #[param(default = 20, minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// The `next_cursor` of the part before; absent for the first part.
    #[param(min_length = 1)]
    cursor: Option<String>,
}

impl Paging {
    /// Reads the two parameters of the list at a route, and notes what is wrong with them.
    pub(crate) fn read(
        route: &str,
        limit: Option<&str>,
        cursor: Option<String>,
        errors: &mut FieldErrors,
    ) -> Self {
        let number = limit.map(str::parse::<u32>);
        if number.as_ref().is_some_and(|it| !matches!(it, Ok(1..=LIMIT_MOST))) {
            errors.add("limit", "out_of_range", |l| t::limit_invalid(l, i64::from(LIMIT_MOST)));
        }
        let cursor = cursor.map(|text| Cursor::read(&text));
        if cursor == Some(None) {
            errors.add("cursor", "invalid_cursor", t::cursor_invalid);
        }
        Self { limit: number.and_then(std::result::Result::ok), cursor: cursor.flatten(), list: mark(route) }
    }

    /// The same part of one of several lists that share a route.
    #[must_use]
    pub fn of(self, list: &str) -> Self {
        Self { list: mark(list), ..self }
    }

    /// The same part, with another length where the caller named none (a page shows 24 cards).
    #[must_use]
    pub fn with_default_limit(self, limit: u32) -> Self {
        Self { limit: self.limit.or(Some(limit)), ..self }
    }

    /// How many items to give.
    pub fn limit(&self) -> u32 {
        self.limit.unwrap_or(LIMIT_DEFAULT)
    }

    /// How many rows to read: one more than are given, whose presence says that the list goes on.
    pub fn rows(&self) -> i64 {
        i64::from(self.limit()) + 1
    }

    /// The key after which the part begins; `None` at the start of the list. A cursor that this list did not give
    /// out is a 422 with the code `invalid_cursor`.
    pub fn after<K: DeserializeOwned>(&self) -> Result<Option<K>> {
        let Some(cursor) = &self.cursor else { return Ok(None) };
        if cursor.list != self.list {
            return Err(invalid_cursor());
        }
        let key = serde_json::from_slice(&cursor.key);
        key.map(Some).map_err(|_| invalid_cursor())
    }

    /// For a list that is given in one part: a cursor is none of its own.
    pub fn whole(&self) -> Result<()> {
        if self.cursor.is_some() { Err(invalid_cursor()) } else { Ok(()) }
    }

    /// Makes the answer out of up to [`rows`](Self::rows) rows, with a cursor from the last one given where the
    /// list goes on. That a whole list is empty is known without counting.
    pub fn list<R, K: Serialize>(&self, mut rows: Vec<R>, key: impl FnOnce(&R) -> K) -> List<R> {
        let limit = usize::try_from(self.limit()).unwrap_or(usize::MAX);
        let goes_on = rows.len() > limit;
        let total = (rows.is_empty() && self.cursor.is_none()).then_some(0);
        rows.truncate(limit);
        let last = rows.last().filter(|_| goes_on);
        List { next_cursor: last.map(|row| cursor(self.list, &key(row))), items: rows, total }
    }
}

/// The cursor is not one of this list's: a 422 with the code `invalid_cursor`.
pub fn invalid_cursor() -> Error {
    Error::invalid("cursor", "invalid_cursor", t::cursor_invalid)
}

/// The opaque form of a key.
fn cursor(list: ListMark, key: &impl Serialize) -> String {
    // A key is a tuple of numbers and texts, which JSON cannot refuse.
    let key = URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default());
    format!("{:08x}.{key}", u32::from_be_bytes(list))
}

/// A part of a list, as the API answers it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// The items.
    pub items: Vec<T>,
    /// What to send as `cursor` for the part after this one; null at the end of the list.
    pub next_cursor: Option<String>,
    /// How many items the whole list has, where that is cheap to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
}

impl<T> List<T> {
    /// The same part with each item turned into something else.
    pub fn map<U>(self, item: impl FnMut(T) -> U) -> List<U> {
        let Self { items, next_cursor, total } = self;
        List { items: items.into_iter().map(item).collect(), next_cursor, total }
    }

    /// The same part with each item turned into something else, without those that turned out not to be there.
    pub fn filter_map<U>(self, item: impl FnMut(T) -> Option<U>) -> List<U> {
        let Self { items, next_cursor, total } = self;
        List { items: items.into_iter().filter_map(item).collect(), next_cursor, total }
    }

    /// The same part, with the length of the whole list.
    #[must_use]
    pub fn with_total(self, total: i64) -> Self {
        Self { total: Some(total), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paging(limit: &str, cursor: Option<String>) -> Paging {
        let mut errors = FieldErrors::default();
        let paging = Paging::read("/books", Some(limit), cursor, &mut errors);
        assert!(errors.is_empty(), "{errors:?}");
        paging
    }

    #[test]
    fn a_cursor_carries_the_key_of_the_last_item_given() {
        let list = paging("2", None).list(vec![("b", 7_i64), ("a", 9), ("a", 4)], |row| *row);
        assert_eq!(list.items.len(), 2);
        let next = paging("2", list.next_cursor);
        assert_eq!(next.after::<(String, i64)>().unwrap(), Some(("a".to_owned(), 9)));
    }

    #[test]
    fn the_end_of_a_list_has_no_cursor() {
        assert_eq!(paging("2", None).list(vec![1, 2], |row| *row).next_cursor, None);
    }

    #[test]
    fn a_list_without_items_has_a_total_of_none() {
        assert_eq!(paging("2", None).list(Vec::<i64>::new(), |row| *row).total, Some(0));
        let behind_the_end = paging("2", Some(cursor(mark("/books"), &7)));
        assert_eq!(behind_the_end.list(Vec::<i64>::new(), |row| *row).total, None);
    }

    #[test]
    fn a_cursor_of_another_list_is_refused() {
        let (books, authors) = (mark("/books"), mark("/authors"));
        assert_eq!(paging("2", Some(cursor(books, &7))).after::<i64>().unwrap(), Some(7));
        for foreign in [cursor(books, &"title"), cursor(authors, &7)] {
            let error = paging("2", Some(foreign)).after::<i64>().unwrap_err();
            let Error::Invalid(errors) = error else { panic!("{error:?}") };
            assert_eq!(errors.of("cursor").map(|it| it.code), Some("invalid_cursor"));
        }
        assert!(paging("2", Some(cursor(books, &7))).of("free books").after::<i64>().is_err());
    }
}
