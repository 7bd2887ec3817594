//! The page in the database: read as a whole, and written where it differs.

use catalogue::Book;
use db::{Query, Statement, Tx, record, sql};
use i18n::Locale;
use kernel::{Id, Timestamp};

use super::layout::{Layout, Placed, Shelf, Source, Title};
use super::{Kind, SourceKind};

record! {
    struct ShelfRow {
        name: String,
        kind: Kind,
        hidden: bool,
        from_at: Option<Timestamp>,
        until_at: Option<Timestamp>,
        source: Option<SourceKind>,
        source_id: Option<i64>,
    }

    struct TitleRow {
        shelf: String,
        locale: String,
        title: String,
        shown: bool,
    }

    struct BookRow {
        shelf: String,
        book_id: Id<Book>,
        from_at: Option<Timestamp>,
        until_at: Option<Timestamp>,
    }
}

/// The page with its version; 0 while nobody arranged it.
pub async fn find(db: &impl Query) -> db::Result<(Layout, i64)> {
    let version: Option<(i64,)> = db.optional(sql!("select version from home_page where id = 1")).await?;
    let shelves: Vec<ShelfRow> = db
        .all(sql!(
            "select name, kind, hidden, from_at, until_at, source, source_id from home_shelves order by position"
        ))
        .await?;
    let titles: Vec<TitleRow> =
        db.all(sql!("select shelf, locale, title, shown from home_titles order by shelf, locale")).await?;
    let books: Vec<BookRow> = db
        .all(sql!("select shelf, book_id, from_at, until_at from home_books order by shelf, position"))
        .await?;
    let shelf = |row: ShelfRow| Shelf {
        titles: titles.iter().filter(|title| title.shelf == row.name).filter_map(title).collect(),
        books: books.iter().filter(|book| book.shelf == row.name).map(placed).collect(),
        source: row.source.zip(row.source_id).map(|(of, id)| Source { of, id }),
        name: row.name,
        kind: row.kind,
        hidden: row.hidden,
        from: row.from_at,
        until: row.until_at,
    };
    let layout = Layout { shelves: shelves.into_iter().map(shelf).collect() };
    Ok((layout.complete(), version.map_or(0, |(version,)| version)))
}

fn title(row: &TitleRow) -> Option<Title> {
    let locale = Locale::from_tag(&row.locale)?;
    Some(Title { locale, text: row.title.clone(), shown: row.shown })
}

fn placed(row: &BookRow) -> Placed {
    Placed { book: row.book_id, from: row.from_at, until: row.until_at }
}

/// The shelves that a book was chosen for, by their names, with its dates there.
pub async fn shelves_of(db: &impl Query, book: Id<Book>) -> db::Result<Vec<(String, Placed)>> {
    let rows: Vec<BookRow> = db
        .all(sql!(
            "select shelf, book_id, from_at, until_at from home_books where book_id = $1 order by shelf",
            book
        ))
        .await?;
    Ok(rows.iter().map(|row| (row.shelf.clone(), placed(row))).collect())
}

/// Locks the page until the transaction ends; its version.
pub(super) async fn lock(tx: &Tx) -> db::Result<i64> {
    let (version,): (i64,) = tx
        .one(sql!(
            "insert into home_page (id, version) values (1, 0)
             on conflict (id) do update set version = home_page.version returning version"
        ))
        .await?;
    Ok(version)
}

/// Writes what differs, and the new version.
pub(super) async fn write(tx: &Tx, (before, after): (&Layout, &Layout), version: i64) -> db::Result<()> {
    let mut statements = Vec::new();
    for gone in before.shelves.iter().filter(|shelf| after.shelf(&shelf.name).is_none()) {
        statements.push(sql!("delete from home_shelves where name = $1", gone.name.as_str()));
    }
    for (position, shelf) in (1_i64..).zip(&after.shelves) {
        statements.push(upsert(position, shelf));
        let was = before.shelf(&shelf.name);
        if was.is_none_or(|was| was.titles != shelf.titles) {
            titles(&mut statements, shelf);
        }
        if was.is_none_or(|was| was.books != shelf.books) {
            books(&mut statements, shelf);
        }
    }
    statements.push(sql!("update home_page set version = $1 where id = 1", version));
    tx.execute_all(statements).await
}

fn upsert(position: i64, shelf: &Shelf) -> Statement {
    sql!(
        "insert into home_shelves (name, position, kind, hidden, from_at, until_at, source, source_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (name) do update set position = excluded.position, hidden = excluded.hidden,
             from_at = excluded.from_at, until_at = excluded.until_at, source = excluded.source,
             source_id = excluded.source_id",
        shelf.name.as_str(),
        position,
        shelf.kind,
        shelf.hidden,
        shelf.from,
        shelf.until,
        shelf.source.map(|source| source.of),
        shelf.source.map(|source| source.id)
    )
}

fn titles(statements: &mut Vec<Statement>, shelf: &Shelf) {
    statements.push(sql!("delete from home_titles where shelf = $1", shelf.name.as_str()));
    statements.extend(shelf.titles.iter().map(|title| {
        sql!(
            "insert into home_titles (shelf, locale, title, shown) values ($1, $2, $3, $4)",
            shelf.name.as_str(),
            title.locale.tag(),
            title.text.as_str(),
            title.shown
        )
    }));
}

fn books(statements: &mut Vec<Statement>, shelf: &Shelf) {
    statements.push(sql!("delete from home_books where shelf = $1", shelf.name.as_str()));
    statements.extend((1_i64..).zip(&shelf.books).map(|(position, placed)| {
        sql!(
            "insert into home_books (shelf, position, book_id, from_at, until_at) values ($1, $2, $3, $4, $5)",
            shelf.name.as_str(),
            position,
            placed.book,
            placed.from,
            placed.until
        )
    }));
}
