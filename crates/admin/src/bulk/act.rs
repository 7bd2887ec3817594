//! Does what a list says, and tells of each line what became of it.

use accounts::audit::{self, Act, Actor};
use axum::body::Body;
use axum::response::Response;
use catalogue::edit::Change;
use catalogue::import::bulk::{self, Addition, Line, Plan, Unreadable, Would};
use catalogue::{Book, Status};
use futures::stream;
use i18n::Locale;
use kernel::{Id, Money};
use serde_json::json;
use web::{App, Error, Message};

use super::told;
use crate::books::act::{Staff, refused};
use crate::words::bulk as t;

/// The largest list, in bytes.
pub(super) const LIST_MOST: usize = 4 * 1024 * 1024;
/// New books that are entered together.
const BATCH: usize = 100;

/// What became, or would become, of a line.
#[derive(Debug, Clone)]
pub(super) struct Became {
    pub(super) line: u64,
    pub(super) title: String,
    pub(super) book: Option<Id<Book>>,
    pub(super) outcome: Outcome,
}

/// What that is.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    /// A new draft.
    Added,
    /// Another price.
    Price { was: Option<Money>, is: Money },
    /// Nothing.
    Unchanged,
    /// It cannot be: why, in a reader's language, each with a code.
    Refused(Vec<(&'static str, Message)>),
}

/// What became of a whole list.
#[derive(Debug, Clone)]
pub(super) struct Results {
    pub(super) lines: Vec<Became>,
}

impl Results {
    /// How many lines came to each end: added, changed, unchanged, refused.
    pub(super) fn counts(&self) -> [usize; 4] {
        let count = |is: fn(&Outcome) -> bool| self.lines.iter().filter(|line| is(&line.outcome)).count();
        [
            count(|it| matches!(it, Outcome::Added)),
            count(|it| matches!(it, Outcome::Price { .. })),
            count(|it| matches!(it, Outcome::Unchanged)),
            count(|it| matches!(it, Outcome::Refused(_))),
        ]
    }
}

/// Reads a list, and finds out what each of its lines would do.
pub(super) async fn plan(app: &App, list: &[u8]) -> web::Result<Plan> {
    let planned = bulk::plan(&app.db, list, app.settings.currency).await?;
    planned.map_err(|unreadable| {
        let wrong = |code, words: fn(Locale) -> &'static str| Error::invalid("file", code, words);
        match unreadable {
            Unreadable::NotUtf8 => wrong("not_utf8", t::not_utf8),
            Unreadable::NoTitles => wrong("no_titles", t::no_titles),
            Unreadable::NoList => wrong("no_list", t::no_list),
            Unreadable::TooLong => Error::invalid("file", "too_long", |l| {
                t::too_long(l, &i18n::number(l, i64::try_from(bulk::LINES_MOST).unwrap_or(i64::MAX)))
            }),
        }
    })
}

/// What would become of each line.
pub(super) fn would(plan: &Plan) -> Results {
    let lines = plan.lines.iter().map(|line| {
        let (book, outcome) = match &line.would {
            Would::Add(_) => (None, Outcome::Added),
            Would::Price { book, was, is } => (Some(*book), Outcome::Price { was: *was, is: *is }),
            Would::Nothing { book } => (Some(*book), Outcome::Unchanged),
            Would::Refuse(wrong) => (None, Outcome::Refused(wrong.iter().map(told::wrong).collect())),
        };
        result(line, book, outcome)
    });
    Results { lines: lines.collect() }
}

fn result(line: &Line, book: Option<Id<Book>>, outcome: Outcome) -> Became {
    Became { line: line.line, title: line.title.clone(), book, outcome }
}

/// Does what the lines say: each price by itself, new books some at a time.
pub(super) async fn carry_out(staff: &Staff, plan: &Plan) -> web::Result<Results> {
    let mut results = would(plan);
    let added: Vec<(usize, &Addition)> = (plan.lines.iter().enumerate())
        .filter_map(|(at, line)| match &line.would {
            Would::Add(addition) => Some((at, addition.as_ref())),
            _ => None,
        })
        .collect();
    for batch in added.chunks(BATCH) {
        let books = enter(staff, batch).await?;
        for ((at, _), book) in batch.iter().zip(books) {
            results.lines[*at].book = Some(book);
        }
    }
    for line in &mut results.lines {
        let (Some(book), Outcome::Price { is, .. }) = (line.book, &line.outcome) else { continue };
        let change = Change { price: Some(Some(*is)), ..Change::default() };
        if let Err(error) = staff.change(book, None, &change).await {
            let words = Locale::ALL.map(|l| refused(l, &error));
            let said: Message = (move |l: Locale| {
                let at = Locale::ALL.iter().position(|one| *one == l).unwrap_or_default();
                words[at].clone()
            })
            .into();
            line.outcome = Outcome::Refused(vec![("refused", said)]);
        }
    }
    Ok(results)
}

async fn enter(staff: &Staff, batch: &[(usize, &Addition)]) -> web::Result<Vec<Id<Book>>> {
    let app = &staff.app;
    let now = app.clock.now();
    let folders: Vec<String> = batch.iter().map(|_| app.random.hex::<8>()).collect();
    let entered = app.db.transaction(async |tx| {
        let mut books = Vec::with_capacity(batch.len());
        for ((_, addition), folder) in batch.iter().zip(&folders) {
            let book = addition.enter(&tx, folder, now).await?;
            let after = json!({ "title": addition.book.title, "status": Status::Draft.as_str() });
            let act = Act {
                act: "book.add",
                subject_kind: "book",
                subject_id: book.get(),
                before: &json!({}),
                after: &after,
            };
            audit::note(&tx, Actor::from((&*staff.me, staff.client)), act, now).await?;
            books.push(book);
        }
        Ok::<_, db::Error>(books)
    });
    Ok(entered.await?)
}

/// The lines that were refused, as they stand in the list, each with a cell that says why: to be corrected and sent again.
pub(super) fn errors(l: Locale, plan: &Plan) -> Response<Body> {
    let headings = plan.headings.iter().cloned().chain([t::why(l).to_owned()]).collect();
    let rows = plan.lines.iter().filter_map(|line| {
        let Would::Refuse(wrong) = &line.would else { return None };
        let why: Vec<String> = wrong.iter().map(|one| told::wrong(one).1.text(l).into_owned()).collect();
        let width = plan.headings.len();
        let cells = line.cells.iter().cloned().chain(std::iter::repeat(String::new())).take(width);
        Some(cells.chain([why.join(" ")]).collect())
    });
    let batch: Result<Vec<Vec<String>>, db::Error> = Ok(rows.collect());
    web::csv::attachment("errors.csv", headings, stream::iter([batch]))
}
