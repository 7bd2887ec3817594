//! `/admin/authors/{id}/books` and the like: the books under a name, some of which can be given to another one; of a series with
//! their numbers.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use catalogue::edit::Who;
use catalogue::names::{self, BookRow, Kind, NameError};
use catalogue::{Book, show as shown_as};
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Field};
use web::{App, FieldErrors, Form, List, ListQuery, NoFilters, Notice, Page, Path};

use super::one::{self, Tab};
use super::told::Told;
use super::{Found, gone, moved};
use crate::books::act::Staff;
use crate::books::logged::status;
use crate::books::pages as books;
use crate::words::names as t;

/// Books of a part; the most that are given at once.
const BOOKS: u32 = 100;

/// What is sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    book: Vec<Id<Book>>,
    number: Vec<String>,
    name: String,
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    if let Some(way) = moved(&page, &app, (kind, id), "/books").await? {
        return Ok(way);
    }
    let found = Found::find(&app, page.locale, kind, id).await?;
    let paging = query.paging.with_default_limit(BOOKS);
    let rows = names::books(&app.db, (kind, id), paging.after()?, paging.rows()).await?;
    let part = paging.list(rows, |book| book.id);
    draw(&page, &app, (&found, &part), (&Chosen::default(), &Told::default())).await
}

/// The page after something was not done.
async fn again(
    page: &Page,
    app: &App,
    (kind, id): (Kind, i64),
    (chosen, told): (&Chosen, &Told),
) -> web::Result<Response> {
    let found = Found::find(app, page.locale, kind, id).await?;
    let items = names::books(&app.db, (kind, id), None, i64::from(BOOKS)).await?;
    let part = List { items, next_cursor: None, total: None };
    draw(page, app, (&found, &part), (chosen, told)).await
}

async fn draw(
    page: &Page,
    app: &App,
    (found, part): (&Found, &List<BookRow>),
    (chosen, told): (&Chosen, &Told),
) -> web::Result<Response> {
    let (l, entry) = (page.locale, &found.entry);
    let next = part.next_cursor.as_ref().map(|cursor| format!("?cursor={cursor}"));
    let numbered = if entry.kind == Kind::Series {
        names::series_numbers(&app.db, entry.id, i64::from(BOOKS)).await?
    } else {
        Vec::new()
    };
    let body = html! {
        @if part.items.is_empty() {
            (ui::empty_state(t::no_books(l), &html! {}))
        } @else {
            @if !numbered.is_empty() { (numbers(page, (found, &numbered), (chosen, told))) }
            (parting(page, (found, part), (chosen, told)))
            (crate::pager(l, &page.url(&format!("{}/books", found.path())), next.as_deref()))
        }
    };
    Ok(one::answer(page, (found, Tab::Books), told, &body))
}

fn title(page: &Page, book: &BookRow) -> Markup {
    let l = page.locale;
    html! {
        a href=(page.url(&books::Tab::Metadata.path(book.id))) { bdi { (book.title) } }
        @if book.status != catalogue::Status::Published {
            " " span.faint { (status(l, book.status.as_str()).unwrap_or_default()) }
        }
    }
}

/// The books to be chosen from, and to whom they go.
fn parting(page: &Page, (found, part): (&Found, &List<BookRow>), (chosen, told): (&Chosen, &Told)) -> Markup {
    let l = page.locale;
    let action = page.url(&format!("{}/books", found.path()));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let name = Field {
        name: "name",
        label: t::split_to(l),
        value: &chosen.name,
        hint: Some(t::split_hint(l)),
        error: told.at("name"),
        most: Some(500),
        autocomplete: Some("off"),
        names: (found.entry.kind != Kind::Genre).then_some(found.entry.kind.as_str()),
        ..Field::default()
    };
    let press = Button { label: t::split_go(l), kind: ButtonKind::Outline, ..Button::default() };
    let body = html! {
        fieldset.names-books {
            legend.names-books__legend { (t::split_books(l)) }
            @if let Some(words) = told.at("book_ids") { p.field__error #book_ids { (words) } }
            @for book in &part.items {
                div.names-books__book {
                    label.tick {
                        input.tick__box type="checkbox" name="book" value=(book.id) checked[chosen.book.contains(&book.id)]
                            aria-label=(book.title);
                    }
                    span { (title(page, book)) }
                }
            }
        }
        (ui::field(l, &name))
        (ui::button(&press, None))
    };
    html! {
        section.panel aria-labelledby="parting" {
            h2.panel__title #parting { (t::split(l)) }
            p { (t::split_lead(l)) }
            shop-names { (ui::form(&form, &body)) }
        }
    }
}

/// The books of a series with their numbers.
fn numbers(page: &Page, (found, numbered): (&Found, &[BookRow]), (chosen, told): (&Chosen, &Told)) -> Markup {
    let l = page.locale;
    let action = page.url(&format!("{}/numbers", found.path()));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let typed = |book: &BookRow| {
        let at = chosen.book.iter().position(|id| *id == book.id);
        let typed = at.and_then(|at| chosen.number.get(at)).cloned();
        let number = book.series_number.map(|number| shown_as::series_number(Locale::En, number));
        typed.or(number).unwrap_or_default()
    };
    let press = Button { label: t::numbers_save(l), ..Button::default() };
    let body = html! {
        ol.names-numbers role="list" {
            @for book in numbered {
                li.names-numbers__book {
                    input type="hidden" name="book" value=(book.id);
                    input.field__input name="number" id={ "number-" (book.id) } value=(typed(book)) inputmode="decimal" dir="ltr"
                        autocomplete="off" aria-label=(t::number_of(l, &book.title));
                    span { (title(page, book)) }
                }
            }
        }
        @if let Some(words) = told.at("numbers") { p.field__error { (words) } }
        (ui::button(&press, None))
    };
    html! {
        section.panel aria-labelledby="numbers" {
            h2.panel__title #numbers { (t::numbers(l)) }
            (ui::form(&form, &body))
        }
    }
}

/// `POST /admin/authors/{id}/books`: gives the chosen books to another name.
pub(super) async fn split(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
    Form(chosen): Form<Chosen>,
) -> web::Result<Response> {
    let to = Who::Named(chosen.name.clone());
    match staff.split_name((kind, id), None, &to, &chosen.book).await {
        Ok(split) => {
            Ok(page.done(&format!("{}/books", super::path_of(kind, split.into)), Notice::NamesSplit))
        }
        Err(NameError::NotFound) => gone(&page, &staff.app, (kind, id)).await,
        Err(error) => {
            let told = Told::of(page.locale, error)?;
            again(&page, &staff.app, (kind, id), (&chosen, &told)).await
        }
    }
}

/// A number as people type it: in western digits or in Arabic ones, also the Persian, with a point, a comma or the Arabic mark.
fn typed_number(text: &str) -> Option<f64> {
    let western = |sign: char| match sign {
        '٠'..='٩' => char::from_digit(u32::from(sign) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(sign) - u32::from('۰'), 10),
        '.' | ',' | '٫' => Some('.'),
        // Nobody means a power of ten by a letter.
        _ => Some(sign).filter(char::is_ascii_digit),
    };
    let plain = text.chars().map(western).collect::<Option<String>>()?;
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// `POST /admin/series/{id}/numbers`: numbers the books of a series.
pub(super) async fn number(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
    Form(chosen): Form<Chosen>,
) -> web::Result<Response> {
    let l = page.locale;
    let read = |text: &String| {
        let text = text.trim();
        if text.is_empty() { Some(None) } else { typed_number(text).map(Some) }
    };
    let numbers: Option<Vec<Option<f64>>> = chosen.number.iter().map(read).collect();
    let done = if let Some(numbers) = numbers {
        let wanted: Vec<_> = chosen.book.iter().copied().zip(numbers).collect();
        staff.number_series(id, &wanted).await
    } else {
        let wrong = FieldErrors::one("series.number", "invalid", crate::words::books::number_wrong);
        Err(NameError::Invalid(wrong))
    };
    match done {
        Ok(()) => Ok(page.done(&format!("{}/books", super::path_of(kind, id)), Notice::NameSaved)),
        Err(NameError::NotFound) => gone(&page, &staff.app, (kind, id)).await,
        Err(error) => {
            let told = Told::of(l, error)?;
            again(&page, &staff.app, (kind, id), (&chosen, &told)).await
        }
    }
}
