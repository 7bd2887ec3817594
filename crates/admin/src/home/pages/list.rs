//! `/admin/home`: the shelves in their order, with the buttons that move, hide and show them.

use axum::extract::State;
use axum::response::Response;
use discovery::curation::{self, Change, CurateError, Draft, Kind, Layout, Shelf, Source};
use i18n::Locale;
use kernel::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use ui::{Button, ButtonKind, Icon};
use web::admin::{Section, Shown};
use web::{App, Form, Notice, Page};

use super::{HOME, NEW, history, label, path, preview};
use crate::ask;
use crate::books::act::Staff;
use crate::home::{act, logged};
use crate::words::home as t;

/// `GET /admin/home`
pub(super) async fn show(page: Page, State(app): State<App>) -> web::Result<Response> {
    draw(&page, &app, None).await
}

/// The page, with why something was not done.
pub(super) async fn draw(page: &Page, app: &App, refused: Option<&str>) -> web::Result<Response> {
    let l = page.locale;
    let (layout, version) = curation::find(&app.db).await?;
    let sources: Vec<Source> = layout.shelves.iter().filter_map(|shelf| shelf.source).collect();
    let names = curation::source_names(&app.db, l, &sources).await?;
    let past = history::last(app).await?;
    let add = Button { label: t::add_shelf(l), icon: Some(Icon::Plus), ..Button::default() };
    let list = List { page, layout: &layout, version, names: &names, now: app.clock.now() };
    let shown = Shown {
        lead: Some(t::lead(l)),
        actions: ui::button_link(&add, &page.url(NEW)),
        body: html! {
            @if let Some(words) = refused { (ask::refused(words)) }
            (list.view())
            (preview::form(page, app.clock.now()))
            (history::view(page, (version, &past), app.clock.now()))
        },
        ..Shown::new(Section::Home, l)
    };
    let (frame, body) = page.admin(shown);
    let answer = page.render(&frame, &body);
    Ok(if refused.is_some() { web::to_correct(answer) } else { answer })
}

/// The shelves, in one form.
struct List<'a> {
    page: &'a Page,
    layout: &'a Layout,
    version: i64,
    names: &'a HashMap<Source, String>,
    now: Timestamp,
}

impl List<'_> {
    fn view(&self) -> Markup {
        let (page, l) = (self.page, self.page.locale);
        let action = page.url(HOME);
        let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
        let last = self.layout.shelves.len().saturating_sub(1);
        let rows = html! {
            input type="hidden" name="version" value=(self.version);
            ol.shelves role="list" aria-label=(t::shelves(l)) {
                li.shelves__row {
                    div.shelves__text { p.shelves__name { (t::continue_reading(l)) } p.faint { (t::continue_hint(l)) } }
                    span.shelves__fixed { (ui::icon(Icon::Lock)) }
                }
                @for (at, shelf) in self.layout.shelves.iter().enumerate() {
                    li.shelves__row data-row=(shelf.name) { (self.row(shelf, at == 0, at == last)) }
                }
            }
        };
        html! {
            shop-order {
                p.faint.shelves__keys hidden data-keys { (t::keys_hint(l)) }
                div #shelves data-part data-done=(t::saved(l)) { (ui::form(&form, &rows)) }
            }
        }
    }

    fn row(&self, one: &Shelf, is_first: bool, is_last: bool) -> Markup {
        let (page, l) = (self.page, self.page.locale);
        let name = label(l, one);
        let hide = if one.hidden { ("show", t::show(l)) } else { ("hide", t::hide(l)) };
        html! {
            div.shelves__text {
                p.shelves__name { a href=(page.url(&path(&one.name))) { bdi { (name) } } }
                p.shelves__state { (self.state(one)) }
                @let about = self.about(one);
                @if !about.is_empty() { p.faint { @for (at, words) in about.iter().enumerate() { @if at > 0 { " · " } (words) } } }
            }
            div.shelves__acts {
                (step(&format!("up:{}", one.name), (Icon::ChevronUp, &t::move_up(l, name)), is_first))
                (step(&format!("down:{}", one.name), (Icon::ChevronDown, &t::move_down(l, name)), is_last))
                (ui::button(
                    &Button {
                        label: hide.1,
                        kind: ButtonKind::Outline,
                        aria_label: Some(&if one.hidden { t::show_shelf(l, name) } else { t::hide_shelf(l, name) }),
                        ..Button::default()
                    },
                    Some(("act", &format!("{}:{}", hide.0, one.name))),
                ))
            }
        }
    }

    /// Whether it is on the page, as a mark with its words.
    fn state(&self, one: &Shelf) -> Markup {
        let l = self.page.locale;
        let dates = logged::dates(l, one.from, one.until);
        let (mark, words) = match () {
            () if one.hidden => ("withdrawn", t::state_hidden(l)),
            () if one.until.is_some_and(|until| until <= self.now) => ("withdrawn", t::state_over(l)),
            () if one.from.is_some_and(|from| from > self.now) => ("draft", t::state_later(l)),
            () => ("published", t::state_shown(l)),
        };
        html! {
            span.status-mark data-status=(mark) { (words) }
            @if let Some(dates) = dates { span.faint { (dates) } }
        }
    }

    /// What else is to be known of it.
    fn about(&self, one: &Shelf) -> Vec<Markup> {
        let l = self.page.locale;
        let mut about = Vec::new();
        if one.kind == Kind::Own {
            let locales: Vec<&str> = one.locales().map(Locale::own_name).collect();
            if locales.len() < Locale::ALL.len() {
                about.push(html! { (i18n::list_and(l, &locales)) });
            }
            if let Some(source) = one.source {
                let name = self.names.get(&source).map(String::as_str);
                about.push(html! { (logged::source(l, source.of, name)) });
            }
        } else if let Some(words) = hint(l, one.kind) {
            about.push(html! { (words) });
        }
        let books = i64::try_from(one.books.len()).unwrap_or(i64::MAX);
        match (books, one.kind, one.source) {
            (0, Kind::Own, None) => about.push(html! { (t::no_books(l)) }),
            (0, ..) => {}
            (_, Kind::Own, None) => about.push(html! { (t::books_of(l, books)) }),
            _ => about.push(html! { (t::books_in_front(l, books)) }),
        }
        about
    }
}

/// For whom a shelf of the program's own is.
fn hint(l: Locale, kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::ForYou => t::hint_for_you(l),
        Kind::Liked => t::hint_liked(l),
        Kind::Picks => t::hint_picks(l),
        Kind::Viewed => t::hint_viewed(l),
        Kind::New | Kind::Best | Kind::Genres | Kind::Own => return None,
    })
}

/// A button that moves something by a place; there and without effect where there is no place to go to, so that the others
/// stay where they are.
pub(super) fn step(act: &str, (icon, label): (Icon, &str), is_at_end: bool) -> Markup {
    html! {
        button.button.button--plain.shelves__step type="submit" name="act" value=(act) data-ink aria-label=(label)
            disabled[is_at_end] { (ui::icon(icon)) }
    }
}

/// The button that was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pressed {
    version: Option<i64>,
    act: String,
}

impl Pressed {
    fn change(&self) -> Option<Change> {
        let (act, name) = self.act.split_once(':')?;
        let hidden = |hidden| Draft { hidden: Some(hidden), ..Draft::default() };
        let name = name.to_owned();
        Some(match act {
            "up" => Change::Up(name),
            "down" => Change::Down(name),
            "hide" => Change::Edit(name, hidden(true)),
            "show" => Change::Edit(name, hidden(false)),
            _ => return None,
        })
    }
}

/// `POST /admin/home`: moves, hides or shows a shelf. A script is answered with the page as it is then.
pub(super) async fn arrange(page: Page, staff: Staff, Form(pressed): Form<Pressed>) -> web::Result<Response> {
    let change = pressed.change().ok_or(web::Error::NotFound)?;
    match act::change(&staff, pressed.version, &change).await {
        Ok(_) if page.wants_fragment() => draw(&page, &staff.app, None).await,
        Ok(_) => Ok(page.done(HOME, Notice::HomeSaved)),
        Err(error) => refuse(&page, &staff.app, error).await,
    }
}

/// The page with why something was not done.
pub(super) async fn refuse(page: &Page, app: &App, error: CurateError) -> web::Result<Response> {
    let words = act::refused(page.locale, error)?;
    draw(page, app, Some(&words)).await
}
