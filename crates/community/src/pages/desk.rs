//! `/admin/moderation`: what waits for moderators, each comment with all that they need to decide, and what they do
//! about it. An act leads back to the list, which tells it on top; a script has the comment's place tell it.

mod acts;
mod case;
mod told;

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use url::form_urlencoded::{self, Serializer};
use web::admin::{Section, Shown};
use web::{App, Error, FieldErrors, Form, Identity, List, ListQuery, OrNotFound as _, Page, Path, Signed};

use self::acts::Filled;
use self::case::Desk;
use self::told::Told;
use super::DESK;
use crate::api;
use crate::moderation::{Act, Case, Kind};
use crate::talker::Talker;
use crate::{Comment, Viewer, t};

/// Cases of a part.
const CASES: u32 = 20;
/// Where the page tells what was done.
const DONE: &str = "done";
/// The id of the list of keys.
const KEYS: &str = "desk-keys";

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Chosen {
    show: Option<Kind>,
    /// What was just done, and about which comment.
    did: Option<Act>,
    about: Option<Id<Comment>>,
}

impl Chosen {
    fn kind(&self) -> Kind {
        self.show.unwrap_or(Kind::Open)
    }
}

/// `GET /admin/moderation`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let kind = query.filters.kind();
    let paging = query.paging.with_default_limit(CASES);
    let viewer = Viewer::moderator(me.user);
    let cases = Case::list(&app.db, &viewer, kind, (paging.after()?, paging.rows())).await?;
    let cases = paging.list(cases, Case::place);
    let done = match (query.filters.did, query.filters.about) {
        (Some(act), Some(id)) => Case::find(&app.db, &viewer, id).await?.map(|case| (act, case)),
        _ => None,
    };
    let cursor = page_cursor(&page);
    let here = address(&page, kind, &cursor);
    let desk = Desk { page: &page, me: &me, now: app.clock.now(), here: &here };
    let (frame, body) = in_panel(&page, list(&desk, kind, &cases, done.as_ref()));
    Ok(page.render(&frame, &body))
}

/// The part of the list that the page shows, as its address names it.
fn page_cursor(page: &Page) -> String {
    let mut pairs = form_urlencoded::parse(page.query().as_bytes());
    pairs.find(|(name, _)| name == "cursor").map(|(_, cursor)| cursor.into_owned()).unwrap_or_default()
}

/// The address of a part of the queue.
fn address(page: &Page, kind: Kind, cursor: &str) -> String {
    let show = if kind == Kind::Open { "" } else { kind.as_str() };
    let mut query = Serializer::new(String::new());
    for (name, value) in [("show", show), ("cursor", cursor)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    let query = query.finish();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", page.url(DESK))
}

fn list(desk: &Desk<'_>, kind: Kind, cases: &List<Case>, done: Option<&(Act, Case)>) -> Markup {
    let (page, l) = (desk.page, desk.page.locale);
    html! {
        div.desk {
            (kinds(page, kind))
            shop-desk.desk__list {
                (keys(desk))
                @if let Some((act, case)) = done { (Told { act: *act, case, id: DONE }.view(desk)) }
                @if cases.items.is_empty() {
                    (nothing(page, kind))
                } @else {
                    div.cases #books {
                        @for case in &cases.items { (desk.case(case, &Filled::default(), &FieldErrors::default())) }
                    }
                    @if let Some(cursor) = &cases.next_cursor { (ui::load_more(l, &address(page, kind, cursor))) }
                }
            }
        }
    }
}

/// The desk as a page of the panel.
fn in_panel(page: &Page, body: Markup) -> (ui::Frame, Markup) {
    let l = page.locale;
    page.admin(Shown { lead: Some(t::desk_lead(l)), body, ..Shown::new(Section::Moderation, l) })
}

/// Which cases are shown, as links.
fn kinds(page: &Page, now: Kind) -> Markup {
    let l = page.locale;
    let kinds = [
        (Kind::Open, t::desk_open(l)),
        (Kind::Reported, t::desk_reported(l)),
        (Kind::Held, t::desk_held(l)),
        (Kind::Hidden, t::desk_hidden(l)),
    ];
    ui::chips(&kinds.map(|(kind, label)| ui::chip(label, &address(page, kind, ""), kind == now)))
}

fn nothing(page: &Page, kind: Kind) -> Markup {
    let l = page.locale;
    let (words, to, label) = match kind {
        Kind::Open => (t::desk_open_empty(l), Kind::Hidden, t::desk_hidden(l)),
        Kind::Reported => (t::desk_reported_empty(l), Kind::Open, t::desk_open(l)),
        Kind::Held => (t::desk_held_empty(l), Kind::Open, t::desk_open(l)),
        Kind::Hidden => (t::desk_hidden_empty(l), Kind::Open, t::desk_open(l)),
    };
    let way = html! { a.button.button--outline href=(address(page, to, "")) data-ink { (label) } };
    ui::empty_state(words, &way)
}

/// What each key does. Only where a script hears them; there they can be turned off as well.
fn keys(desk: &Desk<'_>) -> Markup {
    let l = desk.page.locale;
    let keys = [
        ("J", t::key_next(l)),
        ("K", t::key_previous(l)),
        ("A", t::key_keep(l)),
        ("R", t::key_hide(l)),
        ("S", t::key_spoiler(l)),
        ("W", t::key_warn(l)),
        ("?", t::key_help(l)),
    ];
    let title = format!("{KEYS}-title");
    html! {
        a.button.button--plain.desk__keys hidden href={ "#" (KEYS) } data-opens=(KEYS) aria-keyshortcuts="?" data-ink {
            span { (t::desk_keys(l)) }
        }
        dialog.sheet #(KEYS) aria-labelledby=(title) {
            h2.confirm__title id=(title) { (t::desk_keys(l)) }
            dl.desk__key-list {
                @for (key, does) in keys { div { dt { kbd dir="ltr" { (key) } } dd { (does) } } }
            }
            label.tick { input.tick__box type="checkbox" data-keys-on checked; span { (t::desk_keys_on(l)) } }
            form method="dialog" { button.button.button--outline data-closes data-ink { span { (t::desk_keys_close(l)) } } }
        }
    }
}

/// `GET /admin/moderation/{comment}`: one comment, whether or not it waits.
pub(super) async fn case(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Path(id): Path<Id<Comment>>,
) -> web::Result<Response> {
    let case = Case::find(&app.db, &Viewer::moderator(me.user), id).await?.or_404()?;
    let here = page.url(DESK);
    let desk = Desk { page: &page, me: &me, now: app.clock.now(), here: &here };
    Ok(alone(&desk, &case, &Filled::default(), &FieldErrors::default()))
}

/// A page with one case.
fn alone(desk: &Desk<'_>, case: &Case, filled: &Filled, errors: &FieldErrors) -> Response {
    let (page, l) = (desk.page, desk.page.locale);
    let body = html! {
        div.desk {
            shop-desk.desk__list { (keys(desk)) div.cases { (desk.case(case, filled, errors)) } }
            p { a.button.button--outline href=(page.url(DESK)) data-ink { span { (t::desk_to_list(l)) } } }
        }
    };
    let (frame, body) = in_panel(page, body);
    page.render(&ui::Frame { has_problems: !errors.is_empty(), ..frame }, &body)
}

/// `POST /admin/moderation/{comment}`
pub(super) async fn act(
    page: Page,
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let new = filled.act().ok_or_else(|| Error::invalid("act", "invalid", t::act_unknown))?;
    let decided = api::decide(&talker, id, &new).await;
    let viewer = Viewer::moderator(talker.me.user);
    let found = async || Case::find(&talker.app.db, &viewer, id).await?.or_404();
    let me: &Identity = &talker.me;
    let next = filled.next(&page);
    let desk = Desk { page: &page, me, now: talker.app.clock.now(), here: &next };
    match decided {
        Ok(()) if page.wants_fragment() => Ok(page.fragment(answer(&desk, new.act, &found().await?))),
        Ok(()) => Ok(led_back(&next, new.act, id)),
        Err(Error::Invalid(errors)) => {
            let case = found().await?;
            let again = if page.wants_fragment() {
                page.fragment(desk.case(&case, &filled, &errors))
            } else {
                alone(&desk, &case, &filled, &errors)
            };
            Ok(web::to_correct(again))
        }
        Err(other) => Err(other),
    }
}

/// What takes the place of a case: a line that tells what became of it. Where the act was about the writer, the comment
/// still waits below it.
fn answer(desk: &Desk<'_>, act: Act, case: &Case) -> Markup {
    let id = case::element(case.comment.id);
    if act.is_about_comment() { Told { act, case, id: &id }.view(desk) } else { desk.case_after(act, case) }
}

/// Back to the list, where it is told.
fn led_back(next: &str, act: Act, about: Id<Comment>) -> Response {
    let mark = if next.contains('?') { '&' } else { '?' };
    let to = format!("{next}{mark}did={}&about={about}#{DONE}", act.as_str());
    (web::Caching::NoStore, Redirect::to(&to)).into_response()
}
