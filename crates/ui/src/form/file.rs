//! Files: the browser's own control, and the editors of a reader's picture and of a cover around one.

use i18n::Locale;
use maud::{Markup, html};

use super::surround::Surround;
use super::{Button, ButtonKind, Form, button, form};
use crate::{Avatar, AvatarSize, Cover, CoverSize, Loading, avatar, cover, t};

/// A file to be sent. The form around it must be `multipart`.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileField<'a> {
    /// Its name in the form, and its id.
    pub name: &'a str,
    /// What to choose.
    pub label: &'a str,
    /// Help, shown before any error: what may be sent, how large.
    pub hint: Option<&'a str>,
    /// What is wrong with the file.
    pub error: Option<&'a str>,
    /// Media types or endings, as the browser wants them: `image/jpeg,image/png`.
    pub accept: &'a str,
    /// Whether none may be chosen.
    pub optional: bool,
}

/// Draws it.
pub fn file_field(l: Locale, file: &FileField<'_>) -> Markup {
    let FileField { name, label, hint, error, accept, optional } = *file;
    let surround = Surround { id: name, label, hint, error, optional };
    let control = html! {
        input.field__file id=(name) name=(name) type="file" accept=(accept) required[!optional]
            aria-describedby=[surround.described_by(&[])] aria-invalid=[surround.invalid()]
            data-missing=[(!optional).then(|| t::check_file_missing(l))];
    };
    surround.around(l, &control, &html! {})
}

/// The picture of a reader, to be changed or removed.
#[derive(Debug, Clone, Copy)]
pub struct PictureEditor<'a> {
    /// The picture as it is; drawn large, whatever its size says.
    pub avatar: Avatar<'a>,
    /// The name of the file in the form.
    pub name: &'a str,
    /// Where a new picture goes: the token goes with it, see [`Form::multipart`].
    pub form: Form<'a>,
    /// The form that removes the picture; only drawn where there is one.
    pub remove: Form<'a>,
    /// The largest file that is taken, in bytes.
    pub most: i64,
    /// What is wrong with the file that was sent.
    pub error: Option<&'a str>,
}

/// The picture of a book, to be changed.
#[derive(Debug, Clone, Copy)]
pub struct CoverEditor<'a> {
    /// The picture as it is.
    pub cover: &'a Cover,
    /// The name of the file in the form.
    pub name: &'a str,
    /// Where a new picture goes: the token goes with it, see [`Form::multipart`].
    pub form: Form<'a>,
    /// The largest file that is taken, in bytes.
    pub most: i64,
    /// What is wrong with the file that was sent.
    pub error: Option<&'a str>,
}

/// Draws the editor of a cover. A picture goes as it is, unless it is to be cut to the shape of a book, which a script does.
pub fn cover_editor(l: Locale, editor: &CoverEditor<'_>) -> Markup {
    let size = i18n::file_size(l, editor.most);
    let hint = t::picture_hint(l, &size);
    let file = FileField {
        name: editor.name,
        label: t::cover_choose(l),
        hint: Some(&hint),
        error: editor.error,
        accept: PICTURES,
        optional: false,
    };
    let save = Button { label: t::picture_save(l), ..Button::default() };
    let body = html! {
        (file_field(l, &file))
        label.tick hidden data-cut { input.tick__box type="checkbox"; span { (t::cover_cut(l)) } }
        (crop(l, (400, 600)))
        (button(&save, None))
    };
    html! {
        shop-picture.picture.picture--cover data-wrong=(t::picture_wrong(l)) {
            div.picture__now { (cover(editor.cover, CoverSize::Hero, Loading::Eager)) }
            (form(&Form { multipart: true, ..editor.form }, &body))
        }
        script type="module" src=(assets::url("picture.js")) {}
    }
}

/// What the server takes.
const PICTURES: &str = "image/jpeg,image/png,image/webp";

/// Draws the editor, and loads the script that cuts the picture to a square. Without it the server does.
pub fn picture_editor(l: Locale, editor: &PictureEditor<'_>) -> Markup {
    let large = Avatar { size: AvatarSize::Large, ..editor.avatar };
    let size = i18n::file_size(l, editor.most);
    let hint = t::picture_hint(l, &size);
    let file = FileField {
        name: editor.name,
        label: t::picture_choose(l),
        hint: Some(&hint),
        error: editor.error,
        accept: PICTURES,
        optional: false,
    };
    let save = Button { label: t::picture_save(l), ..Button::default() };
    let remove = Button { label: t::picture_remove(l), kind: ButtonKind::Plain, ..Button::default() };
    let body = html! { (file_field(l, &file)) (crop(l, (512, 512))) (button(&save, None)) };
    html! {
        shop-picture.picture data-wrong=(t::picture_wrong(l)) {
            div.picture__now {
                (avatar(&large))
                @if editor.avatar.picture.is_some() { (form(&editor.remove, &button(&remove, None))) }
            }
            (form(&Form { multipart: true, ..editor.form }, &body))
        }
        script type="module" src=(assets::url("picture.js")) {}
    }
}

/// What is cut out, so many pixels wide and high: moved by dragging it, or by the sliders, which take the keyboard.
fn crop(l: Locale, (width, height): (u32, u32)) -> Markup {
    html! {
        div.crop hidden data-crop role="group" aria-label=(t::picture_crop(l)) {
            canvas.crop__view width=(width) height=(height) aria-hidden="true" {}
            p.crop__hint { (t::picture_crop_hint(l)) }
            (slider("zoom", t::picture_zoom(l), None))
            // The sides of a picture are the same in every language.
            (slider("across", t::picture_across(l), Some("ltr")))
            (slider("down", t::picture_down(l), None))
        }
    }
}

fn slider(name: &str, label: &str, direction: Option<&str>) -> Markup {
    html! {
        label.crop__slider {
            span { (label) }
            input type="range" min="0" max="100" step="1" value="50" data-slider=(name) dir=[direction];
        }
    }
}
