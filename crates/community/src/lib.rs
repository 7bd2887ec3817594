//! The talk about books: ratings, comments with replies to any depth, likes, spoilers, reports, and what moderators do.
//!
//! A page or a route of the API makes a [`Viewer`] of whoever asks, and reads [`Comment`]s with it: what they may not see
//! is not in them. Whatever is counted is moved in the transaction that moves what it counts; a comment that appears in a
//! thread, or goes from it, locks the thread's first comment, and the book last.

mod api;
mod comment;
mod feature;
mod forget;
mod hold;
mod like;
mod limits;
pub mod moderation;
mod offline;
mod own;
mod pages;
mod rating;
mod recount;
mod report;
mod talker;
mod text;
mod thread;
mod view;
mod viewer;
mod wire;
mod words;

i18n::messages!();

pub use comment::{Asked, Change, Changed, Comment, Draft, Place, Posted, Removed, change, post, remove};
pub use feature::Community;
pub use like::{Liked, like, unlike};
pub use own::{OwnComment, OwnRating};
pub use rating::{RatingsOfBook, Value, WrongValue, rate, ratings_of, unrate};
pub use recount::{Drift, recount};
pub use report::{Report, Reported, report};
pub use text::{Inline, LONGEST, Paragraph, Part, Text, WrongText, has_link, open_text, paragraphs, parts};
pub use viewer::{Fold, Viewer};
pub use words::{HeldBecause, Reason, Sort, State};
