//! Bookmarks and ticks behave as favourites do; that is told here once for both.

use serde_json::Value;
use testing::{book, on_both_databases};

use crate::shop as site;

on_both_databases! {
    in site();

    async fn what_is_kept_for_later_and_what_is_read_are_lists_of_their_own(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let atlas = book("Atlas").put(&shop).await;
        let leila = shop.reader("leila").await;
        for (what, list, since) in
            [("bookmark", "/me/bookmarks", "bookmarked_at"), ("read", "/me/read", "read_at")]
        {
            for id in [zinc, atlas, zinc] {
                assert_eq!(leila.put(&format!("/books/{id}/{what}"), Value::Null).await.status(), 204);
                shop.advance(60);
            }
            let json = leila.get(list).await.json();
            let titles: Vec<_> = json["items"].as_array().into_iter().flatten().map(|one| one["title"].clone()).collect();
            assert_eq!(titles, ["Atlas", "Zinc"], "what is kept again keeps its day");
            assert!(json["items"][0][since].is_string(), "{json}");
            let found = leila.get(&format!("{list}?q=zin")).await.json();
            assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "{found}");
            leila.delete(&format!("/books/{zinc}/{what}")).await;
            assert_eq!(leila.get(list).await.json()["items"].as_array().map(Vec::len), Some(1));
        }
        let nothing = leila.get("/me/favorites").await.json();
        assert_eq!(nothing["total"], 0, "a favourite is something else");
    }
}
