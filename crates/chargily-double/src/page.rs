//! The pay page: what a payer sees at the gateway, with a button for each end that a payment can have. It works without
//! scripts.

use axum::extract::{Path, State as Shared};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse as _, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::checkout::{Checkout, Status};
use crate::config::Mode;
use crate::gateway::{Act, Gateway};
use crate::words::Words;

const STYLE: &str = include_str!("page.css");

/// `GET /test/checkouts/{id}/pay` and `/checkouts/{id}/pay`
pub(crate) async fn show(Shared(gateway): Shared<Gateway>, Path(id): Path<String>, uri: Uri) -> Response {
    let state = gateway.state();
    match state.checkout(&id).filter(|checkout| checkout.mode == mode_of(&uri)) {
        Some(checkout) => page(StatusCode::OK, checkout, &body(checkout)),
        None => unknown(),
    }
}

/// The form of the page: `act` is pay, fail, cancel or leave, `payment_method` what was chosen.
pub(crate) async fn act(
    Shared(gateway): Shared<Gateway>,
    Path(id): Path<String>,
    uri: Uri,
    form: String,
) -> Response {
    let field = |name: &str| {
        form_urlencoded::parse(form.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    };
    let mut state = gateway.state();
    let Some(checkout) = state.checkout_mut(&id).filter(|checkout| checkout.mode == mode_of(&uri)) else {
        return unknown();
    };
    let act = match field("act").as_deref() {
        Some("pay") => Act::Pay,
        Some("fail") => Act::Fail,
        Some("cancel") => Act::Cancel,
        Some("leave") => return page(StatusCode::OK, checkout, &left(checkout)),
        _ => return page(StatusCode::BAD_REQUEST, checkout, &body(checkout)),
    };
    if !checkout.status.is_open() {
        return page(StatusCode::CONFLICT, checkout, &body(checkout));
    }
    if let Some(method) = field("payment_method").filter(|one| matches!(one.as_str(), "edahabia" | "cib")) {
        checkout.payment_method = Some(method);
    }
    let stays = state.knobs.stay_processing && act == Act::Pay;
    if stays {
        // It may be processing already, and then stays so.
        let _ = gateway.act(&mut state, &id, Act::Process, false);
    } else if let Err(refusal) = gateway.act(&mut state, &id, act, false) {
        return (StatusCode::CONFLICT, refusal.to_string()).into_response();
    }
    let Some(checkout) = state.checkout(&id) else { return unknown() };
    match return_url(checkout, act) {
        Some(url) => redirect(&url),
        None => page(StatusCode::OK, checkout, &body(checkout)),
    }
}

fn mode_of(uri: &Uri) -> Mode {
    if uri.path().starts_with("/test/") { Mode::Test } else { Mode::Live }
}

/// Where the payer goes after an act: the shop's address with the checkout's id in its query.
pub(crate) fn return_url(checkout: &Checkout, act: Act) -> Option<String> {
    let url = match act {
        Act::Pay => Some(checkout.success_url.as_str()),
        Act::Fail | Act::Cancel => checkout.failure_url.as_deref(),
        Act::Process | Act::Expire => None,
    }?;
    Some(with_id(url, &checkout.id))
}

/// Appends `checkout_id` to an address, before its fragment.
fn with_id(url: &str, id: &str) -> String {
    let (address, fragment) = url.find('#').map_or((url, ""), |at| url.split_at(at));
    let joint = if !address.contains('?') {
        "?"
    } else if address.ends_with(['?', '&']) {
        ""
    } else {
        "&"
    };
    format!("{address}{joint}checkout_id={id}{fragment}")
}

fn redirect(url: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    match HeaderValue::from_str(url) {
        Ok(to) => {
            response.headers_mut().insert(header::LOCATION, to);
            response
        }
        Err(_) => (StatusCode::BAD_GATEWAY, "The shop's address cannot be gone to.").into_response(),
    }
}

/// A checkout's page around its body.
fn page(status: StatusCode, checkout: &Checkout, body: &Markup) -> Response {
    let words = Words::of(&checkout.locale);
    let notice = if checkout.mode == Mode::Live { words.live_notice } else { words.test_notice };
    framed(status, words, notice, body)
}

fn unknown() -> Response {
    let words = Words::of("en");
    framed(StatusCode::NOT_FOUND, words, words.test_notice, &html! { p.state { (words.unknown) } })
}

fn framed(status: StatusCode, words: &Words, notice: &str, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(words.language) dir=(words.direction) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (words.title) " · Chargily Pay" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    p.notice { (notice) }
                    h1 { (words.title) }
                    (body)
                }
            }
        }
    };
    let policy = [(header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'")];
    (status, policy, Html(page.into_string())).into_response()
}

fn body(checkout: &Checkout) -> Markup {
    let words = Words::of(&checkout.locale);
    html! {
        (summary(checkout, words))
        p.state role="status" { (words.state(checkout.status)) }
        @if checkout.status.is_open() {
            form method="post" {
                (methods(checkout, words))
                button.main name="act" value="pay" { (words.pay) }
                button name="act" value="fail" { (words.fail) }
                button name="act" value="cancel" { (words.cancel) }
                button.quiet name="act" value="leave" { (words.leave) }
            }
        } @else if let Some(url) = return_url(checkout, end_of(checkout.status)) {
            p { a.button href=(url) { (words.back) } }
        }
    }
}

/// The act that leads to a final state, for the way back.
fn end_of(status: Status) -> Act {
    if status == Status::Paid { Act::Pay } else { Act::Cancel }
}

fn left(checkout: &Checkout) -> Markup {
    let words = Words::of(&checkout.locale);
    html! {
        (summary(checkout, words))
        p.state role="status" { (words.left) }
        p { a.button href="" { (words.again) } }
    }
}

fn summary(checkout: &Checkout, words: &Words) -> Markup {
    html! {
        dl {
            div { dt { (words.amount) } dd.amount { bdi { (words.dinars(checkout.amount)) } } }
            div { dt { (words.reference) } dd { code dir="ltr" { (checkout.id) } } }
        }
        @if let Some(description) = &checkout.description {
            p.description dir="auto" { (description) }
        }
    }
}

fn methods(checkout: &Checkout, words: &Words) -> Markup {
    let chosen = checkout.payment_method.as_deref().unwrap_or("edahabia");
    html! {
        fieldset {
            legend { (words.method) }
            label { input type="radio" name="payment_method" value="edahabia" checked[chosen == "edahabia"]; span { (words.edahabia) } }
            label { input type="radio" name="payment_method" value="cib" checked[chosen == "cib"]; span { (words.cib) } }
            @if chosen == "chargily_app" {
                label { input type="radio" name="payment_method" value="chargily_app" checked; span { (words.app) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_appended_wherever_the_address_allows_it() {
        let of = |url| with_id(url, "01x");
        assert_eq!(of("https://shop.example/back"), "https://shop.example/back?checkout_id=01x");
        assert_eq!(of("https://shop.example/back?o=1"), "https://shop.example/back?o=1&checkout_id=01x");
        assert_eq!(of("https://shop.example/back?"), "https://shop.example/back?checkout_id=01x");
        assert_eq!(
            of("https://shop.example/back?o=1#top"),
            "https://shop.example/back?o=1&checkout_id=01x#top"
        );
    }
}
