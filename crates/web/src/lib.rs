//! The HTTP side of the shop: everything between a socket and a handler, and nothing about books.
//!
//! A handler extracts ([`Page`], [`Path`], [`Query`], [`ListQuery`], [`Json`]), acts, and renders
//! ([`Page::render`], [`Json`], [`ranges::serve`]); what goes wrong is an [`Error`]. Features hand their routers to
//! [`Site`], which lays logs, limits, security headers, compression and error pages around all of them in one place.
//!
//! Only this crate knows status codes.

i18n::messages!();

mod access;
pub mod admin;
mod answer;
mod api;
mod app;
mod authority;
mod caching;
mod client;
mod compression;
mod conditional;
mod cookies;
mod csrf;
pub mod csv;
mod decode;
mod error;
mod form;
mod health;
mod identity;
mod json;
mod manifest;
mod metrics;
mod notice;
mod offered;
pub mod offline;
mod origin;
mod page;
mod paging;
mod path;
mod public_url;
mod query;
pub mod ranges;
mod rate;
mod request_id;
mod robots;
mod route;
mod routes;
pub mod security;
mod seller;
pub mod shop;
mod shopper;
mod site;
mod spoken;
mod static_files;
mod theme;
mod typed;
mod visit;
mod wish;

pub use answer::{Accepted, Created, NoContent, to_correct, to_wait, told};
pub use api::BASE as API_BASE;
pub use app::{App, Parts, ShopSettings, Workbench};
pub use authority::{Capability, Role};
pub use caching::Caching;
pub use client::{NotANetwork, TrustedProxies};
pub use conditional::{IfMatch, etag};
pub use cookies::{Secret, remember_locale, remember_theme};
pub use error::{
    Error, FieldError, FieldErrors, Message, Missing, OrNotFound, Problem, ProblemField, Reason, Result,
};
pub use form::Form;
pub use identity::{
    ACCOUNT, Caller, Credential, Identify, Identity, SIGN_IN, SUSPENDED, Session, Signed, UNVERIFIED, UserId,
    VERIFY,
};
pub use json::{Json, NoFields, OptionalJson};
pub use metrics::Metrics;
pub use notice::{Notice, UNDO};
pub use page::{CART, Page, locale_of};
pub use paging::{LIMIT_DEFAULT, LIMIT_MOST, List, Paging, PagingParams, invalid_cursor};
pub use path::{IdSlug, Path};
pub use public_url::{NotAPublicUrl, PublicUrl};
pub use query::{ListQuery, NoFilters, Query};
pub use rate::{Client, Limiter, Rate};
pub use request_id::RequestId;
pub use routes::{Routes, needs};
pub use seller::{NotARate, Seller, Vat};
pub use shopper::{CartCookie, Shopper};
pub use site::{Guard, RATE, Site};
pub use spoken::Spoken;
pub use theme::is_own_path;
pub use visit::Visit;
pub use wish::Wish;
