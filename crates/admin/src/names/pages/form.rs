//! The form of a name: what stands in it, as a change, and as it is drawn.

use catalogue::names::{Change, Kind, Said, Tongues};
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Field, TextArea};
use web::Page;

use super::told::Told;
use crate::words::names as t;

/// The most characters of a line.
const LINE: u32 = 500;

/// What stands in the form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    /// The version when typing began.
    pub(super) version: i64,
    name: String,
    sort_name: String,
    name_en: String,
    name_fr: String,
    name_ar: String,
    about_en: String,
    about_fr: String,
    about_ar: String,
    other_names: String,
}

impl Filled {
    /// What is said of a name.
    pub(super) fn of(said: &Said, version: i64) -> Self {
        let word = |words: &Tongues, l: Locale| words.get(l.tag()).cloned().unwrap_or_default();
        Self {
            version,
            name: said.name.clone(),
            sort_name: said.sort_name.clone().unwrap_or_default(),
            name_en: word(&said.names, Locale::En),
            name_fr: word(&said.names, Locale::Fr),
            name_ar: word(&said.names, Locale::Ar),
            about_en: word(&said.descriptions, Locale::En),
            about_fr: word(&said.descriptions, Locale::Fr),
            about_ar: word(&said.descriptions, Locale::Ar),
            other_names: said.other_names.join("\n"),
        }
    }

    /// The same words over another version.
    pub(super) fn again(self, version: i64) -> Self {
        Self { version, ..self }
    }

    fn name_in(&self, l: Locale) -> &str {
        match l {
            Locale::En => &self.name_en,
            Locale::Fr => &self.name_fr,
            Locale::Ar => &self.name_ar,
        }
    }

    fn about_in(&self, l: Locale) -> &str {
        match l {
            Locale::En => &self.about_en,
            Locale::Fr => &self.about_fr,
            Locale::Ar => &self.about_ar,
        }
    }

    /// The change that it asks for.
    pub(super) fn change(&self, kind: Kind) -> Change {
        let words = |of: fn(&Self, Locale) -> &str| -> Tongues {
            Locale::ALL.into_iter().map(|l| (l.tag().to_owned(), of(self, l).to_owned())).collect()
        };
        let is_genre = kind == Kind::Genre;
        Change {
            name: Some(self.name.clone()).filter(|name| !is_genre || !name.trim().is_empty()),
            sort_name: (kind == Kind::Author).then(|| Some(self.sort_name.clone())),
            names: words(Self::name_in),
            descriptions: if is_genre { words(Self::about_in) } else { Tongues::new() },
            other_names: Some(self.other_names.lines().map(str::to_owned).collect()),
            position: None,
        }
    }
}

/// The form, with what is wrong in it.
pub(super) struct FormView<'a> {
    pub(super) page: &'a Page,
    pub(super) kind: Kind,
    pub(super) filled: &'a Filled,
    pub(super) told: &'a Told,
    /// Where it goes.
    pub(super) action: &'a str,
    /// What its button says.
    pub(super) deed: &'a str,
}

/// The names of the fields of each language.
const fn fields(l: Locale) -> (&'static str, &'static str) {
    match l {
        Locale::En => ("name_en", "about_en"),
        Locale::Fr => ("name_fr", "about_fr"),
        Locale::Ar => ("name_ar", "about_ar"),
    }
}

impl FormView<'_> {
    /// Draws it.
    pub(super) fn view(&self) -> Markup {
        let form = ui::Form { action: self.action, csrf: self.page.csrf(), ..ui::Form::default() };
        let body = html! {
            input type="hidden" name="version" value=(self.filled.version);
            @if self.kind == Kind::Genre { (self.of_genre()) } @else { (self.of_others()) }
            (self.others())
            (ui::button(&Button { label: self.deed, ..Button::default() }, None))
        };
        html! { div.editor { (ui::form(&form, &body)) } }
    }

    fn text<'b>(&'b self, name: &'b str, label: &'b str, value: &'b str) -> Field<'b> {
        Field {
            name,
            label,
            value,
            error: self.told.at(name),
            most: Some(LINE),
            optional: true,
            autocomplete: Some("off"),
            ..Field::default()
        }
    }

    fn of_others(&self) -> Markup {
        let (l, filled) = (self.page.locale, self.filled);
        let name = Field { optional: false, ..self.text("name", t::name(l), &filled.name) };
        let sort_name = Field {
            hint: Some(t::sort_name_hint(l)),
            ..self.text("sort_name", t::sort_name(l), &filled.sort_name)
        };
        html! {
            (ui::field(l, &name))
            @if self.kind == Kind::Author { (ui::field(l, &sort_name)) }
            fieldset.tongues {
                legend.tongues__legend { (t::elsewhere(l)) }
                p.field__hint { (t::elsewhere_hint(l)) }
                @for language in Locale::ALL {
                    (ui::field(l, &self.text(fields(language).0, language.own_name(), filled.name_in(language))))
                }
            }
        }
    }

    fn of_genre(&self) -> Markup {
        let (l, filled) = (self.page.locale, self.filled);
        let slug = Field { hint: Some(t::slug_hint(l)), ..self.text("name", t::slug(l), &filled.name) };
        html! {
            @for language in Locale::ALL {
                fieldset.tongues {
                    legend.tongues__legend lang=(language.tag()) { (language.own_name()) }
                    (ui::field(l, &Field { optional: false, ..self.text(fields(language).0, t::name(l), filled.name_in(language)) }))
                    (ui::text_area(l, &TextArea {
                        name: fields(language).1,
                        label: t::about(l),
                        value: filled.about_in(language),
                        error: self.told.at(fields(language).1),
                        optional: true,
                        most: Some(5_000),
                        ..TextArea::default()
                    }))
                }
            }
            (ui::field(l, &slug))
        }
    }

    fn others(&self) -> Markup {
        let l = self.page.locale;
        ui::text_area(
            l,
            &TextArea {
                name: "other_names",
                label: t::other_names(l),
                value: &self.filled.other_names,
                hint: Some(t::other_names_hint(l)),
                error: self.told.at("other_names"),
                optional: true,
                ..TextArea::default()
            },
        )
    }
}
