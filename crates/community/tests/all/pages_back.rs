//! What cannot be taken comes back, without a script: words with their form, a press with a word where it was made.

use db::{Query as _, sql};
use testing::{Browser, PASSWORD, TestApp, on_both_databases};

use crate::pages::{comments, page, to, zinc};
use crate::{answer, count, say, site};

/// Ends the browser's session.
fn end_session(browser: &Browser) {
    browser.set_cookie("session", "ended");
}

/// Signs in by the page that an answer leads to, and goes on from there; the page that one comes back to.
async fn sign_in_from(browser: &Browser, address: &str, login: &str) -> String {
    let (path, query) = address.split_once('?').unwrap();
    assert_eq!(path, "/en/sign-in");
    let (_, next) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next").unwrap();
    let pair = [("login", login), ("password", PASSWORD), ("next", &*next)];
    let back = to(&browser.post_bare("/en/sign-in", &pair).await);
    assert_eq!(back, *next);
    page(browser, &back).await
}

async fn suspend(shop: &TestApp, username: &str) {
    let until = shop.app.clock.now().plus_seconds(24 * 60 * 60);
    let suspended = sql!(
        "update users set suspended_until = $1, suspension_reason = 'abuse' where username = $2",
        until,
        username
    );
    shop.app.db.execute(suspended).await.unwrap();
}

on_both_databases! {
    in site();

    async fn words_are_kept_while_whose_session_has_ended_signs_in(shop: TestApp) {
        let id = zinc(&shop).await;
        let api = shop.reader("leila").await;
        let (first, other) = (say(&api, id, "first").await, say(&api, id, "other").await);
        let leila = shop.browser_of("leila").await;
        let long: String = "حكاية ورّاقٍ في قصبة الجزائر يرث دكانًا من الكتب وسرًّا مخبّأً ".repeat(100).chars().take(5_000).collect();
        let mut places = vec![
            (format!("{}/new", comments(id)), "A new word.\n\nAnd another."),
            (format!("/en/comment/{}/reply", first["id"]), "An answer."),
            (format!("/en/comment/{}/edit", first["id"]), "Another first."),
        ];
        places.push((format!("{}/new", comments(id)), long.trim()));
        for (path, words) in places {
            end_session(&leila);
            let fields = [("text", words), ("spoiler", "on"), ("book", &id.to_string())];
            let led = to(&leila.post_bare(&path, &fields).await);
            let form = sign_in_from(&leila, &led, "leila").await;
            assert!(form.contains(&format!("{words}</textarea>")), "{path}: {form}");
            assert!(form.contains("Here is what you wrote before.") || path.ends_with("/edit"), "{form}");
            assert!(form.contains("value=\"on\" checked"), "{form}");
            let elsewhere = page(&leila, &format!("/en/comment/{}/reply", other["id"])).await;
            assert!(!elsewhere.contains(words), "in no other form");
            to(&leila.post(&path, &[("text", words)]).await);
            assert_eq!((leila.cookie("typed"), leila.cookie("typed-on")), (None, None), "sent once");
            shop.advance(60 * 60);
        }
        assert!(!page(&leila, &format!("{}/new", comments(id))).await.contains("A new word."));
    }

    async fn words_that_are_too_long_to_be_kept_are_shown_to_be_copied(shop: TestApp) {
        let id = zinc(&shop).await;
        let words: String = (0..5_000_u32).filter_map(|at| char::from_u32(0x4e00 + at.wrapping_mul(2_654_435_761) % 20_000)).collect();
        let answer = shop.browser().post_bare(&format!("{}/new", comments(id)), &[("text", &words)]).await;
        assert_eq!(answer.status(), 401);
        assert!(answer.text().contains(&format!("{words}</textarea>")) && answer.text().contains("/en/sign-in?next="), "{}", answer.text());
    }

    async fn nothing_typed_is_led_to_sign_in_like_any_form(shop: TestApp) {
        let id = zinc(&shop).await;
        let visitor = shop.browser();
        let led = to(&visitor.post_bare(&format!("{}/new", comments(id)), &[("text", " ")]).await);
        assert!(led.starts_with("/en/sign-in"), "{led}");
        assert_eq!(visitor.cookie("typed"), None);
    }

    async fn a_reply_to_what_is_gone_comes_back_as_a_comment_of_its_own(shop: TestApp) {
        let id = zinc(&shop).await;
        let api = shop.reader("leila").await;
        let (alone, answered) = (say(&api, id, "alone").await, say(&api, id, "answered").await);
        shop.reader("karim").await;
        answer(&shop.sign_in("karim").await, id, &answered, "an answer").await;
        let karim = shop.browser_of("karim").await;
        for gone in [&alone, &answered] {
            let path = format!("/en/comment/{}/reply", gone["id"]);
            let form = page(&karim, &path).await;
            assert!(form.contains(&format!("name=\"book\" value=\"{id}\"")), "{form}");
            api.delete(&format!("/comments/{}", gone["id"])).await;
            let words = format!("To what is gone, {}", gone["id"]);
            let fields = [("text", words.as_str()), ("spoiler", "on"), ("book", &id.to_string())];
            let back = karim.post(&path, &fields).await;
            assert_eq!(back.status(), 422, "{}", back.text());
            let new = format!("{}/new", comments(id));
            assert!(back.text().contains(&format!("action=\"{new}\"")), "{}", back.text());
            assert!(back.text().contains(&format!("{words}</textarea>")) && back.text().contains("value=\"on\" checked"), "{}", back.text());
            assert!(back.text().contains("The comment that you were answering is gone."), "{}", back.text());
            to(&karim.post(&new, &[("text", &words)]).await);
        }
        assert_eq!(count(&api, id).await, 3);
    }

    async fn a_script_is_told_that_what_was_answered_is_gone(shop: TestApp) {
        let id = zinc(&shop).await;
        let api = shop.reader("leila").await;
        let said = say(&api, id, "one").await;
        let leila = shop.browser_of("leila").await;
        let csrf = leila.csrf().await.unwrap();
        api.delete(&format!("/comments/{}", said["id"])).await;
        let request = http::Request::post(format!("/en/comment/{}/reply", said["id"]))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("hx-request", "true");
        let told = leila.send(request.body(axum::body::Body::from(format!("csrf={csrf}&text=two&book={id}")))).await;
        assert_eq!(told.status(), 422);
        assert!(told.text().contains("The comment that this one answers is gone.") && !told.text().contains("<html"), "{}", told.text());
    }

    async fn whoever_is_suspended_meanwhile_keeps_the_words_and_is_told_why(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        suspend(&shop, "leila").await;
        let back = leila.post(&format!("{}/new", comments(id)), &[("text", "my words")]).await;
        assert_eq!(back.status(), 403);
        assert!(back.text().contains("my words</textarea>") && back.text().contains("account is suspended"), "{}", back.text());
    }

    async fn a_rating_that_was_not_chosen_is_asked_for_in_its_form(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        let list = format!("{}?sort=top", comments(id));
        let seen = page(&leila, &list).await;
        assert!(seen.contains(&format!("name=\"next\" value=\"{list}\"")), "{seen}");
        let path = format!("/en/book/{id}/rating");
        let back = leila.post(&path, &[("next", &list)]).await;
        assert_eq!(back.status(), 422);
        let form = back.text();
        assert!(form.contains("Choose a rating first.") && form.contains("class=\"stars__radio\""), "{form}");
        assert!(form.contains("Error: ") && form.contains(&format!("name=\"next\" value=\"{list}\"")), "{form}");
        assert!(!form.contains("<bdi>value</bdi>"), "{form}");
        assert_eq!(to(&leila.post(&path, &[("next", &list), ("value", "3")]).await), list);
        assert_eq!(to(&leila.post(&path, &[("next", &list), ("value", "3"), ("remove", "yes")]).await), list);
        let elsewhere = leila.post(&path, &[("next", "//evil.example"), ("value", "3")]).await;
        assert_eq!(to(&elsewhere), format!("/en/book/{id}-zinc#comments"));
        let visitor = shop.browser().post_bare(&path, &[("next", &list), ("value", "3")]).await;
        assert!(to(&visitor).starts_with("/en/sign-in?next=%2Fen%2Fbook%2F"), "{}", to(&visitor));
    }

    async fn a_press_of_which_nothing_came_leads_back_with_a_word(shop: TestApp) {
        let id = zinc(&shop).await;
        let api = shop.reader("leila").await;
        let (gone, there) = (say(&api, id, "gone").await, say(&api, id, "there").await);
        shop.reader("karim").await;
        let karim = shop.browser_of("karim").await;
        api.delete(&format!("/comments/{}", gone["id"])).await;
        let press = async |comment: &serde_json::Value| {
            let path = format!("/en/comment/{}/like", comment["id"]);
            to(&karim.post(&path, &[("on", "yes"), ("next", &comments(id))]).await)
        };
        assert_eq!(press(&gone).await, comments(id));
        let seen = page(&karim, &comments(id)).await;
        assert!(seen.contains("notice--info") && seen.contains("that comment is no longer there"), "{seen}");
        suspend(&shop, "karim").await;
        assert_eq!(press(&there).await, comments(id));
        let seen = page(&karim, &comments(id)).await;
        assert!(seen.contains("notice--info") && seen.contains("account is suspended"), "{seen}");
        let rated = karim.post(&format!("/en/book/{id}/rating"), &[("value", "3"), ("next", &comments(id))]).await;
        assert_eq!(to(&rated), comments(id));
    }

    async fn whoever_is_not_verified_is_shown_where_to_verify(shop: TestApp) {
        let id = zinc(&shop).await;
        shop.newcomer("nora").await;
        let nora = shop.browser_of("nora").await;
        let new = format!("{}/new", comments(id));
        let next = format!("/en/verify?next=%2Fen%2Fbook%2F{id}-zinc%2Fcomments%2Fnew");
        let answer = nora.get(&new).await;
        assert_eq!(answer.status(), 403);
        assert!(answer.text().contains(&next), "{}", answer.text());
        let said = say(&shop.reader("leila").await, id, "one").await;
        for (path, field) in [(new, "text"), (format!("/en/book/{id}/rating"), "value"), (format!("/en/comment/{}/like", said["id"]), "on")] {
            let answer = nora.post(&path, &[(field, "4")]).await;
            assert_eq!(answer.status(), 403, "{path}");
            assert!(answer.text().contains("href=\"/en/verify"), "{path}: {}", answer.text());
        }
        shop.run_jobs().await;
    }
}
