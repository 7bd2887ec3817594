//! Genres: a few dozen at most, named and described in each language.

use std::collections::HashMap;

use db::{Query, Tx, record, sql};
use i18n::Locale;
use kernel::{Id, Slug, fold};

use crate::names::{self, Kind};
use crate::{Book, Cover};

record! {
    /// A genre in one language.
    pub struct Genre {
        /// The key.
        pub id: Id<Genre>,
        /// Its word in addresses, the same in all languages.
        pub slug: String,
        /// Its name in the language that was asked for.
        pub name: String,
        /// What it is, in that language; may be empty.
        pub description: String,
        /// Published books.
        pub book_count: i64,
    }
}

/// A genre's words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GenreName {
    /// The language.
    pub locale: Locale,
    /// The name.
    pub name: String,
    /// What it is.
    pub description: String,
}

record! {
    struct CoverRow {
        genre_id: Id<Genre>,
        book_id: Id<Book>,
        cover_version: String,
        cover_placeholder: String,
    }
}

impl Genre {
    /// All genres in their order.
    pub async fn all(db: &impl Query, locale: Locale) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select g.id, g.slug, n.name, n.description, g.book_count
             from genres g join genre_names n on n.genre_id = g.id and n.locale = $1 order by g.position, g.id",
            locale.tag()
        ))
        .await
    }

    /// The covers of the newest books of every genre, so many of each. A genre without books is absent.
    pub async fn covers(db: &impl Query, each: i64) -> db::Result<HashMap<Id<Self>, Vec<Cover>>> {
        // Of a genre only the newest may be read, which the two databases are brought to in different ways.
        let rows: Vec<CoverRow> = db
            .all(sql!(
                sqlite: "select g.id as genre_id, b.id as book_id, b.cover_version, b.cover_placeholder
                         from genres g /* full scan: a few dozen rows */ cross join books b
                         where b.id in (
                             select x.book_id from book_genres x
                             where x.genre_id = g.id and x.published_at is not null
                             order by x.published_at desc, x.book_id desc limit $1
                         )
                         order by g.id, b.published_at desc, b.id desc",
                postgres: "select g.id as genre_id, b.id as book_id, b.cover_version, b.cover_placeholder
                           from genres g /* full scan: a few dozen rows */ cross join lateral (
                               select x.book_id, x.published_at from book_genres x
                               where x.genre_id = g.id and x.published_at is not null
                               order by x.published_at desc, x.book_id desc limit $1
                           ) as newest
                           join books b on b.id = newest.book_id
                           order by g.id, newest.published_at desc, newest.book_id desc",
                each
            ))
            .await?;
        let mut covers: HashMap<Id<Self>, Vec<Cover>> = HashMap::new();
        for row in rows {
            let cover =
                Cover { book: row.book_id, version: row.cover_version, placeholder: row.cover_placeholder };
            covers.entry(row.genre_id).or_default().push(cover);
        }
        Ok(covers)
    }

    /// The genres that a book stands under, in its own order.
    pub async fn of_book(db: &impl Query, locale: Locale, book: Id<Book>) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select g.id, g.slug, n.name, n.description, g.book_count
             from book_genres bg join genres g on g.id = bg.genre_id
             join genre_names n on n.genre_id = g.id and n.locale = $1 where bg.book_id = $2 order by bg.position",
            locale.tag(),
            book
        ))
        .await
    }

    /// The genre of a slug.
    pub async fn by_slug(db: &impl Query, locale: Locale, slug: &str) -> db::Result<Option<Self>> {
        db.optional(sql!(
            "select g.id, g.slug, n.name, n.description, g.book_count
             from genres g join genre_names n on n.genre_id = g.id and n.locale = $1 where g.slug = $2",
            locale.tag(),
            slug
        ))
        .await
    }

    /// The genre of a word in an address: its key or its slug, or one that it had before. A key is believed.
    pub async fn by_word(db: &impl Query, word: &str) -> db::Result<Option<Id<Self>>> {
        if let Ok(id) = word.parse() {
            return names::follow(db, Kind::Genre, id).await.map(Some);
        }
        let found: Option<(Id<Self>,)> =
            db.optional(sql!("select id from genres where slug = $1", word)).await?;
        match found {
            Some((id,)) => Ok(Some(id)),
            None => names::genre_of_word(db, word).await,
        }
    }

    /// The word in addresses of the genre that had this one before.
    pub(crate) async fn moved(db: &impl Query, slug: &str) -> db::Result<Option<String>> {
        let found: Option<(String,)> = db
            .optional(sql!(
                "select g.slug from genre_words w join genres g on g.id = w.genre_id where w.word = $1",
                slug
            ))
            .await?;
        Ok(found.map(|(slug,)| slug))
    }

    /// Enters a genre at the end of the order, or renames the one that has its slug.
    pub async fn put(tx: &Tx, slug: &str, hue: i64, names: &[GenreName]) -> db::Result<Id<Self>> {
        let (id,): (Id<Self>,) = tx
            .one(sql!(
                "insert into genres (slug, hue, position)
                 select $1, $2, coalesce(max(position), 0) + 1 from genres where true /* full scan: a few dozen rows */
                 on conflict (slug) do update set hue = excluded.hue returning id",
                slug,
                hue
            ))
            .await?;
        let names = names.iter().map(|name| {
            sql!(
                "insert into genre_names (genre_id, locale, name, folded_name, description) values ($1, $2, $3, $4, $5)
                 on conflict (genre_id, locale) do update
                 set name = excluded.name, folded_name = excluded.folded_name, description = excluded.description",
                id,
                name.locale.tag(),
                name.name.as_str(),
                fold(&name.name),
                name.description.as_str()
            )
        });
        tx.execute_all(names.collect::<Vec<_>>()).await?;
        Ok(id)
    }

    /// The genre that has this name in any language, or as another one.
    pub(crate) async fn named(tx: &Tx, name: &str) -> db::Result<Option<Id<Self>>> {
        let found: Option<(Id<Self>,)> = tx
            .optional(sql!(
                "select genre_id from genre_names where folded_name = $1 order by genre_id limit 1",
                fold(name)
            ))
            .await?;
        match found {
            Some((id,)) => Ok(Some(id)),
            None => Ok(names::named(tx, Kind::Genre, name).await?.map(Id::new)),
        }
    }

    /// The genre of a name that a bookseller's list uses, entered under that name in every language where it is new.
    pub(crate) async fn named_or_new(tx: &Tx, name: &str) -> db::Result<Id<Self>> {
        if let Some(id) = Self::named(tx, name).await? {
            return Ok(id);
        }
        let names =
            Locale::ALL.map(|locale| GenreName { locale, name: name.to_owned(), description: String::new() });
        let hue = cover::Ground::of(name) as i64;
        Self::put(tx, Slug::of(name).as_str(), hue, &names).await
    }
}
