//! Who is asking. A request may carry the cookie of a session or an API's access token; what they prove is looked up
//! once for each request, in one place, and handlers take it from there: [`Signed`] where somebody must be signed in,
//! [`Page::reader`](crate::Page) or [`Caller`] where it only makes a difference.
//!
//! This crate knows no accounts: the feature that keeps them tells who a credential belongs to ([`Identify`]).

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use futures::future::BoxFuture;
use http::request::Parts;
use http::{HeaderMap, header};
use kernel::{Id, Timestamp};

use crate::app::App;
use crate::authority::{Capability, Role};
use crate::cookies::Secret;
use crate::error::Error;
use crate::{csrf, route, t};

/// Where one signs in, after the language. Pages that need it lead there.
pub const SIGN_IN: &str = "/sign-in";

/// The page of one's own account, after the language.
pub const ACCOUNT: &str = "/account";

/// The page that takes the code of the mail, after the language.
pub const VERIFY: &str = "/verify";

/// What a refusal says to programs where the account is suspended.
pub const SUSPENDED: &str = "suspended";

/// What a refusal says to programs where the address has to be verified first.
pub const UNVERIFIED: &str = "unverified";

/// The key of somebody's account.
pub type UserId = Id<Identity>;

/// Marks the keys of sessions: `Id<Session>`.
#[derive(Debug)]
pub enum Session {}

/// What a credential proves: somebody, in a session of theirs.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Who it is.
    pub user: UserId,
    /// By which session.
    pub session: Id<Session>,
    /// Their unique name.
    pub username: String,
    /// What they want to be called; the username where they did not say.
    pub name: String,
    /// The path of their picture, small.
    pub picture: Option<String>,
    /// What they may do.
    pub role: Role,
    /// Whether their e-mail address is verified.
    pub verified: bool,
    /// Until when they may not take part in the talk; `None` for nearly everybody.
    pub suspended_until: Option<Timestamp>,
    /// How many books are in their cart.
    pub cart_count: i64,
}

impl Identity {
    /// Whether this person may do something.
    pub fn can(&self, capability: Capability) -> bool {
        self.why_not(capability).is_none()
    }

    /// The same, where a handler serves visitors too: the refusal tells why not.
    pub fn require(&self, capability: Capability) -> Result<(), Error> {
        self.why_not(capability).map_or(Ok(()), Err)
    }

    /// Why this person may not do something; `None` where they may.
    fn why_not(&self, capability: Capability) -> Option<Error> {
        if !self.role.has(capability) {
            return Some(Error::Forbidden);
        }
        if !self.verified && capability.needs_verification() {
            return Some(Error::forbidden(UNVERIFIED, t::unverified));
        }
        let until = self.suspended_until.filter(|_| capability.ends_with_suspension())?;
        Some(Error::forbidden(SUSPENDED, move |l| t::suspended(l, &i18n::date_time(l, until))))
    }
}

/// What a request brings to prove who sent it.
#[derive(Clone, Copy, Debug)]
pub enum Credential<'a> {
    /// The value of the web session's cookie.
    Cookie(&'a str),
    /// An access token of the API.
    Bearer(&'a str),
}

/// Tells whom a credential belongs to.
pub trait Identify: Send + Sync + 'static {
    /// The person behind a credential that is good now; `None` for one that is unknown, ended or too old.
    fn identify<'a>(
        &'a self,
        app: &'a App,
        credential: Credential<'a>,
    ) -> BoxFuture<'a, db::Result<Option<Identity>>>;
}

/// Whoever sent the request, as an argument of a handler that serves visitors too.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    /// Nobody that we know.
    #[default]
    Visitor,
    /// Somebody signed in.
    Known {
        /// Who it is.
        identity: Arc<Identity>,
        /// What a form must bring back; `None` for programs with a token, which no foreign page can misuse.
        csrf: Option<Arc<str>>,
    },
    /// A program with a token that is good no more. It reaches only what lets visitors in, see [`admit`].
    Stale,
    /// The database did not say.
    Unknown,
}

impl Caller {
    /// Who it is, where somebody is signed in.
    pub fn identity(&self) -> Option<&Arc<Identity>> {
        match self {
            Self::Known { identity, .. } => Some(identity),
            _ => None,
        }
    }

    /// What a form must bring back.
    pub fn csrf(&self) -> Option<&str> {
        match self {
            Self::Known { csrf, .. } => csrf.as_deref(),
            _ => None,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

/// Somebody who is signed in. Anybody else gets a 401, a person on a page the way to sign in.
#[derive(Clone, Debug)]
pub struct Signed(pub Arc<Identity>);

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
        caller.identity().cloned().map(Self).ok_or(Error::Unauthorized)
    }
}

/// What [`recognise`] works with.
#[derive(Clone)]
pub(crate) struct Recogniser {
    pub(crate) app: App,
    pub(crate) identify: Option<Arc<dyn Identify>>,
}

/// Looks up who is asking, for everything inside, error pages too. It refuses nothing: that is [`admit`]'s work,
/// whose refusals get a body.
pub(crate) async fn recognise(
    State(recogniser): State<Recogniser>,
    mut request: Request,
    next: Next,
) -> Response {
    let caller = recogniser.caller(request.headers(), request.uri().path()).await;
    request.extensions_mut().insert(caller);
    next.run(request).await
}

impl Recogniser {
    async fn caller(&self, headers: &HeaderMap, path: &str) -> Caller {
        let Some(keeper) = self.identify.as_ref().filter(|_| !path.starts_with("/assets/")) else {
            return Caller::Visitor;
        };
        let https = self.app.settings.public_url.is_https();
        let bearer = bearer(headers);
        let cookie = Secret::Session.read(headers, https).filter(|_| bearer.is_none());
        let credential = match (bearer, cookie) {
            (Some(token), _) => Credential::Bearer(token),
            (None, Some(value)) => Credential::Cookie(value),
            (None, None) => return Caller::Visitor,
        };
        match keeper.identify(&self.app, credential).await {
            Ok(Some(identity)) => Caller::Known {
                identity: Arc::new(identity),
                csrf: cookie.map(|value| csrf::token(value).into()),
            },
            // A cookie outlives its session; a program should learn that its token does not.
            Ok(None) if cookie.is_some() => Caller::Visitor,
            Ok(None) => Caller::Stale,
            Err(error) => {
                tracing::warn!(%error, "Could not look up who is asking");
                Caller::Unknown
            }
        }
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// Turns away tokens that are good no more, and everybody while nobody can be recognised.
pub(crate) async fn admit(caller: Caller, request: Request, next: Next) -> Response {
    match caller {
        Caller::Stale if learns_of_it(request.uri().path()) => Error::Unauthorized.into_response(),
        Caller::Unknown => Error::unavailable().into_response(),
        Caller::Stale | Caller::Visitor | Caller::Known { .. } => next.run(request).await,
    }
}

/// Where a program learns that its token is good no more: everywhere in the API, what is open to visitors included, but
/// not where it goes to get another. Programs send their token with every request. Pages are for people, who would be
/// led in a circle; there it counts for nothing.
pub(crate) fn learns_of_it(path: &str) -> bool {
    let ways_in = path.strip_prefix(crate::api::BASE).is_some_and(|path| path.starts_with("/auth/"));
    route::is_api_path(path) && !ways_in
}

/// Lets only those through who may do something; see [`crate::Routes::needs`] and [`crate::needs`].
pub(crate) async fn require(
    State(capability): State<Capability>,
    Signed(identity): Signed,
    request: Request,
    next: Next,
) -> Response {
    match identity.why_not(capability) {
        None => next.run(request).await,
        Some(refusal) => refusal.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_bearer_token_is_read_whatever_the_case_of_its_scheme() {
        let with = |value| {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, HeaderValue::from_static(value));
            headers
        };
        assert_eq!(bearer(&with("Bearer abc")), Some("abc"));
        assert_eq!(bearer(&with("bearer  abc ")), Some("abc"));
        assert_eq!(bearer(&with("Basic abc")), None);
        assert_eq!(bearer(&HeaderMap::new()), None);
    }

    #[test]
    fn who_is_not_verified_keeps_only_their_account() {
        let identity = Identity {
            user: Id::new(1),
            session: Id::new(1),
            username: "leila".to_owned(),
            name: "Leïla".to_owned(),
            picture: None,
            role: Role::Admin,
            verified: false,
            suspended_until: None,
            cart_count: 0,
        };
        assert!(identity.can(Capability::KeepAccount));
        assert!(!identity.can(Capability::TakePart));
        assert!(!identity.can(Capability::RunSite));
        let suspended =
            Identity { verified: true, suspended_until: Some(Timestamp::from_millis(0)), ..identity };
        assert!(suspended.can(Capability::TakePart) && suspended.can(Capability::RunSite));
        assert!(!suspended.can(Capability::Talk) && !suspended.can(Capability::Moderate));
    }
}
