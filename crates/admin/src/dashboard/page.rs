//! The page.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use commerce::Commerce;
use i18n::Locale;
use kernel::{Currency, Money};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Chart, ChartBar};
use web::admin::{Section, Shown};
use web::{App, Capability, Error, Page, Query, Signed};

use super::figures::Figures;
use super::period::Period;
use super::steps;
use super::top::{self, TopBook, TopGenre};
use super::waiting::{self, Kind, MOST};
use crate::day::Day;
use crate::words::dashboard as t;

/// Of a year the bars are months.
const BARS_BY_DAY: i64 = 31;
/// The least that a chart shows, so that today does not stand alone.
const CHART_LEAST: i64 = 7;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Chosen {
    period: Option<Period>,
}

/// `GET /admin`. Whoever does not sell is led to what they do.
pub(crate) async fn show(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    till: Option<Extension<Commerce>>,
    Query(chosen): Query<Chosen>,
) -> web::Result<Response> {
    if !me.can(Capability::EditCatalogue) {
        let section = web::admin::first_for(&me).ok_or(Error::NotFound)?;
        return Ok(Redirect::to(&page.url(section.path())).into_response());
    }
    let l = page.locale;
    let period = chosen.period.unwrap_or_default();
    let (first, last) = period.span(app.clock.now());
    // The chart of today needs some days around it, and each time the one before it.
    let shown = period.days().max(CHART_LEAST);
    let all = Figures::between(&app.db, (last.plus(1 - 2 * shown), last));
    let (all, books, genres, waits) = futures::try_join!(
        all,
        top::books(&app.db, (first, last)),
        top::genres(&app.db, l, (first, last)),
        waiting::waiting(&app.db)
    )?;
    let steps = if me.can(Capability::RunSite) {
        steps::steps(&app, till.is_some_and(|Extension(till)| till.takes_payments())).await?
    } else {
        Vec::new()
    };
    let waits: Vec<_> = waits.into_iter().filter(|(kind, _)| me.can(kind.section().needs())).collect();
    let view = View { page: &page, currency: app.settings.currency, period, days: &all };
    let body = html! {
        (steps::view(&page, &steps))
        (waiting_list(&page, &waits))
        (periods(&page, period))
        (view.tiles())
        div.admin__columns {
            (view.charts())
            (top_books(&page, &books))
            (top_genres(&page, &genres))
        }
        (export(&page, last))
    };
    let (frame, body) =
        page.admin(Shown { lead: Some(t::lead(l)), body, ..Shown::new(Section::Dashboard, l) });
    Ok(page.render(&frame, &body))
}

/// What the page is drawn of: the days of the period and of the one before it, or of a week where the period is shorter.
struct View<'a> {
    page: &'a Page,
    currency: Currency,
    period: Period,
    days: &'a [Figures],
}

/// One of the charts: its id, its name, what it counts of a day, and how that is told.
type Measure = (&'static str, fn(Locale) -> &'static str, fn(&Figures) -> i64, fn(Told, i64) -> String);

const MEASURES: [Measure; 4] = [
    ("revenue", t::revenue, Figures::net, Told::money),
    ("orders", t::orders, |day| day.orders, Told::number),
    ("readers", t::readers, |day| day.readers, Told::number),
    ("reading", t::reading, |day| day.reading_seconds, Told::time),
];

/// How figures are told.
#[derive(Clone, Copy)]
struct Told {
    l: Locale,
    currency: Currency,
}

impl Told {
    fn money(self, amount: i64) -> String {
        i18n::price(self.l, Money { amount, currency: self.currency })
    }

    fn number(self, n: i64) -> String {
        i18n::number(self.l, n)
    }

    /// Seconds as hours and minutes.
    fn time(self, seconds: i64) -> String {
        let minutes = seconds / 60;
        let (hours, rest) = (i18n::number(self.l, minutes / 60), i18n::number(self.l, minutes % 60));
        if minutes < 60 { t::minutes(self.l, &rest) } else { t::hours(self.l, &hours, &rest) }
    }

    fn percent(self, percent: Option<i64>) -> String {
        percent.map_or_else(|| "–".to_owned(), |percent| i18n::percent(self.l, percent))
    }
}

impl View<'_> {
    fn told(&self) -> Told {
        Told { l: self.page.locale, currency: self.currency }
    }

    /// The days of the period, and of the one before it.
    fn spans(&self, days: i64) -> (&[Figures], &[Figures]) {
        let days = usize::try_from(days).unwrap_or(1);
        let (rest, now) = self.days.split_at(self.days.len().saturating_sub(days));
        (now, &rest[rest.len().saturating_sub(days)..])
    }

    fn tiles(&self) -> Markup {
        let l = self.page.locale;
        let (now, before) = self.spans(self.period.days());
        let (Some(now), Some(before)) = (Figures::sum(now), Figures::sum(before)) else { return html! {} };
        let counted = now.counted_at;
        let tile = |label: &str, is: String, change: Markup| {
            html! { div.tile { dt { (label) } dd.tile__value { bdi { (is) } } dd.tile__change { (change) } } }
        };
        let told = self.told();
        let plain = |is: i64, was: i64, better: bool| self.change(is, was, better);
        html! {
            dl.tiles {
                (tile(t::revenue(l), told.money(now.net()), plain(now.net(), before.net(), true)))
                (tile(t::orders(l), told.number(now.orders), plain(now.orders, before.orders, true)))
                (tile(t::conversion(l), told.percent(now.conversion()), html! {
                    (t::before_was(l, &told.percent(before.conversion()))) br; span.tile__note { (t::conversion_hint(l)) }
                }))
                (tile(t::readers(l), told.number(now.readers), plain(now.readers, before.readers, true)))
                (tile(t::reading(l), told.time(now.reading_seconds), plain(now.reading_seconds, before.reading_seconds, true)))
                (tile(t::refusals(l), told.number(now.refusals), plain(now.refusals, before.refusals, false)))
            }
            p.tiles__note { (t::counted_at(l, &i18n::time(counted))) }
        }
    }

    /// How much more or less it is than before, in words: colour alone says nothing.
    fn change(&self, is: i64, was: i64, more_is_better: bool) -> Markup {
        let l = self.page.locale;
        if is == was {
            return html! { (t::as_before(l)) };
        }
        let more = is > was;
        let class = if more == more_is_better { "tile__better" } else { "tile__worse" };
        let words = if was <= 0 {
            t::before_nothing(l).to_owned()
        } else {
            let change = ((is - was).abs() * 100 + was / 2) / was;
            let change = i18n::percent(l, change);
            if more { t::more(l, &change) } else { t::less(l, &change) }
        };
        html! { span class=(class) { (words) } }
    }

    fn charts(&self) -> Markup {
        let l = self.page.locale;
        let days = self.period.days().max(CHART_LEAST);
        let (now, before) = self.spans(days);
        let by_month = days > BARS_BY_DAY;
        let (now_name, before_name) = match self.period {
            Period::Today | Period::Week => (t::last_week(l), t::week_before(l)),
            Period::Month => (t::last_month(l), t::month_before(l)),
            Period::Year => (t::last_year(l), t::year_before(l)),
        };
        html! {
            @for (id, title, value, words) in &MEASURES {
                @let bars = if by_month { self.by_month(now, before, *value, *words) } else { self.by_day(now, before, *value, *words) };
                @let total = words(self.told(), now.iter().map(value).sum());
                (ui::chart(l, &Chart {
                    id,
                    title: title(l),
                    total: &total,
                    unit: if by_month { t::month(l) } else { t::day(l) },
                    now: now_name,
                    before: before_name,
                    bars: &bars,
                }))
            }
        }
    }

    fn bar(&self, label: String, now: i64, before: i64, words: fn(Told, i64) -> String) -> ChartBar {
        ChartBar {
            label,
            now,
            now_words: words(self.told(), now),
            before,
            before_words: words(self.told(), before),
        }
    }

    fn by_day(
        &self,
        now: &[Figures],
        before: &[Figures],
        value: fn(&Figures) -> i64,
        words: fn(Told, i64) -> String,
    ) -> Vec<ChartBar> {
        let was = |at: usize| before.get(at).map_or(0, value);
        let bar = |(at, day): (usize, &Figures)| {
            self.bar(day_name(self.page.locale, &day.day), value(day), was(at), words)
        };
        now.iter().enumerate().map(bar).collect()
    }

    /// The months of the year, each beside the month a year before.
    fn by_month(
        &self,
        now: &[Figures],
        before: &[Figures],
        value: fn(&Figures) -> i64,
        words: fn(Told, i64) -> String,
    ) -> Vec<ChartBar> {
        let mut months: Vec<(String, i64, i64)> = Vec::new();
        for (at, day) in now.iter().enumerate() {
            let month = day.day.get(..7).unwrap_or(&day.day);
            let was = before.get(at).map_or(0, value);
            match months.last_mut().filter(|(name, ..)| name == month) {
                Some((_, sum, sum_before)) => {
                    *sum += value(day);
                    *sum_before += was;
                }
                None => months.push((month.to_owned(), value(day), was)),
            }
        }
        let name = |month: &str| day_name(self.page.locale, &format!("{month}-01"));
        let month_name = |month: &str| {
            Day::read(&format!("{month}-01"))
                .map_or_else(|| name(month), |day| i18n::month(self.page.locale, day.start()))
        };
        months
            .into_iter()
            .map(|(month, now, before)| self.bar(month_name(&month), now, before, words))
            .collect()
    }
}

/// A day as people write it.
fn day_name(l: Locale, day: &str) -> String {
    Day::read(day).map_or_else(|| day.to_owned(), |day| i18n::date(l, day.start()))
}

/// How far back, as links.
fn periods(page: &Page, now: Period) -> Markup {
    let l = page.locale;
    let chip = |period: Period| {
        let label = match period {
            Period::Today => t::today(l),
            Period::Week => t::last_week(l),
            Period::Month => t::last_month(l),
            Period::Year => t::last_year(l),
        };
        let href = format!("{}?period={}", page.url(Section::Dashboard.path()), period.as_str());
        ui::chip(label, &href, period == now)
    };
    html! { nav aria-label=(t::periods(l)) { (ui::chips(&Period::ALL.map(chip))) } }
}

/// What needs somebody, as links.
fn waiting_list(page: &Page, waits: &[(Kind, i64)]) -> Markup {
    let l = page.locale;
    html! {
        section.waits aria-labelledby="waits" {
            h2.panel__title #waits { (t::waits(l)) }
            @if waits.is_empty() {
                p { (t::waits_nothing(l)) }
            } @else {
                ul.waits__list role="list" {
                    @for (kind, count) in waits {
                        @let told = if *count > MOST { format!("{MOST}+") } else { i18n::number(l, *count) };
                        li {
                            a.waits__link href=(page.url(kind.path())) data-ink {
                                span.waits__count { bdi { (told) } }
                                span { (name(l, *kind, (*count).min(MOST))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What waits, in the form that the number before it asks for.
fn name(l: Locale, kind: Kind, count: i64) -> String {
    match kind {
        Kind::Reports => t::wait_reports(l, count),
        Kind::Refunds => t::wait_refunds(l, count),
        Kind::Doubts => t::wait_doubts(l, count),
        Kind::Jobs => t::wait_jobs(l, count),
        Kind::Missed => t::wait_missed(l, count),
        Kind::Fileless => t::wait_fileless(l, count),
        Kind::Drafts => t::wait_drafts(l, count),
    }
}

fn top_books(page: &Page, books: &[TopBook]) -> Markup {
    let l = page.locale;
    let row = |book: &TopBook| {
        let href = page.url(&format!("/admin/books/{}", book.id));
        (html! { a href=(href) { bdi { (book.title) } } }, book.copies)
    };
    ranking(l, "top-books", t::top_books(l), &books.iter().map(row).collect::<Vec<_>>())
}

fn top_genres(page: &Page, genres: &[TopGenre]) -> Markup {
    let l = page.locale;
    let row = |genre: &TopGenre| {
        let href = page.url(&format!("/genre/{}", genre.slug));
        (html! { a href=(href) { bdi { (genre.name) } } }, genre.copies)
    };
    ranking(l, "top-genres", t::top_genres(l), &genres.iter().map(row).collect::<Vec<_>>())
}

fn ranking(l: Locale, id: &str, title: &str, rows: &[(Markup, i64)]) -> Markup {
    html! {
        section.panel aria-labelledby=(id) {
            h2.panel__title #(id) { (title) }
            @if rows.is_empty() {
                p { (t::nothing_sold(l)) }
            } @else {
                ol.ranking {
                    @for (name, copies) in rows {
                        li { div.ranking__row { span { (name) } span.ranking__count { (t::copies(l, *copies)) } } }
                    }
                }
            }
        }
    }
}

/// The days as a file.
fn export(page: &Page, today: Day) -> Markup {
    let l = page.locale;
    let first = format!("{}-01", today.month());
    html! {
        section.panel aria-labelledby="export" {
            h2.panel__title #export { (t::export(l)) }
            form.table-filter method="get" action=(page.url(super::file::PATH)) {
                label.table-filter__choice { span { (t::export_from(l)) } input type="date" name="from" value=(first) max=(today) required; }
                label.table-filter__choice { span { (t::export_to(l)) } input type="date" name="to" value=(today) max=(today) required; }
                (ui::button(&ui::Button { label: t::export_button(l), kind: ui::ButtonKind::Outline, icon: Some(ui::Icon::Download), ..ui::Button::default() }, None))
            }
        }
    }
}
