//! Words that were sent when the session of whoever typed them had ended: they sign in, and find them in the form again.

use axum::extract::{FromRequest, FromRequestParts as _, Request};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use maud::html;
use ui::{Alert, Button, TextArea, Tone};
use web::{App, Capability, Error, Form, Page};

use super::composing::Filled;
use super::frame::frame;
use crate::t;
use crate::talker::Talker;

/// A form with words, and whoever sends it. Somebody whose session has ended is led to sign in first; whoever may not talk
/// any more is told so by [`Talker`]'s deeds, with the words.
pub(super) struct Sent {
    pub(super) talker: Talker,
    pub(super) filled: Filled,
}

impl FromRequest<App> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let page = Page::from_request_parts(&mut parts, app).await.map_err(Error::into_response)?;
        let talker = Talker::from_request_parts(&mut parts, app).await;
        let form = Form::<Filled>::from_request(Request::from_parts(parts, body), app).await;
        match (talker, form) {
            (Ok(talker), Ok(Form(filled))) => Ok(Self { talker, filled }),
            (Ok(talker), Err(error)) => {
                let refusal = talker.me.require(Capability::Talk).err();
                Err(refusal.unwrap_or(error).into_response())
            }
            // A script keeps the words itself.
            (Err(Error::Unauthorized), Ok(Form(filled)))
                if !page.wants_fragment() && !filled.text.trim().is_empty() =>
            {
                Err(to_sign_in(&page, &filled))
            }
            (Err(error), _) => Err(error.into_response()),
        }
    }
}

/// What was typed into the form of a page before.
pub(super) fn typed(page: &Page) -> Option<Filled> {
    let typed = page.typed()?;
    let mut parts = typed.splitn(3, '\n').map(str::to_owned);
    let (spoiler, book, text) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Filled { text, spoiler, book, ..Filled::default() })
}

fn to_sign_in(page: &Page, filled: &Filled) -> Response {
    let spoiler = if filled.is_spoiler() { "on" } else { "" };
    let book = filled.book().map(|book| book.to_string()).unwrap_or_default();
    let kept = page.to_sign_in_with_typed(&format!("{spoiler}\n{book}\n{}", filled.text));
    kept.unwrap_or_else(|| (StatusCode::UNAUTHORIZED, by_hand(page, filled)).into_response())
}

/// The words, to be copied before one signs in.
fn by_hand(page: &Page, filled: &Filled) -> Response {
    let l = page.locale;
    let words =
        TextArea { name: "text", label: t::composer_label(l), value: &filled.text, ..TextArea::default() };
    let sign_in = Button { label: t::sign_in(l), ..Button::default() };
    let next: String = form_urlencoded::byte_serialize(page.url(page.path()).as_bytes()).collect();
    let body = html! {
        div.talk-page.talk-page--form {
            h1 { (t::composer_label(l)) }
            (ui::alert(&Alert { tone: Tone::Danger, title: t::draft_too_long_to_keep(l), body: html! {} }))
            (ui::text_area(l, &words))
            (ui::button_link(&sign_in, &format!("{}?next={next}", page.url(web::SIGN_IN))))
        }
    };
    page.render(&frame(page, t::composer_label(l), page.path()), &body)
}
