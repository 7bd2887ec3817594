//! `/verify`: takes the code of the mail. The mail's link names the account and fills the code in; nothing happens
//! before the form is sent, so that a scanner of mails does not use the code up.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, EnterKey, Field, FieldKind, SignPage};
use web::{App, Caching, Client, Form, Notice, Page, Query, Signed, UserId};

use super::form::{Next, Problems, sign_frame};
use super::paths;
use crate::user::User;
use crate::verification::{self, Verified};
use crate::{Accounts, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    /// The account that a mail's link names; the one that is signed in without it.
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    code: String,
    #[serde(flatten)]
    next: Next,
}

impl Filled {
    /// Whose code it is to be.
    fn account(&self, page: &Page) -> Option<UserId> {
        let named = self.account.as_deref().and_then(|id| id.parse().ok());
        named.or_else(|| page.reader().map(|reader| reader.user))
    }
}

/// Asks for the code. Without an account to verify there is nothing to ask.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Query(filled): Query<Filled>,
) -> web::Result<Response> {
    let reader = own(&app, &page).await?;
    if filled.account(&page).is_none() {
        let to = Next { next: Some(page.url(paths::VERIFY)) }.hand_on(paths::SIGN_IN);
        return Ok(Redirect::to(&page.url(&to)).into_response());
    }
    Ok(render(&page, &filled, reader.as_ref(), &Problems::default()))
}

/// The account that is signed in.
async fn own(app: &App, page: &Page) -> web::Result<Option<User>> {
    match page.reader() {
        Some(reader) => Ok(User::find(&app.db, reader.user).await?),
        None => Ok(None),
    }
}

/// Uses the code up.
pub(super) async fn submit(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    accounts.limits().code(client)?;
    let id = filled.account(&page).ok_or(web::Error::Unauthorized)?;
    let outcome = match verification::named(&app, id).await {
        Ok(user) => verification::verify(&app, &user, &filled.code).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(verified) => Ok(verified_page(&page, &filled, verified)),
        Err(error) => {
            let problems = Problems::of(page.locale, error)?;
            let reader = own(&app, &page).await?;
            let again = render(&page, &filled, reader.as_ref(), &problems);
            Ok(web::to_correct(again))
        }
    }
}

fn verified_page(page: &Page, filled: &Filled, verified: Verified) -> Response {
    let notice = match verified {
        Verified::Account => Notice::Verified,
        Verified::NewAddress => Notice::EmailChanged,
    };
    let signed_in = page.reader().is_some();
    page.done_at(&filled.next.or(page, if signed_in { "/" } else { paths::SIGN_IN }), notice)
}

/// Sends another code.
pub(super) async fn resend(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
) -> web::Result<Response> {
    accounts.limits().mail(client)?;
    verification::resend(&app, me.user).await?;
    Ok(page.done(paths::VERIFY, Notice::CodeSent))
}

fn render(page: &Page, filled: &Filled, reader: Option<&User>, problems: &Problems) -> Response {
    let l = page.locale;
    let done = filled.account.is_none() && reader.is_some_and(User::is_verified) && filled.code.is_empty();
    let body = if done {
        html! { p { (t::verify_done(l)) } }
    } else {
        html! { (problems.summary(l)) (form(page, filled, problems)) (again(page, reader)) }
    };
    let view = ui::sign_page(&SignPage {
        title: t::verify_title(l),
        lead: reader
            .filter(|user| !user.is_verified())
            .map(|user| html! { (t::verify_lead(l, &user.email)) }),
        body,
        links: links(page, reader),
    });
    // The address holds a code.
    (Caching::NoStore, page.render(&sign_frame(page, t::verify_page(l), problems), &view)).into_response()
}

fn form(page: &Page, filled: &Filled, problems: &Problems) -> Markup {
    let l = page.locale;
    let form = ui::Form {
        action: &page.url(paths::VERIFY),
        csrf: page.csrf(),
        next: filled.next.own(),
        ..ui::Form::default()
    };
    let fields = html! {
        @if let Some(account) = &filled.account { input type="hidden" name="account" value=(account); }
        (ui::field(l, &Field {
            kind: FieldKind::Code,
            name: "code",
            label: t::code_label(l),
            value: &filled.code,
            hint: Some(t::code_hint(l)),
            error: problems.get("code"),
            autofocus: problems.is_empty(),
            enter_key: EnterKey::Go,
            ..Field::default()
        }))
        (ui::button(&Button { label: t::verify_button(l), ..Button::default() }, None))
    };
    ui::form(&form, &fields)
}

/// The way to another code, for whoever waits for the mail.
fn again(page: &Page, reader: Option<&User>) -> Markup {
    let l = page.locale;
    let send = Button { label: t::code_again(l), kind: ButtonKind::Outline, ..Button::default() };
    let form = ui::Form { action: &page.url(paths::RESEND), csrf: page.csrf(), ..ui::Form::default() };
    html! { @if reader.is_some_and(|user| !user.is_verified()) { (ui::form(&form, &ui::button(&send, None))) } }
}

fn links(page: &Page, reader: Option<&User>) -> Markup {
    let l = page.locale;
    html! {
        @if reader.is_some_and(|user| !user.is_verified()) {
            (ui::sign_link(t::wrong_address(l), t::change_address(l), &page.url(paths::SECURITY)))
        }
        (ui::sign_link("", t::later(l), &page.url("/")))
    }
}
