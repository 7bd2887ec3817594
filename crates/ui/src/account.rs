//! The account's pages: the hub with its rows, sections of settings, the list of sessions, and the step that asks
//! before something is lost.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Avatar, Button, ButtonKind, Form, Icon, avatar, button, form, icon, t};

/// A row of the hub: a page of the account.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// A picture before the words.
    pub icon: Icon,
    /// What it is.
    pub label: &'a str,
    /// What is there, or how it stands: an address, “2 devices”.
    pub hint: Option<&'a str>,
    /// Its address.
    pub href: &'a str,
}

/// The account's first page.
#[derive(Debug, Clone)]
pub struct Hub<'a> {
    /// The reader's picture; drawn large, whatever its size says.
    pub avatar: Avatar<'a>,
    /// Their unique name.
    pub username: &'a str,
    /// What needs their attention, such as an address that is not verified; may be empty.
    pub notes: Markup,
    /// The pages of the account, in groups.
    pub groups: &'a [&'a [Row<'a>]],
    /// The form that signs out.
    pub sign_out: Form<'a>,
}

/// Draws the hub.
pub fn account_hub(l: Locale, hub: &Hub<'_>) -> Markup {
    let large = Avatar { size: crate::AvatarSize::Large, ..hub.avatar };
    let out = Button {
        label: t::sign_out(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::LogOut),
        ..Button::default()
    };
    html! {
        div.account {
            div.account__head {
                (avatar(&large))
                div.account__who {
                    h1.account__name dir="auto" { (hub.avatar.name) }
                    @if hub.username != hub.avatar.name {
                        p.account__username { bdi dir="ltr" { "@" (hub.username) } }
                    }
                }
            }
            (hub.notes)
            @for group in hub.groups { (rows(group)) }
            div data-sign-out {
                (form(&hub.sign_out, &button(&out, None)))
                // Opened by a script, where something would be lost that was done without a connection.
                (confirm_dialog(l, "sign-out-loses", &Confirm {
                    title: t::sign_out_loses_title(l),
                    body: html! { p { (t::sign_out_loses(l)) } },
                    form: hub.sign_out,
                    fields: html! {},
                    deed: t::sign_out_anyway(l),
                    cancel: &format!("/{}/account/downloads", l.tag()),
                }))
            }
        }
    }
}

/// Rows that lead to pages.
pub fn rows(rows: &[Row<'_>]) -> Markup {
    html! {
        ul.rows role="list" {
            @for row in rows {
                li {
                    a.row href=(row.href) data-ink {
                        (icon(row.icon))
                        span.row__text {
                            span.row__label { (row.label) }
                            @if let Some(hint) = row.hint { span.row__hint { bdi { (hint) } } }
                        }
                        (icon(Icon::ChevronForward))
                    }
                }
            }
        }
    }
}

/// A page below the hub: its heading, then its sections.
pub fn account_page(title: &str, lead: Option<&str>, body: &Markup) -> Markup {
    html! {
        div.account {
            div.account__title {
                h1 { (title) }
                @if let Some(lead) = lead { p.account__lead { (lead) } }
            }
            (body)
        }
    }
}

/// A section of settings with its own heading and, usually, its own form.
pub fn settings_section(id: &str, title: &str, lead: Option<&str>, body: &Markup) -> Markup {
    html! {
        section.settings aria-labelledby=(id) {
            h2.settings__title id=(id) { (title) }
            @if let Some(lead) = lead { p.settings__lead { (lead) } }
            (body)
        }
    }
}

/// What a session runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// A telephone's browser.
    Phone,
    /// A tablet's browser.
    Tablet,
    /// A computer's browser.
    Computer,
    /// A program with a token.
    App,
}

impl Device {
    const fn icon(self) -> Icon {
        match self {
            Self::Phone => Icon::Phone,
            Self::Tablet => Icon::Tablet,
            Self::Computer => Icon::Laptop,
            Self::App => Icon::Key,
        }
    }
}

/// One session of the reader.
#[derive(Debug, Clone, Copy)]
pub struct SessionRow<'a> {
    /// What it runs on.
    pub device: Device,
    /// “Chrome on Android”, in the page’s language.
    pub name: &'a str,
    /// “Last active 3 days ago”.
    pub detail: &'a str,
    /// Whether it is the one that shows this page.
    pub current: bool,
    /// Where the form that ends it goes; `None` shows no button.
    pub end: Option<&'a str>,
}

/// The list of sessions, each with the button that ends it.
pub fn sessions(l: Locale, csrf: &str, list: &[SessionRow<'_>]) -> Markup {
    html! {
        ul.sessions role="list" {
            @for session in list {
                li.session {
                    (icon(session.device.icon()))
                    div.session__text {
                        p.session__name {
                            (session.name)
                            @if session.current { " " span.session__here { (t::session_this(l)) } }
                        }
                        p.session__detail { (session.detail) }
                    }
                    @if let Some(action) = session.end { (end(l, csrf, session.name, action)) }
                }
            }
        }
    }
}

fn end(l: Locale, csrf: &str, name: &str, action: &str) -> Markup {
    let label = t::session_end_label(l, name);
    let press = Button {
        label: t::session_end(l),
        kind: ButtonKind::Plain,
        aria_label: Some(&label),
        ..Button::default()
    };
    form(&Form { action, csrf, ..Form::default() }, &button(&press, None))
}

/// The step before something that cannot be undone.
#[derive(Debug, Clone)]
pub struct Confirm<'a> {
    /// A question that names what would be lost.
    pub title: &'a str,
    /// What follows from it.
    pub body: Markup,
    /// Where it is done.
    pub form: Form<'a>,
    /// Fields to fill in, such as the e-mail address to type; may be empty.
    pub fields: Markup,
    /// What the button says: the deed, not “OK”.
    pub deed: &'a str,
    /// Where one goes instead.
    pub cancel: &'a str,
}

/// The step as a page of its own.
pub fn confirm_page(l: Locale, confirm: &Confirm<'_>) -> Markup {
    html! {
        div.account {
            div.confirm {
                h1.confirm__title { (confirm.title) }
                (ask(l, confirm))
            }
        }
    }
}

/// The step as a dialog over a page, for a link with [`confirm_link`]; the link's own address is the page without
/// JavaScript.
pub fn confirm_dialog(l: Locale, id: &str, confirm: &Confirm<'_>) -> Markup {
    let title = format!("{id}-title");
    html! {
        dialog.sheet.confirm id=(id) aria-labelledby=(title) {
            h2.confirm__title id=(title) { (confirm.title) }
            (ask(l, confirm))
        }
    }
}

/// A button that leads to a [`confirm_page`], or opens the [`confirm_dialog`] of this id in its place.
pub fn confirm_link(label: &str, href: &str, dialog: Option<&str>) -> Markup {
    html! {
        a.button.button--danger href=(href) data-opens=[dialog] data-ink { span { (label) } }
    }
}

/// The way out comes first, the deed last.
fn ask(l: Locale, confirm: &Confirm<'_>) -> Markup {
    let deed = Button { label: confirm.deed, kind: ButtonKind::Danger, ..Button::default() };
    let body = html! {
        (confirm.fields)
        div.confirm__actions {
            a.button.button--outline href=(confirm.cancel) data-closes data-ink { span { (t::cancel(l)) } }
            (button(&deed, None))
        }
    };
    html! {
        div.confirm__body { (confirm.body) }
        (form(&confirm.form, &body))
    }
}
