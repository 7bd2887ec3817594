//! Saving a book's file: who may, how often, and under which address where no credential comes along.

use catalogue::{Book, Format};
use commerce::library::download::{self, Allowed, Link};
use http::StatusCode;
use kernel::{Id, Timestamp};
use web::{App, Error, UserId};

use crate::access::Opened;
use crate::{Access, t};

/// Where a file is served.
pub(crate) fn address(book: Id<Book>, format: Format) -> String {
    format!("{}/books/{book}/files/{format}", web::API_BASE)
}

/// Where a file can be fetched without a credential.
pub(crate) struct Way {
    /// From the root of the site.
    pub(crate) address: String,
    /// Until when; `None` for what anybody may have at any time.
    pub(crate) expires_at: Option<Timestamp>,
}

/// The way to a file for who has opened the book.
pub(crate) async fn way(app: &App, opened: &Opened, format: Format) -> web::Result<Way> {
    let file = opened.file(Some(format))?;
    if opened.access != Access::Owner {
        return Err(not_owned());
    }
    let address = address(opened.book.id, file.format);
    let Some(owner) = opened.owner else { return Ok(Way { address, expires_at: None }) };
    let now = app.clock.now();
    let most = most(app);
    told((download::allowed(&app.db, owner, (opened.book.id, most), now).await?, most), now)?;
    let link = Link::make(&app.db, &app.random, (owner, opened.book.id, format), now).await?;
    // The book was taken back meanwhile.
    let link = link.ok_or_else(not_owned)?;
    Ok(Way { address: format!("{address}?token={}", link.token), expires_at: Some(link.expires_at) })
}

/// Whose an address with a token is.
pub(crate) async fn owner(app: &App, token: &str, file: (Id<Book>, Format)) -> web::Result<UserId> {
    let owner = Link::owner(&app.db, token, file, app.clock.now()).await?;
    owner.ok_or_else(|| Error::forbidden("link_expired", t::save_link_expired))
}

/// Counts a file that begins to be sent to its owner.
pub(crate) async fn count(app: &App, owner: UserId, (book, format): (Id<Book>, Format)) -> web::Result<()> {
    let (now, most) = (app.clock.now(), most(app));
    told((download::count(&app.db, owner, (book, format, most), now).await?, most), now)
}

/// How many files of a book somebody saves within thirty days.
fn most(app: &App) -> u32 {
    app.shop().limits.saves_per_book
}

/// What the caller hears where the limit is reached: from when on the file can be had again.
fn told((allowed, most): (Allowed, u32), now: Timestamp) -> web::Result<()> {
    let Allowed::From(moment) = allowed else { return Ok(()) };
    let millis = u64::try_from(moment.as_millis() - now.as_millis()).unwrap_or_default();
    Err(Error::refused_for(
        std::time::Duration::from_millis(millis),
        StatusCode::TOO_MANY_REQUESTS,
        "download_limit",
        move |l| t::save_limit(l, &i18n::number(l, i64::from(most)), &i18n::date_time(l, moment)),
    ))
}

pub(crate) fn not_owned() -> Error {
    Error::forbidden("not_owned", t::not_owned)
}
