//! The pages of accounts: the sign-in pages on ink, the step of the genres, and the account with what lies below it.

mod audit;
mod data;
mod forgot;
mod form;
mod genres;
mod hub;
mod mailbox;
pub(crate) use audit::entries;
pub(crate) mod paths;
mod pictures;
mod preferences;
mod profile;
mod reset;
mod security;
mod sign_form;
mod sign_in;
mod sign_out;
mod sign_up;
mod verify;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Redirect;
use axum::routing::{MethodRouter, get, post};
use web::{App, Capability, Page, Routes};

/// What surrounds a picture in a body, in bytes.
const AROUND: usize = 64 * 1024;

/// Where forms go that stand on another page. A form that came back with something to correct stands at this address,
/// so whoever asks for it (a switch of language, a reload) is led to that page.
fn part_of(path: &'static str) -> MethodRouter<App> {
    get(async move |page: Page| Redirect::to(&page.url(path)))
}

/// The pages, whose paths stand after the language.
pub(crate) fn routes() -> Routes {
    let own = Capability::KeepAccount;
    let uploads = DefaultBodyLimit::max(crate::picture::MOST_BYTES + AROUND);
    Routes::new()
        .way_in(paths::SIGN_IN, get(sign_in::show).post(sign_in::submit))
        .way_in(paths::SIGN_UP, get(sign_up::show).post(sign_up::submit))
        .way_in(paths::FORGOT, get(forgot::show).post(forgot::submit))
        .way_in(paths::RESET, get(reset::show).post(reset::submit))
        .way_in(paths::VERIFY, get(verify::show).post(verify::submit))
        .needs(own, paths::RESEND, part_of(paths::VERIFY).post(verify::resend))
        .needs(own, paths::SIGN_OUT, part_of(paths::ACCOUNT).post(sign_out::submit))
        .needs(own, paths::WELCOME, get(genres::welcome).post(genres::save_welcome))
        .needs(own, paths::ACCOUNT, get(hub::show))
        .needs(own, paths::PROFILE, get(profile::show).post(profile::save))
        .needs(own, paths::PICTURE, part_of(paths::PROFILE).merge(post(profile::set_picture).layer(uploads)))
        .needs(own, paths::PICTURE_REMOVE, part_of(paths::PROFILE).post(profile::remove_picture))
        .needs(own, paths::SECURITY, get(security::show))
        .needs(own, paths::PASSWORD, part_of(paths::SECURITY).post(security::change_password))
        .needs(own, paths::EMAIL, part_of(paths::SECURITY).post(security::change_email))
        .needs(own, paths::SESSIONS, part_of(paths::SECURITY).post(security::end_sessions))
        .needs(own, paths::SESSION, part_of(paths::SECURITY).post(security::end_session))
        .needs(own, paths::PREFERENCES, get(preferences::show).post(preferences::save))
        .needs(own, paths::GENRES, get(genres::show).post(genres::save))
        .needs(own, paths::DATA, get(data::show))
        .needs(Capability::RunSite, paths::AUDIT, get(audit::show))
        .needs(own, paths::DELETE, get(data::confirm).post(data::delete))
}

/// What lies outside the languages: pictures, and the mailbox of a shop in development.
pub(crate) fn root_routes() -> Router<App> {
    Router::new()
        .route("/pictures/{user}/{version}/{file}", get(pictures::show))
        .route("/dev/mail", get(mailbox::list))
        .route("/dev/mail/{name}", get(mailbox::show))
}
