//! The form in which something is said, answered or said otherwise. Without scripts it is sent like any form; with them
//! it is sent behind the page's back, and what was typed is kept in the browser until it has arrived.

use catalogue::Book;
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use ui::{Avatar, AvatarSize, Button, ButtonKind, Icon, avatar, icon};
use web::Page;

use crate::t;
use crate::text::LONGEST;

/// The form, filled in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Composer<'a> {
    /// Where it is sent.
    pub(crate) action: &'a str,
    /// Under which name the browser keeps the draft, unique for what it is about: `7`, `7-12`, or `e12` for other words of a
    /// comment that is there already.
    pub(crate) draft: Option<&'a str>,
    /// The end of the ids of its fields, where a page has several.
    pub(crate) suffix: &'a str,
    /// What the text field is called.
    pub(crate) label: &'a str,
    /// What its button says.
    pub(crate) deed: &'a str,
    /// What was typed.
    pub(crate) text: &'a str,
    /// Whether all of it gives the story away.
    pub(crate) spoiler: bool,
    /// The book that a reply is about, in case what it answers is gone when it is sent.
    pub(crate) book: Option<Id<Book>>,
    /// Whether what was typed is back after its writer has signed in.
    pub(crate) restored: bool,
    /// By which a form that is sent twice is known.
    pub(crate) key: &'a str,
    /// What is wrong with it.
    pub(crate) error: Option<&'a str>,
    /// Whether a comment that is there already is said otherwise.
    pub(crate) changes: bool,
    /// Where one goes instead; closes the form where it was opened on a page.
    pub(crate) cancel: Option<&'a str>,
}

/// Draws it.
pub(crate) fn composer(page: &Page, composer: &Composer<'_>) -> Markup {
    let l = page.locale;
    let id = format!("say{}", composer.suffix);
    let most = i64::try_from(LONGEST).unwrap_or_default();
    html! {
        shop-composer data-draft=[composer.draft] data-changes[composer.changes] data-user=[page.reader().map(|me| me.user)] data-most=(most)
            data-nearly=(t::text_nearly_too_long(l, most)) data-over=(t::text_too_long(l, most))
            data-missing=(t::text_missing(l)) data-offline=(t::draft_offline(l)) data-waiting=(t::draft_waiting(l))
            data-lost=(t::draft_lost(l)) data-restored=(t::draft_restored(l)) {
            form.composer method="post" action=(composer.action) {
                input type="hidden" name="csrf" value=(page.csrf());
                @if let Some(book) = composer.book { input type="hidden" name="book" value=(book); }
                @if !composer.key.is_empty() { input type="hidden" name="key" value=(composer.key); }
                (words(page, composer, &id))
                (tools(page, composer, &id))
                p.composer__status role="status" { @if composer.restored { (t::draft_restored(l)) } }
                div.composer__buttons {
                    (ui::button(&Button { label: composer.deed, ..Button::default() }, None))
                    @if let Some(href) = composer.cancel {
                        a.button.button--plain href=(href) data-cancel data-ink { span { (t::cancel(l)) } }
                    }
                }
            }
            @if composer.draft.is_some() && !composer.changes { (pending(page)) }
        }
    }
}

fn words(page: &Page, composer: &Composer<'_>, id: &str) -> Markup {
    let error = format!("{id}-error");
    let described =
        format!("{id}-hint{}", if composer.error.is_some() { format!(" {error}") } else { String::new() });
    html! {
        div.field {
            label.field__label for=(id) { (composer.label) }
            p.field__hint id=(format_args!("{id}-hint")) { (t::composer_hint(page.locale)) }
            textarea.field__input.field__input--long.composer__text id=(id) name="text" rows="3" dir="auto"
                aria-describedby=(described) aria-invalid=[composer.error.map(|_| "true")] { (composer.text) }
            p.field__error id=(error) hidden[composer.error.is_none()] {
                (icon(Icon::CircleAlert)) span { (composer.error.unwrap_or_default()) }
            }
        }
    }
}

/// The tick for all of it, the button that hides a part, and how much room is left.
fn tools(page: &Page, composer: &Composer<'_>, id: &str) -> Markup {
    let l = page.locale;
    html! {
        div.composer__tools {
            label.tick {
                input.tick__box id=(format_args!("{id}-spoiler")) name="spoiler" type="checkbox" value="on"
                    checked[composer.spoiler];
                span { (t::composer_spoiler(l)) }
            }
            button.button.button--plain.composer__hide type="button" hidden data-hide data-ink {
                (icon(Icon::Warning)) span { (t::composer_hide(l)) }
            }
            p.composer__count hidden { bdi data-counter {} }
            p.visually-hidden role="status" data-announce {}
        }
    }
}

/// How a comment looks while it is on its way, and while it waits for a connection: then it can be said otherwise, or thrown away.
fn pending(page: &Page) -> Markup {
    let Some(me) = page.reader() else { return html! {} };
    let l = page.locale;
    html! {
        template data-pending {
            article.said.said--pending aria-busy="true" tabindex="-1" {
                header.said__head {
                    (avatar(&Avatar { name: &me.name, picture: me.picture.as_deref(), size: AvatarSize::Small }))
                    div.said__who {
                        p.said__by { b { bdi { (me.name) } } }
                        p.said__facts { (t::sending(l)) }
                    }
                }
                div.said__text { div.said__paragraph dir="auto" {} }
                (while_it_waits(l))
            }
        }
    }
}

/// What can be done about a comment that waits, for a script.
fn while_it_waits(l: Locale) -> Markup {
    let press = |name: &str, icon: Icon, label: &str| {
        html! { button.said__action type="button" data-does=(name) data-ink { (ui::icon(icon)) span { (label) } } }
    };
    html! {
        div.said__actions hidden {
            (press("edit", Icon::Pencil, t::edit(l)))
            (press("own", Icon::Message, t::post_own(l)))
            (press("drop", Icon::Trash, t::throw_away(l)))
        }
        div.said__again hidden {
            textarea.field__input.field__input--long.composer__text rows="3" dir="auto" maxlength=(LONGEST)
                aria-label=(t::edit_label(l)) {}
            div.composer__buttons {
                button.button type="button" data-does="save" data-ink { span { (t::edit_save(l)) } }
                button.button.button--plain type="button" data-does="leave" data-ink { span { (t::cancel(l)) } }
            }
        }
    }
}

/// A button beside others.
pub(super) fn deed(label: &str, kind: ButtonKind) -> Markup {
    ui::button(&Button { label, kind, ..Button::default() }, None)
}
