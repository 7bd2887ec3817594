//! What kinds of shelves there are, and what a shelf may be made of.

use catalogue::text_enum;
use i18n::Locale;

use crate::t;

text_enum! {
    /// What a shelf is.
    pub enum Kind {
        /// What a reader is recommended; for those of whom nothing is known, the editors' picks in its place.
        ForYou = "for_you",
        /// The newest books.
        New = "new",
        /// What sells best.
        Best = "best",
        /// A shelf for each genre that a reader likes.
        Liked = "liked",
        /// The ways to the genres.
        Genres = "genres",
        /// What the shop's people put forward.
        Picks = "picks",
        /// What a reader looked at.
        Viewed = "viewed",
        /// One that the shop's people made.
        Own = "own",
    }
}

text_enum! {
    /// What a shelf's books are, beside those that were chosen one by one.
    pub enum SourceKind {
        /// The newest of a genre.
        Genre = "genre",
        /// The newest of somebody.
        Author = "author",
        /// Those of a series, in its order.
        Series = "series",
        /// The newest of a publisher.
        Publisher = "publisher",
    }
}

impl Kind {
    /// The program's own shelves, in the order in which they stand while nobody arranged anything.
    pub const BUILT_IN: [Self; 7] =
        [Self::ForYou, Self::New, Self::Best, Self::Liked, Self::Genres, Self::Picks, Self::Viewed];

    /// What it is called; nothing for one that the shop's people made, which has titles.
    pub fn label(self, l: Locale) -> &'static str {
        match self {
            Self::ForYou => t::shelf_for_you(l),
            Self::New => t::shelf_new(l),
            Self::Best => t::shelf_best(l),
            Self::Liked => t::shelf_liked(l),
            Self::Genres => t::shelf_genres(l),
            Self::Picks => t::shelf_picks(l),
            Self::Viewed => t::shelf_viewed(l),
            Self::Own => "",
        }
    }

    /// Whether books can be put in front. What is chosen for one reader is theirs: a book of the shop's among it would be
    /// taken for a recommendation.
    pub const fn takes_books(self) -> bool {
        matches!(self, Self::New | Self::Best | Self::Picks | Self::Own)
    }
}

impl SourceKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Genre, Self::Author, Self::Series, Self::Publisher];
}
