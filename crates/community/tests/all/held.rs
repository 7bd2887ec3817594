//! What waits for a moderator before others see it.

use catalogue::Book;
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp, book, on_both_databases};
use web::Role;

use crate::{answer, count, days_later, say, site, texts};

async fn seen(shop: &TestApp, book: Id<Book>) -> Vec<String> {
    texts(&shop.get(&format!("/api/v1/books/{book}/comments")).await.json())
}

async fn report(who: &Program, comment: &Value) {
    let body = json!({ "reason": "abuse", "note": "Il insulte." });
    let answer = who.post(&format!("/comments/{}/report", comment["id"]), body).await;
    assert_eq!(answer.status(), 204, "{}", answer.text());
}

on_both_databases! {
    in site();

    async fn the_same_words_again_within_a_day_are_held(shop: TestApp) {
        let (id, other) = (book("Zinc").put(&shop).await, book("Plomb").put(&shop).await);
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        say(&leila, id, "Lisez mon blog").await;
        let again = say(&leila, other, "lisez  MON\nblog").await;
        assert_eq!((&again["state"], &again["held_because"]), (&json!("held"), &json!("repeated")));
        assert_eq!(say(&karim, other, "Lisez mon blog").await["state"], "visible", "others may say the same");
        shop.advance(23 * 60 * 60);
        assert_eq!(say(&shop.sign_in("leila").await, id, "Lisez mon blog").await["state"], "held");
        let leila = days_later(&shop, 1, "leila").await;
        assert_eq!(say(&leila, other, "Lisez mon blog").await["state"], "visible");
    }

    async fn what_is_held_is_seen_by_its_writer_and_by_moderators_only(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let moderator = shop.person("salim", Role::Moderator).await;
        let held = say(&leila, id, "See https://a.example").await;
        assert_eq!((&held["state"], &held["held_because"]), (&json!("held"), &json!("link")));
        assert_eq!((seen(&shop, id).await, count(&leila, id).await), (vec![], 0));
        let path = format!("/comments/{}", held["id"]);
        assert_eq!(karim.get(&path).await.status(), 404);
        assert_eq!(karim.put(&format!("{path}/like"), json!({})).await.status(), 404);
        let reply = json!({ "text": "x", "parent_id": held["id"] });
        assert_eq!(karim.post(&format!("/books/{id}/comments"), reply).await.problem(), "parent_id: unknown");
        for who in [&leila, &moderator] {
            assert_eq!(who.get(&path).await.json()["state"], "held");
            assert_eq!(texts(&who.get(&format!("/books/{id}/comments")).await.json()), ["See https://a.example"]);
        }
    }

    async fn links_are_taken_from_who_is_known(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        shop.account("leila", Role::Reader).await;
        let leila = days_later(&shop, 8, "leila").await;
        for text in ["one", "two"] {
            say(&leila, id, text).await;
        }
        assert_eq!(say(&leila, id, "www.a.example").await["state"], "held", "two comments are few");
        say(&leila, id, "three").await;
        assert_eq!(say(&leila, id, "https://b.example").await["state"], "visible");
        let moderator = shop.person("salim", Role::Moderator).await;
        assert_eq!(say(&moderator, id, "https://c.example").await["state"], "visible");
    }

    async fn a_link_that_comes_later_is_held_as_well(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let said = say(&leila, id, "harmless").await;
        let changed = leila.patch(&format!("/comments/{}", said["id"]), json!({ "text": "https://a.example" })).await;
        assert_eq!((&changed.json()["state"], count(&leila, id).await), (&json!("held"), 0));
        let changed = leila.patch(&format!("/comments/{}", said["id"]), json!({ "text": "harmless again" })).await;
        assert_eq!(changed.json()["state"], "held", "a moderator looks at it all the same");
    }

    async fn five_reports_of_readers_of_standing_hold_a_comment(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let readers = ["anis", "bilal", "chiraz", "dalila", "elias"];
        for username in readers {
            shop.account(username, Role::Reader).await;
        }
        let leila = days_later(&shop, 8, "anis").await;
        let said = say(&shop.reader("leila").await, id, "insult").await;
        answer(&leila, id, &said, "an answer").await;
        let newcomer = shop.reader("farid").await;
        report(&newcomer, &said).await;
        for username in readers {
            assert_eq!(count(&newcomer, id).await, 2, "not yet, before {username}");
            let reader = shop.sign_in(username).await;
            for _ in 0..2 {
                report(&reader, &said).await;
                if username == "elias" {
                    break;
                }
            }
        }
        assert_eq!(count(&newcomer, id).await, 1);
        let place = shop.get(&format!("/api/v1/comments/{}", said["id"])).await.json();
        assert_eq!((&place["state"], &place["text"], &place["author"]), (&json!("held"), &json!(""), &Value::Null));
        assert_eq!(place["held_because"], Value::Null, "why is told to its writer and moderators");
        assert_eq!(seen(&shop, id).await, [""], "its place stays above the answer");
    }

    async fn a_report_names_its_reason_and_is_not_about_oneself(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let said = say(&leila, id, "one").await;
        let path = format!("/comments/{}/report", said["id"]);
        for (body, status, told) in [
            (json!({ "reason": "boring" }), 422, "reason: invalid"),
            (json!({}), 422, "reason: missing"),
            (json!({ "reason": "other", "note": "n".repeat(501) }), 422, "note: too_long"),
        ] {
            let answer = karim.post(&path, body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (status, told), "{body}");
        }
        assert_eq!(leila.post(&path, json!({ "reason": "spam" })).await.problem(), "own_comment");
        assert_eq!(karim.post("/comments/999/report", json!({ "reason": "spam" })).await.status(), 404);
        for reason in ["spam", "abuse", "spoiler", "off_topic", "illegal", "other"] {
            assert_eq!(karim.post(&path, json!({ "reason": reason })).await.status(), 204);
        }
    }
}
