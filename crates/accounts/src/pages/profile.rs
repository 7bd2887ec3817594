//! `/account/profile`: name, username, phone, picture.

use axum::Extension;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Avatar, AvatarSize, Button, EnterKey, Field, FieldKind, PictureEditor};
use web::{App, Client, Error, Form, Identity, Notice, Page, Signed};

use super::form::{self, Problems, account_frame, account_page};
use super::{paths, security};
use crate::user::User;
use crate::{Accounts, api, fields, picture, profile, t};

/// How large a picture may be, as people count: a little less than is taken.
const PICTURE_MOST: i64 = 20_000_000;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    name: String,
    #[serde(default)]
    username: String,
    #[serde(default)]
    phone: String,
}

impl Filled {
    fn of(user: &User) -> Self {
        Self {
            name: user.name.clone(),
            username: user.username.clone(),
            phone: user.phone.clone().unwrap_or_default(),
        }
    }
}

/// Shows it.
pub(super) async fn show(page: Page, State(app): State<App>, Signed(me): Signed) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    Ok(render(&page, &me, &Filled::of(&user), &Problems::default()))
}

/// Keeps what was filled in.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    let change = profile::Change {
        name: Some(&filled.name),
        username: Some(&filled.username),
        phone: Some(&filled.phone),
        ..profile::Change::default()
    };
    match profile::change(&app, &user, change).await {
        Ok(_) => Ok(page.done(paths::ACCOUNT, Notice::ProfileSaved)),
        Err(error) => {
            let problems = Problems::of(page.locale, error, "name")?;
            Ok(problems.answer(render(&page, &me, &filled, &problems)))
        }
    }
}

/// Takes another picture.
pub(super) async fn set_picture(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    if let Err(error) = accounts.limits().upload(client) {
        let problems = Problems::of(page.locale, error, "file")?;
        return Ok(problems.answer(render(&page, &me, &Filled::of(&user), &problems)));
    }
    let place = accounts.desk().place().await?;
    let kept = match api::file(body).await {
        Ok(bytes) => picture::set(&app, accounts.desk(), &user, (place, bytes)).await,
        Err(error) if error.is_too_large() => Err(Error::invalid("file", "too_large", t::picture_bytes)),
        Err(error) => Err(error),
    };
    match kept {
        Ok(()) => Ok(page.done(paths::PROFILE, Notice::PictureSaved)),
        Err(error) => {
            let problems = Problems::of(page.locale, error, "file")?;
            Ok(problems.answer(render(&page, &me, &Filled::of(&user), &problems)))
        }
    }
}

/// Takes the picture away.
pub(super) async fn remove_picture(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    picture::remove(&app, &user).await?;
    Ok(page.done(paths::PROFILE, Notice::PictureRemoved))
}

fn render(page: &Page, me: &Identity, filled: &Filled, problems: &Problems) -> Response {
    let l = page.locale;
    let (set, remove) = (page.url(paths::PICTURE), page.url(paths::PICTURE_REMOVE));
    let editor = ui::picture_editor(
        l,
        &PictureEditor {
            avatar: Avatar { name: &me.name, picture: me.picture.as_deref(), size: AvatarSize::Large },
            name: "file",
            form: ui::Form { action: &set, csrf: page.csrf(), multipart: true, next: None },
            remove: ui::Form { action: &remove, csrf: page.csrf(), ..ui::Form::default() },
            most: PICTURE_MOST,
            error: problems.get("file"),
        },
    );
    let save = page.url(paths::PROFILE);
    let form = ui::Form { action: &save, csrf: page.csrf(), ..ui::Form::default() };
    let body = html! {
        (problems.summary(l))
        (ui::settings_section("picture", t::picture_section(l), None, &editor))
        (ui::settings_section("about", t::about_section(l), None, &ui::form(&form, &fields_of(page, filled, problems))))
    };
    let view = account_page(page, t::row_profile(l), None, &body);
    page.render(&account_frame(page, t::row_profile(l), problems), &view)
}

fn fields_of(page: &Page, filled: &Filled, problems: &Problems) -> Markup {
    let l = page.locale;
    html! {
        (ui::field(l, &Field {
            kind: FieldKind::Name,
            name: "name",
            label: t::name_label(l),
            value: &filled.name,
            hint: Some(t::name_hint(l)),
            error: problems.get("name"),
            optional: true,
            enter_key: EnterKey::Next,
            most: Some(fields::NAME_LONGEST),
            ..Field::default()
        }))
        (ui::field(l, &form::username(l, &filled.username, problems)))
        (ui::field(l, &form::phone(l, &filled.phone, problems)))
        (ui::button(&Button { label: t::save(l), ..Button::default() }, None))
    }
}
