//! Does it: for one file as a job, and at intervals for every file of which some marks were placed in another version.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use catalogue::{Book, Contents, EpubContents, File, Format, Stored};
use db::{Db, Json, Query as _, record, sql};
use jobs::{Job, Registry};
use kernel::Id;
use publication::epub;
use serde::{Deserialize, Serialize};
use web::{App, UserId};

use super::{Again, Text, at_page, on_page};
use crate::locator::Locator;
use crate::measure::{Measure, Measured};
use crate::sync::advance;

/// The most marks that are looked for at once.
const AT_ONCE: i64 = 200;
/// How many files are looked at with one statement.
const FILES_AT_ONCE: i64 = 1_000;
/// How often.
const PERIOD: Duration = Duration::from_mins(10);

/// Finds the marks of all readers again in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct PlaceAgain {
    pub(crate) book: Id<Book>,
    pub(crate) format: Format,
}

impl Job for PlaceAgain {
    const KIND: &'static str = "reading.place_again";
}

/// What is done in the background.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new()
        .on::<PlaceAgain>(place_again)
        .every("reading.place_again", PERIOD, async |app: App| {
            for file in stale(&app.db).await? {
                if let Err(error) = place_again(app.clone(), file).await {
                    tracing::warn!(book = %file.book, ?error, "Could not find the marks in a replaced file again");
                }
            }
            Ok(())
        })
}

/// The files of which some marks were placed in another version.
async fn stale(db: &Db) -> db::Result<Vec<PlaceAgain>> {
    let (last,): (i64,) = db.one(sql!("select coalesce(max(id), 0) from book_files")).await?;
    let (mut stale, mut after) = (Vec::new(), 0);
    while after < last {
        let upto = after + FILES_AT_ONCE;
        let found: Vec<(Id<Book>, Format)> = db
            .all(sql!(
                "select f.book_id, f.format from book_files f
                 where f.id > $1 and f.id <= $2 and exists (
                     select 1 from annotations a
                     where a.book_id = f.book_id and a.format = f.format and a.version <> f.version
                       and a.deleted_at is null)",
                after,
                upto
            ))
            .await?;
        stale.extend(found.into_iter().map(|(book, format)| PlaceAgain { book, format }));
        after = upto;
    }
    Ok(stale)
}

record! {
    /// A mark that was placed in another version of the file.
    struct Stale {
        user_id: UserId,
        uuid: String,
        number: i64,
        locator: Json<Locator>,
        position: f64,
    }
}

async fn place_again(app: App, PlaceAgain { book, format }: PlaceAgain) -> anyhow::Result<()> {
    let Some(book) = Book::find(&app.db, book).await? else { return Ok(()) };
    let Some(file) = book.file(format) else { return Ok(()) };
    let mut sought = Sought { app: &app, book: &book, file, finder: None };
    // First where people are: that they see as soon as they open the book.
    super::progress::place_again(&mut sought).await?;
    super::progress::furthest_again(&mut sought).await?;
    loop {
        let marks: Vec<Stale> = app
            .db
            .all(sql!(
                "select user_id, uuid, number, locator, position from annotations
                 where book_id = $1 and format = $2 and version <> $3 and deleted_at is null limit $4",
                book.id,
                format,
                file.version.as_str(),
                AT_ONCE
            ))
            .await?;
        if marks.is_empty() {
            return Ok(());
        }
        let finder = sought.finder().await?;
        let look = move || {
            let found = marks.into_iter().map(|mark| {
                let again = finder.find(&mark.locator.0, mark.position);
                (mark, again)
            });
            found.collect::<Vec<_>>()
        };
        let found = tokio::task::spawn_blocking(look).await?;
        // Those that a device has changed meanwhile are looked for the next time.
        if write(&app.db, &file.version, found).await? == 0 {
            return Ok(());
        }
    }
}

/// A file in which something is looked for. It is read once, and only where there is something to look for.
pub(super) struct Sought<'a> {
    pub(super) app: &'a App,
    pub(super) book: &'a Book,
    pub(super) file: &'a File,
    finder: Option<Arc<Finder>>,
}

impl Sought<'_> {
    /// What things are looked for in.
    pub(super) async fn finder(&mut self) -> anyhow::Result<Arc<Finder>> {
        if let Some(finder) = &self.finder {
            return Ok(Arc::clone(finder));
        }
        let read = Finder::of(self.app, (self.book, self.file)).await?;
        Ok(Arc::clone(self.finder.insert(Arc::new(read))))
    }
}

/// What marks and places are looked for in.
pub(super) struct Finder {
    measure: Measure,
    kind: Kind,
}

enum Kind {
    Epub(Text),
    Pdf { version: String, pages: u32 },
}

impl Finder {
    async fn of(app: &App, (book, file): (&Book, &File)) -> anyhow::Result<Self> {
        let contents = file.contents(&app.db).await?;
        let measure = Measure::new(file.version.clone(), &contents);
        let kind = match contents {
            Contents::Epub(contents) => {
                let documents = documents(app, (book, file), &contents).await?;
                let version = file.version.clone();
                let read = move || {
                    let texts = documents.iter().map(|bytes| epub::plain_text(bytes)).collect();
                    Kind::Epub(Text::new(&contents, &version, texts))
                };
                tokio::task::spawn_blocking(read).await?
            }
            Contents::Pdf(pdf) => Kind::Pdf { version: file.version.clone(), pages: pdf.pages },
        };
        Ok(Self { measure, kind })
    }

    fn find(&self, old: &Locator, position: f64) -> Again {
        match &self.kind {
            Kind::Epub(text) => text.find(old, position),
            Kind::Pdf { version, pages } => on_page(old, (version, *pages), position),
        }
    }

    /// A place that was read, with what it amounts to: where its words are, or else as far into the book as it was.
    pub(super) fn find_place(&self, old: &Locator, position: f64) -> Option<(Locator, Measured)> {
        let found = self.find(old, position).found;
        let place = found.or_else(|| match &self.kind {
            Kind::Epub(text) => text.at(old, position),
            Kind::Pdf { version, pages } => Some(at_page(old, (version, *pages), position)),
        })?;
        let measured = self.measure.of(&place)?;
        Some((place, measured))
    }
}

/// The documents of an EPUB in the order of its sections; empty where one is not there.
async fn documents(
    app: &App,
    (book, file): (&Book, &File),
    contents: &EpubContents,
) -> anyhow::Result<Vec<Vec<u8>>> {
    let stored = file.documents(&app.db).await?.into_iter();
    let by_href: HashMap<String, Stored> =
        stored.map(|document| (epub::href(&document.path), document)).collect();
    let pack = book.part(file, "pack");
    let mut documents = Vec::new();
    for section in &contents.sections {
        let Some(document) = by_href.get(&section.href).filter(|it| it.length > 0) else {
            documents.push(Vec::new());
            continue;
        };
        let (start, length) = (document.start.unsigned_abs(), document.length.unsigned_abs());
        let stored = app.storage.read_bytes(&pack, Some(start..start + length)).await?;
        documents.push(epub::unpack(&stored, document.size.unsigned_abs(), document.gzip)?);
    }
    Ok(documents)
}

/// Writes down where marks are, unless a device has changed them meanwhile; how many were written.
async fn write(db: &Db, version: &str, found: Vec<(Stale, Again)>) -> db::Result<u64> {
    let mut of_readers: BTreeMap<UserId, Vec<(Stale, Again)>> = BTreeMap::new();
    for (mark, again) in found {
        of_readers.entry(mark.user_id).or_default().push((mark, again));
    }
    let mut written = 0;
    for (user, marks) in of_readers {
        // Each under its reader's lock, which numbers the changes.
        written += db.transaction(async |tx| write_own(&tx, user, version, &marks).await).await?;
    }
    Ok(written)
}

async fn write_own(tx: &db::Tx, user: UserId, version: &str, marks: &[(Stale, Again)]) -> db::Result<u64> {
    let count = i64::try_from(marks.len()).unwrap_or(i64::MAX);
    let last = advance(tx, user, count).await?;
    let statements = marks.iter().zip(last - count + 1..).map(|((mark, again), number)| {
        let statement = sql!(
            "update annotations set found = $4, status = $5, version = $6, position = $7, number = $8
             where user_id = $1 and uuid = $2 and number = $3",
            user,
            mark.uuid.as_str(),
            mark.number,
            again.found.clone().map(Json),
            again.placed,
            version,
            again.position,
            number
        );
        tx.execute(statement)
    });
    Ok(futures::future::try_join_all(statements).await?.into_iter().sum())
}
