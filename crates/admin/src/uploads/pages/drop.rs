//! The place where files are dropped: a form with a file field, which a script makes more of.

use i18n::Locale;
use maud::{Markup, html};
use serde_json::json;
use ui::{Button, ButtonKind, Icon};
use web::Page;

use crate::words::uploads as t;

/// A place for files.
pub(super) struct Drop<'a> {
    /// Where the form goes, from the root of the site.
    pub(super) action: &'a str,
    /// Where a script sends each file, and how.
    pub(super) send: (&'a str, &'a str),
    /// The id of its field.
    pub(super) id: &'a str,
    /// What it asks for.
    pub(super) call: &'a str,
    /// What may be sent.
    pub(super) hint: &'a str,
    /// Endings and media types, as browsers want them.
    pub(super) accept: &'a str,
    /// Whether several may come at once.
    pub(super) many: bool,
    /// What is wrong with what was sent last.
    pub(super) error: Option<&'a str>,
}

/// Draws it.
pub(super) fn draw(page: &Page, drop: &Drop<'_>) -> Markup {
    let l = page.locale;
    let (method, url) = drop.send;
    let send = format!("{url}?csrf={}", page.csrf());
    let hint = format!("{}-hint", drop.id);
    let error = format!("{}-error", drop.id);
    let described = if drop.error.is_some() { format!("{hint} {error}") } else { hint.clone() };
    let field = html! {
        label.drop__zone for=(drop.id) {
            (ui::icon(Icon::Upload))
            span.drop__call { (drop.call) }
            span.drop__hint id=(hint) { (drop.hint) }
            input id=(drop.id) type="file" name="file" accept=(drop.accept) multiple[drop.many] required
                aria-describedby=(described) aria-invalid=[drop.error.map(|_| "true")];
        }
        @if let Some(words) = drop.error { p.field__error id=(error) { (ui::icon(Icon::CircleAlert)) span { (words) } } }
        (ui::button(&Button { label: t::send(l), icon: Some(Icon::Upload), ..Button::default() }, None))
    };
    let form = ui::Form { action: drop.action, csrf: page.csrf(), multipart: true, ..ui::Form::default() };
    html! {
        shop-drop.drop.drop--small[!drop.many] data-send=(send) data-method=(method) data-words=(words(l)) {
            (ui::form(&form, &field))
            ul.drop__list role="list" aria-label=(t::on_the_way(l)) {}
            template { (row(l)) }
            p.visually-hidden role="status" {}
        }
    }
}

/// A file on its way, as a script fills it in.
fn row(l: Locale) -> Markup {
    let stop = Button { label: t::said_stop(l), kind: ButtonKind::Plain, ..Button::default() };
    html! {
        li.drop__item {
            bdi.drop__name {}
            progress.progress max="100" value="0" aria-label=(t::progress(l)) {}
            span.drop__word {}
            button.button.button--plain type="button" hidden data-ink { span { (stop.label) } }
        }
    }
}

/// What a script says of files on their way; what stands in <> it fills in.
fn words(l: Locale) -> String {
    json!({
        "waiting": t::said_waiting(l), "going": t::said_going(l), "arriving": t::said_arriving(l),
        "minutes": t::said_minutes(l), "soon": t::said_soon(l), "stopped": t::said_stopped(l),
        "unreachable": t::said_unreachable(l), "stop": t::said_stop(l), "again": t::said_again(l),
    })
    .to_string()
}
