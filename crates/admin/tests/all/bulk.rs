//! Lists of books: looked at first, done, refused line by line, handed out and taken in again.

use axum::body::Body;
use catalogue::{Book, Status};
use http::{Method, Request, header};
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, book, on_both_databases};
use web::Role;

use crate::site;

async fn import(shop: &TestApp, who: &Program, dry_run: bool, list: &[u8]) -> TestResponse {
    let head =
        "--7f3a\r\ncontent-disposition: form-data; name=\"file\"; filename=\"l.csv\"\r\n\r\n".as_bytes();
    let body = [head, list, b"\r\n--7f3a--\r\n"].concat();
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("/api/v1/admin/books/import?dry_run={dry_run}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", who.access))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=7f3a");
    shop.send(request.body(Body::from(body)).unwrap()).await
}

fn counts(answer: &TestResponse) -> [i64; 4] {
    let json = answer.json();
    ["added", "changed", "unchanged", "refused"]
        .map(|name| json[name].as_i64().unwrap_or_else(|| panic!("{json}")))
}

fn codes(answer: &TestResponse) -> Vec<Value> {
    answer.json()["lines"].as_array().unwrap().iter().map(|line| line["errors"][0]["code"].clone()).collect()
}

on_both_databases! {
    in site();

    async fn a_list_is_looked_at_and_then_done(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let known = book("Carnets").with(|book| book.isbn = "9780439023481".parse().ok()).put(&shop).await;
        let list = "title,authors,isbn,price\nCarnets,Lina Haddad,9780439023481,1200\nLe phare,Nadia Amrane,,900\n,Nobody,,10\nDune,X,,cheap\nLe phare,Nadia Amrane,,950\n";
        let looked = import(&shop, &editor, true, list.as_bytes()).await;
        assert_eq!(counts(&looked), [1, 1, 0, 3], "{}", looked.text());
        assert_eq!(codes(&looked), [Value::Null, Value::Null, json!("no_title"), json!("price"), json!("twice")]);
        assert_eq!(looked.json()["lines"][0]["was"]["amount"], 95_000);
        assert_eq!(Book::find(&shop.app.db, known).await.unwrap().unwrap().price.unwrap().amount, 95_000, "nothing has happened");
        let done = import(&shop, &editor, false, list.as_bytes()).await;
        assert_eq!(counts(&done), [1, 1, 0, 3]);
        assert_eq!(Book::find(&shop.app.db, known).await.unwrap().unwrap().price.unwrap().amount, 120_000);
        let added = Id::new(done.json()["lines"][1]["book_id"].as_i64().unwrap());
        let added = Book::find(&shop.app.db, added).await.unwrap().unwrap();
        assert_eq!((added.title.as_str(), added.status, added.price.unwrap().amount), ("Le phare", Status::Draft, 90_000));
        let again = import(&shop, &editor, false, list.as_bytes()).await;
        assert_eq!(counts(&again), [0, 0, 2, 3], "{}", again.text());
        let log = shop.person("amina", Role::Admin).await.get("/admin/audit?subject_kind=book").await.json();
        let acts: Vec<_> = log["items"].as_array().unwrap().iter().map(|entry| entry["act"].clone()).collect();
        assert_eq!(acts, ["book.price", "book.add"]);
        shop.run_jobs().await;
    }

    async fn what_is_handed_out_changes_nothing_when_it_is_taken_in(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        for number in 0..12 {
            let title = ["=1+1", "Un \"mot\", deux", "كتاب", "Lines\nof it"][number % 4];
            let made = book(&format!("{title} {number}")).by(&["Haddad, Lina", "نادية"]).genre("Novel").price(100 + i64::try_from(number).unwrap());
            made.with(|book| book.description = String::from("One.\n\nTwo; three.")).put(&shop).await;
        }
        let list = editor.get("/admin/books/export.csv").await;
        assert!(list.header("content-type").starts_with("text/csv"));
        assert_eq!(list.text().matches("\r\n").count(), 13, "{}", list.text());
        let taken = import(&shop, &editor, false, list.bytes()).await;
        assert_eq!(counts(&taken), [0, 0, 12, 0], "{}", taken.text());
        let foreign = "Shop ID,Title\n999,Nobody\nx,Nobody\n";
        assert_eq!(codes(&import(&shop, &editor, true, foreign.as_bytes()).await), [json!("no_such_book"), json!("no_such_book")]);
    }

    async fn what_is_handed_out_is_what_the_list_of_books_is_narrowed_to(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        book("Le phare").price(900).put(&shop).await;
        book("Le port").with(|book| book.status = Status::Draft).put(&shop).await;
        book("Zinc").with(|book| (book.status, book.price) = (Status::Draft, None)).put(&shop).await;
        let titles = async |query: &str| {
            let list = editor.get(&format!("/admin/books/export.csv?{query}")).await;
            assert_eq!(list.status(), 200, "{query}: {}", list.text());
            let lines = list.text().lines().skip(1).map(|line| line.split(',').nth(1).unwrap().to_owned());
            lines.collect::<Vec<_>>()
        };
        assert_eq!(titles("").await, ["Le phare", "Le port", "Zinc"]);
        assert_eq!(titles("status=draft").await, ["Le port", "Zinc"]);
        assert_eq!(titles("status=draft&missing=price").await, ["Zinc"]);
        assert_eq!(titles("q=le%20po").await, ["Le port"]);
        assert_eq!(titles("genre=nowhere").await, [""; 0]);
        assert_eq!(editor.get("/admin/books/export.csv?status=lost").await.status(), 422);
        let page = shop.browser_of("samira").await.get("/fr/admin/books/export.csv?status=draft&genre=").await;
        assert!(page.text().contains("Zinc") && !page.text().contains("phare"), "{}", page.text());
    }

    async fn what_is_no_list_is_told(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let long = format!("title\n{}", "x\n".repeat(2_001));
        for (list, code) in [(&b"\xff\xfe"[..], "not_utf8"), (b"a,b\n1,2\n", "no_titles"), (b"", "missing"), (long.as_bytes(), "too_long")] {
            assert_eq!(import(&shop, &editor, true, list).await.problem(), format!("file: {code}"));
        }
        let reader = shop.reader("leila").await;
        assert_eq!(import(&shop, &reader, true, b"title\nX\n").await.status(), 403);
    }

    async fn the_pages_do_the_same_and_hand_out_what_was_refused(shop: TestApp) {
        shop.account("samira", Role::Editor).await;
        let editor = shop.browser_of("samira").await;
        let list = "titre;auteur;prix\nLe phare;Nadia;900\nDune;X;cher\n";
        let looked = editor.upload("/fr/admin/books/import", "l.csv", list.as_bytes()).await;
        assert_eq!(looked.status(), 200, "{}", looked.text());
        assert!(looked.text().contains("Le phare") && looked.text().contains("illisible"), "{}", looked.text());
        let errors = editor.post("/fr/admin/books/import/errors.csv", &[("list", list)]).await;
        assert_eq!(errors.text().lines().count(), 2, "{}", errors.text());
        assert!(errors.text().contains("Dune,X,cher,"), "{}", errors.text());
        let done = editor.post("/fr/admin/books/import/done", &[("list", list)]).await;
        assert_eq!(done.status(), 200, "{}", done.text());
        assert!(done.text().contains("La liste est importée."));
        let again = editor.upload("/fr/admin/books/import", "l.csv", list.as_bytes()).await;
        assert!(again.text().contains("Inchangé"), "{}", again.text());
        let wrong = editor.upload("/fr/admin/books/import", "l.csv", b"a;b\n").await;
        assert_eq!(wrong.status(), 422);
        assert!(editor.get("/fr/admin/books/export.csv").await.text().contains("Le phare"));
        shop.run_jobs().await;
    }
}
