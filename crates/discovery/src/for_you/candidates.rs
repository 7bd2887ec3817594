//! Which books come into question for a reader, and what is known about them: those that go together with their own,
//! those of the same series, authors and genres, and what is popular.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Author, Book, Genre, Series};
use db::{Query, list, record, sql};
use kernel::{Id, Language};
use recommend::{Candidate, Features};

use crate::search::language_number;

/// How many books of one source come into question.
const OF_EACH: i64 = 120;
/// How many genres are looked into.
const GENRES: usize = 6;

record! {
    /// A neighbour of a book.
    pub(super) struct Neighbour {
        pub(super) book_id: Id<Book>,
        pub(super) other_id: Id<Book>,
        pub(super) weight: f64,
    }

    struct About {
        id: Id<Book>,
        series_id: Option<Id<Series>>,
        language: Language,
        is_published: bool,
        rating_score: i64,
        sales_count: i64,
    }

    struct OfAuthor {
        book_id: Id<Book>,
        author_id: Id<Author>,
    }

    struct OfGenre {
        book_id: Id<Book>,
        genre_id: Id<Genre>,
    }
}

/// What goes together with these books.
pub(super) async fn neighbours(db: &impl Query, books: &[Id<Book>]) -> db::Result<Vec<Neighbour>> {
    db.all(sql!(
        "select book_id, other_id, weight from book_neighbours where book_id in ($1…) order by book_id, other_id",
        list(books.iter().copied())
    ))
    .await
}

/// What is known about books.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<Id<Book>, (Features, f32, bool)>);

impl Known {
    pub(super) async fn read(db: &impl Query, books: &BTreeSet<Id<Book>>) -> db::Result<Self> {
        let all = || list(books.iter().copied());
        let about = db.all::<About>(sql!(
            "select id, series_id, language, status = 'published' as is_published, rating_score, sales_count
             from books where id in ($1…) order by id",
            all()
        ));
        let authors = db.all::<OfAuthor>(sql!(
            "select book_id, author_id from book_authors where book_id in ($1…) and role = 'aut'
             order by book_id, position",
            all()
        ));
        let genres = db.all::<OfGenre>(sql!(
            "select book_id, genre_id from book_genres where book_id in ($1…) order by book_id, genre_id",
            all()
        ));
        let (about, authors, genres) = futures::try_join!(about, authors, genres)?;
        let mut known = Self::default();
        for book in about {
            let language = language(book.language);
            let series = book.series_id.map(Id::get);
            let features = Features { series, language, ..Features::default() };
            let popularity = popularity(book.rating_score, book.sales_count);
            known.0.insert(book.id, (features, popularity, book.is_published));
        }
        for row in authors {
            if let Some((features, ..)) = known.0.get_mut(&row.book_id) {
                features.authors.push(row.author_id.get());
            }
        }
        for row in genres {
            if let Some((features, ..)) = known.0.get_mut(&row.book_id) {
                features.genres.push(row.genre_id.get());
            }
        }
        Ok(known)
    }

    pub(super) fn features(&self, book: Id<Book>) -> Features {
        self.0.get(&book).map(|(features, ..)| features.clone()).unwrap_or_default()
    }

    /// Those that everybody may see, by key.
    pub(super) fn candidates(self) -> Vec<Candidate> {
        let published = self.0.into_iter().filter(|(_, (.., is_published))| *is_published);
        published
            .map(|(book, (features, popularity, _))| Candidate { item: book.get(), features, popularity })
            .collect()
    }
}

/// A language as a number that means the same wherever it is read: what somebody likes and what comes into question are
/// read apart.
fn language(of: Language) -> i64 {
    i64::try_from(language_number(of)).unwrap_or_default()
}

/// How popular a book is, 0 to 1: half by what readers gave it, half by how often it sold.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "between 0 and 1")]
fn popularity(rating_score: i64, sales: i64) -> f32 {
    /// So many copies are as popular as it gets.
    const MANY: f64 = 1_000.0;
    let sold = (1.0 + sales.max(0) as f64).ln() / (1.0 + MANY).ln();
    (rating_score as f64 / 100_000_000.0 + sold.min(1.0) / 2.0) as f32
}

/// Books that come into question for somebody who likes these books and these genres, the best loved genre first.
pub(super) async fn of_content(
    db: &impl Query,
    liked: &[Id<Book>],
    genres: &[Id<Genre>],
) -> db::Result<BTreeSet<Id<Book>>> {
    let own = || list(liked.iter().copied());
    let series = db.all::<(Id<Book>,)>(sql!(
        "select other.id from books mine join books other on other.series_id = mine.series_id
         where mine.id in ($1…) order by other.id desc limit $2",
        own(),
        OF_EACH
    ));
    let authors = db.all::<(Id<Book>,)>(sql!(
        "select distinct other.book_id from book_authors mine
         join book_authors other on other.author_id = mine.author_id
         where mine.book_id in ($1…) and mine.role = 'aut' and other.role = 'aut'
         order by other.book_id desc limit $2",
        own(),
        OF_EACH
    ));
    let of_genre = |genre: &Id<Genre>| {
        db.all::<(Id<Book>,)>(sql!(
            "select book_id from book_genres where genre_id = $1 and published_at is not null
             order by published_at desc, book_id desc limit $2",
            *genre,
            OF_EACH
        ))
    };
    let genres = futures::future::try_join_all(genres.iter().take(GENRES).map(of_genre));
    let popular = db.all::<(Id<Book>,)>(sql!(
        "select id from (
             select * from (
                 select id from books where status = 'published' and rating_score > 0
                 order by rating_score desc, id desc limit $1
             ) as rated
             union select book_id from best_sellers where span = '30d'
         ) as popular",
        OF_EACH
    ));
    let (series, authors, genres, popular) = futures::try_join!(series, authors, genres, popular)?;
    let all = series.into_iter().chain(authors).chain(genres.into_iter().flatten()).chain(popular);
    Ok(all.map(|(book,)| book).collect())
}
