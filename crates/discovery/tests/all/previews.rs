//! What a link to a page shows elsewhere: a picture that is there and as large as is said, and words in the page's language.

use testing::{TestApp, TestResponse, book, on_both_databases, shared_data};
use web::Site;

use crate::shop;

fn site() -> Site {
    shop().root(catalogue::root())
}

/// The content of a property.
fn property<'a>(page: &'a TestResponse, name: &str) -> &'a str {
    let rest = page.text().split_once(&format!("property=\"{name}\" content=\"")).map(|(_, rest)| rest);
    rest.and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// Width and height that a picture's own head tells: of a JPEG its frame header, of a PNG its first chunk.
fn size(bytes: &[u8]) -> (u32, u32) {
    let two = |at: usize| u32::from(bytes[at]) << 8 | u32::from(bytes[at + 1]);
    if bytes.starts_with(b"\x89PNG") {
        return (two(18), two(22));
    }
    assert!(bytes.starts_with(&[0xff, 0xd8]), "a JPEG");
    let mut at = 2;
    while !matches!(bytes[at + 1], 0xc0..=0xc2) {
        at += 2 + usize::try_from(two(at + 2)).unwrap();
    }
    (two(at + 7), two(at + 5))
}

async fn shows_a_picture(shop: &TestApp, path: &str) -> TestResponse {
    let page = shop.get(path).await;
    assert_eq!(page.status(), 200, "{path}");
    let picture = property(&page, "og:image");
    let local = picture
        .strip_prefix("http://shop.example")
        .unwrap_or_else(|| panic!("{path}: {picture} is absolute"));
    let answer = shop.get(local).await;
    assert_eq!(answer.status(), 200, "{path}: {picture}");
    assert!(answer.header("content-type").starts_with("image/"), "{picture}");
    let (width, height) = size(answer.bytes());
    for (name, real) in [("og:image:width", width), ("og:image:height", height)] {
        let said = property(&page, name);
        assert!(
            said.is_empty() || said == real.to_string(),
            "{path}: {picture}: {name} is {said}, not {real}"
        );
    }
    let card = if property(&page, "og:image:width").is_empty() { "summary\"" } else { "summary_large_image" };
    assert!(page.text().contains(&format!("name=\"twitter:card\" content=\"{card}")), "{path}");
    assert!(
        !property(&page, "og:title").is_empty() && !property(&page, "og:description").is_empty(),
        "{path}"
    );
    assert_eq!(property(&page, "og:url"), format!("http://shop.example{path}"));
    page
}

on_both_databases! {
    in site();

    async fn every_page_that_is_shared_has_a_picture_in_every_language(shop: TestApp) {
        let id = book("Zinc").genre("Roman").file(shared_data("epub/trees.epub"))
            .with(|book| {
                book.publisher = Some("Éditions du Port".to_owned());
                book.series = Some(("Les Quais".to_owned(), Some(1.0)));
                "Un récit de mer.".clone_into(&mut book.description);
            })
            .put(&shop)
            .await;
        let whole = shop.api().get(&format!("/books/{id}")).await.json();
        let slug = |kind: &str, of: &serde_json::Value| {
            let words = kernel::Slug::of(of["name"].as_str().unwrap()).encoded();
            format!("/{kind}/{}-{words}", of["id"])
        };
        let book_page = format!("/book/{id}-zinc");
        let author = slug("author", &whole["authors"][0]);
        let publisher = slug("publisher", &whole["publisher"]);
        let series = slug("series", &whole["series"]);
        for l in ["en", "fr", "ar"] {
            for path in [&book_page, &author, &publisher, &series, "/genre/roman", "/new", "/free", "/", "/browse"] {
                shows_a_picture(&shop, &format!("/{l}{path}")).await;
            }
        }
        let book = shows_a_picture(&shop, &format!("/fr{book_page}")).await;
        assert_eq!((property(&book, "og:type"), property(&book, "og:locale")), ("book", "fr_DZ"));
        assert!(property(&book, "og:image").contains(&format!("/covers/{id}/")));
        assert_eq!(property(&book, "og:image:alt"), "Couverture de Zinc", "and no mark that isolates");
        assert!(property(&book, "og:description").ends_with(" · Un récit de mer."));
        assert!(!property(&book, "og:description").starts_with("Un récit"), "the price comes first");
        for list in ["/fr/new", "/ar/free", "/en/best"] {
            let page = shop.get(list).await;
            let head = page.text().split("</head>").next().unwrap_or_default();
            assert!(!head.contains(['\u{2068}', '\u{2069}']), "{list}: {head}");
        }
        let author = shows_a_picture(&shop, &format!("/ar{author}")).await;
        assert_eq!((property(&author, "og:type"), property(&author, "og:locale")), ("profile", "ar_DZ"));
        assert!(property(&author, "og:image").contains(&format!("/covers/{id}/")), "an author is shown by a book");
        let tracked = shop.get(&format!("/fr{book_page}?utm_source=mail")).await;
        assert_eq!(property(&tracked, "og:url"), format!("http://shop.example/fr{book_page}"));
        assert!(tracked.text().contains(&format!("data-url=\"http://shop.example/fr{book_page}\"")));
    }
}
