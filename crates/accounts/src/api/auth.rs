//! Signing up, in and out, codes and tokens.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use i18n::Locale;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Accepted, App, Caching, Client, Created, Error, Json, NoContent, Problem, Secret, Signed, Spoken};

use super::wire::{Tokens, UserWire};
use crate::reset::{self, NewPassword};
use crate::session::{self, Kind, Refresh};
use crate::sign_in::{self, Opening};
use crate::sign_up::{self, Application};
use crate::trial::{self, Attempt, Named};
use crate::user::User;
use crate::{Accounts, fields, t, verification};

/// A new account.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct SignUp {
    /// 3 to 30 letters of any script, digits, `.`, `_` or `-`, 3 of them letters or digits.
    username: String,
    email: String,
    /// 8 characters to 1,024 bytes.
    password: String,
    /// As people write it; Algerian without a country code.
    phone: Option<String>,
    /// `en`, `fr` or `ar`; that of `Accept-Language` if absent.
    locale: Option<String>,
}

/// Makes an account and sends a code to its address. The answer is the same whether or not the address is known.
#[utoipa::path(
    post, path = "/auth/sign-up", tag = "account", request_body = SignUp,
    responses(
        (status = 201, body = Tokens),
        (status = 422, description = "`username` can be `taken`; an address never is", body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn sign_up(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Spoken(spoken): Spoken,
    client: Client,
    headers: HeaderMap,
    Json(body): Json<SignUp>,
) -> web::Result<Response> {
    accounts.limits().sign_up(client)?;
    let locale = match &body.locale {
        Some(tag) => {
            Locale::from_tag(tag).ok_or_else(|| Error::invalid("locale", "invalid", t::locale_wrong))?
        }
        None => spoken,
    };
    let application = Application {
        username: &body.username,
        email: &body.email,
        password: &body.password,
        phone: body.phone.as_deref().unwrap_or_default(),
        locale,
    };
    let user = sign_up::sign_up(&app, &accounts, application).await?;
    let tokens = open(&app, &accounts, &user, &headers).await?;
    Ok(Created(tokens).into_response())
}

/// A login and a password.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct SignIn {
    /// A username or an e-mail address.
    login: String,
    password: String,
}

/// Signs in. One answer for a wrong login and a wrong password; after failures the same login has to wait.
#[utoipa::path(
    post, path = "/auth/sign-in", tag = "account", request_body = SignIn,
    responses(
        (status = 200, body = Tokens),
        (status = 401, description = "`wrong_credentials`", body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn sign_in(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    headers: HeaderMap,
    Json(body): Json<SignIn>,
) -> web::Result<Response> {
    if body.password.len() > crate::password::LONGEST {
        return Err(Error::invalid("password", "too_long", t::password_long));
    }
    let device = Secret::Device.read(&headers, app.settings.public_url.is_https());
    let attempt = Attempt { named: Named::Login(&body.login), password: &body.password, device, client };
    let user = trial::check(&app, &accounts, attempt).await?;
    open(&app, &accounts, &user, &headers).await
}

/// Opens a session of tokens, and marks the device as known where it keeps cookies.
async fn open(app: &App, accounts: &Accounts, user: &User, headers: &HeaderMap) -> web::Result<Response> {
    let https = app.settings.public_url.is_https();
    let user_agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let opening = Opening {
        kind: Kind::Api,
        user_agent: user_agent.unwrap_or_default(),
        device: Secret::Device.read(headers, https),
        replaces: None,
    };
    let signed_in = sign_in::open(app, user, opening).await?;
    let seconds = u32::try_from(crate::device::KNOWN).unwrap_or(u32::MAX);
    let cookie = Secret::Device.keep(&signed_in.device, Some(seconds), https);
    let tokens = Tokens::new(user, signed_in.access_token.unwrap_or_default(), signed_in.secret);
    let mut answer = (Caching::NoStore, [(header::SET_COOKIE, cookie)], secret(tokens)).into_response();
    for cookie in accounts.signed_in(app, user.id, headers).await {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(answer)
}

/// Tokens are for nobody's cache.
fn secret(tokens: Tokens) -> Response {
    let mut response = Json(tokens).into_response();
    response.headers_mut().remove(header::ETAG);
    response.headers_mut().insert(header::CACHE_CONTROL, Caching::NoStore.header());
    response
}

/// A refresh token.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct RefreshBody {
    refresh_token: String,
}

/// Exchanges a refresh token for the next pair. One that is used twice ends the session it belongs to.
#[utoipa::path(
    post, path = "/auth/refresh", tag = "account", request_body = RefreshBody,
    responses(
        (status = 200, body = Tokens),
        (status = 401, description = "`invalid_token`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn refresh(State(app): State<App>, Json(body): Json<RefreshBody>) -> web::Result<Response> {
    let stamp = (app.clock.now(), &app.random);
    let refused = || Error::unauthorized("invalid_token", t::token_wrong);
    let exchanged = app
        .db
        .transaction(async |tx| {
            let Refresh::Exchanged { session, user, secret } =
                session::refresh(&tx, &body.refresh_token, stamp).await?
            else {
                return Ok(None);
            };
            let access = session::grant(&tx, session, stamp).await?;
            Ok::<_, db::Error>(Some((user, access, secret)))
        })
        .await?;
    let (user, access, refresh) = exchanged.ok_or_else(refused)?;
    let user = User::find(&app.db, user).await?.ok_or_else(refused)?;
    Ok(secret(Tokens::new(&user, access, refresh)))
}

/// Ends the session that asks.
#[utoipa::path(post, path = "/auth/sign-out", tag = "account", responses((status = 204)))]
pub(super) async fn sign_out(State(app): State<App>, Signed(me): Signed) -> web::Result<NoContent> {
    session::end(&app.db, me.user, me.session).await?;
    Ok(NoContent)
}

/// A code from a mail.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct CodeBody {
    /// 7 characters; case, spaces and dashes do not matter.
    code: String,
}

/// Verifies the account's address, or moves the account to the address that the code was sent to.
#[utoipa::path(
    post, path = "/auth/verify-email", tag = "account", request_body = CodeBody,
    responses(
        (status = 200, body = UserWire),
        (status = 422, description = "`wrong_code`: wrong, too old, used, or tried too often", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn verify_email(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
    Json(body): Json<CodeBody>,
) -> web::Result<Json<UserWire>> {
    accounts.limits().code(client)?;
    let user = super::me::find(&app, &me).await?;
    verification::verify(&app, &user, &body.code).await?;
    Ok(Json(UserWire::from(&super::me::find(&app, &me).await?)))
}

/// Sends another code, in place of the one before.
#[utoipa::path(post, path = "/auth/verify-email/resend", tag = "account", responses((status = 202)))]
pub(super) async fn resend(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
) -> web::Result<Accepted> {
    accounts.limits().mail(client)?;
    verification::resend(&app, &super::me::find(&app, &me).await?).await?;
    Ok(Accepted)
}

/// An address.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Forgot {
    email: String,
}

/// Sends a code for a new password, if somebody has this address. The answer is the same if nobody has.
#[utoipa::path(
    post, path = "/auth/forgot-password", tag = "account", request_body = Forgot,
    responses((status = 202), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn forgot_password(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Spoken(l): Spoken,
    client: Client,
    Json(body): Json<Forgot>,
) -> web::Result<Accepted> {
    accounts.limits().mail(client)?;
    let mut errors = web::FieldErrors::default();
    let Some(email) = fields::email(&mut errors, &body.email) else { return Err(errors.into()) };
    reset::ask(&app, &email, l.tag()).await?;
    Ok(Accepted)
}

/// A new password, with the code that allows it.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ResetBody {
    email: String,
    code: String,
    password: String,
}

/// Sets a new password and ends all sessions.
#[utoipa::path(
    post, path = "/auth/reset-password", tag = "account", request_body = ResetBody,
    responses((status = 204), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn reset_password(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    Json(body): Json<ResetBody>,
) -> web::Result<NoContent> {
    accounts.limits().code(client)?;
    let new = NewPassword { email: &body.email, code: &body.code, password: &body.password };
    reset::reset(&app, &accounts, new).await?;
    Ok(NoContent)
}
