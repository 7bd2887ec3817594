//! Forms: the element itself, and what stands in it.
//!
//! Everything here works without JavaScript: the server says what is wrong, a summary takes the focus, its links lead to
//! the fields. With JavaScript a field says what is wrong as soon as it is left, and a form is sent once.

mod button;
mod chip;
mod choice;
mod field;
mod file;
mod kind;
mod password;
mod summary;
mod surround;

use maud::{Markup, html};

pub use button::{Button, ButtonKind, button, button_link};
pub use chip::{chip, chips, choice_chips};
pub use choice::{Checkbox, Radios, Select, Ticks, bare_select, checkbox, radios, select, ticks};
pub use field::{EnterKey, Field, TextArea, field, text_area};
pub use file::{CoverEditor, FileField, PictureEditor, cover_editor, file_field, picture_editor};
pub use kind::FieldKind;
pub use password::{Unlike, username_for_managers};
pub use summary::problem_summary;

/// A form that changes something.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form<'a> {
    /// Where it goes.
    pub action: &'a str,
    /// The session's token; empty where nobody is signed in.
    pub csrf: &'a str,
    /// Whether it sends a file. Its token then goes into the address, since it is checked before the body is read.
    pub multipart: bool,
    /// The page to go on to, handed through.
    pub next: Option<&'a str>,
}

/// Draws a form around its fields and its button.
pub fn form(form: &Form<'_>, body: &Markup) -> Markup {
    let token = (!form.csrf.is_empty()).then_some(form.csrf);
    let (in_address, in_body) = if form.multipart { (token, None) } else { (None, token) };
    let mark = if form.action.contains('?') { '&' } else { '?' };
    let action = in_address
        .map_or_else(|| form.action.to_owned(), |token| format!("{}{mark}csrf={token}", form.action));
    html! {
        form.form method="post" action=(action) enctype=[form.multipart.then_some("multipart/form-data")] {
            @if let Some(token) = in_body { input type="hidden" name="csrf" value=(token); }
            @if let Some(next) = form.next { input type="hidden" name="next" value=(next); }
            (body)
        }
    }
}
