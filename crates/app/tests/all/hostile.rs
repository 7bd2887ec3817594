//! Every address of the program, with ids, parameters and cursors that nobody honest would send: the answer says what
//! is wrong, and is never a fault of ours. The routes come from the API's own description, so that none is left out.

use catalogue::import::Policy;
use kernel::{Currency, Money};
use publication::pdf::Child;
use testing::{TestApp, TestResponse, book, on_both_databases, shared_data};

use crate::site;

/// Parts of a path, as they are written in an address.
const PARTS: [&str; 22] = [
    "0",
    "-1",
    "+1",
    "01",
    "1.0",
    "1e3",
    "x",
    "null",
    "%00",
    "1%00",
    "%ff",
    "%F0%28%8C%28",
    "%2e%2e",
    "..%2f..%2fetc",
    "%0d%0a",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999999999",
    "%D9%A1",
    "%E2%80%AE1",
    "'%20or%20''='",
    "1;--",
];

/// Values of a parameter, as they are written in an address.
const VALUES: [&str; 19] = [
    "",
    "0",
    "-1",
    "101",
    "%00",
    "a%00b",
    "%ff",
    "%F0%28%8C%28",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "1e999",
    "NaN",
    "inf",
    "%D9%A1",
    "'%20or%20''='",
    "%25",
    "%E2%80%AE",
    "[]",
];

/// Keys of places in other lists, or in none, as a cursor holds them.
const KEYS: [&str; 14] = [
    "null",
    "1",
    "\"x\"",
    "[]",
    "{}",
    "[1,1]",
    "[\"x\",1]",
    "[\"\\u0000\",-1]",
    "[1e308,9223372036854775807]",
    "[-1e308,-9223372036854775808]",
    "[\"x\",1e3]",
    "[1,1,1]",
    "[\"~\",9223372036854775808]",
    "not json",
];

/// A shop with a free book that can be read in both formats, and some others.
async fn fill(shop: &TestApp) {
    let folder = tempfile::tempdir().unwrap();
    for (file, name) in [("epub/trees.epub", "both.epub"), ("pdf/minimal-document.pdf", "both.pdf")] {
        std::fs::copy(shared_data(file), folder.path().join(name)).unwrap();
    }
    let mut importer = shop.importer(Policy::Publish(Money::zero(Currency::DZD)));
    importer.pdf_child = Child { program: env!("CARGO_BIN_EXE_warraq").into(), args: vec!["__pdf".into()] };
    let summary = importer.run(&[folder.path().to_owned()], &mut |_| {}).await.unwrap();
    assert_eq!((summary.added, summary.attached), (1, 1));
    for number in 0..4 {
        book(&format!("Book {number}")).genre("Novel").age_in_days(number).put(shop).await;
    }
}

fn check(address: &str, answer: &TestResponse) {
    let shown: String = address.chars().take(120).collect();
    assert!(answer.status() < 500, "{shown}: {}", answer.status());
    assert!(!answer.header("x-request-id").is_empty(), "{shown}");
    if answer.status() < 400 {
        return;
    }
    if address.starts_with("/api/") {
        assert_eq!(answer.header("content-type"), "application/problem+json", "{shown}");
        assert_eq!(answer.json()["status"], answer.status(), "{shown}");
    } else {
        assert!(answer.header("content-type").starts_with("text/html"), "{shown}");
    }
}

/// What each cursor of a list begins with, as its first part tells: that of the next one, in JSON or in a link.
fn mark(first: &TestResponse) -> String {
    let is_cursor = |text: &&str| text.contains("cursor");
    let cursor = first.text().split(['?', ',', '&']).find(is_cursor).unwrap_or_default();
    let end = cursor.find('.').unwrap_or_default();
    cursor[..end]
        .chars()
        .rev()
        .take_while(char::is_ascii_hexdigit)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect()
}

/// The paths of the API's description, and the names of their query's parameters.
async fn routes(shop: &TestApp) -> Vec<(String, Vec<String>)> {
    let description = shop.get("/api/v1/openapi.json").await.json();
    let paths = description["paths"].as_object().unwrap();
    let routes = paths.iter().map(|(path, methods)| {
        let parameters = methods["get"]["parameters"].as_array().into_iter().flatten();
        let in_query = parameters.filter(|parameter| parameter["in"] == "query");
        (path.clone(), in_query.map(|parameter| parameter["name"].as_str().unwrap().to_owned()).collect())
    });
    routes.collect()
}

/// A path of the description with every part in braces filled in.
fn filled(path: &str, part: &str) -> String {
    path.split('/').map(|one| if one.starts_with('{') { part } else { one }).collect::<Vec<_>>().join("/")
}

/// The same, with parts that lead somewhere but for one.
fn filled_but_one(path: &str, part: &str) -> Vec<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let good = |one: &str| match one {
        "{id}" => "1".to_owned(),
        "{format}" => "pdf".to_owned(),
        other => other.trim_matches(['{', '}', '*']).to_owned(),
    };
    let open = (0..parts.len()).filter(|at| parts[*at].starts_with('{'));
    open.map(|wrong| {
        let shown =
            parts.iter().enumerate().map(|(at, one)| if at == wrong { part.to_owned() } else { good(one) });
        shown.collect::<Vec<_>>().join("/")
    })
    .collect()
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(text)
}

on_both_databases! {
    in site();

    async fn no_part_of_a_path_breaks_the_api(shop: TestApp) {
        fill(&shop).await;
        let routes = routes(&shop).await;
        assert!(routes.len() > 12, "{routes:?}");
        let long = "7".repeat(5_000);
        for (path, _) in routes.iter().filter(|(path, _)| path.contains('{')) {
            for part in PARTS.iter().copied().chain([long.as_str()]) {
                for address in filled_but_one(path, part).into_iter().chain([filled(path, part)]) {
                    check(&address, &shop.get(&address).await);
                }
            }
        }
    }

    async fn no_value_of_a_parameter_breaks_the_api(shop: TestApp) {
        fill(&shop).await;
        let long = "a".repeat(20_000);
        for (path, parameters) in routes(&shop).await {
            let path = filled(&path, "1");
            for parameter in parameters {
                for value in VALUES.iter().copied().chain([long.as_str()]) {
                    let address = format!("{path}?{parameter}={value}");
                    check(&address, &shop.get(&address).await);
                    let twice = format!("{path}?{parameter}=1&{parameter}={value}");
                    check(&twice, &shop.get(&twice).await);
                }
            }
            for query in ["%ff=1", "=", "&&&", "limit", "%00", "a[b]=c"] {
                let address = format!("{path}?{query}");
                check(&address, &shop.get(&address).await);
            }
        }
    }

    async fn every_list_takes_one_to_a_hundred_and_only_its_own_cursors(shop: TestApp) {
        fill(&shop).await;
        // Some lists are of whoever asks, and some for the shop's people.
        let reader = shop.person("reader", web::Role::Admin).await;
        reader.post("/books/1/comments", serde_json::json!({ "text": "Good.", "spoiler": false })).await;
        for (path, parameters) in routes(&shop).await {
            if !parameters.iter().any(|name| name == "limit") {
                continue;
            }
            let path = filled(path.trim_start_matches(web::API_BASE), "1");
            for limit in ["1", "100"] {
                assert_eq!(reader.get(&format!("{path}?limit={limit}")).await.status(), 200, "{path} {limit}");
            }
            for limit in ["0", "101", "-1", "", "x", "1.5", "99999999999"] {
                let answer = reader.get(&format!("{path}?limit={limit}")).await;
                assert_eq!((answer.status(), answer.json()["errors"][0]["field"].as_str()), (422, Some("limit")), "{path} {limit}");
            }
            let mark = mark(&reader.get(&format!("{path}?limit=1")).await);
            for key in KEYS {
                let address = format!("{path}?cursor={mark}.{}", base64(key));
                check(&format!("{}{address}", web::API_BASE), &reader.get(&address).await);
            }
            for foreign in [format!("{mark}.{}", base64("[1,2,3]")), base64("1"), format!("0.{}", base64("1")), base64("{}"), "%00".to_owned(), "a".repeat(2_000)] {
                let answer = reader.get(&format!("{path}?cursor={foreign}")).await;
                assert_eq!((answer.status(), answer.json()["errors"][0]["code"].as_str()), (422, Some("invalid_cursor")), "{path} {foreign}");
            }
            let unknown = reader.get(&format!("{path}?flavour=red")).await;
            assert_eq!((unknown.status(), unknown.json()["errors"][0]["code"].as_str()), (422, Some("unknown_field")), "{path}");
        }
    }

    async fn no_cursor_breaks_an_order(shop: TestApp) {
        fill(&shop).await;
        for order in ["sort=newest", "sort=title", "sort=price_asc", "sort=price_desc", "series=1", "genre=novel", "author=1"] {
            for base in ["/api/v1/books", "/en/genre/novel", "/ar/author/1-lina-haddad"] {
                let mark = mark(&shop.get(&format!("{base}?limit=1")).await);
                for key in KEYS {
                    let address = format!("{base}?{order}&cursor={mark}.{}", base64(key));
                    check(&address, &shop.get(&address).await);
                }
            }
        }
    }

    async fn no_address_breaks_a_page(shop: TestApp) {
        fill(&shop).await;
        let long = "7".repeat(5_000);
        for part in PARTS.iter().copied().chain([long.as_str()]) {
            for path in [
                "/{}", "/fr/{}", "/fr/book/{}", "/fr/book/1-{}", "/fr/book/{}/sample", "/fr/genre/{}", "/fr/author/{}", "/fr/publisher/{}",
                "/fr/series/{}", "/fr/read/{}", "/fr/read/{}/ch/1", "/fr/read/1/ch/{}", "/covers/{}/1/small.webp", "/covers/1/{}/small.webp",
                "/covers/1/1/{}", "/assets/{}", "/fr/browse?cursor={}", "/fr/new?cursor={}", "/fr/authors?cursor={}", "/fr/genre/novel?language={}",
                "/fr/genre/novel?sort={}", "/fr/read/1?format={}", "/?{}", "/fr?{}", "/manifest.webmanifest?{}",
            ] {
                let address = path.replace("{}", part);
                check(&address, &shop.get(&address).await);
            }
        }
    }

    async fn no_header_breaks_an_answer(shop: TestApp) {
        fill(&shop).await;
        let long = "fr,".repeat(5_000);
        let pdf = "/api/v1/books/1/files/pdf";
        for address in ["/", "/fr/", "/fr/book/1-x", "/api/v1/books", "/api/v1/none", pdf, "/manifest.webmanifest"] {
            for (name, value) in [
                ("accept-language", long.as_str()), ("accept-language", "*;q=x,,;;"), ("accept", "\u{e9}"), ("accept-encoding", "br;q=-1, gzip;q=9e9"),
                ("cookie", "theme=\u{e9}; locale=%00; =; ;;"), ("cookie", "theme=neon; locale=tlh"), ("if-none-match", "W/, \"\", *x"), ("referer", "::::"),
                ("sec-fetch-site", "same-origin"), ("hx-request", "true"), ("x-forwarded-for", "999.1.1.1, ::::"), ("host", "evil.example"),
                ("range", "bytes=5-2"), ("range", "bytes=-"), ("range", "bytes=99999999999999999999-"), ("range", "bytes=-0"), ("range", "pages=1-2"),
                ("if-range", "\"x\""), ("if-modified-since", "yesterday"),
            ] {
                let answer = shop.get_with(address, &[(name, value)]).await;
                check(address, &answer);
                assert!(!answer.header("content-security-policy").contains("evil.example"), "{address}");
            }
        }
    }
}
