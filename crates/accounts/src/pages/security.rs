//! `/account/security`: password, address, sessions.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::header;
use i18n::Locale;
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Alert, Button, ButtonKind, Device, EnterKey, Field, FieldKind, SessionRow, Tone, Unlike};
use web::{App, Caching, Client, Error, Form, Identity, Notice, Page, Path, Session, Signed};

use super::form::{Problems, account_frame, account_page};
use super::paths;
use crate::session::{self, Seen};
use crate::user::User;
use crate::{Accounts, code, email_change, profile, t};

/// The ids of the fields of another address: the headings of the sections have the bare words as theirs.
const NEW_EMAIL: &str = "new-email";
const EMAIL_PASSWORD: &str = "email-password";

/// How many sessions are shown: nobody looks through more.
const SESSIONS_SHOWN: i64 = 100;

/// The account behind an identity. One that was deleted a moment ago is signed in no more.
pub(super) async fn find(app: &App, me: &Identity) -> web::Result<User> {
    User::find(&app.db, me.user).await?.ok_or(Error::Unauthorized)
}

/// Shows it.
pub(super) async fn show(page: Page, State(app): State<App>, Signed(me): Signed) -> web::Result<Response> {
    render(&page, &app, &me, "", &Problems::default()).await
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Passwords {
    #[serde(default)]
    current: String,
    #[serde(default)]
    new: String,
}

impl Passwords {
    /// Of two empty fields each says which one it is.
    fn tell_apart(&self, l: Locale, mut problems: Problems) -> Problems {
        if self.current.is_empty() {
            problems.reword("current", t::current_missing(l));
        }
        if self.new.is_empty() {
            problems.reword("new", t::new_password_missing(l));
        }
        problems
    }
}

/// Changes the password.
pub(super) async fn change_password(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
    Form(filled): Form<Passwords>,
) -> web::Result<Response> {
    let user = find(&app, &me).await?;
    let changed = match accounts.limits().password(client) {
        Ok(()) => {
            let passwords = (filled.current.as_str(), filled.new.as_str());
            profile::change_password(&app, &accounts, (&me, &user), passwords).await
        }
        Err(error) => Err(error),
    };
    match changed {
        Ok(renewed) => {
            let mut answer = page.done(paths::SECURITY, Notice::PasswordChanged);
            let cookie = renewed.map(|renewed| renewed.cookie(page.is_https()));
            answer.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
            Ok(answer)
        }
        Err(error) => {
            let problems = mendable(page.locale, error, "current")?;
            let problems = filled.tell_apart(page.locale, problems);
            Ok(problems.answer(render(&page, &app, &me, "", &problems).await?))
        }
    }
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct NewEmail {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

/// Wants the account moved to another address.
pub(super) async fn change_email(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
    Form(filled): Form<NewEmail>,
) -> web::Result<Response> {
    let user = find(&app, &me).await?;
    let asked = match accounts.limits().mail(client) {
        Ok(()) => email_change::ask(&app, &accounts, &user, (&filled.email, &filled.password)).await,
        Err(error) => Err(error),
    };
    match asked {
        // The page says where the code went.
        Ok(()) => Ok(Redirect::to(&page.url(paths::VERIFY)).into_response()),
        Err(error) => {
            // The list on top leads to the fields by their ids.
            let problems = mendable(page.locale, error, EMAIL_PASSWORD)?.renamed("email", NEW_EMAIL);
            Ok(problems.answer(render(&page, &app, &me, &filled.email, &problems).await?))
        }
    }
}

/// The problems of a refusal; the domain calls the password of the account `current`, the form may not.
pub(super) fn mendable(l: Locale, error: Error, password_field: &str) -> web::Result<Problems> {
    Ok(Problems::of(l, error, password_field)?.renamed("current", password_field))
}

/// Ends one session.
pub(super) async fn end_session(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Path(id): Path<Id<Session>>,
) -> web::Result<Response> {
    app.db.transaction(async |tx| session::end_elsewhere(&tx, me.user, (id, me.session)).await).await?;
    Ok(page.done(paths::SECURITY, Notice::SessionEnded))
}

/// Ends all sessions but this one.
pub(super) async fn end_sessions(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
) -> web::Result<Response> {
    app.db.transaction(async |tx| session::end_others(&tx, me.user, Some(me.session)).await).await?;
    Ok(page.done(paths::SECURITY, Notice::SessionsEnded))
}

async fn render(
    page: &Page,
    app: &App,
    me: &Identity,
    email: &str,
    problems: &Problems,
) -> web::Result<Response> {
    let l = page.locale;
    let now = app.clock.now();
    let (user, mut seen, moving) = futures::try_join!(
        find(app, me),
        async { Ok(session::list(&app.db, (me.user, me.role), (None, SESSIONS_SHOWN), now).await?) },
        async { Ok(code::pending_change(&app.db, me.user).await?) }
    )?;
    seen.sort_by_key(|one| (one.id != me.session, std::cmp::Reverse(one.last_seen_at)));
    let body = html! {
        (problems.summary(l))
        (ui::settings_section("password", t::password_section(l), None, &password_form(page, &user, problems)))
        (ui::settings_section("email", t::email_section(l), Some(&t::email_now(l, &user.email)),
            &html! {
                @if let Some(moving) = &moving { (waiting(page, moving)) }
                (email_form(page, email, problems))
            }))
        (ui::settings_section("sessions", t::sessions_section(l), Some(t::sessions_lead(l)),
            &sessions(page, me, &seen, now)))
    };
    let view = account_page(page, t::row_security(l), None, &body);
    let response = page.render(&account_frame(page, t::row_security(l), problems), &view);
    Ok((Caching::NoStore, [(header::REFERRER_POLICY, "same-origin")], response).into_response())
}

fn password_form(page: &Page, user: &User, problems: &Problems) -> Markup {
    let l = page.locale;
    let action = page.url(paths::PASSWORD);
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let fields = html! {
        (ui::username_for_managers(&user.username))
        (ui::field(l, &Field {
            kind: FieldKind::CurrentPassword,
            name: "current",
            label: t::current_label(l),
            error: problems.get("current"),
            enter_key: EnterKey::Next,
            ..Field::default()
        }))
        (ui::field(l, &Field {
            kind: FieldKind::NewPassword,
            name: "new",
            label: t::new_password_label(l),
            error: problems.get("new"),
            enter_key: EnterKey::Done,
            unlike: Unlike { fields: &[], words: &[&user.username, &user.email] },
            ..Field::default()
        }))
        (ui::button(&Button { label: t::password_button(l), ..Button::default() }, None))
    };
    ui::form(&form, &fields)
}

/// What a move to another address waits for.
fn waiting(page: &Page, email: &str) -> Markup {
    let l = page.locale;
    let title = t::email_moving(l, email);
    let body = html! { p { a href=(page.url(paths::VERIFY)) { (t::email_moving_link(l)) } } };
    ui::alert(&Alert { tone: Tone::Info, title: &title, body })
}

fn email_form(page: &Page, email: &str, problems: &Problems) -> Markup {
    let l = page.locale;
    let action = page.url(paths::EMAIL);
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let fields = html! {
        (ui::field(l, &Field {
            kind: FieldKind::Email,
            name: "email",
            id: Some(NEW_EMAIL),
            label: t::new_email_label(l),
            value: email,
            hint: Some(t::new_email_hint(l)),
            error: problems.get(NEW_EMAIL),
            enter_key: EnterKey::Next,
            ..Field::default()
        }))
        (ui::field(l, &Field {
            kind: FieldKind::CurrentPassword,
            name: "password",
            id: Some(EMAIL_PASSWORD),
            label: t::current_label(l),
            error: problems.get(EMAIL_PASSWORD),
            enter_key: EnterKey::Done,
            ..Field::default()
        }))
        (ui::button(&Button { label: t::email_button(l), kind: ButtonKind::Outline, ..Button::default() }, None))
    };
    ui::form(&form, &fields)
}

fn sessions(page: &Page, me: &Identity, seen: &[Seen], now: Timestamp) -> Markup {
    let l = page.locale;
    let words: Vec<(String, String, Option<String>)> = seen
        .iter()
        .map(|one| {
            let name =
                if one.device.is_empty() { t::device_unknown(l).to_owned() } else { one.device.clone() };
            let detail =
                t::last_active(l, &i18n::relative(l, one.last_seen_at, now), &i18n::date(l, one.created_at));
            let end = (one.id != me.session).then(|| page.url(&paths::session(one.id)));
            (name, detail, end)
        })
        .collect();
    let rows: Vec<SessionRow<'_>> = seen
        .iter()
        .zip(&words)
        .map(|(one, (name, detail, end))| SessionRow {
            device: device(one),
            name,
            detail,
            current: one.id == me.session,
            end: end.as_deref(),
        })
        .collect();
    let action = page.url(paths::SESSIONS);
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let all = Button { label: t::sessions_button(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        (ui::sessions(l, page.csrf(), &rows))
        @if rows.len() > 1 { (ui::form(&form, &ui::button(&all, None))) }
    }
}

fn device(seen: &Seen) -> Device {
    let on = |systems: &[&str]| systems.iter().any(|system| seen.device.contains(system));
    match () {
        () if seen.kind == "api" => Device::App,
        () if on(&["iPad"]) => Device::Tablet,
        () if on(&["Android", "iPhone", "iOS", "Windows Phone"]) => Device::Phone,
        () => Device::Computer,
    }
}
