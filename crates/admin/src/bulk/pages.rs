//! `/admin/books/import`: a list is chosen, what it would do is shown line by line, then it is done. And the whole catalogue as a
//! list.

use axum::body::Body;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use discovery::Search;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Alert, Button, ButtonKind, Column, FileField, Icon, Table, TableRow, Tone};
use web::admin::{Section, Shown};
use web::{App, Caching, Capability, Error, Form, Page, Query, Routes};

use super::act::{self, Became, LIST_MOST, Outcome, Results};
use super::{export, told};
use crate::books::act::{Staff, file};
use crate::books::wire::DeskQuery;
use crate::words::{bulk as t, uploads};

/// Where a list is taken in, after the language.
const IMPORT: &str = "/admin/books/import";
/// Where it is done.
const CARRY_OUT: &str = "/admin/books/import/done";
/// Where the lines that were refused are handed out.
const ERRORS: &str = "/admin/books/import/errors.csv";
/// Where all books are.
const EXPORT: &str = "/admin/books/export.csv";
/// How a list grows where it is sent as a field: three bytes for each that has to be escaped.
const ESCAPED: usize = 3;

/// Adds the pages.
pub(crate) fn add_to(routes: Routes) -> Routes {
    let editors = Capability::EditCatalogue;
    let most = || DefaultBodyLimit::max(LIST_MOST * ESCAPED);
    routes
        .needs(editors, IMPORT, get(show).post(look).layer(most()))
        .needs(editors, CARRY_OUT, post(carry_out).layer(most()))
        .needs(editors, ERRORS, post(errors).layer(most()))
        .needs(editors, EXPORT, get(export_list))
}

/// A list that was looked at, sent once more to be done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Looked {
    list: String,
}

async fn show(page: Page) -> Response {
    draw(&page, &choose(&page, None), false)
}

fn draw(page: &Page, body: &Markup, has_problems: bool) -> Response {
    let l = page.locale;
    let export = Button {
        label: t::export(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::Download),
        ..Button::default()
    };
    let shown = Shown {
        title: t::title(l),
        heading: html! { (t::title(l)) },
        lead: Some(t::lead(l)),
        parent: Some(Section::Books.path()),
        actions: ui::button_link(&export, &page.url(EXPORT)),
        body: body.clone(),
        ..Shown::new(Section::Books, l)
    };
    let (frame, view) = page.admin(shown);
    let frame = ui::Frame { has_problems, ..frame };
    (Caching::NoStore, page.render(&frame, &view)).into_response()
}

/// The form that a list is chosen in.
fn choose(page: &Page, error: Option<&str>) -> Markup {
    let l = page.locale;
    let field = FileField {
        name: "file",
        label: t::choose(l),
        hint: Some(t::choose_hint(l)),
        error,
        accept: ".csv,text/csv",
        optional: false,
    };
    let press = Button { label: t::look(l), ..Button::default() };
    let action = page.url(IMPORT);
    let form = ui::Form { action: &action, csrf: page.csrf(), multipart: true, ..ui::Form::default() };
    ui::form(&form, &html! { (ui::file_field(l, &field)) (ui::button(&press, None)) })
}

/// `POST /admin/books/import`: shows what would happen.
async fn look(
    page: Page,
    State(app): State<App>,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Response> {
    let l = page.locale;
    let list = file(body).await?;
    let planned = if list.is_empty() {
        Err(Error::invalid("file", "missing", uploads::file_missing))
    } else {
        act::plan(&app, &list).await
    };
    match planned {
        Ok(plan) => {
            let text = String::from_utf8_lossy(&list);
            Ok(draw(&page, &preview(&page, &act::would(&plan), &text), false))
        }
        Err(Error::Invalid(errors)) => {
            let words = errors.of("file").map(|error| error.message.text(l).into_owned());
            Ok(web::to_correct(draw(&page, &choose(&page, words.as_deref()), true)))
        }
        Err(other) => Err(other),
    }
}

/// What would happen, with the button that has it happen.
fn preview(page: &Page, results: &Results, list: &str) -> Markup {
    let l = page.locale;
    let [added, changed, _, refused] = results.counts();
    let does = added + changed > 0;
    let carry_out = Button { label: t::carry_out(l), ..Button::default() };
    let words = if does { t::nothing_done(l) } else { t::nothing_to_do(l) };
    html! {
        (ui::alert(&Alert { tone: Tone::Info, title: &sums(l, results), body: html! { p { (words) } } }))
        div.came__acts {
            @if does { (again(page, CARRY_OUT, list, &carry_out)) }
            @if refused > 0 { (again(page, ERRORS, list, &errors_button(l))) }
            a.button.button--plain href=(page.url(IMPORT)) data-ink { span { (t::another(l)) } }
        }
        (table(page, results))
    }
}

fn errors_button(l: Locale) -> Button<'static> {
    Button { label: t::errors(l), kind: ButtonKind::Outline, icon: Some(Icon::Download), ..Button::default() }
}

/// A form that sends the list once more. It is no form that a script sends: what it gets may be a file.
fn again(page: &Page, to: &str, list: &str, press: &Button<'_>) -> Markup {
    let action = format!("{}?csrf={}", page.url(to), page.csrf());
    html! {
        form method="post" action=(action) {
            textarea name="list" hidden aria-hidden="true" tabindex="-1" { "\n" (list) }
            (ui::button(press, None))
        }
    }
}

/// How many lines come to which end.
fn sums(l: Locale, results: &Results) -> String {
    let [added, changed, unchanged, refused] =
        results.counts().map(|count| i18n::number(l, i64::try_from(count).unwrap_or(i64::MAX)));
    t::sums(l, &added, &changed, &unchanged, &refused)
}

fn table(page: &Page, results: &Results) -> Markup {
    let l = page.locale;
    let columns = [
        Column { label: t::line(l), ..Column::default() },
        Column { label: t::book(l), ..Column::default() },
        Column { label: t::outcome(l), ..Column::default() },
    ];
    // What needs somebody stands on top.
    let is_refused = |line: &&Became| matches!(line.outcome, Outcome::Refused(_));
    let (wrong, right): (Vec<_>, Vec<_>) = results.lines.iter().partition(is_refused);
    let rows: Vec<TableRow> = wrong.into_iter().chain(right).map(|line| row(page, line)).collect();
    let table = Table { id: "lines", caption: t::lines(l), columns: &columns, rows: &rows, bulk: None };
    ui::table(l, &table)
}

fn row(page: &Page, line: &Became) -> TableRow {
    let l = page.locale;
    let number = i18n::number(l, i64::try_from(line.line).unwrap_or(i64::MAX));
    let title = html! {
        @if let Some(book) = line.book {
            a href=(page.url(&format!("/admin/books/{book}"))) { bdi { (line.title) } }
        } @else {
            bdi { (line.title) }
        }
    };
    let sign = match line.outcome {
        Outcome::Refused(_) => Icon::CircleAlert,
        Outcome::Unchanged => Icon::Minus,
        Outcome::Added => Icon::Plus,
        Outcome::Price { .. } => Icon::Tag,
    };
    let outcome = html! { span.line-outcome { (ui::icon(sign)) span { (told::outcome(l, &line.outcome)) } } };
    TableRow {
        key: number.clone(),
        name: line.title.clone(),
        cells: vec![html! { (number) }, title, outcome],
    }
}

/// `POST /admin/books/import/done`
async fn carry_out(page: Page, staff: Staff, Form(looked): Form<Looked>) -> web::Result<Response> {
    let l = page.locale;
    let plan = act::plan(&staff.app, looked.list.as_bytes()).await?;
    let results = act::carry_out(&staff, &plan).await?;
    let [.., refused] = results.counts();
    let tone = if refused > 0 { Tone::Warning } else { Tone::Success };
    let to_books = Button { label: t::to_books(l), kind: ButtonKind::Outline, ..Button::default() };
    let body = html! {
        (ui::alert(&Alert { tone, title: &sums(l, &results), body: html! { p { (t::done(l)) } } }))
        div.came__acts {
            (ui::button_link(&to_books, &page.url(Section::Books.path())))
            @if refused > 0 { (again(&page, ERRORS, &looked.list, &errors_button(l))) }
        }
        (table(&page, &results))
    };
    Ok(draw(&page, &body, false))
}

/// `POST /admin/books/import/errors.csv`
async fn errors(
    page: Page,
    State(app): State<App>,
    Form(looked): Form<Looked>,
) -> web::Result<Response<Body>> {
    let plan = act::plan(&app, looked.list.as_bytes()).await?;
    Ok(act::errors(page.locale, &plan))
}

/// `GET /admin/books/export.csv`, with the filters of the list of books.
async fn export_list(
    State(app): State<App>,
    search: Search,
    Query(query): Query<DeskQuery>,
) -> web::Result<Response<Body>> {
    export::file(&app, &search, &query).await
}
