//! Words on favourites that may come late: the last one counts, by when it was said.

use std::collections::{HashMap, HashSet};

use catalogue::Book;
use db::{Db, Query as _, Statement, Tx, list, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::Favorite;
use crate::keeping::{Kept, MOST};

/// For how long a word is remembered, in seconds.
const REMEMBERED: i64 = 400 * 24 * 60 * 60;

/// A word on a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) book: Id<Book>,
    pub(crate) is_favorite: bool,
    /// When it was said.
    pub(crate) at: Timestamp,
}

/// What counts of a book now; since when, where that is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) is_favorite: bool,
    pub(crate) at: Option<Timestamp>,
}

record! {
    struct Row {
        book_id: Id<Book>,
        is_published: bool,
        word: Option<bool>,
        said_at: Option<Timestamp>,
        since: Option<Timestamp>,
    }
}

impl Row {
    fn counts(&self) -> Counts {
        let is_favorite = self.since.is_some();
        // A word from before words were remembered is as old as what it did.
        Counts { is_favorite, at: self.said_at.filter(|_| self.word == Some(is_favorite)).or(self.since) }
    }
}

impl Favorite {
    /// Remembers what is said of a book now.
    pub(crate) fn remember(user: UserId, word: Word) -> Statement {
        sql!(
            "insert into favorite_words (user_id, book_id, is_favorite, said_at)
             select $1, b.id, $3, $4 from books b
             where b.id = $2
             on conflict (user_id, book_id) do update
             set is_favorite = excluded.is_favorite, said_at = excluded.said_at
             where favorite_words.said_at <= excluded.said_at",
            user,
            word.book,
            word.is_favorite,
            word.at
        )
    }

    /// Works in words that may be older than what is known. Answers for each book what counts now, or why it cannot be kept.
    pub(crate) async fn say(
        db: &Db,
        user: UserId,
        words: &[Word],
        now: Timestamp,
    ) -> db::Result<HashMap<Id<Book>, Result<Counts, Kept>>> {
        let books: Vec<_> = latest(words).into_iter().map(|word| word.book).collect();
        if books.is_empty() {
            return Ok(HashMap::new());
        }
        db.transaction(async |tx| {
            let known = rows(&tx, user, &books).await?;
            let (kept,): (i64,) =
                tx.one(sql!("select count(*) from favorites where user_id = $1", user)).await?;
            let refused = refusals(&latest(words), &known, kept);
            let good: Vec<_> =
                latest(words).into_iter().filter(|word| !refused.contains_key(&word.book)).collect();
            work_in(&tx, user, &good).await?;
            tx.execute(sql!(
                "delete from favorite_words where user_id = $1 and said_at < $2",
                user,
                now.plus_seconds(-REMEMBERED)
            ))
            .await?;
            let counts =
                rows(&tx, user, &books).await?.into_iter().map(|row| (row.book_id, Ok(row.counts())));
            let mut answers: HashMap<_, _> = counts.collect();
            answers.extend(refused.into_iter().map(|(book, why)| (book, Err(why))));
            Ok::<_, db::Error>(answers)
        })
        .await
    }
}

/// The last word on each book, in the order of the books, which is the one in which their rows are locked. Of two of the same
/// moment the first.
fn latest(words: &[Word]) -> Vec<Word> {
    let mut last: HashMap<Id<Book>, Word> = HashMap::new();
    for word in words {
        let kept = last.entry(word.book).or_insert(*word);
        if word.at > kept.at {
            *kept = *word;
        }
    }
    let mut last: Vec<_> = last.into_values().collect();
    last.sort_unstable_by_key(|word| word.book);
    last
}

async fn rows(tx: &Tx, user: UserId, books: &[Id<Book>]) -> db::Result<Vec<Row>> {
    tx.all(sql!(
        "select b.id as book_id, (b.status = 'published') as is_published, w.is_favorite as word, w.said_at,
                f.created_at as since
         from books b
         left join favorite_words w on w.user_id = $1 and w.book_id = b.id
         left join favorites f on f.user_id = $1 and f.book_id = b.id
         where b.id in ($2…)",
        user,
        list(books.iter().copied())
    ))
    .await
}

/// Which words cannot be kept: *yes* to a book that is not to be seen, or once the list is full.
fn refusals(words: &[Word], known: &[Row], mut kept: i64) -> HashMap<Id<Book>, Kept> {
    let there: HashMap<_, _> = known.iter().map(|row| (row.book_id, row)).collect();
    let mut refused = HashMap::new();
    for word in words {
        let row = there.get(&word.book);
        let is_new = row.is_some_and(|row| row.since.is_none());
        if row.is_none_or(|row| !row.is_published && word.is_favorite) {
            refused.insert(word.book, Kept::NoSuchBook);
        } else if word.is_favorite && is_new {
            if kept >= MOST {
                refused.insert(word.book, Kept::Full);
            }
            kept += 1;
        }
    }
    refused
}

/// Remembers the words that are later than what is known, and then does what is remembered.
async fn work_in(tx: &Tx, user: UserId, words: &[Word]) -> db::Result<()> {
    let later = words.iter().map(|word| {
        sql!(
            "insert into favorite_words (user_id, book_id, is_favorite, said_at)
             select $1, b.id, $3, $4 from books b
             where b.id = $2 and not exists (
                 select 1 from favorites f where f.user_id = $1 and f.book_id = b.id and f.created_at >= $4)
             on conflict (user_id, book_id) do update
             set is_favorite = excluded.is_favorite, said_at = excluded.said_at
             where favorite_words.said_at < excluded.said_at",
            user,
            word.book,
            word.is_favorite,
            word.at
        )
    });
    if words.is_empty() {
        return Ok(());
    }
    tx.execute_all(later).await?;
    let books: HashSet<_> = words.iter().map(|word| word.book).collect();
    let added = tx
        .execute(sql!(
            "insert into favorites (user_id, book_id, created_at, price_amount, price_currency)
             select w.user_id, w.book_id, w.said_at, b.price_amount, b.price_currency
             from favorite_words w join books b on b.id = w.book_id
             where w.user_id = $1 and w.book_id in ($2…) and w.is_favorite
             on conflict (user_id, book_id) do nothing",
            user,
            list(books.iter().copied())
        ))
        .await?;
    let removed = tx
        .execute(sql!(
            "delete from favorites where user_id = $1 and book_id in (
                 select book_id from favorite_words where user_id = $1 and book_id in ($2…) and not is_favorite)",
            user,
            list(books)
        ))
        .await?;
    if added + removed > 0 { accounts::taste_changed(tx, user).await } else { Ok(()) }
}
