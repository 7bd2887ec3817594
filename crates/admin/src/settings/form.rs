//! The form of a page of settings: its parts, and a field for each kind of setting.

use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, Choice, EnterKey, Field, FieldKind, Icon, Radios, Select, TextArea};
use web::Page;
use web::shop::{FixedValue, Kind, Setting, Shop};

use super::act::Owner;
use super::page::{TICKS, Told, VERSION};
use super::{Tab, mail, values};
use crate::words::settings as t;

/// Settings under a heading.
pub(super) struct Part {
    /// Its name in the ids of the page.
    pub(super) name: &'static str,
    pub(super) settings: &'static [Setting],
    pub(super) title: &'static str,
    pub(super) lead: Option<&'static str>,
}

/// The form of a page.
pub(super) struct FormView<'a> {
    pub(super) page: &'a Page,
    pub(super) owner: &'a Owner,
    pub(super) shop: &'a Shop,
    pub(super) told: &'a Told,
}

impl FormView<'_> {
    /// All parts in one form, so that nothing that was typed is lost when it is saved. It has a button where something can
    /// be changed.
    pub(super) fn view(&self, tab: Tab, parts: &[Part]) -> Markup {
        let (l, action) = (self.page.locale, self.page.url(tab.path()));
        let form = ui::Form { action: &action, csrf: self.page.csrf(), ..ui::Form::default() };
        let mut settings = parts.iter().flat_map(|part| part.settings);
        let is_open = settings.any(|setting| self.fixed(*setting).is_none());
        let body = html! {
            input type="hidden" name=(VERSION) value=(self.shop.version);
            @for part in parts { (self.part(part)) }
            @if is_open { (ui::button(&Button { label: t::save(l), ..Button::default() }, None)) }
        };
        ui::form(&form, &body)
    }

    fn part(&self, part: &Part) -> Markup {
        let fields = html! { @for setting in part.settings { (self.field(*setting)) } };
        ui::settings_section(&format!("{}-title", part.name), part.title, part.lead, &fields)
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
            kind: match setting.kind() {
                _ if setting == Setting::SellerPhone => FieldKind::Phone,
                Kind::Colour => FieldKind::Colour,
                _ => FieldKind::Text,
            },
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

/// That what follows is a form of its own, which keeps nothing of what was typed in the other.
pub(super) fn apart(l: Locale) -> Markup {
    html! { p.faint { (t::apart(l)) } }
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
