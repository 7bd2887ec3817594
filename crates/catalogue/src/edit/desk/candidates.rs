//! Books by the beginning of a title, a number or a name.

use db::{Query, sql};
use kernel::{Id, fold};

use super::LAST;
use crate::Book;

/// How many books each way of looking finds at most.
const FOUND_MOST: i64 = 300;

/// Books whose title, number or author begins with these words, and those not in the shop whose title has them anywhere.
/// What is in the shop is better looked for in the search's index.
pub async fn candidates(db: &impl Query, words: &str) -> db::Result<Vec<Id<Book>>> {
    let folded = fold(words);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let digits = if digits.len() > 3 { digits } else { "-".to_owned() };
    let end = |text: &str| format!("{text}{LAST}");
    let found: Vec<(Id<Book>,)> = db
        .all(sql!(
            "select id from (select id from books where folded_title >= $1 and folded_title < $2 limit $6) as titled
             union
             select id from (select id from books where isbn >= $3 and isbn < $4 limit $6) as numbered
             union
             select book_id from (
                 select ba.book_id from authors a join book_authors ba on ba.author_id = a.id
                 where a.folded_name >= $1 and a.folded_name < $2 limit $6) as written
             union
             select book_id from (
                 select ba.book_id from authors a join book_authors ba on ba.author_id = a.id
                 where a.folded_sort >= $1 and a.folded_sort < $2 limit $6) as sorted
             union
             select id from (select id from books
                 where status = 'draft' and status <> 'published' and folded_title like $5 limit $6) as drafts
             union
             select id from (select id from books
                 where status = 'withdrawn' and status <> 'published' and folded_title like $5 limit $6) as gone",
            folded.as_str(),
            end(&folded),
            digits.as_str(),
            end(&digits),
            format!("%{folded}%"),
            FOUND_MOST
        ))
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
