//! What failures below mean to a caller. Decided here, once, for all handlers.

use super::Error;

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::NotFound => Self::NotFound,
            db::Error::Unavailable(_) | db::Error::Full | db::Error::Timeout | db::Error::Conflict => {
                tracing::warn!(error = %error, "The database did not do its work: {error}");
                Self::unavailable()
            }
            other => Self::Internal(other.into()),
        }
    }
}

impl From<storage::Error> for Error {
    fn from(error: storage::Error) -> Self {
        match error {
            storage::Error::NotFound { .. } => {
                tracing::warn!(error = %error, "A file that should be there is not: {error}");
                Self::NotFound
            }
            storage::Error::Full { .. }
            | storage::Error::Unavailable { .. }
            | storage::Error::Slow { .. } => {
                tracing::warn!(error = %error, "The storage did not do its work: {error}");
                Self::unavailable()
            }
            other => Self::Internal(other.into()),
        }
    }
}
