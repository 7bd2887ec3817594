//! The reader's own part of the front page. Each shelf by itself: one that cannot be read is empty.

use catalogue::{Book, Genre};
use db::{Query, record, sql};
use i18n::Locale;
use kernel::Id;
use web::UserId;

use super::ON_A_SHELF;
use crate::continue_reading::Begun;
use crate::for_you::Recommendation;
use crate::keeping::View;

/// How many favourite genres have a shelf.
const GENRE_SHELVES: i64 = 3;

/// What is on the page for one reader; nothing for visitors.
#[derive(Default)]
pub(super) struct Own {
    /// What they read last, and have not finished.
    pub(super) begun: Option<Begun>,
    /// What they are recommended.
    pub(super) recommended: Vec<Recommendation>,
    /// Whether they have said which genres they like.
    pub(super) has_genres: bool,
    /// The newest books of genres that they like.
    pub(super) genres: Vec<(Id<Genre>, Vec<Id<Book>>)>,
    /// What they looked at.
    pub(super) viewed: Vec<Id<Book>>,
}

record! {
    struct OfGenre {
        genre_id: Id<Genre>,
        book_id: Id<Book>,
    }
}

impl Own {
    pub(super) async fn read(db: &impl Query, l: Locale, user: Option<UserId>) -> Self {
        let Some(user) = user else { return Self::default() };
        let (begun, recommended, genres, viewed) = futures::join!(
            Begun::list(db, user, None, 1),
            Recommendation::list(db, l, user, 0, ON_A_SHELF),
            newest_of_genres(db, user),
            View::recent(db, user, ON_A_SHELF)
        );
        let genres = or_nothing("by genre", genres);
        let mut shelves: Vec<(Id<Genre>, Vec<Id<Book>>)> = Vec::new();
        for row in &genres {
            match shelves.last_mut().filter(|(genre, _)| *genre == row.genre_id) {
                Some((_, books)) => books.push(row.book_id),
                None => shelves.push((row.genre_id, vec![row.book_id])),
            }
        }
        Self {
            begun: or_nothing("continue reading", begun).into_iter().next(),
            recommended: or_nothing("for you", recommended),
            has_genres: !shelves.is_empty(),
            genres: shelves,
            viewed: or_nothing("recently viewed", viewed),
        }
    }

    /// The books on all shelves.
    pub(super) fn books(&self) -> impl Iterator<Item = Id<Book>> {
        let begun = self.begun.iter().map(|one| one.book_id);
        let recommended = self.recommended.iter().map(|one| one.book_id);
        let genres = self.genres.iter().flat_map(|(_, books)| books.iter().copied());
        begun.chain(recommended).chain(genres).chain(self.viewed.iter().copied())
    }
}

/// The newest books of the genres that somebody likes, genre by genre.
async fn newest_of_genres(db: &impl Query, user: UserId) -> db::Result<Vec<OfGenre>> {
    // Of a genre only the newest may be read. PostgreSQL asks for them genre by genre in a lateral join, which SQLite does
    // not know, and SQLite in a list that depends on the genre, which PostgreSQL would read for each book.
    db.all(sql!(
        sqlite: "select mine.genre_id, bg.book_id
                 from (select genre_id from user_genres where user_id = $1 order by genre_id limit $2) as mine
                 join book_genres bg on bg.genre_id = mine.genre_id and bg.book_id in (
                     select x.book_id from book_genres x
                     where x.genre_id = mine.genre_id and x.published_at is not null
                     order by x.published_at desc, x.book_id desc limit $3
                 )
                 order by mine.genre_id, bg.published_at desc, bg.book_id desc",
        postgres: "select mine.genre_id, newest.book_id
                   from (select genre_id from user_genres where user_id = $1 order by genre_id limit $2) as mine
                   cross join lateral (
                       select x.book_id, x.published_at from book_genres x
                       where x.genre_id = mine.genre_id and x.published_at is not null
                       order by x.published_at desc, x.book_id desc limit $3
                   ) as newest
                   order by mine.genre_id, newest.published_at desc, newest.book_id desc",
        user,
        GENRE_SHELVES,
        ON_A_SHELF
    ))
    .await
}

fn or_nothing<T>(shelf: &str, found: db::Result<Vec<T>>) -> Vec<T> {
    found.unwrap_or_else(|error| {
        tracing::warn!(shelf, %error, "The shelf {shelf} is left out");
        Vec::new()
    })
}
