//! Writing a changed book: its row, who made it, its genres, and all that is derived from them.

use db::{Query, Tx, sql};
use kernel::{Id, Timestamp, fold};

use super::details::{Details, Fields};
use super::{Editor, sample, schedule};
use crate::byline::Byline;
use crate::cover::{NewCover, ground, join_names};
use crate::{AuthorName, Book, Status, changes, counts, media, similar};

/// What books are listed by.
const LISTED_BY: [&str; 5] = ["status", "contributors", "genres", "publisher", "series"];
/// What decides how a drawn cover looks.
const DRAWN_FROM: [&str; 5] = ["title", "contributors", "language", "genres", "cover"];

/// Writes what differs between two states of a locked book.
pub(super) async fn write(
    tx: &Tx,
    book: Id<Book>,
    (before, after): (&Details, &Details),
    changed: &Fields,
    by: &Editor<'_>,
) -> db::Result<()> {
    let now = by.now;
    let any_of = |names: &[&str]| names.iter().any(|name| changed.contains_key(*name));
    let relisted = any_of(&LISTED_BY);
    if relisted && before.status == Status::Published {
        similar::want(tx, book).await?;
        counts::unlist(tx, book).await?;
    }
    row(tx, book, after, now).await?;
    schedule::write(tx, book, (after, changed), by).await?;
    if changed.contains_key("contributors") {
        people(tx, book, after).await?;
    }
    if changed.contains_key("genres") {
        genres(tx, book, after).await?;
    }
    if any_of(&DRAWN_FROM) {
        cover(tx, book, (before, after), now).await?;
    }
    sample::write(tx, book, (after, changed), now).await?;
    if after.status != Status::Published {
        return Ok(());
    }
    if relisted {
        let (at,): (Timestamp,) = tx.one(sql!("select published_at from books where id = $1", book)).await?;
        return counts::list(tx, book, at).await;
    }
    if changed.contains_key("language") {
        similar::want(tx, book).await?;
    }
    changes::note(tx, book).await
}

async fn row(tx: &Tx, book: Id<Book>, after: &Details, now: Timestamp) -> db::Result<()> {
    // A book that comes back into the shop keeps the day on which it first came.
    let published_at = (after.status == Status::Published).then_some(now);
    tx.execute(sql!(
        "update books set title = $2, folded_title = $3, subtitle = $4, isbn = $5, description = $6, publisher_id = $7,
             series_id = $8, series_number = $9, language = $10, release_date = $11, pages_min = $12, pages_max = $13,
             price_amount = $14, price_currency = $15, status = $16, published_at = coalesce(published_at, $17),
             updated_at = $18, version = version + 1
         where id = $1",
        book,
        after.title.as_str(),
        fold(&after.title),
        after.subtitle.as_deref(),
        after.isbn,
        after.description.as_str(),
        after.publisher.as_ref().map(|publisher| publisher.id),
        after.series.as_ref().map(|series| series.id),
        after.series.as_ref().and_then(|series| series.number),
        after.language,
        after.release_date,
        after.page_count.map(|pages| pages.min),
        after.page_count.map(|pages| pages.max),
        after.price.map(|price| price.amount),
        after.price.map(|price| price.currency),
        after.status,
        published_at,
        now
    ))
    .await
    .map(drop)
}

async fn people(tx: &Tx, book: Id<Book>, after: &Details) -> db::Result<()> {
    tx.execute(sql!("delete from book_authors where book_id = $1", book)).await?;
    let rows = (0_i64..).zip(&after.contributors).map(|(position, person)| {
        sql!(
            "insert into book_authors (book_id, position, author_id, role) values ($1, $2, $3, $4)",
            book,
            position,
            person.id,
            person.role.as_str()
        )
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await?;
    let authors = after.contributors.iter().filter(|person| person.role == "aut");
    let names = authors.map(|person| AuthorName { id: person.id, name: person.name.clone() });
    tx.execute(sql!("update books set authors = $2 where id = $1", book, Byline(names.collect())))
        .await
        .map(drop)
}

async fn genres(tx: &Tx, book: Id<Book>, after: &Details) -> db::Result<()> {
    tx.execute(sql!("delete from book_genres where book_id = $1", book)).await?;
    let rows = (0_i64..).zip(&after.genres).map(|(position, genre)| {
        sql!(
            "insert into book_genres (book_id, genre_id, position) values ($1, $2, $3)",
            book,
            genre.id,
            position
        )
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await
}

/// Shows the picture that the book was given, or draws one again where it says something else now. A drawn one that is
/// shown no more is thrown away; a picture that was given is kept, so that it can come back.
async fn cover(
    tx: &Tx,
    book: Id<Book>,
    (before, after): (&Details, &Details),
    now: Timestamp,
) -> db::Result<()> {
    let (folder, shown): (String, String) =
        tx.one(sql!("select folder, cover_version from books where id = $1", book)).await?;
    let (version, placeholder) = if let Some(picture) = &after.cover {
        (picture.version.clone(), picture.placeholder.clone())
    } else {
        let drawn = drawn(tx, after).await?;
        (drawn.version, drawn.placeholder)
    };
    if version == shown {
        return Ok(());
    }
    if before.cover.is_none() {
        media::discard(tx, &format!("{folder}/cover-{shown}"), now).await?;
    }
    tx.execute(sql!(
        "update books set cover_version = $2, cover_placeholder = $3, cover_drawn = $4 where id = $1",
        book,
        version.as_str(),
        placeholder,
        after.cover.is_none()
    ))
    .await?;
    // It may have been thrown away a moment ago.
    media::keep(tx, &format!("{folder}/cover-{version}")).await
}

async fn drawn(tx: &Tx, book: &Details) -> db::Result<NewCover> {
    let hue = match book.genres.first() {
        Some(genre) => tx.optional::<(i64,)>(sql!("select hue from genres where id = $1", genre.id)).await?,
        None => None,
    };
    let authors = book.contributors.iter().filter(|person| person.role == "aut");
    let authors = join_names(authors.map(|person| person.name.as_str()));
    Ok(NewCover::drawn(&book.title, &authors, book.language, ground(hue.map(|(hue,)| hue), &book.title)))
}
