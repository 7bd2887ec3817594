//! `/admin/home/shelves/{name}`: one shelf: its titles, what it is made of, its dates, and the books that stand in front.

use axum::extract::State;
use axum::response::Response;
use catalogue::{Book, Genre};
use discovery::Search;
use discovery::curation::{self, Change, Kind, Shelf};
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use web::admin::{Section, Shown};
use web::{App, Form, Notice, OrNotFound as _, Page, Path, Query};

use super::books;
use super::form::{Filled, FormView, Told};
use super::{HOME, label, path};
use crate::books::act::Staff;
use crate::home::act;
use crate::words::home as t;

/// What is looked for, to be chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) q: String,
}

/// A shelf that is looked after.
pub(super) struct Opened {
    pub(super) shelf: Shelf,
    pub(super) version: i64,
    /// What its source is called.
    source: Option<String>,
    /// Dates that were typed for one of its books, and could not be kept.
    pub(super) typed: Option<Dates>,
}

/// The dates of a book, as they were typed.
pub(super) struct Dates {
    pub(super) book: Id<Book>,
    pub(super) from: String,
    pub(super) until: String,
}

impl Opened {
    /// The shelf of this name; a 404 where there is none.
    pub(super) async fn find(page: &Page, app: &App, name: &str) -> web::Result<Self> {
        let (layout, version) = curation::find(&app.db).await?;
        let shelf = layout.shelf(name).cloned().or_404()?;
        let sources: Vec<_> = shelf.source.into_iter().collect();
        let mut names = curation::source_names(&app.db, page.locale, &sources).await?;
        let source = shelf.source.and_then(|source| names.remove(&source));
        Ok(Self { shelf, version, source, typed: None })
    }

    /// What the form shows of it.
    pub(super) fn filled(&self) -> Filled {
        Filled::of(&self.shelf, self.version, self.source.as_deref())
    }
}

/// `GET /admin/home/shelves/{name}`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    search: Search,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let opened = Opened::find(&page, &app, &name).await?;
    let found = books::found(&app, &search, &asked.q).await?;
    let filled = opened.filled();
    draw(&page, &app, &opened, (&filled, &Told::default()), &books::look_up(&page, &opened, &asked.q, &found))
        .await
}

/// The page of a shelf; `looking` is the search for further books with what it found.
pub(super) async fn draw(
    page: &Page,
    app: &App,
    opened: &Opened,
    (filled, told): (&Filled, &Told),
    looking: &Markup,
) -> web::Result<Response> {
    let (l, shelf) = (page.locale, &opened.shelf);
    let (is_own, action) = (shelf.kind == Kind::Own, page.url(&path(&shelf.name)));
    let genres = if is_own { Genre::all(&app.db, l).await? } else { Vec::new() };
    let form = FormView { page, filled, told, genres: &genres, action: &action, is_own, save: t::save(l) };
    let name = label(l, shelf);
    let chosen = books::chosen(page, app, opened, told).await?;
    let body = html! {
        (told.view(l))
        @if shelf.kind.takes_books() {
            section.panel #books aria-labelledby="books-title" {
                h2.panel__title #books-title { @if is_own { (t::books(l)) } @else { (t::in_front(l)) } }
                p.faint { (about(l, shelf)) }
                (chosen)
                (looking)
            }
        }
        section.panel aria-labelledby="facts-title" {
            h2.panel__title #facts-title { @if is_own { (t::facts(l)) } @else { (t::when(l)) } }
            (form.view())
        }
        @if is_own {
            p { (ui::confirm_link(t::remove(l), &format!("{action}/remove"), None)) }
        }
    };
    let shown = Shown {
        title: name,
        heading: html! { bdi { (name) } },
        lead: shelf.hidden.then_some(t::is_hidden(l)),
        parent: Some(HOME),
        body,
        ..Shown::new(Section::Home, l)
    };
    let (mut frame, view) = page.admin(shown);
    frame.has_problems = told.has_problems();
    let answer = page.render(&frame, &view);
    Ok(if told.is_refusal() { web::to_correct(answer) } else { answer })
}

fn about(l: i18n::Locale, shelf: &Shelf) -> &'static str {
    match (shelf.kind, shelf.source) {
        (Kind::Best, _) => t::about_best(l),
        (Kind::Own, None) => t::about_list(l),
        _ => t::about_front(l),
    }
}

/// `POST /admin/home/shelves/{name}`
pub(super) async fn save(
    page: Page,
    staff: Staff,
    Path(name): Path<String>,
    Form(mut filled): Form<Filled>,
) -> web::Result<Response> {
    let (l, app) = (page.locale, &staff.app);
    let opened = Opened::find(&page, app, &name).await?;
    let is_own = opened.shelf.kind == Kind::Own;
    let told = match filled.draft(app, is_own).await? {
        Err(errors) => Told::wrong(l, &errors),
        Ok(draft) => match act::change(&staff, filled.version, &Change::Edit(name.clone(), draft)).await {
            Ok(_) => return Ok(page.done(&path(&name), Notice::HomeSaved)),
            Err(error) => Told::of(l, error)?,
        },
    };
    // Whoever has seen what is told, and saves again, means it.
    let opened = Opened::find(&page, app, &name).await?;
    filled.version = Some(opened.version);
    let looking = books::look_up(&page, &opened, "", &[]);
    draw(&page, app, &opened, (&filled, &told), &looking).await
}
