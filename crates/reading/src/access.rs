//! How much of a book the caller may read. The one place that decides it, for each request anew.

use std::collections::HashMap;

use catalogue::{Book, File, Format, Status};
use commerce::library;
use db::{Query as _, list, sql};
use kernel::Id;
use serde::Serialize;
use utoipa::ToSchema;
use web::{App, Caller, OrNotFound, UserId};

/// How much of a book may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// All of it.
    Owner,
    /// Its sample.
    Sample,
}

impl db::FromValue for Access {
    fn from_value(value: db::ValueRef<'_>) -> Result<Self, db::Mismatch> {
        Ok(if value.text()? == "owner" { Self::Owner } else { Self::Sample })
    }
}

/// A book that the caller has opened, as far as that goes.
pub(crate) struct Opened {
    pub(crate) book: Book,
    pub(crate) access: Access,
    /// By whose entry of the library all of it may be read; `None` for what anybody may read.
    pub(crate) owner: Option<UserId>,
}

impl Opened {
    /// Opens a book. All of a published one that is free may be read by anybody; of any other by those who have it in their
    /// library, who keep it when the shop sells it no more. A draft is not there.
    pub(crate) async fn open(app: &App, caller: &Caller, id: Id<Book>) -> web::Result<Self> {
        Self::open_for(app, caller.identity().map(|identity| identity.user), id).await
    }

    /// The same for somebody who is known by another way.
    pub(crate) async fn open_for(app: &App, user: Option<UserId>, id: Id<Book>) -> web::Result<Self> {
        let book = Book::find(&app.db, id).await?.or_404()?;
        let published = match book.status {
            Status::Published => true,
            Status::Withdrawn => false,
            Status::Draft => return Err(web::Error::NotFound),
        };
        if published && book.is_free() {
            return Ok(Self { book, access: Access::Owner, owner: None });
        }
        if let Some(user) = user
            && library::owns(&app.db, user, id).await?
        {
            return Ok(Self { book, access: Access::Owner, owner: Some(user) });
        }
        // What the shop sells no more is there for its owners only.
        published.then_some(Self { book, access: Access::Sample, owner: None }).or_404()
    }

    /// Its file in a format, or in whichever it has, EPUB first.
    pub(crate) fn file(&self, format: Option<Format>) -> web::Result<&File> {
        let first = || self.book.formats().first().copied();
        format.or_else(first).and_then(|format| self.book.file(format)).or_404()
    }
}

/// How much of some books somebody may read, by the rule of [`Opened::open`]; those that are not there for them are absent.
pub(crate) async fn access_to(
    app: &App,
    user: UserId,
    books: &[Id<Book>],
) -> db::Result<HashMap<Id<Book>, Access>> {
    let rows: Vec<(Id<Book>, Access)> = app
        .db
        .all(sql!(
            "select b.id, case when (b.status = 'published' and b.price_amount = 0) or e.user_id is not null
                               then 'owner' else 'sample' end as access
             from books b left join library_entries e on e.user_id = $1 and e.book_id = b.id
             where b.id in ($2…) and (b.status = 'published' or (b.status = 'withdrawn' and e.user_id is not null))",
            user,
            list(books.iter().copied())
        ))
        .await?;
    Ok(rows.into_iter().collect())
}
