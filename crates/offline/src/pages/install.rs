//! `/install`: the shop as an app. Where the browser offers it, a button; where it does not, the steps for each kind of device.

use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, Frame, Icon};
use web::Page;

use crate::t;

pub(super) async fn show(page: Page) -> Response {
    let l = page.locale;
    let title = t::install_title(l);
    let body = html! {
        shop-install {
            div data-offer hidden {
                button.button type="button" data-ink { (ui::icon(Icon::Download)) span { (t::install_button(l)) } }
            }
            p.alert__title data-done role="status" hidden { (t::install_done(l)) }
        }
        (ways(l))
        p { (ui::button_link(
            &Button { label: t::downloads_title(l), kind: ui::ButtonKind::Outline, icon: Some(Icon::Phone), ..Button::default() },
            &page.url(super::DOWNLOADS),
        )) }
        script type="module" src=(ui::offline_script()) {}
    };
    let frame = Frame { description: Some(t::install_lead(l).to_owned()), ..page.frame(title) };
    page.render(&frame, &ui::account_page(title, Some(t::install_lead(l)), &body))
}

/// A step: what it looks like, and what is done.
type Step = (Icon, &'static str);

fn ways(l: Locale) -> Markup {
    let iphone = [
        (Icon::Share, t::install_ios_share(l)),
        (Icon::Plus, t::install_ios_add(l)),
        (Icon::Check, t::install_ios_done(l)),
    ];
    let android = [
        (Icon::More, t::install_android_menu(l)),
        (Icon::Download, t::install_android_add(l)),
        (Icon::Check, t::install_android_done(l)),
    ];
    let desktop = [
        (Icon::Monitor, t::install_desktop_bar(l)),
        (Icon::Download, t::install_desktop_add(l)),
        (Icon::Check, t::install_desktop_done(l)),
    ];
    html! {
        (way("ios", (Icon::Phone, t::install_ios(l)), &iphone))
        (way("android", (Icon::Phone, t::install_android(l)), &android))
        (way("desktop", (Icon::Laptop, t::install_desktop(l)), &desktop))
    }
}

fn way(id: &str, (icon, title): Step, steps: &[Step]) -> Markup {
    html! {
        section.settings aria-labelledby=(id) data-device=(id) {
            h2.settings__title id=(id) { (ui::icon(icon)) " " (title) }
            ol.steps {
                @for (icon, words) in steps {
                    li.steps__step { span.steps__picture { (ui::icon(*icon)) } span { (words) } }
                }
            }
        }
    }
}
