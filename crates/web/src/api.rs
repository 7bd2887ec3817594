//! The JSON API's description. Routes are registered through `utoipa_axum`, so that one without a description does
//! not exist; features contribute theirs with [`crate::Site::api`], and here they are put together.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use http::header;
use maud::{DOCTYPE, Markup, html};
use serde_json::Value;
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::caching::Caching;
use crate::conditional;
use crate::cookies::Secret;
use crate::error::{Problem, ProblemField};
use crate::identity;
use crate::routes::problem;

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
pub(crate) fn assemble(features: OpenApiRouter<App>, https: bool) -> Router<App> {
    let described = OpenApiRouter::with_openapi(Description::openapi()).nest(BASE, features);
    let (router, mut description) = described.split_for_parts();
    declare_security(&mut description, https);
    describe_guards(&mut description);
    name_rests_plainly(&mut description);
    let text = Bytes::from(describe(description));
    // What was just written can be read again.
    let docs = browse(&serde_json::from_slice(&text).unwrap_or_default()).into_string();
    router
        .route(&format!("{BASE}/openapi.json"), get(move || std::future::ready(document(text.clone()))))
        .route("/api/docs", get(move || std::future::ready(page(docs.clone()))))
}

/// The two ways to say who one is; routes that need it name them (see [`crate::needs`]).
fn declare_security(description: &mut OpenApi, https: bool) {
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("The access token of `sign-in`, `sign-up` or `refresh`. It lives for 15 minutes."))
        .build();
    let session = ApiKeyValue::with_description(
        Secret::Session.cookie_name(https).as_str(),
        "The cookie of the website, for scripts of its own pages. Whatever is no GET then needs the header \
         `X-CSRF-Token` as well, with the token that stands in the page.",
    );
    let components = description.components.get_or_insert_default();
    components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(session)));
}

/// What stands before every route may answer in its place: to a token that is good no more, and to too many requests.
fn describe_guards(description: &mut OpenApi) {
    for (path, item) in &mut description.paths.paths {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            let answers = &mut operation.responses.responses;
            if identity::learns_of_it(path) {
                answers
                    .entry("401".to_owned())
                    .or_insert_with(|| problem("The token that was sent is good no more"));
            }
            answers
                .entry("429".to_owned())
                .or_insert_with(|| problem("Too many requests; `Retry-After` says how many seconds to wait"));
        }
    }
}

/// The router's `{*path}`, which goes over slashes, is the parameter `path` to everybody else.
fn name_rests_plainly(description: &mut OpenApi) {
    let paths = std::mem::take(&mut description.paths.paths);
    description.paths.paths = paths.into_iter().map(|(path, item)| (path.replace("{*", "{"), item)).collect();
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

/// `GET /api/docs`: the description, to read. In English, as the description is.
fn browse(description: &Value) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Warraq API" }
                link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::url("app.css"));
            }
            body {
                main.padded {
                    h1 { "Warraq API" }
                    p { a href=(format!("{BASE}/openapi.json")) { "OpenAPI 3.1" } }
                    @for (path, methods) in description["paths"].as_object().into_iter().flatten() {
                        @for (method, operation) in methods.as_object().into_iter().flatten() {
                            (describe_operation(path, method, operation))
                        }
                    }
                }
            }
        }
    }
}

fn describe_operation(path: &str, method: &str, operation: &Value) -> Markup {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    html! {
        details {
            summary { code { (method.to_uppercase()) " " (path) } " " (text(&operation["summary"])) }
            p { (text(&operation["description"])) }
            ul {
                @for parameter in operation["parameters"].as_array().into_iter().flatten() {
                    li { code { (text(&parameter["name"])) } " " (text(&parameter["description"])) }
                }
            }
            ul {
                @for (status, answer) in operation["responses"].as_object().into_iter().flatten() {
                    li { code { (status) } " " (text(&answer["description"])) }
                }
            }
        }
    }
}

fn page(html: String) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (Caching::Revalidate, headers, html).into_response()
}
