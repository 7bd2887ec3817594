//! Answers: notices, alerts, errors, empty lists, and the place where confirmations appear.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Frame, Icon, icon, t};

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// It went well.
    Success,
    /// Something to mind.
    Warning,
    /// It went wrong.
    Danger,
}

/// A message that stays on the page.
#[derive(Debug, Clone)]
pub struct Alert<'a> {
    /// What it is about.
    pub tone: Tone,
    /// What happened.
    pub title: &'a str,
    /// What to do about it.
    pub body: Markup,
}

/// Draws an alert; one that went wrong is announced.
pub fn alert(alert: &Alert<'_>) -> Markup {
    let (class, shape) = match alert.tone {
        Tone::Info => ("alert alert--info", Icon::Info),
        Tone::Success => ("alert alert--success", Icon::CircleCheck),
        Tone::Warning => ("alert alert--warning", Icon::Warning),
        Tone::Danger => ("alert alert--danger", Icon::CircleAlert),
    };
    html! {
        div class=(class) role=[(alert.tone == Tone::Danger).then_some("alert")] {
            (icon(shape))
            div {
                p.alert__title { (alert.title) }
                (alert.body)
            }
        }
    }
}

/// How a notice of something that was done is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    /// It went well.
    #[default]
    Success,
    /// Something to know, such as where to go on.
    Info,
}

/// How something that was done is undone, by a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// Where the form is sent.
    pub action: String,
    /// What is to be done, in a word of whoever answers the form.
    pub what: String,
}

/// What the page before left to say, for browsers without JavaScript as well. What undoes it stands beside the words,
/// where it is no part of what is announced.
pub(crate) fn notice(frame: &Frame, text: &str) -> Markup {
    let (class, shape) = match frame.notice_kind {
        NoticeKind::Success => ("notice", Icon::CircleCheck),
        NoticeKind::Info => ("notice notice--info", Icon::Info),
    };
    html! {
        div class=(class) {
            (icon(shape))
            p role="status" { (text) }
            @if let Some(undo) = &frame.undo {
                form method="post" action=(undo.action) {
                    @if let Some(token) = &frame.csrf { input type="hidden" name="csrf" value=(token); }
                    input type="hidden" name="next" value=(frame.address());
                    input type="hidden" name="what" value=(undo.what);
                    button.notice__action type="submit" data-ink { (t::undo(frame.locale)) }
                }
            }
        }
    }
}

/// Where confirmations appear. It is there from the beginning, because a region that comes late is not announced. What
/// can be done about it (“Undo”) stands beside the words, where it is no part of what is announced.
pub fn toast_region() -> Markup {
    html! {
        shop-toasts.toasts {
            div.toasts__box {
                div.toasts__text role="status" aria-live="polite" {}
                button.toasts__action type="button" hidden data-ink {}
            }
        }
    }
}

/// What a script shows beside a form that found nobody to answer it.
pub(crate) fn unreachable(l: Locale) -> Markup {
    let body = html! { p { (t::unreachable_detail(l)) } };
    html! {
        template #unreachable {
            (alert(&Alert { tone: Tone::Danger, title: t::unreachable(l), body }))
        }
    }
}

/// The nuqta in outline, one sentence, one thing to do.
pub fn empty_state(sentence: &str, action: &Markup) -> Markup {
    html! {
        div.empty {
            (nuqta())
            p.empty__text { (sentence) }
            (action)
        }
    }
}

fn nuqta() -> Markup {
    html! {
        svg.empty__nuqta width="72" height="72" viewBox="0 0 64 64" aria-hidden="true" focusable="false" {
            path d="M32 4 60 32 32 60 4 32Z" {}
        }
    }
}

/// A page that could not be shown. Its words come from whoever knows what went wrong.
#[derive(Debug, Clone)]
pub struct ErrorPage<'a> {
    /// The status, shown large.
    pub status: u16,
    /// What happened.
    pub title: &'a str,
    /// What to do about it.
    pub detail: &'a str,
    /// “Reference: …”, for whoever asks for help.
    pub reference: Option<&'a str>,
    /// Ways out: links and buttons.
    pub actions: Markup,
}

/// The body of an error page.
pub fn error_page(page: &ErrorPage<'_>) -> Markup {
    html! {
        div.error-page {
            p.error-page__status aria-hidden="true" { (page.status) (nuqta()) }
            h1.error-page__title { (page.title) }
            p.error-page__detail { (page.detail) }
            div.error-page__actions { (page.actions) }
            @if let Some(reference) = page.reference { p.error-page__reference { bdi { (reference) } } }
        }
    }
}
