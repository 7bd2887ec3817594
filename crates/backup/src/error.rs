//! What can go wrong with a backup, by what an operator does about it.

use std::{io, path::PathBuf};

use crate::Gone;

/// `Result` of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a backup was not made, or not restored. In either case nothing was changed and nothing is left, unless said.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The media storage.
    #[error(transparent)]
    Storage(#[from] storage::Error),
    /// There is a file of that name, which may be the only backup there is.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// The archive cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// Where.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The archive cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// Where.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file is something else.
    #[error("{} is no backup of Warraq", .0.display())]
    NoArchive(PathBuf),
    /// Bytes are missing, or are others than were written.
    #[error("the backup is damaged: {0}")]
    Damaged(String),
    /// It was made by a program that is newer than this one.
    #[error("the backup is newer than this program: {0}")]
    Newer(String),
    /// There is a shop where it was to be restored.
    #[error("there is a shop already, with {0}")]
    NotEmpty(Gone),
}

impl Error {
    /// Whether the disk, or a quota, is full.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Database(db::Error::Full) | Self::Storage(storage::Error::Full { .. }) => true,
            Self::Write { source, .. } => {
                matches!(source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
            }
            _ => false,
        }
    }
}
