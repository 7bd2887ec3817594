//! The books that are chosen for a shelf: found by a search, put in order, given dates, taken off.

use axum::response::Response;
use catalogue::edit::{self, DeskRow};
use catalogue::{Book, show as looks};
use discovery::Search;
use discovery::curation::{Change, Placed, Shelf};
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, CoverSize, EnterKey, Field, FieldKind, Icon, Loading};
use web::{App, FieldErrors, Form, Notice, Page, Path};

use super::form::Told;
use super::list::step;
use super::shelf::{self, Dates, Opened};
use super::{path, rows};
use crate::books::act::Staff;
use crate::books::pages::{Tab, status_badge};
use crate::home::{act, days, logged};
use crate::words::home as t;

/// How many books are offered.
const OFFERED: usize = 12;
/// The most characters of what is looked for.
const SOUGHT_MOST: usize = 200;

/// The books that words find, in the shop or not, the best first.
pub(super) async fn found(app: &App, search: &Search, words: &str) -> web::Result<Vec<DeskRow>> {
    let words: String = words.trim().chars().take(SOUGHT_MOST).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut keys = discovery::find_books(search, &words, OFFERED).await;
    for book in edit::candidates(&app.db, &words).await? {
        if keys.len() < OFFERED && !keys.contains(&book) {
            keys.push(book);
        }
    }
    let mut found = rows(app, keys.clone()).await?;
    found.sort_by_key(|row| keys.iter().position(|key| *key == row.id));
    Ok(found)
}

/// The search, with what it found.
pub(super) fn look_up(page: &Page, opened: &Opened, words: &str, found: &[DeskRow]) -> Markup {
    let l = page.locale;
    let action = page.url(&path(&opened.shelf.name));
    let press = Button { label: t::find(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        form.table-filter method="get" action={ (action) "#books" } role="search" {
            label.table-filter__search {
                span.visually-hidden { (t::find_label(l)) }
                (ui::icon(Icon::Search))
                input type="search" name="q" value=(words) placeholder=(t::find_label(l)) enterkeyhint="search" dir="auto"
                    maxlength=(SOUGHT_MOST);
            }
            (ui::button(&press, None))
        }
        @if !words.trim().is_empty() {
            div role="status" {
                @if found.is_empty() { p { (t::none_found(l)) } }
            }
            ul.chosen role="list" {
                @for row in found { li.chosen__row { (offered(page, opened, row)) } }
            }
        }
    }
}

fn offered(page: &Page, opened: &Opened, row: &DeskRow) -> Markup {
    let l = page.locale;
    let is_there = opened.shelf.books.iter().any(|placed| placed.book == row.id);
    let label = t::choose_book(l, &row.title);
    let press = Button {
        label: t::choose(l),
        icon: Some(Icon::Plus),
        kind: ButtonKind::Outline,
        aria_label: Some(&label),
        ..Button::default()
    };
    html! {
        (cell(page, row, &html! {}))
        @if is_there {
            p.faint { (t::is_chosen(l)) }
        } @else {
            (form(page, opened, row.id, &ui::button(&press, Some(("act", "add")))))
        }
    }
}

/// A book with its cover and whether it is in the shop.
fn cell(page: &Page, row: &DeskRow, more: &Markup) -> Markup {
    let l = page.locale;
    let authors: Vec<&str> = row.authors.iter().map(|author| author.name.as_str()).collect();
    html! {
        div.book-cell {
            (ui::cover(&looks::cover(&row.cover), CoverSize::Thumb, Loading::Lazy))
            div.book-cell__text {
                a href=(page.url(&Tab::Metadata.path(row.id))) { bdi lang=(row.language) { (row.title) } }
                @if !authors.is_empty() { span.book-cell__authors { (i18n::list_and(l, &authors)) } }
                @if row.status != catalogue::Status::Published { (status_badge(l, row.status)) }
                (more)
            }
        }
    }
}

/// A form about a book of a shelf.
fn form(page: &Page, opened: &Opened, book: Id<Book>, body: &Markup) -> Markup {
    let action = page.url(&format!("{}/books", path(&opened.shelf.name)));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    ui::form(
        &form,
        &html! {
            input type="hidden" name="version" value=(opened.version);
            input type="hidden" name="book" value=(book);
            (body)
        },
    )
}

/// The books that are chosen, in their order.
pub(super) async fn chosen(page: &Page, app: &App, opened: &Opened, told: &Told) -> web::Result<Markup> {
    let (l, books) = (page.locale, &opened.shelf.books);
    let known = rows(app, books.iter().map(|placed| placed.book).collect()).await?;
    let last = books.len().saturating_sub(1);
    Ok(html! {
        @if books.is_empty() { p { (t::none_chosen(l)) } }
        ol.chosen role="list" {
            @for (at, placed) in books.iter().enumerate() {
                @if let Some(row) = known.iter().find(|row| row.id == placed.book) {
                    li.chosen__row { (one(page, (opened, told), (row, placed), (at == 0, at == last))) }
                }
            }
        }
    })
}

fn one(
    page: &Page,
    (opened, told): (&Opened, &Told),
    (row, placed): (&DeskRow, &Placed),
    (is_first, is_last): (bool, bool),
) -> Markup {
    let l = page.locale;
    let label = t::unchoose_book(l, &row.title);
    let remove = html! {
        button.button.button--plain.shelves__step type="submit" name="act" value="remove" data-ink aria-label=(label) {
            (ui::icon(Icon::Close))
        }
    };
    let acts = html! {
        div.shelves__acts {
            (step("up", (Icon::ChevronUp, &t::move_up(l, &row.title)), is_first))
            (step("down", (Icon::ChevronDown, &t::move_down(l, &row.title)), is_last))
            (remove)
        }
    };
    html! {
        (cell(page, row, &dates(page, (opened, told), (row, placed))))
        (form(page, opened, placed.book, &acts))
    }
}

/// From when to when a book stands there, with the form that changes it folded below.
fn dates(page: &Page, (opened, told): (&Opened, &Told), (row, placed): (&DeskRow, &Placed)) -> Markup {
    let l = page.locale;
    let words = logged::dates(l, placed.from, placed.until);
    let typed = opened.typed.as_ref().filter(|typed| typed.book == placed.book);
    let (from, until) = match typed {
        Some(typed) => (Some(typed.from.clone()), Some(typed.until.clone())),
        None => (placed.from.map(days::first), placed.until.map(days::last)),
    };
    let day = |name: &str, label: &str, value: Option<&str>| {
        let id = id_of(name, placed.book);
        let field = Field {
            kind: FieldKind::Day,
            name,
            id: Some(&id),
            label,
            value: value.unwrap_or_default(),
            error: told.at(&id),
            optional: true,
            autocomplete: Some("off"),
            enter_key: EnterKey::Done,
            ..Field::default()
        };
        ui::field(l, &field)
    };
    let press = Button { label: t::dates_save(l), kind: ButtonKind::Outline, ..Button::default() };
    let fields = html! {
        p.visually-hidden { bdi { (row.title) } }
        div.editor__pair { (day("from", t::from(l), from.as_deref())) (day("until", t::until(l), until.as_deref())) }
        (ui::button(&press, Some(("act", "dates"))))
    };
    html! {
        details.chosen__dates open[typed.is_some()] {
            summary { (words.as_deref().unwrap_or(t::always(l))) }
            (form(page, opened, placed.book, &fields))
        }
    }
}

/// The id of a field of a book.
fn id_of(field: &str, book: Id<Book>) -> String {
    format!("{field}-{book}")
}

/// What was pressed.
#[derive(Debug, Deserialize)]
pub(super) struct Pressed {
    version: Option<i64>,
    book: Id<Book>,
    act: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

impl Pressed {
    fn change(&self, of: &Shelf) -> Result<Option<Change>, FieldErrors> {
        let name = of.name.clone();
        Ok(Some(match self.act.as_str() {
            "up" => Change::BookUp(name, self.book),
            "down" => Change::BookDown(name, self.book),
            "remove" => Change::Unpin(name, self.book),
            // Who makes a list adds to its end.
            "add" => {
                let new = Placed { book: self.book, from: None, until: None };
                Change::Books(name, of.books.iter().copied().chain([new]).collect())
            }
            "dates" => {
                let mut errors = FieldErrors::default();
                let (first, last) = (id_of("from", self.book), id_of("until", self.book));
                let from = days::from(&self.from, &first, &mut errors);
                let until = days::until(&self.until, &last, &mut errors);
                if from.zip(until).is_some_and(|(from, until)| until <= from) {
                    errors.add(&last, "out_of_range", t::until_wrong);
                }
                if !errors.is_empty() {
                    return Err(errors);
                }
                Change::Pin(name, Placed { book: self.book, from, until })
            }
            _ => return Ok(None),
        }))
    }
}

/// `POST /admin/home/shelves/{name}/books`
pub(super) async fn arrange(
    page: Page,
    staff: Staff,
    Path(name): Path<String>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let (l, app) = (page.locale, &staff.app);
    let opened = Opened::find(&page, app, &name).await?;
    let mut typed = None;
    let told = match pressed.change(&opened.shelf) {
        Err(errors) => {
            let Pressed { book, from, until, .. } = pressed;
            typed = Some(Dates { book, from, until });
            Told::wrong(l, &errors)
        }
        Ok(None) => return Err(web::Error::NotFound),
        Ok(Some(change)) => match act::change(&staff, pressed.version, &change).await {
            Ok(_) => return Ok(page.done(&format!("{}#books", path(&name)), Notice::HomeSaved)),
            Err(error) => Told::of(l, error)?,
        },
    };
    let mut opened = Opened::find(&page, app, &name).await?;
    opened.typed = typed;
    let looking = look_up(&page, &opened, "", &[]);
    shelf::draw(&page, app, &opened, (&opened.filled(), &told), &looking).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_comes_to_the_end_and_a_wrong_day_changes_nothing() {
        let layout = discovery::curation::Layout::default();
        let shelf = layout.shelf("best").cloned().unwrap_or_else(|| panic!("no best sellers"));
        let pressed = |act: &str, until: &str| Pressed {
            version: Some(1),
            book: Id::new(7),
            act: act.to_owned(),
            from: String::new(),
            until: until.to_owned(),
        };
        assert!(
            matches!(pressed("add", "").change(&shelf), Ok(Some(Change::Books(_, books))) if books.len() == 1)
        );
        assert!(pressed("dates", "soon").change(&shelf).is_err());
        assert!(matches!(pressed("fly", "").change(&shelf), Ok(None)));
    }
}
