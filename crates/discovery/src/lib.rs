//! Finding books: the home page with its lists, the shelves of the API, what readers keep, and what they are recommended.
//!
//! What is shown to everybody or to one reader again and again (best sellers, recommendations) is worked out by jobs and
//! only read here.

mod api;
pub mod best;
mod common;
mod continue_reading;
pub mod curation;
mod for_you;
mod home;
mod instead;
pub mod keeping;
mod missing;
mod pages;
pub mod picks;
mod requests;
pub mod search;
mod shelves;

i18n::messages!();

pub use self::home::{SeenShelf, preview as preview_home, seen as seen_home};
pub use self::instead::instead;
pub use self::missing::missing;
pub use self::search::{Follower, Search, find_books};
pub use api::routes as api;
pub use pages::routes as pages;

/// Works out at once what jobs would by and by, for a shop that was just filled.
pub async fn catch_up(db: &db::Db, now: kernel::Timestamp) -> anyhow::Result<()> {
    best::count(db, now).await?;
    for_you::catch_up(db, now).await?;
    catalogue::find_similar(db).await?;
    Ok(())
}

/// What this feature does in the background.
pub fn jobs() -> jobs::Registry<web::App> {
    best::jobs().merge(for_you::jobs())
}
