//! What stands behind the `?` of an address. In the API unknown parameters and wrong values are a 422 that names
//! them; on pages unknown ones are passed over and empty ones count as absent, since a form sends them all.

use axum::extract::{FromRequestParts, MatchedPath};
use form_urlencoded::{Serializer, parse};
use http::request::Parts;
use serde::de::DeserializeOwned;

use crate::decode::{self, Unknown};
use crate::error::{Error, FieldErrors};
use crate::paging::Paging;
use crate::{page, route, t};

/// The parameters of a request that is not a list.
#[derive(Clone, Debug)]
pub struct Query<T>(pub T);

/// The parameters of a list: the filters of the feature, and `limit` and `cursor`, which all lists share.
#[derive(Clone, Debug)]
pub struct ListQuery<T> {
    /// The parameters that are the feature's own.
    pub filters: T,
    /// Where in the list to start and how much of it to give.
    pub paging: Paging,
}

/// The filters of a list that has none.
#[derive(Clone, Copy, Debug, Default, serde::Deserialize)]
pub struct NoFilters {}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let (rule, pairs) = read_pairs(parts);
        values(pairs, rule).map(Self)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for ListQuery<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let (rule, mut pairs) = read_pairs(parts);
        let mut errors = FieldErrors::default();
        let limit = take(&mut pairs, "limit", rule, &mut errors);
        let cursor = take(&mut pairs, "cursor", rule, &mut errors);
        let route = parts.extensions.get::<MatchedPath>().map_or(parts.uri.path(), MatchedPath::as_str);
        // A page is the same list in every language.
        let route = page::split_locale(route).map_or(route, |(_, path)| path);
        let paging = Paging::read(route, limit.as_deref(), cursor, &mut errors);
        let filters = values(pairs, rule);
        match filters {
            Ok(filters) => errors.into_result().map(|()| Self { filters, paging }),
            Err(Error::Invalid(wrong)) => {
                errors.append(wrong);
                Err(errors.into())
            }
            Err(other) => Err(other),
        }
    }
}

type Pairs = Vec<(String, String)>;

fn read_pairs(parts: &Parts) -> (Unknown, Pairs) {
    let api = route::is_api(&parts.extensions, &parts.uri);
    let pairs = parse(parts.uri.query().unwrap_or_default().as_bytes())
        .filter(|(_, value)| api || !value.is_empty())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    (if api { Unknown::Refused } else { Unknown::Ignored }, pairs)
}

/// Takes a parameter out of the list. Of several values the last one counts; to a program none does.
fn take(pairs: &mut Pairs, name: &str, rule: Unknown, errors: &mut FieldErrors) -> Option<String> {
    let mut found: Vec<_> =
        pairs.extract_if(.., |(known, _)| known == name).map(|(_, value)| value).collect();
    if found.len() > 1 && rule == Unknown::Refused {
        errors.add(name, "invalid", t::field_wrong);
        return None;
    }
    found.pop()
}

fn values<T: DeserializeOwned>(pairs: Pairs, rule: Unknown) -> Result<T, Error> {
    let text = Serializer::new(String::new()).extend_pairs(pairs).finish();
    decode::read(serde_html_form::Deserializer::new(parse(text.as_bytes())), rule)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Filters {
        #[serde(default)]
        genre: Vec<i64>,
        language: Option<String>,
    }

    async fn list(address: &str) -> Result<ListQuery<Filters>, String> {
        let (mut parts, ()) = Request::get(address).body(()).unwrap().into_parts();
        ListQuery::from_request_parts(&mut parts, &()).await.map_err(|error| match error {
            Error::Invalid(errors) => {
                errors.iter().map(|it| format!("{}: {}", it.field, it.code)).collect::<Vec<_>>().join(", ")
            }
            other => format!("{other:?}"),
        })
    }

    #[tokio::test]
    async fn a_list_takes_its_filters_and_its_paging() {
        let query = list("/api/v1/books?genre=1&genre=2&limit=5&language=ar").await.unwrap();
        assert_eq!(query.filters.genre, [1, 2]);
        assert_eq!(query.filters.language.as_deref(), Some("ar"));
        assert_eq!(query.paging.limit(), 5);
    }

    #[tokio::test]
    async fn all_wrong_parameters_of_the_api_are_told_at_once() {
        let told = list("/api/v1/books?limit=0&cursor=%21&gender=1").await.unwrap_err();
        assert_eq!(told, "limit: out_of_range, cursor: invalid_cursor, gender: unknown_field");
        assert_eq!(list("/api/v1/books?genre=x").await.unwrap_err(), "genre[0]: invalid");
    }

    #[tokio::test]
    async fn a_parameter_that_is_one_is_refused_twice() {
        let told = list("/api/v1/books?limit=1&limit=2").await.unwrap_err();
        assert_eq!(told, "limit: invalid");
        assert_eq!(list("/en/browse?limit=1&limit=2").await.unwrap().paging.limit(), 2);
    }

    #[tokio::test]
    async fn a_page_passes_over_what_it_does_not_know_and_what_is_empty() {
        let query = list("/en/browse?utm_source=mail&language=&genre=3").await.unwrap();
        assert_eq!(query.filters.genre, [3]);
        assert_eq!(query.filters.language, None);
    }
}
