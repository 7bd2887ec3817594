//! What machines read of a book's page: schema.org's `Book` and the properties of link previews.
//! Spelling of the properties: schema.org/Book, ogp.me.

use i18n::Locale;
use kernel::Money;
use serde_json::{Value, json};
use ui::Offer;

use crate::{Book, Format, t};

/// The most letters of a description that search engines show.
const SUMMARY: usize = 160;

/// The book in a sentence or two: the beginning of its description, or title and authors.
pub(super) fn summary(l: Locale, book: &Book) -> String {
    let text: String = book.description.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        let authors: Vec<String> = book.authors().into_iter().map(|author| author.name).collect();
        return t::book_summary(l, &book.title, &i18n::list_and(l, &authors));
    }
    if text.chars().count() <= SUMMARY {
        return text;
    }
    let cut: String = text.chars().take(SUMMARY).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
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

/// The book for search engines. Without ratings there is no rating.
pub(super) fn book(book: &Book, offer: Offer, address: &str, picture: &str) -> Value {
    let authors: Vec<Value> =
        book.authors().iter().map(|author| json!({ "@type": "Person", "name": author.name })).collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Book",
        "@id": address,
        "url": address,
        "name": book.title,
        "image": picture,
        "author": authors,
        "bookFormat": "https://schema.org/EBook",
    });
    let editions: Vec<Value> =
        book.formats().into_iter().map(|format| edition(book, format, offer, address)).collect();
    let mut set = |name: &str, value: Option<Value>| {
        if let (Some(value), Some(object)) = (value, data.as_object_mut()) {
            object.insert(name.to_owned(), value);
        }
    };
    set("alternateName", book.subtitle.as_ref().map(|subtitle| json!(subtitle)));
    set("isbn", book.isbn.map(|isbn| json!(isbn)));
    set("inLanguage", (book.language != kernel::Language::UNDETERMINED).then(|| json!(book.language)));
    set("description", (!book.description.is_empty()).then(|| json!(book.description)));
    set("datePublished", book.release_date.map(|date| json!(date)));
    set("numberOfPages", book.pages.filter(|pages| pages.min == pages.max).map(|pages| json!(pages.min)));
    set(
        "publisher",
        book.publisher.as_ref().map(|(_, name)| json!({ "@type": "Organization", "name": name })),
    );
    set(
        "isPartOf",
        book.series
            .as_ref()
            .map(|series| json!({ "@type": "BookSeries", "name": series.name, "position": series.number })),
    );
    set("workExample", (!editions.is_empty()).then(|| json!(editions)));
    data
}

fn edition(book: &Book, format: Format, offer: Offer, address: &str) -> Value {
    let media_type = match format {
        Format::Epub => "application/epub+zip",
        Format::Pdf => "application/pdf",
    };
    let mut edition = json!({
        "@type": "Book",
        "@id": format!("{address}#{format}"),
        "bookFormat": "https://schema.org/EBook",
        "encodingFormat": media_type,
        "inLanguage": book.language,
        "isbn": book.isbn,
    });
    if let (Some(price), Some(object)) = (asked(book, offer), edition.as_object_mut()) {
        object.insert(
            "offers".to_owned(),
            json!({
                "@type": "Offer",
                "price": price.major(),
                "priceCurrency": price.currency,
                "availability": "https://schema.org/InStock",
                "url": address,
            }),
        );
    }
    edition
}

/// The price that is asked here; none where the book cannot be had.
fn asked(book: &Book, offer: Offer) -> Option<Money> {
    match offer {
        Offer::Free | Offer::Price(_) => book.price,
        Offer::NotYetAvailable | Offer::NotForSale => None,
    }
}
