//! The talk's pages, without a script: reading, rating, writing, liking, reporting.

use catalogue::Book;
use db::{Query as _, sql};
use kernel::Id;
use serde_json::{Value, json};
use testing::{Browser, TestApp, TestResponse, book, on_both_databases};

use crate::{answer, count, said, say, site};

/// The path of a book's comments.
pub(crate) fn comments(id: Id<Book>) -> String {
    format!("/en/book/{id}-zinc/comments")
}

pub(crate) async fn zinc(shop: &TestApp) -> Id<Book> {
    book("Zinc").put(shop).await
}

/// Where an answer leads.
pub(crate) fn to(answer: &TestResponse) -> String {
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.header("location").to_owned()
}

/// A page that is there.
pub(crate) async fn page(browser: &Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    answer.text().to_owned()
}

on_both_databases! {
    in site();

    async fn a_book_without_talk_says_so_and_a_visitor_is_shown_the_way(shop: TestApp) {
        let id = zinc(&shop).await;
        let seen = page(&shop.browser(), &format!("/en/book/{id}-zinc")).await;
        assert!(seen.contains("No comments yet") && seen.contains("Nobody has rated"), "{seen}");
        let new = format!("%2Fen%2Fbook%2F{id}-zinc%2Fcomments%2Fnew");
        assert!(seen.contains(&format!("/en/sign-in?next={new}")), "{seen}");
        assert!(!seen.contains("<textarea"), "there is no form for visitors");
        let door = shop.browser().get(&format!("{}/new", comments(id))).await;
        assert_eq!(to(&door), format!("/en/sign-in?next={new}"));
    }

    async fn a_comment_is_written_answered_changed_and_deleted_by_forms(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        let posted = leila.post(&format!("{}/new", comments(id)), &[("text", "A book\nthat stays."), ("key", "a")]).await;
        let place = to(&posted);
        assert!(place.starts_with(&format!("{}/", comments(id))) && place.contains("#c-"), "{place}");
        let (path, anchor) = place.split_once('#').unwrap();
        let seen = page(&leila, path).await;
        assert!(seen.contains("Your comment is posted."), "it is said: {seen}");
        assert!(seen.contains(&format!("id=\"{anchor}\"")) && seen.contains("A book<br>that stays."), "{seen}");
        let number = anchor.trim_start_matches("c-").to_owned();

        shop.reader("karim").await;
        let karim = shop.browser_of("karim").await;
        assert!(page(&karim, &format!("/en/comment/{number}/reply")).await.contains("Reply to"));
        let reply = to(&karim.post(&format!("/en/comment/{number}/reply"), &[("text", "I agree")]).await);
        let thread = page(&shop.browser(), path).await;
        assert!(thread.contains("I agree"), "{thread}");
        let alone = page(&shop.browser(), reply.split_once('#').unwrap().0).await;
        assert!(alone.contains("A book<br>that stays."), "a reply is shown below what it answers: {alone}");

        let form = page(&leila, &format!("/en/comment/{number}/edit")).await;
        assert!(form.contains("A book\nthat stays.</textarea>"), "{form}");
        to(&leila.post(&format!("/en/comment/{number}/edit"), &[("text", "A book that leaves.")]).await);
        let seen = page(&leila, path).await;
        assert!(seen.contains("A book that leaves.") && seen.contains("edited"), "{seen}");
        assert_eq!(karim.get(&format!("/en/comment/{number}/edit")).await.status(), 404);

        assert!(page(&leila, &format!("/en/comment/{number}/delete")).await.contains("below an empty place"));
        to(&leila.post(&format!("/en/comment/{number}/delete"), &[]).await);
        let seen = page(&shop.browser(), path).await;
        assert!(seen.contains("This comment was deleted.") && !seen.contains("A book that leaves."), "{seen}");
    }

    async fn a_form_that_is_sent_twice_is_one_comment(shop: TestApp) {
        let id = zinc(&shop).await;
        let api = shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        let new = format!("{}/new", comments(id));
        let fields = [("text", "Once"), ("key", "page-7")];
        let (first, second) = futures::join!(leila.post(&new, &fields), leila.post(&new, &fields));
        assert_eq!(to(&first), to(&second));
        assert_eq!(to(&leila.post(&new, &fields).await), to(&first));
        assert_eq!(count(&api, id).await, 1);
        let again = said(&api, id, json!({ "text": "Once", "client_key": "page-7" })).await;
        assert!(to(&first).ends_with(&format!("#c-{}", again["id"])));
        to(&leila.post(&new, &[("text", "Twice"), ("key", "page-7")]).await);
        assert_eq!(count(&api, id).await, 2, "other words are another comment");
        // The same words again wait for a moderator, so that they are not counted; they are there all the same.
        let other = format!("{}/new", comments(book("Atlas").put(&shop).await));
        let answer = format!("/en/comment/{}/reply", again["id"]);
        for place in [other, answer] {
            let there = leila.post(&place, &fields).await;
            assert_ne!(to(&there), to(&first), "elsewhere the same words are another comment");
            assert_eq!(to(&there), to(&leila.post(&place, &fields).await));
        }
    }

    async fn what_cannot_be_posted_comes_back_with_what_was_typed(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        let new = format!("{}/new", comments(id));
        let long = "x".repeat(5_001);
        let back = leila.post(&new, &[("text", &long), ("spoiler", "on")]).await;
        assert_eq!(back.status(), 422);
        assert!(back.text().contains(&format!("{long}</textarea>")) && back.text().contains("5,000"), "it is said");
        assert!(back.text().contains("Error: "), "the title says it first");
        let empty = leila.post(&new, &[("text", " ")]).await;
        assert!(empty.text().contains("Write something first."), "{}", empty.text());
        let gone = leila.post("/en/comment/999/reply", &[("text", "x")]).await;
        assert_eq!(gone.status(), 404);
    }

    async fn too_many_comments_wait_and_are_not_lost(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.reader("leila").await;
        let leila = shop.seen_from("192.0.2.7:1234").browser_of("leila").await;
        let new = format!("{}/new", comments(id));
        for at in 0..10 {
            to(&leila.post(&new, &[("text", &format!("one {at}"))]).await);
        }
        let wait = leila.post(&new, &[("text", "the eleventh")]).await;
        assert_eq!(wait.status(), 429);
        assert!(!wait.header("retry-after").is_empty());
        assert!(wait.text().contains("the eleventh</textarea>"), "{}", wait.text());
    }

    async fn a_rating_is_given_changed_and_removed_by_a_form(shop: TestApp) {
        let id = zinc(&shop).await;
        let api = shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        let path = format!("/en/book/{id}/rating");
        assert_eq!(to(&leila.post(&path, &[("value", "4.5")]).await), format!("/en/book/{id}-zinc#comments"));
        let seen = page(&leila, &format!("/en/book/{id}-zinc")).await;
        assert!(seen.contains("role=\"status\">Your rating is saved.<") && seen.contains("value=\"4.5\" checked"), "{seen}");
        assert!(seen.contains(&format!("/en/book/{id}-zinc/comments?rating=5")), "bars lead to their comments: {seen}");
        to(&leila.post(&path, &[("value", "0")]).await);
        assert_eq!(api.get(&format!("/books/{id}/ratings")).await.json()["mine"], 0.0);
        to(&leila.post(&path, &[("value", "0"), ("remove", "yes")]).await);
        assert_eq!(api.get(&format!("/books/{id}/ratings")).await.json()["mine"], Value::Null);
        for wrong in ["", "5.5", "x"] {
            assert_eq!(leila.post(&path, &[("value", wrong)]).await.status(), 422, "{wrong}");
        }
        let visitor = shop.browser().post_bare(&path, &[("value", "4")]).await;
        assert_eq!(to(&visitor), format!("/en/sign-in?next=%2Fen%2Fbook%2F{id}"));
    }

    async fn a_like_goes_back_to_where_the_button_stood(shop: TestApp) {
        let id = zinc(&shop).await;
        let leila = shop.reader("leila").await;
        let said = say(&leila, id, "one").await;
        shop.reader("karim").await;
        let karim = shop.browser_of("karim").await;
        let path = format!("/en/comment/{}/like", said["id"]);
        let next = format!("{}?sort=top", comments(id));
        let back = to(&karim.post(&path, &[("on", "yes"), ("next", &next)]).await);
        assert_eq!(back, format!("{next}#c-{}", said["id"]));
        let seen = page(&karim, &next).await;
        let pressed = "value=\"no\" aria-pressed=\"true\"";
        assert!(seen.contains(pressed), "{seen}");
        to(&karim.post(&path, &[("on", "no"), ("next", &next)]).await);
        assert!(!page(&karim, &next).await.contains(pressed));
        let visitor = shop.browser().post_bare(&path, &[("on", "yes"), ("next", &next)]).await;
        assert!(to(&visitor).starts_with("/en/sign-in?next="));
    }

    async fn a_report_needs_a_reason_and_thanks(shop: TestApp) {
        let id = zinc(&shop).await;
        let leila = shop.reader("leila").await;
        let said = say(&leila, id, "one").await;
        shop.reader("karim").await;
        let karim = shop.browser_of("karim").await;
        let path = format!("/en/comment/{}/report", said["id"]);
        assert!(page(&karim, &path).await.contains("value=\"off_topic\""));
        let bare = karim.post(&path, &[("note", "look")]).await;
        assert_eq!(bare.status(), 422);
        assert!(bare.text().contains("Choose a reason.") && bare.text().contains("look</textarea>"), "{}", bare.text());
        to(&karim.post(&path, &[("reason", "spam"), ("note", "look")]).await);
        let own = shop.browser_of("leila").await.get(&path).await;
        assert_eq!(own.status(), 403);
    }

    async fn whoever_may_not_write_is_told_why(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.newcomer("nora").await;
        let nora = shop.browser_of("nora").await;
        let seen = page(&nora, &comments(id)).await;
        assert!(seen.contains("Verify your e-mail address to rate") && !seen.contains("<textarea"), "{seen}");
        shop.run_jobs().await;
        shop.reader("leila").await;
        let until = shop.app.clock.now().plus_seconds(3 * 24 * 60 * 60);
        let suspended = sql!("update users set suspended_until = $1, suspension_reason = 'abuse' where username = 'leila'", until);
        shop.app.db.execute(suspended).await.unwrap();
        let leila = shop.browser_of("leila").await;
        let seen = page(&leila, &comments(id)).await;
        assert!(seen.contains("You can write again on") && seen.contains("Insult or threat"), "{seen}");
        assert!(!seen.contains("<textarea"), "{seen}");
        assert_eq!(leila.post(&format!("{}/new", comments(id)), &[("text", "x")]).await.status(), 403);
    }

    async fn spoilers_are_folded_and_never_told_in_the_head(shop: TestApp) {
        let id = zinc(&shop).await;
        let leila = shop.reader("leila").await;
        said(&leila, id, json!({ "text": "He ||dies in the sea|| then." })).await;
        let whole = said(&leila, id, json!({ "text": "The sister did it.", "spoiler": true })).await;
        for path in [comments(id), format!("{}/{}", comments(id), whole["id"]), format!("/en/book/{id}-zinc")] {
            let seen = page(&shop.browser(), &path).await;
            let (head, body) = seen.split_once("<body").unwrap();
            assert!(!head.contains("sister") && !head.contains("dies"), "{path}: {head}");
            let (before, _) = body.split_once("The sister did it.").unwrap();
            assert!(before.rfind("<details class=\"spoiler\"") > before.rfind("</details>"), "{path}: {before}");
        }
    }

    async fn a_thread_is_two_steps_deep_and_names_whom_it_answers(shop: TestApp) {
        let id = zinc(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let first = say(&leila, id, "one").await;
        let mut last = answer(&karim, id, &first, "reply 0").await;
        for at in 1..30 {
            last = answer(&leila, id, &last, &format!("reply {at}")).await;
        }
        let seen = page(&shop.browser(), &comments(id)).await;
        assert!(seen.contains("reply 2") && !seen.contains("reply 3"), "the first three: {seen}");
        assert!(seen.contains("All 30 replies"), "{seen}");
        let deepest = seen.match_indices("class=\"thread__replies\"").count();
        assert_eq!(deepest, 2, "two steps and no more");
        let thread = page(&shop.browser(), &format!("{}/{}", comments(id), first["id"])).await;
        assert!(thread.contains("reply 19") && !thread.contains("reply 20") && thread.contains("rel=\"next\""), "{thread}");
    }

    async fn the_list_is_narrowed_sorted_and_goes_on(shop: TestApp) {
        let id = zinc(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        leila.put(&format!("/books/{id}/rating"), json!({ "value": 5 })).await;
        for at in 0..21 {
            say(&leila, id, &format!("word {at:02}")).await;
        }
        say(&karim, id, "by Karim").await;
        let seen = page(&shop.browser(), &comments(id)).await;
        assert!(seen.contains("by Karim") && !seen.contains("word 00") && seen.contains("rel=\"next\""), "{seen}");
        let narrowed = page(&shop.browser(), &format!("{}?rating=5", comments(id))).await;
        assert!(!narrowed.contains("by Karim") && narrowed.contains("5 stars"), "{narrowed}");
        let none = page(&shop.browser(), &format!("{}?rating=2", comments(id))).await;
        assert!(none.contains("Nobody who gave this rating"), "{none}");
        let moved = shop.browser().get(&format!("/en/book/{id}-plomb/comments?sort=top")).await;
        assert_eq!((moved.status(), moved.header("location")), (301, format!("{}?sort=top", comments(id)).as_str()));
        assert_eq!(shop.browser().get("/en/book/999-zinc/comments").await.status(), 404);
    }

    async fn a_script_is_given_parts_of_pages(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        let csrf = leila.csrf().await.unwrap();
        let send = async |path: String, body: String| {
            let request = http::Request::post(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("hx-request", "true");
            leila.send(request.body(axum::body::Body::from(format!("csrf={csrf}&{body}")))).await
        };
        let posted = send(format!("{}/new", comments(id)), "text=one".to_owned()).await;
        assert_eq!(posted.status(), 200, "{}", posted.text());
        assert!(posted.text().starts_with("<article"), "{}", posted.text());
        let wrong = send(format!("{}/new", comments(id)), "text=".to_owned()).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().contains("class=\"alert") && !wrong.text().contains("<html"), "{}", wrong.text());
        let rated = send(format!("/en/book/{id}/rating"), "value=3.5".to_owned()).await;
        assert!(rated.text().contains("data-summary") && rated.text().contains("3.5"), "{}", rated.text());
    }
}
