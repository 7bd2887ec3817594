//! The front page as the API tells it to those who arrange it, and what they say that is to change.

use catalogue::edit::DeskRow;
use catalogue::{Book, Status};
use discovery::curation::{self, Draft, Kind, Layout, Placed, Shelf, Source, SourceKind, Title, Wanted};
use i18n::Locale;
use kernel::Id;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{App, Error, FieldErrors};

use super::days;
use crate::books::Patch;
use crate::words::home as t;

/// How the front page is arranged. What a reader is reading stands above all shelves, always.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HomePage {
    /// Goes up with each change; sent back as `version`, it keeps a change from hiding another one.
    pub(super) version: i64,
    /// The shelves in their order, shown or not.
    shelves: Vec<ShelfItem>,
}

/// A shelf.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShelfItem {
    /// Its word in addresses.
    name: String,
    #[schema(inline)]
    kind: Kind,
    /// What it is called, in the language of the answer.
    label: String,
    hidden: bool,
    /// Of a shelf of the shop's own: what it is called in each language, and where it is shown.
    titles: Vec<TitleWire>,
    /// The first day on which it is shown, in the time of the shop: `2026-12-01`.
    from: Option<String>,
    /// The last day on which it is.
    until: Option<String>,
    /// What its books are, beside those that were chosen.
    source: Option<SourceItem>,
    /// Whether books can be chosen for it.
    takes_books: bool,
    /// Those that were, which stand in front.
    books: Vec<PlacedItem>,
}

/// What a shelf is called in a language.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(super) struct TitleWire {
    #[schema(value_type = String, example = "fr")]
    locale: Locale,
    #[schema(max_length = 80)]
    text: String,
    /// Whether the shelf stands on the page in that language.
    #[serde(default = "yes")]
    shown: bool,
}

fn yes() -> bool {
    true
}

/// What a shelf is made of.
#[derive(Debug, Serialize, ToSchema)]
struct SourceItem {
    #[schema(inline)]
    kind: SourceKind,
    id: i64,
    /// In the language of the answer; null where it is gone.
    name: Option<String>,
}

/// A book that was chosen for a shelf.
#[derive(Debug, Serialize, ToSchema)]
struct PlacedItem {
    #[schema(value_type = i64)]
    id: Id<Book>,
    title: String,
    /// Only what is published is shown.
    #[schema(inline)]
    status: Status,
    /// The first day on which it stands there.
    from: Option<String>,
    /// The last one.
    until: Option<String>,
}

/// The books that were chosen for any shelf, as lists show them.
pub(super) async fn chosen(app: &App, layout: &Layout) -> web::Result<Vec<DeskRow>> {
    let mut books: Vec<Id<Book>> =
        layout.shelves.iter().flat_map(|shelf| &shelf.books).map(|placed| placed.book).collect();
    books.sort_unstable();
    books.dedup();
    super::pages::rows(app, books).await
}

impl HomePage {
    /// The page as it is arranged.
    pub(super) async fn find(app: &App, l: Locale) -> web::Result<Self> {
        let (layout, version) = curation::find(&app.db).await?;
        let books = chosen(app, &layout).await?;
        let sources: Vec<Source> = layout.shelves.iter().filter_map(|shelf| shelf.source).collect();
        let names = curation::source_names(&app.db, l, &sources).await?;
        let item = |shelf: &Shelf| {
            let source = shelf.source.map(|source| SourceItem {
                kind: source.of,
                id: source.id,
                name: names.get(&source).cloned(),
            });
            ShelfItem::new(l, shelf, source, &books)
        };
        Ok(Self { version, shelves: layout.shelves.iter().map(item).collect() })
    }
}

impl ShelfItem {
    fn new(l: Locale, shelf: &Shelf, source: Option<SourceItem>, books: &[DeskRow]) -> Self {
        let placed = |placed: &Placed| {
            let row = books.iter().find(|row| row.id == placed.book)?;
            Some(PlacedItem {
                id: row.id,
                title: row.title.clone(),
                status: row.status,
                from: placed.from.map(days::first),
                until: placed.until.map(days::last),
            })
        };
        let title =
            |title: &Title| TitleWire { locale: title.locale, text: title.text.clone(), shown: title.shown };
        Self {
            name: shelf.name.clone(),
            kind: shelf.kind,
            label: super::pages::label(l, shelf).to_owned(),
            hidden: shelf.hidden,
            titles: shelf.titles.iter().map(title).collect(),
            from: shelf.from.map(days::first),
            until: shelf.until.map(days::last),
            source,
            takes_books: shelf.kind.takes_books(),
            books: shelf.books.iter().filter_map(placed).collect(),
        }
    }
}

/// What a shelf is to be; absent fields stay as they are.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(super) struct ShelfPatch {
    hidden: Option<bool>,
    /// All of them; only a shelf of the shop's own has any.
    titles: Option<Vec<TitleWire>>,
    /// `2026-12-01`, in the time of the shop; null for at once.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    from: Patch<String>,
    /// The last day; null for ever.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    until: Patch<String>,
    /// Null for the chosen books alone; only of a shelf of the shop's own.
    #[serde(default)]
    #[schema(value_type = Option<SourceWire>)]
    source: Patch<SourceWire>,
    /// The `version` that was read. Where the page changed since, the answer is a 409.
    pub(super) version: Option<i64>,
}

/// What a shelf is to be made of: by its key or by its name, of which the key counts.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceWire {
    #[schema(inline)]
    kind: SourceKind,
    id: Option<i64>,
    name: Option<String>,
}

impl ShelfPatch {
    /// The draft; what cannot be read, or is not there, is a 422.
    pub(super) async fn draft(self, app: &App) -> web::Result<Draft> {
        let mut errors = FieldErrors::default();
        let from = self.from.read(|text| days::from(&text, "from", &mut errors));
        let until = self.until.read(|text| days::until(&text, "until", &mut errors));
        errors.into_result()?;
        let source = match self.source.read(Some) {
            None => None,
            Some(None) => Some(None),
            Some(Some(wanted)) => Some(Some(wanted.source(app).await?)),
        };
        let titles = self.titles.map(|titles| titles.into_iter().map(Title::from).collect());
        Ok(Draft { hidden: self.hidden, titles, from, until, source })
    }
}

impl From<TitleWire> for Title {
    fn from(wire: TitleWire) -> Self {
        Self { locale: wire.locale, text: wire.text, shown: wire.shown }
    }
}

impl SourceWire {
    async fn source(&self, app: &App) -> web::Result<Source> {
        let wanted = match (self.id, &self.name) {
            (Some(id), _) => Wanted::Key(id),
            (None, Some(name)) => Wanted::Named(name.clone()),
            (None, None) => return Err(Error::invalid("source", "missing", t::source_missing)),
        };
        let found = curation::source(&app.db, self.kind, &wanted).await?;
        found.ok_or_else(|| Error::invalid("source", "unknown", t::source_unknown))
    }
}

/// The order of the shelves.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct OrderWire {
    /// By their names; those that are not named follow.
    pub(super) shelves: Vec<String>,
    /// The `version` that was read.
    pub(super) version: Option<i64>,
}

/// From when to when a book stands on a shelf.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(super) struct DatesWire {
    /// The first day, `2026-12-01`, in the time of the shop; absent or null for at once.
    from: Option<String>,
    /// The last day; absent or null for ever.
    until: Option<String>,
    /// The `version` that was read.
    pub(super) version: Option<i64>,
}

impl DatesWire {
    pub(super) fn placed(&self, book: Id<Book>) -> web::Result<Placed> {
        placed(book, (self.from.as_deref(), self.until.as_deref()))
    }
}

fn placed(book: Id<Book>, (from, until): (Option<&str>, Option<&str>)) -> web::Result<Placed> {
    let mut errors = FieldErrors::default();
    let from = days::from(from.unwrap_or_default(), "from", &mut errors);
    let until = days::until(until.unwrap_or_default(), "until", &mut errors);
    errors.into_result()?;
    Ok(Placed { book, from, until })
}

/// All books that are chosen for a shelf.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct BooksWire {
    /// In their order; at most 60.
    books: Vec<PlacedWire>,
    /// The `version` that was read.
    pub(super) version: Option<i64>,
}

/// One of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlacedWire {
    #[schema(value_type = i64)]
    id: Id<Book>,
    /// The first day.
    from: Option<String>,
    /// The last day.
    until: Option<String>,
}

impl BooksWire {
    pub(super) fn placed(&self) -> web::Result<Vec<Placed>> {
        let one = |wire: &PlacedWire| placed(wire.id, (wire.from.as_deref(), wire.until.as_deref()));
        self.books.iter().map(one).collect()
    }
}
