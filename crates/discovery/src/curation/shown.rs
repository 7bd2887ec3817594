//! What of the arrangement is on the page at a moment, in a language.

use catalogue::Book;
use db::{Query, record, sql};
use i18n::Locale;
use kernel::{Id, Timestamp};

use super::{Kind, Layout, Source, SourceKind};

/// When the page is looked at, in which language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) locale: Locale,
    pub(crate) now: Timestamp,
}

/// A shelf that is on the page.
#[derive(Debug, Clone)]
pub(crate) struct OnShelf {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// What it is called, where the shop's people made it.
    pub(crate) title: String,
    /// What its books are beside those that were chosen, with its name.
    pub(crate) source: Option<(Source, String)>,
    /// The books that were chosen, which stand in front.
    pub(crate) chosen: Vec<Id<Book>>,
    /// The others of a shelf that the shop's people made.
    pub(crate) found: Vec<Id<Book>>,
}

/// The shelves that are on the page, in their order.
#[derive(Debug, Clone)]
pub(crate) struct Arranged {
    pub(crate) shelves: Vec<OnShelf>,
}

record! {
    struct Row {
        shelf: String,
        part: String,
        kind: Option<Kind>,
        title: Option<String>,
        source: Option<SourceKind>,
        source_id: Option<i64>,
        source_name: Option<String>,
        shown: bool,
        book_id: Option<Id<Book>>,
    }
}

/// What is on the page now, of shelves called `s`.
macro_rules! open {
    () => {
        "s.hidden = false and (s.from_at is null or s.from_at <= $3) and (s.until_at is null or s.until_at > $3)"
    };
}

/// The columns of a row that is a book.
macro_rules! book_row {
    () => {
        "cast(null as text) as kind, cast(null as text) as title, cast(null as text) as source,
         cast(null as bigint) as source_id, cast(null as text) as source_name, true as shown"
    };
}

/// The shelves, then the books that were chosen for each, then, by the branches given, those that are found for it.
macro_rules! arranged {
    ($genre:expr, $author:expr, $series:expr, $publisher:expr) => {
        concat!(
            "select shelf, part, kind, title, source, source_id, source_name, shown, book_id from (
                 select s.name as shelf, 'shelf' as part, s.position as place, s.kind, t.title, s.source, s.source_id,
                        coalesce(a.name, e.name, p.name) as source_name,
                        (",
            open!(),
            " and (s.kind <> 'own' or coalesce(t.shown, false))) as shown, cast(null as bigint) as book_id
                 from home_shelves s left join home_titles t on t.shelf = s.name and t.locale = $2
                 left join authors a on s.source = 'author' and a.id = s.source_id
                 left join series e on s.source = 'series' and e.id = s.source_id
                 left join publishers p on s.source = 'publisher' and p.id = s.source_id
                 union all
                 select * from (
                     select h.shelf, 'chosen' as part, row_number() over (partition by h.shelf order by h.position) as place, ",
            book_row!(),
            ", h.book_id from home_shelves s join home_books h on h.shelf = s.name join books b on b.id = h.book_id
                     where ",
            open!(),
            " and (h.from_at is null or h.from_at <= $3) and (h.until_at is null or h.until_at > $3)
                       and b.status = 'published'
                 ) as chosen where place <= $1",
            $genre,
            $author,
            $series,
            $publisher,
            ") as page order by part, place"
        )
    };
}

/// The first books of whatever shelves are made of. Only so many of each may be read: PostgreSQL asks for them shelf by
/// shelf in a lateral join, which SQLite does not know, and SQLite in a list that depends on the shelf, which PostgreSQL
/// would read for each book.
macro_rules! found_by_sqlite {
    ($kind:literal, $from:literal, $order:literal, $shown:literal) => {
        concat!(
            " union all select s.name, 'found', row_number() over (partition by s.name order by ",
            $shown,
            "), ",
            book_row!(),
            ", b.id from home_shelves s join books b on b.id in (select y.id from ",
            $from,
            " order by ",
            $order,
            " limit $1) where s.source = '",
            $kind,
            "' and ",
            open!()
        )
    };
}

/// The same on PostgreSQL.
macro_rules! found_by_postgres {
    ($kind:literal, $from:literal, $order:literal, $shown:literal) => {
        concat!(
            " union all select s.name, 'found', row_number() over (partition by s.name order by ",
            $shown,
            "), ",
            book_row!(),
            ", b.id from home_shelves s cross join lateral (select y.id, y.published_at, y.series_number from ",
            $from,
            " order by ",
            $order,
            " limit $1) as b where s.source = '",
            $kind,
            "' and ",
            open!()
        )
    };
}

/// What each kind of source is read from.
macro_rules! by_source {
    ($found:ident) => {
        arranged!(
            $found!(
                "genre",
                "book_genres g join books y on y.id = g.book_id where g.genre_id = s.source_id and g.published_at is not null",
                "g.published_at desc, g.book_id desc",
                "b.published_at desc, b.id desc"
            ),
            $found!(
                "author",
                "books y where y.status = 'published' and y.id in (select w.book_id from book_authors w where w.author_id = s.source_id)",
                "y.published_at desc, y.id desc",
                "b.published_at desc, b.id desc"
            ),
            $found!(
                "series",
                "books y where y.series_id = s.source_id and y.status = 'published'",
                "y.series_number is null, y.series_number, y.id",
                "b.series_number is null, b.series_number, b.id"
            ),
            $found!(
                "publisher",
                "books y where y.publisher_id = s.source_id and y.status = 'published'",
                "y.published_at desc, y.id desc",
                "b.published_at desc, b.id desc"
            )
        )
    };
}

impl Arranged {
    /// Reads it by one statement, so many books of each shelf.
    pub(crate) async fn read(db: &impl Query, at: Moment, rows: i64) -> db::Result<Self> {
        let found: Vec<Row> = db
            .all(sql!(
                sqlite: by_source!(found_by_sqlite),
                postgres: by_source!(found_by_postgres),
                rows,
                at.locale.tag(),
                at.now
            ))
            .await?;
        let all: Vec<&Row> = found.iter().filter(|row| row.part == "shelf").collect();
        let mut shelves: Vec<OnShelf> =
            all.iter().filter(|row| row.shown).filter_map(|row| on_shelf(row)).collect();
        // What the program has and the database does not: all of it while nobody arranged anything.
        let missing =
            Kind::BUILT_IN.into_iter().filter(|kind| !all.iter().any(|row| row.kind == Some(*kind)));
        shelves.extend(missing.map(OnShelf::built_in));
        for row in &found {
            let Some(shelf) = shelves.iter_mut().find(|shelf| shelf.name == row.shelf) else { continue };
            match row.part.as_str() {
                "chosen" => shelf.chosen.extend(row.book_id),
                "found" => shelf.found.extend(row.book_id),
                _ => {}
            }
        }
        Ok(Self { shelves })
    }

    /// The page while nobody arranged it.
    pub(crate) fn by_default() -> Self {
        let kinds = Layout::default().shelves.into_iter().map(|shelf| shelf.kind);
        Self { shelves: kinds.map(OnShelf::built_in).collect() }
    }

    /// The books on all shelves.
    pub(crate) fn books(&self) -> impl Iterator<Item = Id<Book>> {
        self.shelves.iter().flat_map(|shelf| shelf.chosen.iter().chain(&shelf.found).copied())
    }

    /// The books that were chosen for the shelf of a kind.
    pub(crate) fn chosen(&self, kind: Kind) -> &[Id<Book>] {
        self.shelves.iter().find(|shelf| shelf.kind == kind).map(|shelf| &*shelf.chosen).unwrap_or_default()
    }
}

impl OnShelf {
    fn built_in(kind: Kind) -> Self {
        let (name, title) = (kind.as_str().to_owned(), String::new());
        Self { name, kind, title, source: None, chosen: Vec::new(), found: Vec::new() }
    }
}

fn on_shelf(row: &Row) -> Option<OnShelf> {
    let source = row.source.zip(row.source_id).map(|(of, id)| Source { of, id });
    Some(OnShelf {
        name: row.shelf.clone(),
        title: row.title.clone().unwrap_or_default(),
        source: source.map(|source| (source, row.source_name.clone().unwrap_or_default())),
        ..OnShelf::built_in(row.kind?)
    })
}
