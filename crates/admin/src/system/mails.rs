//! `/admin/mails`: what was mailed to whom and when, what became of it, and sending it anew.

use accounts::mails::log::{self, LoggedMail, MailState, WantedMails};
use axum::response::Response;
use form_urlencoded::Serializer;
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    BulkGroup, BulkOutcome, Button, ButtonKind, Choice, Column, Table, TableChoice, TableFilter, TableRow,
};
use web::admin::{Section, Shown};
use web::{Form, ListQuery, Page, Paging};

use super::logged::kind_word;
use super::steward::Steward;
use super::{MAILS, question};
use crate::words::system as t;

/// Mails on a page, and the most that are sent anew at once.
const ROWS: u32 = 50;

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    q: String,
    state: String,
}

impl Chosen {
    fn wanted(&self) -> WantedMails<'_> {
        WantedMails { state: self.state.parse().ok(), email: self.q.trim() }
    }
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    key: Vec<i64>,
}

/// `GET`
pub(super) async fn show(page: Page, steward: Steward, query: ListQuery<Chosen>) -> web::Result<Response> {
    if let Some(recalled) = page.recall() {
        return Ok(recalled);
    }
    let shown = render(&page, &steward, (&query.filters, query.paging), &[]).await?;
    Ok(page.remember(shown))
}

/// `POST`: sends those that were chosen anew.
pub(super) async fn send(page: Page, steward: Steward, Form(filled): Form<Filled>) -> web::Result<Response> {
    let l = page.locale;
    let (all, first) = (Chosen::default(), Paging::default());
    if filled.key.is_empty() {
        let nothing = question::nothing_chosen(l);
        return Ok(web::to_correct(render(&page, &steward, (&all, first), &[nothing]).await?));
    }
    let mut outcomes = Vec::new();
    for id in filled.key.iter().take(ROWS as usize).copied().map(Id::<LoggedMail>::new) {
        let mail = log::find(&steward.app.db, id).await?;
        let name = mail.map_or_else(|| id.to_string(), |mail| name(l, &mail));
        outcomes.push(question::outcome(l, name, (steward.resend(id).await, t::resent(l)))?);
    }
    render(&page, &steward, (&all, first), &outcomes).await
}

fn name(l: Locale, mail: &LoggedMail) -> String {
    format!("{} – {}", kind_word(l, &mail.kind).unwrap_or(&mail.kind), mail.email)
}

async fn render(
    page: &Page,
    steward: &Steward,
    (chosen, paging): (&Chosen, Paging),
    outcomes: &[BulkOutcome],
) -> web::Result<Response> {
    let (l, action, wanted) = (page.locale, page.url(MAILS), chosen.wanted());
    let paging = paging.with_default_limit(ROWS);
    let rows = log::list(&steward.app.db, wanted, (paging.after()?, paging.rows())).await?;
    let mails = paging.list(rows, |mail| mail.id);
    let rows: Vec<TableRow> = mails.items.iter().map(|mail| row(l, mail)).collect();
    let press = Button { label: t::resend(l), kind: ButtonKind::Outline, ..Button::default() };
    let group = BulkGroup { field: None, acts: vec![("resend", press)] };
    let bulk = ui::Bulk { action: &action, csrf: page.csrf(), groups: vec![group] };
    let columns =
        [t::column_mail(l), t::column_to(l), t::column_at(l), t::column_state(l), t::column_answer(l)];
    let columns = columns.map(|label| Column { label, ..Column::default() });
    let narrowed = wanted.state.is_some() || !wanted.email.is_empty();
    let body = html! {
        @if !outcomes.is_empty() { (ui::bulk_outcomes(l, outcomes)) }
        (ui::table_filter(l, &TableFilter {
            action: &action,
            search: Some((t::search_address(l), &chosen.q)),
            choices: vec![TableChoice { name: "state", label: t::column_state(l), choices: choices(l, wanted.state) }],
            keep: Vec::new(),
            narrowed,
        }))
        @if rows.is_empty() {
            (ui::empty_state(if narrowed { t::no_such_mail(l) } else { t::no_mail(l) }, &html! {}))
        } @else {
            (ui::table(l, &Table { id: "mails", caption: t::mails_caption(l), columns: &columns, rows: &rows, bulk: Some(bulk) }))
            @if let Some(cursor) = &mails.next_cursor { (next(page, chosen, cursor)) }
        }
    };
    let (frame, body) =
        page.admin(Shown { lead: Some(t::mails_lead(l)), body, ..Shown::new(Section::Mails, l) });
    Ok(page.render(&frame, &body))
}

fn next(page: &Page, chosen: &Chosen, cursor: &str) -> Markup {
    let pairs = [("q", chosen.q.as_str()), ("state", &chosen.state), ("cursor", cursor)];
    let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
    let press = Button { label: t::further(page.locale), kind: ButtonKind::Outline, ..Button::default() };
    html! { nav.table__foot { (ui::button_link(&press, &format!("{}?{query}", page.url(MAILS)))) } }
}

fn choices(l: Locale, now: Option<MailState>) -> Vec<Choice> {
    let each =
        MailState::ALL.map(|state| Choice::new(state.as_str(), state_word(l, state), now == Some(state)));
    std::iter::once(Choice::new("", t::all(l), now.is_none())).chain(each).collect()
}

const fn state_word(l: Locale, state: MailState) -> &'static str {
    match state {
        MailState::Sent => t::mail_sent(l),
        MailState::Waiting => t::mail_waiting(l),
        MailState::Failed => t::mail_failed(l),
    }
}

fn row(l: Locale, mail: &LoggedMail) -> TableRow {
    let class = match mail.state {
        MailState::Sent => "status status--good",
        MailState::Waiting => "status status--open",
        MailState::Failed => "status status--bad",
    };
    TableRow {
        key: mail.id.to_string(),
        name: name(l, mail),
        cells: vec![
            html! {
                @match kind_word(l, &mail.kind) {
                    Some(words) => (words),
                    None => code dir="ltr" { (mail.kind) },
                }
                @if let Some(language) = Locale::from_tag(&mail.locale) {
                    div.system__more { bdi lang=(language.tag()) { (language.own_name()) } }
                }
            },
            html! { bdi dir="ltr" { (mail.email) } },
            html! { (i18n::date_time(l, mail.at)) },
            html! {
                div {
                    span class=(class) { (state_word(l, mail.state)) }
                    @if mail.tries > 1 { div.system__more { (t::tries(l, i64::from(mail.tries))) } }
                }
            },
            html! {
                @match &mail.answer {
                    Some(answer) => bdi.system__more dir="auto" { (answer) },
                    None => "–",
                }
            },
        ],
    }
}
