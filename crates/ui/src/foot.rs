//! The foot of every page of the shop: its name, the language switch and the colour switch.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Frame, Icon, Theme, icon, t};

pub(crate) fn foot(frame: &Frame) -> Markup {
    let l = frame.locale;
    html! {
        footer.foot {
            div.foot__inner {
                p.foot__name { bdi { (frame.brand.in_locale(l)) } }
                (languages(frame))
                (themes(frame))
                a.foot__choice href=(format_args!("/{}/install", l.tag())) data-ink { (icon(Icon::Phone)) span { (t::install_app(l)) } }
            }
        }
    }
}

/// Plain links to the same page: its address says its language.
fn languages(frame: &Frame) -> Markup {
    let offered = frame.languages.offered();
    html! {
        @if offered.len() > 1 {
            nav.foot__group aria-label=(t::language(frame.locale)) {
                (icon(Icon::Languages))
                @for other in offered {
                    a.foot__choice href=(address(frame, *other)) hreflang=(other.tag()) lang=(other.tag()) data-ink
                        aria-current=[(*other == frame.locale).then_some("true")] { (other.own_name()) }
                }
            }
        }
    }
}

/// A form, since choosing changes something: the server keeps the choice in a cookie and comes back here.
fn themes(frame: &Frame) -> Markup {
    let l = frame.locale;
    html! {
        form.foot__group method="post" action=(format_args!("/{}/theme", l.tag())) aria-label=(t::theme(l)) {
            @if let Some(token) = &frame.csrf { input type="hidden" name="csrf" value=(token); }
            input type="hidden" name="next" value=(address(frame, l));
            @for theme in Theme::ALL {
                @let (shape, label) = describe(l, theme);
                button.foot__choice type="submit" name="theme" value=(theme.name()) data-ink
                    aria-pressed=(if theme == frame.theme { "true" } else { "false" }) {
                    (icon(shape)) span { (label) }
                }
            }
        }
    }
}

const fn describe(l: Locale, theme: Theme) -> (Icon, &'static str) {
    match theme {
        Theme::Auto => (Icon::Monitor, t::theme_auto(l)),
        Theme::Light => (Icon::Sun, t::theme_light(l)),
        Theme::Dark => (Icon::Moon, t::theme_dark(l)),
    }
}

/// The same page in another language. A list by name is in another order there, so its place in the list is left out.
fn address(frame: &Frame, l: Locale) -> String {
    let kept: Vec<_> = frame.query.split('&').filter(|pair| !pair.starts_with("cursor=")).collect();
    let query = kept.join("&");
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", frame.local_url(l))
}
