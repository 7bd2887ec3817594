//! `/admin/authors` and the like: all names of a kind as a table, narrowed and sorted; genres are put in their order here.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::edit::Order;
use catalogue::names::{self, Change, Kind, NameRow, NameSort};
use form_urlencoded::Serializer;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Button, ButtonKind, Choice, Column, Direction, Icon, SortLink, Table, TableChoice, TableFilter, TableRow,
    WHOLE_LIST,
};
use web::admin::{Section, Shown};
use web::{App, Form, List, ListQuery, Page, Path};

use super::{kinds, path, path_of};
use crate::books::act::Staff;
use crate::names::act::refusal;
use crate::names::wire::{self, NameQuery};
use crate::words::names as t;

/// Names of a part.
const NAMES: u32 = 50;

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(kind): Extension<Kind>,
    query: ListQuery<NameQuery>,
) -> web::Result<Response> {
    if let Some(recalled) = page.recall() {
        return Ok(recalled);
    }
    let paging = query.paging.with_default_limit(NAMES);
    let part = wire::part(&app, (page.locale, kind), &query.filters, &paging).await?;
    let pairs = names::count_pairs(&app.db, kind).await?;
    let view = View { page: &page, kind, query: &query.filters };
    let (frame, body) = page.admin(view.shown(&part, pairs));
    Ok(page.remember(page.render(&frame, &body)))
}

/// The list as it is asked for.
struct View<'a> {
    page: &'a Page,
    kind: Kind,
    query: &'a NameQuery,
}

impl View<'_> {
    fn shown<'b>(&self, part: &List<NameRow>, pairs: i64) -> Shown<'b> {
        let (page, l) = (self.page, self.page.locale);
        let add = Button { label: t::add(l), icon: Some(Icon::Plus), ..Button::default() };
        let export = Button {
            label: t::export(l),
            icon: Some(Icon::Download),
            kind: ButtonKind::Outline,
            ..Button::default()
        };
        let next = part.next_cursor.as_ref().map(|cursor| self.tail(&self.order(), Some(cursor)));
        let body = html! {
            (kinds(page, self.kind))
            @if pairs > 0 {
                p.names-pairs {
                    (ui::icon(Icon::Copy))
                    a href=(page.url(&format!("{}/duplicates", path(self.kind)))) { (t::pairs_wait(l, pairs)) }
                }
            }
            (self.filter())
            @if part.items.is_empty() { (self.nothing()) } @else { (self.table(part)) }
            (crate::pager(l, &page.url(&path(self.kind)), next.as_deref()))
        };
        let actions = html! {
            (ui::button_link(&export, &self.address(".csv", &self.order())))
            (ui::button_link(&add, &page.url(&format!("{}/new", path(self.kind)))))
        };
        Shown { actions, body, lead: Some(t::lead(l)), ..Shown::new(Section::Names, l) }
    }

    /// What the list is narrowed to, as parameters.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let q = self.query.q.clone().unwrap_or_default();
        let without = if self.query.without_books == Some(true) { "true" } else { "" };
        let pairs = [("q", q), ("without_books", without.to_owned())];
        pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The list's own order, where it is not the usual one, as parameters.
    fn order(&self) -> Vec<(&'static str, String)> {
        let sort = self.query.sort.map(|sort| ("sort", sort.to_string()));
        let order = self.query.order.map(|order| ("order", order.to_string()));
        sort.into_iter().chain(order).collect()
    }

    /// The query of an address, with its mark.
    fn tail(&self, order: &[(&'static str, String)], cursor: Option<&String>) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.pairs()).extend_pairs(order);
        if let Some(cursor) = cursor {
            query.append_pair("cursor", cursor);
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }

    fn address(&self, rest: &str, order: &[(&'static str, String)]) -> String {
        format!("{}{rest}{}", self.page.url(&path(self.kind)), self.tail(order, None))
    }

    fn filter(&self) -> Markup {
        let (l, query) = (self.page.locale, self.query);
        let without = query.without_books == Some(true);
        let action = self.page.url(&path(self.kind));
        let order = self.order();
        let filter = TableFilter {
            action: &action,
            search: Some((t::search(l), query.q.as_deref().unwrap_or_default())),
            choices: vec![TableChoice {
                name: "without_books",
                label: t::books(l),
                choices: vec![
                    Choice::new("", t::all(l), !without),
                    Choice::new("true", t::without_books(l), without),
                ],
            }],
            keep: order.iter().map(|(name, value)| (*name, value.as_str())).collect(),
            narrowed: !self.pairs().is_empty(),
        };
        ui::table_filter(l, &filter)
    }

    fn table(&self, part: &List<NameRow>) -> Markup {
        let l = self.page.locale;
        let (sort, order) = self.query.sorted(self.kind);
        let is_placed = self.kind == Kind::Genre
            && (sort, order) == (NameSort::Position, Order::Ascending)
            && self.pairs().is_empty();
        let mut columns = vec![
            self.column(t::name(l), Some(NameSort::Name)),
            Column { numeric: true, ..self.column(t::column_in_shop(l), Some(NameSort::Books)) },
        ];
        if self.kind == Kind::Genre {
            columns.push(self.column(t::position(l), Some(NameSort::Position)));
        }
        let last = part.items.len().saturating_sub(1);
        let row = |(at, row): (usize, &NameRow)| {
            let mut cells = vec![
                html! { a href=(self.page.url(&path_of(self.kind, row.id))) { bdi { (row.name) } } },
                html! { (i18n::number(l, row.in_shop)) },
            ];
            if self.kind == Kind::Genre {
                cells.push(self.place(row, at, (is_placed && at > 0, is_placed && at < last)));
            }
            TableRow { key: row.id.to_string(), name: row.name.clone(), cells }
        };
        let rows: Vec<TableRow> = part.items.iter().enumerate().map(row).collect();
        let caption = super::kind_words(l, self.kind);
        ui::table(l, &Table { id: "names", caption, columns: &columns, rows: &rows, bulk: None })
    }

    /// A genre's place, with the buttons that move it where all are shown in their order; both of them, so that each stands
    /// below its like, and without effect the one that has no place to go to.
    fn place(&self, row: &NameRow, at: usize, (up, down): (bool, bool)) -> Markup {
        let (page, l) = (self.page, self.page.locale);
        let place = i64::try_from(at + 1).unwrap_or(i64::MAX);
        let action = page.url(&format!("{}/place", path_of(self.kind, row.id)));
        if !up && !down {
            return html! { (i18n::number(l, row.position)) };
        }
        html! {
            form.names-place method="post" action=(action) {
                input type="hidden" name="csrf" value=(page.csrf());
                span { (i18n::number(l, place)) }
                button.button.button--plain type="submit" name="to" value=(place - 1) data-ink
                    aria-label=(t::move_up(l, &row.name)) disabled[!up] { (ui::icon(Icon::ChevronUp)) }
                button.button.button--plain type="submit" name="to" value=(place + 1) data-ink
                    aria-label=(t::move_down(l, &row.name)) disabled[!down] { (ui::icon(Icon::ChevronDown)) }
            }
        }
    }

    /// A list of those without books has one order only.
    fn column<'b>(&self, label: &'b str, sort: Option<NameSort>) -> Column<'b> {
        let (now, order) = self.query.sorted(self.kind);
        let is_free = self.query.without_books != Some(true) || self.kind == Kind::Genre;
        let sort = sort.filter(|sort| is_free || *sort == NameSort::Name).map(|sort| {
            let usual = if sort == NameSort::Books { Order::Descending } else { Order::Ascending };
            let (other, direction) = match order {
                Order::Ascending => (Order::Descending, Direction::Ascending),
                Order::Descending => (Order::Ascending, Direction::Descending),
            };
            let to = if sort == now { other } else { usual };
            let href = self.address("", &[("sort", sort.to_string()), ("order", to.to_string())]);
            SortLink { href, direction: (sort == now).then_some(direction) }
        });
        Column { label, numeric: false, sort }
    }

    fn nothing(&self) -> Markup {
        let (page, l) = (self.page, self.page.locale);
        if self.pairs().is_empty() {
            return ui::empty_state(t::empty(l), &html! {});
        }
        let whole = Button { label: t::show_all(l), kind: ButtonKind::Outline, ..Button::default() };
        let address = format!("{}?{WHOLE_LIST}", page.url(&path(self.kind)));
        ui::empty_state(t::none_found(l), &ui::button_link(&whole, &address))
    }
}

/// Where a genre is to stand.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    to: i64,
}

/// `POST /admin/genres/{id}/place`
pub(super) async fn place(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
    Form(wanted): Form<Wanted>,
) -> web::Result<Response> {
    let change = Change { position: Some(wanted.to), ..Change::default() };
    staff.change_name((kind, id), None, &change).await.map_err(refusal)?;
    Ok(Redirect::to(&page.url(&path(kind))).into_response())
}
