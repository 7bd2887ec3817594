//! `/account/comments`: one's own comments and ratings as pages, and what moderators did about them.

use serde_json::{Value, json};
use testing::{Browser, Program, TestApp, book, on_both_databases};
use web::Role;

use crate::{answer, count, say, site, texts};

const MINE: &str = "/en/account/comments";

/// What the page says, without the marks that isolate names.
async fn page(who: &Browser, path: &str) -> String {
    let answer = who.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    answer.text().chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect()
}

async fn act(who: &Program, comment: &Value, body: Value) {
    let answer = who.post(&format!("/admin/reports/{}/acts", comment["id"]), body).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
}

/// Somebody with an account: a program and a browser of theirs.
async fn reader(shop: &TestApp, name: &str) -> (Program, Browser) {
    (shop.reader(name).await, shop.browser_of(name).await)
}

on_both_databases! {
    in site();

    async fn the_lists_are_there_in_every_language_empty_and_for_nobody_else(shop: TestApp) {
        let (_, browser) = reader(&shop, "leila").await;
        assert!(page(&browser, "/en/account").await.contains(&format!("href=\"{MINE}\"")));
        for language in ["en", "fr", "ar"] {
            for query in ["", "?show=ratings", "?show=notices"] {
                let path = format!("/{language}/account/comments{query}");
                let empty = page(&browser, &path).await;
                assert!(empty.contains("class=\"empty\"") && empty.contains("noindex"), "{path}");
                assert_eq!(shop.get(&path).await.status(), 303, "{path}");
            }
        }
    }

    async fn a_comment_is_found_again_with_what_became_of_it(shop: TestApp) {
        let id = book("Zinc <b>").put(&shop).await;
        let (leila, browser) = reader(&shop, "leila").await;
        let salim = shop.person("salim", Role::Moderator).await;
        let first = say(&leila, id, "first ||and last||").await;
        answer(&salim, id, &first, "indeed").await;
        say(&leila, id, "See https://a.example").await;
        let rude = say(&leila, id, "rude").await;
        act(&salim, &rude, json!({ "act": "hide", "reason": "abuse", "note": "Restez polie." })).await;
        let mine = page(&browser, MINE).await;
        let texts: Vec<usize> = ["rude", "https://a.example", "first "].map(|text| mine.rfind(text).unwrap()).to_vec();
        assert!(texts.is_sorted(), "the latest first");
        assert!(mine.contains("Zinc &lt;b&gt;") && mine.contains("1 reply"));
        assert!(mine.contains("A moderator hid this comment.") && mine.contains("Reason: Insult or threat.") && mine.contains("Restez polie."));
        assert!(mine.contains("It contains a link, and your account is new."));
        assert!(mine.contains("One of your comments was hidden."), "what moderators did lately stands on top");
        assert!(!mine.contains(&format!("/comment/{}/edit", rude["id"])), "what is hidden stays as it is");
        assert!(mine.contains(&format!("/comment/{}/edit", first["id"])));
        assert!(page(&browser, &format!("{MINE}?show=notices")).await.contains("Restez polie."));
        shop.advance(15 * 24 * 60 * 60);
        let browser = shop.browser_of("leila").await;
        assert!(!page(&browser, MINE).await.contains("One of your comments was hidden."), "and goes by and by");
    }

    async fn a_comment_is_deleted_after_a_question(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, browser) = reader(&shop, "leila").await;
        let (karim, other) = reader(&shop, "karim").await;
        let (first, second) = (say(&leila, id, "first").await, say(&leila, id, "second").await);
        answer(&karim, id, &first, "indeed").await;
        let path = |comment: &Value| format!("{MINE}/{}/delete", comment["id"]);
        assert!(page(&browser, &path(&first)).await.contains("The replies stay, below an empty place."));
        assert!(!page(&browser, &path(&second)).await.contains("The replies stay"));
        for answer in [other.get(&path(&first)).await, other.post(&path(&first), &[]).await] {
            assert_eq!(answer.status(), 404, "what is not one's own is not there");
        }
        assert_eq!(browser.post_bare(&path(&second), &[]).await.status(), 403, "without the session's token");
        let gone = browser.post(&path(&second), &[]).await;
        assert_eq!((gone.status(), gone.header("location")), (303, MINE));
        assert!(page(&browser, MINE).await.contains("Your comment is deleted."));
        assert_eq!((texts(&leila.get("/me/comments").await.json()), count(&leila, id).await), (vec!["first".to_owned()], 2));
        assert_eq!(browser.post(&path(&second), &[]).await.status(), 404);
    }

    async fn a_rating_is_changed_and_taken_back(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, browser) = reader(&shop, "leila").await;
        leila.put(&format!("/books/{id}/rating"), json!({ "value": 4.3 })).await;
        let ratings = format!("{MINE}?show=ratings");
        let listed = page(&browser, &ratings).await;
        assert!(listed.contains("4.3 out of 5") && listed.contains("value=\"4.5\" selected"), "the nearest half is chosen");
        let path = format!("{MINE}/ratings/{id}");
        let given = async || leila.get(&format!("/books/{id}/ratings")).await.json();
        let changed = browser.post(&path, &[("value", "2.5")]).await;
        assert_eq!((changed.status(), changed.header("location")), (303, ratings.as_str()));
        assert_eq!(given().await["mine"], 2.5);
        for wrong in ["", "six", "5.5", "2.55"] {
            assert_eq!(browser.post(&path, &[("value", wrong)]).await.status(), 422, "{wrong}");
        }
        assert_eq!(browser.post(&path, &[("value", "2.5"), ("remove", "yes")]).await.status(), 303);
        let none = given().await;
        assert_eq!((&none["mine"], &none["count"], &none["average"]), (&Value::Null, &json!(0), &Value::Null));
        assert!(page(&browser, &ratings).await.contains("You have not rated any book yet."));
        assert_eq!(browser.post(&format!("{MINE}/ratings/999"), &[("value", "2.5")]).await.status(), 404);
    }

    async fn long_lists_come_in_parts(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, browser) = reader(&shop, "leila").await;
        for n in 0..3 {
            say(&leila, id, &format!("number {n}")).await;
        }
        let first = page(&browser, &format!("{MINE}?limit=2")).await;
        assert!(first.contains("number 2") && first.contains("number 1") && !first.contains("number 0"));
        let (_, rest) = first.split_once("rel=\"next\"").map(|(before, _)| before.rsplit_once("href=\"").unwrap()).unwrap();
        let next = rest.split('"').next().unwrap().replace("&amp;", "&");
        let second = page(&browser, &next).await;
        assert!(second.contains("number 0") && !second.contains("number 1"));
    }

    async fn who_is_suspended_is_told_until_when_and_why(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, browser) = reader(&shop, "leila").await;
        let salim = shop.person("salim", Role::Moderator).await;
        let (rude, again) = (say(&leila, id, "rude").await, say(&leila, id, "rude again").await);
        act(&salim, &rude, json!({ "act": "suspend", "reason": "abuse", "note": "Trois jours.", "hours": 72 })).await;
        let mine = page(&browser, MINE).await;
        assert!(mine.contains("You cannot rate, comment or report until") && mine.contains("Trois jours."));
        assert_eq!(browser.post(&format!("/en/comment/{}/edit", rude["id"]), &[("text", "kind")]).await.status(), 403);
        let taken_back = browser.post(&format!("{MINE}/{}/delete", rude["id"]), &[]).await;
        assert_eq!(taken_back.status(), 303, "what was said may be taken back");
        act(&salim, &again, json!({ "act": "reinstate" })).await;
        assert!(page(&browser, MINE).await.contains("You may rate, comment and report again."));
    }
}
