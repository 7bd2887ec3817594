//! The buttons and pages of what is kept, as a browser without JavaScript has them.

use axum::body::Body;
use db::{Query as _, sql};
use discovery::keeping::Searches;
use http::Request;
use serde_json::{Value, json};
use testing::{PASSWORD, TestResponse, book, on_both_databases, shared_data};
use web::Role;

use crate::history::user;
use crate::shop as site;

/// Whether the button of this form is pressed on a page.
fn is_pressed(page: &TestResponse, action: &str) -> bool {
    let (_, rest) = page
        .text()
        .split_once(&format!("formaction=\"{action}\""))
        .unwrap_or_else(|| panic!("{action} in {}", page.text()));
    rest.split('>').next().unwrap_or_default().contains("aria-pressed=\"true\"")
}

on_both_databases! {
    in site();

    async fn a_heart_is_pressed_on_a_list_and_one_is_back_on_it(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let action = format!("/fr/book/{zinc}/favorite");
        assert!(!is_pressed(&browser.get("/fr/new").await, &action));
        for (on, is_on) in [("yes", true), ("yes", true), ("no", false)] {
            let answer = browser.post(&action, &[("on", on), ("next", "/fr/new?sort=title")]).await;
            assert_eq!((answer.status(), answer.header("location")), (303, "/fr/new?sort=title"));
            let list = browser.get("/fr/new").await;
            assert_eq!(is_pressed(&list, &action), is_on);
            let said = if is_on { "Ajouté à vos favoris." } else { "Retiré de vos favoris." };
            assert!(list.text().contains(said), "{}", list.text());
            assert_eq!(is_pressed(&browser.get(&format!("/fr/book/{zinc}-zinc")).await, &action), is_on);
        }
        let elsewhere = browser.post(&action, &[("on", "yes"), ("next", "//evil.example")]).await;
        assert_eq!(elsewhere.header("location"), format!("/fr/book/{zinc}"));
        assert_eq!(browser.get(&action).await.header("location"), format!("/fr/book/{zinc}"));
    }

    async fn a_visitor_who_presses_is_led_to_sign_in_and_back(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let shop = shop.with(|settings| settings.destinations.push((ui::Tab::Account, web::ACCOUNT)));
        let page = shop.get("/fr/new").await;
        assert!(!is_pressed(&page, &format!("/fr/book/{zinc}/favorite")));
        assert!(page.text().contains("<form id=\"keep\"") && page.text().contains("value=\"/fr/new\""));
        let answer = shop.browser().post(&format!("/fr/book/{zinc}/favorite"), &[("on", "yes"), ("next", "/fr/new")]).await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/fr/sign-in?next=%2Ffr%2Fnew"));
        for path in ["/fr/account/favourites", "/fr/account/read-later", "/fr/account/history"] {
            assert!(shop.get(path).await.header("location").starts_with("/fr/sign-in?next="), "{path}");
        }
    }

    async fn what_a_visitor_pressed_is_done_once_they_have_signed_in(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser();
        let heart = format!("/fr/book/{zinc}/favorite");
        let pressed = browser.post(&heart, &[("on", "yes"), ("next", "/fr/new")]).await;
        browser.get(pressed.header("location")).await;
        assert_eq!(leila.get("/me/favorites").await.json()["items"].as_array().unwrap().len(), 0, "a look does nothing");
        let pair = [("login", "leila"), ("password", PASSWORD), ("next", "/fr/new")];
        let signed_in = browser.post("/fr/sign-in", &pair).await;
        assert_eq!((signed_in.status(), signed_in.header("location")), (303, "/fr/new"));
        let list = browser.get("/fr/new").await;
        assert!(is_pressed(&list, &heart) && list.text().contains("Ajouté à vos favoris."), "{}", list.text());
        assert_eq!(browser.cookie("wish"), None, "once");
    }

    async fn what_a_visitor_pressed_is_done_once_they_have_signed_up(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let browser = shop.browser();
        browser.post(&format!("/fr/book/{zinc}/bookmark"), &[("on", "yes"), ("next", "/fr/new")]).await;
        let filled = [("username", "nour"), ("email", "nour@mail.example"), ("password", PASSWORD), ("next", "/fr/new")];
        let made = browser.post("/fr/sign-up", &filled).await;
        assert_eq!((made.status(), made.header("location")), (303, "/fr/welcome/genres?next=%2Ffr%2Fnew"));
        let kept = browser.get("/fr/account/read-later").await;
        assert!(kept.text().contains(">Zinc<"), "{}", kept.text());
        shop.run_jobs().await;
    }

    async fn a_wish_that_nobody_pressed_does_nothing(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser();
        let foreign = Request::post(format!("/fr/book/{zinc}/favorite"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "https://evil.example")
            .body(Body::from("on=yes"));
        assert_eq!((browser.send(foreign).await.status(), browser.cookie("wish")), (403, None));
        for word in ["", "favorite.1000.yes", "favorite.x.yes", "account.1.yes"] {
            browser.set_cookie("wish", word);
            let signed_in = browser.post("/fr/sign-in", &[("login", "leila"), ("password", PASSWORD)]).await;
            assert_eq!(signed_in.status(), 303, "{word}");
        }
        assert_eq!(leila.get("/me/favorites").await.json()["items"].as_array().unwrap().len(), 0);
    }

    async fn what_a_notice_tells_of_can_be_undone(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        for (kind, back) in [("dismissal", "Ce livre peut de nouveau vous être recommandé."), ("favorite", "Retiré de vos favoris.")] {
            browser.post(&format!("/fr/book/{zinc}/{kind}"), &[("on", "yes"), ("next", "/fr/new?sort=title")]).await;
            let page = browser.get("/fr/new?sort=title").await;
            let what = format!("{kind}.{zinc}.no");
            assert!(page.text().contains("action=\"/fr/undo\"") && page.text().contains(&what), "{}", page.text());
            let undone = browser.post("/fr/undo", &[("what", &what), ("next", "/fr/new?sort=title")]).await;
            assert_eq!((undone.status(), undone.header("location")), (303, "/fr/new?sort=title"));
            let page = browser.get("/fr/new?sort=title").await;
            assert!(page.text().contains(back) && !page.text().contains("/fr/undo"), "{}", page.text());
        }
        assert_eq!(browser.post("/fr/undo", &[("what", "account.1.no")]).await.status(), 404);
        assert_eq!(browser.get("/fr/undo").await.header("location"), "/fr/");
    }

    async fn whoever_was_signed_out_comes_back_to_the_history(shop: TestApp) {
        for (referrer, next) in [
            ("http://shop.example/fr/account/history?show=read", "?next=%2Ffr%2Faccount%2Fhistory%3Fshow%3Dread"),
            ("https://evil.example/fr/account/history", ""),
        ] {
            let pause = Request::post("/fr/account/history/pause")
                .header("content-type", "application/x-www-form-urlencoded")
                .header("referer", referrer)
                .body(Body::from("paused=yes"));
            let answer = shop.browser().send(pause).await;
            assert_eq!((answer.status(), answer.header("location")), (303, format!("/fr/sign-in{next}").as_str()));
        }
    }

    async fn what_was_removed_from_the_history_can_be_put_back(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        browser.get(&format!("/en/book/{zinc}-zinc")).await;
        leila.put(&format!("/books/{zinc}/read"), Value::Null).await;
        Searches::record(&shop.app.db, user(&leila).await, "zinc, d'abord", shop.app.clock.now()).await.unwrap();
        browser.post("/en/account/history/pause", &[("paused", "yes")]).await;
        for (path, field) in [("/me/history", "view"), ("/me/searches", "search"), ("/me/read", "read")] {
            let before = leila.get(path).await.json();
            let id = if field == "read" { zinc.to_string() } else { before["items"][0]["id"].to_string() };
            shop.advance(60);
            browser.post("/en/account/history/remove", &[(field, &id), ("next", "/en/account/history")]).await;
            assert_eq!(leila.get(path).await.json()["items"], json!([]), "{path}");
            let page = browser.get("/en/account/history").await;
            let (_, rest) = page.text().split_once("name=\"what\" value=\"").unwrap();
            let what = rest.split('"').next().unwrap();
            browser.post("/en/undo", &[("what", what), ("next", "/en/account/history")]).await;
            let after = leila.get(path).await.json();
            for key in ["viewed_at", "searched_at", "text", "read_at"] {
                assert_eq!(after["items"][0][key], before["items"][0][key], "{path} {key}");
            }
            assert_eq!(after["items"].as_array().unwrap().len(), 1);
        }
    }

    async fn nobodys_hearts_are_shown_to_another(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        leila.put(&format!("/books/{zinc}/favorite"), Value::Null).await;
        let browser = shop.browser_of("leila").await;
        let hers = browser.get("/fr/new").await;
        let anybodys = shop.get("/fr/new").await;
        assert_eq!(hers.header("cache-control"), "private, no-cache");
        assert_eq!(anybodys.header("cache-control"), "no-cache");
        assert!(hers.header("vary").contains("cookie") && anybodys.header("vary").contains("cookie"));
        assert_ne!(hers.header("etag"), anybodys.header("etag"));
        let action = format!("/fr/book/{zinc}/favorite");
        assert!(is_pressed(&hers, &action) && !is_pressed(&anybodys, &action));
    }

    async fn favourites_tell_when_a_book_costs_less_now(shop: TestApp) {
        let zinc = book("Zinc").file(shared_data("epub/trees.epub")).put(&shop).await;
        let atlas = book("Atlas").put(&shop).await;
        let leila = shop.reader("leila").await;
        for id in [zinc, atlas] {
            leila.put(&format!("/books/{id}/favorite"), Value::Null).await;
        }
        shop.app.db.execute(sql!("update books set price_amount = 70000 where id = $1", zinc)).await.unwrap();
        shop.app.db.execute(sql!("update books set price_amount = 10000 where id = $1", atlas)).await.unwrap();
        let page = shop.browser_of("leila").await.get("/fr/account/favourites").await;
        let text = page.text().replace('\u{a0}', " ");
        assert_eq!(text.matches("<s aria-hidden=\"true\"><bdi>950 DA</bdi></s>").count(), 1, "not of what cannot be had");
        assert!(text.contains("Avant : \u{2068}950 DA\u{2069}"), "{text}");
    }

    async fn the_lists_say_how_they_are_filled_and_are_looked_through(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        for (path, empty, what) in [
            ("/ar/account/favourites", "لا كتب في المفضلة بعد", "favorite"),
            ("/ar/account/read-later", "لا شيء للقراءة لاحقًا بعد", "bookmark"),
        ] {
            let page = browser.get(path).await;
            assert!(page.text().contains(empty) && page.text().contains("noindex"), "{path}");
            leila.put(&format!("/books/{zinc}/{what}"), Value::Null).await;
            assert!(browser.get(path).await.text().contains("Zinc"), "{path}");
            assert!(browser.get(&format!("{path}?q=zi")).await.text().contains(">Zinc<"), "{path}");
            assert!(!browser.get(&format!("{path}?q=xyz")).await.text().contains(">Zinc<"), "{path}");
        }
        let hub = browser.get("/en/account").await;
        for href in ["/en/account/favourites", "/en/account/read-later", "/en/account/history"] {
            assert!(hub.text().contains(&format!("href=\"{href}\"")), "{href}");
        }
        assert!(browser.get("/en/account/data").await.text().contains("Your favourites, your books to read later"));
    }

    async fn the_history_is_changed_by_forms(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        browser.get(&format!("/en/book/{zinc}-zinc")).await;
        leila.put(&format!("/books/{zinc}/read"), Value::Null).await;
        let entries = leila.get("/me/history").await.json();
        let id = entries["items"][0]["id"].to_string();
        let removed = browser.post("/en/account/history/remove", &[("view", &id), ("next", "/en/account/history")]).await;
        assert_eq!((removed.status(), removed.header("location")), (303, "/en/account/history"));
        assert!(browser.get("/en/account/history").await.text().contains("Removed from your history."));
        let paused = browser.post("/en/account/history/pause", &[("paused", "yes")]).await;
        assert_eq!(paused.header("location"), "/en/account/history");
        let page = browser.get("/en/account/history").await;
        assert!(page.text().contains("Your history is paused") && page.text().contains("Resume"), "{}", page.text());
        browser.post("/en/account/history/pause", &[("paused", "no")]).await;
        assert!(!browser.get("/en/account/history").await.text().contains("Your history is paused"));
        let read = "/en/account/history?show=read";
        assert!(browser.get(read).await.text().contains("Zinc"));
        assert!(browser.get("/en/account/history/clear?show=read").await.text().contains("Clear the list of read books?"));
        let cleared = browser.post("/en/account/history/clear", &[("show", "read")]).await;
        assert_eq!(cleared.header("location"), read);
        assert!(browser.get(read).await.text().contains("The books that you mark as read"));
    }
}
