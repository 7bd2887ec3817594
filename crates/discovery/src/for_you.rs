//! For you: what a reader is recommended. Worked out beforehand, when what they did changes ([`make`]); here it is only
//! looked up.

mod candidates;
mod learn;
mod make;
mod reason;
mod signals;

use catalogue::Book;
use db::{Query, record, sql};
use i18n::Locale;
use kernel::Id;
use web::UserId;

pub(crate) use make::{catch_up, jobs};
pub(crate) use reason::Reason;

record! {
    /// A book that a reader is recommended, with what the reason names, in their language.
    pub(crate) struct Recommendation {
        pub(crate) rank: i64,
        pub(crate) book_id: Id<Book>,
        pub(crate) reason: String,
        pub(crate) title: Option<String>,
        pub(crate) author: Option<String>,
        pub(crate) series: Option<String>,
        pub(crate) genre: Option<String>,
    }
}

impl Recommendation {
    /// A part of what somebody is recommended, behind a rank. What they got or dismissed meanwhile is not among it.
    pub(crate) async fn list(
        db: &impl Query,
        l: Locale,
        user: UserId,
        after: i64,
        rows: i64,
    ) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select r.rank, r.book_id, r.reason, c.title, a.name as author, s.name as series, n.name as genre
             from recommendations r join books b on b.id = r.book_id
             left join books c on c.id = r.cause_id and r.reason in ('read', 'liked', 'bought', 'kept')
             left join authors a on a.id = r.cause_id and r.reason = 'author'
             left join series s on s.id = r.cause_id and r.reason = 'series'
             left join genre_names n on n.genre_id = r.cause_id and n.locale = $2 and r.reason = 'genre'
             where r.user_id = $1 and r.rank > $3 and b.status = 'published'
               and not exists (select 1 from dismissals d where d.user_id = $1 and d.book_id = r.book_id)
               and not exists (select 1 from library_entries e where e.user_id = $1 and e.book_id = r.book_id)
             order by r.rank limit $4",
            user,
            l.tag(),
            after,
            rows
        ))
        .await
    }

    /// Why it is shown, in words.
    pub(crate) fn words(&self, l: Locale) -> String {
        let named = [&self.title, &self.author, &self.series, &self.genre].into_iter().flatten().next();
        Reason::of(&self.reason).words(l, named.map(String::as_str))
    }
}
