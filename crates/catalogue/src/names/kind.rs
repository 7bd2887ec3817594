//! Of what names are, and how one statement is written for all of them.

use crate::text_enum::text_enum;

text_enum! {
    /// Of what names are.
    pub enum Kind {
        /// Of those who make books.
        Author = "author",
        /// Of what books are about.
        Genre = "genre",
        /// Of those who bring them out.
        Publisher = "publisher",
        /// Of books in an order.
        Series = "series",
    }
}

impl Kind {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Self; 4] = [Self::Author, Self::Genre, Self::Publisher, Self::Series];

    /// The word for several, in addresses.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Author => "authors",
            Self::Genre => "genres",
            Self::Publisher => "publishers",
            Self::Series => "series",
        }
    }
}

/// The statement of a kind. `$text` makes it of four words: the table of the names, the table that says which books stand under
/// them, and the columns there of the name and of the book.
macro_rules! of_kind {
    ($kind:expr, $text:ident $(, $arg:expr)* $(,)?) => {
        match $kind {
            Kind::Author => db::sql!($text!("authors", "book_authors", "author_id", "book_id") $(, $arg)*),
            Kind::Genre => db::sql!($text!("genres", "book_genres", "genre_id", "book_id") $(, $arg)*),
            Kind::Publisher => db::sql!($text!("publishers", "books", "publisher_id", "id") $(, $arg)*),
            Kind::Series => db::sql!($text!("series", "books", "series_id", "id") $(, $arg)*),
        }
    };
}
pub(super) use of_kind;
