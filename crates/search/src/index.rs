//! The index on the disk: opened, checked, written, read.

use std::path::Path;

use tantivy::directory::MmapDirectory;
use tantivy::indexer::LogMergePolicy;
use tantivy::schema::Term;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyDocument};

use crate::document::{Document, Kind};
use crate::schema::Fields;

/// Which form the index has. What is kept there changes with the folding, the stems and the fields: then this goes up,
/// and an index of another form is as good as none.
pub const FORMAT: u32 = 2;

/// Memory that documents wait in before they become a part of the index, in bytes: the least that the engine takes,
/// and a little more while many come.
const WRITER_BYTES: usize = 40_000_000;

/// The index cannot be used as it is.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine says so: the disk, or what lies on it.
    #[error("the search index: {0}")]
    Engine(#[from] tantivy::TantivyError),
    /// Reading from it failed.
    #[error("the search index: {0}")]
    Io(#[from] std::io::Error),
    /// Another process writes it.
    #[error("the search index is written by another process")]
    Busy,
    /// Some of its files are not what was written.
    #[error("the search index is damaged")]
    Damaged,
}

/// An index that can be searched. Clones share it.
#[derive(Clone)]
pub struct Index {
    pub(crate) inner: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").finish_non_exhaustive()
    }
}

/// Writes an index; there is one writer at a time.
pub struct Writer {
    inner: IndexWriter,
    reader: IndexReader,
    fields: Fields,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in a folder, or begins one there. Every file is read once and compared with its checksum.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let (schema, fields) = Fields::schema();
        let directory = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        let inner = tantivy::Index::open_or_create(directory, schema)?;
        if !inner.validate_checksum()?.is_empty() {
            return Err(Error::Damaged);
        }
        Self::of(inner, fields)
    }

    /// An index in memory, for tests and measurements.
    pub fn in_memory() -> Result<Self, Error> {
        let (schema, fields) = Fields::schema();
        Self::of(tantivy::Index::create_in_ram(schema), fields)
    }

    fn of(inner: tantivy::Index, fields: Fields) -> Result<Self, Error> {
        let reader = inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { inner, reader, fields })
    }

    /// What the last commit said with it; `None` before the first.
    pub fn payload(&self) -> Result<Option<String>, Error> {
        Ok(self.inner.load_metas()?.payload)
    }

    /// How many documents it has.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one that writes it.
    pub fn writer(&self) -> Result<Writer, Error> {
        let inner: IndexWriter = match self.inner.writer_with_num_threads(1, WRITER_BYTES) {
            Ok(writer) => writer,
            Err(tantivy::TantivyError::LockFailure(..)) => return Err(Error::Busy),
            Err(error) => return Err(error.into()),
        };
        let mut merge = LogMergePolicy::default();
        // Few parts: a search asks each of them.
        merge.set_min_num_segments(4);
        merge.set_del_docs_ratio_before_merge(0.3);
        inner.set_merge_policy(Box::new(merge));
        Ok(Writer { inner, reader: self.reader.clone(), fields: self.fields.clone() })
    }
}

impl Writer {
    /// Enters a document, in place of the one that has its kind and id.
    pub fn put(&mut self, kind: Kind, document: &Document) -> Result<(), Error> {
        self.remove(kind, document.id);
        self.add(kind, document)
    }

    /// Enters a document of which the index has none; faster than [`Self::put`].
    pub fn add(&mut self, kind: Kind, document: &Document) -> Result<(), Error> {
        let written: TantivyDocument = self.fields.write(kind, document);
        self.inner.add_document(written)?;
        Ok(())
    }

    /// Takes a document out; nothing happens where there is none.
    pub fn remove(&mut self, kind: Kind, id: u64) {
        self.inner.delete_term(Term::from_field_text(self.fields.key, &Fields::key_of(kind, id)));
    }

    /// Takes everything out.
    pub fn clear(&mut self) -> Result<(), Error> {
        self.inner.delete_all_documents()?;
        Ok(())
    }

    /// Makes what was entered since the last commit lasting and findable, all of it or nothing, with `payload`.
    pub fn commit(&mut self, payload: &str) -> Result<(), Error> {
        let mut prepared = self.inner.prepare_commit()?;
        prepared.set_payload(payload);
        prepared.commit()?;
        self.reader.reload()?;
        Ok(())
    }

    /// Forgets what was entered since the last commit.
    pub fn rollback(&mut self) -> Result<(), Error> {
        self.inner.rollback()?;
        Ok(())
    }

    /// Waits until the parts of the index have been put together, and gives it up.
    pub fn finish(self) -> Result<(), Error> {
        self.inner.wait_merging_threads()?;
        self.reader.reload()?;
        Ok(())
    }
}
