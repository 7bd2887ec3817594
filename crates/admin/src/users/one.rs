//! `/admin/users/{id}`: somebody, what they may do, where they are signed in, what they have and did, and what admins did
//! about them.

use accounts::Accounts;
use accounts::audit::{self, Entry};
use accounts::people::{Person, SeenSession};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use commerce::Order;
use commerce::desk::Owned;
use community::OwnComment;
use kernel::Timestamp;
use maud::{Markup, html};
use web::admin::{Section, Shown};
use web::{App, Error, OrNotFound as _, Page, Path, UserId};

use super::{PATH, parts, path};
use crate::ask;
use crate::words::users as t;

/// The most of each kind that is shown.
const BOOKS: i64 = 50;
const FEW: i64 = 10;
const SESSIONS: i64 = 50;

/// All that the page shows.
pub(super) struct Whole {
    pub(super) person: Person,
    pub(super) sessions: Vec<SeenSession>,
    pub(super) books: Vec<Owned>,
    pub(super) orders: Vec<Order>,
    pub(super) comments: Vec<OwnComment>,
    pub(super) entries: Vec<Entry>,
    pub(super) now: Timestamp,
}

impl Whole {
    async fn find(app: &App, id: UserId) -> web::Result<Self> {
        let (db, now) = (&app.db, app.clock.now());
        let person = Person::find(db, id).await?.or_404()?;
        let about =
            audit::Wanted { subject_kind: Some("user"), subject: Some(id.get()), ..audit::Wanted::default() };
        Ok(Self {
            sessions: person.sessions(db, SESSIONS, now).await?,
            books: Owned::of(db, id, BOOKS).await?,
            orders: Order::of(db, id, (None, None), (None, FEW)).await?,
            comments: OwnComment::list(db, id, (None, FEW)).await?,
            entries: audit::list(db, about, (None, FEW)).await?,
            person,
            now,
        })
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Path(id): Path<UserId>,
) -> web::Result<Response> {
    let whole = Whole::find(&app, id).await?;
    Ok(render(&page, &accounts, &whole, None))
}

/// The page after something could not be done, with why.
pub(super) async fn refused(
    page: &Page,
    (app, accounts): (&App, &Accounts),
    id: UserId,
    error: Error,
) -> web::Result<Response> {
    let Some(words) = ask::told(page.locale, &error) else { return Err(error) };
    let whole = Whole::find(app, id).await?;
    Ok(web::told(&error, render(page, accounts, &whole, Some(&words))))
}

fn render(page: &Page, accounts: &Accounts, whole: &Whole, trouble: Option<&str>) -> Response {
    let (l, person) = (page.locale, &whole.person);
    let is_self = page.reader().is_some_and(|me| me.user == person.id);
    let (mut frame, body) = page.admin(Shown {
        title: person.shown_name(),
        heading: html! { bdi { (person.shown_name()) } },
        parent: Some(PATH),
        body: html! {
            @if let Some(words) = trouble { (ask::refused(words)) }
            div.admin__columns.dossier {
                (section("facts", t::facts(l), &parts::facts(page, whole)))
                (section("role", t::role(l), &parts::role(page, person, is_self)))
                (section("account", t::account(l), &parts::account(page, whole, is_self)))
                (section("sessions", t::sessions(l), &parts::sessions(page, whole)))
                (section("library", t::library(l), &parts::library(page, whole)))
                (section("orders", t::orders(l), &parts::orders(page, whole)))
                (section("comments", t::comments(l), &parts::comments(page, whole)))
                (section("log", t::log(l), &log(page, accounts, whole)))
            }
        },
        ..Shown::new(Section::Users, l)
    });
    frame.has_problems = trouble.is_some();
    page.render(&frame, &body)
}

fn section(id: &str, title: &str, body: &Markup) -> Markup {
    html! {
        section.panel aria-labelledby=(id) { h2.panel__title #(id) { (title) } (body) }
    }
}

/// What admins and moderators did about them.
fn log(page: &Page, accounts: &Accounts, whole: &Whole) -> Markup {
    let l = page.locale;
    let all = format!("{}?kind=user&subject={}", page.url(Section::Audit.path()), whole.person.id);
    html! {
        @if whole.entries.is_empty() {
            p { (t::log_none(l)) }
        } @else {
            (accounts.entries(page, &whole.entries))
            p { a href=(all) { (t::log_all(l)) } }
        }
    }
}

/// The page of somebody in a form's hidden field.
pub(super) fn action(page: &Page, id: UserId) -> String {
    page.url(&path(id))
}
