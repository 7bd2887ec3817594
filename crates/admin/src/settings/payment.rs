//! `/admin/settings/payment`: how the shop is paid, and a question to the payment service to see whether it answers.

use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, Tone};
use web::Page;

use super::Tab;
use super::act::{Owner, Tried};
use super::form::apart;
use super::page::{self, Told};
use crate::ask;
use crate::words::settings as t;

/// What stands below the form: how the shop is paid, and a button that tries it.
pub(super) fn beside(page: &Page, owner: &Owner) -> Markup {
    let l = page.locale;
    let press = Button { label: t::test_payment(l), kind: ButtonKind::Outline, ..Button::default() };
    let body = html! {
        p { (if owner.takes_payments() && owner.app.shop().takes_payments { t::payments_on(l) } else { t::payments_off(l) }) }
        p.faint {
            (t::payment_secret(l)) " " code dir="ltr" { "WARRAQ_CHARGILY_SECRET_KEY" } ", "
            code dir="ltr" { "WARRAQ_CHARGILY_MODE" }
        }
        @if owner.takes_payments() {
            (apart(l))
            (ask::press(page, &page.url("/admin/settings/payment/test"), &press))
        }
    };
    ui::settings_section("gateway-title", t::gateway(l), None, &body)
}

/// `POST /admin/settings/payment/test`
pub(super) async fn test(page: Page, owner: Owner) -> web::Result<Response> {
    let l = page.locale;
    let (notice, refusal) = match owner.test_payment().await {
        Ok(tried) => (told(l, &tried), None),
        Err(error) => {
            let Some(words) = ask::told(l, &error) else { return Err(error) };
            (ask::refused(&words), Some(error))
        }
    };
    let told = Told { notice: Some(notice), ..Told::default() };
    let answer = page::render(&page, &owner, Tab::Payment, &told).await?;
    Ok(match refusal {
        Some(error) => web::told(&error, answer),
        None => answer,
    })
}

fn told(l: Locale, tried: &Tried) -> Markup {
    let (tone, title) = if tried.works {
        (Tone::Success, t::payment_answers(l, &tried.what))
    } else {
        (Tone::Danger, t::payment_fails(l).to_owned())
    };
    let body = html! {
        @if !tried.answer.is_empty() { p { (t::answer(l)) " " bdi dir="ltr" { (tried.answer) } } }
    };
    ui::alert(&Alert { tone, title: &title, body })
}
