//! Names that books stand under, looked after through the API and the pages.

mod alike;
mod careful;
mod changing;
mod lists;
mod merging;
mod pages;
mod parting;

use serde_json::Value;
use testing::{Program, TestApp};
use web::Role;

/// Somebody who keeps the books.
async fn editor(shop: &TestApp) -> Program {
    shop.person("edith", Role::Editor).await
}

/// The names in a part of a list, and where it goes on.
async fn listed(who: &Program, path: &str) -> (Vec<String>, Value) {
    let answer = who.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    let list = answer.json();
    let names = list["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned());
    (names.collect(), list["next_cursor"].clone())
}

/// The key of what has this name.
async fn key(who: &Program, kind: &str, name: &str) -> i64 {
    let list = who.get(&format!("/admin/{kind}?limit=100")).await.json();
    let mut items = list["items"].as_array().unwrap().iter();
    let found = items.find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}: {list}"));
    found["id"].as_i64().unwrap()
}

/// The titles of the books of a list of the shop.
async fn titles(shop: &TestApp, query: &str) -> Vec<String> {
    let answer = shop.get(&format!("/api/v1/books?sort=title&{query}")).await;
    assert_eq!(answer.status(), 200, "{query}: {}", answer.text());
    let list = answer.json();
    list["items"].as_array().unwrap().iter().map(|book| book["title"].as_str().unwrap().to_owned()).collect()
}
