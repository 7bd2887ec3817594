//! A page with a list of books: heading, filters, grid, the way to more.

use axum::response::Response;
use form_urlencoded::Serializer;
use i18n::Locale;
use kernel::Language;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Applied, CardIn, Choice, Filters, Frame, Group, Indexing, Loading};
use web::{App, ListQuery, Page};

use super::show;
use crate::{Card, Filter, Format, Part, PriceFilter, Sort, t};

/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;

/// What a visitor may narrow the list to, beside what the page is about.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Chosen {
    language: Option<Language>,
    format: Option<Format>,
    price: Option<PriceFilter>,
    sort: Option<Sort>,
}

/// What a list's page is about.
pub(super) struct Listing {
    /// What stands above the list.
    pub(super) head: Markup,
    /// What the page's subject narrows the list to.
    pub(super) filter: Filter,
    /// The order where none is chosen.
    pub(super) sort: Sort,
    /// Published books of the subject, where that is known.
    pub(super) total: i64,
    /// The frame, complete but for what the list decides.
    pub(super) frame: Frame,
}

/// Renders the page, or only the next cards where a script asks for them.
pub(super) async fn render(
    app: &App,
    page: &Page,
    query: ListQuery<Chosen>,
    listing: Listing,
) -> web::Result<Response> {
    let chosen = query.filters;
    let sort = chosen.sort.filter(|sort| *sort != Sort::Series || listing.filter.series.is_some());
    let sort = sort.unwrap_or(listing.sort);
    let filter =
        Filter { language: chosen.language, format: chosen.format, price: chosen.price, ..listing.filter };
    let paging = query.paging.with_default_limit(CARDS);
    let part = Part { filter: &filter, sort, after: paging.after()?, rows: paging.rows() };
    let found = Card::list(&app.db, part).await?.map_err(|_| web::invalid_cursor())?;
    let list = paging.list(found, |card| card.place(sort));

    let books = show::cards(page, app.settings.currency, &list.items);
    let more = list.next_cursor.map(|cursor| address(page, chosen, Some(&cursor)));
    let l = page.locale;
    let applied = applied(page, chosen);
    let grid = html! {
        (ui::grid(l, &books, CardIn::Grid, Loading::Eager))
        @if let Some(more) = &more { (ui::load_more(l, more)) }
    };
    if page.wants_fragment() {
        return Ok(page.fragment(grid));
    }
    let in_use = applied.len();
    let total = (in_use == 0).then_some(listing.total);
    let body = html! {
        div.page-head {
            (listing.head)
            div.page-head__tools { (ui::filter_button(l, in_use)) (ui::applied_filters(l, &applied, total)) }
        }
        div.list.list--filtered {
            (ui::filters(l, &form(page, chosen, sort, listing.filter.series.is_some())))
            div.list__books { @if books.is_empty() { (nothing(page, in_use)) } @else { (grid) } }
        }
    };
    let indexing = if page.query().is_empty() { listing.frame.indexing } else { Indexing::Hidden };
    Ok(page.render(&Frame { indexing, ..listing.frame }, &body))
}

fn nothing(page: &Page, in_use: usize) -> Markup {
    let l = page.locale;
    if in_use == 0 {
        return ui::empty_state(
            t::list_empty(l),
            &html! { a.button.button--outline href=(page.url("/browse")) data-ink { (t::browse(l)) } },
        );
    }
    let all = page.url(page.path());
    ui::empty_state(
        t::list_empty_filtered(l),
        &html! { a.button.button--outline href=(all) data-ink { (t::list_show_all(l)) } },
    )
}

/// The list's address with these choices.
fn address(page: &Page, chosen: Chosen, cursor: Option<&str>) -> String {
    let pairs = [
        ("language", chosen.language.map(|language| language.to_string())),
        ("format", chosen.format.map(|format| format.to_string())),
        ("price", chosen.price.map(|price| price.to_string())),
        ("sort", chosen.sort.map(|sort| sort.to_string())),
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
    format!("{}{mark}{query}", page.url(page.path()))
}

fn applied(page: &Page, chosen: Chosen) -> Vec<Applied> {
    let l = page.locale;
    let without = |chosen: Chosen| address(page, chosen, None);
    let mut chips = Vec::new();
    if let Some(language) = chosen.language {
        let href = without(Chosen { language: None, ..chosen });
        chips.push(Applied { label: i18n::language_name(l, &language), href });
    }
    if let Some(format) = chosen.format {
        let href = without(Chosen { format: None, ..chosen });
        chips.push(Applied { label: show::format_name(format).to_owned(), href });
    }
    if let Some(price) = chosen.price {
        let href = without(Chosen { price: None, ..chosen });
        chips.push(Applied { label: price_label(l, price).to_owned(), href });
    }
    chips
}

fn form(page: &Page, chosen: Chosen, sort: Sort, in_series: bool) -> Filters {
    let l = page.locale;
    let languages = [Language::ARABIC, Language::FRENCH, Language::ENGLISH];
    let further = chosen.language.filter(|language| !languages.contains(language));
    let languages = languages.into_iter().chain(further).map(|language| {
        (language.to_string(), i18n::language_name(l, &language), chosen.language == Some(language))
    });
    let formats = [Format::Epub, Format::Pdf].map(|format| {
        (format.to_string(), show::format_name(format).to_owned(), chosen.format == Some(format))
    });
    let prices = [PriceFilter::Free, PriceFilter::Paid]
        .map(|price| (price.to_string(), price_label(l, price).to_owned(), chosen.price == Some(price)));
    let sorts = [Sort::Series, Sort::Newest, Sort::Title, Sort::PriceAscending, Sort::PriceDescending];
    let sorts = sorts
        .into_iter()
        .filter(|one| in_series || *one != Sort::Series)
        .map(|one| (one.to_string(), sort_label(l, one).to_owned(), one == sort));
    Filters {
        action: page.url(page.path()),
        groups: vec![
            Group {
                name: "sort".to_owned(),
                legend: t::sort(l).to_owned(),
                choices: sorts.map(choice).collect(),
            },
            group("language", t::language(l), t::language_any(l), languages),
            group("format", t::format(l), t::format_any(l), formats),
            group("price", t::price(l), t::price_any(l), prices),
        ],
        keep: Vec::new(),
    }
}

fn group(
    name: &str,
    legend: &str,
    any: &str,
    values: impl IntoIterator<Item = (String, String, bool)>,
) -> Group {
    let values: Vec<_> = values.into_iter().collect();
    let none = (String::new(), any.to_owned(), !values.iter().any(|value| value.2));
    Group {
        name: name.to_owned(),
        legend: legend.to_owned(),
        choices: std::iter::once(none).chain(values).map(choice).collect(),
    }
}

fn choice((value, label, chosen): (String, String, bool)) -> Choice {
    Choice { value, label, count: None, chosen }
}

fn price_label(l: Locale, price: PriceFilter) -> &'static str {
    match price {
        PriceFilter::Free => t::price_free(l),
        PriceFilter::Paid => t::price_paid(l),
    }
}

fn sort_label(l: Locale, sort: Sort) -> &'static str {
    match sort {
        Sort::Newest => t::sort_newest(l),
        Sort::Title => t::sort_title(l),
        Sort::PriceAscending => t::sort_price_asc(l),
        Sort::PriceDescending => t::sort_price_desc(l),
        Sort::Series => t::sort_series(l),
    }
}
