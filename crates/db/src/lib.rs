//! One body of SQL on SQLite and PostgreSQL.
//!
//! A feature writes a literal statement with [`sql!`], gets rows as [`record!`] structs, and puts changes that
//! belong together into [`Db::transaction`]. It never learns which database it talks to; only this crate names a
//! driver. The dialect that both understand is described in the project's ARCHITECTURE.md.
//!
//! ```ignore
//! record! { pub struct Title { pub id: Id<Book>, pub title: String } }
//!
//! let titles: Vec<Title> = db.all(sql!("select id, title from books where language = $1", language)).await?;
//! db.transaction(async |tx| tx.execute(sql!("delete from books where id = $1", id)).await).await?;
//! ```

mod audit;
mod connect;
mod copy;
mod error;
mod migrate;
mod postgres;
mod reading;
mod row;
pub mod schema;
#[cfg(feature = "scratch")]
pub mod scratch;
mod sqlite;
mod statement;
mod transaction;
mod value;

pub use audit::audit_statements;
pub use connect::{Db, Options, Query, Url, UrlError};
pub use copy::{Restoring, Snapshot};
pub use error::{Error, Result};
pub use migrate::{MIGRATIONS, Migration, known};
pub use reading::Reading;
pub use row::{FromRow, Row};
pub use statement::{Arg, IntoArg, List, Registered, Statement, list, registered};
pub use transaction::Tx;
pub use value::{FromValue, Json, Mismatch, ToValue, Value, ValueRef};

#[doc(hidden)]
pub use inventory;
