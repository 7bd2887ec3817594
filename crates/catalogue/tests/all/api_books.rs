//! `GET /api/v1/books/{id}` and its neighbours.

use catalogue::{NewContributor, PageCount};
use testing::{book, on_both_databases, shared_data};

use crate::site;

on_both_databases! {
    in site();

    async fn a_whole_book_has_every_field_of_the_contract(shop: TestApp) {
        let id = book("Le Passeur d’encre")
            .genre("Roman")
            .with(|book| {
                book.subtitle = Some("Récit".to_owned());
                book.isbn = "9789931000006".parse().ok().or(book.isbn);
                book.publisher = Some("Éditions du Port".to_owned());
                book.series = Some(("Les Quais".to_owned(), Some(2.0)));
                book.release_date = "2024-05".parse().ok();
                book.pages = Some(PageCount { min: 180, max: 210 });
                book.contributors.push(NewContributor { name: "K. Amrane".to_owned(), role: "trl".to_owned(), sort_as: None });
            })
            .file(shared_data("epub/trees.epub"))
            .put(&shop)
            .await;
        let answer = shop.get_with(&format!("/api/v1/books/{id}"), &[("accept-language", "fr")]).await;
        assert_eq!(answer.status(), 200);
        let mut json = answer.json();
        for field in ["created_at", "updated_at", "cover"] {
            assert!(!json[field].is_null(), "{field}");
            json.as_object_mut().unwrap().remove(field);
        }
        insta::assert_json_snapshot!("a_whole_book", json, { ".files[].bytes" => "[bytes]", ".isbn" => "[isbn]" });
    }

    async fn the_description_says_the_words_that_answers_have(shop: TestApp) {
        let description = shop.get("/api/v1/openapi.json").await.json();
        assert_eq!(description["components"]["schemas"]["Format"]["enum"], serde_json::json!(["epub", "pdf"]));
        let parameters = description["paths"]["/api/v1/books"]["get"]["parameters"].as_array().unwrap();
        let price = parameters.iter().find(|parameter| parameter["name"] == "price").unwrap();
        assert!(price["schema"].to_string().contains(r#""free""#), "{price}");
    }

    async fn what_is_not_there_is_a_problem_in_the_callers_language(shop: TestApp) {
        for path in ["/api/v1/books/99", "/api/v1/books/0", "/api/v1/books/x", "/api/v1/books/9223372036854775808", "/api/v1/authors/1", "/api/v1/nothing"] {
            let answer = shop.get_with(path, &[("accept-language", "ar")]).await;
            assert_eq!(answer.status(), 404, "{path}");
            assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
            assert_eq!(answer.json()["status"], 404, "{path}");
        }
    }

    async fn a_second_look_costs_nothing(shop: TestApp) {
        let id = book("Atlas bleu").put(&shop).await;
        let path = format!("/api/v1/books/{id}");
        let first = shop.get(&path).await;
        let second = shop.get_with(&path, &[("if-none-match", first.header("etag"))]).await;
        assert_eq!((second.status(), second.bytes().len()), (304, 0));
    }

    async fn similar_books_share_series_author_or_genre_in_that_order(shop: TestApp) {
        let one = book("One").genre("Novel").with(|book| book.series = Some(("Sea".to_owned(), Some(1.0)))).put(&shop).await;
        book("Same genre").by(&["Other"]).genre("Novel").put(&shop).await;
        book("Same author").put(&shop).await;
        book("Same series").by(&["Another"]).with(|book| book.series = Some(("Sea".to_owned(), Some(2.0)))).put(&shop).await;
        book("Stranger").by(&["Nobody"]).put(&shop).await;
        shop.run_scheduled("catalogue.similar").await;
        let similar = shop.get(&format!("/api/v1/books/{one}/similar")).await.json();
        let titles: Vec<_> = similar["items"].as_array().unwrap().iter().map(|book| book["title"].clone()).collect();
        assert_eq!(titles, ["Same series", "Same author", "Same genre"]);
    }

    async fn names_are_found_with_the_number_of_their_books(shop: TestApp) {
        let id = book("One").with(|book| {
            book.publisher = Some("Port".to_owned());
            book.series = Some(("Sea".to_owned(), None));
        }).put(&shop).await;
        book("Two").put(&shop).await;
        let whole = shop.get(&format!("/api/v1/books/{id}")).await.json();
        let author = shop.get(&format!("/api/v1/authors/{}", whole["authors"][0]["id"])).await.json();
        assert_eq!((author["name"].as_str(), author["book_count"].as_i64()), (Some("Lina Haddad"), Some(2)));
        let publisher = shop.get(&format!("/api/v1/publishers/{}", whole["publisher"]["id"])).await.json();
        assert_eq!(publisher["book_count"], 1);
        let series = shop.get(&format!("/api/v1/series/{}", whole["series"]["id"])).await.json();
        assert_eq!((series["slug"].as_str(), series["book_count"].as_i64()), (Some("sea"), Some(1)));
    }
}
