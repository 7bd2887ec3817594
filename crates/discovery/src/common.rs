//! The shelves that everybody sees, read by one statement.

use std::collections::HashSet;

use catalogue::Book;
use db::{Query, list, record, sql};
use i18n::Locale;
use kernel::Id;
use web::UserId;

use crate::{picks, t};

/// The keys of the books on the shelves that everybody sees.
#[derive(Debug, Clone, Default)]
pub(crate) struct Common {
    /// What the shop's people put forward; where they chose nothing, what is popular.
    pub(crate) picks: Vec<Id<Book>>,
    /// Whether the shop's people did choose.
    are_chosen: bool,
    /// The newest.
    pub(crate) new: Vec<Id<Book>>,
    /// What sold best in a month, books that cost nothing apart.
    pub(crate) best: Vec<Id<Book>>,
}

/// Why books are shown to somebody of whom nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// The shop's people put them forward.
    Chosen,
    /// They sell or are liked.
    Popular,
    /// They came lately, where nothing was sold or rated yet.
    New,
}

impl Why {
    /// In words below a card.
    pub(crate) fn words(self, l: Locale) -> &'static str {
        match self {
            Self::Chosen => t::because_picked(l),
            Self::Popular => t::because_popular(l),
            Self::New => t::because_new(l),
        }
    }

    /// As the heading of all of them.
    pub(crate) fn heading(self, l: Locale) -> &'static str {
        match self {
            Self::Chosen | Self::Popular => t::shelf_picks(l),
            Self::New => t::shelf_new(l),
        }
    }
}

record! {
    struct Row {
        shelf: String,
        id: Id<Book>,
    }
}

impl Common {
    /// Reads them, so many books of each.
    pub(crate) async fn read(db: &impl Query, rows: i64) -> db::Result<Self> {
        let found: Vec<Row> = db
            .all(sql!(
                "select shelf, id from (
                     select * from (
                         select 'chosen' as shelf, p.book_id as id, p.position as place from editor_picks p
                         join books b on b.id = p.book_id where b.status = 'published' order by p.position limit $1
                     ) as chosen
                     union all
                     select * from (
                         select 'best', s.book_id, s.rank from best_sellers s join books b on b.id = s.book_id
                         where s.span = '30d' and s.free = $2 and b.status = 'published' order by s.rank limit $1
                     ) as best
                     union all
                     select 'rated', id, row_number() over (order by rating_score desc, id desc) from (
                         select id, rating_score from books where status = 'published' and rating_score > 0
                         order by rating_score desc, id desc limit $1
                     ) as rated
                     union all
                     select 'new', id, row_number() over (order by published_at desc, id desc) from (
                         select id, published_at from books where status = 'published'
                         order by published_at desc, id desc limit $1
                     ) as newest
                 ) as shelves order by shelf, place",
                rows,
                false
            ))
            .await?;
        let on = |shelf: &str| -> Vec<Id<Book>> {
            found.iter().filter(|row| row.shelf == shelf).map(|row| row.id).collect()
        };
        let (best, rated) = (on("best"), on("rated"));
        let popular = picks::mixed(&best, &rated, usize::try_from(rows).unwrap_or_default());
        let chosen = on("chosen");
        let are_chosen = !chosen.is_empty();
        Ok(Self { picks: if are_chosen { chosen } else { popular }, are_chosen, new: on("new"), best })
    }

    /// What is shown to somebody of whom nothing is known, and why. Never nothing while the shop has books that they
    /// neither have nor dismissed.
    pub(crate) async fn offered(
        mut self,
        db: &impl Query,
        reader: Option<UserId>,
    ) -> db::Result<(Why, Vec<Id<Book>>)> {
        let shown: Vec<Id<Book>> = self.picks.iter().chain(&self.new).copied().collect();
        let unwanted = unwanted(db, reader, &shown).await?;
        self.picks.retain(|book| !unwanted.contains(book));
        self.new.retain(|book| !unwanted.contains(book));
        Ok(match (self.picks.is_empty(), self.are_chosen) {
            (true, _) => (Why::New, self.new),
            (false, true) => (Why::Chosen, self.picks),
            (false, false) => (Why::Popular, self.picks),
        })
    }

    /// The books on all of them.
    pub(crate) fn books(&self) -> impl Iterator<Item = Id<Book>> {
        self.picks.iter().chain(&self.new).chain(&self.best).copied()
    }
}

/// Those of the books that are not to be recommended to a reader: dismissed, had or read already.
pub(crate) async fn unwanted(
    db: &impl Query,
    reader: Option<UserId>,
    books: &[Id<Book>],
) -> db::Result<HashSet<Id<Book>>> {
    let Some(reader) = reader.filter(|_| !books.is_empty()) else { return Ok(HashSet::new()) };
    let found: Vec<(Id<Book>,)> = db
        .all(sql!(
            "select b.id from books b where b.id in ($2…)
             and (exists (select 1 from dismissals d where d.user_id = $1 and d.book_id = b.id)
                  or exists (select 1 from library_entries e where e.user_id = $1 and e.book_id = b.id)
                  or exists (select 1 from read_marks r where r.user_id = $1 and r.book_id = b.id))",
            reader,
            list(books.iter().copied())
        ))
        .await?;
    Ok(found.into_iter().map(|(book,)| book).collect())
}
