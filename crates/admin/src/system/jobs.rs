//! `/admin/jobs`: what failed, waits, runs and is done at intervals, and what is done about it.

use axum::response::Response;
use form_urlencoded::Serializer;
use i18n::Locale;
use jobs::desk::{self, Listed, State};
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    BulkGroup, BulkOutcome, Button, ButtonKind, Choice, Column, Table, TableChoice, TableFilter, TableRow,
};
use web::admin::{Section, Shown};
use web::{Form, ListQuery, Page, Paging};

use super::logged::kind_word;
use super::steward::Steward;
use super::{JOBS, question};
use crate::words::system as t;

/// Jobs on a page, and the most that are changed at once.
const ROWS: u32 = 50;
/// The most of what was given up that is done again at once.
const ALL_MOST: i64 = 500;

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    state: String,
}

impl Chosen {
    fn state(&self) -> State {
        self.state.parse().unwrap_or(State::Dead)
    }
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    key: Vec<i64>,
    act: String,
    /// Sent by the question.
    sure: Option<String>,
}

/// `GET`
pub(super) async fn show(page: Page, steward: Steward, query: ListQuery<Chosen>) -> web::Result<Response> {
    if let Some(recalled) = page.recall() {
        return Ok(recalled);
    }
    let state = query.filters.state();
    let shown = render(&page, &steward, (state, query.paging), &[]).await?;
    Ok(page.remember(shown))
}

/// `POST`
pub(super) async fn send(page: Page, steward: Steward, Form(filled): Form<Filled>) -> web::Result<Response> {
    let keys: Vec<Id<Listed>> = match filled.act.as_str() {
        "retry_all" => desk::dead(&steward.app.db, ALL_MOST).await?,
        _ => filled.key.iter().take(ROWS as usize).copied().map(Id::new).collect(),
    };
    let l = page.locale;
    if keys.is_empty() {
        let nothing = question::nothing_chosen(l);
        return Ok(web::to_correct(render(&page, &steward, first_part(), &[nothing]).await?));
    }
    if filled.act == "remove" && filled.sure.is_none() {
        return ask(&page, &steward, &keys).await;
    }
    let mut outcomes = Vec::new();
    for id in keys {
        let name = name(l, desk::find(&steward.app.db, id).await?.as_ref(), id);
        let (done, words) = match filled.act.as_str() {
            "remove" => (steward.remove(id).await, t::removed(l)),
            _ => (steward.retry(id).await.map(drop), t::retried(l)),
        };
        outcomes.push(question::outcome(l, name, (done, words))?);
    }
    render(&page, &steward, first_part(), &outcomes).await
}

fn first_part() -> (State, Paging) {
    (State::Dead, Paging::default())
}

fn name(l: Locale, job: Option<&Listed>, id: Id<Listed>) -> String {
    let kind = job.map_or("", |job| kind_word(l, &job.kind).unwrap_or(&job.kind));
    format!("{kind} {id}").trim().to_owned()
}

async fn ask(page: &Page, steward: &Steward, keys: &[Id<Listed>]) -> web::Result<Response> {
    let l = page.locale;
    let mut names = Vec::new();
    for id in keys {
        let job = desk::find(&steward.app.db, *id).await?;
        names.push(html! { bdi { (name(l, job.as_ref(), *id)) } });
    }
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    let title = t::remove_title(l, i64::try_from(keys.len()).unwrap_or(i64::MAX));
    let (frame, body) = page.admin(Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(JOBS),
        body: question::draw(page, JOBS, (&names, &keys), "remove"),
        ..Shown::new(Section::Jobs, l)
    });
    Ok(page.render(&frame, &body))
}

async fn render(
    page: &Page,
    steward: &Steward,
    (state, paging): (State, Paging),
    outcomes: &[BulkOutcome],
) -> web::Result<Response> {
    let (l, now, action) = (page.locale, steward.now(), page.url(JOBS));
    let paging = paging.with_default_limit(ROWS).of(state.as_str());
    let rows = desk::list(&steward.app.db, state, (paging.after()?, paging.rows()), now).await?;
    let jobs = paging.list(rows, |job| job.place(state));
    let rows: Vec<TableRow> = jobs.items.iter().map(|job| row(l, job, now)).collect();
    let bulk = (state != State::Running).then(|| bulk(l, state, (&action, page.csrf())));
    let columns = columns(l, state);
    let columns: Vec<Column<'_>> =
        columns.iter().map(|label| Column { label, ..Column::default() }).collect();
    let body = html! {
        @if !outcomes.is_empty() { (ui::bulk_outcomes(l, outcomes)) }
        (ui::table_filter(l, &TableFilter {
            action: &action,
            search: None,
            choices: vec![TableChoice { name: "state", label: t::column_state(l), choices: choices(l, state) }],
            keep: Vec::new(),
            narrowed: state != State::Dead,
        }))
        @if rows.is_empty() {
            (ui::empty_state(empty(l, state), &html! {}))
        } @else {
            (ui::table(l, &Table { id: "jobs", caption: state_word(l, state), columns: &columns, rows: &rows, bulk }))
            @if let Some(cursor) = &jobs.next_cursor { (next(page, state, cursor)) }
        }
    };
    let actions = if state == State::Dead && !rows.is_empty() {
        retry_all(page, &action)
    } else {
        html! {}
    };
    let shown = Shown { lead: Some(t::jobs_lead(l)), actions, body, ..Shown::new(Section::Jobs, l) };
    let (frame, body) = page.admin(shown);
    Ok(page.render(&frame, &body))
}

fn retry_all(page: &Page, action: &str) -> Markup {
    let press = Button { label: t::retry_all(page.locale), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        form method="post" action=(action) {
            input type="hidden" name="csrf" value=(page.csrf());
            (ui::button(&press, Some(("act", "retry_all"))))
        }
    }
}

fn next(page: &Page, state: State, cursor: &str) -> Markup {
    let query =
        Serializer::new(String::new()).extend_pairs([("state", state.as_str()), ("cursor", cursor)]).finish();
    let press = Button { label: t::further(page.locale), kind: ButtonKind::Outline, ..Button::default() };
    html! { nav.table__foot { (ui::button_link(&press, &format!("{}?{query}", page.url(JOBS)))) } }
}

fn bulk<'a>(l: Locale, state: State, (action, csrf): (&'a str, &'a str)) -> ui::Bulk<'a> {
    let press = |label| Button { label, kind: ButtonKind::Outline, ..Button::default() };
    let mut acts = vec![("retry", press(if state == State::Dead { t::retry(l) } else { t::now(l) }))];
    if state != State::Scheduled {
        acts.push(("remove", press(t::remove(l))));
    }
    ui::Bulk { action, csrf, groups: vec![BulkGroup { field: None, acts }] }
}

fn choices(l: Locale, now: State) -> Vec<Choice> {
    State::ALL.map(|state| Choice::new(state.as_str(), state_word(l, state), state == now)).into()
}

const fn state_word(l: Locale, state: State) -> &'static str {
    match state {
        State::Dead => t::state_dead(l),
        State::Waiting => t::state_waiting(l),
        State::Running => t::state_running(l),
        State::Scheduled => t::state_scheduled(l),
    }
}

const fn empty(l: Locale, state: State) -> &'static str {
    match state {
        State::Dead => t::no_dead(l),
        State::Waiting => t::no_waiting(l),
        State::Running => t::no_running(l),
        State::Scheduled => t::no_scheduled(l),
    }
}

fn columns(l: Locale, state: State) -> [&'static str; 5] {
    let (first, second) = match state {
        State::Dead => (t::column_wanted(l), t::column_given_up(l)),
        State::Waiting => (t::column_wanted(l), t::column_due(l)),
        State::Running => (t::column_wanted(l), t::column_begun(l)),
        State::Scheduled => (t::column_done(l), t::column_next(l)),
    };
    [t::column_job(l), first, second, t::column_tries(l), t::column_error(l)]
}

fn row(l: Locale, job: &Listed, now: Timestamp) -> TableRow {
    let state = job.state(now);
    let (first, second) = match state {
        State::Dead => (Some(job.wanted_at), job.dead_at),
        State::Waiting => (Some(job.wanted_at), Some(job.due_at)),
        State::Running => (Some(job.wanted_at), job.leased_at),
        State::Scheduled => (job.done_at, Some(job.due_at)),
    };
    let at = |at: Option<Timestamp>| at.map_or_else(|| "–".to_owned(), |at| i18n::date_time(l, at));
    TableRow {
        key: job.id.to_string(),
        name: name(l, Some(job), job.id),
        cells: vec![
            html! {
                @match kind_word(l, &job.kind) {
                    Some(words) => (words),
                    None => code dir="ltr" { (job.kind) },
                }
                div.system__more { bdi dir="ltr" { "#" (job.id) } }
            },
            html! { (at(first)) },
            html! { (at(second)) },
            html! { (i18n::number(l, i64::from(job.tries))) },
            html! {
                @match &job.last_error {
                    Some(error) => bdi.system__more dir="auto" { (error) },
                    None => "–",
                }
            },
        ],
    }
}
