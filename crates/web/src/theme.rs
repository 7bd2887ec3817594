//! `POST /{lang}/theme`: keeps the reader's colours in a cookie and goes back to where the form stood.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::header;
use serde::Deserialize;
use ui::Theme;

use crate::app::App;
use crate::cookies::Preference;
use crate::error::{Error, Result};
use crate::form::Form;
use crate::page::Page;
use crate::t;

#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    theme: String,
    next: Option<String>,
}

pub(crate) async fn choose(
    page: Page,
    State(app): State<App>,
    Form(choice): Form<Choice>,
) -> Result<Response> {
    let theme =
        Theme::from_name(&choice.theme).ok_or_else(|| Error::invalid("theme", "invalid", t::field_wrong))?;
    let next = choice.next.filter(|next| is_own_path(next)).unwrap_or_else(|| page.url("/"));
    let cookie = Preference::Theme.keep(theme.name(), app.settings.public_url.is_https());
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&next)).into_response())
}

/// Whether a path leads nowhere but to this site: one slash, then no second slash or backslash (browsers take both
/// for the beginning of a host), and nothing that ends a header line.
pub fn is_own_path(path: &str) -> bool {
    let mut bytes = path.bytes();
    bytes.next() == Some(b'/')
        && !matches!(bytes.next(), Some(b'/' | b'\\'))
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        assert!(is_own_path("/ar/book/7-%D9%81?x=1"));
        for elsewhere in ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a\r\nb", "ar/"] {
            assert!(!is_own_path(elsewhere), "{elsewhere}");
        }
    }
}
