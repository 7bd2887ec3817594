//! The form that gives the sample of a file another length, below the file.

use axum::response::Response;
use catalogue::edit::EditError;
use catalogue::{Book, CheckedFile, Contents, Format};
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use publication::SampleLength;
use serde::Deserialize;
use ui::{Button, ButtonKind, Choice, Field, Icon, Select};
use web::{Form, Notice, OrNotFound as _, Page, Path};

use super::super::sample;
use super::files;
use crate::books::act::{Staff, refused};
use crate::words::uploads as t;

/// What was chosen and typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    length: String,
    percent: String,
    through: String,
}

impl Chosen {
    /// What a file has, or is to have.
    fn of(file: &CheckedFile) -> Self {
        let length = file.sample_wanted.as_deref().unwrap_or(&file.sample);
        let kind = length.split(':').next().unwrap_or_default().to_owned();
        let mut chosen = Self { length: kind, ..Self::default() };
        match length.parse() {
            Ok(SampleLength::Percent(percent)) => chosen.percent = percent.to_string(),
            Ok(SampleLength::Through(last)) => chosen.through = last.to_string(),
            _ => {}
        }
        chosen
    }

    /// The length; `None` where that is none.
    fn length(&self) -> Option<SampleLength> {
        match self.length.as_str() {
            "usual" => Some(SampleLength::Usual),
            "none" => Some(SampleLength::Nothing),
            "percent" => number(&self.percent).map(SampleLength::Percent),
            "through" => number(&self.through).map(SampleLength::Through),
            _ => None,
        }
    }

    /// What is wanted where [`Self::length`] found nothing.
    fn wanted(&self, l: Locale, format: Format) -> &'static str {
        match (self.length.as_str(), format) {
            ("percent", _) => t::sample_percent_wrong(l),
            ("through", Format::Epub) => t::sample_part_wrong(l),
            ("through", Format::Pdf) => t::sample_page_wrong(l),
            _ => t::sample_wrong(l),
        }
    }
}

/// A number above zero as people write it: with Arabic digits, and with a sign for percent behind it.
fn number(text: &str) -> Option<u32> {
    let latin = |sign: char| match sign {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(sign) - 0x660, 10).unwrap_or(sign),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(sign) - 0x6f0, 10).unwrap_or(sign),
        _ => sign,
    };
    let bare = text.trim().trim_end_matches(['%', '\u{66a}']).trim_end();
    let digits: String = bare.chars().map(latin).collect();
    digits.parse().ok().filter(|number| *number > 0)
}

/// The sample of a file with the form, folded away until somebody wants it.
pub(super) fn draw(
    page: &Page,
    book: Id<Book>,
    file: &CheckedFile,
    wrong: Option<(&Chosen, &str)>,
) -> Markup {
    let l = page.locale;
    let own = Chosen::of(file);
    let (chosen, error) = wrong.map_or((&own, None), |(chosen, words)| (chosen, Some(words)));
    let action = page.url(&format!("/admin/books/{book}/files/{}/sample", file.format));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let press = Button { label: t::sample_cut(l), kind: ButtonKind::Outline, ..Button::default() };
    let id = format!("sample-{}", file.format);
    // What is wrong is told at the field that belongs to the choice, where there is one.
    let at_field = matches!(chosen.length.as_str(), "percent" | "through");
    let wrong_at = |length: &str| error.filter(|_| chosen.length == length);
    html! {
        @if let Some(wanted) = &file.sample_wanted {
            p.came__word role="status" { (ui::icon(Icon::Clock)) " " (t::sample_waiting(l, &sample::words(l, file.format, wanted))) }
        }
        @if file.sample_trouble.is_some() {
            p.book-head__warning { (ui::icon(Icon::Warning)) (t::sample_failed(l)) }
        }
        details.sample-length #(id) open[error.is_some()] {
            summary { (t::sample_change(l)) }
            (ui::form(&form, &html! {
                fieldset.sources {
                    legend.field__label { (t::sample_length(l)) }
                    @if let Some(words) = error.filter(|_| !at_field) { p.field__error { (ui::icon(Icon::CircleAlert)) span { (words) } } }
                    (choice(chosen, "usual", t::sample_usual(l), &html! {}))
                    (choice(chosen, "none", t::sample_none(l), &html! {}))
                    (choice(chosen, "percent", t::sample_share(l), &percent(l, file.format, chosen, wrong_at("percent"))))
                    (choice(chosen, "through", t::sample_up_to(l), &through(l, file, chosen, wrong_at("through"))))
                }
                (ui::button(&press, None))
            }))
        }
    }
}

fn choice(chosen: &Chosen, value: &str, label: &str, field: &Markup) -> Markup {
    html! {
        div.sources__choice {
            label.tick {
                input.tick__box type="radio" name="length" value=(value) checked[chosen.length == value];
                span { (label) }
            }
            @if !field.0.is_empty() { div.sources__which { (field) } }
        }
    }
}

fn percent(l: Locale, format: Format, chosen: &Chosen, error: Option<&str>) -> Markup {
    let id = format!("percent-{format}");
    let field = Field {
        name: "percent",
        id: Some(&id),
        label: t::sample_percent_label(l),
        value: &chosen.percent,
        error,
        optional: true,
        depends: true,
        autocomplete: Some("off"),
        // With room for a sign behind the number.
        most: Some(6),
        ..Field::default()
    };
    ui::field(l, &field)
}

/// Of an EPUB a choice among its parts, by their titles; of a PDF the number of a page.
fn through(l: Locale, file: &CheckedFile, chosen: &Chosen, error: Option<&str>) -> Markup {
    let id = format!("through-{}", file.format);
    match &file.contents.0 {
        Contents::Epub(epub) => {
            let last = epub.sections.len().saturating_sub(1);
            let parts = epub.sections.iter().take(last).enumerate().filter(|(_, section)| section.linear);
            let choices: Vec<Choice> = parts
                .map(|(at, section)| {
                    let value = (at + 1).to_string();
                    let number = i18n::number(l, i64::try_from(at + 1).unwrap_or(i64::MAX));
                    let label = if section.title.is_empty() {
                        t::sample_part(l, &number)
                    } else {
                        t::sample_part_named(l, &number, &section.title)
                    };
                    let is_chosen = value == chosen.through;
                    Choice::new(value, label, is_chosen)
                })
                .collect();
            let select = Select {
                name: "through",
                id: Some(&id),
                label: t::sample_last_part(l),
                choices: &choices,
                error,
                optional: true,
                depends: true,
                ..Select::default()
            };
            ui::select(l, &select)
        }
        Contents::Pdf(pdf) => {
            let hint = t::sample_pages_hint(l, &i18n::number(l, i64::from(pdf.pages)));
            let field = Field {
                name: "through",
                id: Some(&id),
                label: t::sample_last_page(l),
                value: &chosen.through,
                hint: Some(&hint),
                error,
                optional: true,
                depends: true,
                autocomplete: Some("off"),
                most: Some(6),
                ..Field::default()
            };
            ui::field(l, &field)
        }
    }
}

/// `POST /admin/books/{id}/files/{format}/sample`
pub(super) async fn set(
    page: Page,
    staff: Staff,
    Path((id, format)): Path<(Id<Book>, Format)>,
    Form(chosen): Form<Chosen>,
) -> web::Result<Response> {
    let l = page.locale;
    let words = match chosen.length() {
        None => chosen.wanted(l, format).to_owned(),
        Some(length) => match staff.change(id, None, &sample::change(format, length)).await {
            Ok(_) => return Ok(page.done(&files::path(id), Notice::BookSaved)),
            Err(EditError::Database(error)) => return Err(error.into()),
            Err(EditError::NotFound) => return Err(web::Error::NotFound),
            Err(error) => refused(l, &error),
        },
    };
    let book = Book::find(&staff.app.db, id).await?.or_404()?;
    let wrong = files::Wrong::Sample(format, &chosen, &words);
    Ok(web::to_correct(files::draw(&page, &staff.app, &book, Some(wrong)).await?))
}
