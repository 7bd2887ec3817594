//! `/admin/settings/mail`: who mails come from, and a mail to see whether they go out.

use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, EnterKey, Field, FieldKind, Icon, Tone};
use web::Page;
use web::shop::Setting;

use super::Tab;
use super::act::{Owner, Tried};
use super::form::{FormView, apart};
use super::page::{self, Filled, Told};
use crate::ask;
use crate::words::settings as t;

/// The fields that a sender is typed into.
const NAME: &str = "sender_name";
const ADDRESS: &str = "sender_address";

/// The id of the field that an error stands at.
pub(super) fn field_of(field: &str) -> &str {
    if field == Setting::MailFrom.name() { ADDRESS } else { field }
}

/// A sender as it was typed; `None` where the form has no such fields.
pub(super) fn typed(filled: &Filled) -> Option<String> {
    let (name, address) = (filled.typed(NAME)?.trim(), filled.typed(ADDRESS)?.trim());
    Some(match (name, address) {
        ("", address) => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    })
}

/// Draws the fields of a sender.
pub(super) fn fields(form: &FormView<'_>) -> Markup {
    let l = form.page.locale;
    let now = &form.shop.mail_from;
    let address_now = now.address();
    let wrong = form.wrong(Setting::MailFrom.name());
    let name = Field {
        name: NAME,
        label: t::sender_name(l),
        value: form.typed(NAME).unwrap_or(now.name()),
        hint: Some(t::sender_name_hint(l)),
        optional: true,
        most: Some(100),
        autocomplete: Some("off"),
        ..Field::default()
    };
    let address = Field {
        kind: FieldKind::Email,
        name: ADDRESS,
        label: t::sender_address(l),
        value: form.typed(ADDRESS).unwrap_or(&address_now),
        hint: Some(t::sender_address_hint(l)),
        error: wrong.as_deref(),
        optional: true,
        autocomplete: Some("off"),
        enter_key: EnterKey::Done,
        ..Field::default()
    };
    html! { (ui::field(l, &name)) (ui::field(l, &address)) }
}

/// What stands below the form: how mails go out, and a button that tries it.
pub(super) fn beside(page: &Page, owner: &Owner) -> Markup {
    let l = page.locale;
    let press = Button {
        label: t::test_mail(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::Send),
        ..Button::default()
    };
    let into_folder = owner.app.mail.mailbox().is_some();
    let body = html! {
        p { (if into_folder { t::mail_into_folder(l) } else { t::mail_by_server(l) }) }
        p.faint { (t::mail_server_secret(l)) " " code dir="ltr" { "WARRAQ_SMTP_URL" } }
        (apart(l))
        (ask::press(page, &page.url("/admin/settings/mail/test"), &press))
    };
    ui::settings_section("test-title", t::test_mail_title(l), None, &body)
}

/// `POST /admin/settings/mail/test`
pub(super) async fn test(page: Page, owner: Owner) -> web::Result<Response> {
    let l = page.locale;
    let (notice, refusal) = match owner.test_mail(l).await {
        Ok(tried) => (told(l, &tried), None),
        Err(error) => {
            let Some(words) = ask::told(l, &error) else { return Err(error) };
            (ask::refused(&words), Some(error))
        }
    };
    let told = Told { notice: Some(notice), ..Told::default() };
    let answer = page::render(&page, &owner, Tab::Mail, &told).await?;
    Ok(match refusal {
        Some(error) => web::told(&error, answer),
        None => answer,
    })
}

fn told(l: Locale, tried: &Tried) -> Markup {
    let (tone, title) = if tried.is_laid {
        (Tone::Warning, tried.answer.clone())
    } else if tried.works {
        (Tone::Success, t::test_mail_sent(l, &tried.what))
    } else {
        (Tone::Danger, t::test_mail_failed(l, &tried.what))
    };
    let body = html! {
        @if !tried.is_laid && !tried.answer.is_empty() { p { (t::answer(l)) " " bdi dir="ltr" { (tried.answer) } } }
    };
    ui::alert(&Alert { tone, title: &title, body })
}
