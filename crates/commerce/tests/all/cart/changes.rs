//! What may be put into a cart, and what becomes of it there.

use futures::future::join_all;
use serde_json::json;

use super::*;

on_both_databases! {
    in site();

    async fn what_cannot_be_bought_is_refused_with_a_reason(shop: TestApp) {
        let reader = shop.reader("leila").await;
        let (abroad, owned) = (on_sale(&shop, "Ailleurs", 950).await, on_sale(&shop, "À moi", 950).await);
        let no_file = book("Sans fichier").put(&shop).await;
        let unpriced = book("Sans prix").with(|book| book.price = None).put(&shop).await;
        let gone = on_sale(&shop, "Retiré", 950).await;
        set(&shop, abroad, "euro").await;
        set(&shop, unpriced, "has_epub").await;
        set(&shop, gone, "withdrawn").await;
        give(&shop, "leila", owned).await;
        let refused = async |book: Id<Book>| {
            let answer = reader.put(&format!("/cart/items/{book}"), serde_json::Value::Null).await;
            (answer.status(), answer.problem())
        };
        assert_eq!(refused(abroad).await, (409, "not_for_sale".to_owned()));
        assert_eq!(refused(no_file).await, (409, "not_for_sale".to_owned()));
        assert_eq!(refused(unpriced).await, (409, "not_for_sale".to_owned()));
        assert_eq!(refused(owned).await, (409, "already_owned".to_owned()));
        assert_eq!(refused(gone).await, (404, "not_found".to_owned()));
        assert_eq!(refused(Id::new(999_999)).await, (404, "not_found".to_owned()));
        assert_eq!(books(&cart(&reader).await), []);
    }

    async fn what_costs_nothing_may_lie_in_a_cart(shop: TestApp) {
        let free = on_sale(&shop, "Gratuit", 0).await;
        let reader = shop.reader("leila").await;
        fill(&reader, &[free]).await;
        let cart = cart(&reader).await;
        assert_eq!((cart["total"]["amount"].as_i64(), cart["items"][0]["previous_price"].is_null()), (Some(0), true));
    }

    async fn the_fifty_first_book_is_refused_however_they_come(shop: TestApp) {
        let mut all = Vec::new();
        for at in 0..52 {
            all.push(on_sale(&shop, &format!("Tome {at}"), 100).await);
        }
        let browser = shop.browser();
        fill_as_visitor(&browser, &all[..1]).await;
        let answers = join_all(all[1..].iter().map(|book| put(&browser, *book))).await;
        let mut told: Vec<_> = answers.iter().map(|answer| (answer.status(), if answer.status() == 409 { answer.problem() } else { String::new() })).collect();
        told.sort();
        assert_eq!(told[..49].iter().filter(|(status, _)| *status == 201).count(), 49);
        assert_eq!(told[49..], [(409, "cart_full".to_owned()), (409, "cart_full".to_owned())]);
        assert_eq!(books(&cart_of_visitor(&browser).await).len(), 50);
        let first = put(&browser, all[0]).await;
        assert_eq!(first.status(), 200, "what is in it already is not refused");
    }

    async fn the_same_book_pressed_many_times_at_once_is_there_once(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let reader = shop.reader("leila").await;
        let path = format!("/cart/items/{one}");
        let answers = join_all((0..12).map(|_| reader.ask(Method::PUT, &path, None))).await;
        assert_eq!(answers.iter().filter(|answer| answer.status() == 201).count(), 1);
        assert!(answers.iter().all(|answer| answer.json()["count"] == 1));
        assert_eq!(books(&cart(&reader).await), [one]);
    }

    async fn a_changed_price_is_told_until_note_is_taken_of_it(shop: TestApp) {
        let (one, other) = (on_sale(&shop, "Nedjma", 950).await, on_sale(&shop, "Le Phare", 700).await);
        let reader = shop.reader("leila").await;
        fill(&reader, &[one, other]).await;
        let before = cart(&reader).await;
        set(&shop, one, "1200").await;
        for _ in 0..2 {
            let now = cart(&reader).await;
            let item = now["items"].as_array().unwrap().iter().find(|item| item["book"]["id"] == one.get()).unwrap();
            assert_eq!((item["price"]["amount"].as_i64(), item["previous_price"]["amount"].as_i64()), (Some(120_000), Some(95_000)));
            assert_eq!(now["total"]["amount"], 190_000);
            assert_ne!(now["quote_hash"], before["quote_hash"]);
        }
        let old = reader.post("/cart/note", json!({ "quote_hash": before["quote_hash"] })).await;
        assert_eq!((old.status(), old.problem().as_str()), (409, "quote_changed"));
        let now = cart(&reader).await;
        assert_eq!(reader.post("/cart/note", json!({ "quote_hash": now["quote_hash"] })).await.status(), 204);
        let after = cart(&reader).await;
        assert!(after["items"].as_array().unwrap().iter().all(|item| item["previous_price"].is_null()), "{after}");
        assert_eq!(after["quote_hash"], now["quote_hash"]);
    }

    async fn what_cannot_be_had_any_more_is_told_and_costs_nothing(shop: TestApp) {
        let mut all = Vec::new();
        for title in ["Reste", "Retiré", "Offert", "Ailleurs"] {
            all.push(on_sale(&shop, title, 500).await);
        }
        let reader = shop.reader("leila").await;
        fill(&reader, &all).await;
        set(&shop, all[1], "withdrawn").await;
        give(&shop, "leila", all[2]).await;
        set(&shop, all[3], "euro").await;
        let now = cart(&reader).await;
        assert_eq!((books(&now), now["total"]["amount"].as_i64()), (vec![all[0]], Some(50_000)));
        let mut dropped: Vec<_> = now["dropped"].as_array().unwrap().iter()
            .map(|gone| (gone["title"].as_str().unwrap().to_owned(), gone["reason"].as_str().unwrap().to_owned())).collect();
        dropped.sort();
        let told = |title: &str, reason: &str| (title.to_owned(), reason.to_owned());
        assert_eq!(dropped, [told("Ailleurs", "unavailable"), told("Offert", "owned"), told("Retiré", "unavailable")]);
        assert_eq!(reader.post("/cart/note", json!({ "quote_hash": now["quote_hash"] })).await.status(), 204);
        assert_eq!(cart(&reader).await["dropped"], json!([]));
    }

    async fn a_cart_that_did_not_change_is_not_sent_again(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &[one]).await;
        let answer = ask(&browser, Method::GET, "/cart").await;
        assert_eq!(answer.header("cache-control"), "private, no-cache");
        let cookie = format!("cart={}", browser.cookie("cart").unwrap());
        let headers = [("cookie", cookie.as_str()), ("if-none-match", answer.header("etag"))];
        assert_eq!(shop.get_with("/api/v1/cart", &headers).await.status(), 304);
    }
}
