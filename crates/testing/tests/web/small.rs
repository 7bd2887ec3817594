//! A small site: routes that succeed, refuse, break and panic, as pages and in the API.

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::{Request, StatusCode};
use maud::html;
use serde::{Deserialize, Serialize};
use testing::{Engine, TestApp, TestResponse};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{App, Caching, Error, Json, List, ListQuery, NoFilters, Page, Path, Site};

/// What nobody outside may read.
pub(crate) const SECRET: &str = "the key lies under the mat";

/// A note that comes and goes.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub(crate) struct Note {
    text: String,
    #[serde(default)]
    stars: u8,
}

#[utoipa::path(post, path = "/notes", responses((status = 200, body = Note)))]
async fn keep(Json(note): Json<Note>) -> Json<Note> {
    Json(note)
}

#[utoipa::path(get, path = "/notes", responses((status = 200, body = List<Note>)))]
async fn list(_: ListQuery<NoFilters>) -> Json<List<Note>> {
    Json(List { items: Vec::new(), next_cursor: None, total: None })
}

#[utoipa::path(get, path = "/breaks/{how}", responses((status = 500)))]
async fn breaks(Path(how): Path<String>) -> web::Result<Json<Note>> {
    Err(broken(&how))
}

fn broken(how: &str) -> Error {
    match how {
        "panic" => panic!("{SECRET}"),
        "text" => std::panic::panic_any(7),
        "internal" => Error::Internal(std::io::Error::other(SECRET).into()),
        "unavailable" => Error::unavailable(),
        "gone" => Error::Gone,
        "unauthorized" => Error::Unauthorized,
        _ => Error::NotFound,
    }
}

async fn page_breaks(Path(how): Path<String>) -> web::Result<Response> {
    Err(broken(&how))
}

async fn page(page: Page) -> Response {
    page.render(&page.frame("A page"), &html! { p { (page.path()) } })
}

async fn form(_: Page, body: String) -> Response {
    (Caching::NoStore, body.len().to_string()).into_response()
}

/// An answer that says in a form of its own what went wrong.
async fn teapot() -> Response {
    (StatusCode::IM_A_TEAPOT, [("content-type", "application/xml")], "<tea/>").into_response()
}

pub(crate) fn site() -> Site {
    let pages = axum::Router::<App>::new()
        .route("/", get(page))
        .route("/page", get(page))
        .route("/breaks/{how}", get(page_breaks))
        .route("/form", post(form));
    Site::new()
        .pages(pages)
        .root(axum::Router::new().route("/teapot", get(teapot)))
        .api(OpenApiRouter::new().routes(routes!(keep, list)).routes(routes!(breaks)))
}

/// The site, on a database that it never asks.
pub(crate) async fn shop() -> TestApp {
    TestApp::new(Engine::Sqlite, site()).await
}

/// Sends any request without a body.
pub(crate) async fn ask(
    shop: &TestApp,
    method: &str,
    address: &str,
    headers: &[(&str, &str)],
) -> TestResponse {
    send(shop, method, address, headers, "").await
}

/// Sends any request.
pub(crate) async fn send(
    shop: &TestApp,
    method: &str,
    address: &str,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> TestResponse {
    let request = Request::builder().method(method).uri(address);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    shop.send(request.body(body.into()).unwrap()).await
}

/// Sends a note in the API.
pub(crate) async fn send_note(shop: &TestApp, media_type: &str, body: impl Into<Body>) -> TestResponse {
    send(shop, "POST", "/api/v1/notes", &[("content-type", media_type)], body).await
}
