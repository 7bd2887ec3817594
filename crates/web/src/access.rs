//! The outermost layer: names the request, logs its answer once and counts it. A line holds the matched route and
//! never the query, which may carry what somebody searches for, nor an address of a person.

use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, StatusCode};
use tracing::Instrument as _;

use crate::metrics;
use crate::request_id::{HEADER, RequestIds};

/// How a request for no route is called in logs and metrics.
const NO_ROUTE: &str = "(none)";

pub(crate) async fn observe(
    State(ids): State<std::sync::Arc<RequestIds>>,
    mut request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let id = ids.next();
    let method = request.method().clone();
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let span = tracing::info_span!("request", request.id = id.as_str());
    request.extensions_mut().insert(id.clone());

    let mut response = next.run(request).instrument(span.clone()).await;

    response.headers_mut().insert(HEADER, id.header());
    let route = matched.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let took = began.elapsed();
    metrics::count(&method, route, response.status(), took);
    span.in_scope(|| log(&method, route, response.status(), took));
    response
}

fn log(method: &Method, route: &str, status: StatusCode, took: Duration) {
    let duration_ms = took.as_secs_f64() * 1_000.0;
    let status = status.as_u16();
    let quiet = status < 400 && (route.starts_with("/assets/") || route == "/healthz" || route == "/readyz");
    macro_rules! line {
        ($level:ident) => {
            tracing::$level!(
                http.method = %method, http.route = route, http.status = status, duration_ms,
                "{method} {route} {status} in {duration_ms:.1} ms"
            )
        };
    }
    match status {
        500.. => line!(warn),
        _ if quiet => line!(debug),
        _ => line!(info),
    }
}
