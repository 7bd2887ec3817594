//! The form of a book: what stands in it, as a change, and as it is drawn.

use catalogue::edit::{self, Change, Credit, Details, GenreWanted, Person, Who};
use catalogue::{Genre, show};
use i18n::Locale;
use kernel::{Language, seen_line};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use ui::{Button, ButtonKind, Choice, Field, Icon, Select, TextArea};
use web::{FieldErrors, Page};

use super::editor::Told;
use crate::words::books as t;

/// The languages to choose from; others are chosen where a book has them.
pub(super) const LANGUAGES: [&str; 14] =
    ["ar", "fr", "en", "kab", "ber", "es", "de", "it", "pt", "tr", "ru", "zh", "ja", "und"];

/// The roles to choose from; others stay as they are.
const ROLES: [&str; 6] = ["aut", "trl", "ill", "edt", "nrt", "ctb"];

/// The most characters of a line.
const LINE: u32 = 500;

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    /// The book's version when typing began.
    pub(super) version: i64,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) description: String,
    /// Names, in order, with the roles beside them.
    pub(super) person: Vec<String>,
    pub(super) role: Vec<String>,
    /// The genre it stands under first.
    pub(super) genre: String,
    /// All of them.
    pub(super) genres: Vec<String>,
    pub(super) publisher: String,
    pub(super) series: String,
    pub(super) series_number: String,
    pub(super) isbn: String,
    pub(super) language: String,
    pub(super) release_date: String,
    pub(super) page_count: String,
    /// The button that was pressed.
    #[serde(skip_serializing)]
    pub(super) act: String,
}

/// A button that changes the form and saves nothing.
enum Arrange {
    Add,
    Remove(usize),
    Up(usize),
}

impl Filled {
    /// What a book has.
    pub(super) fn of(details: &Details, version: i64) -> Self {
        let number = |number: f64| show::series_number(Locale::En, number);
        let pages = |pages: catalogue::PageCount| {
            if pages.min == pages.max {
                pages.min.to_string()
            } else {
                format!("{}-{}", pages.min, pages.max)
            }
        };
        Self {
            version,
            title: details.title.clone(),
            subtitle: details.subtitle.clone().unwrap_or_default(),
            description: details.description.clone(),
            person: details.contributors.iter().map(|person| person.name.clone()).collect(),
            role: details.contributors.iter().map(|person| person.role.clone()).collect(),
            genre: details.genres.first().map(|genre| genre.id.to_string()).unwrap_or_default(),
            genres: details.genres.iter().map(|genre| genre.id.to_string()).collect(),
            publisher: details.publisher.as_ref().map(|publisher| publisher.name.clone()).unwrap_or_default(),
            series: details.series.as_ref().map(|series| series.name.clone()).unwrap_or_default(),
            series_number: details
                .series
                .as_ref()
                .and_then(|series| series.number)
                .map(number)
                .unwrap_or_default(),
            isbn: details.isbn.map(|isbn| isbn.to_string()).unwrap_or_default(),
            language: details.language.to_string(),
            release_date: details.release_date.map(|date| date.to_string()).unwrap_or_default(),
            page_count: details.page_count.map(pages).unwrap_or_default(),
            act: String::new(),
        }
    }

    /// Does what a button that saves nothing asks for; whether it was one.
    pub(super) fn arrange(&mut self) -> bool {
        let at = |text: &str| text.parse::<usize>().ok();
        let wanted = match self.act.split_once(':') {
            None if self.act == "add" => Some(Arrange::Add),
            Some(("remove", which)) => at(which).map(Arrange::Remove),
            Some(("up", which)) => at(which).map(Arrange::Up),
            _ => None,
        };
        let Some(wanted) = wanted else { return false };
        let people = self.person.len();
        self.role.resize(people, "aut".to_owned());
        match wanted {
            Arrange::Add => {
                self.person.push(String::new());
                self.role.push("aut".to_owned());
            }
            Arrange::Remove(at) if at < people => {
                self.person.remove(at);
                self.role.remove(at);
            }
            Arrange::Up(at) if (1..people).contains(&at) => {
                self.person.swap(at - 1, at);
                self.role.swap(at - 1, at);
            }
            Arrange::Remove(_) | Arrange::Up(_) => {}
        }
        true
    }

    /// The change that it asks for; a name that a person of the book has stays theirs.
    pub(super) fn change(&self, now: &Details) -> Result<Change, FieldErrors> {
        let mut errors = FieldErrors::default();
        let number = self.number(&mut errors);
        let name = |text: &str| Some(seen_line(text)).filter(|text| !text.is_empty());
        let change = Change {
            title: Some(self.title.clone()),
            subtitle: Some(self.subtitle.clone()),
            description: Some(self.description.clone()),
            contributors: Some(self.credits(&now.contributors)),
            genres: Some(self.genres(now)),
            publisher: Some(name(&self.publisher).map(Who::Named)),
            series: Some(name(&self.series).map(|series| (Who::Named(series), number))),
            isbn: Some(edit::isbn(&self.isbn, &mut errors)),
            language: Some(edit::language(&self.language, &mut errors)),
            release_date: Some(edit::date(&self.release_date, &mut errors)),
            page_count: Some(edit::pages(&self.page_count, &mut errors)),
            ..Change::default()
        };
        if errors.is_empty() { Ok(change) } else { Err(errors) }
    }

    fn number(&self, errors: &mut FieldErrors) -> Option<f64> {
        let text = self.series_number.trim().replace(',', ".");
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            errors.add("series.number", "invalid", t::number_wrong);
        }
        number
    }

    fn credits(&self, now: &[Person]) -> Vec<Credit> {
        let roles = self.role.iter().map(String::as_str).chain(std::iter::repeat("aut"));
        let named =
            self.person.iter().map(|name| seen_line(name)).zip(roles).filter(|(name, _)| !name.is_empty());
        let credit = |(name, role): (String, &str)| {
            let known = now.iter().find(|person| seen_line(&person.name) == name);
            let who = known.map_or_else(|| Who::Named(name), |person| Who::Key(person.id.get()));
            Credit { who, role: role.to_owned() }
        };
        named.map(credit).collect()
    }

    /// The first, then those that the book had in their order, then those that are new.
    fn genres(&self, now: &Details) -> Vec<GenreWanted> {
        let had = now.genres.iter().map(|genre| genre.id.to_string()).filter(|key| self.genres.contains(key));
        let all = std::iter::once(self.genre.clone()).chain(had).chain(self.genres.iter().cloned());
        let mut keys: Vec<String> = Vec::new();
        for key in all.filter(|key| !key.is_empty()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.iter().map(|key| Change::word(key)).collect()
    }
}

/// The form, with what is wrong in it.
pub(super) struct FormView<'a> {
    pub(super) page: &'a Page,
    pub(super) filled: &'a Filled,
    pub(super) told: &'a Told,
    pub(super) genres: &'a [Genre],
    /// Whose it is.
    pub(super) action: &'a str,
    /// Where what is typed is kept.
    pub(super) keep: &'a str,
}

impl FormView<'_> {
    /// Draws it.
    pub(super) fn view(&self) -> Markup {
        let l = self.page.locale;
        let form = ui::Form { action: self.action, csrf: self.page.csrf(), ..ui::Form::default() };
        let body = html! {
            // Pressed by the Enter key, which takes the first button there is.
            button.visually-hidden type="submit" name="act" value="save" tabindex="-1" aria-hidden="true" { (t::save(l)) }
            input type="hidden" name="version" value=(self.filled.version);
            (self.words())
            (self.people())
            (self.listed())
            (self.facts())
            div.editor__foot {
                (ui::button(&Button { label: t::save(l), ..Button::default() }, Some(("act", "save"))))
                p.editor__kept role="status" data-told {}
            }
        };
        html! {
            shop-autosave.editor data-to=(self.keep) data-kept=(t::typed_kept(l)) data-failed=(t::typed_not_kept(l)) {
                shop-names { (ui::form(&form, &body)) }
            }
        }
    }

    fn text<'b>(&'b self, name: &'b str, label: &'b str, value: &'b str) -> Field<'b> {
        let (error, most) = (self.told.at(name), Some(LINE));
        Field {
            name,
            label,
            value,
            error,
            most,
            optional: true,
            autocomplete: Some("off"),
            ..Field::default()
        }
    }

    fn words(&self) -> Markup {
        let (l, filled) = (self.page.locale, self.filled);
        let title = Field { optional: false, ..self.text("title", t::field_title(l), &filled.title) };
        html! {
            (ui::field(l, &title))
            (ui::field(l, &self.text("subtitle", t::field_subtitle(l), &filled.subtitle)))
            (ui::text_area(l, &TextArea {
                name: "description",
                label: t::field_description(l),
                value: &filled.description,
                hint: Some(t::description_hint(l)),
                error: self.told.at("description"),
                optional: true,
                most: Some(20_000),
                ..TextArea::default()
            }))
        }
    }

    fn people(&self) -> Markup {
        let (l, filled) = (self.page.locale, self.filled);
        let rows = filled.person.len().max(1);
        let add = Button {
            label: t::person_add(l),
            icon: Some(Icon::Plus),
            kind: ButtonKind::Outline,
            ..Button::default()
        };
        html! {
            fieldset.people {
                legend.people__legend { (t::field_contributors(l)) }
                p.field__hint { (t::people_hint(l)) }
                ol.people__list role="list" {
                    @for at in 0..rows { li.people__row { (self.person(at, rows)) } }
                }
                @if let Some(words) = self.told.at("person-0") { p.field__error { (words) } }
                (ui::button(&add, Some(("act", "add"))))
            }
        }
    }

    fn person(&self, at: usize, rows: usize) -> Markup {
        let (l, filled) = (self.page.locale, self.filled);
        let name = filled.person.get(at).map(String::as_str).unwrap_or_default();
        let role = filled.role.get(at).map_or("aut", String::as_str);
        let place = i18n::number(l, i64::try_from(at + 1).unwrap_or_default());
        let known = ROLES.map(|code| Choice::new(code, role_words(l, code), code == role));
        let other = Some(role).filter(|role| !ROLES.contains(role));
        let roles: Vec<Choice> =
            known.into_iter().chain(other.map(|role| Choice::new(role, role, true))).collect();
        html! {
            input.field__input id={ "person-" (at) } name="person" value=(name) dir="auto" maxlength=(LINE)
                autocomplete="off" data-names="author" aria-label=(t::person_name(l, &place));
            (ui::bare_select("role", Some(&t::person_role(l, &place)), &roles))
            span.people__acts {
                @if at > 0 {
                    button.button.button--plain type="submit" name="act" value={ "up:" (at) } data-ink
                        aria-label=(t::person_up(l, name)) { (ui::icon(Icon::ChevronUp)) }
                }
                @if rows > 1 || !name.is_empty() {
                    button.button.button--plain type="submit" name="act" value={ "remove:" (at) } data-ink
                        aria-label=(t::person_remove(l, name)) { (ui::icon(Icon::Close)) }
                }
            }
        }
    }

    fn listed(&self) -> Markup {
        let (l, filled) = (self.page.locale, self.filled);
        let genre = |genre: &Genre| {
            Choice::new(genre.id.to_string(), &genre.name, genre.id.to_string() == filled.genre)
        };
        let none = Choice::new("", t::genre_none(l), filled.genre.is_empty());
        let first: Vec<Choice> = std::iter::once(none).chain(self.genres.iter().map(genre)).collect();
        let others: Vec<Choice> = self
            .genres
            .iter()
            .map(|genre| {
                let key = genre.id.to_string();
                Choice::new(&key, &genre.name, filled.genres.contains(&key))
            })
            .collect();
        html! {
            (ui::select(l, &Select {
                name: "genre",
                label: t::genre_first(l),
                error: self.told.at("genre"),
                choices: &first,
                optional: true,
                ..Select::default()
            }))
            (ui::choice_chips("genres", t::genres_all(l), &others))
            div.editor__pair {
                (ui::field(l, &Field { names: Some("series"), ..self.text("series", t::field_series(l), &filled.series) }))
                (ui::field(l, &self.text("series_number", t::series_place(l), &filled.series_number)))
            }
            (ui::field(l, &Field { names: Some("publisher"), ..self.text("publisher", t::field_publisher(l), &filled.publisher) }))
        }
    }

    fn facts(&self) -> Markup {
        let (l, filled) = (self.page.locale, self.filled);
        let isbn = Field { hint: Some(t::isbn_hint(l)), ..self.text("isbn", t::field_isbn(l), &filled.isbn) };
        let date = Field {
            hint: Some(t::date_hint(l)),
            ..self.text("release_date", t::field_release_date(l), &filled.release_date)
        };
        let pages = Field {
            hint: Some(t::pages_hint(l)),
            ..self.text("page_count", t::field_page_count(l), &filled.page_count)
        };
        let tags = LANGUAGES.iter().copied();
        let other = Some(filled.language.as_str()).filter(|tag| !tag.is_empty() && !LANGUAGES.contains(tag));
        let languages: Vec<Choice> = tags
            .chain(other)
            .map(|tag| Choice::new(tag, language_words(l, tag), tag == filled.language))
            .collect();
        html! {
            (ui::select(l, &Select {
                name: "language",
                label: t::field_language(l),
                error: self.told.at("language"),
                choices: &languages,
                ..Select::default()
            }))
            div.editor__pair { (ui::field(l, &isbn)) (ui::field(l, &date)) (ui::field(l, &pages)) }
        }
    }
}

fn language_words(l: Locale, tag: &str) -> String {
    match tag.parse::<Language>() {
        Ok(Language::UNDETERMINED) | Err(_) => t::language_unknown(l).to_owned(),
        Ok(language) => i18n::language_name(l, &language),
    }
}

/// What somebody did for a book.
fn role_words(l: Locale, role: &str) -> &str {
    match role {
        "aut" => t::role_author(l),
        "trl" => t::role_translator(l),
        "ill" => t::role_illustrator(l),
        "edt" => t::role_editor(l),
        "nrt" => t::role_narrator(l),
        "ctb" => t::role_contributor(l),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(people: &[&str], act: &str) -> Filled {
        Filled {
            person: people.iter().map(|name| (*name).to_owned()).collect(),
            act: act.to_owned(),
            ..Filled::default()
        }
    }

    #[test]
    fn people_are_added_moved_and_removed_without_saving() {
        for (act, people) in [
            ("add", vec!["A", "B", ""]),
            ("up:1", vec!["B", "A"]),
            ("up:0", vec!["A", "B"]),
            ("remove:0", vec!["B"]),
            ("remove:9", vec!["A", "B"]),
        ] {
            let mut filled = filled(&["A", "B"], act);
            assert!(filled.arrange(), "{act}");
            assert_eq!(filled.person, people, "{act}");
            assert_eq!(filled.role.len(), filled.person.len(), "{act}");
        }
        assert!(!filled(&["A"], "save").arrange());
    }
}
