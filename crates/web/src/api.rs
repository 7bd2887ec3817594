//! The JSON API's description. Routes are registered through `utoipa_axum`, so that one without a description does
//! not exist; features contribute theirs with [`crate::Site::api`], and here they are put together.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use http::header;
use maud::{DOCTYPE, html};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::caching::Caching;
use crate::conditional;
use crate::error::{Problem, ProblemField};

/// Where every route of the API lives.
pub const BASE: &str = "/api/v1";

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Warraq",
        description = "An online bookshop for e-books and the place to read them. Errors are RFC 9457 problem \
                       details with a stable `code`; texts follow `Accept-Language` (en, fr, ar); lists are given \
                       in parts, see `limit`, `cursor` and `next_cursor`."
    ),
    components(schemas(Problem, ProblemField))
)]
struct Description;

/// The API of all features together.
pub(crate) fn assemble(features: OpenApiRouter<App>) -> Router<App> {
    let described = OpenApiRouter::with_openapi(Description::openapi()).nest(BASE, features);
    let (router, description) = described.split_for_parts();
    let text = Bytes::from(describe(description));
    router
        .route(&format!("{BASE}/openapi.json"), get(move || std::future::ready(document(text.clone()))))
        .route("/api/docs", get(browse))
}

fn describe(mut description: OpenApi) -> String {
    env!("CARGO_PKG_VERSION").clone_into(&mut description.info.version);
    // The description is made of plain maps and texts, which JSON cannot refuse.
    description.to_json().unwrap_or_default()
}

fn document(text: Bytes) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json")];
    let etag = [(header::ETAG, conditional::etag(&text))];
    (Caching::Revalidate, headers, etag, text).into_response()
}

/// `GET /api/docs`: the description, to browse and to try. In English, as the description is.
async fn browse() -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Warraq API" }
                link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::url("api-docs.css"));
                script type="module" src=(assets::url("api-docs.js")) {}
            }
            body {
                main #api-docs data-description=(format!("{BASE}/openapi.json")) {
                    noscript { p { a href=(format!("{BASE}/openapi.json")) { "OpenAPI 3.1" } } }
                }
            }
        }
    };
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (Caching::Revalidate, html, page.into_string()).into_response()
}
