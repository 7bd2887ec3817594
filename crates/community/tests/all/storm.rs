//! Many who do everything at once: nothing fails but by the rules, and what is counted stays exact.

use std::sync::{Arc, Mutex};

use catalogue::Book;
use community::{Drift, recount};
use db::{Query as _, sql};
use kernel::{Id, Random};
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, book, on_both_databases};

use crate::site;

/// How much is done in all.
const OPERATIONS: usize = 10_000;
/// How many ask at once.
const CLIENTS: usize = 64;
/// Accounts that they use: of each several clients at once, so that they also meet over one reader's rating.
const ACCOUNTS: usize = 16;
const BOOKS: usize = 3;

/// What all clients know.
struct Square {
    books: Vec<Id<Book>>,
    said: Mutex<Vec<i64>>,
}

impl Square {
    /// Something that was said lately, which may be gone.
    fn lately(&self, pick: usize) -> i64 {
        let said = self.said.lock().unwrap();
        said.len().checked_sub(1 + pick % 20).map_or(1, |at| said[at])
    }
}

/// One client's operations, one after another.
async fn storm(square: Arc<Square>, who: Program, client: usize, turns: usize) {
    let random = Random::seeded(u64::try_from(client).unwrap());
    for turn in 0..turns {
        let [what, first, second] = random.bytes::<3>().map(usize::from);
        let book = square.books[first % BOOKS];
        let (comments, rating) = (format!("/books/{book}/comments"), format!("/books/{book}/rating"));
        let comment = format!("/comments/{}", square.lately(second));
        let text = format!("client {client}, turn {turn}");
        let answer = match what % 16 {
            0..=3 => {
                who.put(&rating, json!({ "value": f64::from(u32::try_from(second % 51).unwrap()) / 10.0 }))
                    .await
            }
            4 => who.delete(&rating).await,
            5..=7 => who.post(&comments, json!({ "text": text })).await,
            8..=9 => who.post(&comments, json!({ "text": text, "parent_id": square.lately(second) })).await,
            10..=11 => who.put(&format!("{comment}/like"), json!({})).await,
            12 => who.delete(&format!("{comment}/like")).await,
            13 => who.patch(&comment, json!({ "text": format!("{text} again") })).await,
            _ => who.delete(&comment).await,
        };
        check(&answer);
        if answer.status() == 201 {
            square.said.lock().unwrap().push(answer.json()["id"].as_i64().unwrap());
        }
    }
}

/// Everything went well, or was refused by a rule.
fn check(answer: &TestResponse) {
    let by_rule = match answer.status() {
        200 | 201 | 204 | 404 => true,
        403 => answer.problem() == "own_comment",
        422 => answer.problem() == "parent_id: unknown",
        _ => false,
    };
    assert!(by_rule, "{}: {}", answer.status(), answer.text());
}

/// What the rows say of a book: how many ratings, their sum, how many comments can be seen.
async fn rows(shop: &TestApp, book: Id<Book>) -> (i64, i64, i64) {
    let (count, sum): (i64, i64) = shop
        .app
        .db
        .one(sql!(
            "select count(*), coalesce(cast(sum(value) as bigint), 0) from ratings where book_id = $1",
            book
        ))
        .await
        .unwrap();
    let (seen,): (i64,) = shop
        .app
        .db
        .one(sql!("select count(*) from comments where book_id = $1 and state = 'visible'", book))
        .await
        .unwrap();
    (count, sum, seen)
}

on_both_databases! {
    in site();

    async fn sixty_four_clients_at_once_leave_exact_counts(shop: TestApp) {
        let mut books = Vec::new();
        for title in ["Zinc", "Plomb", "Cuivre"] {
            books.push(book(title).put(&shop).await);
        }
        let mut people = Vec::new();
        for number in 0..ACCOUNTS {
            people.push(shop.reader(&format!("reader{number}")).await);
        }
        let square = Arc::new(Square { books, said: Mutex::default() });
        let turns = OPERATIONS.div_ceil(CLIENTS);
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                tokio::spawn(storm(Arc::clone(&square), people[client % ACCOUNTS].clone(), client, turns))
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
        assert_eq!(recount(&shop.app.db).await.unwrap(), Drift::default());
        for id in &square.books {
            let told: Value = shop.get(&format!("/api/v1/books/{id}")).await.json();
            let (count, sum, seen) = rows(&shop, *id).await;
            assert_eq!((&told["rating_count"], &told["comment_count"]), (&json!(count), &json!(seen)));
            let mean = if count > 0 { json!(f64::from(i32::try_from((sum + count / 2) / count).unwrap()) / 10.0) } else { Value::Null };
            assert_eq!(told["average_rating"], mean);
            let bars: i64 = told["histogram"].as_array().unwrap().iter().map(|bar| bar.as_i64().unwrap()).sum();
            assert_eq!(bars, count);
        }
        assert!(square.said.lock().unwrap().len() > turns * CLIENTS / 8, "enough was said");
    }
}
