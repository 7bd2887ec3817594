//! Lists, page by page, as Laravel pages them. The addresses of other pages do not repeat `per_page`, as in the
//! gateway's documentation: whoever follows them must add it.

use axum::http::StatusCode;

use super::{Answer, Request, invalid};
use crate::gateway::{Gateway, State};
use crate::json::Json;
use crate::knobs::ListOrder;
use crate::validate::Errors;

/// Which page is asked for.
struct Wanted {
    page: usize,
    per_page: usize,
}

fn wanted(query: &str) -> Result<Wanted, Errors> {
    let mut errors = Errors::default();
    let mut wanted = Wanted { page: 1, per_page: 10 };
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        let number = value.parse::<usize>().ok();
        match (&*key, number) {
            ("page", Some(page @ 1..)) => wanted.page = page,
            ("page", _) => errors.add("page", "The page field must be at least 1."),
            ("per_page", Some(many @ 1..=50)) => wanted.per_page = many,
            ("per_page", _) => errors.add("per_page", "The per page field must be between 1 and 50."),
            _ => {}
        }
    }
    if errors.is_empty() { Ok(wanted) } else { Err(errors) }
}

/// A page of a list, `all` of which is given with the oldest first. `path` is the list's path after the prefix of the API.
pub(super) fn page<T>(
    gateway: &Gateway,
    state: &mut State,
    request: &Request<'_>,
    path: &str,
    mut all: Vec<T>,
    mut show: impl FnMut(&mut State, T) -> Json,
) -> Answer {
    let Wanted { page, per_page } = match wanted(request.query) {
        Ok(wanted) => wanted,
        Err(errors) => return invalid(&errors),
    };
    if state.knobs.list_order == ListOrder::NewestFirst {
        all.reverse();
    }
    let total = all.len();
    let last = total.div_ceil(per_page).max(1);
    let shown: Vec<Json> = all
        .into_iter()
        .skip((page - 1).saturating_mul(per_page))
        .take(per_page)
        .map(|one| show(state, one))
        .collect();
    let path = gateway.page_url(request.mode, &format!("/api/v2/{path}"));
    let url = |page: usize| Json::from(format!("{path}?page={page}"));
    let count = |number: usize| Json::from(i64::try_from(number).unwrap_or(i64::MAX));
    let body = Json::object([
        ("livemode", (request.mode == crate::config::Mode::Live).into()),
        ("current_page", count(page)),
        ("data", Json::List(shown)),
        ("first_page_url", url(1)),
        ("last_page", count(last)),
        ("last_page_url", url(last)),
        ("next_page_url", if page < last { url(page + 1) } else { Json::Null }),
        ("path", path.as_str().into()),
        ("per_page", count(per_page)),
        ("prev_page_url", if page > 1 { url(page - 1) } else { Json::Null }),
        ("total", count(total)),
    ]);
    (StatusCode::OK, body)
}
