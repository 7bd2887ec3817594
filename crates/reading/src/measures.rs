//! The measures of files that were read in lately, kept in memory: a place arrives every few seconds from whoever reads, and
//! what a reader is told of a file may be a megabyte, of which percentages need a few numbers.
//!
//! A file of another version is another file, so that nothing here grows old.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use catalogue::{Book, Contents, Format};
use db::{Json, Query, list, record, sql};
use kernel::Id;

use crate::measure::Measure;

/// How much is kept, in sections of books: some 20 MB, which is the sections of thousands of books.
const SECTIONS_MOST: usize = 200_000;

/// The measures of books.
type OfBooks = HashMap<Id<Book>, Vec<Arc<Measure>>>;

/// What a measure is found by.
type Key = (Id<Book>, Format, String);

/// The measures that are kept. Cloning shares them.
#[derive(Clone, Default)]
pub(crate) struct Measures(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    by_file: HashMap<Key, Arc<Measure>>,
    /// The one that came first goes first.
    order: VecDeque<Key>,
    weight: usize,
}

record! {
    struct FileRow {
        book_id: Id<Book>,
        format: Format,
        version: String,
    }
}

record! {
    struct ContentsRow {
        book_id: Id<Book>,
        version: String,
        contents: Json<Contents>,
    }
}

impl Measures {
    /// The files of books, by which places in them are measured.
    pub(crate) async fn of(&self, db: &impl Query, books: &[Id<Book>]) -> db::Result<OfBooks> {
        if books.is_empty() {
            return Ok(HashMap::new());
        }
        let files: Vec<FileRow> = db
            .all(sql!(
                "select book_id, format, version from book_files where book_id in ($1…)",
                list(books.iter().copied())
            ))
            .await?;
        let (known, unknown) = self.known(files);
        let mut measures = known;
        if !unknown.is_empty() {
            for book in &unknown {
                measures.remove(book);
            }
            for (book, measure) in self.learn(db, unknown).await? {
                measures.entry(book).or_default().push(measure);
            }
        }
        Ok(measures)
    }

    /// Those that are kept, and the books of which one is not.
    fn known(&self, files: Vec<FileRow>) -> (OfBooks, Vec<Id<Book>>) {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut known, mut unknown) = (HashMap::<_, Vec<_>>::new(), Vec::new());
        for FileRow { book_id, format, version } in files {
            match kept.by_file.get(&(book_id, format, version)) {
                Some(measure) => known.entry(book_id).or_default().push(Arc::clone(measure)),
                None => unknown.push(book_id),
            }
        }
        unknown.dedup();
        (known, unknown)
    }

    async fn learn(
        &self,
        db: &impl Query,
        books: Vec<Id<Book>>,
    ) -> db::Result<Vec<(Id<Book>, Arc<Measure>)>> {
        let rows: Vec<ContentsRow> = db
            .all(sql!(
                "select book_id, version, contents from book_files where book_id in ($1…)",
                list(books)
            ))
            .await?;
        let measure = |row: ContentsRow| (row.book_id, Arc::new(Measure::new(row.version, &row.contents.0)));
        let measures: Vec<_> = rows.into_iter().map(measure).collect();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (book, measure) in &measures {
            kept.keep((*book, measure.format, measure.version.clone()), Arc::clone(measure));
        }
        drop(kept);
        Ok(measures)
    }
}

impl Kept {
    fn keep(&mut self, key: Key, measure: Arc<Measure>) {
        if self.by_file.contains_key(&key) {
            return;
        }
        self.weight += measure.weight();
        self.by_file.insert(key.clone(), measure);
        self.order.push_back(key);
        while self.weight > SECTIONS_MOST && self.order.len() > 1 {
            let Some(first) = self.order.pop_front() else { break };
            self.weight -= self.by_file.remove(&first).map_or(0, |gone| gone.weight());
        }
    }
}
