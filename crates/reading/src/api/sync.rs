//! What was done offline, in one batch, and what was done elsewhere meanwhile.
//!
//! The body names each kind of thing as a list of its own. Those that other features keep are handed to them (see
//! [`web::offline`]). A kind that this release does not know is no error: each of its items is answered as refused, and the rest
//! is worked in. So is each item for itself that cannot be read.

mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use catalogue::Book;
use i18n::Locale;
use kernel::Id;
use serde::de::DeserializeOwned;
use serde_json::Value;
use web::offline::{Answered, Became, Clocks, Kinds, Sender};
use web::{Caller, Error, FieldErrors, Json, Problem};

use self::words::{BookProgress, Changes, SentMark, SentPlace, SyncBatch, Synced};
use super::desk::Desk;
use crate::access::access_to;
use crate::annotation::again::place::PlaceAgain;
use crate::annotation::{Change, Outcome, Wish};
use crate::intake::{self, Intake, MarkWord, Uuid, Versions};
use crate::measure::Measure;
use crate::progress::Progress;
use crate::shelf::ReadIn;
use crate::sync::{self, Batch, Cursor, News, WorkedIn};
use crate::told::{AnnotationState, ProgressItem};
use crate::{Access, t};

/// The most items of a batch.
const ITEMS_MOST: usize = 300;
/// The most changes of an answer.
const NEWS_MOST: usize = 500;
/// The most bytes of a batch.
pub(super) const BODY_MOST: usize = 2 * 1_024 * 1_024;

/// Takes what was done offline and tells what won, and what changed elsewhere since a cursor. The same batch sent twice leaves
/// the same state. At most 300 items.
#[utoipa::path(
    post, path = "/me/sync", tag = "reading", request_body = SyncBatch,
    responses(
        (status = 200, body = Synced),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`device`, `since`, `items`: `too_many`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn post(
    desk: Desk,
    caller: Caller,
    kinds: Kinds,
    Json(sent): Json<SyncBatch>,
) -> web::Result<Json<Synced>> {
    desk.limits.sync(desk.client, desk.user)?;
    let (app, user, now) = (&desk.app, desk.user, desk.app.clock.now());
    let since = sent.check()?;
    let mut errors = FieldErrors::default();
    let device = sent.device.read(&mut errors);
    errors.into_result()?;

    let progress: Vec<_> = sent.progress.into_iter().map(read_item::<SentPlace>).collect();
    let annotations: Vec<_> = sent.annotations.into_iter().map(read_item::<SentMark>).collect();
    let books = Books::open(&desk, books_of(&progress, &annotations)).await?;
    let reads = Taken::of(progress, |item| books.read(item));
    let changes = Taken::of(annotations, |item| books.change(item));

    let (lists, stale) = (lists(sent.others), books.stale(&changes.good));
    let batch = Batch {
        device,
        sent_at: Some(sent.sent_at),
        reads: reads.good,
        changes: changes.good,
        others: lists.values().map(Vec::len).sum(),
        stale,
    };
    let worked = sync::work_in(&app.db, user, &batch, now).await?;
    let clocks = Clocks { sent_at: batch.sent_at, received_at: worked.received_at };
    let (client, locale) = (desk.client, desk.locale);
    let sender = Sender { app, me: &desk.me, caller: &caller, client, locale, clocks };
    let mut results = others(&sender, &kinds, lists).await?;
    let news = sync::news(&app.db, user, since, (worked.before, worked.number), NEWS_MOST).await?;
    let told = Told { worked: &worked, batch: &batch, locale };
    results.insert("progress".to_owned(), told.all(reads.answers, |at| told.read(at))?);
    results.insert("annotations".to_owned(), told.all(changes.answers, |at| told.change(at))?);
    Ok(Json(Synced {
        results,
        changes: told.news(&news),
        cursor: news.cursor.to_string(),
        more: news.more,
        server_time: now,
    }))
}

/// The lists of other kinds, which are known to be lists.
fn lists(others: BTreeMap<String, Value>) -> BTreeMap<String, Vec<Value>> {
    let list = |(name, items)| match items {
        Value::Array(items) => Some((name, items)),
        _ => None,
    };
    others.into_iter().filter_map(list).collect()
}

/// Has other features work in what they keep.
async fn others(
    sender: &Sender<'_>,
    kinds: &Kinds,
    lists: BTreeMap<String, Vec<Value>>,
) -> web::Result<BTreeMap<String, Vec<Answered>>> {
    let mut results = BTreeMap::new();
    for (name, items) in lists {
        let answers = match kinds.find(&name) {
            Some(kind) => kind.work_in(sender, items).await?,
            None => items.iter().map(|_| Answered::refused("unknown_kind")).collect(),
        };
        results.insert(name, answers);
    }
    Ok(results)
}

/// The books that a batch names, each once.
fn books_of(
    progress: &[Result<SentPlace, Refusal>],
    annotations: &[Result<SentMark, Refusal>],
) -> Vec<Id<Book>> {
    let read = progress.iter().flatten().map(|item| item.book_id);
    let marked = annotations.iter().flatten().map(|item| item.book_id);
    let books: BTreeSet<_> = read.chain(marked).collect();
    books.into_iter().collect()
}

impl SyncBatch {
    /// What is wrong with the batch as a whole; else up to which change the device knows all.
    fn check(&self) -> web::Result<Cursor> {
        let mut errors = FieldErrors::default();
        let mut count = self.progress.len() + self.annotations.len();
        for (name, items) in &self.others {
            match items.as_array() {
                Some(items) => count += items.len(),
                None => errors.add(name, "unknown_field", t::sync_unknown_field),
            }
        }
        if count > ITEMS_MOST {
            errors.add("items", "too_many", |l| {
                t::sync_too_many(l, &i18n::number(l, i64::try_from(ITEMS_MOST).unwrap_or_default()))
            });
        }
        let since = self.since.as_deref().map_or(Ok(Cursor::default()), str::parse);
        if since.is_err() {
            errors.add("since", "invalid_cursor", t::sync_cursor_invalid);
        }
        errors.into_result()?;
        since.map_err(|()| Error::NotFound)
    }
}

/// Why an item is not worked in.
enum Refusal {
    Invalid(FieldErrors),
    NotFound,
    NotOwned,
}

fn read_item<T: DeserializeOwned>(item: Value) -> Result<T, Refusal> {
    serde_json::from_value(item).map_err(|_| Refusal::Invalid(FieldErrors::default()))
}

/// The items of a kind that can be worked in, and of each item which of them it is or why it is none.
struct Taken<T> {
    good: Vec<T>,
    answers: Vec<Result<usize, Refusal>>,
}

impl<T> Taken<T> {
    fn of<U>(items: Vec<Result<U, Refusal>>, take: impl Fn(U) -> Result<T, Refusal>) -> Self {
        let mut taken = Self { good: Vec::new(), answers: Vec::new() };
        for item in items {
            let answer = item.and_then(&take).map(|one| {
                taken.good.push(one);
                taken.good.len() - 1
            });
            taken.answers.push(answer);
        }
        taken
    }
}

/// The books of a batch.
struct Books {
    access: HashMap<Id<Book>, Access>,
    files: HashMap<Id<Book>, Vec<Arc<Measure>>>,
}

impl Books {
    async fn open(desk: &Desk, named: Vec<Id<Book>>) -> web::Result<Self> {
        let access = access_to(&desk.app, desk.user, &named).await?;
        let is_whole = |book: &Id<Book>| access.get(book) == Some(&Access::Owner);
        let whole: Vec<_> = named.iter().copied().filter(is_whole).collect();
        let files = desk.measures.of(&desk.app.db, &whole).await?;
        Ok(Self { access, files })
    }

    fn intake(&self, book: Id<Book>) -> Result<Intake<'_>, Refusal> {
        match self.access.get(&book) {
            Some(Access::Owner) => {
                let files = self.files.get(&book).map(Vec::as_slice).unwrap_or_default();
                Ok(Intake { book, files, versions: Versions::Any })
            }
            Some(Access::Sample) => Err(Refusal::NotOwned),
            None => Err(Refusal::NotFound),
        }
    }

    /// The files of which marks of another version come in.
    fn stale(&self, changes: &[Change]) -> Vec<PlaceAgain> {
        let mut stale = Vec::new();
        for change in changes {
            let (Wish::Is(mark), Some(book)) = (&change.wish, change.book) else { continue };
            let files = self.files.get(&book).map(Vec::as_slice).unwrap_or_default();
            let file = PlaceAgain { book, format: mark.format };
            let is_other = |it: &Arc<Measure>| it.format == mark.format && it.version != mark.version;
            if files.iter().any(is_other) && !stale.contains(&file) {
                stale.push(file);
            }
        }
        stale
    }

    fn read(&self, item: SentPlace) -> Result<ReadIn, Refusal> {
        let intake = self.intake(item.book_id)?;
        intake.read(item.locator, item.read_at, item.anew).map_err(Refusal::Invalid)
    }

    fn change(&self, item: SentMark) -> Result<Change, Refusal> {
        let times = (item.created_at, Some(item.updated_at));
        if item.deleted {
            // What is one's own can be deleted by whoever may read the book no more.
            self.access.get(&item.book_id).ok_or(Refusal::NotFound)?;
            let uuid = Uuid::read(&item.uuid).ok_or_else(invalid_uuid)?;
            return Ok(intake::change(uuid, Some(item.book_id), Wish::Deleted, times));
        }
        let intake = self.intake(item.book_id)?;
        let (Some(kind), Some(locator)) = (item.kind, item.locator) else {
            return Err(Refusal::Invalid(FieldErrors::one("kind", "missing", t::mark_unfit)));
        };
        let word = MarkWord { uuid: item.uuid, kind, locator, colour: item.colour, note: item.note };
        let (uuid, mark) = intake.mark(word).map_err(Refusal::Invalid)?;
        Ok(intake::change(uuid, Some(item.book_id), Wish::Is(mark), times))
    }
}

fn invalid_uuid() -> Refusal {
    Refusal::Invalid(FieldErrors::one("uuid", "invalid", t::uuid_invalid))
}

/// Turns what became of a batch into answers.
struct Told<'a> {
    worked: &'a WorkedIn,
    batch: &'a Batch,
    locale: Locale,
}

impl Told<'_> {
    fn all(
        &self,
        items: Vec<Result<usize, Refusal>>,
        told: impl Fn(usize) -> web::Result<Answered>,
    ) -> web::Result<Vec<Answered>> {
        let answer = |item| match item {
            Ok(at) => told(at),
            Err(Refusal::NotFound) => Ok(Answered::refused("not_found")),
            Err(Refusal::NotOwned) => Ok(Answered::refused("not_owned")),
            Err(Refusal::Invalid(errors)) => Ok(Answered::invalid(&errors, self.locale)),
        };
        items.into_iter().map(answer).collect()
    }

    fn news(&self, news: &News) -> Changes {
        let progress = news.progress.iter().map(|(book, progress)| self.progress(*book, progress));
        Changes {
            progress: progress.collect(),
            annotations: news.annotations.iter().map(AnnotationState::new).collect(),
        }
    }

    fn progress(&self, book_id: Id<Book>, progress: &Progress) -> BookProgress {
        BookProgress { book_id, progress: ProgressItem::new(progress, Some(&self.batch.device.id)) }
    }

    fn read(&self, at: usize) -> web::Result<Answered> {
        let outcome = if self.worked.reads.get(at) == Some(&true) { Became::Applied } else { Became::Kept };
        let kept = self.batch.reads.get(at).map(|read| read.book);
        let kept = kept.and_then(|book| Some((book, self.worked.shelf.progress.get(&book)?)));
        match kept {
            Some((book, progress)) => Answered::with(outcome, &self.progress(book, progress)),
            None => Ok(Answered::refused("not_found")),
        }
    }

    fn change(&self, at: usize) -> web::Result<Answered> {
        let outcome = match self.worked.changes.get(at) {
            Some(Outcome::Applied) => Became::Applied,
            Some(Outcome::Kept) => Became::Kept,
            Some(Outcome::OtherBook) => return Ok(Answered::refused("uuid_taken")),
            Some(Outcome::TooMany) => return Ok(Answered::refused("too_many_annotations")),
            Some(Outcome::Missing | Outcome::Stale | Outcome::Unfit) | None => {
                return Ok(Answered::refused("not_found"));
            }
        };
        let kept =
            self.batch.changes.get(at).and_then(|change| self.worked.shelf.annotations.get(&change.uuid));
        match kept {
            Some(kept) => Answered::with(outcome, &AnnotationState::new(kept)),
            None => Ok(Answered::refused("not_found")),
        }
    }
}
