//! The talk through its public face: ratings, comments, replies, likes, reports, moderation.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod comments;
mod counters;
mod deletion;
mod desk;
mod held;
mod hostile;
mod limits;
mod mine;
mod moderation;
mod pages;
mod pages_back;
mod ratings;
mod spoilers;
mod storm;

use accounts::{Accounts, Extras};
use catalogue::Book;
use community::Community;
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp};
use web::Site;

/// The talk, with the books and the people that it needs.
fn site() -> Site {
    let accounts = Accounts::new().with(Extras {
        rows: Community::ROWS,
        kept: Community::KEPT,
        on_delete: Community::ON_DELETE,
        logged: Community::LOGGED,
        ..Extras::default()
    });
    let community = Community::new();
    Site::new()
        .pages(catalogue::pages())
        .pages(accounts.pages())
        .pages(community.pages())
        .sharing(Community::panels())
        .api(catalogue::api())
        .api(accounts.api())
        .api(community.api())
        .jobs(catalogue::jobs())
        .jobs(accounts.jobs())
        .jobs(community.jobs())
        .identified_by(accounts.sessions())
}

/// Says something about a book; what the API answers.
async fn say(who: &Program, book: Id<Book>, text: &str) -> Value {
    said(who, book, json!({ "text": text })).await
}

/// Answers a comment.
async fn answer(who: &Program, book: Id<Book>, parent: &Value, text: &str) -> Value {
    said(who, book, json!({ "text": text, "parent_id": parent["id"] })).await
}

async fn said(who: &Program, book: Id<Book>, body: Value) -> Value {
    let answer = who.post(&format!("/books/{book}/comments"), body).await;
    assert_eq!(answer.status(), 201, "{}", answer.text());
    answer.json()
}

/// The texts of a list.
fn texts(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().unwrap_or_else(|| panic!("a list: {list}"));
    items.iter().map(|item| item["text"].as_str().unwrap_or_default().to_owned()).collect()
}

/// How many comments a book says it has.
async fn count(who: &Program, book: Id<Book>) -> i64 {
    who.get(&format!("/books/{book}")).await.json()["comment_count"].as_i64().unwrap()
}

/// Moves the shop's clock on by days, and signs somebody in again whose token is too old then.
async fn days_later(shop: &TestApp, days: i64, who: &str) -> Program {
    shop.advance(days * 24 * 60 * 60);
    shop.sign_in(who).await
}
