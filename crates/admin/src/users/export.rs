//! `/admin/users.csv`: the people of the list as a file for a spreadsheet, a line each, sent while they are read.

use accounts::people::{PeopleSort, Person, Place};
use axum::extract::State;
use axum::response::Response;
use commerce::Order;
use futures::{Stream, stream};
use i18n::Locale;
use kernel::Timestamp;
use web::{App, Page, Query, UserId};

use super::list::Chosen;
use super::standing_word;
use crate::day;
use crate::words::users as t;

/// People read at a time.
const BATCH: i64 = 500;

/// `GET`
pub(super) async fn file(
    page: Page,
    State(app): State<App>,
    Query(chosen): Query<Chosen>,
) -> web::Result<Response> {
    let (l, sort, now) = (page.locale, chosen.sort(), app.clock.now());
    let headings = [
        t::column_username(l),
        t::column_person(l),
        t::column_email(l),
        t::role(l),
        t::state(l),
        t::column_joined(l),
        t::column_seen(l),
        t::column_orders(l),
    ];
    let headings = headings.map(str::to_owned).to_vec();
    let name = format!("{}-{}.csv", t::file(l), &day::for_sheet(now)[..10]);
    Ok(web::csv::attachment(&name, headings, batches(app, l, (chosen, sort, now))))
}

/// The lines, a batch at a time.
fn batches(
    app: App,
    l: Locale,
    (chosen, sort, now): (Chosen, PeopleSort, Timestamp),
) -> impl Stream<Item = db::Result<Vec<Vec<String>>>> + Send + 'static {
    let begun = Some((app, chosen, None));
    stream::try_unfold(begun, move |at: Option<(App, Chosen, Option<Place>)>| async move {
        let Some((app, chosen, after)) = at else { return Ok(None) };
        let people = Person::list(&app.db, (chosen.wanted(), sort), (after, BATCH), now).await?;
        let Some(last) = people.last() else { return Ok(None) };
        let after = Some(last.place(sort));
        let goes_on = i64::try_from(people.len()).is_ok_and(|rows| rows == BATCH);
        let keys: Vec<UserId> = people.iter().map(|person| person.id).collect();
        let orders = Order::counts(&app.db, &keys).await?;
        let lines = people.iter().map(|person| line(l, person, &orders, now)).collect();
        Ok(Some((lines, goes_on.then_some((app, chosen, after)))))
    })
}

fn line(l: Locale, person: &Person, orders: &[(UserId, i64)], now: Timestamp) -> Vec<String> {
    let count = orders.iter().find(|(user, _)| *user == person.id).map_or(0, |(_, count)| *count);
    vec![
        person.username.clone(),
        person.name.clone(),
        person.email.clone(),
        person.role.to_string(),
        standing_word(l, person.standing(now)).to_owned(),
        day::for_sheet(person.created_at),
        day::for_sheet(person.last_seen_at),
        count.to_string(),
    ]
}
