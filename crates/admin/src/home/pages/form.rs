//! The form of a shelf: what stands in it, as a draft, and as it is drawn.

use catalogue::Genre;
use discovery::curation::{self, CurateError, Draft, Shelf, SourceKind, TITLE_MOST, Title, Wanted};
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice, Field, FieldKind, Select};
use web::{App, FieldErrors, Page};

use crate::home::{act, days};
use crate::words::home as t;

/// What stands in the form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    /// The page's version when it was opened.
    pub(super) version: Option<i64>,
    title_en: String,
    title_fr: String,
    title_ar: String,
    /// The languages that are ticked.
    shown: Vec<String>,
    from: String,
    until: String,
    /// What the shelf is made of; empty for the chosen books alone.
    source: String,
    genre: String,
    author: String,
    series: String,
    publisher: String,
}

impl Filled {
    /// Nothing yet, to be shown in every language.
    pub(super) fn new_shelf() -> Self {
        Self { shown: Locale::ALL.map(|locale| locale.tag().to_owned()).to_vec(), ..Self::default() }
    }

    /// What a shelf is; `source` is what it is made of by name.
    pub(super) fn of(shelf: &Shelf, version: i64, source: Option<&str>) -> Self {
        let title = |locale: Locale| {
            let title = shelf.titles.iter().find(|title| title.locale == locale);
            title.map(|title| title.text.clone()).unwrap_or_default()
        };
        let mut filled = Self {
            version: Some(version),
            title_en: title(Locale::En),
            title_fr: title(Locale::Fr),
            title_ar: title(Locale::Ar),
            shown: shelf.locales().map(|locale| locale.tag().to_owned()).collect(),
            from: shelf.from.map(days::first).unwrap_or_default(),
            until: shelf.until.map(days::last).unwrap_or_default(),
            ..Self::default()
        };
        if let Some(is) = shelf.source {
            is.of.as_str().clone_into(&mut filled.source);
            let name = source.unwrap_or_default().to_owned();
            match is.of {
                SourceKind::Genre => filled.genre = is.id.to_string(),
                SourceKind::Author => filled.author = name,
                SourceKind::Series => filled.series = name,
                SourceKind::Publisher => filled.publisher = name,
            }
        }
        filled
    }

    fn title(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => &self.title_en,
            Locale::Fr => &self.title_fr,
            Locale::Ar => &self.title_ar,
        }
    }

    fn is_shown(&self, locale: Locale) -> bool {
        self.shown.iter().any(|tag| tag == locale.tag())
    }

    /// The draft that it asks for, or what is wrong with it.
    pub(super) async fn draft(&self, app: &App, is_own: bool) -> web::Result<Result<Draft, FieldErrors>> {
        let mut errors = FieldErrors::default();
        let from = days::from(&self.from, "from", &mut errors);
        let until = days::until(&self.until, "until", &mut errors);
        let mut draft = Draft { from: Some(from), until: Some(until), ..Draft::default() };
        if is_own {
            let title =
                |locale| Title { locale, text: self.title(locale).to_owned(), shown: self.is_shown(locale) };
            draft.titles = Some(Locale::ALL.map(title).to_vec());
            draft.source = Some(match self.wanted() {
                None => None,
                Some((of, field, wanted)) => {
                    let found = match &wanted {
                        Wanted::Named(name) if name.is_empty() => None,
                        wanted => curation::source(&app.db, of, wanted).await?,
                    };
                    if found.is_none() {
                        errors.add(field, "unknown", t::source_unknown);
                    }
                    found
                }
            });
        }
        Ok(if errors.is_empty() { Ok(draft) } else { Err(errors) })
    }

    /// What the shelf is to be made of, with the field that says so.
    fn wanted(&self) -> Option<(SourceKind, &'static str, Wanted)> {
        let of: SourceKind = self.source.parse().ok()?;
        let named = |text: &str| Wanted::Named(text.trim().to_owned());
        Some(match of {
            SourceKind::Genre => {
                let wanted = self.genre.parse().map_or_else(|_| named(&self.genre), Wanted::Key);
                (of, "genre", wanted)
            }
            SourceKind::Author => (of, "author", named(&self.author)),
            SourceKind::Series => (of, "series", named(&self.series)),
            SourceKind::Publisher => (of, "publisher", named(&self.publisher)),
        })
    }
}

/// What is told on top of a page: what is wrong with what was sent.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// What is wrong, by the id of the field.
    wrong: Vec<(String, String)>,
    /// Why nothing was done, where no field is to blame.
    refused: Option<String>,
}

impl Told {
    /// What a refusal says; failures, and what is not there, are handed on.
    pub(super) fn of(l: Locale, error: CurateError) -> web::Result<Self> {
        match error {
            CurateError::Invalid(errors) => Ok(Self::wrong(l, &errors)),
            error => Ok(Self::refused(act::refused(l, error)?)),
        }
    }

    /// What is wrong with values.
    pub(super) fn wrong(l: Locale, errors: &FieldErrors) -> Self {
        let told = |error: &web::FieldError| (id_of(&error.field), error.message.text(l).into_owned());
        Self { wrong: errors.iter().map(told).collect(), refused: None }
    }

    /// Why nothing was done.
    pub(super) fn refused(words: String) -> Self {
        Self { wrong: Vec::new(), refused: Some(words) }
    }

    pub(super) fn at(&self, id: &str) -> Option<&str> {
        self.wrong.iter().find(|(field, _)| field == id).map(|(_, words)| words.as_str())
    }

    pub(super) fn has_problems(&self) -> bool {
        !self.wrong.is_empty()
    }

    pub(super) fn is_refusal(&self) -> bool {
        self.has_problems() || self.refused.is_some()
    }

    pub(super) fn view(&self, l: Locale) -> Markup {
        let wrong: Vec<(&str, &str)> =
            self.wrong.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
        html! {
            @if !wrong.is_empty() { (ui::problem_summary(l, &wrong)) }
            @if let Some(words) = &self.refused { (crate::ask::refused(words)) }
        }
    }
}

/// The id in the form of what the rules name.
fn id_of(field: &str) -> String {
    match field {
        "locales" | "titles" => "title_en".to_owned(),
        field => field.replace("titles.", "title_"),
    }
}

/// The form, with what is wrong in it.
pub(super) struct FormView<'a> {
    pub(super) page: &'a Page,
    pub(super) filled: &'a Filled,
    pub(super) told: &'a Told,
    pub(super) genres: &'a [Genre],
    pub(super) action: &'a str,
    /// Whether the shelf is one of the shop's own, with titles and a source.
    pub(super) is_own: bool,
    /// What the button says.
    pub(super) save: &'a str,
}

impl FormView<'_> {
    /// Draws it.
    pub(super) fn view(&self) -> Markup {
        let l = self.page.locale;
        let form = ui::Form { action: self.action, csrf: self.page.csrf(), ..ui::Form::default() };
        let body = html! {
            @if let Some(version) = self.filled.version { input type="hidden" name="version" value=(version); }
            @if self.is_own {
                @for locale in Locale::ALL { (self.title(locale)) }
                (self.source())
            }
            div.editor__pair {
                (self.day("from", t::from(l), &self.filled.from, t::from_hint(l)))
                (self.day("until", t::until(l), &self.filled.until, t::until_hint(l)))
            }
            (ui::button(&Button { label: self.save, ..Button::default() }, None))
        };
        html! { shop-names.editor { (ui::form(&form, &body)) } }
    }

    fn title(&self, locale: Locale) -> Markup {
        let l = self.page.locale;
        let name = format!("title_{}", locale.tag());
        let label = t::title_in(l, locale.own_name());
        let field = Field {
            name: &name,
            label: &label,
            value: self.filled.title(locale),
            error: self.told.at(&name),
            optional: true,
            // It is needed where the tick below is set.
            depends: true,
            most: u32::try_from(TITLE_MOST).ok(),
            autocomplete: Some("off"),
            ..Field::default()
        };
        let (id, tick) = (format!("shown-{}", locale.tag()), t::shown_in(l, locale.own_name()));
        html! {
            div.shelf-title {
                (ui::field(l, &field))
                label.tick {
                    input.tick__box id=(id) type="checkbox" name="shown" value=(locale.tag()) checked[self.filled.is_shown(locale)];
                    span { (tick) }
                }
            }
        }
    }

    fn day(&self, name: &str, label: &str, value: &str, hint: &str) -> Markup {
        let field = Field {
            kind: FieldKind::Day,
            name,
            label,
            value,
            hint: Some(hint),
            error: self.told.at(name),
            optional: true,
            autocomplete: Some("off"),
            ..Field::default()
        };
        ui::field(self.page.locale, &field)
    }

    /// What the shelf is made of: a choice, each with the field that says which.
    fn source(&self) -> Markup {
        let l = self.page.locale;
        html! {
            fieldset.sources {
                legend.field__label { (t::source(l)) }
                (self.choice("", t::source_none(l), &html! {}))
                (self.choice("genre", t::genre(l), &self.genre()))
                (self.choice("author", t::author(l), &self.name("author", t::author(l), &self.filled.author)))
                (self.choice("series", t::series(l), &self.name("series", t::series(l), &self.filled.series)))
                (self.choice("publisher", t::publisher(l), &self.name("publisher", t::publisher(l), &self.filled.publisher)))
            }
        }
    }

    fn choice(&self, value: &str, label: &str, field: &Markup) -> Markup {
        html! {
            div.sources__choice {
                label.tick {
                    input.tick__box type="radio" name="source" value=(value) checked[self.filled.source == value];
                    span { (label) }
                }
                @if !field.0.is_empty() { div.sources__which { (field) } }
            }
        }
    }

    fn genre(&self) -> Markup {
        let l = self.page.locale;
        let chosen = |genre: &Genre| genre.id.to_string() == self.filled.genre;
        let none = Choice::new("", t::genre_choose(l), self.filled.genre.is_empty());
        let genres =
            self.genres.iter().map(|genre| Choice::new(genre.id.to_string(), &genre.name, chosen(genre)));
        let choices: Vec<Choice> = std::iter::once(none).chain(genres).collect();
        let select = Select {
            name: "genre",
            label: t::which(l),
            error: self.told.at("genre"),
            choices: &choices,
            optional: true,
            depends: true,
            ..Select::default()
        };
        ui::select(l, &select)
    }

    fn name(&self, name: &str, label: &str, value: &str) -> Markup {
        let field = Field {
            name,
            label,
            value,
            error: self.told.at(name),
            optional: true,
            depends: true,
            autocomplete: Some("off"),
            names: Some(name),
            ..Field::default()
        };
        ui::field(self.page.locale, &field)
    }
}
