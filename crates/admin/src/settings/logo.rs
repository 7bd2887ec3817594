//! The shop's logo: a picture that is made safe and cut to all sizes; as part of the page *Shop*, and in the API.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::response::Response;
use cover::{Emblem, Limits};
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use tokio::sync::Semaphore;
use ui::{Button, FileField};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::admin::{Section, Shown};
use web::shop::{Logo, Picture};
use web::{App, Error, Form, NoContent, Notice, Page, Problem};

use super::Tab;
use super::act::Owner;
use super::form::apart;
use super::page::{self, Told};
use crate::ask::{self, Sure};
use crate::books::act::file;
use crate::words::settings as t;

/// Where a logo is sent, after the language.
pub(super) const LOGO: &str = "/admin/settings/logo";
/// Where it is asked whether it may go, after the language.
pub(super) const REMOVE: &str = "/admin/settings/logo/remove";
/// The most bytes of a logo.
const MOST: usize = 5 << 20;
/// The most bytes of what it is sent in.
pub(super) const BODY_MOST: usize = MOST + 64 * 1024;
/// The longest side of a logo, in pixels.
const SIDE: u32 = 4_096;
/// The memory that one may take, in bytes.
const MEMORY: u64 = 64 << 20;
/// How many are made at once.
static MAKING: Semaphore = Semaphore::const_new(1);

/// The routes of the API.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(put, remove)).layer(axum::extract::DefaultBodyLimit::max(BODY_MOST))
}

/// Makes a logo of what was sent, and gives it to the shop.
async fn set(owner: &Owner, bytes: Vec<u8>) -> web::Result<()> {
    let turn = MAKING.acquire().await.map_err(|_| Error::unavailable())?;
    let made = tokio::task::spawn_blocking(move || logo(&bytes)).await;
    let logo = made.map_err(|error| Error::Internal(error.into()))??;
    drop(turn);
    owner.change_logo(Some(&logo)).await
}

fn logo(bytes: &[u8]) -> web::Result<Logo> {
    let wrong = |code, message: fn(Locale) -> &'static str| Error::invalid("file", code, message);
    if bytes.is_empty() {
        return Err(wrong("missing", t::logo_missing));
    }
    let limits = Limits { bytes: MOST, side: SIDE, memory: MEMORY };
    let Emblem {
        mark,
        mark_width,
        mark_height,
        favicon,
        apple,
        icon_192,
        icon_512,
        maskable_192,
        maskable_512,
    } = cover::emblem(bytes, &limits).map_err(|error| match error {
        cover::Error::UnknownForm => wrong("unsupported", t::logo_kind),
        cover::Error::TooManyBytes { .. }
        | cover::Error::TooManyPixels { .. }
        | cover::Error::TooMuchMemory { .. } => wrong("too_large", t::logo_too_large),
        cover::Error::Unwritable(why) => Error::Internal(anyhow::anyhow!(why)),
        _ => wrong("damaged", t::logo_damaged),
    })?;
    let pictures = vec![
        (Picture::Mark, mark),
        (Picture::Favicon, favicon),
        (Picture::Apple, apple),
        (Picture::Icon192, icon_192),
        (Picture::Icon512, icon_512),
        (Picture::Maskable192, maskable_192),
        (Picture::Maskable512, maskable_512),
    ];
    Ok(Logo::new((mark_width, mark_height), pictures))
}

/// The part of the page.
pub(super) fn section(page: &Page, owner: &Owner, told: &Told) -> Markup {
    let (l, shop) = (page.locale, owner.app.shop());
    let action = page.url(LOGO);
    let wrong = told.errors.of("file").map(|error| error.message.text(l).into_owned());
    let form = ui::Form { action: &action, csrf: page.csrf(), multipart: true, next: None };
    let field = FileField {
        name: "file",
        label: t::logo_file(l),
        hint: Some(t::logo_hint(l)),
        error: wrong.as_deref(),
        accept: "image/png,image/webp,image/jpeg",
        optional: false,
    };
    let send = Button { label: t::logo_send(l), ..Button::default() };
    let body = html! {
        @if let Some(logo) = &shop.logo {
            div.own-logo {
                img src=(logo.address(Picture::Mark)) width=(logo.width) height=(logo.height) alt=(t::logo(l));
                img src=(logo.address(Picture::Maskable192)) width="64" height="64" alt=(t::logo_icon(l));
                (ui::confirm_link(t::logo_remove(l), &page.url(REMOVE), None))
            }
        }
        (apart(l))
        (ui::form(&form, &html! { (ui::file_field(l, &field)) (ui::button(&send, None)) }))
    };
    ui::settings_section("logo-title", t::logo(l), Some(t::logo_lead(l)), &body)
}

/// `POST /admin/settings/logo`
pub(super) async fn send(
    page: Page,
    owner: Owner,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Response> {
    let kept = match file(body).await {
        Ok(bytes) => set(&owner, bytes).await,
        Err(error) if error.is_too_large() => Err(Error::invalid("file", "too_large", t::logo_too_large)),
        Err(error) => Err(error),
    };
    match kept {
        Ok(()) => Ok(page.done(Tab::Shop.path(), Notice::SettingsSaved)),
        Err(Error::Invalid(errors)) => {
            let told = Told { errors: errors.clone(), ..Told::default() };
            let answer = page::render(&page, &owner, Tab::Shop, &told).await?;
            Ok(web::told(&Error::Invalid(errors), answer))
        }
        Err(error) => Err(error),
    }
}

/// `GET /admin/settings/logo/remove`: asks first.
pub(super) async fn ask(page: Page) -> Response {
    let (l, cancel) = (page.locale, page.url(Tab::Shop.path()));
    let sure = Sure {
        body: html! { p { (t::logo_remove_follows(l)) } },
        action: &page.url(REMOVE),
        fields: html! { input type="hidden" name="sure" value="on"; },
        deed: t::logo_remove(l),
        cancel: &cancel,
    };
    let title = t::logo_remove_title(l);
    let (frame, view) = page.admin(Shown {
        title,
        heading: html! { (title) },
        parent: Some(Tab::Shop.path()),
        body: ask::sure(&page, &sure),
        ..Shown::new(Section::Settings, l)
    });
    page.render(&frame, &view)
}

/// What the question sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    sure: Option<String>,
}

/// `POST /admin/settings/logo/remove`
pub(super) async fn take_off(page: Page, owner: Owner, Form(answer): Form<Answer>) -> web::Result<Response> {
    if answer.sure.is_none() {
        return Ok(ask(page).await);
    }
    owner.change_logo(None).await?;
    Ok(page.done(Tab::Shop.path(), Notice::SettingsSaved))
}

/// Gives the shop a logo: a PNG, WebP or JPEG picture.
#[utoipa::path(
    put, path = "/admin/settings/logo", tag = "admin",
    request_body(content = Object, content_type = "multipart/form-data", description = "The picture as the field `file`, of at most 5 MB and 4,096 pixels a side"),
    responses(
        (status = 204),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`missing`, `unsupported`, `too_large`, `damaged`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn put(owner: Owner, body: Result<Multipart, MultipartRejection>) -> web::Result<NoContent> {
    set(&owner, file(body).await?).await?;
    Ok(NoContent)
}

/// Takes the logo off again.
#[utoipa::path(delete, path = "/admin/settings/logo", tag = "admin", responses((status = 204)))]
async fn remove(owner: Owner) -> web::Result<NoContent> {
    owner.change_logo(None).await?;
    Ok(NoContent)
}
