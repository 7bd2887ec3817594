//! The quick way of a draft into the shop: its title, its price, a button.

use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::Status;
use catalogue::edit::{self, Change};
use catalogue::upload::{Brought, Upload};
use i18n::Locale;
use kernel::{Currency, Id};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Field, Icon};
use web::admin::{Section, Shown};
use web::{Caching, Error, FieldErrors, Form, OrNotFound as _, Page, Path};

use super::ADD;
use super::came;
use crate::books::act::{Staff, refusal};
use crate::words::uploads as t;

/// What somebody typed into the form of a draft, and what is wrong with it.
pub(super) struct Filled<'a> {
    pub(super) title: &'a str,
    pub(super) price: &'a str,
    pub(super) errors: &'a FieldErrors,
}

/// The quick way into the shop: a title, a price, a button.
pub(super) fn form(
    page: &Page,
    currency: Currency,
    (upload, book): (&Upload, &Brought),
    filled: Option<&Filled<'_>>,
) -> Markup {
    let l = page.locale;
    let wrong = |field: &str| {
        filled.and_then(|it| it.errors.of(field)).map(|error| error.message.text(l).into_owned())
    };
    let (wrong_title, wrong_price) = (wrong("title"), wrong("price"));
    let (title_id, price_id) = (format!("title-{}", upload.id), format!("price-{}", upload.id));
    let label = t::price(l, currency.code());
    let kept = book.price.map(kernel::Money::major).unwrap_or_default();
    let title = Field {
        name: "title",
        id: Some(&title_id),
        label: t::title_label(l),
        value: filled.map_or(&book.title, |it| it.title),
        error: wrong_title.as_deref(),
        most: Some(500),
        ..Field::default()
    };
    let price = Field {
        name: "price",
        id: Some(&price_id),
        label: &label,
        value: filled.map_or(&kept, |it| it.price),
        error: wrong_price.as_deref(),
        autocomplete: Some("off"),
        ..Field::default()
    };
    let others = wrong_others(l, filled);
    let action = page.url(&format!("{ADD}/{}", upload.id));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let name = t::publish_of(l, &book.title);
    let press = Button { label: t::publish(l), aria_label: Some(&name), ..Button::default() };
    let body = html! {
        @if !others.is_empty() { p.field__error { (ui::icon(Icon::CircleAlert)) span { (others) } } }
        div.came__form { (ui::field(l, &title)) (ui::field(l, &price)) (ui::button(&press, None)) }
    };
    ui::form(&form, &body)
}

/// What else keeps the book out of the shop.
fn wrong_others(l: Locale, filled: Option<&Filled<'_>>) -> String {
    let errors = filled.into_iter().flat_map(|it| it.errors.iter());
    let others = errors.filter(|error| !matches!(error.field.as_str(), "title" | "price"));
    others.map(|error| error.message.text(l).into_owned()).collect::<Vec<_>>().join(" ")
}

/// What the quick form of a draft sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    title: String,
    price: String,
}

/// `POST /admin/books/add/{upload}`: a draft gets its title and its price, and goes into the shop.
pub(super) async fn publish(
    page: Page,
    staff: Staff,
    Path(id): Path<Id<Upload>>,
    Form(typed): Form<Typed>,
) -> web::Result<Response> {
    let (app, currency) = (staff.app.clone(), staff.app.settings.currency);
    let upload = Upload::find(&app.db, id).await?.or_404()?;
    let book = upload.book_id.or_404()?;
    let mut errors = FieldErrors::default();
    let price = edit::price(&typed.price, currency, &mut errors);
    if price.is_none() && errors.is_empty() {
        errors.add("price", "missing", t::price_missing);
    }
    if errors.is_empty() {
        let change = Change {
            title: Some(typed.title.clone()),
            price: Some(price),
            status: Some(Status::Published),
            ..Change::default()
        };
        match staff.change(book, None, &change).await.map_err(refusal) {
            Ok(_) => {}
            Err(Error::Invalid(wrong)) => errors = wrong,
            Err(other) => return Err(other),
        }
    }
    if errors.is_empty() && !page.wants_fragment() {
        let to = format!("{}#{}", page.url(ADD), came::element(&upload));
        return Ok((Caching::NoStore, Redirect::to(&to)).into_response());
    }
    let books = Brought::of(&app.db, &[book]).await?;
    let filled = Filled { title: &typed.title, price: &typed.price, errors: &errors };
    let filled = (!errors.is_empty()).then_some(&filled);
    let quick = books.first().map(|book| form(&page, currency, (&upload, book), filled));
    let part = came::draw(&page, &upload, books.first(), &quick.unwrap_or_default());
    if errors.is_empty() {
        return Ok(page.fragment(part));
    }
    let answer = if page.wants_fragment() { page.fragment(part) } else { alone(&page, part) };
    Ok(web::to_correct(answer))
}

/// A page with one upload, whose form came back.
fn alone(page: &Page, part: maud::Markup) -> Response {
    let l = page.locale;
    let shown = Shown {
        title: t::add_title(l),
        heading: html! { (t::add_title(l)) },
        parent: Some(ADD),
        body: part,
        ..Shown::new(Section::Books, l)
    };
    let (frame, view) = page.admin(shown);
    page.render(&ui::Frame { has_problems: true, ..frame }, &view)
}
