//! The books of a list are entered, many in one transaction.

use std::{collections::HashMap, path::Path};

use db::{Query, Tx, list, sql};
use kernel::{Id, Isbn, Timestamp};
use publication::Warning;

use super::{
    ImportError, Importer, Line, LookedAt, Outcome, Siblings, Summary, TRIES,
    command_line::{self, CommandLine},
    publish::publish,
    row::ListedBook,
};
use crate::{Book, new_book::Entry};

/// Books in one transaction: enough to make its commit cheap, few enough to let others write in between.
const BATCH: usize = 250;

/// A book that is there.
#[derive(Clone, Copy)]
struct There {
    book: Id<Book>,
    /// Whether it is a draft without a price.
    waits: bool,
}

/// What the database knows already of a batch, by number and by mark.
struct Known {
    isbns: HashMap<Isbn, There>,
    marks: HashMap<String, There>,
}

/// What became of a row.
enum Fate {
    Added,
    Published,
    Unchanged,
}

impl Importer {
    pub(super) async fn enter_list(
        &self,
        path: &Path,
        rows: Vec<Result<ListedBook, String>>,
        siblings: &mut Siblings,
    ) -> Result<Line, ImportError> {
        let (mut tally, mut notes, mut without_file) = (Summary::default(), Vec::new(), Vec::new());
        for (index, row) in rows.into_iter().enumerate() {
            let row = match row {
                Ok(row) => row,
                Err(reason) => {
                    tally.refused += 1;
                    notes.push(note(reason));
                    continue;
                }
            };
            notes.extend(
                row.notes.iter().map(|said| note(format!("book {}, {:?}: {said}", index + 1, row.title))),
            );
            if row.file.is_none() {
                without_file.push(row);
                continue;
            }
            let line = self.enter_listed_file(path, row, siblings).await?;
            tally.count(&line.outcome);
            let reason = match line.outcome {
                Outcome::Refused { reason, .. } => Some(note(reason)),
                _ => None,
            };
            let said = line.notes.iter().chain(&reason);
            notes.extend(said.map(|said| note(format!("{}: {said}", line.path.display()))));
        }
        for batch in without_file.chunks(BATCH) {
            let mut tries = 1;
            let fates = loop {
                match self.enter_batch(batch).await {
                    Err(error) if error.is_overtaken() && tries < TRIES => tries += 1,
                    entered => break entered?,
                }
            };
            for fate in fates {
                match fate {
                    Fate::Added => tally.added += 1,
                    Fate::Published => tally.published += 1,
                    Fate::Unchanged => tally.unchanged += 1,
                }
            }
        }
        let Summary { added, attached, published, unchanged, refused } = tally;
        let outcome = Outcome::List { added: added + attached, published, unchanged, refused };
        Ok(Line { path: path.to_owned(), outcome, notes })
    }

    /// A row that names its book's file, which lies beside the list.
    async fn enter_listed_file(
        &self,
        list: &Path,
        row: ListedBook,
        siblings: &mut Siblings,
    ) -> Result<Line, ImportError> {
        let file = list.parent().unwrap_or(Path::new("")).join(row.file.as_deref().unwrap_or(Path::new("")));
        match self.prepare(file).await? {
            LookedAt::File(prepared) => {
                let history = CommandLine { now: self.clock.now() };
                self.enter_file(*prepared, Some(row), siblings, &history).await
            }
            LookedAt::Nothing(line) => Ok(line),
            LookedAt::There(path, book, title) => {
                let outcome = self.enter_there(book, title, row.price(self.policy)).await?;
                Ok(Line { path, outcome, notes: Vec::new() })
            }
            LookedAt::List(path, _) => Ok(Line::refused(path, "a list inside a list".to_owned())),
        }
    }

    /// Enters the new books of a batch, and publishes those that waited for a price which they have now.
    async fn enter_batch(&self, batch: &[ListedBook]) -> Result<Vec<Fate>, ImportError> {
        let now = self.clock.now();
        let folders: Vec<_> = batch.iter().map(|_| self.random.hex::<8>()).collect();
        let entered = self.db.transaction(async |tx| {
            let mut known = known(&tx, batch).await?;
            let mut fates = Vec::with_capacity(batch.len());
            for (row, folder) in batch.iter().zip(&folders) {
                fates.push(self.enter_row(&tx, row, folder, &mut known, now).await?);
            }
            Ok::<_, db::Error>(fates)
        });
        Ok(entered.await?)
    }

    async fn enter_row(
        &self,
        tx: &Tx,
        row: &ListedBook,
        folder: &str,
        known: &mut Known,
        now: Timestamp,
    ) -> db::Result<Fate> {
        let (price, mark) = (row.price(self.policy), row.isbn.is_none().then(|| row.mark()));
        let there = match (&row.isbn, &mark) {
            (Some(isbn), _) => known.isbns.get_mut(isbn),
            (None, Some(mark)) => known.marks.get_mut(mark),
            (None, None) => None,
        };
        if let Some(there) = there {
            let Some(price) = price.filter(|_| there.waits) else { return Ok(Fate::Unchanged) };
            there.waits = false;
            let published = publish(tx, there.book, price, now).await?;
            return Ok(if published { Fate::Published } else { Fate::Unchanged });
        }
        let book = row.clone().into_new_book(self.policy);
        let cover = book.drawn_cover(tx).await?;
        let entry = Entry { folder, import_mark: mark.as_deref(), cover: &cover, now };
        let there = There { book: book.enter(tx, &entry).await?, waits: price.is_none() };
        command_line::added(tx, there.book, &book.title, now).await?;
        known.marks.extend(mark.map(|mark| (mark, there)));
        known.isbns.extend(row.isbn.map(|isbn| (isbn, there)));
        Ok(Fate::Added)
    }
}

/// A word about a row.
fn note(words: String) -> Warning {
    Warning::new("row", words)
}

async fn known(tx: &Tx, batch: &[ListedBook]) -> db::Result<Known> {
    let isbns: Vec<(Isbn, Id<Book>, bool)> = tx
        .all(sql!(
            "select isbn, id, status = 'draft' and price_amount is null from books where isbn in ($1…)",
            list(batch.iter().filter_map(|row| row.isbn))
        ))
        .await?;
    let marks = batch.iter().filter(|row| row.isbn.is_none()).map(ListedBook::mark);
    let marks: Vec<(String, Id<Book>, bool)> = tx
        .all(sql!(
            "select import_mark, id, status = 'draft' and price_amount is null from books where import_mark in ($1…)",
            list(marks)
        ))
        .await?;
    Ok(Known {
        isbns: isbns.into_iter().map(|(isbn, book, waits)| (isbn, There { book, waits })).collect(),
        marks: marks.into_iter().map(|(mark, book, waits)| (mark, There { book, waits })).collect(),
    })
}
