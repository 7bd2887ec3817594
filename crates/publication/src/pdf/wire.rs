//! What the two processes say to each other: the parent's wishes as one JSON argument, the child's answer as one
//! JSON document on its standard output. Private to this crate; both ends are always of the same build.

use serde::{Deserialize, Serialize};

use crate::SampleLength;

/// The file in the output folder that the reading copy goes to.
pub(super) const READING: &str = "reading.pdf";
/// The file in the output folder that the sample goes to.
pub(super) const SAMPLE: &str = "sample.pdf";
/// The file in the output folder that the picture of page 1 goes to.
pub(super) const COVER: &str = "cover.png";

/// What the child is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Task {
    /// Read the structure with lopdf; write the reading copy and the sample.
    Inspect,
    /// Draw page 1 of the source, and of the reading copy if there is one, with hayro; write the cover.
    Draw,
}

/// The limits that concern the child, and the ones it sets upon itself.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Order {
    pub(super) task: Task,
    /// Address space in bytes (`RLIMIT_AS`).
    pub(super) memory: u64,
    /// Processor time in seconds (`RLIMIT_CPU`).
    pub(super) seconds: u64,
    /// The largest file it may write, in bytes (`RLIMIT_FSIZE`).
    pub(super) output: u64,
    /// The most bytes that one stream may inflate to.
    pub(super) stream: u64,
    /// The most bytes that all streams together may inflate to.
    pub(super) total: u64,
    /// The most bytes that an embedded font may inflate to.
    pub(super) font: u64,
    /// The most inflated bytes for each stored byte of a stream that inflates beyond 1 MiB.
    pub(super) ratio: u64,
    /// The most pixels of one picture.
    pub(super) pixels: u64,
    /// The most pages.
    pub(super) pages: u32,
    /// Whether to write a reading copy (not for very large files).
    pub(super) rewrite: bool,
    /// Whether to leave the structure for assistive technology unread, which saves most memory and forbids rewriting.
    pub(super) lean: bool,
    /// How long the sample is to be.
    pub(super) sample: SampleLength,
}

/// The child's answer.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Answer {
    pub(super) outcome: Result<Done, Refusal>,
    /// The most memory the child held at once, in bytes; 0 where the system does not tell.
    pub(super) peak_memory: u64,
}

/// What was done, by task.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Done {
    Inspected(Box<Inspected>),
    Drawn(Drawn),
}

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub(super) enum Refusal {
    #[error("not a PDF")]
    NotAPdf,
    #[error("{0}")]
    Damaged(String),
    #[error("a password is needed to open it")]
    Password,
    #[error("{0}")]
    Bomb(String),
    #[error("{what}")]
    TooLarge { what: String, limit: u64 },
    #[error("{0}")]
    Machine(String),
}

impl Refusal {
    pub(super) fn damaged(why: impl Into<String>) -> Self {
        Self::Damaged(why.into())
    }
}

/// What the structure says.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Inspected {
    pub(super) pages: u32,
    pub(super) page_labels: Vec<String>,
    pub(super) page_sizes: Vec<(f32, f32)>,
    pub(super) right_to_left: Option<bool>,
    pub(super) facts: Facts,
    pub(super) outline: Vec<super::OutlineItem>,
    pub(super) words: Option<u64>,
    /// Pages of the sample; absent when it could not be cut out.
    pub(super) sample_pages: Option<u32>,
    /// Whether a reading copy was written.
    pub(super) rewritten: bool,
    pub(super) findings: Vec<Finding>,
}

/// What the file says about itself, as plain texts.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) description: Option<String>,
    pub(super) subjects: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) publisher: Option<String>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub(super) published: Option<String>,
    pub(super) isbn: Option<String>,
}

/// Something worth a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Finding {
    JavaScript,
    OpenAction,
    AdditionalActions,
    Launch,
    EmbeddedFile,
    RichMedia,
    Xfa,
    SubmitForm,
    RemoteGoTo,
    UnsafeLink,
    OtherAction,
    ExternalStream,
    OwnerPassword,
    Repaired,
    PagesMissing,
    NotRewritten,
    /// What the copy would have lost is in the file that is handed out.
    Kept,
    NoSample,
}

impl Finding {
    /// Whether it tells what a copy is written without.
    pub(super) const fn is_taken_out(self) -> bool {
        use Finding::{
            AdditionalActions, EmbeddedFile, ExternalStream, JavaScript, Launch, OpenAction, OtherAction,
            RemoteGoTo, RichMedia, SubmitForm, UnsafeLink, Xfa,
        };
        matches!(
            self,
            JavaScript
                | OpenAction
                | AdditionalActions
                | Launch
                | EmbeddedFile
                | RichMedia
                | Xfa
                | SubmitForm
                | RemoteGoTo
                | UnsafeLink
                | OtherAction
                | ExternalStream
        )
    }
}

/// What the drawing gave.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Drawn {
    /// Width and height of the cover in pixels, if page 1 could be drawn.
    pub(super) cover: Option<(u32, u32)>,
    /// Whether the reading copy has as many pages as the source and the same first page; absent without a copy.
    pub(super) faithful: Option<bool>,
}
