//! What a reader did with books, and how much each of it says about what they like.

use std::collections::BTreeMap;

use catalogue::Book;
use db::{Query, record, sql};
use kernel::Id;
use web::UserId;

use super::Reason;

record! {
    /// Something that somebody did with a book.
    pub(crate) struct Signal {
        pub(crate) user_id: UserId,
        pub(crate) book_id: Id<Book>,
        pub(crate) kind: String,
        /// Tenths of a star, or percent; 0 where there is no measure.
        pub(crate) value: f64,
    }
}

/// Everything that readers did, `$who` deciding of whom: views are the least of it, only the latest count.
macro_rules! signals {
    ($who:literal) => {
        concat!(
            "select user_id, book_id, 'rating' as kind, cast(value as double precision) as value from ratings where ", $who,
            " union all select user_id, book_id, source, 0.0 from library_entries where ", $who,
            " union all select user_id, book_id, 'favorite', 0.0 from favorites where ", $who,
            " union all select user_id, book_id, 'bookmark', 0.0 from bookmarks where ", $who,
            " union all select user_id, book_id, 'read', 0.0 from read_marks where ", $who,
            " union all select user_id, book_id,
                     case when finished_at is null then 'begun' else 'read' end, percent from reading_progress where ", $who,
            " union all select user_id, book_id, 'dismissed', 0.0 from dismissals where ", $who,
            " union all select distinct user_id, book_id, 'view', 0.0 from views where ", $who,
        )
    };
}

impl Signal {
    /// Of one reader.
    pub(crate) async fn of(db: &impl Query, user: UserId) -> db::Result<Vec<Self>> {
        db.all(sql!(signals!("user_id = $1"), user)).await
    }

    /// Of the readers from one key on to another.
    pub(crate) async fn of_many(db: &impl Query, first: UserId, last: UserId) -> db::Result<Vec<Self>> {
        db.all(sql!(signals!("user_id between $1 and $2"), first, last).long()).await
    }
}

/// What somebody did with one book, taken together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Drawn {
    /// How much they are drawn to it; negative where they did not like it.
    pub(crate) weight: f32,
    /// What can be said of it; nothing where they only looked at it, or did not like it.
    pub(crate) reason: Option<Reason>,
    /// Whether it is not to be recommended: they have it, know it, or do not want it.
    pub(crate) known: bool,
}

/// What readers usually give, in tenths of a star, where somebody has not rated enough to know what they do.
const USUAL: f64 = 35.0;
/// As many usual ratings are added to somebody's own.
const ADDED: f64 = 3.0;

/// How much everything that one reader did says, by book.
pub(crate) fn weigh(signals: &[Signal]) -> BTreeMap<Id<Book>, Drawn> {
    let ratings: Vec<f64> = signals.iter().filter(|one| one.kind == "rating").map(|one| one.value).collect();
    #[expect(clippy::cast_precision_loss, reason = "as many as one person can rate")]
    let mean = (ratings.iter().sum::<f64>() + USUAL * ADDED) / (ratings.len() as f64 + ADDED);
    let mut books: BTreeMap<Id<Book>, Vec<Part>> = BTreeMap::new();
    for signal in signals {
        books.entry(signal.book_id).or_default().push(Part::of(signal, mean));
    }
    books.into_iter().map(|(book, parts)| (book, together(&parts))).collect()
}

/// What one signal says.
#[derive(Debug, Clone, Copy)]
struct Part {
    weight: f32,
    reason: Option<Reason>,
    known: bool,
    /// Whether it is somebody's judgement, which outweighs whatever else they did.
    judged: bool,
}

impl Part {
    fn of(signal: &Signal, mean: f64) -> Self {
        let part = |weight, reason, known| Self { weight, reason, known, judged: false };
        match signal.kind.as_str() {
            "rating" => {
                #[expect(clippy::cast_possible_truncation, reason = "between -5 and 5")]
                let above = ((signal.value - mean) / 10.0) as f32;
                let reason = (above >= 0.0).then_some(Reason::Liked);
                // That they chose it says something too, unless they regret it.
                let weight = if above < -1.0 { above * 0.5 } else { 0.75 + above * 0.5 };
                Self { weight, reason, known: true, judged: true }
            }
            "dismissed" => Self { weight: -0.5, reason: None, known: true, judged: true },
            "bought" => part(1.0, Some(Reason::Bought), true),
            "claimed" | "given" => part(0.7, Some(Reason::Kept), true),
            "read" => part(1.0, Some(Reason::Read), true),
            "favorite" => part(1.0, Some(Reason::Kept), false),
            "bookmark" => part(0.6, Some(Reason::Kept), false),
            // Who stopped on the first pages may not have liked it.
            "begun" if signal.value >= 10.0 => part(0.8, Some(Reason::Read), true),
            "begun" => part(0.3, None, true),
            _ => part(0.15, None, false),
        }
    }
}

/// The strongest of what somebody did, or their judgement.
fn together(parts: &[Part]) -> Drawn {
    let known = parts.iter().any(|part| part.known);
    let judged = parts.iter().filter(|part| part.judged);
    // Of a rating and a dismissal the dismissal, which is the lower.
    let judgement = judged.min_by(|a, b| a.weight.total_cmp(&b.weight));
    let strongest = parts.iter().max_by(|a, b| a.weight.total_cmp(&b.weight));
    let chosen = judgement.or(strongest);
    Drawn {
        weight: chosen.map_or(0.0, |part| part.weight),
        reason: chosen.filter(|part| part.weight > 0.0).and_then(|part| part.reason),
        known,
    }
}
