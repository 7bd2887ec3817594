//! Files are saved by their owners, twenty in thirty days, and under addresses that are good for five minutes.

use axum::body::Body;
use catalogue::Book;
use db::{Query as _, sql};
use http::{Method, Request};
use kernel::Id;
use serde_json::Value;
use testing::{Program, TestApp, TestResponse, book, on_both_databases, shared_data};

use crate::{give, site, take};

const DAY: i64 = 24 * 60 * 60;

async fn owned(shop: &TestApp, reader: &Program) -> Id<Book> {
    let id = book("Trees")
        .file(shared_data("epub/trees.epub"))
        .file(shared_data("pdf/pdflatex-outline.pdf"))
        .put(shop)
        .await;
    give(shop, reader, id).await;
    id
}

async fn counted(shop: &TestApp) -> i64 {
    let (count,): (i64,) =
        shop.app.db.one(sql!("select /* full scan: a test */ count(*) from downloads")).await.unwrap();
    count
}

async fn ask(
    shop: &TestApp,
    who: &Program,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
) -> TestResponse {
    let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let request = request.header("authorization", format!("Bearer {}", who.access));
    shop.send(request.body(Body::empty()).unwrap()).await
}

fn path_of(link: &Value) -> String {
    let url = link["url"].as_str().unwrap_or_else(|| panic!("{link}"));
    url.trim_start_matches("http://shop.example").to_owned()
}

on_both_databases! {
    in site();

    async fn only_files_that_begin_to_be_saved_count(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = owned(&shop, &leila).await;
        let (epub, pdf) = (format!("/books/{id}/files/epub"), format!("/books/{id}/files/pdf"));
        let first = ask(&shop, &leila, Method::GET, &epub, &[]).await;
        assert_eq!((first.status(), counted(&shop).await), (200, 1));
        assert!(first.header("content-disposition").starts_with("attachment"));
        let etag = first.header("etag");
        for (method, path, headers, status) in [
            (Method::HEAD, epub.as_str(), &[][..], 200),
            (Method::GET, &epub, &[("range", "bytes=100-")], 206),
            (Method::GET, &epub, &[("range", "bytes=-100")], 206),
            (Method::GET, &epub, &[("range", "bytes=99999999-")], 416),
            (Method::GET, &epub, &[("if-none-match", etag)], 304),
            (Method::GET, &format!("{pdf}?use=reading"), &[], 200),
            (Method::GET, &format!("{pdf}?use=reading"), &[("range", "bytes=0-99")], 206),
        ] {
            let answer = ask(&shop, &leila, method, path, headers).await;
            assert_eq!((answer.status(), counted(&shop).await), (status, 1), "{path} {headers:?}");
        }
        for (path, headers) in [(&epub, &[("range", "bytes=0-99")][..]), (&pdf, &[]), (&format!("{epub}?use=reading"), &[])] {
            let before = counted(&shop).await;
            let answer = ask(&shop, &leila, Method::GET, path, headers).await;
            assert!(matches!(answer.status(), 200 | 206), "{path}: {}", answer.status());
            assert_eq!(counted(&shop).await, before + 1, "{path} {headers:?}");
        }
        assert_eq!(ask(&shop, &leila, Method::GET, &format!("{epub}?use=printing"), &[]).await.problem(), "use: invalid");
    }

    async fn a_browser_that_takes_compressed_answers_still_has_files_in_ranges(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = owned(&shop, &leila).await;
        for path in [format!("/books/{id}/files/pdf?use=reading"), format!("/books/{id}/files/epub")] {
            let answer = ask(&shop, &leila, Method::GET, &path, &[("accept-encoding", "gzip, deflate, br")]).await;
            let headers = (answer.header("accept-ranges"), answer.header("content-encoding"));
            assert_eq!((answer.status(), headers), (200, ("bytes", "")), "{path}");
            assert!(answer.header("content-length").parse::<u64>().is_ok_and(|bytes| bytes > 1024), "{path}");
        }
    }

    async fn the_reader_of_a_pdf_is_told_an_address_that_does_not_count(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = owned(&shop, &leila).await;
        let manifest = leila.get(&format!("/books/{id}/manifest?format=pdf")).await.json();
        let url = manifest["url"].as_str().unwrap().trim_start_matches("/api/v1").to_owned();
        let answer = leila.get(&url).await;
        assert_eq!((answer.status(), counted(&shop).await), (200, 0));
        assert_eq!(answer.header("content-disposition"), "");
    }

    async fn after_twenty_files_the_next_is_had_when_the_first_is_thirty_days_old(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = owned(&shop, &leila).await;
        let (epub, pdf) = (format!("/books/{id}/files/epub"), format!("/books/{id}/files/pdf"));
        assert_eq!(leila.get(&epub).await.status(), 200);
        shop.advance(DAY);
        let leila = shop.sign_in("leila").await;
        for _ in 0..19 {
            assert_eq!(leila.get(&epub).await.status(), 200);
        }
        let refused = leila.get(&pdf).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (429, "download_limit"));
        assert_eq!(refused.header("retry-after"), (29 * DAY).to_string());
        assert!(refused.json()["detail"].as_str().unwrap().contains("December"), "{}", refused.text());
        assert_eq!(leila.post(&format!("/books/{id}/files/epub/link"), Value::Null).await.problem(), "download_limit");
        let reading = leila.get(&format!("{pdf}?use=reading")).await;
        assert_eq!(reading.status(), 200, "reading goes on");
        let page = shop.browser_of("leila").await.post(&format!("/en/book/{id}/download"), &[("format", "epub")]).await;
        assert_eq!(page.status(), 429);
        assert!(page.text().contains("December"), "{}", page.text());
        shop.advance(29 * DAY);
        shop.run_scheduled("commerce.downloads").await;
        let leila = shop.sign_in("leila").await;
        assert_eq!(leila.get(&epub).await.status(), 200);
        assert_eq!(leila.get(&epub).await.status(), 429, "only the first is old enough");
    }

    async fn of_many_files_at_once_none_is_too_many(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let epub = format!("/books/{}/files/epub", owned(&shop, &leila).await);
        let answers = futures::future::join_all((0..30).map(async |_| leila.get(&epub).await.status())).await;
        let given = answers.iter().filter(|status| **status == 200).count();
        assert_eq!((given, counted(&shop).await), (20, 20), "{answers:?}");
    }

    async fn a_free_book_has_no_limit(shop: TestApp) {
        let free = book("Trees").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        let leila = shop.reader("leila").await;
        leila.post(&format!("/books/{free}/claim"), Value::Null).await;
        for _ in 0..21 {
            assert_eq!(leila.get(&format!("/books/{free}/files/epub")).await.status(), 200);
        }
        let link = leila.post(&format!("/books/{free}/files/epub/link"), Value::Null).await.json();
        assert_eq!((path_of(&link), &link["expires_at"]), (format!("/api/v1/books/{free}/files/epub"), &Value::Null));
    }

    async fn an_address_is_good_for_its_owners_file_for_five_minutes(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = owned(&shop, &leila).await;
        let made = leila.post(&format!("/books/{id}/files/epub/link"), Value::Null).await;
        assert_eq!((made.status(), &made.json()["expires_at"]), (201, &Value::from("2026-11-23T09:05:00.000Z")));
        let path = path_of(&made.json());
        assert_eq!((shop.get(&path).await.status(), counted(&shop).await), (200, 1));
        assert_eq!(shop.get_with(&path, &[("range", "bytes=100-")]).await.status(), 206);
        assert_eq!(shop.get(&path.replace("/epub", "/pdf")).await.problem(), "link_expired");
        assert_eq!(shop.get(&format!("{path}0")).await.problem(), "link_expired");
        shop.advance(5 * 60);
        let late = shop.get(&path).await;
        assert_eq!((late.status(), late.problem().as_str()), (403, "link_expired"));
        let karim = shop.reader("karim").await;
        assert_eq!(karim.post(&format!("/books/{id}/files/epub/link"), Value::Null).await.problem(), "not_owned");
        assert_eq!(shop.api().post(&format!("/books/{id}/files/epub/link"), Value::Null).await.status(), 403);
    }

    async fn an_address_dies_with_what_it_stands_for(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = owned(&shop, &leila).await;
        let made = leila.post(&format!("/books/{id}/files/epub/link"), Value::Null).await;
        take(&shop, &leila, id).await;
        assert_eq!(shop.get(&path_of(&made.json())).await.status(), 403);
    }

    async fn the_button_leads_to_the_file(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = owned(&shop, &leila).await;
        let (action, browser) = (format!("/en/book/{id}/download"), shop.browser_of("leila").await);
        for page in [format!("/en/book/{id}-trees"), "/en/library".to_owned()] {
            let page = browser.get(&page).await;
            assert!(page.text().contains(&format!("formaction=\"{action}\"")), "{}", page.text());
        }
        let led = browser.post(&action, &[("format", "pdf")]).await;
        assert_eq!((led.status(), led.header("cache-control")), (303, "no-store"));
        let file = shop.get(led.header("location")).await;
        assert_eq!((file.status(), file.header("content-type")), (200, "application/pdf"));
        let visitor = shop.browser().post(&action, &[("format", "pdf")]).await;
        assert_eq!((visitor.status(), visitor.header("location")), (303, &*format!("/en/sign-in?next=%2Fen%2Fbook%2F{id}")));
        assert_eq!(shop.get(&action).await.header("location"), format!("/en/book/{id}"));
        assert_eq!(browser.post(&action, &[("format", "mobi")]).await.status(), 400);
    }
}
