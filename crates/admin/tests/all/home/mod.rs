//! The front page, arranged through the API and the pages, and as readers see it then.

mod arranging;
mod pages;
mod shelves;
mod undoing;

use axum::body::Body;
use http::{Method, Request};
use serde_json::Value;
use testing::{Program, TestApp, TestResponse};
use web::Role;

/// A day in seconds.
const DAY: i64 = 24 * 60 * 60;

/// Somebody who arranges the page.
async fn editor(shop: &TestApp) -> Program {
    shop.person("edith", Role::Editor).await
}

/// The day so many days from now, as fields have it.
fn day(shop: &TestApp, days: i64) -> String {
    i18n::day(shop.app.clock.now().plus_seconds(days * DAY))
}

/// The ids of the shelves that a page shows, of these, in their order.
fn shown<'a>(page: &TestResponse, ids: &[&'a str]) -> Vec<&'a str> {
    let at = |id: &&'a str| page.text().find(&format!("id=\"{id}-title\"")).map(|at| (at, *id));
    let mut found: Vec<_> = ids.iter().filter_map(at).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).collect()
}

/// The part of a page that is a shelf; empty where it is not shown.
fn shelf<'a>(page: &'a TestResponse, id: &str) -> &'a str {
    let rest =
        page.text().split(&format!("<section class=\"section\" id=\"{id}\"")).nth(1).unwrap_or_default();
    rest.split("</section>").next().unwrap_or_default()
}

/// The titles on a shelf of a page, of these, in their order.
fn on_shelf<'a>(page: &TestResponse, id: &str, titles: &[&'a str]) -> Vec<&'a str> {
    let shelf = shelf(page, id);
    let at = |title: &&'a str| shelf.find(&format!(">{title}<")).map(|at| (at, *title));
    let mut found: Vec<_> = titles.iter().filter_map(at).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, title)| title).collect()
}

/// The names of all shelves, in their order.
fn names(page: &Value) -> Vec<&str> {
    page["shelves"].as_array().into_iter().flatten().map(|shelf| shelf["name"].as_str().unwrap()).collect()
}

/// What is wrong with the values of a request: `field: code`, by field.
fn wrong(answer: &TestResponse) -> Vec<String> {
    let json = answer.json();
    assert_eq!(answer.status(), 422, "{json}");
    let told =
        |error: &Value| format!("{}: {}", error["field"].as_str().unwrap(), error["code"].as_str().unwrap());
    json["errors"].as_array().into_iter().flatten().map(told).collect()
}

/// Asks for something to be done only while the thing is as it was told with this `ETag`.
async fn if_match(shop: &TestApp, who: &Program, method: Method, path: &str, etag: &str) -> TestResponse {
    let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
    let request = request.header("authorization", format!("Bearer {}", who.access)).header("if-match", etag);
    shop.send(request.body(Body::empty()).unwrap()).await
}
