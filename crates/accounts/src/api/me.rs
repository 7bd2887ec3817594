//! One's own account.

use axum::Extension;
use axum::extract::State;
use catalogue::Genre;
use i18n::Locale;
use kernel::Id;
use serde::{Deserialize, Serialize};
use ui::Theme;
use utoipa::ToSchema;
use web::{Accepted, App, Client, Error, Identity, IfMatch, Json, NoContent, Problem, Signed};

use super::wire::{Patch, UserWire};
use crate::spoilers::Spoilers;
use crate::user::User;
use crate::{Accounts, email_change, genres, profile, removal, t};

/// The account behind an identity. One that was deleted a moment ago is signed in no more.
pub(super) async fn find(app: &App, me: &Identity) -> web::Result<User> {
    User::find(&app.db, me.user).await?.ok_or(Error::Unauthorized)
}

/// One's own account.
#[utoipa::path(get, path = "/me", tag = "me", responses((status = 200, body = UserWire)))]
pub(super) async fn get(State(app): State<App>, Signed(me): Signed) -> web::Result<Json<UserWire>> {
    Ok(Json(UserWire::from(&find(&app, &me).await?)))
}

/// What is to change; absent fields stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Change {
    /// At most 60 characters; may be empty.
    name: Option<String>,
    username: Option<String>,
    /// As people write it; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    phone: Patch<String>,
    /// `en`, `fr` or `ar`.
    locale: Option<String>,
    /// `auto`, `light` or `dark`.
    theme: Option<String>,
    /// What is to be done with spoilers: `always` (show them), `never`, or `by_progress`.
    spoilers: Option<String>,
}

/// Changes the profile; with `If-Match` only if it is still as it was when it was read.
#[utoipa::path(
    patch, path = "/me", tag = "me", request_body = Change,
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /me` or of the change before")),
    responses(
        (status = 200, body = UserWire),
        (status = 412, description = "`precondition_failed`: the account changed meanwhile", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn change(
    State(app): State<App>,
    Signed(me): Signed,
    if_match: IfMatch,
    Json(body): Json<Change>,
) -> web::Result<Json<UserWire>> {
    let locale = word("locale", body.locale.as_deref(), Locale::from_tag)?;
    let theme = word("theme", body.theme.as_deref(), Theme::from_name)?;
    let spoilers = word("spoilers", body.spoilers.as_deref(), Spoilers::from_name)?;
    let phone = match body.phone {
        Patch::Absent => None,
        Patch::Null => Some(String::new()),
        Patch::Value(number) => Some(number),
    };
    let user = find(&app, &me).await?;
    if_match.check(&UserWire::from(&user))?;
    let change = profile::Change {
        name: body.name.as_deref(),
        username: body.username.as_deref(),
        phone: phone.as_deref(),
        locale,
        theme,
        spoilers,
        version: if_match.is_given().then_some(user.version),
    };
    let user = profile::change(&app, &user, change).await?;
    Ok(Json(UserWire::from(&user)))
}

fn word<T>(field: &str, text: Option<&str>, read: impl Fn(&str) -> Option<T>) -> web::Result<Option<T>> {
    text.map(|text| read(text).ok_or_else(|| Error::invalid(field, "invalid", t::choice_wrong))).transpose()
}

/// The password of the account.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Confirmed {
    password: String,
}

/// Deletes the account, for good.
#[utoipa::path(
    delete, path = "/me", tag = "me", request_body = Confirmed,
    responses((status = 204), (status = 422, description = "`wrong_password`", body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn delete(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    Json(body): Json<Confirmed>,
) -> web::Result<NoContent> {
    let user = find(&app, &me).await?;
    removal::delete(&app, &accounts, &user, &body.password)
        .await
        .map_err(|error| named(error, "password"))?;
    Ok(NoContent)
}

/// Another address.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewEmail {
    email: String,
    /// The password of the account.
    current: String,
}

/// Sends a code to another address; `verify-email` with it moves the account there.
#[utoipa::path(
    put, path = "/me/email", tag = "me", request_body = NewEmail,
    responses((status = 202), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn change_email(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
    Json(body): Json<NewEmail>,
) -> web::Result<Accepted> {
    accounts.limits().mail(client)?;
    let user = find(&app, &me).await?;
    email_change::ask(&app, &accounts, &user, (&body.email, &body.current)).await?;
    Ok(Accepted)
}

/// Favourite genres.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct Genres {
    #[schema(value_type = Vec<i64>)]
    genre_ids: Vec<Id<Genre>>,
}

/// One's favourite genres.
#[utoipa::path(get, path = "/me/genres", tag = "me", responses((status = 200, body = Genres)))]
pub(super) async fn genres(State(app): State<App>, Signed(me): Signed) -> web::Result<Json<Genres>> {
    Ok(Json(Genres { genre_ids: genres::of(&app.db, me.user).await? }))
}

/// Replaces one's favourite genres.
#[utoipa::path(
    put, path = "/me/genres", tag = "me", request_body = Genres,
    responses((status = 200, body = Genres), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn set_genres(
    State(app): State<App>,
    Signed(me): Signed,
    Json(body): Json<Genres>,
) -> web::Result<Json<Genres>> {
    genres::set(&app, me.user, &body.genre_ids).await?;
    Ok(Json(Genres { genre_ids: genres::of(&app.db, me.user).await? }))
}

/// The domain calls the field `current`; a body that has one password only calls it something else.
fn named(error: Error, field: &str) -> Error {
    match error {
        Error::Invalid(errors) => {
            let mut renamed = web::FieldErrors::default();
            for wrong in errors.iter() {
                let name = if wrong.field == "current" { field } else { &wrong.field };
                renamed.push(name, wrong);
            }
            Error::Invalid(renamed)
        }
        other => other,
    }
}
