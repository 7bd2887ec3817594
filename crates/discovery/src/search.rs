//! Searching the shop: the index that follows the database, what is asked of it, and how well it answers.

mod answer;
mod api;
mod documents;
mod facets;
mod follower;
mod handle;
mod keys;
mod page;
pub mod quality;
mod suggestions;
mod titles;

pub(crate) use api::routes;
pub(crate) use facets::language as language_number;
pub use follower::Follower;
pub use handle::Search;
pub use keys::find_books;
pub(crate) use page::show;
