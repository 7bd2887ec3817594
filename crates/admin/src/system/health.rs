//! `/admin/health`: whether everything works, and what to do where it does not.

mod look;

use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use ui::{Column, Table, TableRow};
use web::Page;
use web::admin::{Section, Shown};

pub(super) use self::look::{Finding, Level, Part, look};
use super::steward::Steward;
use crate::words::system as t;

/// `GET`
pub(super) async fn show(page: Page, steward: Steward) -> web::Result<Response> {
    let l = page.locale;
    let findings = look(&steward).await;
    let rows: Vec<TableRow> = findings.iter().map(|finding| row(l, finding)).collect();
    let columns = [t::column_part(l), t::column_state(l), t::column_found(l), t::column_advice(l)];
    let columns = columns.map(|label| Column { label, ..Column::default() });
    let worst = findings.iter().map(|finding| finding.level).max().unwrap_or(Level::Good);
    let body = html! {
        p { (standing(worst, match worst {
            Level::Good => t::health_good(l),
            Level::Attention => t::health_attention(l),
            Level::Broken => t::health_broken(l),
        })) }
        (ui::table(l, &Table { id: "health", caption: t::health_lead(l), columns: &columns, rows: &rows, bulk: None }))
        p.system__more { (t::version(l)) " " bdi dir="ltr" { (env!("CARGO_PKG_VERSION")) } }
    };
    let (frame, body) =
        page.admin(Shown { lead: Some(t::health_lead(l)), body, ..Shown::new(Section::Health, l) });
    Ok(page.render(&frame, &body))
}

fn standing(level: Level, words: &str) -> Markup {
    let class = match level {
        Level::Good => "status status--good",
        Level::Attention => "status status--open",
        Level::Broken => "status status--bad",
    };
    html! { span class=(class) { (words) } }
}

fn row(l: Locale, finding: &Finding) -> TableRow {
    let word = match finding.level {
        Level::Good => t::level_good(l),
        Level::Attention => t::level_attention(l),
        Level::Broken => t::level_broken(l),
    };
    let part = part_word(l, finding.part);
    TableRow {
        key: String::new(),
        name: part.to_owned(),
        cells: vec![
            html! { (part) },
            standing(finding.level, word),
            html! {
                // What the program or a server says is in no language of ours.
                @if finding.is_raw() { bdi dir="ltr" { (finding.told(l)) } } @else { (finding.told(l)) }
            },
            html! { (finding.advice(l).unwrap_or("–")) },
        ],
    }
}

const fn part_word(l: Locale, part: Part) -> &'static str {
    match part {
        Part::Database => t::part_database(l),
        Part::Storage => t::part_storage(l),
        Part::Mail => t::part_mail(l),
        Part::Gateway => t::part_gateway(l),
        Part::Search => t::part_search(l),
        Part::Disk => t::part_disk(l),
        Part::Jobs => t::part_jobs(l),
        Part::Backup => t::part_backup(l),
    }
}
