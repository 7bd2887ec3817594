//! `/admin/home/preview`: the front page as a visitor will see it on a day, in the language of the address.

use axum::extract::State;
use axum::response::Response;
use catalogue::Reader;
use i18n::Locale;
use kernel::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Alert, Button, ButtonKind, Tone};
use web::{App, Page, Query};

use super::{HOME, PREVIEW};
use crate::day::Day;
use crate::home::days;
use crate::words::home as t;

/// The day that is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    on: String,
}

/// `GET /admin/home/preview`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let (l, now) = (page.locale, app.clock.now());
    let day = Day::read(&asked.on).unwrap_or_else(|| Day::of(now));
    let at = days::moment(day, now);
    let back = Button { label: t::preview_back(l), kind: ButtonKind::Outline, ..Button::default() };
    let title = t::preview_of(l, &i18n::date(l, at));
    let body = html! { p { (t::preview_hint(l)) } p { (ui::button_link(&back, &page.url(HOME))) } };
    let head = ui::alert(&Alert { tone: Tone::Info, title: &title, body });
    discovery::preview_home(&page, (&app, &reader), at, &head).await
}

/// The form that leads there: a day, and a button for each language.
pub(super) fn form(page: &Page, now: Timestamp) -> Markup {
    let l = page.locale;
    html! {
        section.panel aria-labelledby="preview-title" {
            h2.panel__title #preview-title { (t::preview(l)) }
            p.faint { (t::preview_lead(l)) }
            form.preview-form method="get" action=(page.url(PREVIEW)) {
                label.preview-form__day {
                    span { (t::preview_day(l)) }
                    input.field__input type="date" name="on" value=(Day::of(now));
                }
                @for locale in Locale::ALL {
                    button.button.button--outline type="submit" formaction={ "/" (locale.tag()) (PREVIEW) } data-ink {
                        span lang=(locale.tag()) { (locale.own_name()) }
                    }
                }
            }
        }
    }
}
