//! Values without I/O: what a price, an ISBN, a moment or an id *is*, so that no other crate passes bare
//! numbers and strings around. Each type has one text form, which is also its form in JSON and in the database.

mod fold;
mod id;
mod isbn;
mod language;
mod money;
mod random;
mod sight;
mod slug;
mod time;

pub use fold::fold;
pub use id::{Id, NotAnId};
pub use isbn::{Isbn, IsbnError};
pub use language::{Language, LanguageError};
pub use money::{Currency, CurrencyError, Money, MoneyError};
pub use random::Random;
pub use sight::{is_invisible, seen_line};
pub use slug::Slug;
pub use time::{Clock, Timestamp, TimestampError};
