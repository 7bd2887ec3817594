//! What can go wrong with a statement, told apart as far as a caller can decide something by it.

/// The result of everything that talks to the database.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a statement, a transaction or a connection failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row was required and there is none.
    #[error("no such row")]
    NotFound,
    /// A uniqueness rule forbids the row. The rule's name is `table_column[_column…]` on both databases.
    #[error("already there: {rule}")]
    Unique {
        /// The broken rule, `books_isbn`.
        rule: String,
    },
    /// A row that this one points at is not there, or something still points at this one.
    #[error("a row this one needs is missing, or still needs it")]
    ForeignKey,
    /// A `check` or `not null` of the schema says no.
    #[error("the schema forbids this value: {0}")]
    Check(String),
    /// The database cannot be reached, or is busy with somebody else's lock.
    #[error("the database cannot be used now: {0}")]
    Unavailable(String),
    /// The disk or the quota is full; nothing was changed.
    #[error("the disk is full")]
    Full,
    /// The statement took longer than allowed.
    #[error("the statement took too long")]
    Timeout,
    /// Two transactions met; the transaction is replayed, so callers see this only when replaying did not help.
    #[error("other work was changing the same rows")]
    Conflict,
    /// A value of the row does not have the type that the code expects.
    #[error("column {column}: {reason}")]
    Column {
        /// The column's name.
        column: String,
        /// What does not fit.
        reason: String,
    },
    /// A migration cannot be applied.
    #[error("migration {version}: {reason}")]
    Migration {
        /// The migration's number.
        version: i64,
        /// What is wrong and what to do.
        reason: String,
    },
    /// A defect: the statement is wrong, or the driver is. `at` is the statement's `file:line`.
    #[error("{at}: {reason}")]
    Statement {
        /// Where the statement stands in the source.
        at: String,
        /// The driver's words.
        reason: String,
    },
}

impl Error {
    /// Whether running the whole transaction again may succeed.
    pub(crate) fn is_replayable(&self) -> bool {
        matches!(self, Self::Conflict)
    }

    /// Whether this is the breach of the named uniqueness rule.
    pub fn is_unique(&self, name: &str) -> bool {
        matches!(self, Self::Unique { rule } if rule == name)
    }
}
