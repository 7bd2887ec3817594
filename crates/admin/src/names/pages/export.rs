//! `/admin/authors.csv` and the like: the names of the list as a file for a spreadsheet, a line each, sent while they are read.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use catalogue::names::{self, Kind, NamePart, NamePlace, NameRow};
use futures::{Stream, stream};
use i18n::Locale;
use web::{App, Page, Query};

use crate::day;
use crate::names::wire::NameQuery;
use crate::words::names as t;

/// Names read at a time.
const BATCH: i64 = 500;

/// `GET`
pub(super) async fn file(
    page: Page,
    State(app): State<App>,
    Extension(kind): Extension<Kind>,
    Query(query): Query<NameQuery>,
) -> web::Result<Response> {
    let l = page.locale;
    let headings = [t::column_key(l), t::name(l), t::column_in_shop(l)].map(str::to_owned).to_vec();
    let name = format!("{}-{}.csv", kind.plural(), &day::for_sheet(app.clock.now())[..10]);
    Ok(web::csv::attachment(&name, headings, batches(app, (l, kind), query)))
}

/// The lines, a batch at a time.
fn batches(
    app: App,
    (l, kind): (Locale, Kind),
    query: NameQuery,
) -> impl Stream<Item = db::Result<Vec<Vec<String>>>> + Send + 'static {
    let begun = Some((app, query, None));
    stream::try_unfold(begun, move |at: Option<(App, NameQuery, Option<NamePlace>)>| async move {
        let Some((app, query, after)) = at else { return Ok(None) };
        let (sort, order) = query.sorted(kind);
        let part = NamePart { filter: query.filter(), sort, order, after, rows: BATCH };
        let rows = names::list(&app.db, kind, &part, l).await?.unwrap_or_default();
        let Some(last) = rows.last() else { return Ok(None) };
        let after = Some(last.place(sort));
        let goes_on = i64::try_from(rows.len()).is_ok_and(|rows| rows == BATCH);
        let lines = rows.into_iter().map(line).collect();
        Ok(Some((lines, goes_on.then_some((app, query, after)))))
    })
}

fn line(row: NameRow) -> Vec<String> {
    vec![row.id.to_string(), row.name, row.in_shop.to_string()]
}
