//! How often one account may do what.

use serde_json::json;
use testing::{book, on_both_databases};

use crate::{say, site};

on_both_databases! {
    in site();

    async fn one_account_writes_and_reports_only_so_often(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let shop = shop.seen_from("192.0.2.1:1");
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        for turn in 0..10 {
            say(&leila, id, &format!("number {turn}")).await;
        }
        let elsewhere = shop.seen_from("192.0.2.2:1");
        for from in [&shop, &elsewhere] {
            let again = from.sign_in("leila").await;
            let refused = again.post(&format!("/books/{id}/comments"), json!({ "text": "more" })).await;
            assert_eq!((refused.status(), refused.problem().as_str()), (429, "too_many_requests"));
            let wait: u32 = refused.header("retry-after").parse().unwrap();
            assert!((1..=12).contains(&wait), "{wait}");
        }
        let said = say(&karim, id, "others are not held up").await;
        let path = format!("/comments/{}/report", said["id"]);
        for _ in 0..10 {
            assert_eq!(leila.post(&path, json!({ "reason": "spam" })).await.status(), 204);
        }
        assert_eq!(leila.post(&path, json!({ "reason": "spam" })).await.status(), 429);
    }

    async fn the_owner_says_how_many_comments_a_minute_are_taken(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let strict = shop.operated(&[(web::shop::Setting::CommentsPerMinute, "1")]).seen_from("192.0.2.1:1");
        let leila = strict.reader("leila").await;
        for turn in 0..2 {
            say(&leila, id, &format!("number {turn}")).await;
        }
        let refused = leila.post(&format!("/books/{id}/comments"), json!({ "text": "more" })).await;
        assert_eq!(refused.status(), 429);
        let wait: u32 = refused.header("retry-after").parse().unwrap();
        assert!((1..=60).contains(&wait), "{wait}");
    }

    async fn what_is_wrong_in_itself_is_not_counted(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let shop = shop.seen_from("192.0.2.1:1");
        let leila = shop.reader("leila").await;
        for _ in 0..12 {
            assert_eq!(leila.post(&format!("/books/{id}/comments"), json!({ "text": "" })).await.status(), 422);
        }
        say(&leila, id, "at last").await;
    }
}
