//! Names that may mean the same are found, judged, and not brought up again.

use serde_json::{Value, json};
use testing::{Program, book, on_both_databases};

use super::{editor, key};
use crate::site;

/// The pairs of a kind: both names, in the order of their keys, and the reason.
async fn pairs(who: &Program, kind: &str) -> Vec<(String, String, String)> {
    let list = who.get(&format!("/admin/{kind}/duplicates?limit=100")).await.json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let pair =
        |one: &Value| (text(&one["first"]["name"]), text(&one["second"]["name"]), text(&one["reason"]));
    list["items"].as_array().unwrap_or_else(|| panic!("{list}")).iter().map(pair).collect()
}

fn pair(one: &str, other: &str, reason: &str) -> (String, String, String) {
    (one.to_owned(), other.to_owned(), reason.to_owned())
}

on_both_databases! {
    in site();

    async fn names_that_may_mean_the_same_are_found_when_they_come(shop: TestApp) {
        book("A").by(&["Albert Camus", "Lina Haddad"]).put(&shop).await;
        book("B").by(&["A. Camus", "Camus, Albert", "Albert Cammus"]).put(&shop).await;
        book("C").genre("Science-fiction").with(|book| book.publisher = Some("Casbah Éditions".to_owned())).put(&shop).await;
        book("D").genre("Science fictions").with(|book| book.publisher = Some("Éditions Casbah".to_owned())).put(&shop).await;
        let edith = editor(&shop).await;
        assert_eq!(pairs(&edith, "authors").await, []);
        shop.run_scheduled("catalogue.compare_names").await;
        let found = pairs(&edith, "authors").await;
        for expected in [
            pair("Albert Camus", "A. Camus", "initials"),
            pair("Albert Camus", "Camus, Albert", "order"),
            pair("Albert Camus", "Albert Cammus", "letter"),
        ] {
            assert!(found.contains(&expected), "{expected:?}: {found:?}");
        }
        assert!(found.iter().all(|(one, other, _)| one != "Lina Haddad" && other != "Lina Haddad"), "{found:?}");
        assert_eq!(pairs(&edith, "publishers").await, [pair("Casbah Éditions", "Éditions Casbah", "order")]);
        assert_eq!(pairs(&edith, "genres").await, [pair("Science-fiction", "Science fictions", "letter")]);
        assert_eq!(pairs(&edith, "series").await, []);
    }

    async fn what_somebody_told_apart_is_not_brought_up_again(shop: TestApp) {
        book("A").by(&["Yasmina Khadra", "Yasmine Khadra"]).put(&shop).await;
        let edith = editor(&shop).await;
        shop.run_scheduled("catalogue.compare_names").await;
        assert_eq!(pairs(&edith, "authors").await.len(), 1);
        let [one, other] = [key(&edith, "authors", "Yasmine Khadra").await, key(&edith, "authors", "Yasmina Khadra").await];
        for _ in 0..2 {
            assert_eq!(edith.put(&format!("/admin/authors/{one}/different/{other}"), json!({})).await.status(), 204);
        }
        assert_eq!(pairs(&edith, "authors").await, []);
        edith.patch(&format!("/admin/authors/{one}"), json!({"other_names": ["Y. Khadra"]})).await;
        shop.run_scheduled("catalogue.compare_names").await;
        assert_eq!(pairs(&edith, "authors").await, []);
        assert_eq!(edith.put(&format!("/admin/authors/{one}/different/{one}"), json!({})).await.problem(), "other: same");
        assert_eq!(edith.put(&format!("/admin/authors/{one}/different/999999"), json!({})).await.status(), 404);
    }

    async fn the_same_name_in_another_writing_is_found_and_a_pair_goes_with_one_of_the_two(shop: TestApp) {
        book("A").by(&["Naguib Mahfouz"]).put(&shop).await;
        book("B").by(&["نجيب محفوظ"]).put(&shop).await;
        let edith = editor(&shop).await;
        let [latin, arabic] = [key(&edith, "authors", "Naguib Mahfouz").await, key(&edith, "authors", "نجيب محفوظ").await];
        shop.run_scheduled("catalogue.compare_names").await;
        assert_eq!(pairs(&edith, "authors").await, []);
        edith.patch(&format!("/admin/authors/{latin}"), json!({"names": {"ar": "نجيب محفوظ"}})).await;
        shop.run_scheduled("catalogue.compare_names").await;
        assert_eq!(pairs(&edith, "authors").await, [pair("Naguib Mahfouz", "نجيب محفوظ", "same")]);
        edith.post(&format!("/admin/authors/{arabic}/merge"), json!({"into": latin})).await;
        assert_eq!(pairs(&edith, "authors").await, []);
        shop.run_scheduled("catalogue.compare_names").await;
        assert_eq!(pairs(&edith, "authors").await, []);
        shop.run_jobs().await;
    }
}
