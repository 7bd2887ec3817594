//! What is told on top of a page about names: what is wrong with what was sent.

use axum::response::Response;
use catalogue::names::NameError;
use i18n::Locale;
use maud::{Markup, html};
use web::admin::Shown;
use web::{FieldErrors, Page};

use crate::ask;
use crate::names::act::refusal;
use crate::words::names as t;

/// What is wrong.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// By the id of the field.
    wrong: Vec<(String, String)>,
    /// Why nothing was done, where no field is to blame.
    refused: Option<String>,
}

impl Told {
    /// What a refusal says; failures are handed on.
    pub(super) fn of(l: Locale, error: NameError) -> web::Result<Self> {
        // A form still has what was typed, which a program is not told.
        if matches!(error, NameError::Meanwhile) {
            return Ok(Self { refused: Some(t::changed_meanwhile(l).to_owned()), ..Self::default() });
        }
        match refusal(error) {
            web::Error::Invalid(errors) => Ok(Self::wrong(l, &errors)),
            error => match ask::told(l, &error) {
                Some(words) => Ok(Self { refused: Some(words), ..Self::default() }),
                None => Err(error),
            },
        }
    }

    /// What is wrong with values.
    pub(super) fn wrong(l: Locale, errors: &FieldErrors) -> Self {
        let told = |error: &web::FieldError| (id_of(&error.field), error.message.text(l).into_owned());
        Self { wrong: errors.iter().map(told).collect(), refused: None }
    }

    /// What is wrong with a field.
    pub(super) fn at(&self, id: &str) -> Option<&str> {
        self.wrong.iter().find(|(field, _)| field == id).map(|(_, words)| words.as_str())
    }

    fn view(&self, l: Locale) -> Markup {
        let wrong: Vec<(&str, &str)> =
            self.wrong.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
        html! {
            @if !wrong.is_empty() { (ui::problem_summary(l, &wrong)) }
            @if let Some(words) = &self.refused { (ask::refused(words)) }
        }
    }

    /// The page with it on top.
    pub(super) fn answer(&self, page: &Page, shown: Shown<'_>) -> Response {
        let body = html! { (self.view(page.locale)) (shown.body) };
        let (mut frame, view) = page.admin(Shown { body, ..shown });
        frame.has_problems = !self.wrong.is_empty();
        let answer = page.render(&frame, &view);
        if self.wrong.is_empty() && self.refused.is_none() { answer } else { web::to_correct(answer) }
    }
}

/// The id in the form of a field of a name.
fn id_of(field: &str) -> String {
    match field.split_once('.') {
        Some(("names", tag)) => format!("name_{tag}"),
        Some(("descriptions", tag)) => format!("about_{tag}"),
        Some(("series", "number")) => "numbers".to_owned(),
        // The form calls a genre's word as it calls the name of the others.
        None if field == "slug" => "name".to_owned(),
        _ => field.to_owned(),
    }
}
