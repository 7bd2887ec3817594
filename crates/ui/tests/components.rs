//! Components as pages use them: complete in every language, silent about what is not given, and safe
//! with whatever a book or a reader wrote.

use i18n::Locale;
use kernel::{Currency, Language, Money};
use maud::{Markup, html};
use serde_json::json;
use ui::{
    AppBar, Badge, BookCard, CardIn, Cover, CoverFile, Destination, Frame, Indexing, Loading, Offer, RailTab,
    Rating, SeeAll, Tab, Theme, Toggle, Written,
};

fn cover() -> Cover {
    const FILES: [CoverFile; 2] = [
        CoverFile { width: 132, webp: "132.webp", jpeg: "132.jpg" },
        CoverFile { width: 264, webp: "264.webp", jpeg: "264.jpg" },
    ];
    Cover { folder: "/c-".to_owned(), files: &FILES, width: 264, height: 396, placeholder: None }
}

fn the_lighthouse() -> BookCard {
    BookCard {
        href: "/en/book/1-the-lighthouse".to_owned(),
        title: Written::in_language("The Lighthouse", Language::ENGLISH),
        authors: vec!["Leïla Mansouri".to_owned()],
        cover: cover(),
        offer: Offer::Price(Money { amount: 125_000, currency: Currency::DZD }),
        was: None,
        badge: None,
        rating: None,
        comments: None,
        favourite: None,
        cart: None,
        progress: None,
        reason: None,
        dismiss: None,
    }
}

fn card(l: Locale, book: &BookCard) -> String {
    ui::book_card(l, book, CardIn::Grid, Loading::Lazy).into_string()
}

fn page(frame: &Frame, body: &Markup) -> String {
    ui::frame(frame, body).into_string()
}

fn home(l: Locale) -> Frame {
    let tab = |tab, path: &str| Destination { tab, href: format!("/{}{path}", l.tag()) };
    Frame {
        public_url: "https://shop.example".to_owned(),
        destinations: vec![tab(Tab::Home, "/"), tab(Tab::Browse, "/browse")],
        current: Some(Tab::Home),
        rail: vec![RailTab { label: "New".to_owned(), href: "/new".to_owned(), current: true }],
        ..Frame::new(l, "")
    }
}

#[test]
fn several_authors_are_joined_in_the_pages_direction_and_one_keeps_its_own() {
    let by = |names: &[&str]| {
        let authors = names.iter().map(|&name| name.to_owned()).collect();
        let book = BookCard { authors, ..the_lighthouse() };
        ui::book_card(Locale::Ar, &book, CardIn::Grid, Loading::Eager).into_string()
    };
    assert!(by(&["Leïla"]).contains(r#"<p class="card__author" dir="auto">"#));
    assert!(by(&["Leïla", "كاتب"]).contains(r#"<p class="card__author">"#));
}

#[test]
fn a_page_says_its_language_and_direction_in_every_locale() {
    for (l, opening) in [
        (Locale::En, r#"<html lang="en" dir="ltr">"#),
        (Locale::Fr, r#"<html lang="fr" dir="ltr">"#),
        (Locale::Ar, r#"<html lang="ar" dir="rtl">"#),
    ] {
        let html = page(&home(l), &html! { h1 { "x" } });
        assert!(html.starts_with("<!DOCTYPE html>"), "{html}");
        assert!(html.contains(opening), "{html}");
    }
}

#[test]
fn a_theme_that_was_chosen_is_on_the_document_and_none_leaves_it_to_the_device() {
    let dark = page(&Frame { theme: Theme::Dark, ..home(Locale::Fr) }, &html! {});
    assert!(dark.contains(r#"data-theme="dark""#));
    let auto = page(&home(Locale::Fr), &html! {});
    assert!(!auto.contains("data-theme"));
    assert!(auto.contains(r#"media="(prefers-color-scheme: dark)""#));
}

#[test]
fn a_listed_page_names_its_versions_in_the_other_languages() {
    let frame = Frame { path: "/book/7-x".to_owned(), query: "from=mail".to_owned(), ..home(Locale::Ar) };
    let html = page(&frame, &html! {});
    for part in [
        r#"<link rel="canonical" href="https://shop.example/ar/book/7-x">"#,
        r#"hreflang="fr" href="https://shop.example/fr/book/7-x""#,
        r#"hreflang="x-default" href="https://shop.example/en/book/7-x""#,
        r#"href="/en/book/7-x?from=mail""#,
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    let hidden = page(&Frame { indexing: Indexing::Hidden, ..frame }, &html! {});
    assert!(hidden.contains(r#"<meta name="robots" content="noindex">"#));
    assert!(!hidden.contains("canonical"));
}

#[test]
fn only_destinations_that_exist_are_shown_and_the_present_one_is_marked() {
    let html = page(&home(Locale::En), &html! {});
    assert_eq!(html.matches("destinations__link").count(), 2);
    assert!(html.contains(r#"href="/en/" data-ink-within aria-current="page""#), "{html}");
    assert!(!html.contains("Library"));
}

#[test]
fn a_card_is_silent_about_what_the_shop_does_not_have() {
    for l in Locale::ALL {
        let html = card(l, &the_lighthouse());
        for absent in ["rating", "heart", "form", "badge", "ring"] {
            assert!(!html.contains(absent), "{absent} in {html}");
        }
    }
}

#[test]
fn a_rating_is_one_glyph_for_the_eye_and_a_sentence_for_the_ear() {
    let mut book = the_lighthouse();
    book.rating = Some(Rating { tenths: 46, count: 218 });
    book.comments = Some(31);
    book.favourite = Some(Toggle { action: "/en/book/1/favorite".to_owned(), on: true });
    let html = card(Locale::En, &book);
    assert_eq!(html.matches("#star").count(), 1);
    assert!(html.contains("4.6") && html.contains("31 comments"), "{html}");
    assert!(html.contains(r#"aria-pressed="true""#));
    assert!(card(Locale::Ar, &book).contains("تعليق"));
}

#[test]
fn a_price_is_isolated_and_never_breaks() {
    assert!(card(Locale::En, &the_lighthouse()).contains("<bdi>1,250\u{a0}DA</bdi>"));
    assert!(card(Locale::Fr, &the_lighthouse()).contains("<bdi>1\u{a0}250\u{a0}DA</bdi>"));
    assert!(card(Locale::Ar, &the_lighthouse()).contains("<bdi>1\u{a0}250\u{a0}د.ج</bdi>"));
    let free = BookCard { offer: Offer::Free, ..the_lighthouse() };
    assert!(card(Locale::Fr, &free).contains("Gratuit"));
}

#[test]
fn a_title_in_another_language_says_so_and_keeps_its_own_direction() {
    let book = BookCard {
        title: Written::in_language("مدينة الورق", Language::ARABIC), ..the_lighthouse()
    };
    assert!(card(Locale::Fr, &book).contains(r#"lang="ar" dir="auto""#));
    assert!(!card(Locale::Ar, &book).contains("lang="));
}

#[test]
fn what_a_book_says_is_text_whatever_it_contains() {
    let evil = "</a><script>alert(1)</script>\"onload=";
    let book = BookCard {
        title: Written::new(evil),
        authors: vec![evil.to_owned()],
        badge: Some(Badge::New),
        reason: Some(evil.to_owned()),
        dismiss: None,
        ..the_lighthouse()
    };
    let html = card(Locale::Ar, &book);
    assert!(!html.contains("<script") && html.contains("&lt;script"), "{html}");
}

#[test]
fn structured_data_cannot_end_its_own_element() {
    let object = json!({"@type": "Book", "name": "</script><script>alert('&')</script>\u{2028}"});
    let html = page(&Frame { json_ld: vec![object.to_string()], ..home(Locale::En) }, &html! {});
    let start = html.find("application/ld+json\">").unwrap() + "application/ld+json\">".len();
    let block = &html[start..start + html[start..].find("</script>").unwrap()];
    assert_eq!(serde_json::from_str::<serde_json::Value>(block).unwrap(), object);
}

#[test]
fn nothing_is_inline_because_the_policy_forbids_it() {
    let books = [the_lighthouse()];
    for l in Locale::ALL {
        let sub = AppBar::Sub {
            title: "x".to_owned(),
            back: "/".to_owned(),
            actions: ui::share(l, "x", "https://y"),
        };
        let body =
            ui::shelf(l, &SeeAll { id: "new", title: "New", href: Some("/new") }, &books, Loading::Eager);
        let html = page(&Frame { bar: sub, ..home(l) }, &body);
        for forbidden in [" style=", "<style", " onclick", " onload", "javascript:"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
        assert_eq!(html.matches("<script").count(), html.matches("<script type=\"module\"").count());
    }
}

#[test]
fn an_empty_shelf_is_not_there_at_all() {
    let html = ui::shelf(Locale::En, &SeeAll { id: "new", title: "New", href: None }, &[], Loading::Lazy);
    assert_eq!(html.into_string(), "");
}

#[test]
fn every_class_in_a_page_has_a_style() {
    let sheet = String::from_utf8_lossy(assets::get("app.css").unwrap().bytes).into_owned();
    let mut book = the_lighthouse();
    book.rating = Some(Rating { tenths: 46, count: 218 });
    book.badge = Some(Badge::Owned);
    book.progress = Some(42);
    book.favourite = Some(Toggle { action: "/f".to_owned(), on: false });
    let l = Locale::En;
    let body = html! {
        (ui::shelf(l, &SeeAll { id: "new", title: "New", href: Some("/new") }, &[book], Loading::Eager))
        (ui::load_more(l, "/more"))
        (ui::empty_state("Nothing", &html! {}))
        (ui::spoiler(l, &html! { p { "x" } }))
    };
    let html = page(&home(l), &body);
    let missing: Vec<&str> = html
        .split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(str::split_whitespace)
        // A block needs no rule of its own where its parts have them.
        .filter(|class| class.contains("__") && !sheet.contains(&format!(".{class}")))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
