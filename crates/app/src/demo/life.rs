//! What the people of the sample shop did: bought, read, rated, put forward; so that its shelves have something on them.

use std::collections::HashMap;

use catalogue::{Book, Genre, Ratings, Sales};
use commerce::sample::{self, End, Shop, Wish};
use db::{Db, Query, Tx, list, sql};
use i18n::Locale;
use kernel::{Id, Timestamp};
use web::UserId;

use super::trade::{self, Reader};

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
/// Over how many days books were taken that cost nothing.
const DAYS: i64 = 45;
/// Every so many-th book is put forward.
const PICKED: usize = 5;

/// Lets people have lived in the shop, where nobody has yet; whether nobody had. `marks` are those of the books, the newest first,
/// `readers` buy some of them.
pub(super) async fn live(
    db: &Db,
    shop: Shop<'_>,
    (people, readers, marks): (&[&str], &[Reader], &[String]),
    now: Timestamp,
) -> db::Result<bool> {
    let sold: Option<(i64,)> =
        db.optional(sql!("select copies from book_sales order by book_id limit 1")).await?;
    if sold.is_none() {
        let (people, books) = (users(db, people).await?, books(db, marks).await?);
        let (people, books) = (&people, &books);
        db.transaction(async |tx| {
            trade::trade(&tx, shop, (readers, books), now).await?;
            take_free(&tx, books, now).await?;
            let picks: Vec<_> = books.iter().copied().skip(1).step_by(PICKED).collect();
            discovery::picks::choose(&tx, &picks).await?;
            for (at, person) in people.iter().enumerate() {
                Life { tx: &tx, shop, person: *person, at, books, now }.lead().await?;
            }
            Ok::<_, db::Error>(())
        })
        .await?;
    }
    Ok(sold.is_none())
}

/// The keys of the people, in their order.
async fn users(db: &Db, names: &[&str]) -> db::Result<Vec<UserId>> {
    let emails: Vec<String> = names.iter().map(|name| super::email(name)).collect();
    let rows: Vec<(String, UserId)> =
        db.all(sql!("select username, id from users where folded_email in ($1…)", list(emails))).await?;
    let ids: HashMap<_, _> = rows.into_iter().collect();
    Ok(names.iter().filter_map(|name| ids.get(*name).copied()).collect())
}

/// The keys of the books, in their order.
async fn books(db: &Db, marks: &[String]) -> db::Result<Vec<Id<Book>>> {
    let rows: Vec<(String, Id<Book>)> = db
        .all(sql!("select import_mark, id from books where import_mark in ($1…)", list(marks.to_vec())))
        .await?;
    let ids: HashMap<_, _> = rows.into_iter().collect();
    Ok(marks.iter().filter_map(|mark| ids.get(mark).copied()).collect())
}

/// Books that cost nothing are in nobody's order: each is taken on some days, some far more often than others.
async fn take_free(tx: &Tx, books: &[Id<Book>], now: Timestamp) -> db::Result<()> {
    let free: Vec<(Id<Book>,)> = tx
        .all(sql!(
            "select id from books where id in ($1…) and price_amount = 0 order by id",
            list(books.iter().copied())
        ))
        .await?;
    for (at, (book,)) in (1_i64..).zip(free) {
        let liked = (at * 7) % 11;
        for day in (0..DAYS).filter(|day| (day * 5 + at * 3) % 9 < 2 && liked > 2) {
            Sales::record(tx, book, now.plus_seconds(-day * DAY), 1 + (liked + day) % 4).await?;
        }
    }
    Ok(())
}

/// What one person did.
struct Life<'a> {
    tx: &'a Tx,
    shop: Shop<'a>,
    person: UserId,
    /// Which of the people they are, from 0.
    at: usize,
    books: &'a [Id<Book>],
    now: Timestamp,
}

impl Life<'_> {
    async fn lead(&self) -> db::Result<()> {
        // Each looks at the books from another side.
        let own: Vec<_> = self.books.iter().copied().skip(self.at).step_by(3).collect();
        for (turn, book) in own.iter().enumerate() {
            // Half stars from three to five.
            let value = 30 + i64::try_from((turn * 7 + self.at * 3) % 5).unwrap_or(0) * 5;
            self.rate(*book, value).await?;
        }
        // The first one last, so that receipts are numbered in the order of time.
        for (turn, book) in own.iter().skip(1).step_by(2).take(4).enumerate().rev() {
            self.get(*book, turn).await?;
        }
        if let [first, second, ..] = own.as_slice() {
            self.read(*first, 42.0, 1).await?;
            self.read(*second, 100.0, 3).await?;
        }
        let genres: Vec<(Id<Genre>,)> =
            self.tx.all(sql!("select id from genres where book_count > 0 order by position limit 4")).await?;
        if self.at == 0 {
            for (genre,) in genres.iter().take(2) {
                self.tx.execute(sql!(
                    "insert into user_genres (user_id, genre_id) values ($1, $2) on conflict (user_id, genre_id) do nothing",
                    self.person,
                    *genre
                ))
                .await?;
            }
        }
        accounts::taste_changed(self.tx, self.person).await
    }

    async fn rate(&self, book: Id<Book>, value: i64) -> db::Result<()> {
        self.tx
            .execute(sql!(
                "insert into ratings (user_id, book_id, value, updated_at) values ($1, $2, $3, $4)",
                self.person,
                book,
                value,
                self.now
            ))
            .await?;
        Ratings::record(self.tx, book, None, Some(value)).await
    }

    async fn get(&self, book: Id<Book>, days_ago: usize) -> db::Result<()> {
        let at = self.now.plus_seconds(-DAY * i64::try_from(days_ago).unwrap_or(0) - HOUR);
        let (reader, end) = (self.person, End::Paid("edahabia"));
        let wish = Wish { reader, locale: Locale::Fr, books: &[book], at, end };
        sample::order(self.tx, self.shop, wish).await.map(drop)
    }

    async fn read(&self, book: Id<Book>, percent: f64, days_ago: i64) -> db::Result<()> {
        let at = self.now.plus_seconds(-DAY * days_ago);
        self.tx
            .execute(sql!(
                "insert into reading_progress (user_id, book_id, percent, last_read_at, finished_at)
                 values ($1, $2, $3, $4, $5)",
                self.person,
                book,
                percent,
                at,
                (percent >= 100.0).then_some(at)
            ))
            .await
            .map(drop)
    }
}
