//! Why a file cannot become a book: the one error of this crate.

use std::io;

/// The file was refused. Nothing of it should be kept. `Display` is plain English for the person who brought
/// the file; [`Rejection::code`] is for programs.
#[derive(Debug, thiserror::Error)]
pub enum Rejection {
    /// Neither an EPUB nor a PDF, whatever its name says.
    #[error("this is neither an EPUB nor a PDF: {0}")]
    NotAPublication(String),
    /// It is one, but cannot be read to the end.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Digital rights management that only certain readers can open.
    #[error("the file is protected by {0}; only files without copy protection can be taken")]
    Protected(String),
    /// It opens with a password only.
    #[error("the file opens with a password only")]
    PasswordProtected,
    /// One of the [limits](crate::Limits) is passed.
    #[error("the file is too large: {what} (the limit is {limit})")]
    TooLarge {
        /// What is too large, in words with its unit.
        what: String,
        /// The limit in the same unit.
        limit: u64,
    },
    /// A part of it unpacks to so many times its size that only a file made to fill disks does.
    #[error("the file is too large: “{name}” unpacks to more than {ratio} times its size")]
    Inflated {
        /// Which part.
        name: String,
        /// How many times its size a part may have once it is unpacked.
        ratio: u64,
    },
    /// It is built to do harm or so that two programs read it differently.
    #[error("the file is not safe to open: {0}")]
    Unsafe(String),
    /// This machine failed (a full disk, an unreadable path), not the file.
    #[error("the file could not be read or stored: {0}")]
    Io(#[from] io::Error),
}

impl Rejection {
    /// A stable, machine-readable name of the reason.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAPublication(_) => "not_a_publication",
            Self::Damaged(_) => "damaged",
            Self::Protected(_) => "protected",
            Self::PasswordProtected => "password_protected",
            Self::TooLarge { .. } | Self::Inflated { .. } => "too_large",
            Self::Unsafe(_) => "unsafe",
            Self::Io(_) => "io",
        }
    }

    /// Whether the file is at fault rather than this machine.
    pub fn is_about_the_file(&self) -> bool {
        !matches!(self, Self::Io(_))
    }

    pub(crate) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged(detail.into())
    }

    pub(crate) fn unsafe_(detail: impl Into<String>) -> Self {
        Self::Unsafe(detail.into())
    }

    pub(crate) fn too_large(what: impl Into<String>, limit: u64) -> Self {
        Self::TooLarge { what: what.into(), limit }
    }
}
