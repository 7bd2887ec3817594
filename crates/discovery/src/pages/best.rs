//! The best sellers: ranks 1 to 100 of a week, a month or all time, books that cost nothing apart.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use catalogue::{Card, Format, Reader, show};
use form_urlencoded::Serializer;
use i18n::Locale;
use kernel::Language;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Applied, Badge, BookCard, CardIn, Choice, Filters, Frame, Group, Indexing, Loading, Preview};
use web::{App, ListQuery, Page};

use super::{HomeTab, lists::frame};
use crate::best::{self, Ranked, Span};
use crate::t;

/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;

/// What the address says.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    window: Span,
    price: Option<Price>,
    language: Option<Language>,
    format: Option<Format>,
}

/// Free books are ranked apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Price {
    Free,
    Paid,
}

impl Chosen {
    fn is_free(self) -> bool {
        self.price == Some(Price::Free)
    }

    /// The address of the page with these choices.
    fn address(self, page: &Page, cursor: Option<&str>) -> String {
        let pairs = [
            ("window", (self.window != Span::default()).then(|| self.window.as_str().to_owned())),
            ("price", self.is_free().then(|| "free".to_owned())),
            ("language", self.language.map(|language| language.to_string())),
            ("format", self.format.map(|format| format.to_string())),
            ("cursor", cursor.map(str::to_owned)),
        ];
        let mut query = Serializer::new(String::new());
        for (name, value) in &pairs {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.url(HomeTab::Best.path()))
    }
}

/// `GET /best`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let chosen = query.filters;
    let paging = query.paging.with_default_limit(CARDS);
    let wanted = best::Chosen {
        span: chosen.window,
        free: chosen.is_free(),
        language: chosen.language,
        format: chosen.format,
    };
    let ranked = best::part(&app.db, wanted, paging.after()?.unwrap_or(0), paging.rows()).await?;
    let list = paging.list(ranked, |row| row.rank);
    let (found, preview) = cards(&page, &app, &reader, &list.items).await?;
    let more = list.next_cursor.map(|cursor| chosen.address(&page, Some(&cursor)));
    let l = page.locale;
    let grid = html! {
        (ui::grid(l, &found, CardIn::Grid, Loading::Eager))
        @if let Some(more) = &more { (ui::load_more(l, more)) }
    };
    if page.wants_fragment() {
        return Ok(page.fragment(grid));
    }
    let body = view(&page, chosen, if found.is_empty() { nothing(&page, chosen) } else { grid });
    let indexing = if page.query().is_empty() { Indexing::Listed } else { Indexing::Hidden };
    let frame = frame(&page, HomeTab::Best);
    let preview = preview.unwrap_or(frame.preview);
    Ok(page.render(&Frame { indexing, preview, ..frame }, &body))
}

/// The cards of the ranks, each with its number, and what a link to them shows: the first.
async fn cards(
    page: &Page,
    app: &App,
    reader: &Reader,
    ranked: &[Ranked],
) -> web::Result<(Vec<BookCard>, Option<Preview>)> {
    let books: Vec<_> = ranked.iter().map(|row| row.book_id).collect();
    let found = Card::of(&app.db, &books).await?;
    let marks = reader.marks(books.iter().copied()).await?;
    let ranks: HashMap<_, _> = ranked.iter().map(|row| (row.book_id, row.rank)).collect();
    let card = |card: &Card| BookCard {
        badge: ranks.get(&card.id).map(|rank| Badge::Rank(*rank)),
        ..show::card(page, app.settings.currency, card, &marks)
    };
    let preview = found.first().map(|card| show::preview(page, "website", &card.cover, &card.title));
    Ok((found.iter().map(card).collect(), preview))
}

fn view(page: &Page, chosen: Chosen, books: Markup) -> Markup {
    let l = page.locale;
    let applied = applied(page, chosen);
    html! {
        div.page-head {
            h1 { (HomeTab::Best.label(l)) }
            p.page-head__text { (span_words(l, chosen)) }
            div.page-head__tools {
                (spans(page, chosen))
                (ui::filter_button(l, applied.len()))
                (ui::applied_filters(l, &applied, None))
            }
        }
        div.list.list--filtered {
            (ui::filters(l, &form(page, chosen)))
            div.list__books { (books) }
        }
    }
}

/// The time over which sales were counted, in words.
fn span_words(l: Locale, chosen: Chosen) -> &'static str {
    match (chosen.window, chosen.is_free()) {
        (Span::Week, false) => t::best_week(l),
        (Span::Month, false) => t::best_month(l),
        (Span::All, false) => t::best_all(l),
        (Span::Week, true) => t::best_week_free(l),
        (Span::Month, true) => t::best_month_free(l),
        (Span::All, true) => t::best_all_free(l),
    }
}

/// Other times, each with an address of its own.
fn spans(page: &Page, chosen: Chosen) -> Markup {
    let l = page.locale;
    let chip = |window: Span| {
        let label = match window {
            Span::Week => t::span_week(l),
            Span::Month => t::span_month(l),
            Span::All => t::span_all(l),
        };
        ui::chip(label, &Chosen { window, ..chosen }.address(page, None), window == chosen.window)
    };
    let chips: Vec<Markup> = Span::ALL.into_iter().map(chip).collect();
    html! { nav aria-label=(t::span_label(l)) { (ui::chips(&chips)) } }
}

fn applied(page: &Page, chosen: Chosen) -> Vec<Applied> {
    let l = page.locale;
    let mut chips = Vec::new();
    if chosen.is_free() {
        let href = Chosen { price: None, ..chosen }.address(page, None);
        chips.push(Applied { label: t::best_free(l).to_owned(), href });
    }
    if let Some(language) = chosen.language {
        let href = Chosen { language: None, ..chosen }.address(page, None);
        chips.push(Applied { label: i18n::language_name(l, &language), href });
    }
    if let Some(format) = chosen.format {
        let href = Chosen { format: None, ..chosen }.address(page, None);
        chips.push(Applied { label: show::format_name(format).to_owned(), href });
    }
    chips
}

fn form(page: &Page, chosen: Chosen) -> Filters {
    let l = page.locale;
    let group = |name: &str, legend: &str, choices| Group {
        name: name.to_owned(),
        legend: legend.to_owned(),
        choices,
    };
    let prices = vec![
        Choice::new("", t::best_paid(l), !chosen.is_free()),
        Choice::new("free", t::best_free(l), chosen.is_free()),
    ];
    let own = [Language::ARABIC, Language::FRENCH, Language::ENGLISH];
    let languages = own.iter().copied().chain(chosen.language.filter(|one| !own.contains(one)));
    let languages = std::iter::once(Choice::new("", t::language_any(l), chosen.language.is_none()))
        .chain(languages.map(|one| {
            Choice::new(one.to_string(), i18n::language_name(l, &one), chosen.language == Some(one))
        }))
        .collect();
    let formats = std::iter::once(Choice::new("", t::format_any(l), chosen.format.is_none()))
        .chain(
            [Format::Epub, Format::Pdf]
                .map(|one| Choice::new(one.to_string(), show::format_name(one), chosen.format == Some(one))),
        )
        .collect();
    let window =
        (chosen.window != Span::default()).then(|| ("window".to_owned(), chosen.window.as_str().to_owned()));
    Filters {
        action: page.url(HomeTab::Best.path()),
        groups: vec![
            group("price", t::best_price(l), prices),
            group("language", t::best_language(l), languages),
            group("format", t::best_format(l), formats),
        ],
        keep: window.into_iter().collect(),
    }
}

fn nothing(page: &Page, chosen: Chosen) -> Markup {
    let l = page.locale;
    if chosen.language.is_some() || chosen.format.is_some() {
        let all = Chosen { language: None, format: None, ..chosen }.address(page, None);
        return ui::empty_state(
            t::best_empty_filtered(l),
            &html! { a.button.button--outline href=(all) data-ink { (t::best_show_all(l)) } },
        );
    }
    ui::empty_state(
        if chosen.window == Span::All { t::best_empty(l) } else { t::best_empty_span(l) },
        &html! {
            a.button.button--outline href=(page.url(HomeTab::New.path())) data-ink { (t::see_new(l)) }
        },
    )
}
