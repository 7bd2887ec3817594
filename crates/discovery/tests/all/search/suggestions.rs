//! `GET /api/v1/search/suggestions`: books, authors, series, genres.

use testing::book;

use super::{on_both, q};

on_both! {
    async fn what_is_being_typed_is_completed_by_kind(it: Searched) {
        let mut it = it;
        book("Sel et sable").by(&["Salima Kaci"]).price(300).put(&it.shop).await;
        for number in 0..12 {
            book(&format!("Sable {number}")).price(300).put(&it.shop).await;
        }
        it.catch_up().await;
        let kinds = async |typed: &str| {
            let answer = it.shop.get(&format!("/api/v1/search/suggestions?{}", q(typed))).await;
            let all = answer.json().as_array().unwrap().clone();
            all.iter().map(|one| (one["kind"].as_str().unwrap().to_owned(), one["text"].as_str().unwrap().to_owned())).collect::<Vec<_>>()
        };
        assert!(kinds("sali").await.contains(&("author".to_owned(), "Salima Kaci".to_owned())));
        assert_eq!(kinds("sel et s").await[0], ("book".to_owned(), "Sel et sable".to_owned()));
        assert!(kinds("sable").await.len() <= 8);
        assert_eq!(kinds("sable").await.iter().filter(|one| one.0 == "book").count(), 5);
        assert!(kinds("").await.is_empty());
        assert_eq!(kinds("slaima kaci").await.first().map(|one| one.1.as_str()), Some("Salima Kaci"));
    }
}
