//! `/admin/authors/{id}` and the like: what a name is, what it may be put together with, and how it is thrown away.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use catalogue::Genre;
use catalogue::names::{Kind, NameError};
use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, ButtonKind, Choice, Field, Icon, Select};
use web::admin::{Section, Shown};
use web::{App, Form, Notice, Page, Path};

use super::form::{Filled, FormView};
use super::told::Told;
use super::{Found, gone, moved, path, path_of};
use crate::books::act::Staff;
use crate::words::names as t;

/// A page about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// What it is called.
    Details,
    /// Its books.
    Books,
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
) -> web::Result<Response> {
    let l = page.locale;
    if let Some(way) = moved(&page, &app, (kind, id), "").await? {
        return Ok(way);
    }
    let found = Found::find(&app, l, kind, id).await?;
    let filled = Filled::of(&found.entry.said, found.entry.version);
    draw(&page, &app, (&found, &filled), &Told::default()).await
}

/// The page, as it is or with what is wrong in it.
pub(super) async fn draw(
    page: &Page,
    app: &App,
    (found, filled): (&Found, &Filled),
    told: &Told,
) -> web::Result<Response> {
    let (l, kind) = (page.locale, found.entry.kind);
    let genres = if kind == Kind::Genre { Genre::all(&app.db, l).await? } else { Vec::new() };
    let action = page.url(&found.path());
    let form = FormView { page, kind, filled, told, action: &action, deed: t::save(l) };
    let body = html! {
        (form.view())
        (merging(page, (found, &genres), told))
        (removing(page, found))
    };
    Ok(answer(page, (found, Tab::Details), told, &body))
}

/// The answer with a page about a name.
pub(super) fn answer(page: &Page, (found, tab): (&Found, Tab), told: &Told, body: &Markup) -> Response {
    let l = page.locale;
    let list = path(found.entry.kind);
    let see = Button {
        label: t::see_page(l),
        icon: Some(Icon::ExternalLink),
        kind: ButtonKind::Outline,
        ..Button::default()
    };
    let way = found.public().map(|path| ui::button_link(&see, &page.url(&path)));
    let shown = Shown {
        title: &found.name,
        heading: html! { bdi { (found.name) } },
        parent: Some(&list),
        actions: way.unwrap_or_default(),
        body: html! { (facts(l, found)) (tabs(page, found, tab)) (body) },
        ..Shown::new(Section::Names, l)
    };
    told.answer(page, shown)
}

/// Of what it is a name, and how many books stand under it.
fn facts(l: Locale, found: &Found) -> Markup {
    let entry = &found.entry;
    let kind = match entry.kind {
        Kind::Author => t::log_author(l),
        Kind::Genre => t::log_genre(l),
        Kind::Publisher => t::log_publisher(l),
        Kind::Series => t::log_series(l),
    };
    let aside = entry.books - entry.in_shop;
    html! {
        p.faint {
            (kind) " · " (t::in_shop(l, entry.in_shop))
            @if aside > 0 { " · " (t::not_in_shop(l, aside)) }
        }
    }
}

fn tabs(page: &Page, found: &Found, now: Tab) -> Markup {
    let l = page.locale;
    let tabs = [
        (Tab::Details, t::tab_details(l), found.path()),
        (Tab::Books, t::books(l), format!("{}/books", found.path())),
    ];
    html! {
        nav.tabs aria-label=(t::tabs(l)) {
            @for (tab, label, path) in tabs {
                a.tabs__tab href=(page.url(&path)) data-ink aria-current=[(tab == now).then_some("page")] { (label) }
            }
        }
    }
}

/// Where one says what it is to be put into: a question follows.
fn merging(page: &Page, (found, genres): (&Found, &[Genre]), told: &Told) -> Markup {
    let (l, kind) = (page.locale, found.entry.kind);
    let action = page.url(&format!("{}/merge", found.path()));
    let press = Button { label: t::merge_go(l), kind: ButtonKind::Outline, ..Button::default() };
    let others = genres.iter().filter(|genre| genre.id.get() != found.entry.id);
    let choose = Choice::new("", t::choose(l), true);
    let choices: Vec<Choice> = std::iter::once(choose)
        .chain(others.map(|genre| Choice::new(genre.id.to_string(), &genre.name, false)))
        .collect();
    html! {
        section.panel aria-labelledby="merging" {
            h2.panel__title #merging { (t::merge(l)) }
            p { (t::merge_lead(l)) }
            shop-names {
                form.form method="get" action=(action) {
                    @if kind == Kind::Genre {
                        (ui::select(l, &Select {
                            name: "into",
                            label: t::merge_into(l),
                            error: told.at("into"),
                            choices: &choices,
                            ..Select::default()
                        }))
                    } @else {
                        (ui::field(l, &Field {
                            name: "into",
                            label: t::merge_into(l),
                            error: told.at("into"),
                            most: Some(500),
                            autocomplete: Some("off"),
                            names: Some(kind.as_str()),
                            ..Field::default()
                        }))
                    }
                    (ui::button(&press, None))
                }
            }
        }
    }
}

/// The way to throw it away, or why there is none.
fn removing(page: &Page, found: &Found) -> Markup {
    let l = page.locale;
    let remove = Button { label: t::remove(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        section.panel aria-labelledby="removing" {
            h2.panel__title #removing { (t::remove(l)) }
            @if found.entry.books > 0 {
                p { (t::has_books(l, found.entry.books)) }
            } @else {
                p { (ui::button_link(&remove, &page.url(&format!("{}/remove", found.path())))) }
            }
        }
    }
}

/// `POST`
pub(super) async fn save(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let l = page.locale;
    match staff.change_name((kind, id), Some(filled.version), &filled.change(kind)).await {
        Ok(_) => Ok(page.done(&path_of(kind, id), Notice::NameSaved)),
        Err(NameError::NotFound) => gone(&page, &staff.app, (kind, id)).await,
        Err(error) => {
            let is_meanwhile = matches!(error, NameError::Meanwhile);
            let told = Told::of(l, error)?;
            let found = Found::find(&staff.app, l, kind, id).await?;
            // Whoever was told, and saves again, means it.
            let filled = if is_meanwhile { filled.again(found.entry.version) } else { filled };
            draw(&page, &staff.app, (&found, &filled), &told).await
        }
    }
}
