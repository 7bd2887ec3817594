//! What the API says and hears of accounts.

use cover::Size;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use web::{Identity, Role, Session};

use crate::picture;
use crate::session::{ACCESS_LIFETIME, Seen};
use crate::user::User;

/// An account, as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserWire {
    #[schema(value_type = i64)]
    id: Id<Identity>,
    username: String,
    email: String,
    /// Whether the address is verified. Without that one can browse, and nothing else.
    email_verified: bool,
    /// What they want to be called; may be empty.
    name: String,
    /// E.164.
    phone: Option<String>,
    picture: Option<PictureWire>,
    role: Role,
    /// The language of the interface and of mails: `en`, `fr` or `ar`.
    locale: String,
    /// `auto`, `light` or `dark`.
    theme: String,
    /// What is to be done with spoilers: `always` (show them), `never` (fold them until they are asked for), or
    /// `by_progress` (the same, but for books read to the end).
    spoilers: &'static str,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

/// The paths of a picture, by width.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PictureWire {
    /// 132 pixels wide at most.
    small: String,
    /// 264 pixels wide at most.
    medium: String,
    /// 396 pixels wide at most.
    large: String,
}

impl From<&User> for UserWire {
    fn from(user: &User) -> Self {
        let picture = user.picture.as_deref().map(|version| {
            let path = |size| picture::path(user.id, version, size);
            PictureWire { small: path(Size::Small), medium: path(Size::Medium), large: path(Size::Large) }
        });
        Self {
            id: user.id,
            username: user.username.clone(),
            email: user.email.clone(),
            email_verified: user.is_verified(),
            name: user.name.clone(),
            phone: user.phone.clone(),
            picture,
            role: user.role,
            locale: user.locale().tag().to_owned(),
            theme: user.theme().name().to_owned(),
            spoilers: user.spoilers.name(),
            created_at: user.created_at,
        }
    }
}

/// What a program holds after it signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Tokens {
    /// For `Authorization: Bearer`.
    access_token: String,
    /// To be exchanged for the next pair, once.
    refresh_token: String,
    /// Seconds for which the access token is good.
    expires_in: i64,
    user: UserWire,
}

impl Tokens {
    /// A pair of tokens.
    pub(crate) fn new(user: &User, access_token: String, refresh_token: String) -> Self {
        Self { access_token, refresh_token, expires_in: ACCESS_LIFETIME, user: user.into() }
    }
}

/// A session, as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionWire {
    #[schema(value_type = i64)]
    id: Id<Session>,
    /// `web` or `api`.
    kind: String,
    /// The program and the system, as it called itself.
    device: String,
    /// Whether it is the one that asks.
    current: bool,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    last_seen_at: Timestamp,
}

impl SessionWire {
    /// A session, seen from the one of `identity`.
    pub(crate) fn new(seen: Seen, identity: &Identity) -> Self {
        Self {
            current: seen.id == identity.session,
            id: seen.id,
            kind: seen.kind,
            device: seen.device,
            created_at: seen.created_at,
            last_seen_at: seen.last_seen_at,
        }
    }
}

/// A field of a change.
#[derive(Debug, Default)]
pub enum Patch<T> {
    /// It stays as it is.
    #[default]
    Absent,
    /// It is emptied.
    Null,
    /// It becomes this.
    Value(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}
