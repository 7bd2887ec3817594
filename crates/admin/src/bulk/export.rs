//! Books as a list: all of them, or those that the list of books is narrowed to.

use axum::body::Body;
use axum::response::Response;
use catalogue::edit::DeskFilter;
use catalogue::import::{EXPORTED, exported, exported_of};
use db::Db;
use discovery::Search;
use futures::Stream;
use futures::future::Either;
use futures::stream;
use web::App;

use crate::books::list;
use crate::books::wire::DeskQuery;

/// Lines of a batch.
type Lines = Vec<Vec<String>>;

/// The file.
pub(super) async fn file(app: &App, search: &Search, query: &DeskQuery) -> web::Result<Response<Body>> {
    let headings = EXPORTED.map(str::to_owned).to_vec();
    let batches = if query.is_narrowed() {
        Either::Left(narrowed(app.db.clone(), list::filter(app, search, query).await?))
    } else {
        Either::Right(all(app.db.clone()))
    };
    Ok(web::csv::attachment("books.csv", headings, batches))
}

/// All, in the order in which they came.
fn all(db: Db) -> impl Stream<Item = db::Result<Lines>> + Send {
    stream::try_unfold(Some(0_i64), move |after| {
        let db = db.clone();
        async move {
            let Some(after) = after else { return Ok(None) };
            let (rows, next) = exported(&db, after).await?;
            Ok(next.is_some().then_some((rows, next)))
        }
    })
}

/// Those that a filter lets through; none where nothing can be found.
fn narrowed(db: Db, filter: Option<DeskFilter>) -> impl Stream<Item = db::Result<Lines>> + Send {
    let begin = filter.map(|filter| (filter, None));
    stream::try_unfold(begin, move |at| {
        let db = db.clone();
        async move {
            let Some((filter, after)) = at else { return Ok(None) };
            let (keys, next) = list::keys(&db, &filter, after).await?;
            let lines = exported_of(&db, &keys).await?;
            Ok((!keys.is_empty()).then(|| (lines, next.map(|next| (filter, Some(next))))))
        }
    })
}
