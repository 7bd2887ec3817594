//! `GET /api/v1/books`: filters, orders, parts.

use catalogue::NewContributor;
use kernel::Language;
use testing::{TestApp, book, on_both_databases, shared_data};

use crate::site;

async fn titles(shop: &TestApp, query: &str) -> Vec<String> {
    let answer = shop.get(&format!("/api/v1/books?{query}")).await;
    assert_eq!(answer.status(), 200, "{query}: {}", answer.text());
    names(&answer.json())
}

fn names(list: &serde_json::Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|book| book["title"].as_str().unwrap().to_owned()).collect()
}

/// Five books: c (free, Arabic), a, e, b, d, oldest last.
async fn five(shop: &TestApp) {
    book("c").price(0).in_language(Language::ARABIC).genre("Novel").age_in_days(1).put(shop).await;
    book("a").price(700).genre("Novel").file(shared_data("epub/trees.epub")).age_in_days(2).put(shop).await;
    book("e").price(300).by(&["Samir"]).age_in_days(3).put(shop).await;
    book("b").price(300).with(|book| book.publisher = Some("Port".to_owned())).age_in_days(4).put(shop).await;
    book("d")
        .price(900)
        .with(|book| book.series = Some(("Sea".to_owned(), Some(1.5))))
        .age_in_days(5)
        .put(shop)
        .await;
}

on_both_databases! {
    in site();

    async fn every_order_is_kept(shop: TestApp) {
        five(&shop).await;
        assert_eq!(titles(&shop, "").await, ["c", "a", "e", "b", "d"]);
        assert_eq!(titles(&shop, "sort=title").await, ["a", "b", "c", "d", "e"]);
        assert_eq!(titles(&shop, "sort=price_asc").await, ["c", "e", "b", "a", "d"]);
        assert_eq!(titles(&shop, "sort=price_desc").await, ["d", "a", "b", "e", "c"]);
    }

    async fn a_list_names_the_authors_of_a_book_as_the_book_does(shop: TestApp) {
        book("First").by(&["Yasmina K."]).put(&shop).await;
        // Written otherwise, and the same person: the shop keeps to what it knows.
        book("Second").by(&["Zoé Amar", "YASMINA K."]).with(|book| {
            book.contributors.push(NewContributor { name: "K. Amrane".to_owned(), role: "trl".to_owned(), sort_as: None });
        }).age_in_days(1).put(&shop).await;
        let list = shop.get("/api/v1/books").await.json();
        for listed in list["items"].as_array().unwrap() {
            let whole = shop.get(&format!("/api/v1/books/{}", listed["id"])).await.json();
            assert_eq!(listed["authors"], whole["authors"]);
        }
        let people: Vec<_> = list["items"][1]["authors"].as_array().unwrap().iter().map(|author| author["name"].clone()).collect();
        assert_eq!(people, ["Zoé Amar", "Yasmina K."]);
    }

    async fn every_filter_narrows_alone_and_together(shop: TestApp) {
        five(&shop).await;
        assert_eq!(titles(&shop, "genre=novel").await, ["c", "a"]);
        assert_eq!(titles(&shop, "genre=novel&language=fr").await, ["a"]);
        assert_eq!(titles(&shop, "genre=nothing").await, [""; 0]);
        assert_eq!(titles(&shop, "price=free").await, ["c"]);
        assert_eq!(titles(&shop, "price=paid&sort=title").await, ["a", "b", "d", "e"]);
        assert_eq!(titles(&shop, "format=epub").await, ["a"]);
        assert_eq!(titles(&shop, "format=pdf").await, [""; 0]);
        assert_eq!(titles(&shop, "language=ar").await, ["c"]);
        let whole = shop.get("/api/v1/books?sort=title").await.json();
        let author = whole["items"][4]["authors"][0]["id"].clone();
        assert_eq!(titles(&shop, &format!("author={author}")).await, ["e"]);
        let b = shop.get(&format!("/api/v1/books/{}", whole["items"][1]["id"])).await.json();
        assert_eq!(titles(&shop, &format!("publisher={}", b["publisher"]["id"])).await, ["b"]);
        let d = shop.get(&format!("/api/v1/books/{}", whole["items"][3]["id"])).await.json();
        assert_eq!(titles(&shop, &format!("series={}", d["series"]["id"])).await, ["d"]);
        assert_eq!(titles(&shop, &format!("series={}&sort=newest", d["series"]["id"])).await, ["d"]);
    }

    async fn a_list_is_read_in_parts_without_gaps_in_every_order(shop: TestApp) {
        five(&shop).await;
        for order in ["sort=newest", "sort=title", "sort=price_asc", "sort=price_desc", "genre=novel", "price=paid", "language=fr"] {
            let whole = titles(&shop, order).await;
            let (mut parts, mut cursor) = (Vec::new(), String::new());
            loop {
                let part = shop.get(&format!("/api/v1/books?{order}&limit=2{cursor}")).await.json();
                parts.extend(names(&part));
                let Some(next) = part["next_cursor"].as_str() else { break };
                cursor = format!("&cursor={next}");
                if parts.len() == 2 && order == "sort=newest" {
                    // What comes in meanwhile stands before the place and shifts nothing.
                    book("late").put(&shop).await;
                }
            }
            assert_eq!(parts, whole, "{order}");
        }
    }

    async fn wrong_parameters_are_named(shop: TestApp) {
        for (query, field) in [
            ("limit=0", "limit"), ("limit=101", "limit"), ("limit=x", "limit"), ("cursor=x", "cursor"), ("sort=x", "sort"),
            ("format=mobi", "format"), ("author=x", "author"), ("language=1", "language"), ("min_rating=6", "min_rating"),
            ("colour=red", "colour"), ("sort=series", "sort"),
        ] {
            let answer = shop.get(&format!("/api/v1/books?{query}")).await;
            assert_eq!(answer.status(), 422, "{query}");
            assert_eq!(answer.json()["errors"][0]["field"], field, "{query}: {}", answer.text());
        }
    }

    async fn a_cursor_of_another_list_is_refused(shop: TestApp) {
        five(&shop).await;
        let cursor = shop.get("/api/v1/books?limit=2").await.json()["next_cursor"].as_str().unwrap().to_owned();
        let answer = shop.get(&format!("/api/v1/books?sort=price_asc&cursor={cursor}")).await;
        assert_eq!((answer.status(), answer.json()["errors"][0]["code"].as_str()), (422, Some("invalid_cursor")));
    }

    async fn genres_are_a_list_like_any_other(shop: TestApp) {
        for (number, genre) in ["Novel", "History", "Poetry"].iter().enumerate() {
            book(&format!("Book {number}")).genre(genre).put(&shop).await;
        }
        let first = shop.get("/api/v1/genres?limit=2").await.json();
        let slugs = |list: &serde_json::Value| {
            list["items"].as_array().unwrap().iter().map(|genre| genre["slug"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!((slugs(&first), &first["total"]), (vec!["novel".to_owned(), "history".to_owned()], &serde_json::json!(3)));
        let next = first["next_cursor"].as_str().unwrap();
        let second = shop.get(&format!("/api/v1/genres?limit=2&cursor={next}")).await.json();
        assert_eq!((slugs(&second), &second["next_cursor"]), (vec!["poetry".to_owned()], &serde_json::Value::Null));
        assert_eq!(shop.get("/api/v1/genres?limit=0").await.status(), 422);
        let (mark, _) = next.split_once('.').unwrap();
        assert_eq!(shop.get(&format!("/api/v1/genres?cursor={mark}.NzAwMA")).await.status(), 422, "no genre of this key");
        assert_eq!(shop.get(&format!("/api/v1/books/1/similar?cursor={next}")).await.status(), 422);
    }
}
