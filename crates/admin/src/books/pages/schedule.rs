//! The part of a book's page by which it comes into the shop at a set time, and how that is told.

use axum::response::Response;
use catalogue::edit::{Change, DeskRow};
use catalogue::{Book, Status};
use i18n::Locale;
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, EnterKey, Field, FieldKind};
use web::{FieldErrors, Form, Notice, Page, Path};

use super::editor::{Edited, Told};
use super::{Tab, list, offer};
use crate::books::act::Staff;
use crate::day;
use crate::words::books as t;

/// Where a book stands, and the time for which more is planned.
pub(super) fn state(l: Locale, row: &DeskRow) -> Markup {
    html! {
        span.book-cell__text {
            (list::status_badge(l, row.status))
            @if let Some(at) = row.publish_at { span.faint { (t::scheduled_for(l, &i18n::date_time(l, at))) } }
        }
    }
}

/// The form that sets the time, and the button that takes it back; nothing for what is in the shop. `typed` is what was refused.
pub(super) fn section(page: &Page, book: &Edited, (typed, told): (Option<&str>, &Told)) -> Markup {
    if book.row.status == Status::Published {
        return html! {};
    }
    let l = page.locale;
    let set = book.row.publish_at;
    let lead =
        set.map_or_else(|| t::schedule_lead(l).to_owned(), |at| t::schedule_set(l, &i18n::date_time(l, at)));
    let value = typed.map_or_else(|| set.map(day::for_field).unwrap_or_default(), str::to_owned);
    let field = Field {
        kind: FieldKind::Moment,
        name: "publish_at",
        label: t::schedule_at(l),
        value: &value,
        hint: Some(t::schedule_hint(l)),
        error: told.at("publish_at"),
        autocomplete: Some("off"),
        enter_key: EnterKey::Done,
        ..Field::default()
    };
    let action = page.url(&path(book.id));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let save = Button { label: t::schedule_save(l), kind: ButtonKind::Outline, ..Button::default() };
    let cancel = Button { label: t::schedule_cancel(l), kind: ButtonKind::Plain, ..Button::default() };
    let body = html! {
        (ui::form(&form, &html! { (ui::field(l, &field)) (ui::button(&save, None)) }))
        // A form of its own, which asks for no time.
        @if set.is_some() { (ui::form(&form, &ui::button(&cancel, Some(("act", "cancel"))))) }
    };
    ui::settings_section("schedule-title", t::schedule_title(l), Some(&lead), &body)
}

fn path(book: Id<Book>) -> String {
    format!("{}/schedule", Tab::Metadata.path(book))
}

/// What was typed and pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pressed {
    publish_at: String,
    /// `cancel` takes the time back.
    act: String,
}

impl Pressed {
    fn change(&self) -> Result<Change, FieldErrors> {
        let at = match self.act.as_str() {
            "cancel" => None,
            _ => Some(self.at()?),
        };
        Ok(Change { publish_at: Some(at), ..Change::default() })
    }

    fn at(&self) -> Result<Timestamp, FieldErrors> {
        let wrong = || FieldErrors::one("publish_at", "invalid", t::schedule_wrong);
        day::moment(&self.publish_at).ok_or_else(wrong)
    }
}

/// `POST /admin/books/{id}/schedule`
pub(super) async fn set(
    page: Page,
    staff: Staff,
    Path(id): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let told = match pressed.change() {
        Err(errors) => Told::wrong(page.locale, &errors),
        Ok(change) => match staff.change(id, None, &change).await {
            Ok(_) => return Ok(page.done(&Tab::Offer.path(id), Notice::BookSaved)),
            Err(error) => Told::of(page.locale, error)?,
        },
    };
    let book = Edited::find(&staff.app, id).await?;
    offer::draw_scheduling(&page, &staff.app, &book, (&pressed.publish_at, &told)).await
}
