//! What can go wrong with storage, by what a caller does about it: answer 404, tell the operator, try again later.

use std::{error::Error as StdError, fmt, io};

type Source = Box<dyn StdError + Send + Sync>;

/// Why the storage did not do what was asked. Texts name the key, and never a secret.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("there is no file `{key}` in media storage")]
    NotFound {
        /// What was asked for.
        key: String,
    },
    /// The disk, or the quota on it, is full. Nothing of the upload was kept.
    #[error("media storage is full: cannot write `{key}`")]
    Full {
        /// What was to be written.
        key: String,
    },
    /// A range that is empty or begins behind the end of the file.
    #[error("no bytes {start}–{end} in `{key}`, which has {size}")]
    Range {
        /// What was asked for.
        key: String,
        /// First byte asked for.
        start: u64,
        /// The byte behind the last one asked for.
        end: u64,
        /// Of the file, in bytes.
        size: u64,
    },
    /// Permissions or credentials do not allow it.
    #[error("media storage refuses to {doing} `{key}`: {source}")]
    Refused {
        /// What was tried.
        doing: Doing,
        /// With which file or folder.
        key: String,
        /// What the storage said.
        source: Source,
    },
    /// The storage cannot be reached, or does not do its work. Trying again later may help.
    #[error("media storage is unavailable, cannot {doing} `{key}`: {source}")]
    Unavailable {
        /// What was tried.
        doing: Doing,
        /// With which file or folder.
        key: String,
        /// What the storage said.
        source: Source,
    },
    /// A probe was not answered in time.
    #[error("media storage did not answer within {seconds} s")]
    Slow {
        /// How long was waited.
        seconds: u64,
    },
    /// What was to be stored could not be read.
    #[error("what was to be stored as `{key}` could not be read: {source}")]
    Source {
        /// Where it was to go.
        key: String,
        /// Why not.
        source: io::Error,
    },
    /// Not a key; a fault of the program, not of the storage.
    #[error("`{key}` is not a key of media storage: it has {reason}")]
    Key {
        /// As given.
        key: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The URL or a setting of the storage is wrong.
    #[error("media storage: {reason}")]
    Settings {
        /// What to write instead.
        reason: String,
    },
}

/// What was tried when it went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Reading a file, or asking what is known of it.
    Read,
    /// Writing a file.
    Write,
    /// Removing files.
    Delete,
    /// Listing a folder.
    List,
    /// Asking whether the storage is there.
    Probe,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Delete => "delete",
            Self::List => "list",
            Self::Probe => "probe",
        })
    }
}

impl Error {
    pub(crate) fn from_store(doing: Doing, key: &str, error: object_store::Error) -> Self {
        use object_store::Error as Theirs;
        let key = key.to_owned();
        match error {
            Theirs::NotFound { .. } => Self::NotFound { key },
            Theirs::PermissionDenied { source, .. } | Theirs::Unauthenticated { source, .. } => {
                Self::Refused { doing, key, source }
            }
            other => match io_kind(&other) {
                Some(kind) if is_full(kind) => Self::Full { key },
                // A key below another key: on a disk that would be a file below a file.
                Some(io::ErrorKind::NotADirectory) if doing == Doing::Read => Self::NotFound { key },
                Some(io::ErrorKind::PermissionDenied) => {
                    Self::Refused { doing, key, source: Box::new(other) }
                }
                _ => Self::Unavailable { doing, key, source: Box::new(other) },
            },
        }
    }

    pub(crate) fn from_disk(doing: Doing, key: &str, error: io::Error) -> Self {
        let key = key.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound { key },
            kind if is_full(kind) => Self::Full { key },
            io::ErrorKind::PermissionDenied => Self::Refused { doing, key, source: Box::new(error) },
            _ => Self::Unavailable { doing, key, source: Box::new(error) },
        }
    }

    /// When not a file is missing but the bucket or the folder that holds them all.
    pub(crate) fn not_found_is_unavailable(self) -> Self {
        match self {
            Self::NotFound { key } => Self::Unavailable {
                doing: Doing::Probe,
                key,
                source: "the bucket or folder does not exist".into(),
            },
            other => other,
        }
    }
}

fn is_full(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// The system's error beneath an error, if there is one.
fn io_kind(error: &(dyn StdError + 'static)) -> Option<io::ErrorKind> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(io) = error.downcast_ref::<io::Error>() {
            return Some(io.kind());
        }
        next = error.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn generic(kind: io::ErrorKind) -> object_store::Error {
        let wrapped = object_store::Error::Generic { store: "Test", source: Box::new(io::Error::from(kind)) };
        object_store::Error::Generic { store: "Test", source: Box::new(wrapped) }
    }

    #[test]
    fn the_system_s_reason_is_found_beneath_the_library_s() {
        let told = |kind| Error::from_store(Doing::Write, "a", generic(kind));
        assert!(matches!(told(io::ErrorKind::StorageFull), Error::Full { .. }));
        assert!(matches!(told(io::ErrorKind::QuotaExceeded), Error::Full { .. }));
        assert!(matches!(told(io::ErrorKind::PermissionDenied), Error::Refused { .. }));
        assert!(matches!(told(io::ErrorKind::ConnectionRefused), Error::Unavailable { .. }));
        assert_eq!(told(io::ErrorKind::StorageFull).to_string(), "media storage is full: cannot write `a`");
    }
}
