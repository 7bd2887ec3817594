//! What the search's page is narrowed to: the form with its counts, the chips, the addresses.

use std::collections::BTreeMap;

use catalogue::names::{self, Kind};
use catalogue::{Author, Format, Genre, Publisher, Series, show};
use form_urlencoded::Serializer;
use i18n::Locale;
use kernel::{Currency, Id, Language, Money};
use serde::Deserialize;
use ui::{Applied, Choice, Filters, Group};
use web::{App, Page};

use super::super::answer::{Narrowed, SearchSort};
use super::super::facets::{self, Availability, PriceBand};
use super::Found;
use crate::t;

/// What a visitor chose.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Chosen {
    pub(super) q: Option<String>,
    genre: Option<String>,
    author: Option<Id<Author>>,
    publisher: Option<Id<Publisher>>,
    series: Option<Id<Series>>,
    language: Option<Language>,
    format: Option<Format>,
    price: Option<PriceBand>,
    /// Stars.
    min_rating: Option<u8>,
    availability: Option<Availability>,
    sort: Option<SearchSort>,
}

/// What that means, with the genres to choose from.
pub(super) struct Narrowing {
    pub(super) is: Narrowed,
    genres: Vec<Genre>,
}

impl Chosen {
    pub(super) fn sort(&self) -> SearchSort {
        self.sort.unwrap_or_default()
    }

    /// The stars that books have at least; more than there are, or none, narrows nothing.
    fn stars(&self) -> Option<u8> {
        self.min_rating.filter(|stars| (1..=5).contains(stars))
    }

    /// Whether anything but the order was chosen.
    pub(super) fn is_narrowed(&self) -> bool {
        self.pairs().iter().any(|(name, value)| value.is_some() && !matches!(*name, "q" | "sort"))
    }

    pub(super) async fn narrowed(&self, app: &App, l: Locale) -> web::Result<Narrowing> {
        let genres = Genre::all(&app.db, l).await?;
        let genre = match &self.genre {
            Some(word) => Genre::by_word(&app.db, word).await?,
            None => None,
        };
        let is = Narrowed {
            genre: genre.filter(|id| genres.iter().any(|genre| genre.id == *id)),
            author: names::given(&app.db, Kind::Author, self.author).await?,
            publisher: names::given(&app.db, Kind::Publisher, self.publisher).await?,
            series: names::given(&app.db, Kind::Series, self.series).await?,
            language: self.language,
            format: self.format,
            price: self.price,
            least_rating: self.stars().map(|stars| u64::from(stars) * 10),
            availability: self.availability,
        };
        Ok(Narrowing { is, genres })
    }

    fn pairs(&self) -> [(&'static str, Option<String>); 11] {
        [
            ("q", self.q.clone()),
            ("genre", self.genre.clone()),
            ("author", self.author.map(|id| id.to_string())),
            ("publisher", self.publisher.map(|id| id.to_string())),
            ("series", self.series.map(|id| id.to_string())),
            ("language", self.language.map(|one| one.to_string())),
            ("format", self.format.map(|one| one.to_string())),
            ("price", self.price.map(|one| one.as_str().to_owned())),
            ("min_rating", self.stars().map(|stars| stars.to_string())),
            ("availability", self.availability.map(|one| one.as_str().to_owned())),
            ("sort", self.sort.map(|one| one.as_str().to_owned())),
        ]
    }

    /// The page with these choices.
    pub(super) fn address(&self, page: &Page, cursor: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        for (name, value) in self.pairs() {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        }
        if let Some(cursor) = cursor {
            query.append_pair("cursor", cursor);
        }
        format!("{}?{}", page.url("/search"), query.finish())
    }

    /// The chips of what is chosen.
    pub(super) fn applied(&self, page: &Page, own: Currency, narrowed: &Narrowing) -> Vec<Applied> {
        let l = page.locale;
        let genre = narrowed.genres.iter().find(|genre| Some(genre.id) == narrowed.is.genre);
        let chips = [
            (genre.map(|genre| genre.name.clone()), Self { genre: None, ..self.clone() }),
            (self.language.map(|one| i18n::language_name(l, &one)), Self { language: None, ..self.clone() }),
            (self.format.map(|one| show::format_name(one).to_owned()), Self { format: None, ..self.clone() }),
            (self.price.map(|one| price_in(l, one, own)), Self { price: None, ..self.clone() }),
            (
                self.stars().map(|stars| t::search_rating_at_least(l, i64::from(stars))),
                Self { min_rating: None, ..self.clone() },
            ),
            (
                self.availability.map(|one| availability_label(l, one).to_owned()),
                Self { availability: None, ..self.clone() },
            ),
        ];
        let chip = |(label, without): (Option<String>, Self)| {
            label.map(|label| Applied { label, href: without.address(page, None) })
        };
        chips.into_iter().filter_map(chip).collect()
    }
}

/// A name and a value as they stand in an address.
pub(super) fn pair(name: &str, value: &str) -> String {
    Serializer::new(String::new()).append_pair(name, value).finish()
}

/// The form, each value with how many books it would leave.
pub(super) fn form(page: &Page, app: &App, chosen: &Chosen, narrowed: &Narrowing, found: &Found) -> Filters {
    let l = page.locale;
    let of = |facet: usize| Counts { counts: &found.facets[facet] };
    let sorts =
        SearchSort::ALL.map(|one| Choice::new(one.as_str(), sort_label(l, one), one == chosen.sort()));
    let mut groups =
        vec![Group { name: "sort".to_owned(), legend: t::search_sort(l).to_owned(), choices: sorts.into() }];
    let genres = narrowed.genres.iter().map(|genre| {
        let number = u64::try_from(genre.id.get()).unwrap_or_default();
        (number, genre.slug.clone(), genre.name.clone(), chosen.genre.as_ref() == Some(&genre.slug))
    });
    groups.extend(of(facets::GENRE).group(("genre", t::shelf_genres(l), t::search_any_genre(l)), genres));
    let mut languages = found.facets[facets::LANGUAGE].clone();
    // What is chosen stays to be seen, though nothing has it.
    if let Some(language) = chosen.language {
        languages.entry(facets::language(language)).or_insert(0);
    }
    let mut languages: Vec<_> = languages.into_iter().collect();
    languages.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let languages = languages.into_iter().filter_map(|(number, _)| {
        let one = facets::language_of(number)?;
        Some((number, one.to_string(), i18n::language_name(l, &one), chosen.language == Some(one)))
    });
    groups.extend(
        of(facets::LANGUAGE).group(("language", t::search_language(l), t::language_any(l)), languages),
    );
    let formats = [Format::Epub, Format::Pdf].into_iter().map(|one| {
        (facets::format(one), one.to_string(), show::format_name(one).to_owned(), chosen.format == Some(one))
    });
    groups.extend(of(facets::FORMAT).group(("format", t::search_format(l), t::format_any(l)), formats));
    let prices = PriceBand::ALL.into_iter().map(|one| {
        let label = price_in(l, one, app.settings.currency);
        (one.number(), one.as_str().to_owned(), label, chosen.price == Some(one))
    });
    groups.extend(of(facets::PRICE).group(("price", t::search_price(l), t::search_any(l)), prices));
    groups.extend(ratings(l, chosen, found));
    let availabilities = Availability::ALL.into_iter().map(|one| {
        let label = availability_label(l, one).to_owned();
        (one.number(), one.as_str().to_owned(), label, chosen.availability == Some(one))
    });
    let words = ("availability", t::search_availability(l), t::search_any_availability(l));
    groups.extend(of(facets::AVAILABILITY).group(words, availabilities));
    let keep = vec![("q".to_owned(), chosen.q.clone().unwrap_or_default())];
    Filters { action: page.url("/search"), groups, keep }
}

/// How many books there are of each value of a facet.
struct Counts<'a> {
    counts: &'a BTreeMap<u64, usize>,
}

impl Counts<'_> {
    /// A group of those values that some book has, or that is chosen; none where there is nothing to choose.
    fn group(
        &self,
        (name, legend, any): (&str, &str, &str),
        values: impl Iterator<Item = (u64, String, String, bool)>,
    ) -> Option<Group> {
        let choices: Vec<Choice> = values
            .filter_map(|(number, value, label, chosen)| {
                let count = self.counts.get(&number).copied().unwrap_or_default();
                let choice = Choice { value, label, count: i64::try_from(count).ok(), chosen };
                (count > 0 || chosen).then_some(choice)
            })
            .collect();
        group(name, legend, any, choices)
    }
}

fn group(name: &str, legend: &str, any: &str, choices: Vec<Choice>) -> Option<Group> {
    (!choices.is_empty()).then_some(())?;
    let none = Choice::new("", any, !choices.iter().any(|choice| choice.chosen));
    let choices = std::iter::once(none).chain(choices).collect();
    Some(Group { name: name.to_owned(), legend: legend.to_owned(), choices })
}

fn ratings(l: Locale, chosen: &Chosen, found: &Found) -> Option<Group> {
    let mut counts: BTreeMap<_, _> = facets::ratings(&found.facets[facets::RATING]).into_iter().collect();
    if let Some(stars) = chosen.stars() {
        counts.entry(u64::from(stars)).or_default();
    }
    let choices = counts.into_iter().rev().map(|(stars, count)| Choice {
        value: stars.to_string(),
        label: t::search_rating_at_least(l, i64::try_from(stars).unwrap_or_default()),
        count: i64::try_from(count).ok(),
        chosen: chosen.stars().map(u64::from) == Some(stars),
    });
    group("min_rating", t::search_rating(l), t::search_any_rating(l), choices.collect())
}

fn sort_label(l: Locale, sort: SearchSort) -> &'static str {
    match sort {
        SearchSort::Relevance => t::search_sort_relevance(l),
        SearchSort::Newest => t::search_sort_newest(l),
        SearchSort::PriceAsc => t::search_sort_price_asc(l),
        SearchSort::PriceDesc => t::search_sort_price_desc(l),
        SearchSort::Rating => t::search_sort_rating(l),
        SearchSort::BestSelling => t::search_sort_best_selling(l),
    }
}

fn availability_label(l: Locale, one: Availability) -> &'static str {
    match one {
        Availability::Available => t::search_available(l),
        Availability::Announced => t::search_announced(l),
    }
}

fn price_in(l: Locale, band: PriceBand, own: Currency) -> String {
    let price = |major: i64| i18n::price(l, Money { amount: major * own.minor_per_major(), currency: own });
    match band {
        PriceBand::Free => t::search_price_free(l).to_owned(),
        PriceBand::Paid => t::search_price_paid(l).to_owned(),
        PriceBand::Low => t::search_price_to(l, &price(500)),
        PriceBand::Middle => t::search_price_between(l, &price(500), &price(1_000)),
        PriceBand::High => t::search_price_from(l, &price(1_000)),
    }
}
