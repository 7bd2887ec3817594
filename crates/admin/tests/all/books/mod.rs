//! Books, looked after through the API and the pages.

mod changing;
mod drafts;
mod lists;
mod pages;
mod scheduled;
mod undoing;

use testing::{Program, TestApp, TestResponse};
use web::Role;

/// Somebody who keeps the books.
async fn editor(shop: &TestApp) -> Program {
    shop.person("edith", Role::Editor).await
}

/// What is wrong with the values of a request: `field: code`, by field.
fn wrong(answer: &TestResponse) -> Vec<String> {
    let json = answer.json();
    assert_eq!(answer.status(), 422, "{json}");
    let told = |error: &serde_json::Value| {
        format!(
            "{}: {}",
            error["field"].as_str().unwrap_or_default(),
            error["code"].as_str().unwrap_or_default()
        )
    };
    let mut wrong: Vec<String> = json["errors"].as_array().into_iter().flatten().map(told).collect();
    wrong.sort();
    wrong
}
