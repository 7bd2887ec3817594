//! The whole page as it is arranged.

use catalogue::Book;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Kind, SourceKind};

/// How the page is arranged: its shelves in their order. What one is reading stands above all of them, always.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The shelves, all that there are, shown or not.
    pub shelves: Vec<Shelf>,
}

/// A shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    /// Its word in addresses.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it is kept off the page.
    pub hidden: bool,
    /// What it is called, where the shop's people made it.
    pub titles: Vec<Title>,
    /// The moment from which it is shown.
    pub from: Option<Timestamp>,
    /// The moment until which it is.
    pub until: Option<Timestamp>,
    /// What its books are, beside those that were chosen.
    pub source: Option<Source>,
    /// The books that were chosen, in their order, which stand in front.
    pub books: Vec<Placed>,
}

/// What a shelf is called in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The language.
    pub locale: Locale,
    /// The words; may be empty where it is not shown.
    pub text: String,
    /// Whether it stands on the page in that language.
    pub shown: bool,
}

/// All that stands under something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// What it is.
    pub of: SourceKind,
    /// Its key.
    pub id: i64,
}

/// A book that was chosen for a shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Which.
    pub book: Id<Book>,
    /// The moment from which it stands there.
    pub from: Option<Timestamp>,
    /// The moment until which it does.
    pub until: Option<Timestamp>,
}

impl Default for Layout {
    fn default() -> Self {
        Self { shelves: Kind::BUILT_IN.into_iter().map(Shelf::built_in).collect() }
    }
}

impl Layout {
    /// The shelf of this name.
    pub fn shelf(&self, name: &str) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.name == name)
    }

    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.shelves.iter().position(|shelf| shelf.name == name)
    }

    /// The same page with every shelf that the program has: one that came with a later version stands at the end.
    pub(super) fn complete(mut self) -> Self {
        for kind in Kind::BUILT_IN {
            if !self.shelves.iter().any(|shelf| shelf.kind == kind) {
                self.shelves.push(Shelf::built_in(kind));
            }
        }
        self
    }
}

impl Shelf {
    /// A shelf of the program's own.
    pub(super) fn built_in(kind: Kind) -> Self {
        Self {
            name: kind.as_str().to_owned(),
            kind,
            hidden: false,
            titles: Vec::new(),
            from: None,
            until: None,
            source: None,
            books: Vec::new(),
        }
    }

    /// What it is called in a language, or in the next one in which it has a name; empty for the program's own.
    pub fn title(&self, l: Locale) -> &str {
        let named = |title: &&Title| !title.text.is_empty();
        let own = self.titles.iter().find(|title| title.locale == l);
        let any = own.filter(named).or_else(|| self.titles.iter().find(named));
        any.map(|title| title.text.as_str()).unwrap_or_default()
    }

    /// The languages in which it stands on the page.
    pub fn locales(&self) -> impl Iterator<Item = Locale> {
        self.titles.iter().filter(|title| title.shown).map(|title| title.locale)
    }
}
