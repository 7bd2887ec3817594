//! What a visitor asked for that only readers can do (a press of a heart), carried out once they have signed in.
//!
//! The wish waits in a cookie, not in the address. An address can be written by anybody: a link of a stranger would then
//! do something in the name of whoever signs in by it. The cookie is set only in answer to a form that stood on our own
//! page, which [`origin`](crate::origin) has checked; no other site can set it (`__Host-` on https), no script reads it,
//! and it is gone after a quarter of an hour. It is carried out only by the form that signs in or up, which brings a
//! password and is checked to come from our own page too, so that no stranger signs somebody in with a wish of theirs.
//! Opening a page carries out nothing.

use axum::response::Response;
use http::{HeaderMap, header};

use crate::cookies;
use crate::notice::Notice;
use crate::page::Page;

/// A wish as the browser brought it: a word of whoever left it, who alone understands it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish(String);

impl Wish {
    /// The wish that waits, if any does.
    pub fn read(headers: &HeaderMap, page: &Page) -> Option<Self> {
        cookies::read_wish(headers, page.is_https())
            .filter(|wish| !wish.is_empty())
            .map(|it| Self(it.to_owned()))
    }

    /// The word that was left.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Page {
    /// Leads a visitor to sign in, with a wish in letters, digits, `-` and `.` that is carried out then, and on from there.
    pub fn to_sign_in_with(&self, next: &str, wish: &str) -> Response {
        let mut answer = self.to_sign_in(next);
        answer.headers_mut().append(header::SET_COOKIE, cookies::wish(wish, self.is_https()));
        answer
    }

    /// Takes the wish away, whatever became of it, and leaves word of what was done.
    pub fn wish_done(&self, answer: &mut Response, done: Option<Notice>) {
        let cookie = cookies::wish("", self.is_https());
        answer.headers_mut().append(header::SET_COOKIE, cookie);
        if let Some(notice) = done {
            let cookie = cookies::notice(notice.word(), self.is_https());
            answer.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
}
