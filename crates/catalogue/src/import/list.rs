//! The books of a list are entered, many in one transaction.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use db::{Query, Tx, list, sql};
use kernel::{Id, Isbn, Timestamp};

use super::{ImportError, Importer, Line, LookedAt, Outcome, Siblings, TRIES, row::ListedBook};
use crate::{Book, new_book::Entry};

/// Books in one transaction: enough to make its commit cheap, few enough to let others write in between.
const BATCH: usize = 250;

/// Marks that the database knows already.
#[derive(Default)]
struct Known {
    isbns: HashMap<Isbn, Id<Book>>,
    marks: HashSet<String>,
}

impl Importer {
    pub(super) async fn enter_list(
        &self,
        path: &Path,
        rows: Vec<Result<ListedBook, String>>,
        siblings: &mut Siblings,
    ) -> Result<Line, ImportError> {
        let (mut added, mut unchanged, mut refused, mut notes) = (0, 0, 0, Vec::new());
        let mut without_file = Vec::new();
        for (index, row) in rows.into_iter().enumerate() {
            match row {
                Err(reason) => {
                    refused += 1;
                    notes.push(reason);
                }
                Ok(row) => {
                    notes.extend(
                        row.notes.iter().map(|note| format!("book {}, {:?}: {note}", index + 1, row.title)),
                    );
                    if row.file.is_some() {
                        let line = self.enter_listed_file(path, row, siblings).await?;
                        notes
                            .extend(line.notes.iter().map(|note| format!("{}: {note}", line.path.display())));
                        match line.outcome {
                            Outcome::Added { .. } | Outcome::Attached { .. } => added += 1,
                            Outcome::Unchanged { .. } => unchanged += 1,
                            Outcome::Refused { reason } => {
                                refused += 1;
                                notes.push(format!("{}: {reason}", line.path.display()));
                            }
                            Outcome::List { .. } => {}
                        }
                    } else {
                        without_file.push(row);
                    }
                }
            }
        }
        let mut rows = without_file.into_iter();
        loop {
            let batch: Vec<_> = rows.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                break;
            }
            let size = batch.len();
            let mut tries = 1;
            let new = loop {
                match self.enter_batch(&batch).await {
                    Err(error) if error.is_overtaken() && tries < TRIES => tries += 1,
                    entered => break entered?,
                }
            };
            added += new;
            unchanged += size - new;
        }
        Ok(Line { path: path.to_owned(), outcome: Outcome::List { added, unchanged, refused }, notes })
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
            LookedAt::File(prepared) => self.enter_file(*prepared, Some(row), siblings).await,
            LookedAt::Nothing(line) => Ok(line),
            LookedAt::List(path, _) => Ok(Line::refused(path, "a list inside a list".to_owned())),
        }
    }

    /// Enters the new books of a batch; how many were new.
    async fn enter_batch(&self, batch: &[ListedBook]) -> Result<usize, ImportError> {
        let now = self.clock.now();
        let folders: Vec<_> = batch.iter().map(|_| self.random.hex::<8>()).collect();
        let added = self
            .db
            .transaction(async |tx| {
                let mut known = known(&tx, batch).await?;
                let mut added = 0;
                for (row, folder) in batch.iter().zip(&folders) {
                    added += usize::from(self.enter_row(&tx, row, folder, &mut known, now).await?);
                }
                Ok::<_, db::Error>(added)
            })
            .await?;
        Ok(added)
    }

    async fn enter_row(
        &self,
        tx: &Tx,
        row: &ListedBook,
        folder: &str,
        known: &mut Known,
        now: Timestamp,
    ) -> db::Result<bool> {
        let mark = row.isbn.is_none().then(|| row.mark());
        let there = match (&row.isbn, &mark) {
            (Some(isbn), _) => known.isbns.contains_key(isbn),
            (None, Some(mark)) => known.marks.contains(mark),
            (None, None) => false,
        };
        if there {
            return Ok(false);
        }
        let book = row.clone().into_new_book(self.policy);
        let cover = book.drawn_cover(tx).await?;
        let entry = Entry { folder, import_mark: mark.as_deref(), cover: &cover, now };
        let id = book.enter(tx, &entry).await?;
        known.marks.extend(mark);
        known.isbns.extend(row.isbn.map(|isbn| (isbn, id)));
        Ok(true)
    }
}

async fn known(tx: &Tx, batch: &[ListedBook]) -> db::Result<Known> {
    let isbns: Vec<(Isbn, Id<Book>)> = tx
        .all(sql!(
            "select isbn, id from books where isbn in ($1…)",
            list(batch.iter().filter_map(|row| row.isbn))
        ))
        .await?;
    let marks = batch.iter().filter(|row| row.isbn.is_none()).map(ListedBook::mark);
    let marks: Vec<(String,)> =
        tx.all(sql!("select import_mark from books where import_mark in ($1…)", list(marks))).await?;
    Ok(Known { isbns: isbns.into_iter().collect(), marks: marks.into_iter().map(|mark| mark.0).collect() })
}
