//! Files on their way into the shop. One is streamed into a folder of its own in the media storage, so that any node can
//! check it; a job does, and what it may become (a new draft, a further format, the successor of a file) it becomes in the
//! transaction that says so. Whatever is cut off, killed or refused leaves nothing: the folder is listed as discarded before
//! its first byte, and [`sweep`] removes rows of which nothing was heard.

mod brought;
mod check;
mod incoming;
mod receive;

use db::{Db, Json, Query, Tx, list, record, sql};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use web::UserId;

use crate::{Book, Format, import::Target, media, text_enum::text_enum};

pub use brought::Brought;
pub use check::{CheckUpload, check};
pub use receive::{NewUpload, ReceiveError, begin, receive};

/// After so long without a word an upload is not on its way any more, in seconds.
const SILENT: i64 = 3 * 60;
/// After so long a check will not come to an end, in seconds: less than a folder may stay listed.
const UNCHECKED: i64 = 20 * 60 * 60;
/// How long what became of an upload is kept, in seconds.
const KEPT: i64 = 30 * 24 * 60 * 60;
/// The most that one sweep looks at.
const SWEPT: i64 = 500;

text_enum! {
    /// Where an upload stands.
    pub enum State {
        /// It is coming in.
        Receiving = "receiving",
        /// It is here, and is checked or waits for that.
        Checking = "checking",
        /// It is the file of a book, or was one already.
        Entered = "entered",
        /// It cannot go in.
        Refused = "refused",
    }
}

text_enum! {
    /// What an upload became.
    pub enum UploadOutcome {
        /// A new book, which is a draft.
        Added = "added",
        /// A further format of a book.
        Attached = "attached",
        /// It took the place of a book's file.
        Replaced = "replaced",
        /// The book had this very file.
        Unchanged = "unchanged",
    }
}

text_enum! {
    /// Why a check has not come to an end; it is tried again.
    pub enum Trouble {
        /// There is no room on the disk or in the storage.
        DiskFull = "disk_full",
        /// This machine failed otherwise.
        Failed = "failed",
    }
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// A [`publication::Rejection::code`], or `unreadable`, `other_format`, `other_book`, `book_gone`, `gave_up`.
    pub code: String,
    /// What the check says in English, of use to whoever made the file; may be empty.
    pub detail: String,
    /// The book that has the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<(i64, String)>,
}

impl Refusal {
    pub(crate) fn new(code: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { code: code.into(), detail: detail.into(), book: None }
    }
}

/// What was found in a file that was taken all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// A [`publication::Warning`]'s code, `cover_left_out` or `isbn_taken`.
    pub code: String,
    /// In English, naming the part concerned.
    pub message: String,
}

record! {
    /// An upload.
    pub struct Upload {
        /// Its key.
        pub id: Id<Upload>,
        /// Who sent it.
        pub user_id: UserId,
        /// Their name then.
        pub username: String,
        /// From which address.
        pub address: Option<String>,
        /// The file's own name.
        pub name: String,
        /// The book whose file it is to be; `None` where it is to be a new one.
        pub target_id: Option<Id<Book>>,
        /// What it has to be then.
        pub target_format: Option<Format>,
        /// Where it stands.
        pub state: State,
        /// Bytes, where that was said.
        pub expected: Option<i64>,
        /// Bytes that came.
        pub received: i64,
        /// The book that it became.
        pub book_id: Option<Id<Book>>,
        /// What it became.
        pub outcome: Option<UploadOutcome>,
        /// Why it was refused.
        pub refusal: Option<Json<Refusal>>,
        /// Why its check has not come to an end.
        pub trouble: Option<Trouble>,
        /// What was found in it.
        pub findings: Json<Vec<Finding>>,
        /// When it began.
        pub created_at: Timestamp,
        pub(crate) folder: Option<String>,
    }
}

impl Upload {
    /// One by its key.
    pub async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!(
            "select id, user_id, username, address, name, target_id, target_format, state, expected, received, book_id,
                    outcome, refusal, trouble, findings, created_at, folder
             from uploads where id = $1",
            id
        ))
        .await
    }

    /// Those of these keys, the first ones first.
    pub async fn of(db: &impl Query, ids: &[Id<Self>]) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select id, user_id, username, address, name, target_id, target_format, state, expected, received, book_id,
                    outcome, refusal, trouble, findings, created_at, folder
             from uploads where id in ($1…) order by id",
            list(ids.iter().copied())
        ))
        .await
    }

    /// A part of all uploads, the latest first: those of one person, where one is named, and only into new books or into
    /// whatever they were told.
    pub async fn list(
        db: &impl Query,
        (user, book): (Option<UserId>, Option<Id<Book>>),
        (before, rows): (Option<Id<Self>>, i64),
    ) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select id, user_id, username, address, name, target_id, target_format, state, expected, received, book_id,
                    outcome, refusal, trouble, findings, created_at, folder
             from uploads
             where id < $1 and (cast($2 as bigint) is null or user_id = $2)
               and (cast($3 as bigint) is null or target_id = $3)
             order by id desc limit $4",
            before.map_or(i64::MAX, Id::get),
            user,
            book,
            rows
        ))
        .await
    }

    /// The book and the format that it is for.
    pub fn target(&self) -> Option<Target> {
        self.target_id.zip(self.target_format).map(|(book, format)| Target { book, format })
    }

    /// Ends it, whatever it is at, and forgets it; a book that it became stays. False where there is none.
    pub async fn forget(tx: &Tx, id: Id<Self>, now: Timestamp) -> db::Result<bool> {
        let gone: Option<(Option<String>,)> =
            tx.optional(sql!("delete from uploads where id = $1 returning folder", id)).await?;
        let Some((folder,)) = gone else { return Ok(false) };
        jobs::forget(tx, &about(id)).await?;
        if let Some(folder) = folder {
            media::discard(tx, &folder, now).await?;
        }
        Ok(true)
    }
}

/// What its job is about.
fn about(id: Id<Upload>) -> String {
    format!("upload:{id}")
}

/// Where the bytes lie while they are checked.
fn raw(folder: &str) -> String {
    format!("{}/raw", crate::book::folder_key(folder))
}

/// It cannot go in.
async fn refuse(
    db: &Db,
    upload: (Id<Upload>, Option<&str>),
    refusal: &Refusal,
    now: Timestamp,
) -> db::Result<()> {
    db.transaction(async |tx| refuse_in(&tx, upload, refusal, now).await).await
}

async fn refuse_in(
    tx: &Tx,
    (id, folder): (Id<Upload>, Option<&str>),
    refusal: &Refusal,
    now: Timestamp,
) -> db::Result<()> {
    tx.execute(sql!(
        "update uploads set state = 'refused', refusal = $2, folder = null, trouble = null, touched_at = $3
         where id = $1 and state in ('receiving', 'checking')",
        id,
        Json(refusal),
        now
    ))
    .await?;
    match folder {
        Some(folder) => media::discard(tx, folder, now).await,
        None => Ok(()),
    }
}

/// Forgets uploads of which nothing was heard, gives up checks that do not end, and throws away what is long over.
pub async fn sweep(db: &Db, now: Timestamp) -> db::Result<()> {
    let silent: Vec<(Id<Upload>,)> = db
        .all(sql!(
            "select id from uploads where state = 'receiving' and touched_at < $1 order by touched_at limit $2",
            now.plus_seconds(-SILENT),
            SWEPT
        ))
        .await?;
    for (id,) in silent {
        db.transaction(async |tx| Upload::forget(&tx, id, now).await).await?;
    }
    let stuck: Vec<(Id<Upload>, Option<String>)> = db
        .all(sql!(
            "select id, folder from uploads where state = 'checking' and touched_at < $1 order by touched_at limit $2",
            now.plus_seconds(-UNCHECKED),
            SWEPT
        ))
        .await?;
    for (id, folder) in stuck {
        refuse(db, (id, folder.as_deref()), &Refusal::new("gave_up", ""), now).await?;
    }
    db.execute(sql!(
        "delete from uploads where state in ('entered', 'refused') and touched_at < $1",
        now.plus_seconds(-KEPT)
    ))
    .await
    .map(drop)
}
