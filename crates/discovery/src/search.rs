//! Searching the shop: the index that follows the database, what is asked of it, and how well it answers.

pub mod quality;
