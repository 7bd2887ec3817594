//! `/admin/settings` and the pages beside it: forms of settings, each of which holds at once when it is saved.

use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, Choice, EnterKey, Field, FieldKind, Icon, Radios, Select, TextArea};
use web::admin::{Section, Shown};
use web::shop::{FixedValue, Kind, Setting, Shop};
use web::{Error, FieldErrors, Form, Notice, Page};

use super::act::Owner;
use super::{Tab, letters, logo, mail, payment, values};
use crate::ask;
use crate::words::settings as t;

/// The settings of each form of the shop's page.
const NAMES: [Setting; 2] = [Setting::ShopName, Setting::ShopNameAr];
const DESCRIPTIONS: [Setting; 3] = [Setting::DescriptionEn, Setting::DescriptionFr, Setting::DescriptionAr];
const COLOURS: [Setting; 2] = [Setting::Accent, Setting::AccentDark];
const LANGUAGES: [Setting; 2] = [Setting::Languages, Setting::DefaultLanguage];

/// The hidden field with the version that the form was drawn from.
const VERSION: &str = "version";

/// The hidden field of a form that has boxes to tick, none of which may be.
const TICKS: &str = "ticks";

/// What a form sends.
#[derive(Debug, Clone, Default)]
pub(super) struct Filled(Vec<(String, String)>);

impl Filled {
    /// What was typed into a field; `None` where the form has no such field.
    pub(super) fn typed(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All that was ticked of a field.
    fn ticked(&self, name: &str) -> Vec<&str> {
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
                (form.section(tab, "names", &NAMES, (t::names(l), Some(t::names_lead(l)))))
                (logo::section(page, owner, told))
                (form.section(tab, "about", &DESCRIPTIONS, (t::descriptions(l), Some(t::descriptions_lead(l)))))
                (form.section(tab, "languages", &LANGUAGES, (t::languages_title(l), None)))
                (form.section(tab, "colours", &COLOURS, (t::colours(l), Some(t::colours_lead(l)))))
            }
            Tab::Seller => (form.section(tab, "seller", tab.settings(), (t::seller(l), Some(t::seller_lead(l))))),
            Tab::Mail => {
                (form.section(tab, "sender", tab.settings(), (t::sender(l), Some(t::sender_lead(l)))))
                (mail::beside(page, owner))
                (letters::list(page, owner))
            }
            Tab::Payment => {
                (payment::beside(page, owner))
                (form.section(tab, "buying", &[Setting::Payments], (t::buying(l), None)))
                (form.section(tab, "refunds", &[Setting::RefundsAlone], (t::refunds(l), None)))
            }
            Tab::Limits => (form.section(tab, "limits", tab.settings(), (t::limits(l), Some(t::limits_lead(l))))),
        }
    };
    let (mut frame, view) =
        page.admin(Shown { lead: Some(t::lead(l)), body, ..Shown::new(Section::Settings, l) });
    frame.has_problems = !wrong.is_empty();
    // No page of settings needs one, and that of a file's form holds the token, which no link is to carry on.
    frame.query.clear();
    Ok(page.render(&frame, &view))
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

/// The forms of a page.
pub(super) struct FormView<'a> {
    pub(super) page: &'a Page,
    pub(super) owner: &'a Owner,
    pub(super) shop: &'a Shop,
    pub(super) told: &'a Told,
}

impl FormView<'_> {
    /// A part of the page with a form of its own, which has a button where something can be changed.
    fn section(
        &self,
        tab: Tab,
        name: &str,
        settings: &[Setting],
        (title, lead): (&str, Option<&str>),
    ) -> Markup {
        let (l, action) = (self.page.locale, self.page.url(tab.path()));
        let form = ui::Form { action: &action, csrf: self.page.csrf(), ..ui::Form::default() };
        let is_open = settings.iter().any(|setting| self.fixed(*setting).is_none());
        let fields = html! {
            input type="hidden" name=(VERSION) value=(self.shop.version);
            @for setting in settings { (self.field(*setting)) }
            @if is_open { (ui::button(&Button { label: t::save(l), ..Button::default() }, None)) }
        };
        ui::settings_section(&format!("{name}-title"), title, lead, &ui::form(&form, &fields))
    }

    fn fixed(&self, setting: Setting) -> Option<&FixedValue> {
        self.owner.app.live.ground().fixed.get(&setting)
    }

    fn field(&self, setting: Setting) -> Markup {
        let l = self.page.locale;
        if let Some(fixed) = self.fixed(setting) {
            return fixed_field(l, setting, &self.shop.value(setting), &fixed.set_with);
        }
        let now = self.shop.value(setting);
        match setting.kind() {
            Kind::Sender => return mail::fields(self),
            Kind::Languages => return self.languages(setting),
            Kind::Language => return self.language(setting, &now),
            Kind::Switch => return self.switch(setting, &now),
            Kind::Text(most) => return self.text(setting, (&now, most)),
            Kind::Line(_) | Kind::Rate | Kind::Amount | Kind::Colour | Kind::Number(..) => {}
        }
        let label = match setting.kind() {
            Kind::Amount => {
                t::in_currency(l, values::label(l, setting), self.owner.app.settings.currency.code())
            }
            _ => values::label(l, setting).to_owned(),
        };
        let wrong = self.wrong(setting.name());
        let field = Field {
            kind: if setting == Setting::SellerPhone { FieldKind::Phone } else { FieldKind::Text },
            name: setting.name(),
            label: &label,
            value: self.typed(setting.name()).unwrap_or(&now),
            hint: values::hint(l, setting),
            error: wrong.as_deref(),
            optional: true,
            most: match setting.kind() {
                Kind::Line(most) => u32::try_from(most).ok(),
                _ => None,
            },
            enter_key: EnterKey::Done,
            autocomplete: Some("off"),
            ..Field::default()
        };
        ui::field(l, &field)
    }

    fn text(&self, setting: Setting, (now, most): (&str, usize)) -> Markup {
        let l = self.page.locale;
        let wrong = self.wrong(setting.name());
        let area = TextArea {
            name: setting.name(),
            label: values::label(l, setting),
            value: self.typed(setting.name()).unwrap_or(now),
            hint: values::hint(l, setting),
            error: wrong.as_deref(),
            optional: true,
            most: u32::try_from(most).ok(),
            ..TextArea::default()
        };
        ui::text_area(l, &area)
    }

    /// Yes or no.
    fn switch(&self, setting: Setting, now: &str) -> Markup {
        let l = self.page.locale;
        let now = self.typed(setting.name()).unwrap_or(now);
        let words = [("on", t::switch_on(l)), ("off", t::switch_off(l))];
        let wrong = self.wrong(setting.name());
        let radios = Radios {
            name: setting.name(),
            label: values::label(l, setting),
            hint: values::hint(l, setting),
            error: wrong.as_deref(),
            choices: &words.map(|(value, label)| Choice::new(value, label, value == now)),
        };
        ui::radios(l, &radios)
    }

    /// Languages to tick.
    fn languages(&self, setting: Setting) -> Markup {
        let l = self.page.locale;
        let filled = self.told.filled.as_ref().filter(|filled| filled.typed(TICKS).is_some());
        let is_ticked = |other: Locale| match filled {
            Some(filled) => filled.ticked(setting.name()).contains(&other.tag()),
            None => self.shop.languages.offers(other),
        };
        let choices = Locale::ALL.map(|other| Choice::new(other.tag(), other.own_name(), is_ticked(other)));
        let wrong = self.wrong(setting.name());
        let ticks = ui::Ticks {
            name: setting.name(),
            label: values::label(l, setting),
            hint: values::hint(l, setting),
            error: wrong.as_deref(),
            choices: &choices,
        };
        html! { input type="hidden" name=(TICKS) value="on"; (ui::ticks(l, &ticks)) }
    }

    /// One language to choose.
    fn language(&self, setting: Setting, now: &str) -> Markup {
        let l = self.page.locale;
        let now = self.typed(setting.name()).unwrap_or(now);
        let choices = Locale::ALL.map(|other| Choice::new(other.tag(), other.own_name(), other.tag() == now));
        let wrong = self.wrong(setting.name());
        let select = Select {
            name: setting.name(),
            label: values::label(l, setting),
            hint: values::hint(l, setting),
            error: wrong.as_deref(),
            choices: &choices,
            ..Select::default()
        };
        ui::select(l, &select)
    }

    /// What was typed into a field that is not in force.
    pub(super) fn typed(&self, name: &str) -> Option<&str> {
        self.told.filled.as_ref()?.typed(name)
    }

    /// What is wrong with a field.
    pub(super) fn wrong(&self, name: &str) -> Option<String> {
        self.told.errors.of(name).map(|error| error.message.text(self.page.locale).into_owned())
    }
}

/// A setting that the operator decided: its value, and with what.
fn fixed_field(l: Locale, setting: Setting, value: &str, set_with: &str) -> Markup {
    html! {
        div.field.fixed-setting #(setting.name()) {
            p.field__label { (values::label(l, setting)) }
            p.fixed-setting__value { bdi { (value) } }
            p.field__hint { (ui::icon(Icon::Lock)) span { (t::fixed(l, set_with)) } }
        }
    }
}
