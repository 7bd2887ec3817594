//! The design system: the frame of every page and its components, as typed functions that return HTML.
//!
//! Components know no feature, no database and no HTTP. Words of their own are in `locales/*/ui.ftl`;
//! every other word comes in as an argument. What a reader or a book contributed is always isolated
//! (`<bdi>`, `dir="auto"`), so that a title in one direction never disturbs a page in the other.

i18n::messages!();

mod bar;
mod book;
mod card;
mod cover;
mod feedback;
mod filter;
mod foot;
mod form;
mod frame;
mod head;
mod icon;
mod navigation;
mod progress;
mod rating;
mod share;
mod shelf;
mod text;

pub use bar::AppBar;
pub use book::{BookHero, Fact, book_page, facts, synopsis};
pub use card::{Badge, BookCard, CardIn, Favourite, Offer, book_card, offer, price};
pub use cover::{Cover, CoverFile, CoverSize, Loading, cover};
pub use feedback::{Alert, ErrorPage, Tone, alert, empty_state, error_page, skeleton_cards, toast_region};
pub use filter::{Applied, Choice, Filters, Group, applied_filters, filter_button, filters};
pub use form::{Button, ButtonKind, Field, button, button_link, chip, chips, field, problem_summary};
pub use frame::{Brand, Frame, Indexing, Theme, Variant, frame};
pub use head::Preview;
pub use icon::{Icon, icon};
pub use navigation::{Crumb, Destination, RailTab, Tab, breadcrumb, rail};
pub use progress::{progress_bar, progress_ring};
pub use rating::{Bar, Rating, histogram, rating_line};
pub use share::share;
pub use shelf::{SeeAll, grid, load_more, section, shelf};
pub use text::{Written, spoiler};
