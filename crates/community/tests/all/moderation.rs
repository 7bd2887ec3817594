//! `/admin/reports`: what moderators see and do, what is written down of it, and what the writer is told.

use serde_json::{Value, json};
use testing::{Program, TestApp, book, on_both_databases};
use web::Role;

use crate::{answer, count, said, say, site, texts};

async fn report(who: &Program, comment: &Value, reason: &str) {
    let path = format!("/comments/{}/report", comment["id"]);
    assert_eq!(who.post(&path, json!({ "reason": reason, "note": "Voyez." })).await.status(), 204);
}

async fn act(who: &Program, comment: &Value, body: Value) -> Value {
    let answer = who.post(&format!("/admin/reports/{}/acts", comment["id"]), body).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    answer.json()
}

async fn queue(who: &Program, query: &str) -> Vec<String> {
    let list = who.get(&format!("/admin/reports{query}")).await.json();
    let text = |case: &Value| case["comment"]["text"].as_str().unwrap_or_default().to_owned();
    list["items"].as_array().unwrap_or_else(|| panic!("{list}")).iter().map(text).collect()
}

/// The acts in the audit log, the latest first.
async fn log(shop: &TestApp) -> Value {
    shop.sign_in("amina").await.get("/admin/audit").await.json()["items"].clone()
}

async fn moderators(shop: &TestApp) -> Program {
    shop.account("amina", Role::Admin).await;
    shop.person("salim", Role::Moderator).await
}

on_both_databases! {
    in site();

    async fn the_queue_has_what_a_moderator_needs_to_decide(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim, salim) = (shop.reader("leila").await, shop.reader("karim").await, moderators(&shop).await);
        let held = say(&leila, id, "https://a.example").await;
        shop.advance(1);
        let first = say(&karim, id, "one").await;
        let reply = answer(&leila, id, &first, "rude").await;
        report(&karim, &reply, "abuse").await;
        assert_eq!(queue(&salim, "").await, ["rude", "https://a.example"], "what is reported comes first");
        assert_eq!(queue(&salim, "?kind=held").await, ["https://a.example"]);
        assert_eq!(queue(&salim, "?kind=reported").await, ["rude"]);
        let list = salim.get("/admin/reports?limit=1").await.json();
        let next = list["next_cursor"].as_str().unwrap();
        assert_eq!(queue(&salim, &format!("?limit=1&cursor={next}")).await, ["https://a.example"]);
        let case = &list["items"][0];
        assert_eq!((&case["parent"]["text"], &case["book"]["title"]), (&json!("one"), &json!("Zinc")));
        assert_eq!((&case["reasons"], &case["report_count"]), (&json!([{ "reason": "abuse", "count": 1 }]), &json!(1)));
        assert_eq!((&case["reports"][0]["reporter"], &case["reports"][0]["note"]), (&json!("karim"), &json!("Voyez.")));
        assert_eq!((&case["writer"]["username"], &case["writer"]["visible_count"]), (&json!("leila"), &json!(1)));
        for nobody in [&leila, &karim] {
            assert_eq!(nobody.get("/admin/reports").await.status(), 403);
            assert_eq!(nobody.get("/admin/audit").await.status(), 403);
        }
        assert_eq!(salim.get("/admin/audit").await.status(), 403);
        let kept = act(&salim, &held, json!({ "act": "keep" })).await;
        assert_eq!((&kept["comment"]["state"], count(&leila, id).await), (&json!("visible"), 3));
    }

    async fn a_hidden_comment_is_seen_by_its_writer_who_is_told_why(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim, salim) = (shop.reader("leila").await, shop.reader("karim").await, moderators(&shop).await);
        let rude = say(&leila, id, "rude").await;
        report(&karim, &rude, "abuse").await;
        act(&salim, &rude, json!({ "act": "hide", "reason": "abuse", "note": "Restez polie." })).await;
        assert_eq!((queue(&salim, "").await, queue(&salim, "?kind=hidden").await), (vec![], vec!["rude".to_owned()]));
        assert_eq!(count(&leila, id).await, 0);
        let path = format!("/comments/{}", rude["id"]);
        assert_eq!(karim.get(&path).await.status(), 404);
        let own = leila.get("/me/comments").await.json()["items"][0].clone();
        assert_eq!((&own["state"], &own["hidden_because"], &own["hidden_note"]), (&json!("hidden"), &json!("abuse"), &json!("Restez polie.")));
        assert_eq!(leila.patch(&path, json!({ "text": "nice" })).await.problem(), "hidden");
        let told = leila.get("/me/notices").await.json()["items"][0].clone();
        assert_eq!((&told["act"], &told["reason"], &told["note"]), (&json!("hide"), &json!("abuse"), &json!("Restez polie.")));
        assert!(!told.to_string().contains("karim"));
        assert_eq!(karim.get("/me/notices").await.json()["items"], json!([]));
        let entry = log(&shop).await[0].clone();
        assert_eq!((&entry["act"], &entry["actor"], &entry["subject_id"]), (&json!("comment.hide"), &json!("salim"), &rude["id"]));
        assert_eq!((&entry["before"]["state"], &entry["after"]["state"]), (&json!("visible"), &json!("hidden")));
        act(&salim, &rude, json!({ "act": "restore" })).await;
        assert_eq!((karim.get(&path).await.json()["text"].clone(), count(&leila, id).await), (json!("rude"), 1));
        assert_eq!(log(&shop).await[0]["act"], "comment.restore");
    }

    async fn who_reported_cannot_ask_again_and_what_was_kept_is_not_held_again(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim, salim) = (shop.reader("leila").await, shop.reader("karim").await, moderators(&shop).await);
        let said = say(&leila, id, "fine").await;
        report(&karim, &said, "spam").await;
        act(&salim, &said, json!({ "act": "keep" })).await;
        assert_eq!(leila.get("/me/notices").await.json()["items"], json!([]), "it was seen all the time");
        report(&karim, &said, "spam").await;
        assert!(queue(&salim, "").await.is_empty());
        let case = salim.get(&format!("/admin/reports/{}", said["id"])).await.json();
        assert!(case["reports"][0]["closed_at"].is_string());
        shop.advance(1);
        let path = format!("/comments/{}", said["id"]);
        assert_eq!(leila.patch(&path, json!({ "text": "worse" })).await.status(), 200);
        report(&karim, &said, "abuse").await;
        assert_eq!(queue(&salim, "").await, ["worse"], "other words are looked at again");
    }

    async fn a_reported_comment_is_still_looked_at_where_its_writer_deletes_it(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim, salim) = (shop.reader("leila").await, shop.reader("karim").await, moderators(&shop).await);
        let rude = say(&leila, id, "something rude").await;
        let reply = answer(&karim, id, &rude, "a reply").await;
        let alone = answer(&leila, id, &reply, "rude again").await;
        for comment in [&rude, &alone] {
            report(&karim, comment, "abuse").await;
            assert_eq!(leila.delete(&format!("/comments/{}", comment["id"])).await.status(), 204);
        }
        assert_eq!(count(&karim, id).await, 1);
        let place = karim.get(&format!("/comments/{}", rude["id"])).await.json();
        assert_eq!((&place["state"], &place["text"], &place["author"]), (&json!("deleted"), &json!(""), &Value::Null));
        assert_eq!(karim.get(&format!("/comments/{}", alone["id"])).await.status(), 404);
        assert_eq!(leila.get("/me/comments").await.json()["items"], json!([]));
        let case = salim.get("/admin/reports").await.json()["items"][0].clone();
        assert_eq!((&case["comment"]["state"], &case["comment"]["text"]), (&json!("deleted"), &json!("")));
        assert_eq!((&case["reports"][0]["text"], &case["writer"]["username"]), (&json!("something rude"), &json!("leila")));
        let desk = shop.browser_of("salim").await.get("/en/admin/moderation").await;
        assert!(desk.text().contains("something rude") && desk.text().contains("Since deleted by its writer"), "{}", desk.text());
        let hide = json!({ "act": "hide", "reason": "abuse" });
        assert_eq!(salim.post(&format!("/admin/reports/{}/acts", rude["id"]), hide).await.problem(), "wrong_state");
        act(&salim, &rude, json!({ "act": "warn", "reason": "abuse" })).await;
        let looked_at = act(&salim, &rude, json!({ "act": "keep" })).await;
        assert_eq!((&looked_at["comment"]["state"], &looked_at["queued_at"]), (&json!("deleted"), &Value::Null));
        act(&salim, &alone, json!({ "act": "keep" })).await;
        assert_eq!((queue(&salim, "").await, count(&karim, id).await), (vec![], 1));
        let notices = leila.get("/me/notices").await.json();
        assert_eq!((&notices["items"][0]["act"], notices["items"].as_array().unwrap().len()), (&json!("warn"), 1));
    }

    async fn a_comment_that_was_deleted_after_a_report_goes_with_the_account(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim, salim) = (shop.reader("leila").await, shop.reader("karim").await, moderators(&shop).await);
        let rude = say(&leila, id, "something rude").await;
        report(&karim, &rude, "abuse").await;
        assert_eq!(leila.delete(&format!("/comments/{}", rude["id"])).await.status(), 204);
        let gone = leila.ask(http::Method::DELETE, "/me", Some(json!({ "password": testing::PASSWORD }))).await;
        assert_eq!(gone.status(), 204, "{}", gone.text());
        assert!(queue(&salim, "").await.is_empty());
        assert_eq!(salim.get(&format!("/admin/reports/{}", rude["id"])).await.status(), 404);
        shop.run_jobs().await;
    }

    async fn what_was_reported_is_kept_where_its_writer_says_it_otherwise(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim, salim) = (shop.reader("leila").await, shop.reader("karim").await, moderators(&shop).await);
        let said = say(&leila, id, "something rude").await;
        report(&karim, &said, "abuse").await;
        let path = format!("/comments/{}", said["id"]);
        assert_eq!(leila.patch(&path, json!({ "text": "something kind" })).await.status(), 200);
        let case = salim.get(&format!("/admin/reports/{}", said["id"])).await.json();
        assert_eq!((&case["comment"]["text"], &case["reports"][0]["text"]), (&json!("something kind"), &json!("something rude")));
        let desk = shop.browser_of("salim").await.get("/en/admin/moderation").await;
        assert!(desk.text().contains("something kind") && desk.text().contains("something rude"), "{}", desk.text());
        act(&salim, &said, json!({ "act": "hide", "reason": "abuse", "note": "Not here." })).await;
        assert_eq!(log(&shop).await[0]["after"]["note"], "Not here.");
    }

    async fn a_moderator_marks_what_gives_the_story_away(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim, salim) = (shop.reader("leila").await, shop.reader("karim").await, moderators(&shop).await);
        let told = say(&leila, id, "She leaves.").await;
        report(&karim, &told, "spoiler").await;
        act(&salim, &told, json!({ "act": "mark_spoiler" })).await;
        let seen = karim.get(&format!("/comments/{}", told["id"])).await.json();
        assert_eq!((&seen["spoiler"], &seen["folded"]), (&json!(true), &json!(true)));
        assert!(queue(&salim, "").await.is_empty());
        assert_eq!(log(&shop).await[0]["before"]["spoiler"], false);
        let path = format!("/comments/{}", told["id"]);
        let unmarked = leila.patch(&path, json!({ "spoiler": false })).await.json();
        assert_eq!(unmarked["spoiler"], true, "a moderator's mark stays");
    }

    async fn who_is_suspended_reads_and_does_not_write(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, salim) = (shop.reader("leila").await, moderators(&shop).await);
        let said = say(&leila, id, "rude").await;
        let path = format!("/comments/{}", said["id"]);
        act(&salim, &said, json!({ "act": "warn", "reason": "abuse", "note": "Une fois." })).await;
        let case = act(&salim, &said, json!({ "act": "suspend", "reason": "abuse", "hours": 48 })).await;
        assert_eq!((&case["writer"]["warned_count"], &case["writer"]["suspended_count"]), (&json!(1), &json!(1)));
        assert_eq!(case["writer"]["suspended_until"], "2026-11-25T09:00:00.000Z");
        let refused = leila.post(&format!("/books/{id}/comments"), json!({ "text": "more" })).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (403, "suspended"));
        assert!(refused.json()["detail"].as_str().unwrap().contains("2026"), "{}", refused.text());
        for answer in [
            leila.put(&format!("/books/{id}/rating"), json!({ "value": 1 })).await,
            leila.patch(&path, json!({ "text": "more" })).await,
            leila.put(&format!("{path}/like"), json!({})).await,
            leila.post(&format!("{path}/report"), json!({ "reason": "spam" })).await,
        ] {
            assert_eq!(answer.problem(), "suspended");
        }
        assert_eq!(leila.get(&path).await.status(), 200);
        assert_eq!(leila.get("/me/comments").await.status(), 200);
        for taken_back in [format!("/books/{id}/rating"), format!("{path}/like"), path] {
            assert_eq!(leila.delete(&taken_back).await.status(), 204, "{taken_back}");
        }
        let told = leila.get("/me/notices").await.json()["items"].clone();
        assert_eq!((&told[0]["act"], &told[0]["until"]), (&json!("suspend"), &json!("2026-11-25T09:00:00.000Z")));
        assert_eq!((&told[1]["act"], &told[1]["note"]), (&json!("warn"), &json!("Une fois.")));
        let entries = log(&shop).await;
        assert_eq!((&entries[0]["act"], &entries[1]["act"]), (&json!("user.suspend"), &json!("user.warn")));
        shop.advance(48 * 60 * 60);
        say(&shop.sign_in("leila").await, id, "sorry").await;
    }

    async fn a_suspension_can_be_lifted(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, salim) = (shop.reader("leila").await, moderators(&shop).await);
        let said = say(&leila, id, "rude").await;
        act(&salim, &said, json!({ "act": "suspend", "reason": "abuse", "hours": 1 })).await;
        act(&salim, &said, json!({ "act": "reinstate", "note": "Pardon." })).await;
        say(&leila, id, "thanks").await;
        assert_eq!(log(&shop).await[0]["before"]["suspended_until"], "2026-11-23T10:00:00.000Z");
    }

    async fn nobody_decides_about_themselves_and_only_admins_about_admins(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let salim = moderators(&shop).await;
        let amina = shop.sign_in("amina").await;
        let other = shop.person("adel", Role::Admin).await;
        let (own, of_admin) = (say(&salim, id, "mine").await, say(&amina, id, "an admin's").await);
        let refused = async |who: &Program, what: &Value| {
            let body = json!({ "act": "hide", "reason": "abuse" });
            who.post(&format!("/admin/reports/{}/acts", what["id"]), body).await.problem()
        };
        assert_eq!(refused(&salim, &own).await, "on_oneself");
        assert_eq!(refused(&salim, &of_admin).await, "on_admin");
        assert_eq!(refused(&amina, &of_admin).await, "on_oneself");
        assert_eq!(log(&shop).await, json!([]));
        act(&other, &of_admin, json!({ "act": "hide", "reason": "abuse" })).await;
        act(&amina, &own, json!({ "act": "hide", "reason": "abuse" })).await;
    }

    async fn the_log_tells_from_where_something_was_done_and_can_be_narrowed(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        moderators(&shop).await;
        let shop = shop.seen_from("192.0.2.7:1");
        let salim = shop.sign_in("salim").await;
        let said = say(&leila, id, "rude").await;
        act(&salim, &said, json!({ "act": "warn", "reason": "abuse" })).await;
        act(&salim, &said, json!({ "act": "hide", "reason": "abuse" })).await;
        let amina = shop.sign_in("amina").await;
        let narrowed = async |query: &str| amina.get(&format!("/admin/audit?{query}")).await.json()["items"].clone();
        let all = narrowed("").await;
        assert_eq!((all.as_array().unwrap().len(), &all[0]["address"]), (2, &json!("192.0.2.7")));
        assert_eq!(narrowed("act=user.warn").await[0]["after"]["comment"], said["id"]);
        assert_eq!(narrowed(&format!("subject_kind=comment&subject_id={}", said["id"])).await.as_array().unwrap().len(), 1);
        assert_eq!(narrowed(&format!("actor_id={}", all[0]["actor_id"])).await, all);
        assert_eq!(narrowed("actor_id=999").await, json!([]));
    }

    async fn an_act_that_cannot_be_is_refused_by_name(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, salim) = (shop.reader("leila").await, moderators(&shop).await);
        let said = said(&leila, id, json!({ "text": "one" })).await;
        let path = format!("/admin/reports/{}/acts", said["id"]);
        for (body, status, told) in [
            (json!({ "act": "burn" }), 422, "act: invalid"),
            (json!({ "act": "hide" }), 422, "reason: missing"),
            (json!({ "act": "warn" }), 422, "reason: missing"),
            (json!({ "act": "suspend", "reason": "spam" }), 422, "hours: missing"),
            (json!({ "act": "suspend", "reason": "spam", "hours": 0 }), 422, "hours: out_of_range"),
            (json!({ "act": "suspend", "reason": "spam", "hours": 8761 }), 422, "hours: out_of_range"),
            (json!({ "act": "hide", "reason": "spam", "note": "n".repeat(501) }), 422, "note: too_long"),
            (json!({ "act": "restore" }), 409, "wrong_state"),
        ] {
            let answer = salim.post(&path, body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (status, told), "{body}");
        }
        leila.delete(&format!("/comments/{}", said["id"])).await;
        assert_eq!(salim.post(&path, json!({ "act": "keep" })).await.status(), 404);
        assert_eq!(salim.get(&format!("/admin/reports/{}", said["id"])).await.status(), 404);
        assert_eq!(texts(&salim.get("/admin/reports").await.json()).len(), 0);
    }
}
