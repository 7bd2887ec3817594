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
use crate::{Alphabet, Card, Filter, Format, Part, PriceFilter, Reader, Sort, t};

/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;

/// What a visitor may narrow the list to, beside what the page is about.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct Chosen {
    language: Option<Language>,
    format: Option<Format>,
    price: Option<PriceFilter>,
    /// Stars.
    min_rating: Option<u8>,
    sort: Option<Sort>,
}

/// The least ratings to choose from, in stars.
const STARS: [u8; 4] = [4, 3, 2, 1];

impl Chosen {
    /// What is left to choose where the page's subject has decided: the list of a language asks for no other.
    fn within(self, subject: &Filter) -> Self {
        Self {
            language: self.language.filter(|_| subject.language.is_none()),
            format: self.format.filter(|_| subject.format.is_none()),
            price: self.price.filter(|_| subject.price.is_none()),
            min_rating: self.min_rating.filter(|stars| STARS.contains(stars)),
            sort: self.sort.filter(|sort| fits(*sort, subject)),
        }
    }
}

/// Whether the order says anything about these books.
fn fits(sort: Sort, subject: &Filter) -> bool {
    match sort {
        Sort::Newest | Sort::Title | Sort::Rating | Sort::BestSelling => true,
        Sort::Series => subject.series.is_some(),
        Sort::PriceAscending | Sort::PriceDescending => subject.price != Some(PriceFilter::Free),
    }
}

/// What a list's page is about.
#[derive(Debug)]
pub struct Listing {
    /// What stands above the list.
    pub head: Markup,
    /// What the page's subject narrows the list to.
    pub filter: Filter,
    /// The order where none is chosen.
    pub sort: Sort,
    /// Published books of the subject, where that is known.
    pub total: Option<i64>,
    /// What is said where the subject has no books at all.
    pub empty: &'static str,
    /// The frame, complete but for what the list decides.
    pub frame: Frame,
}

/// So many books are seen at a glance: there is nothing to narrow.
const FEW: i64 = 6;

/// Renders the page, or only the next cards where a script asks for them.
pub async fn render(
    app: &App,
    reader: &Reader,
    page: &Page,
    query: ListQuery<Chosen>,
    listing: Listing,
) -> web::Result<Response> {
    let subject = listing.filter;
    let chosen = query.filters.within(&subject);
    let sort = chosen.sort.unwrap_or(listing.sort);
    let filter = Filter {
        language: chosen.language.or(subject.language),
        format: chosen.format.or(subject.format),
        price: chosen.price.or(subject.price),
        least_rating: chosen.min_rating.map(|stars| i64::from(stars) * 10),
        ..subject
    };
    let paging = query.paging.with_default_limit(CARDS);
    let alphabet = Alphabet::of(page.locale);
    let part = Part { filter: &filter, sort, alphabet, after: paging.after()?, rows: paging.rows() };
    let found = Card::list(&app.db, part).await?.map_err(|_| web::invalid_cursor())?;
    let list = paging.list(found, |card| card.place(sort));

    let marks = reader.marks(list.items.iter().map(|card| card.id)).await?;
    let books = show::cards(page, app.settings.currency, &list.items, &marks);
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
    let total = listing.total.filter(|_| in_use == 0);
    let can_be_narrowed = !page.query().is_empty() || total.is_none_or(|total| total > FEW);
    let body = html! {
        div.page-head {
            (listing.head)
            div.page-head__tools {
                @if can_be_narrowed { (ui::filter_button(l, in_use)) }
                (ui::applied_filters(l, &applied, total))
            }
        }
        div.list.list--filtered[can_be_narrowed] {
            @if can_be_narrowed { (ui::filters(l, &form(page, chosen, sort, &subject))) }
            div.list__books { @if books.is_empty() { (nothing(page, in_use, listing.empty)) } @else { (grid) } }
        }
    };
    let indexing = if page.query().is_empty() { listing.frame.indexing } else { Indexing::Hidden };
    // A link to the list shows its first book; one without books the shop's mark.
    let kind = if subject.author.is_some() { "profile" } else { "website" };
    let preview = list.items.first().map(|card| show::preview(page, kind, &card.cover, &card.title));
    let preview = preview.unwrap_or(listing.frame.preview);
    Ok(page.render(&Frame { indexing, preview, ..listing.frame }, &body))
}

fn nothing(page: &Page, in_use: usize, empty: &str) -> Markup {
    let l = page.locale;
    if in_use == 0 {
        return ui::empty_state(
            empty,
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
        ("min_rating", chosen.min_rating.map(|stars| stars.to_string())),
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
    if let Some(stars) = chosen.min_rating {
        let href = without(Chosen { min_rating: None, ..chosen });
        chips.push(Applied { label: t::rating_at_least(l, i64::from(stars)), href });
    }
    chips
}

/// The orders to choose from.
const SORTS: [Sort; 7] = [
    Sort::Series,
    Sort::Newest,
    Sort::Title,
    Sort::Rating,
    Sort::BestSelling,
    Sort::PriceAscending,
    Sort::PriceDescending,
];

fn form(page: &Page, chosen: Chosen, sort: Sort, subject: &Filter) -> Filters {
    let l = page.locale;
    let sorts = SORTS
        .into_iter()
        .filter(|one| fits(*one, subject))
        .map(|one| choice((one.to_string(), sort_label(l, one).to_owned(), one == sort)));
    let mut groups =
        vec![Group { name: "sort".to_owned(), legend: t::sort(l).to_owned(), choices: sorts.collect() }];
    if subject.language.is_none() {
        groups.push(group("language", t::language(l), t::language_any(l), languages(l, chosen)));
    }
    if subject.format.is_none() {
        let formats = [Format::Epub, Format::Pdf].map(|format| {
            (format.to_string(), show::format_name(format).to_owned(), chosen.format == Some(format))
        });
        groups.push(group("format", t::format(l), t::format_any(l), formats));
    }
    if subject.price.is_none() {
        let prices = [PriceFilter::Free, PriceFilter::Paid]
            .map(|price| (price.to_string(), price_label(l, price).to_owned(), chosen.price == Some(price)));
        groups.push(group("price", t::price(l), t::price_any(l), prices));
    }
    let ratings = STARS.map(|stars| {
        (stars.to_string(), t::rating_at_least(l, i64::from(stars)), chosen.min_rating == Some(stars))
    });
    groups.push(group("min_rating", t::rating(l), t::rating_any(l), ratings));
    Filters { action: page.url(page.path()), groups, keep: Vec::new() }
}

/// The languages to choose from: those of the shop, and whichever was chosen.
fn languages(l: Locale, chosen: Chosen) -> impl Iterator<Item = (String, String, bool)> {
    let own = [Language::ARABIC, Language::FRENCH, Language::ENGLISH];
    let further = chosen.language.filter(|language| !own.contains(language));
    own.into_iter().chain(further).map(move |language| {
        (language.to_string(), i18n::language_name(l, &language), chosen.language == Some(language))
    })
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
        Sort::Rating => t::sort_rating(l),
        Sort::BestSelling => t::sort_best_selling(l),
        Sort::Series => t::sort_series(l),
    }
}
