//! Addresses after the language.

use kernel::Id;
use web::Session;

pub(crate) const SIGN_IN: &str = web::SIGN_IN;
pub(crate) const SIGN_UP: &str = "/sign-up";
pub(crate) const SIGN_OUT: &str = "/sign-out";
pub(crate) const FORGOT: &str = "/forgot";
pub(crate) const RESET: &str = "/reset";
pub(crate) const VERIFY: &str = web::VERIFY;
pub(crate) const RESEND: &str = "/verify/resend";
pub(crate) const WELCOME: &str = "/welcome/genres";
pub(crate) const ACCOUNT: &str = web::ACCOUNT;
pub(crate) const PROFILE: &str = "/account/profile";
pub(crate) const PICTURE: &str = "/account/picture";
pub(crate) const PICTURE_REMOVE: &str = "/account/picture/remove";
pub(crate) const SECURITY: &str = "/account/security";
pub(crate) const PASSWORD: &str = "/account/password";
pub(crate) const EMAIL: &str = "/account/email";
pub(crate) const SESSIONS: &str = "/account/sessions/end";
pub(crate) const SESSION: &str = "/account/sessions/{id}/end";
pub(crate) const PREFERENCES: &str = "/account/preferences";
pub(crate) const GENRES: &str = "/account/genres";
pub(crate) const DATA: &str = "/account/data";
pub(crate) const DELETE: &str = "/account/delete";
pub(crate) const AUDIT: &str = "/admin/audit";

/// Where the form goes that ends one session.
pub(crate) fn session(id: Id<Session>) -> String {
    format!("/account/sessions/{id}/end")
}
