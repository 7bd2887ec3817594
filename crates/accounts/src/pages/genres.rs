//! Favourite genres: the step after signing up, and the same choice below the account.

use axum::extract::State;
use axum::response::Response;
use catalogue::Genre;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice};
use web::{App, Form, Notice, Page, Query, Signed};

use super::form::{Next, Problems, account_frame, account_page};
use super::paths;
use super::sign_form::SignForm;
use crate::{genres, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    genre: Vec<String>,
    #[serde(default)]
    next: Option<String>,
}

impl Filled {
    /// The keys; what is none stands for a genre that does not exist.
    fn ids(&self) -> Vec<Id<Genre>> {
        self.genre.iter().map(|id| id.parse().unwrap_or(Id::new(0))).collect()
    }
}

/// The step after signing up.
pub(super) async fn welcome(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Query(next): Query<Next>,
) -> web::Result<Response> {
    let chosen = genres::of(&app.db, me.user).await?;
    step(&page, &app, &chosen, &next, &Problems::default()).await
}

/// Keeps the choice and goes on to the page that one came from.
pub(super) async fn save_welcome(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let next = Next { next: filled.next.clone() };
    match genres::set(&app, me.user, &filled.ids()).await {
        Ok(()) => Ok(page.done_at(&next.or(&page, "/"), Notice::GenresSaved)),
        Err(error) => {
            let problems = Problems::of(page.locale, error, "genre")?.renamed("genre_ids", "genre");
            let again = step(&page, &app, &filled.ids(), &next, &problems).await?;
            Ok(problems.answer(again))
        }
    }
}

async fn step(
    page: &Page,
    app: &App,
    chosen: &[Id<Genre>],
    next: &Next,
    problems: &Problems,
) -> web::Result<Response> {
    let l = page.locale;
    let form = SignForm {
        window: t::welcome_page(l),
        title: t::welcome_title(l),
        lead: Some(html! { (t::welcome_lead(l)) }),
        path: paths::WELCOME,
        next: Some(next),
        fields: choice(page, app, chosen).await?,
        button: t::welcome_button(l),
        below: html! {},
        links: ui::sign_link("", t::skip(l), &next.or(page, "/")),
    };
    Ok(form.render(page, problems))
}

/// The same below the account.
pub(super) async fn show(page: Page, State(app): State<App>, Signed(me): Signed) -> web::Result<Response> {
    let chosen = genres::of(&app.db, me.user).await?;
    edit(&page, &app, &chosen, &Problems::default()).await
}

/// Keeps the choice.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    match genres::set(&app, me.user, &filled.ids()).await {
        Ok(()) => Ok(page.done(paths::ACCOUNT, Notice::GenresSaved)),
        Err(error) => {
            let problems = Problems::of(page.locale, error, "genre")?.renamed("genre_ids", "genre");
            let again = edit(&page, &app, &filled.ids(), &problems).await?;
            Ok(problems.answer(again))
        }
    }
}

async fn edit(page: &Page, app: &App, chosen: &[Id<Genre>], problems: &Problems) -> web::Result<Response> {
    let l = page.locale;
    let form = ui::Form { action: &page.url(paths::GENRES), csrf: page.csrf(), ..ui::Form::default() };
    let fields = html! {
        (choice(page, app, chosen).await?)
        (ui::button(&Button { label: t::save(l), ..Button::default() }, None))
    };
    let body = html! { (problems.summary(l)) (ui::form(&form, &fields)) };
    let view = account_page(page, t::genres_title(l), Some(t::welcome_lead(l)), &body);
    Ok(page.render(&account_frame(page, t::genres_title(l), problems), &view))
}

async fn choice(page: &Page, app: &App, chosen: &[Id<Genre>]) -> web::Result<Markup> {
    let l = page.locale;
    let all = Genre::all(&app.db, l).await?;
    let choices: Vec<Choice> = all
        .into_iter()
        .map(|genre| Choice::new(genre.id.to_string(), genre.name, chosen.contains(&genre.id)))
        .collect();
    Ok(html! {
        @if choices.is_empty() { p { (t::genres_none(l)) } }
        @else { (ui::choice_chips("genre", t::genres_legend(l), &choices)) }
    })
}
