//! What else somebody or something is called: how it is read, written, and found by.

use std::collections::HashMap;

use db::{Query, Tx, list, record, sql};
use i18n::Locale;
use kernel::{Id, fold};

use super::{Kind, Tongues};
use crate::{Author, Book};

record! {
    struct Row {
        locale: String,
        name: String,
    }
}

/// What it is called in other languages, and what else.
pub(super) async fn of(db: &impl Query, kind: Kind, id: i64) -> db::Result<(Tongues, Vec<String>)> {
    let rows: Vec<Row> = db
        .all(sql!(
            "select locale, name from other_names where kind = $1 and item_id = $2 order by locale, folded_name",
            kind,
            id
        ))
        .await?;
    let (mut names, mut others) = (Tongues::new(), Vec::new());
    for row in rows {
        if row.locale.is_empty() {
            others.push(row.name);
        } else {
            names.insert(row.locale, row.name);
        }
    }
    Ok((names, others))
}

/// Writes both; a genre's names in the languages stand elsewhere.
pub(super) async fn write(
    tx: &Tx,
    kind: Kind,
    id: i64,
    (names, others): (&Tongues, &[String]),
) -> db::Result<()> {
    tx.execute(sql!("delete from other_names where kind = $1 and item_id = $2", kind, id)).await?;
    let in_languages = names.iter().filter(|_| kind != Kind::Genre);
    let in_languages = in_languages.map(|(locale, name)| (locale.as_str(), name.as_str()));
    let all = in_languages.chain(others.iter().map(|name| ("", name.as_str())));
    let rows = all.map(|(locale, name)| {
        sql!(
            "insert into other_names (kind, item_id, locale, folded_name, name) values ($1, $2, $3, $4, $5)
             on conflict (kind, item_id, locale, folded_name) do nothing",
            kind,
            id,
            locale,
            key(name),
            name
        )
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await
}

/// By what a name is found, however it is written; one without letters by itself.
pub(super) fn key(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.to_owned() } else { folded }
}

/// Who or what is called so elsewhere.
pub(crate) async fn named(db: &impl Query, kind: Kind, name: &str) -> db::Result<Option<i64>> {
    let found: Option<(i64,)> = db
        .optional(sql!(
            "select item_id from other_names where kind = $1 and folded_name = $2 order by item_id limit 1",
            kind,
            key(name)
        ))
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Who or what beside this one is called so elsewhere.
pub(super) async fn named_beside(tx: &Tx, (kind, id): (Kind, i64), name: &str) -> db::Result<Option<i64>> {
    let found: Option<(i64,)> = tx
        .optional(sql!(
            "select item_id from other_names where kind = $1 and folded_name = $2 and item_id <> $3
             order by item_id limit 1",
            kind,
            key(name),
            id
        ))
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Takes an other name off, so that it can be somebody's own: whether there was such a one.
pub(super) async fn take_off(tx: &Tx, (kind, id): (Kind, i64), name: &str) -> db::Result<bool> {
    let gone = tx
        .execute(sql!(
            "delete from other_names where kind = $1 and item_id = $2 and locale = '' and folded_name = $3",
            kind,
            id,
            key(name)
        ))
        .await?;
    Ok(gone > 0)
}

/// Who or what is called so: by the name that the shop shows, or by another one; of a genre by one in any language.
pub async fn find_named(db: &impl Query, kind: Kind, name: &str) -> db::Result<Option<i64>> {
    let folded = key(name);
    let own: Option<(i64,)> = db
        .optional(match kind {
            Kind::Author => sql!("select id from authors where folded_name = $1", folded),
            Kind::Genre => sql!(
                "select genre_id from genre_names where folded_name = $1 order by genre_id limit 1",
                folded
            ),
            Kind::Publisher => sql!("select id from publishers where folded_name = $1", folded),
            Kind::Series => sql!("select id from series where folded_name = $1", folded),
        })
        .await?;
    match own {
        Some((id,)) => Ok(Some(id)),
        None => named(db, kind, name).await,
    }
}

record! {
    struct Called {
        item_id: i64,
        name: String,
    }
}

/// What else several are called, by their keys.
pub async fn called(
    db: &impl Query,
    kind: Kind,
    ids: impl IntoIterator<Item = i64>,
) -> db::Result<HashMap<i64, Vec<String>>> {
    let rows: Vec<Called> = db
        .all(sql!(
            "select item_id, name from other_names where kind = $1 and item_id in ($2…) order by item_id, folded_name",
            kind,
            list(ids)
        ))
        .await?;
    let mut called: HashMap<i64, Vec<String>> = HashMap::new();
    for row in rows {
        called.entry(row.item_id).or_default().push(row.name);
    }
    Ok(called)
}

/// What an author, a publisher or a series is called in a language, where that is something else than elsewhere.
pub async fn name_in(db: &impl Query, kind: Kind, id: i64, l: Locale) -> db::Result<Option<String>> {
    let found: Option<(String,)> = db
        .optional(sql!(
            "select name from other_names where kind = $1 and item_id = $2 and locale = $3 limit 1",
            kind,
            id,
            l.tag()
        ))
        .await?;
    Ok(found.map(|(name,)| name))
}

/// The same of several, by their keys.
pub async fn names_in(
    db: &impl Query,
    kind: Kind,
    ids: impl IntoIterator<Item = i64>,
    l: Locale,
) -> db::Result<HashMap<i64, String>> {
    let ids: Vec<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Called> = db
        .all(sql!(
            "select item_id, name from other_names where kind = $1 and locale = $2 and item_id in ($3…)",
            kind,
            l.tag(),
            list(ids)
        ))
        .await?;
    Ok(by_key(rows))
}

/// The same of those who wrote any of these books.
pub(crate) async fn authors_in(
    db: &impl Query,
    books: &[Id<Book>],
    l: Locale,
) -> db::Result<HashMap<i64, String>> {
    if books.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Called> = db
        .all(sql!(
            "select item_id, name from other_names
             where kind = 'author' and locale = $1
               and item_id in (select author_id from book_authors where book_id in ($2…) and role = 'aut')",
            l.tag(),
            list(books.iter().copied())
        ))
        .await?;
    Ok(by_key(rows))
}

fn by_key(rows: Vec<Called>) -> HashMap<i64, String> {
    rows.into_iter().map(|row| (row.item_id, row.name)).collect()
}

record! {
    struct OfBook {
        kind: Kind,
        item_id: i64,
        name: String,
    }
}

/// What those are called in a language under whose names a book stands, where that is something else than elsewhere.
#[derive(Debug, Clone, Default)]
pub(crate) struct BookNames {
    people: HashMap<i64, String>,
    publisher: Option<String>,
    series: Option<String>,
}

impl BookNames {
    /// The names on the page of a book.
    pub(crate) async fn of(db: &impl Query, book: Id<Book>, l: Locale) -> db::Result<Self> {
        let rows: Vec<OfBook> = db
            .all(sql!(
                "select kind, item_id, name from other_names
                 where kind = 'author' and locale = $2
                   and item_id in (select author_id from book_authors where book_id = $1)
                 union all
                 select kind, item_id, name from other_names
                 where kind = 'publisher' and locale = $2
                   and item_id in (select publisher_id from books where id = $1)
                 union all
                 select kind, item_id, name from other_names
                 where kind = 'series' and locale = $2
                   and item_id in (select series_id from books where id = $1)",
                book,
                l.tag()
            ))
            .await?;
        let mut names = Self::default();
        for row in rows {
            match row.kind {
                Kind::Author => {
                    names.people.insert(row.item_id, row.name);
                }
                Kind::Publisher => names.publisher = Some(row.name),
                Kind::Series => names.series = Some(row.name),
                Kind::Genre => {}
            }
        }
        Ok(names)
    }

    /// What somebody is called who is called so elsewhere.
    pub(crate) fn person<'a>(&'a self, id: Id<Author>, own: &'a str) -> &'a str {
        self.people.get(&id.get()).map_or(own, String::as_str)
    }

    /// The same of who brings the book out.
    pub(crate) fn publisher<'a>(&'a self, own: &'a str) -> &'a str {
        self.publisher.as_deref().unwrap_or(own)
    }

    /// The same of its series.
    pub(crate) fn series<'a>(&'a self, own: &'a str) -> &'a str {
        self.series.as_deref().unwrap_or(own)
    }
}
