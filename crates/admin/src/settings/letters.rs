//! `/admin/settings/mail/{kind}/{language}`: the owner's words for a kind of mail in a language, with the mail as somebody
//! would get it, and the way back to our own words.

use accounts::mails::{self, Letter};
use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Field, Icon, TextArea};
use web::admin::{Section, Shown};
use web::shop::{Key, LetterKind, SUBJECT_MOST, WORDS_MOST, Wording};
use web::{Error, FieldErrors, Form, Notice, OrNotFound as _, Page, Path};

use super::Tab;
use super::act::Owner;
use super::values;
use crate::ask;
use crate::words::settings as t;

/// Where the words of a kind of mail in a language are written, after the language of the page.
fn path(kind: LetterKind, l: Locale) -> String {
    format!("{}/{kind}/{l}", Tab::Mail.path())
}

/// The kind and the language that an address names.
pub(super) fn named((kind, language): (&str, &str)) -> web::Result<(LetterKind, Locale)> {
    kind.parse().ok().zip(Locale::from_tag(language)).or_404()
}

/// Our own mail of a kind, as whoever looks would get it.
fn ours(owner: &Owner, l: Locale, kind: LetterKind, names: (&str, &str)) -> Letter {
    let of_receipts = || commerce::sample_mail(&owner.app, l, kind == LetterKind::Credit);
    mails::sample(&owner.app, l, kind, names).unwrap_or_else(of_receipts)
}

/// The list of all kinds, each with the ways to its languages.
pub(super) fn list(page: &Page, owner: &Owner) -> Markup {
    let (l, shop) = (page.locale, owner.app.shop());
    let body = html! {
        ul.letters role="list" {
            @for kind in LetterKind::ALL {
                li.letters__one {
                    span { (values::letter(l, kind)) }
                    span.letters__ways {
                        @for language in Locale::ALL {
                            a href=(page.url(&path(kind, language))) data-ink
                                aria-label=(t::letter_in(l, values::letter(l, kind), language.own_name())) {
                                bdi lang=(language.tag()) { (language.own_name()) }
                                @if shop.letter(kind, language).is_some() { " " span.faint { (t::letter_own(l)) } }
                            }
                        }
                    }
                }
            }
        }
    };
    ui::settings_section("letters-title", t::letters(l), Some(t::letters_lead(l)), &body)
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    version: Option<i64>,
    subject: String,
    opening: String,
    closing: String,
    /// The button that was pressed.
    act: String,
}

impl Filled {
    fn wording(&self) -> Wording {
        let Self { subject, opening, closing, .. } = self.clone();
        Wording { subject, opening, closing }.trimmed()
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    owner: Owner,
    Path((kind, language)): Path<(String, String)>,
) -> web::Result<Response> {
    let (kind, language) = named((&kind, &language))?;
    let (shop, _) = owner.look().await?;
    let own = shop.letter(kind, language).cloned().unwrap_or_default();
    draw(&page, &owner, (kind, language), (&own, &FieldErrors::default(), None)).await
}

/// `POST`: saves the words, shows how they would look, or brings ours back.
pub(super) async fn save(
    page: Page,
    owner: Owner,
    Path((kind, language)): Path<(String, String)>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let letter = named((&kind, &language))?;
    let wanted = filled.wording();
    if filled.act == "preview" {
        let mut errors = FieldErrors::default();
        for (field, wrong) in wanted.wrong(letter.0) {
            values::complain_of_words(&mut errors, (letter.0, field), wrong);
        }
        return draw(&page, &owner, letter, (&wanted, &errors, None)).await;
    }
    let wording = if filled.act == "ours" { Wording::default() } else { wanted };
    let Err(error) = owner.change_letter(filled.version, letter, &wording).await else {
        return Ok(page.done(&path(letter.0, letter.1), Notice::SettingsSaved));
    };
    let (errors, refused) = if let Error::Invalid(errors) = &error {
        (errors.clone(), None)
    } else {
        let Some(words) = ask::told(page.locale, &error) else { return Err(error) };
        (FieldErrors::default(), Some(words))
    };
    let answer = draw(&page, &owner, letter, (&wording, &errors, refused.as_deref())).await?;
    Ok(web::told(&error, answer))
}

async fn draw(
    page: &Page,
    owner: &Owner,
    (kind, language): (LetterKind, Locale),
    (own, errors, refused): (&Wording, &FieldErrors, Option<&str>),
) -> web::Result<Response> {
    let l = page.locale;
    let (shop, said) = owner.look().await?;
    let is_own =
        said.iter().any(|one| one.name == Key::Letter(kind, language).name() && one.value.0.is_some());
    let wrong: Vec<(&str, String)> =
        errors.iter().map(|error| (error.field.as_str(), error.message.text(l).into_owned())).collect();
    let wrong: Vec<(&str, &str)> = wrong.iter().map(|(field, words)| (*field, words.as_str())).collect();
    let title = t::letter_in(l, values::letter(l, kind), language.own_name());
    let body = html! {
        @if !wrong.is_empty() { (ui::problem_summary(l, &wrong)) }
        @if let Some(words) = refused { (ask::refused(words)) }
        (form(page, (kind, language), (own, errors), (shop.version, is_own)))
        (preview(page, owner, (kind, language), own))
    };
    let (mut frame, view) = page.admin(Shown {
        title: &title,
        heading: html! { (title) },
        lead: Some(t::letter_lead(l)),
        parent: Some(Tab::Mail.path()),
        body,
        ..Shown::new(Section::Settings, l)
    });
    frame.has_problems = !wrong.is_empty();
    Ok(page.render(&frame, &view))
}

fn form(
    page: &Page,
    (kind, language): (LetterKind, Locale),
    (own, errors): (&Wording, &FieldErrors),
    (version, is_own): (i64, bool),
) -> Markup {
    let (l, action) = (page.locale, page.url(&path(kind, language)));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let error = |field: &str| errors.of(field).map(|error| error.message.text(l).into_owned());
    let (wrong_subject, wrong_opening, wrong_closing) =
        (error("subject"), error("opening"), error("closing"));
    let places = t::places(l, &values::places(kind));
    let subject = Field {
        name: "subject",
        label: t::letter_subject(l),
        value: &own.subject,
        hint: Some(&places),
        error: wrong_subject.as_deref(),
        optional: true,
        most: u32::try_from(SUBJECT_MOST).ok(),
        autocomplete: Some("off"),
        ..Field::default()
    };
    let area = TextArea { optional: true, most: u32::try_from(WORDS_MOST).ok(), ..TextArea::default() };
    let opening = TextArea {
        name: "opening",
        label: t::letter_opening(l),
        value: &own.opening,
        hint: Some(t::letter_opening_hint(l)),
        error: wrong_opening.as_deref(),
        ..area
    };
    let closing = TextArea {
        name: "closing",
        label: t::letter_closing(l),
        value: &own.closing,
        hint: Some(t::letter_closing_hint(l)),
        error: wrong_closing.as_deref(),
        ..area
    };
    let save = Button { label: t::save(l), ..Button::default() };
    let look = Button { label: t::letter_preview(l), kind: ButtonKind::Outline, ..Button::default() };
    let back = Button {
        label: t::letter_ours(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::Undo),
        ..Button::default()
    };
    let fields = html! {
        input type="hidden" name="version" value=(version);
        (ui::field(l, &subject))
        (ui::text_area(l, &opening))
        (ui::text_area(l, &closing))
        div.editor__acts {
            (ui::button(&save, Some(("act", "save"))))
            (ui::button(&look, Some(("act", "preview"))))
            @if is_own { (ui::button(&back, Some(("act", "ours")))) }
        }
    };
    ui::form(&form, &fields)
}

/// The mail as whoever looks would get it.
fn preview(page: &Page, owner: &Owner, (kind, language): (LetterKind, Locale), own: &Wording) -> Markup {
    let l = page.locale;
    let (name, username) = page.reader().map_or(("", ""), |me| (me.name.as_str(), me.username.as_str()));
    let letter = ours(owner, language, kind, (name, username));
    let (subject, text) = mails::preview(&owner.app, language, (name, &letter), own);
    let body = html! {
        div.letter lang=(language.tag()) dir=(language.direction()) {
            p.letter__subject { bdi { (subject) } }
            div.letter__text { (text) }
        }
    };
    ui::settings_section("preview-title", t::letter_preview(l), Some(t::letter_preview_lead(l)), &body)
}
