//! Accounts: signing up and in, codes by e-mail, sessions and tokens, the profile, preferences, favourite genres; their
//! pages and their part of the API.
//!
//! Nobody learns from this crate whether somebody has an account: answers about an address are the same, and take the
//! same time, whoever asks. What differs is in the mails, which jobs write (see `mails`).

mod api;
mod argon;
pub mod audit;
mod code;
mod device;
mod email;
mod email_change;
mod fields;
mod genres;
mod hygiene;
mod letters;
mod limits;
mod lock;
pub mod mails;
mod operator;
mod pages;
mod password;
pub mod people;
mod phone;
mod picture;
mod profile;
mod removal;
mod reset;
mod secret;
mod session;
mod sign_in;
mod sign_up;
mod spoilers;
mod taste;
mod trial;
mod user;
mod username;
mod verification;

use std::sync::Arc;

use axum::{Extension, Router};
use db::Tx;
use futures::future::BoxFuture;
use http::{HeaderMap, HeaderValue};
use jobs::Registry;
use kernel::Timestamp;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Identify, Notice, Routes, UserId, Wish};

pub use api::Patch;
pub use email::{Email, WrongEmail};
pub use operator::{CreateError, NewAccount, create};
pub use phone::{Phone, WrongPhone};
pub use picture::{kept as kept_pictures, path as picture_path};
pub use session::end_everybodys as end_all_sessions;
pub use spoilers::Spoilers;
pub use taste::taste_changed;
pub use user::User;
pub use username::{Username, WrongUsername};

i18n::messages!();

/// The feature, with what its handlers share: the hashing of passwords and the counts behind its limits.
#[derive(Clone)]
pub struct Accounts(Arc<Shared>, Extras);

/// A row of the account's first page that another feature brings.
#[derive(Clone, Copy, Debug)]
pub struct ExtraRow {
    /// A picture before the words.
    pub icon: ui::Icon,
    /// What it is.
    pub label: fn(i18n::Locale) -> &'static str,
    /// A few words below it.
    pub hint: fn(i18n::Locale) -> &'static str,
    /// The path of its page, after the language.
    pub path: &'static str,
    /// Who has it: those who may do what its page is for.
    pub needs: web::Capability,
}

/// What other features bring to the account's pages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extras {
    /// Rows of its first page.
    pub rows: &'static [ExtraRow],
    /// What they keep of somebody, and delete with the account, in a sentence each.
    pub kept: &'static [fn(i18n::Locale) -> &'static str],
    /// What they do in the transaction that deletes an account, before its row goes.
    pub on_delete: &'static [OnDelete],
    /// Carries out what somebody asked for before they signed in, and tells what was done.
    pub wish: Option<CarryOut>,
    /// How the audit log tells what they write into it.
    pub logged: &'static [audit::Say],
    /// What the audit log calls their things by, where that is not a key.
    pub named: &'static [audit::Named],
    /// What they do once somebody has signed in, or up.
    pub on_sign_in: &'static [OnSignIn],
    /// What they hand somebody of what they keep, when the whole of it is asked for.
    pub export: &'static [Export],
}

/// What another feature keeps of somebody, under a name of its own in the file with all of it.
pub type Export = fn(App, UserId) -> BoxFuture<'static, web::Result<(&'static str, serde_json::Value)>>;

/// What another feature does when an account is deleted: with what others see of it, and with what is counted.
pub type OnDelete = for<'a> fn(&'a Tx, UserId, Timestamp) -> BoxFuture<'a, db::Result<()>>;

/// What another feature does when somebody has signed in, with what their client sent: it unites what the browser kept of a
/// visitor with what the reader has. Answers cookies to be set. It cannot fail: they are signed in, whatever becomes of it.
pub type OnSignIn = fn(App, UserId, HeaderMap) -> BoxFuture<'static, Vec<HeaderValue>>;

/// Carries out a wish (see [`Wish`]) of somebody who has just signed in, and tells what was done; nothing for a wish that
/// cannot be had, or that it does not understand.
pub type CarryOut = fn(App, UserId, Wish) -> BoxFuture<'static, Option<Notice>>;

pub(crate) struct Shared {
    pub(crate) hasher: password::Hasher,
    pub(crate) limits: limits::Limits,
    pub(crate) desk: picture::Desk,
}

impl Default for Accounts {
    fn default() -> Self {
        Self::new()
    }
}

impl Accounts {
    /// How the audit log tells what admins do about accounts.
    pub const LOGGED: &'static [audit::Say] = &[people::logged::say];

    /// The feature, its counts at zero.
    pub fn new() -> Self {
        let shared = Shared {
            hasher: password::Hasher::new(),
            limits: limits::Limits::new(),
            desk: picture::Desk::new(),
        };
        Self(Arc::new(shared), Extras::default())
    }

    /// The same, with what other features bring to its pages.
    #[must_use]
    pub fn with(self, extras: Extras) -> Self {
        Self(self.0, extras)
    }

    /// Its pages.
    pub fn pages(&self) -> Routes {
        pages::routes().layer(Extension(self.clone()))
    }

    /// Its part of the API.
    pub fn api(&self) -> OpenApiRouter<App> {
        api::routes().layer(Extension(self.clone()))
    }

    /// What lies outside the languages: the pictures of readers.
    pub fn root(&self) -> Router<App> {
        pages::root_routes()
    }

    /// What it does later and at intervals.
    pub fn jobs(&self) -> Registry<App> {
        mails::jobs().merge(picture::jobs()).merge(hygiene::jobs())
    }

    /// Tells whom a credential belongs to.
    pub fn sessions(&self) -> impl Identify + use<> {
        session::Sessions
    }

    /// Draws entries of the audit log as its page does.
    pub fn entries(&self, page: &web::Page, entries: &[audit::Entry]) -> maud::Markup {
        pages::entries(page, self.1.logged, entries)
    }

    pub(crate) fn hasher(&self) -> &password::Hasher {
        &self.0.hasher
    }

    pub(crate) fn desk(&self) -> &picture::Desk {
        &self.0.desk
    }

    pub(crate) fn extras(&self) -> Extras {
        self.1
    }

    /// Tells the other features that somebody has signed in; the cookies to be set.
    pub(crate) async fn signed_in(&self, app: &App, user: UserId, headers: &HeaderMap) -> Vec<HeaderValue> {
        let told = self.1.on_sign_in.iter().map(|hear| hear(app.clone(), user, headers.clone()));
        futures::future::join_all(told).await.into_iter().flatten().collect()
    }

    pub(crate) fn limits(&self) -> &limits::Limits {
        &self.0.limits
    }
}
