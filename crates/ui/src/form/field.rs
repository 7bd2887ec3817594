//! Labelled text fields, of one line or several.

use i18n::Locale;
use maud::{Markup, html};

use super::kind::{FieldKind, PASSWORD_LEAST};
use super::password::{Unlike, caps_note, reveal, rules, rules_id};
use super::surround::Surround;
use crate::{Icon, icon, t};

/// What the Enter key of a telephone says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EnterKey {
    /// More fields follow.
    #[default]
    Next,
    /// The form is sent and leads on.
    Go,
    /// The form is sent and that is all.
    Done,
    /// Something is sent to somebody.
    Send,
    /// Something is looked for.
    Search,
}

impl EnterKey {
    const fn name(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Go => "go",
            Self::Done => "done",
            Self::Send => "send",
            Self::Search => "search",
        }
    }
}

/// A labelled text field of one line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Field<'a> {
    /// What it is for, which decides keyboard, filling in, direction and checks.
    pub kind: FieldKind,
    /// Its name in the form, and its id.
    pub name: &'a str,
    /// Its id where another form of the page has a field of the same name.
    pub id: Option<&'a str>,
    /// What to fill in.
    pub label: &'a str,
    /// What was filled in before. A password never comes back.
    pub value: &'a str,
    /// Help, shown before any error.
    pub hint: Option<&'a str>,
    /// What is wrong with the value.
    pub error: Option<&'a str>,
    /// Whether it may stay empty; if so, the label says it.
    pub optional: bool,
    /// Whether the label keeps silent about that: it depends on what else is filled in, which is said beside the field.
    pub depends: bool,
    /// Whether the page opens in this field: the first one of a page with one purpose.
    pub autofocus: bool,
    /// What the Enter key says.
    pub enter_key: EnterKey,
    /// For the browser's own filling in, where the kind says nothing or something else; `off` for nothing.
    pub autocomplete: Option<&'a str>,
    /// The fewest characters, where the kind does not say.
    pub least: Option<u32>,
    /// The most characters, where the kind does not say.
    pub most: Option<u32>,
    /// A regular expression for the whole value; needs `wrong`.
    pub pattern: Option<&'a str>,
    /// What the client says of an empty field, where the kind's own sentence will not do.
    pub missing: Option<&'a str>,
    /// What the client says of a value that cannot be right.
    pub wrong: Option<&'a str>,
    /// What the client says of a value that is too short.
    pub short: Option<&'a str>,
    /// What a new password must not be.
    pub unlike: Unlike<'a>,
    /// Whose names a script suggests while one is typed.
    pub names: Option<&'a str>,
}

impl<'a> Field<'a> {
    fn id(&self) -> &'a str {
        self.id.unwrap_or(self.name)
    }

    fn surround(&self) -> Surround<'a> {
        Surround {
            id: self.id(),
            label: self.label,
            hint: self.hint,
            error: self.error,
            optional: self.optional && !self.depends,
        }
    }

    fn described_by(&self) -> Option<String> {
        let rules = (self.kind == FieldKind::NewPassword).then(|| rules_id(self.id()));
        self.surround().described_by(rules.as_slice())
    }
}

/// Draws a field: label above, hint, control, error below.
pub fn field(l: Locale, field: &Field<'_>) -> Markup {
    let control = html! {
        @if field.kind.is_password() {
            div.field__box { (input(l, field)) (reveal(l, field.id())) }
        } @else if field.kind == FieldKind::Email {
            div.field__box { (input(l, field)) span.field__tick data-tick hidden { (icon(Icon::Check)) } }
        } @else if field.kind == FieldKind::Colour {
            shop-colour.field__box { (input(l, field)) (picker(l, field)) }
        } @else {
            (input(l, field))
        }
    };
    let below = html! {
        @if field.kind == FieldKind::NewPassword { (rules(l, field.id(), field.unlike)) }
        @if field.kind.is_password() { (caps_note(l)) }
    };
    field.surround().around(l, &control, &below)
}

fn input(l: Locale, field: &Field<'_>) -> Markup {
    let traits = field.kind.traits();
    let class =
        if field.kind == FieldKind::Code { "field__input field__input--code" } else { "field__input" };
    let value = if field.kind.is_password() { "" } else { field.value };
    html! {
        input class=(class) id=(field.id()) name=(field.name) type=(traits.kind) value=(value)
            dir=(traits.direction) required[!field.optional] autofocus[field.autofocus]
            autocomplete=[field.autocomplete.or(traits.autocomplete)] inputmode=[traits.inputmode]
            enterkeyhint=(field.enter_key.name()) autocapitalize=[traits.autocapitalize]
            spellcheck=[traits.spellcheck] minlength=[field.least.or(traits.least)]
            maxlength=[field.most.or(traits.most)] pattern=[field.pattern.or(traits.pattern)]
            aria-describedby=[field.described_by()] aria-invalid=[field.surround().invalid()]
            data-check=[field.kind.check()] data-names=[field.names]
            data-missing=[(!field.optional).then(|| field.missing.unwrap_or(field.kind.missing(l)))]
            data-wrong=[field.wrong.or(field.kind.wrong(l))]
            data-unfinished=[(field.kind == FieldKind::Email).then(|| t::check_email_unfinished(l))]
            data-short=[short(l, field)]
            data-unlike=[unlike(l, field)]
            data-unlike-fields=[words(field.unlike.fields)] data-unlike-words=[words(field.unlike.words)];
    }
}

/// A colour to be picked. It has no name: the field beside it is what is sent.
fn picker(l: Locale, field: &Field<'_>) -> Markup {
    html! { input.field__colour type="color" hidden aria-label=(t::pick_colour(l, field.label)); }
}

fn short(l: Locale, field: &Field<'_>) -> Option<String> {
    let own = || match field.kind {
        FieldKind::NewPassword => Some(t::check_password_short(l, i64::from(PASSWORD_LEAST))),
        FieldKind::Code => Some(t::check_code_short(l).to_owned()),
        kind => field.least.or(kind.traits().least).map(|least| t::check_short(l, i64::from(least))),
    };
    field.short.map(str::to_owned).or_else(own)
}

fn unlike(l: Locale, field: &Field<'_>) -> Option<&'static str> {
    (field.kind == FieldKind::NewPassword).then(|| t::check_password_unlike(l))
}

/// Neither names of fields nor usernames nor addresses have spaces, so a space can keep them apart.
fn words(list: &[&str]) -> Option<String> {
    (!list.is_empty()).then(|| list.join(" "))
}

/// A labelled text of several lines, which grows with what is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextArea<'a> {
    /// Its name in the form, and its id.
    pub name: &'a str,
    /// Its id where another form of the page has a field of the same name.
    pub id: Option<&'a str>,
    /// What to fill in.
    pub label: &'a str,
    /// What was filled in before.
    pub value: &'a str,
    /// Help, shown before any error.
    pub hint: Option<&'a str>,
    /// What is wrong with the value.
    pub error: Option<&'a str>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// The most characters.
    pub most: Option<u32>,
}

/// Draws it.
pub fn text_area(l: Locale, area: &TextArea<'_>) -> Markup {
    let TextArea { name, id, label, value, hint, error, optional, most } = *area;
    let id = id.unwrap_or(name);
    let surround = Surround { id, label, hint, error, optional };
    let control = html! {
        textarea.field__input.field__input--long id=(id) name=(name) rows="4" dir="auto" required[!optional]
            maxlength=[most] aria-describedby=[surround.described_by(&[])] aria-invalid=[surround.invalid()]
            data-missing=[(!optional).then(|| t::check_missing(l))] { (value) }
    };
    surround.around(l, &control, &html! {})
}
