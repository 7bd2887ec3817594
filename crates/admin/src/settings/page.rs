//! `/admin/settings` and the pages beside it: forms of settings, each of which holds at once when it is saved.

use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use web::admin::{Section, Shown};
use web::shop::{Kind, Setting};
use web::{Error, FieldErrors, Form, Notice, Page};

use super::act::Owner;
use super::form::{FormView, Part};
use super::{Tab, letters, logo, mail, payment};
use crate::ask;
use crate::words::settings as t;

/// The settings of each part of the shop's page.
const NAMES: [Setting; 2] = [Setting::ShopName, Setting::ShopNameAr];
const DESCRIPTIONS: [Setting; 3] = [Setting::DescriptionEn, Setting::DescriptionFr, Setting::DescriptionAr];
const COLOURS: [Setting; 2] = [Setting::Accent, Setting::AccentDark];
const LANGUAGES: [Setting; 2] = [Setting::Languages, Setting::DefaultLanguage];

/// The hidden field with the version that the form was drawn from.
pub(super) const VERSION: &str = "version";

/// The hidden field of a form that has boxes to tick, none of which may be.
pub(super) const TICKS: &str = "ticks";

/// What a form sends.
#[derive(Debug, Clone, Default)]
pub(super) struct Filled(Vec<(String, String)>);

impl Filled {
    /// What was typed into a field; `None` where the form has no such field.
    pub(super) fn typed(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All that was ticked of a field.
    pub(super) fn ticked(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(field, _)| field == name).map(|(_, value)| value.as_str()).collect()
    }

    fn version(&self) -> Option<i64> {
        self.typed(VERSION)?.parse().ok()
    }

    /// What is wanted of the settings of a page.
    fn wanted(&self, tab: Tab) -> Vec<(Setting, String)> {
        let wanted = |setting: &Setting| {
            let value = match setting.kind() {
                Kind::Sender => mail::typed(self)?,
                Kind::Languages => {
                    self.typed(TICKS)?;
                    let ticked = self.ticked(setting.name());
                    // No tick at all is no language, and not what is there when nobody says.
                    if ticked.is_empty() { ",".to_owned() } else { ticked.join(",") }
                }
                _ => self.typed(setting.name())?.to_owned(),
            };
            Some((*setting, value))
        };
        tab.settings().iter().filter_map(wanted).collect()
    }
}

/// What stands on a page beside what is in force.
#[derive(Default)]
pub(super) struct Told {
    /// What was typed, where it is not in force.
    pub(super) filled: Option<Filled>,
    /// What is wrong with it.
    pub(super) errors: FieldErrors,
    /// What is told on top.
    pub(super) notice: Option<Markup>,
}

/// `GET`
pub(super) async fn show(page: Page, owner: Owner, tab: Tab) -> web::Result<Response> {
    render(&page, &owner, tab, &Told::default()).await
}

/// `POST`: saves the settings of a page.
pub(super) async fn save(
    page: Page,
    owner: Owner,
    tab: Tab,
    Form(fields): Form<Vec<(String, String)>>,
) -> web::Result<Response> {
    let filled = Filled(fields);
    let Err(error) = owner.change(filled.version(), &filled.wanted(tab)).await else {
        return Ok(page.done(tab.path(), Notice::SettingsSaved));
    };
    let (errors, notice) = if let Error::Invalid(errors) = &error {
        (errors.clone(), None)
    } else {
        // Whoever has seen what changed meanwhile, and saves again, means it: the form has the new version.
        let Some(words) = ask::told(page.locale, &error) else { return Err(error) };
        (FieldErrors::default(), Some(ask::refused(&words)))
    };
    let told = Told { filled: Some(filled), errors, notice };
    Ok(web::told(&error, render(&page, &owner, tab, &told).await?))
}

/// Draws a page.
pub(super) async fn render(page: &Page, owner: &Owner, tab: Tab, told: &Told) -> web::Result<Response> {
    let l = page.locale;
    let (shop, _) = owner.look().await?;
    let wrong: Vec<(String, String)> = told
        .errors
        .iter()
        .map(|error| (mail::field_of(&error.field).to_owned(), error.message.text(l).into_owned()))
        .collect();
    let wrong: Vec<(&str, &str)> =
        wrong.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
    let form = FormView { page, owner, shop: &shop, told };
    let body = html! {
        (tabs(page, tab))
        @if !wrong.is_empty() { (ui::problem_summary(l, &wrong)) }
        @if let Some(notice) = &told.notice { (notice) }
        @match tab {
            Tab::Shop => {
                (form.view(tab, &shop_parts(l)))
                (logo::section(page, owner, told))
            }
            Tab::Seller => (form.view(tab, &[part("seller", tab.settings(), t::seller(l), Some(t::seller_lead(l)))])),
            Tab::Mail => {
                (form.view(tab, &[part("sender", tab.settings(), t::sender(l), Some(t::sender_lead(l)))]))
                (mail::beside(page, owner))
                (letters::list(page, owner))
            }
            Tab::Payment => {
                (form.view(tab, &[
                    part("buying", &[Setting::Payments], t::buying(l), None),
                    part("refunds", &[Setting::RefundsAlone], t::refunds(l), None),
                ]))
                (payment::beside(page, owner))
            }
            Tab::Limits => (form.view(tab, &[part("limits", tab.settings(), t::limits(l), Some(t::limits_lead(l)))])),
        }
    };
    let (mut frame, view) =
        page.admin(Shown { lead: Some(t::lead(l)), body, ..Shown::new(Section::Settings, l) });
    frame.has_problems = !wrong.is_empty();
    Ok(page.render(&frame, &view))
}

/// The parts of the shop's page.
fn shop_parts(l: Locale) -> [Part; 4] {
    [
        part("names", &NAMES, t::names(l), Some(t::names_lead(l))),
        part("about", &DESCRIPTIONS, t::descriptions(l), Some(t::descriptions_lead(l))),
        part("languages", &LANGUAGES, t::languages_title(l), None),
        part("colours", &COLOURS, t::colours(l), Some(t::colours_lead(l))),
    ]
}

const fn part(
    name: &'static str,
    settings: &'static [Setting],
    title: &'static str,
    lead: Option<&'static str>,
) -> Part {
    Part { name, settings, title, lead }
}

/// The ways between the pages of settings.
fn tabs(page: &Page, now: Tab) -> Markup {
    let l = page.locale;
    let label = |tab| match tab {
        Tab::Shop => t::tab_shop(l),
        Tab::Seller => t::tab_seller(l),
        Tab::Mail => t::tab_mail(l),
        Tab::Payment => t::tab_payment(l),
        Tab::Limits => t::tab_limits(l),
    };
    html! {
        nav.tabs aria-label=(t::tabs(l)) {
            @for tab in Tab::ALL {
                a.tabs__tab href=(page.url(tab.path())) data-ink aria-current=[(tab == now).then_some("page")] {
                    (label(tab))
                }
            }
        }
    }
}
