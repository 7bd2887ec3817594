//! What kind of route a request is for: it decides how strict the query is read and in what form errors are told.

use axum::extract::OriginalUri;
use http::{Extensions, Uri};

/// The path as the client sent it, also below a nested router.
pub(crate) fn full_path<'a>(extensions: &'a Extensions, uri: &'a Uri) -> &'a str {
    extensions.get::<OriginalUri>().map_or(uri, |original| &original.0).path()
}

/// Whether the route belongs to the JSON API.
pub(crate) fn is_api(extensions: &Extensions, uri: &Uri) -> bool {
    is_api_path(full_path(extensions, uri))
}

/// Whether a whole path belongs to the JSON API, whose documentation for people (`/api/docs`) does not count.
pub(crate) fn is_api_path(path: &str) -> bool {
    (path == "/api" || path.starts_with("/api/")) && !path.starts_with("/api/docs")
}

/// Whether another program tells something there, such as a gateway.
pub(crate) fn is_told_path(path: &str) -> bool {
    path.starts_with("/webhooks/")
}
