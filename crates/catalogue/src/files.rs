//! Where the files of a book lie and what is known of them: for the import that brings them and for the readers
//! that open them.

use db::{Json, Query, record, sql};
use kernel::{Id, Timestamp};

use crate::{Book, File, Format, book::folder_key, contents::Contents};

/// The key of one of a file's parts in the media storage.
pub(crate) fn key(folder: &str, format: Format, version: &str, name: &str) -> String {
    format!("{}/{format}-{version}/{name}", folder_key(folder))
}

/// The book that has a file of this hash, with its title.
pub(crate) async fn find_by_hash(db: &impl Query, sha256: &str) -> db::Result<Option<(Id<Book>, String)>> {
    db.optional(sql!(
        "select b.id, b.title from book_files f join books b on b.id = f.book_id where f.sha256 = $1",
        sha256
    ))
    .await
}

record! {
    struct ContentsRow {
        contents: Json<Contents>,
    }

    /// Where a resource of an EPUB lies in its pack.
    pub struct Resource {
        /// As which it is served.
        pub media_type: String,
        /// Bytes as served.
        pub size: i64,
        /// Where it starts in the pack.
        pub start: i64,
        /// Bytes in the pack.
        pub length: i64,
        /// Whether it lies there as gzip.
        pub gzip: bool,
        /// Whether the sample shows it.
        pub in_sample: bool,
    }

    /// A resource of an EPUB with its path.
    pub struct Stored {
        /// Its path in the book.
        pub path: String,
        /// Bytes as served.
        pub size: i64,
        /// Where it starts in the pack.
        pub start: i64,
        /// Bytes in the pack.
        pub length: i64,
        /// Whether it lies there as gzip.
        pub gzip: bool,
    }
}

record! {
    /// A file of a book with what was found in it.
    pub struct CheckedFile {
        /// EPUB or PDF.
        pub format: Format,
        /// Changes with the bytes.
        pub version: String,
        /// Size of the file as it was uploaded.
        pub bytes: i64,
        /// What a reader is told of it.
        pub contents: Json<Contents>,
        /// What was wrong with it: a list of codes with words in English.
        pub warnings: Json<serde_json::Value>,
        /// How much of it is a sample: a [`SampleLength`](publication::SampleLength).
        pub sample: String,
        /// How much is to be, where that is being cut.
        pub sample_wanted: Option<String>,
        /// Why it could not be cut.
        pub sample_trouble: Option<String>,
        /// When it came in.
        pub created_at: Timestamp,
    }
}

impl CheckedFile {
    /// The files of a book.
    pub async fn of(db: &impl Query, book: Id<Book>) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select format, version, bytes, contents, warnings, sample, sample_wanted, sample_trouble, created_at from book_files where book_id = $1 order by format",
            book
        ))
        .await
    }
}

impl Book {
    /// The key of a part of one of the book's files: `pack`, `source.epub`, `source.pdf`, `reading.pdf`,
    /// `sample.pdf`, and what [`crate::text`] names.
    pub fn part(&self, file: &File, name: &str) -> String {
        key(&self.folder, file.format, &file.version, name)
    }
}

impl File {
    /// What a reader is told about the file.
    pub async fn contents(&self, db: &impl Query) -> db::Result<Contents> {
        let row: ContentsRow = db.one(sql!("select contents from book_files where id = $1", self.id)).await?;
        Ok(row.contents.0)
    }

    /// The EPUB's documents: what of it can be read.
    pub async fn documents(&self, db: &impl Query) -> db::Result<Vec<Stored>> {
        db.all(sql!(
            "select path, size, start, length, gzip from book_resources
             where file_id = $1 and media_type in ('application/xhtml+xml', 'image/svg+xml')",
            self.id
        ))
        .await
    }

    /// The paths of all that an EPUB has, with their bytes as served.
    pub async fn sizes(&self, db: &impl Query) -> db::Result<Vec<(String, i64)>> {
        db.all(sql!("select path, size from book_resources where file_id = $1 order by path", self.id)).await
    }

    /// A resource by its path in the EPUB.
    pub async fn resource(&self, db: &impl Query, path: &str) -> db::Result<Option<Resource>> {
        db.optional(sql!(
            "select media_type, size, start, length, gzip, in_sample from book_resources where file_id = $1 and path = $2",
            self.id,
            path
        ))
        .await
    }
}
