//! `/admin/books/{id}/offer`: what a book costs and has cost, and whether it is in the shop.

use axum::extract::State;
use axum::response::Response;
use catalogue::edit::{self, Change, Past};
use catalogue::{Book, Status};
use kernel::{Id, Money};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, EnterKey, Field, Icon};
use web::{App, FieldErrors, Form, Notice, Page, Path};

use super::editor::{Edited, Told};
use super::{Tab, list, pin, schedule};
use crate::books::act::Staff;
use crate::words::books as t;

/// How many prices are told.
const PRICES: i64 = 50;

/// `GET /admin/books/{id}/offer`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path(id): Path<Id<Book>>,
) -> web::Result<Response> {
    let book = Edited::find(&app, id).await?;
    let price = written(book.row.price);
    draw(&page, &app, &book, (&price, &Told::default())).await
}

/// A price as it stands in the form.
fn written(price: Option<Money>) -> String {
    let Some(price) = price else { return String::new() };
    let major = price.major();
    major.strip_suffix(".00").map_or_else(|| major.clone(), str::to_owned)
}

async fn draw(page: &Page, app: &App, book: &Edited, (price, told): (&str, &Told)) -> web::Result<Response> {
    let pin = pin::section(page, app, book, (&pin::Pressed::default(), &Told::default())).await?;
    let rest = html! { (schedule::section(page, book, (None, told))) (pin) };
    answer(page, app, book, (price, told), &rest).await
}

/// The page with what is wrong in the form that sets a time for the book.
pub(super) async fn draw_scheduling(
    page: &Page,
    app: &App,
    book: &Edited,
    (typed, told): (&str, &Told),
) -> web::Result<Response> {
    let pin = pin::section(page, app, book, (&pin::Pressed::default(), &Told::default())).await?;
    let rest = html! { (schedule::section(page, book, (Some(typed), told))) (pin) };
    answer(page, app, book, (&written(book.row.price), told), &rest).await
}

/// The page with what is wrong in the form that puts the book on the front page.
pub(super) async fn draw_pinning(
    page: &Page,
    app: &App,
    book: &Edited,
    (pressed, told): (&pin::Pressed, &Told),
) -> web::Result<Response> {
    let pin = pin::section(page, app, book, (pressed, told)).await?;
    let rest = html! { (schedule::section(page, book, (None, &Told::default()))) (pin) };
    answer(page, app, book, (&written(book.row.price), told), &rest).await
}

async fn answer(
    page: &Page,
    app: &App,
    book: &Edited,
    (price, told): (&str, &Told),
    rest: &Markup,
) -> web::Result<Response> {
    let l = page.locale;
    let past = edit::history(&app.db, book.id, true, (None, PRICES)).await?;
    let body = html! {
        (ui::settings_section("price-title", t::field_price(l), None, &html! {
            (price_form(page, app, book, (price, told)))
            (prices(page, app, &past))
        }))
        (ui::settings_section("status-title", t::field_status(l), Some(about(l, book.row.status)), &statuses(page, book)))
        (rest)
    };
    Ok(book.answer(page, Tab::Offer, told, &body))
}

fn price_form(page: &Page, app: &App, book: &Edited, (price, told): (&str, &Told)) -> Markup {
    let l = page.locale;
    let action = page.url(&format!("{}/price", Tab::Metadata.path(book.id)));
    let label = t::price_in(l, app.settings.currency.code());
    let field = Field {
        name: "price",
        label: &label,
        value: price,
        hint: Some(t::price_hint(l)),
        error: told.at("price"),
        optional: book.row.status != Status::Published,
        autocomplete: Some("off"),
        enter_key: EnterKey::Done,
        ..Field::default()
    };
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    ui::form(
        &form,
        &html! {
            (ui::field(l, &field))
            (ui::button(&Button { label: t::price_save(l), ..Button::default() }, None))
        },
    )
}

/// What it has cost.
fn prices(page: &Page, app: &App, past: &[Past]) -> Markup {
    let l = page.locale;
    let price = |value: &serde_json::Value| match serde_json::from_value::<Money>(value["price"].clone()) {
        Ok(price) => list::price_words(l, price),
        Err(_) => t::no_price(l).to_owned(),
    };
    html! {
        @if !past.is_empty() {
            h3.editor__small { (t::prices(l)) }
            ul.prices role="list" {
                @for one in past {
                    li {
                        span { (price(&one.before.0)) " → " strong { (price(&one.after.0)) } }
                        span.faint { (i18n::relative(l, one.at, app.clock.now())) " · " bdi dir="ltr" { "@" (one.actor) } }
                    }
                }
            }
        }
    }
}

fn about(l: i18n::Locale, status: Status) -> &'static str {
    match status {
        Status::Draft => t::about_draft(l),
        Status::Published => t::about_published(l),
        Status::Withdrawn => t::about_withdrawn(l),
    }
}

fn statuses(page: &Page, book: &Edited) -> Markup {
    let l = page.locale;
    let action = page.url(&format!("{}/status", Tab::Metadata.path(book.id)));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let publish = Button { label: t::publish(l), ..Button::default() };
    let outline = |label| Button { label, kind: ButtonKind::Outline, ..Button::default() };
    let remove = page.url(&format!("{}/remove", Tab::Metadata.path(book.id)));
    let body = html! {
        div.editor__acts {
            @match book.row.status {
                Status::Draft => {
                    (ui::button(&publish, Some(("status", "published"))))
                    (ui::confirm_link(t::remove(l), &remove, None))
                }
                Status::Published => {
                    (ui::button(&outline(t::withdraw(l)), Some(("status", "withdrawn"))))
                    (ui::button(&Button { kind: ButtonKind::Plain, ..outline(t::put_back(l)) }, Some(("status", "draft"))))
                }
                Status::Withdrawn => {
                    (ui::button(&publish, Some(("status", "published"))))
                    (ui::button(&Button { kind: ButtonKind::Plain, ..outline(t::put_back(l)) }, Some(("status", "draft"))))
                }
            }
        }
    };
    html! {
        @if book.row.status != Status::Published && book.row.formats.is_empty() {
            p.book-head__warning { (ui::icon(Icon::Warning)) (t::warning_before(l)) }
        }
        (ui::form(&form, &body))
    }
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    price: String,
}

/// `POST /admin/books/{id}/price`
pub(super) async fn price(
    page: Page,
    staff: Staff,
    Path(id): Path<Id<Book>>,
    Form(typed): Form<Typed>,
) -> web::Result<Response> {
    let (l, app) = (page.locale, &staff.app);
    let mut errors = FieldErrors::default();
    let price = edit::price(&typed.price, app.settings.currency, &mut errors);
    let told = if errors.is_empty() {
        let change = Change { price: Some(price), ..Change::default() };
        match staff.change(id, None, &change).await {
            Ok(_) => return Ok(page.done(&Tab::Offer.path(id), Notice::BookSaved)),
            Err(error) => Told::of(l, error)?,
        }
    } else {
        Told::wrong(l, &errors)
    };
    let book = Edited::find(app, id).await?;
    draw(&page, app, &book, (&typed.price, &told)).await
}

/// The button that was pressed.
#[derive(Debug, Deserialize)]
pub(super) struct Pressed {
    status: Status,
}

/// `POST /admin/books/{id}/status`
pub(super) async fn status(
    page: Page,
    staff: Staff,
    Path(id): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let change = Change { status: Some(pressed.status), ..Change::default() };
    match staff.change(id, None, &change).await {
        Ok(_) => Ok(page.done(&Tab::Offer.path(id), Notice::BookSaved)),
        Err(error) => {
            let told = Told::of(page.locale, error)?;
            let book = Edited::find(&staff.app, id).await?;
            draw(&page, &staff.app, &book, (&written(book.row.price), &told)).await
        }
    }
}
