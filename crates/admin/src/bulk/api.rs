//! Lists of books, in and out.

use axum::body::Body;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::response::Response;
use catalogue::Book;
use catalogue::wire::Money;
use discovery::Search;
use i18n::Locale;
use kernel::Id;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{App, Capability, Error, Json, Problem, Query, Spoken, needs};

use super::act::{self, LIST_MOST, Outcome, Results};
use super::export;
use crate::books::act::{Staff, file};
use crate::books::wire::DeskQuery;
use crate::words::uploads;

/// What surrounds a list in a body, in bytes.
const AROUND: usize = 64 * 1024;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let import =
        OpenApiRouter::new().routes(routes!(import)).layer(DefaultBodyLimit::max(LIST_MOST + AROUND));
    needs(Capability::EditCatalogue, import.merge(OpenApiRouter::new().routes(routes!(export_list))))
}

/// A list: CSV in UTF-8 with a line of headings.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only describes the body")]
pub(super) struct ListFile {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// How a list is taken.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub(super) struct How {
    /// Only tell what would happen.
    dry_run: bool,
}

/// What became of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportWire {
    /// Whether nothing was done.
    dry_run: bool,
    /// New drafts.
    added: usize,
    /// Books with another price.
    changed: usize,
    unchanged: usize,
    refused: usize,
    lines: Vec<LineWire>,
}

/// What became of a line.
#[derive(Debug, Serialize, ToSchema)]
struct LineWire {
    /// Its number in the file, from 1.
    line: u64,
    title: String,
    /// `added`, `price`, `unchanged` or `refused`.
    outcome: &'static str,
    #[schema(value_type = Option<i64>)]
    book_id: Option<Id<Book>>,
    /// Of another price: what it was; null where there was none.
    was: Option<Money>,
    /// Of another price: what it is.
    is: Option<Money>,
    /// Of a refusal: why.
    errors: Vec<WhyWire>,
}

/// Why a line was refused.
#[derive(Debug, Serialize, ToSchema)]
struct WhyWire {
    /// `no_title`, `no_such_book`, `twice`, `refused`, or the name of a column that cannot be read.
    code: &'static str,
    /// In the language of the answer.
    message: String,
}

fn wire(l: Locale, results: Results, dry_run: bool) -> ImportWire {
    let [added, changed, unchanged, refused] = results.counts();
    let lines = results.lines.into_iter().map(|line| {
        let (mut was, mut is, mut errors) = (None, None, Vec::new());
        let outcome = match line.outcome {
            Outcome::Added => "added",
            Outcome::Unchanged => "unchanged",
            Outcome::Price { was: before, is: after } => {
                was = before.map(|price| Money::new(l, price));
                is = Some(Money::new(l, after));
                "price"
            }
            Outcome::Refused(why) => {
                let why = why.into_iter();
                errors =
                    why.map(|(code, words)| WhyWire { code, message: words.text(l).into_owned() }).collect();
                "refused"
            }
        };
        LineWire { line: line.line, title: line.title, outcome, book_id: line.book, was, is, errors }
    });
    ImportWire { dry_run, added, changed, unchanged, refused, lines: lines.collect() }
}

/// Takes in a list of up to 2,000 books: new ones become drafts, those that are there get the price that the list names. Books
/// are found by `Shop ID`, else by their ISBN, else by title, authors and date. With `dry_run` nothing is done.
#[utoipa::path(
    post, path = "/admin/books/import", tag = "admin", params(How),
    request_body(content = ListFile, content_type = "multipart/form-data"),
    responses(
        (status = 200, body = ImportWire),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`file`: `missing`, `not_utf8`, `no_titles`, `no_list` or `too_long`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn import(
    staff: Staff,
    Spoken(l): Spoken,
    Query(how): Query<How>,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Json<ImportWire>> {
    let list = file(body).await?;
    if list.is_empty() {
        return Err(Error::invalid("file", "missing", uploads::file_missing));
    }
    let plan = act::plan(&staff.app, &list).await?;
    let results = if how.dry_run { act::would(&plan) } else { act::carry_out(&staff, &plan).await? };
    Ok(Json(wire(l, results, how.dry_run)))
}

/// Books, in the shop or not, as a list that can be taken in again: all, or those that `GET /admin/books` is narrowed to by the
/// same parameters.
#[utoipa::path(
    get, path = "/admin/books/export.csv", tag = "admin", params(DeskQuery),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn export_list(
    State(app): State<App>,
    search: Search,
    Query(query): Query<DeskQuery>,
) -> web::Result<Response<Body>> {
    export::file(&app, &search, &query).await
}
