//! Charts drawn on the server: bars for a time and for the time before it, and the same as a table.

use i18n::{Direction, Locale};
use maud::{Markup, html};

use crate::t;

/// A column of the chart.
#[derive(Debug, Clone)]
pub struct ChartBar {
    /// What it is of: a day, a month.
    pub label: String,
    /// How much.
    pub now: i64,
    /// The same, for people.
    pub now_words: String,
    /// How much it was in the time before.
    pub before: i64,
    /// The same, for people.
    pub before_words: String,
}

/// A chart.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// The id of its heading.
    pub id: &'a str,
    /// What it tells.
    pub title: &'a str,
    /// The sum, for people.
    pub total: &'a str,
    /// What the bars are of: “Day”.
    pub unit: &'a str,
    /// What the time is called: “Last 7 days”.
    pub now: &'a str,
    /// What the time before is called.
    pub before: &'a str,
    /// The bars, the earliest first.
    pub bars: &'a [ChartBar],
}

const WIDTH: i64 = 600;
const HEIGHT: i64 = 160;

/// Draws it. The time runs with the language: in Arabic from right to left.
pub fn chart(l: Locale, chart: &Chart<'_>) -> Markup {
    let most = chart.bars.iter().map(|bar| bar.now.max(bar.before)).max().unwrap_or(0).max(1);
    let best =
        chart.bars.iter().max_by_key(|bar| bar.now.max(bar.before)).filter(|bar| bar.now.max(bar.before) > 0);
    let description = best.map(|bar| t::chart_most(l, &bar.label, &bar.now_words));
    let description_id = format!("{}-description", chart.id);
    html! {
        section.panel.chart aria-labelledby=(chart.id) {
            h2.panel__title #(chart.id) { (chart.title) }
            p.chart__total { bdi { (chart.total) } }
            @if let Some(description) = description {
                svg.chart__bars viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-labelledby={ (chart.id) " " (description_id) } {
                    desc #(description_id) { (description) }
                    @for line in 1..=2 {
                        line.chart__line x1="0" x2=(WIDTH) y1=(HEIGHT - HEIGHT * line / 2) y2=(HEIGHT - HEIGHT * line / 2) {}
                    }
                    @for (place, bar) in chart.bars.iter().enumerate() { (drawn(l, chart.bars.len(), place, bar, most)) }
                    line.chart__ground x1="0" x2=(WIDTH) y1=(HEIGHT) y2=(HEIGHT) {}
                }
                (ends(chart.bars))
                p.chart__key {
                    span.chart__key-now { (chart.now) } " " span.chart__key-before { (chart.before) }
                }
                (as_table(l, chart))
            } @else {
                p.chart__nothing { (t::chart_nothing(l)) }
            }
        }
    }
}

/// The same as a table.
fn as_table(l: Locale, chart: &Chart<'_>) -> Markup {
    html! {
        details.chart__table {
            summary { (t::chart_as_table(l)) }
            div.table-scroll tabindex="0" role="region" aria-label=(chart.title) {
                table.table {
                    thead {
                        tr {
                            th scope="col" { (chart.unit) }
                            th.table__number scope="col" { (chart.now) }
                            th.table__number scope="col" { (chart.before) }
                        }
                    }
                    tbody {
                        @for bar in chart.bars {
                            tr {
                                th scope="row" { (bar.label) }
                                td.table__number data-label=(chart.now) { bdi { (bar.now_words) } }
                                td.table__number data-label=(chart.before) { bdi { (bar.before_words) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A bar, before a wider outline of what it was in the time before.
fn drawn(l: Locale, count: usize, place: usize, bar: &ChartBar, most: i64) -> Markup {
    let (count, place) = (i64::try_from(count).unwrap_or(1).max(1), i64::try_from(place).unwrap_or(0));
    let room = WIDTH / count;
    let place = if l.direction() == Direction::Rtl { count - 1 - place } else { place };
    // What is left over stands before the first and behind the last.
    let start = (WIDTH - room * count) / 2 + place * room;
    let height = |value: i64| {
        let scaled = i128::from(value.max(0)) * i128::from(HEIGHT - 4) / i128::from(most);
        i64::try_from(scaled).unwrap_or(HEIGHT)
    };
    let (now, before) = (height(bar.now), height(bar.before));
    let gap = (room / 6).max(1);
    html! {
        g {
            title { (bar.label) (t::colon(l)) (bar.now_words) }
            @if before > 0 {
                rect.chart__before x=(start + gap / 2) y=(HEIGHT - before) width=(room - gap) height=(before) {}
            }
            @if now > 0 {
                rect.chart__now x=(start + gap) y=(HEIGHT - now) width=((room - 2 * gap).max(1)) height=(now) {}
            }
        }
    }
}

/// What the first and the last bar are of: words beside the picture, which is drawn smaller on a small screen.
fn ends(bars: &[ChartBar]) -> Markup {
    html! {
        p.chart__ends aria-hidden="true" {
            @if let Some(bar) = bars.first() { span { (bar.label) } }
            @if let Some(bar) = bars.last().filter(|_| bars.len() > 1) { span { (bar.label) } }
        }
    }
}
