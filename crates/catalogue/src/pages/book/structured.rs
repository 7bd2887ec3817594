//! What machines read of a book's page: schema.org's `Book` and the properties of link previews.
//! Spelling of the properties: schema.org/Book, ogp.me.

use i18n::Locale;
use kernel::{Currency, Isbn, Language, Money};
use serde::Serialize;
use ui::Offer;

use crate::{Book, Format, ReleaseDate, t};

/// The most letters of a description that search engines show.
const SUMMARY: usize = 160;

/// What ends a sentence, or a part of one, without saying more than that it ends.
const STOPS: [char; 9] = ['.', '…', ',', ';', ':', '،', '؛', '。', '、'];

/// What the book costs here, and what it is.
pub(super) fn description(l: Locale, book: &Book, offer: Offer) -> String {
    let summary = summary(l, book);
    match offer {
        Offer::Free => format!("{} · {summary}", t::price_free(l)),
        Offer::Price(price) => format!("{} · {summary}", i18n::price(l, price)),
        Offer::NotYetAvailable | Offer::NotForSale => summary,
    }
}

/// The book in a sentence or two: the beginning of its description, or title and authors.
fn summary(l: Locale, book: &Book) -> String {
    let mut text = String::new();
    let mut letters = 0;
    for word in book.description.split_whitespace() {
        letters += word.chars().count() + usize::from(!text.is_empty());
        // A first word longer than all that is shown, as languages without spaces have it, is cut.
        if letters > SUMMARY {
            if text.is_empty() {
                text.extend(word.chars().take(SUMMARY));
            }
            // What ended a sentence or a part of one would stand before the ellipsis as a fourth dot.
            text.truncate(text.trim_end_matches(STOPS).len());
            text.push('…');
            return text;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    if text.is_empty() {
        let authors: Vec<String> = book.authors().into_iter().map(|author| author.name).collect();
        return t::book_summary(l, &book.title, &i18n::list_and(l, &authors));
    }
    text
}

/// Properties of Open Graph's `book` and of its prices.
pub(super) fn properties(book: &Book, offer: Offer) -> Vec<(String, String)> {
    let mut properties = Vec::new();
    let mut add = |name: &str, value: String| properties.push((name.to_owned(), value));
    for author in book.authors() {
        add("book:author", author.name);
    }
    if let Some(isbn) = book.isbn {
        add("book:isbn", isbn.to_string());
    }
    if let Some(date) = book.release_date {
        add("book:release_date", date.to_string());
    }
    if let Some(price) = asked(book, offer) {
        add("product:price:amount", price.major());
        add("product:price:currency", price.currency.to_string());
    }
    properties
}

/// schema.org's `Book`, as far as it is known here.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BookObject<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    image: &'a str,
    author: Vec<Named<'a>>,
    book_format: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternate_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    isbn: Option<Isbn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<Language>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<ReleaseDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number_of_pages: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    work_example: Vec<Edition<'a>>,
}

/// `Person`, `Organization` or `BookSeries`.
#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    name: &'a str,
    /// The book's number in a series.
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<f64>,
}

/// The book as one kind of file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Edition<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(rename = "@id")]
    id: String,
    book_format: &'a str,
    encoding_format: &'a str,
    in_language: Language,
    isbn: Option<Isbn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offers: Option<Asked<'a>>,
}

/// `Offer`: what it costs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    price: String,
    price_currency: Currency,
    availability: &'a str,
    url: &'a str,
}

const E_BOOK: &str = "https://schema.org/EBook";

/// The book for search engines, as JSON. Without ratings there is no rating.
pub(super) fn book(book: &Book, offer: Offer, address: &str, picture: &str) -> String {
    let named = |kind, name| Named { kind, name, position: None };
    let authors = book.contributors.iter().filter(|person| person.role == "aut");
    let object = BookObject {
        context: "https://schema.org",
        kind: "Book",
        id: address,
        url: address,
        name: &book.title,
        image: picture,
        author: authors.map(|author| named("Person", &author.name)).collect(),
        book_format: E_BOOK,
        alternate_name: book.subtitle.as_deref(),
        isbn: book.isbn,
        in_language: (book.language != Language::UNDETERMINED).then_some(book.language),
        description: &book.description,
        date_published: book.release_date,
        number_of_pages: book.pages.filter(|pages| pages.min == pages.max).map(|pages| pages.min),
        publisher: book.publisher.as_ref().map(|(_, name)| named("Organization", name)),
        is_part_of: book
            .series
            .as_ref()
            .map(|series| Named { position: series.number, ..named("BookSeries", &series.name) }),
        work_example: book
            .formats()
            .into_iter()
            .map(|format| edition(book, format, offer, address))
            .collect(),
    };
    // Texts and numbers: nothing of it can fail to be written.
    serde_json::to_string(&object).unwrap_or_default()
}

fn edition<'a>(book: &Book, format: Format, offer: Offer, address: &'a str) -> Edition<'a> {
    Edition {
        kind: "Book",
        id: format!("{address}#{format}"),
        book_format: E_BOOK,
        encoding_format: match format {
            Format::Epub => "application/epub+zip",
            Format::Pdf => "application/pdf",
        },
        in_language: book.language,
        isbn: book.isbn,
        offers: asked(book, offer).map(|price| Asked {
            kind: "Offer",
            price: price.major(),
            price_currency: price.currency,
            availability: "https://schema.org/InStock",
            url: address,
        }),
    }
}

/// The price that is asked here; none where the book cannot be had.
fn asked(book: &Book, offer: Offer) -> Option<Money> {
    match offer {
        Offer::Free | Offer::Price(_) => book.price,
        Offer::NotYetAvailable | Offer::NotForSale => None,
    }
}
