//! What a batch and its answer look like.

use std::collections::BTreeMap;

use catalogue::Book;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::offline::Answered;

use crate::annotation::{Colour, Kind};
use crate::locator::Locator;
use crate::sending::DeviceWord;
use crate::told::{AnnotationState, ProgressItem};

/// What a device did offline. Further lists are of kinds that other parts of the shop keep: `favorites` of `SentFavorite`,
/// `ratings` of `SentRating`, `comments` of `SentComment`; any other list is a kind that this release does not know.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct SyncBatch {
    pub(crate) device: DeviceWord,
    /// When this is sent, by the device's clock. Sent again word for word, it is the same batch.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) sent_at: Timestamp,
    /// The `cursor` of the answer before; absent or null for everything.
    pub(crate) since: Option<String>,
    /// Places that were read.
    #[serde(default)]
    #[schema(value_type = Vec<SentPlace>)]
    pub(crate) progress: Vec<Value>,
    /// Marks, made, changed or deleted.
    #[serde(default)]
    #[schema(value_type = Vec<SentMark>)]
    pub(crate) annotations: Vec<Value>,
    #[serde(flatten)]
    #[schema(ignore)]
    pub(crate) others: BTreeMap<String, Value>,
}

/// A place that was read offline.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SentPlace {
    #[schema(value_type = i64)]
    pub(crate) book_id: Id<Book>,
    pub(crate) locator: Locator,
    /// By the device's clock.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) read_at: Timestamp,
    /// Whether the reader begins the book once more here.
    #[serde(default)]
    pub(crate) anew: bool,
}

/// A mark that was made, changed or deleted offline: all of it as it is now, or that it is deleted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SentMark {
    #[schema(min_length = 36, max_length = 36)]
    pub(crate) uuid: String,
    #[schema(value_type = i64)]
    pub(crate) book_id: Id<Book>,
    /// Then nothing else is needed but when.
    #[serde(default)]
    pub(crate) deleted: bool,
    pub(crate) kind: Option<Kind>,
    pub(crate) locator: Option<Locator>,
    #[serde(alias = "color")]
    pub(crate) colour: Option<Colour>,
    #[serde(default)]
    pub(crate) note: String,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub(crate) created_at: Option<Timestamp>,
    /// When it was changed last, or deleted, by the device's clock.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) updated_at: Timestamp,
}

/// How far the reader is in a book.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BookProgress {
    #[schema(value_type = i64)]
    pub(crate) book_id: Id<Book>,
    #[serde(flatten)]
    pub(crate) progress: ProgressItem,
}

/// What changed elsewhere.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Changes {
    pub(crate) progress: Vec<BookProgress>,
    /// Marks as they are now; of deleted ones that they are.
    pub(crate) annotations: Vec<AnnotationState>,
}

/// What became of a batch, and what changed elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Synced {
    /// The answers to each kind that was sent, in the order of its items.
    pub(crate) results: BTreeMap<String, Vec<Answered>>,
    pub(crate) changes: Changes,
    /// What to send as `since` next time.
    pub(crate) cursor: String,
    /// Whether there are more changes: to be asked for at once.
    pub(crate) more: bool,
    /// When this was answered, by the server's clock.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) server_time: Timestamp,
}
