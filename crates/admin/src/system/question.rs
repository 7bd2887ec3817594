//! What is asked before something goes, naming it; and what became of each of several.

use i18n::Locale;
use maud::{Markup, html};
use ui::{BulkOutcome, Button, ButtonKind};
use web::{Error, Page};

use crate::words::system as t;

/// Draws a question: what goes, a button that does it, and a way back.
pub(super) fn draw(page: &Page, path: &str, (names, keys): (&[Markup], &[String]), act: &str) -> Markup {
    let (l, action) = (page.locale, page.url(path));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let deed = Button { label: t::remove(l), kind: ButtonKind::Danger, ..Button::default() };
    let back = Button { label: t::cancel(l), kind: ButtonKind::Outline, ..Button::default() };
    let fields = html! {
        @for key in keys { input type="hidden" name="key" value=(key); }
        input type="hidden" name="act" value=(act);
        input type="hidden" name="sure" value="on";
        div.bulk__acts { (ui::button(&deed, None)) (ui::button_link(&back, &action)) }
    };
    html! {
        div.panel {
            ul { @for name in names { li { (name) } } }
            p { (t::remove_follows(l)) }
            (ui::form(&form, &fields))
        }
    }
}

/// What became of one of several; an error that says nothing of it is handed on.
pub(super) fn outcome(
    l: Locale,
    name: String,
    (done, words): (web::Result<()>, &str),
) -> web::Result<BulkOutcome> {
    let (done, words) = match done {
        Ok(()) => (true, words.to_owned()),
        Err(Error::Refused(reason)) => (false, reason.message.text(l).into_owned()),
        Err(Error::NotFound) => (false, t::gone(l).to_owned()),
        Err(error) => return Err(error),
    };
    Ok(BulkOutcome { name, href: None, done, words })
}

/// What is said where nothing was chosen.
pub(super) fn nothing_chosen(l: Locale) -> BulkOutcome {
    BulkOutcome {
        name: t::nothing(l).to_owned(),
        href: None,
        done: false,
        words: t::nothing_chosen(l).to_owned(),
    }
}
