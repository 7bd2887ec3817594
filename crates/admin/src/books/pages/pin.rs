//! The part of a book's page by which it is put in front of a shelf of the front page.

use axum::response::Response;
use catalogue::{Book, Status};
use discovery::curation::{self, Change, Layout, Placed};
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Choice, Field, FieldKind, Select};
use web::{App, FieldErrors, Form, Notice, Page, Path};

use super::Tab;
use super::editor::{Edited, Told};
use super::offer;
use crate::books::act::Staff;
use crate::home::{act, days, label, logged, shelf_path};
use crate::words::home as t;

/// What was typed and pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pressed {
    shelf: String,
    from: String,
    until: String,
    /// `unpin:` and the name of a shelf; anything else puts the book in front of the chosen one.
    act: String,
}

impl Pressed {
    fn change(&self, book: Id<Book>) -> Result<Change, FieldErrors> {
        if let Some(shelf) = self.act.strip_prefix("unpin:") {
            return Ok(Change::Unpin(shelf.to_owned(), book));
        }
        let mut errors = FieldErrors::default();
        let from = days::from(&self.from, "from", &mut errors);
        let until = days::until(&self.until, "until", &mut errors);
        if from.zip(until).is_some_and(|(from, until)| until <= from) {
            errors.add("until", "out_of_range", t::until_wrong);
        }
        if errors.is_empty() {
            Ok(Change::Pin(self.shelf.clone(), Placed { book, from, until }))
        } else {
            Err(errors)
        }
    }
}

/// Where the book stands on the front page, and the form that puts it there.
pub(super) async fn section(
    page: &Page,
    app: &App,
    book: &Edited,
    (typed, told): (&Pressed, &Told),
) -> web::Result<Markup> {
    let l = page.locale;
    let (layout, _) = curation::find(&app.db).await?;
    let lead = if book.row.status == Status::Published { t::pin_lead(l) } else { t::pin_not_sold(l) };
    let body = html! { (there(page, book.id, &layout)) (form(page, book.id, &layout, (typed, told))) };
    Ok(ui::settings_section("pin-title", t::pin_title(l), Some(lead), &body))
}

/// The shelves that it was chosen for, each with the button that takes it off.
fn there(page: &Page, book: Id<Book>, layout: &Layout) -> Markup {
    let l = page.locale;
    let action = page.url(&path(book));
    let placed = layout
        .shelves
        .iter()
        .filter_map(|shelf| Some((shelf, shelf.books.iter().find(|placed| placed.book == book)?)));
    html! {
        ul.admin-lines role="list" {
            @for (shelf, placed) in placed {
                li.admin-lines__line {
                    div {
                        a href=(page.url(&shelf_path(&shelf.name))) { bdi { (label(l, shelf)) } }
                        @if let Some(dates) = logged::dates(l, placed.from, placed.until) { p.faint { (dates) } }
                    }
                    (take_off(page, &action, (&shelf.name, label(l, shelf))))
                }
            }
        }
    }
}

fn take_off(page: &Page, action: &str, (name, label): (&str, &str)) -> Markup {
    let l = page.locale;
    let words = t::unpin_from(l, label);
    let press = Button {
        label: t::unpin(l),
        kind: ButtonKind::Outline,
        aria_label: Some(&words),
        ..Button::default()
    };
    let form = ui::Form { action, csrf: page.csrf(), ..ui::Form::default() };
    ui::form(&form, &ui::button(&press, Some(("act", &format!("unpin:{name}")))))
}

fn form(page: &Page, book: Id<Book>, layout: &Layout, (typed, told): (&Pressed, &Told)) -> Markup {
    let l = page.locale;
    let action = page.url(&path(book));
    let taking = layout.shelves.iter().filter(|shelf| shelf.kind.takes_books());
    let choices: Vec<Choice> =
        taking.map(|shelf| Choice::new(&shelf.name, label(l, shelf), shelf.name == typed.shelf)).collect();
    let select = Select {
        name: "shelf",
        label: t::pin_to(l),
        choices: &choices,
        error: told.at("shelf"),
        ..Select::default()
    };
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    ui::form(
        &form,
        &html! {
            (ui::select(l, &select))
            div.editor__pair {
                (day(l, ("from", t::from(l)), &typed.from, told))
                (day(l, ("until", t::until(l)), &typed.until, told))
            }
            (ui::button(&Button { label: t::pin(l), kind: ButtonKind::Outline, ..Button::default() }, None))
        },
    )
}

fn day(l: Locale, (name, label): (&str, &str), value: &str, told: &Told) -> Markup {
    let field = Field {
        kind: FieldKind::Day,
        name,
        label,
        value,
        error: told.at(name),
        optional: true,
        autocomplete: Some("off"),
        ..Field::default()
    };
    ui::field(l, &field)
}

fn path(book: Id<Book>) -> String {
    format!("{}/pin", Tab::Metadata.path(book))
}

/// `POST /admin/books/{id}/pin`
pub(super) async fn pin(
    page: Page,
    staff: Staff,
    Path(id): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let l = page.locale;
    let told = match pressed.change(id) {
        Err(errors) => Told::wrong(l, &errors),
        Ok(change) => match act::change(&staff, None, &change).await {
            Ok(_) => return Ok(page.done(&Tab::Offer.path(id), Notice::HomeSaved)),
            Err(error) => Told::refused(act::refused(l, error)?),
        },
    };
    let book = Edited::find(&staff.app, id).await?;
    offer::draw_pinning(&page, &staff.app, &book, (&pressed, &told)).await
}
