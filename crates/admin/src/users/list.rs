//! `/admin/users`: all people, looked for, narrowed and sorted; several are changed at once.

use accounts::people::{PeopleSort, Person, Standing, Wanted, role_word};
use axum::extract::State;
use axum::response::Response;
use commerce::Order;
use form_urlencoded::Serializer;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    BulkOutcome, Button, ButtonKind, Choice, Column, Direction, Icon, SortLink, Table, TableChoice,
    TableFilter, TableRow, WHOLE_LIST,
};
use web::admin::{Section, Shown};
use web::{App, List, ListQuery, Page, Paging, Role, UserId};

use super::{PATH, bulk, path, standing, standing_word};
use crate::words::users as t;

/// People on a page.
const ROWS: u32 = 50;
/// The most characters of what is looked for.
const SOUGHT_MOST: usize = 200;

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    q: String,
    role: String,
    state: String,
    sort: String,
}

impl Chosen {
    /// Who is meant.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        let end = self.q.char_indices().nth(SOUGHT_MOST).map_or(self.q.len(), |(at, _)| at);
        Wanted { q: &self.q[..end], role: self.role.parse().ok(), standing: self.state.parse().ok() }
    }

    pub(super) fn sort(&self) -> PeopleSort {
        self.sort.parse().unwrap_or(PeopleSort::Newest)
    }

    fn is_narrowed(&self) -> bool {
        [&self.q, &self.role, &self.state].iter().any(|value| !value.is_empty())
    }

    /// The query of an address, with its mark; of the list in another order, or from a place on.
    fn query(&self, sort: &str, cursor: &str) -> String {
        let pairs = [
            ("q", self.q.as_str()),
            ("role", &self.role),
            ("state", &self.state),
            ("sort", sort),
            ("cursor", cursor),
        ];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    if let Some(recalled) = page.recall() {
        return Ok(recalled);
    }
    let response = render(&page, &app, (&query.filters, query.paging), &[]).await?;
    Ok(page.remember(response))
}

/// The list after several were changed, with what became of each.
pub(super) async fn changed(page: &Page, app: &App, outcomes: &[BulkOutcome]) -> web::Result<Response> {
    render(page, app, (&Chosen::default(), Paging::default().of(PATH)), outcomes).await
}

async fn render(
    page: &Page,
    app: &App,
    (chosen, paging): (&Chosen, Paging),
    outcomes: &[BulkOutcome],
) -> web::Result<Response> {
    let (l, sort, now) = (page.locale, chosen.sort(), app.clock.now());
    let paging = paging.with_default_limit(ROWS).of(sort.as_str());
    let part = (paging.after()?, paging.rows());
    let rows = Person::list(&app.db, (chosen.wanted(), sort), part, now).await?;
    let people = paging.list(rows, |person| person.place(sort));
    let keys: Vec<UserId> = people.items.iter().map(|person| person.id).collect();
    let orders = Order::counts(&app.db, &keys).await?;
    let export = Button {
        label: t::export(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::Download),
        ..Button::default()
    };
    let file = format!("{}{}", page.url("/admin/users.csv"), chosen.query(&chosen.sort, ""));
    let rows: Vec<TableRow> = people.items.iter().map(|person| row(page, person, &orders, now)).collect();
    let shown = Shown {
        lead: Some(t::lead(l)),
        actions: ui::button_link(&export, &file),
        body: html! {
            @if !outcomes.is_empty() { (ui::bulk_outcomes(l, outcomes)) }
            (ui::table_filter(l, &TableFilter {
                action: &page.url(PATH),
                search: Some((t::search(l), &chosen.q)),
                choices: choices(l, chosen),
                keep: [("sort", chosen.sort.as_str())].into_iter().filter(|(_, value)| !value.is_empty()).collect(),
                narrowed: chosen.is_narrowed(),
            }))
            @if rows.is_empty() { (nothing(page)) } @else { (table(page, chosen, &people, &rows)) }
        },
        ..Shown::new(Section::Users, l)
    };
    let (frame, body) = page.admin(shown);
    Ok(page.render(&frame, &body))
}

fn nothing(page: &Page) -> Markup {
    let l = page.locale;
    let all = Button { label: t::show_all(l), kind: ButtonKind::Outline, ..Button::default() };
    ui::empty_state(t::none_such(l), &ui::button_link(&all, &format!("{}?{WHOLE_LIST}", page.url(PATH))))
}

fn choices<'a>(l: Locale, chosen: &Chosen) -> Vec<TableChoice<'a>> {
    let all = |value: &str| Choice::new("", t::all(l), value.is_empty());
    let role = |role: Role| Choice::new(role.as_str(), role_word(l, role), chosen.role == role.as_str());
    let state = |state: Standing| {
        Choice::new(state.as_str(), standing_word(l, state), chosen.state == state.as_str())
    };
    let roles = std::iter::once(all(&chosen.role)).chain(Role::ALL.map(role)).collect();
    let states = std::iter::once(all(&chosen.state)).chain(Standing::ALL.map(state)).collect();
    vec![
        TableChoice { name: "role", label: t::role(l), choices: roles },
        TableChoice { name: "state", label: t::state(l), choices: states },
    ]
}

fn table(page: &Page, chosen: &Chosen, people: &List<Person>, rows: &[TableRow]) -> Markup {
    let l = page.locale;
    let sort = |first: PeopleSort, other: PeopleSort| {
        let now = chosen.sort();
        let is_up = !now.as_str().starts_with('-');
        let is_by = now == first || now == other;
        let direction = is_by.then_some(if is_up { Direction::Ascending } else { Direction::Descending });
        let next = if now == first { other } else { first };
        Some(SortLink { href: format!("{}{}", page.url(PATH), chosen.query(next.as_str(), "")), direction })
    };
    let column = |label| Column { label, ..Column::default() };
    let columns = [
        Column { sort: sort(PeopleSort::Username, PeopleSort::UsernameDown), ..column(t::column_person(l)) },
        column(t::column_email(l)),
        column(t::role(l)),
        Column { sort: sort(PeopleSort::Newest, PeopleSort::First), ..column(t::column_joined(l)) },
        Column { sort: sort(PeopleSort::Seen, PeopleSort::SeenUp), ..column(t::column_seen(l)) },
        Column { numeric: true, ..column(t::column_orders(l)) },
        column(t::state(l)),
    ];
    let next = people.next_cursor.as_deref().map(|cursor| chosen.query(&chosen.sort, cursor));
    let action = page.url(PATH);
    let bulk = bulk::offered(page, &action);
    html! {
        (ui::table(l, &Table { id: "people", caption: t::caption(l), columns: &columns, rows, bulk: Some(bulk) }))
        (crate::pager(l, &page.url(PATH), next.as_deref()))
    }
}

fn row(page: &Page, person: &Person, orders: &[(UserId, i64)], now: kernel::Timestamp) -> TableRow {
    let l = page.locale;
    let count = orders.iter().find(|(user, _)| *user == person.id).map_or(0, |(_, count)| *count);
    TableRow {
        key: person.id.to_string(),
        name: person.username.clone(),
        cells: vec![
            html! {
                a href=(page.url(&path(person.id))) { bdi { (person.shown_name()) } }
                div.table__more { bdi dir="ltr" { "@" (person.username) } }
            },
            html! {
                bdi dir="ltr" { (person.email) }
                @if person.verified_at.is_none() { div.table__more { (t::not_verified(l)) } }
            },
            html! { (role_word(l, person.role)) },
            html! { (i18n::date(l, person.created_at)) },
            html! { (i18n::relative(l, person.last_seen_at, now)) },
            html! { (i18n::number(l, count)) },
            standing(l, person, now),
        ],
    }
}
