//! `/account/preferences`: the language of pages and mails, the colours, and what is done with spoilers.

use axum::extract::State;
use axum::response::Response;
use http::header;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice, Radios, Theme};
use web::{App, FieldErrors, Form, Notice, Page, Signed};

use super::form::{Problems, account_frame, account_page};
use super::{paths, security};
use crate::spoilers::Spoilers;
use crate::user::User;
use crate::{profile, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    locale: String,
    #[serde(default)]
    theme: String,
    /// Absent in forms of pages that were opened before there was such a choice.
    spoilers: Option<String>,
}

/// Shows them.
pub(super) async fn show(page: Page, State(app): State<App>, Signed(me): Signed) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    Ok(render(&page, &user, &Problems::default()))
}

/// Keeps them, in the account and in the browser, and goes on in the chosen language.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    let mut errors = FieldErrors::default();
    let (locale, theme) = (Locale::from_tag(&filled.locale), Theme::from_name(&filled.theme));
    let spoilers = filled.spoilers.as_deref().map(Spoilers::from_name);
    let wrong =
        [("locale", locale.is_none()), ("theme", theme.is_none()), ("spoilers", spoilers == Some(None))];
    for (field, is_wrong) in wrong {
        if is_wrong {
            errors.add(field, "invalid", t::choice_wrong);
        }
    }
    let (Some(locale), Some(theme), true) = (locale, theme, errors.is_empty()) else {
        let problems = Problems::new(page.locale, &errors);
        return Ok(web::to_correct(render(&page, &user, &problems)));
    };
    let spoilers = spoilers.flatten();
    let change =
        profile::Change { locale: Some(locale), theme: Some(theme), spoilers, ..profile::Change::default() };
    profile::change(&app, &user, change).await?;
    let to = format!("/{}{}", locale.tag(), paths::ACCOUNT);
    let mut answer = page.done_at(&to, Notice::PreferencesSaved);
    let https = page.is_https();
    for cookie in [web::remember_theme(theme, https), web::remember_locale(locale, https)] {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(answer)
}

fn render(page: &Page, user: &User, problems: &Problems) -> Response {
    let l = page.locale;
    let action = page.url(paths::PREFERENCES);
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let body = html! { (problems.summary(l)) (ui::form(&form, &fields(page, user, problems))) };
    let view = account_page(page, t::row_preferences(l), None, &body);
    page.render(&account_frame(page, t::row_preferences(l), problems), &view)
}

fn fields(page: &Page, user: &User, problems: &Problems) -> Markup {
    let l = page.locale;
    let offered = page.shop().languages.clone();
    let spoken = offered.speak(user.locale());
    let languages: Vec<Choice> = offered
        .offered()
        .iter()
        .map(|other| Choice::new(other.tag(), other.own_name(), *other == spoken))
        .collect();
    let names =
        [(Theme::Auto, t::theme_auto(l)), (Theme::Light, t::theme_light(l)), (Theme::Dark, t::theme_dark(l))];
    let themes: Vec<Choice> = names
        .into_iter()
        // Those of this browser, which the foot of each page may have changed.
        .map(|(theme, name)| Choice::new(theme.name(), name, theme == page.theme))
        .collect();
    html! {
        (ui::radios(l, &Radios {
            name: "locale",
            label: t::language_label(l),
            hint: Some(t::language_hint(l)),
            error: problems.get("locale"),
            choices: &languages,
        }))
        (ui::radios(l, &Radios {
            name: "theme",
            label: t::theme_label(l),
            hint: None,
            error: problems.get("theme"),
            choices: &themes,
        }))
        (ui::radios(l, &Radios {
            name: "spoilers",
            label: t::spoilers_label(l),
            hint: Some(t::spoilers_hint(l)),
            error: problems.get("spoilers"),
            choices: &spoilers(l, user.spoilers),
        }))
        (ui::button(&Button { label: t::save(l), ..Button::default() }, None))
    }
}

fn spoilers(l: Locale, chosen: Spoilers) -> [Choice; 3] {
    Spoilers::ALL.map(|one| {
        let label = match one {
            Spoilers::ByProgress => t::spoilers_by_progress(l),
            Spoilers::Never => t::spoilers_never(l),
            Spoilers::Always => t::spoilers_always(l),
        };
        Choice::new(one.name(), label, one == chosen)
    })
}
