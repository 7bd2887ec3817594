//! Pages in languages that the owner does not offer.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::{Method, header};

use crate::app::App;
use crate::page::{is_panel, split_locale};

/// Leads from a page in a language that the shop does not offer to the same page in its first one. What a form sends is
/// taken first.
pub(crate) async fn lead(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let languages = &app.shop().languages;
    let elsewhere = split_locale(request.uri().path())
        .filter(|(l, path)| reads && !languages.offers(*l) && !is_panel(path))
        .map(|(_, path)| {
            let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
            format!("/{}{path}{query}", languages.first().tag())
        });
    match elsewhere {
        Some(address) => {
            ([(header::CACHE_CONTROL, "no-cache")], Redirect::temporary(&address)).into_response()
        }
        None => next.run(request).await,
    }
}
