//! The document that a reader's bundle fills: see `assets/ts/reader/README.md` for the contract.

use catalogue::{Book, Format, paths};
use i18n::Locale;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Map, Value, json};
use ui::{Offer, Theme};
use web::Page;

use super::end::End;
use crate::t;
use crate::told::ProgressItem;

/// What a reader's page is made of.
pub(super) struct Shell<'a> {
    pub(super) page: &'a Page,
    pub(super) book: &'a Book,
    pub(super) format: Format,
    /// For a sample: what the book costs.
    pub(super) offer: Option<Offer>,
    /// What stands behind the last page.
    pub(super) end: &'a End,
    /// Where the reader is, whose places and marks are kept with the account: whoever is signed in and reads more than the
    /// sample.
    pub(super) progress: Option<ProgressItem>,
    /// Names the one script that may run.
    pub(super) nonce: &'a str,
}

pub(super) fn shell(shell: &Shell<'_>) -> Markup {
    let (book, l) = (shell.book, shell.page.locale);
    let manifest = format!("{}/books/{}/manifest?format={}", web::API_BASE, book.id, shell.format);
    let script = match shell.format {
        Format::Epub => "reader-epub.js",
        Format::Pdf => "reader-pdf.js",
    };
    let authors: Vec<String> = book.authors().into_iter().map(|author| author.name).collect();
    html! {
        (DOCTYPE)
        html lang=(l.tag()) dir=(l.direction()) data-theme=[theme(shell.page.theme)] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="robots" content="noindex";
                @if shell.page.reader().is_some() { meta name="csrf-token" content=(shell.page.csrf()); }
                @if let Some(account) = account(shell) { meta name="account" content=(account); }
                title { (book.title) }
                link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::url("reader.css"));
                link rel="preload" as="fetch" crossorigin href=(manifest);
                // The script would ask for the larger half of itself only once it runs.
                @if shell.format == Format::Pdf {
                    link rel="preload" as="fetch" crossorigin fetchpriority="low" href=(assets::url("pdfjs/pdf.worker.mjs"));
                }
                script type="application/json" id="reader-data" { (PreEscaped(data(shell, &manifest, &authors))) }
                script type="module" nonce=(shell.nonce) src=(assets::url(script)) {}
            }
            body.reader {
                header #reader-top {
                    a #reader-back .reader-button href=(back(shell)) { (t::reader_back(l)) }
                    div.reader-titles {
                        h1 #reader-title { bdi lang=(book.language) { (book.title) } }
                        p #reader-chapter { bdi { (authors.join(" · ")) } }
                    }
                    div #reader-tools {}
                }
                main #reader-view data-state="loading" aria-busy="true" aria-label=(book.title) {
                    div #reader-stage {}
                    div #reader-status role="status" { p { (t::reader_opening(l)) } (without_script(shell)) }
                }
                footer #reader-bottom {}
            }
        }
    }
}

fn account(shell: &Shell<'_>) -> Option<i64> {
    shell.page.reader().filter(|_| shell.progress.is_some()).map(|identity| identity.user.get())
}

fn theme(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::Auto => None,
        Theme::Light | Theme::Dark => Some(theme.name()),
    }
}

fn back(shell: &Shell<'_>) -> String {
    shell.page.url(&paths::book(shell.book.id, &shell.book.title))
}

fn without_script(shell: &Shell<'_>) -> Markup {
    let (book, l) = (shell.book, shell.page.locale);
    let (words, href) = match (shell.format, shell.offer) {
        (Format::Epub, _) => {
            (t::reader_read_plain(l), shell.page.url(&format!("{}/ch/1", paths::read(book.id))))
        }
        (Format::Pdf, None) => {
            (t::reader_open_file(l), format!("{}?use=reading", crate::save::address(book.id, Format::Pdf)))
        }
        (Format::Pdf, Some(_)) => {
            (t::reader_open_file(l), format!("{}/books/{}/sample/pdf", web::API_BASE, book.id))
        }
    };
    html! {
        noscript {
            p { (t::reader_without_script(l)) }
            " "
            a.reader-action href=(href) { (words) }
        }
    }
}

/// The page's data as JSON that cannot end its element.
fn data(shell: &Shell<'_>, manifest: &str, authors: &[String]) -> String {
    let (book, l) = (shell.book, shell.page.locale);
    let back = back(shell);
    let offer = shell.offer.map(|offer| {
        let text = if let Offer::Price(price) = offer { i18n::price(l, price) } else { String::new() };
        let cart = shell.end.cart(book.id, offer);
        json!({ "text": text, "label": t::back_to_book(l), "url": back, "cart": cart })
    });
    json!({
        "manifest_url": manifest,
        "search_url": format!("{}/books/{}/search", web::API_BASE, book.id),
        "book": { "id": book.id, "title": book.title, "authors": authors },
        "locale": l.tag(),
        "back_url": back,
        "reader": account(shell).map(|id| json!({ "id": id, "progress": shell.progress })),
        "offer": offer,
        "end": shell.end.data(shell.page, book),
        "messages": messages(l),
    })
    .to_string()
    .replace('<', "\\u003c")
}

/// Every text that the script may need, by its key.
fn messages(l: Locale) -> Map<String, Value> {
    t::KEYS
        .iter()
        .filter(|key| key.starts_with("reader-"))
        .filter_map(|key| Some(((*key).to_owned(), Value::from(t::get(l, key)?))))
        .collect()
}
