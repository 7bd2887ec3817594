//! Books come in: from files, from folders of files, from lists. What cannot go in is named and left out whole;
//! bringing the same thing again changes nothing.

mod add;
mod beside;
pub mod bulk;
mod command_line;
mod export;
mod file;
mod list;
mod lists;
mod prepare;
mod publish;
pub(crate) mod recut;
mod replace;
mod row;
mod sources;
mod work;

use std::{
    collections::HashMap,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use db::Db;
use futures::StreamExt as _;
use kernel::{Clock, Currency, Id, Money, Random};
use publication::Warning;
use storage::Storage;
use web::App;

use crate::{Book, Format};
use command_line::CommandLine;
use sources::Source;

pub use add::AddError;
pub use beside::{Beside, Entered, How};
pub use export::{EXPORTED, exported, exported_of};
pub use lists::read_books;
pub use recut::CutSample;
pub use replace::{Put, Removed, RemovedFile, Target};
pub use row::LeftOut;
pub use work::Workplace;

/// How many files are read and checked at once.
const AT_ONCE: usize = 2;

/// From so many new books on the database is told to look at its tables again.
const MANY: usize = 1_000;

/// How often something is entered that another import enters at the same time.
const TRIES: usize = 3;

/// What becomes of books that bring no price of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// They wait as drafts, so that nothing is given away by accident.
    Draft,
    /// They are published at this price; zero gives them away.
    Publish(Money),
}

impl Policy {
    /// The price that such books get.
    fn price(self) -> Option<Money> {
        match self {
            Self::Draft => None,
            Self::Publish(price) => Some(price),
        }
    }
}

/// Takes files and lists into the catalogue.
#[derive(Clone)]
pub struct Importer {
    /// Where books are entered.
    pub db: Db,
    /// Where their files go.
    pub storage: Storage,
    /// The time.
    pub clock: Clock,
    /// Chance, for the names of folders.
    pub random: Random,
    /// The program that reads PDFs.
    pub pdf_child: publication::pdf::Child,
    /// A folder for work in progress, on the local disk.
    pub work: Workplace,
    /// How much of the machine a file may ask for.
    pub limits: publication::Limits,
    /// The shop's own currency, for prices that name none.
    pub currency: Currency,
    /// What becomes of books without a price.
    pub policy: Policy,
}

/// What became of one file or list.
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
    /// What the bookseller may want to know about it.
    pub notes: Vec<Warning>,
}

/// The fate of a file or a list.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new book.
    Added {
        /// Its key.
        book: Id<Book>,
        /// Its title.
        title: String,
    },
    /// A further format of a book that was there.
    Attached {
        /// Its key.
        book: Id<Book>,
        /// Its title.
        title: String,
    },
    /// A draft that waited for a price, which it has now.
    Published {
        /// Its key.
        book: Id<Book>,
        /// Its title.
        title: String,
    },
    /// The shop has this file already.
    Unchanged {
        /// Its book's key.
        book: Id<Book>,
        /// Its title.
        title: String,
    },
    /// It cannot go in.
    Refused {
        /// Why, for a program: a [`publication::Rejection::code`], or `unreadable`.
        code: &'static str,
        /// Why, for a person.
        reason: String,
    },
    /// A list: how many of its books are new, got their price, were there, could not go in.
    List {
        /// New books.
        added: usize,
        /// Drafts that waited for a price.
        published: usize,
        /// Books that were there.
        unchanged: usize,
        /// Rows that are no books.
        refused: usize,
    },
}

/// What became of everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// New books.
    pub added: usize,
    /// Further formats of books.
    pub attached: usize,
    /// Drafts that waited for a price.
    pub published: usize,
    /// What was there already.
    pub unchanged: usize,
    /// What could not go in.
    pub refused: usize,
}

impl Summary {
    fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Added { .. } => self.added += 1,
            Outcome::Attached { .. } => self.attached += 1,
            Outcome::Published { .. } => self.published += 1,
            Outcome::Unchanged { .. } => self.unchanged += 1,
            Outcome::Refused { .. } => self.refused += 1,
            Outcome::List { added, published, unchanged, refused } => {
                self.added += added;
                self.published += published;
                self.unchanged += unchanged;
                self.refused += refused;
            }
        }
    }
}

/// The machine failed, not the files: the import stops, and what was entered stays.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The storage.
    #[error(transparent)]
    Storage(#[from] storage::Error),
    /// The local disk.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The work was cut off.
    #[error("the import was cut off")]
    CutOff,
}

impl ImportError {
    /// Whether another import entered the same between the look and the entry; a second look finds it.
    fn is_overtaken(&self) -> bool {
        matches!(self, Self::Database(db::Error::Unique { .. }))
    }

    /// Whether there was no room left, on the local disk or where the files or the database are.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Database(error) => matches!(error, db::Error::Full),
            Self::Storage(error) => matches!(error, storage::Error::Full { .. }),
            Self::Io(error) => matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded),
            Self::CutOff => false,
        }
    }
}

/// The books made from files in one run, by folder and name: `moby-dick.pdf` beside `moby-dick.epub` is the same book.
type Siblings = HashMap<PathBuf, (Id<Book>, Format)>;

impl Importer {
    /// One that works for the shop while it serves.
    ///
    /// # Errors
    /// When the folder for work in progress cannot be made.
    pub fn of(app: &App, policy: Policy) -> Result<Self, ImportError> {
        let bench = &app.workbench;
        Ok(Self {
            db: app.db.clone(),
            storage: app.storage.clone(),
            clock: app.clock.clone(),
            random: app.random.clone(),
            pdf_child: publication::pdf::Child {
                program: bench.pdf_program.clone(),
                args: bench.pdf_arguments.clone(),
            },
            work: Workplace::open(bench.folder.clone())?,
            limits: publication::Limits::default(),
            currency: app.settings.currency,
            policy,
        })
    }

    /// Imports everything behind the paths, telling of each as it is done.
    pub async fn run(
        &self,
        paths: &[PathBuf],
        report: &mut (dyn FnMut(&Line) + Send),
    ) -> Result<Summary, ImportError> {
        let mut summary = Summary::default();
        let mut siblings = Siblings::new();
        let sources = futures::stream::iter(sources::find(paths));
        // Reading and checking takes the time, so it runs ahead; books are entered one after the other, in order.
        let mut ready = sources.map(|source| self.look_at(source)).buffered(AT_ONCE);
        while let Some(looked_at) = ready.next().await {
            let line = match looked_at? {
                LookedAt::Nothing(line) => line,
                LookedAt::There(path, book, title) => {
                    let outcome = self.enter_there(book, title, self.policy.price()).await?;
                    Line { path, outcome, notes: Vec::new() }
                }
                LookedAt::File(prepared) => {
                    let history = CommandLine { now: self.clock.now() };
                    self.enter_file(*prepared, None, &mut siblings, &history).await?
                }
                LookedAt::List(path, rows) => self.enter_list(&path, rows, &mut siblings).await?,
            };
            summary.count(&line.outcome);
            report(&line);
        }
        if summary.added >= MANY {
            self.db.refresh_statistics().await?;
        }
        Ok(summary)
    }

    async fn look_at(&self, source: Source) -> Result<LookedAt, ImportError> {
        match source {
            Source::Unreadable(path, reason) => Ok(LookedAt::Nothing(Line::refused(path, reason))),
            Source::File(path) => self.prepare(path).await,
            Source::Csv(path) => Ok(LookedAt::of_list(&path, lists::read_csv(&path, self.currency))),
            Source::Json(path) => Ok(LookedAt::of_list(&path, lists::read_json(&path, self.currency))),
        }
    }
}

/// A source after the part of the work that changes nothing.
enum LookedAt {
    Nothing(Line),
    /// A file that the shop has, with the key and the title of its book.
    There(PathBuf, Id<Book>, String),
    File(Box<prepare::Prepared>),
    List(PathBuf, Vec<Result<row::ListedBook, String>>),
}

impl LookedAt {
    fn of_list(path: &Path, rows: Result<Vec<Result<row::ListedBook, String>>, lists::ListError>) -> Self {
        match rows {
            Ok(rows) => Self::List(path.to_owned(), rows),
            Err(e) => Self::Nothing(Line::refused(path.to_owned(), e.to_string())),
        }
    }
}

impl Line {
    /// What cannot be read at all, or is no book.
    fn refused(path: PathBuf, reason: String) -> Self {
        Self::refused_as(path, "unreadable", reason)
    }

    fn refused_as(path: PathBuf, code: &'static str, reason: String) -> Self {
        Self { path, outcome: Outcome::Refused { code, reason }, notes: Vec::new() }
    }
}
