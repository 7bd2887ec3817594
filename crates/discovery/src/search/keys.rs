//! The books that words find, as keys: for lists of their own.

use catalogue::Book;
use catalogue::changes::Findable;
use kernel::Id;
use search::{Answer, Request};

use super::{Search, answer::key, facets};

/// The books in the shop that these words find, the best first, at most so many; none while the index is being made.
pub async fn find_books(search: &Search, words: &str, most: usize) -> Vec<Id<Book>> {
    let Some(index) = search.index() else { return Vec::new() };
    let words = words.to_owned();
    let answered = tokio::task::spawn_blocking(move || {
        let (kind, order) = (facets::kind(Findable::Book), search::Order::Fit);
        let filters = Default::default();
        index.search(&Request { text: &words, kind, filters, counted: &[], order, after: None, limit: most })
    })
    .await;
    match answered {
        Ok(Ok(Answer { hits, .. })) => hits.iter().filter_map(key).collect(),
        Ok(Err(error)) => {
            search.found_damaged(&error);
            Vec::new()
        }
        Err(error) => {
            search.found_damaged(&error);
            Vec::new()
        }
    }
}
