//! `/sign-in`, `/sign-out`

use testing::{PASSWORD, on_both_databases};
use web::Role;

use crate::site;

on_both_databases! {
    in site();

    async fn the_page_is_there_in_each_language_and_leads_nobody_astray(shop: TestApp) {
        for language in ["en", "fr", "ar"] {
            let page = shop.get(&format!("/{language}/sign-in?next=/{language}/account/genres")).await;
            assert_eq!(page.status(), 200);
            assert!(page.text().contains(&format!("value=\"/{language}/account/genres\"")));
            assert!(page.text().contains(&format!("action=\"/{language}/sign-in\"")));
        }
        shop.account("leila", Role::Reader).await;
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"] {
            let query = elsewhere.replace(':', "%3A").replace('/', "%2F").replace('\\', "%5C");
            let page = shop.get(&format!("/en/sign-in?next={query}")).await;
            assert!(!page.text().contains("evil.example\"") && !page.text().contains("name=\"next\""), "{elsewhere}");
            let fields = [("login", "leila"), ("password", PASSWORD), ("next", elsewhere)];
            let answer = shop.browser().post("/en/sign-in", &fields).await;
            assert_eq!((answer.status(), answer.header("location")), (303, "/en/"), "{elsewhere}");
        }
    }

    async fn a_visitor_is_led_to_sign_in_and_back(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser();
        let led = browser.get("/fr/account/genres?x=1").await;
        assert_eq!((led.status(), led.header("location")), (303, "/fr/sign-in?next=%2Ffr%2Faccount%2Fgenres%3Fx%3D1"));
        let fields = [("login", "leila"), ("password", PASSWORD), ("next", "/fr/account/genres?x=1")];
        let back = browser.post("/fr/sign-in", &fields).await;
        assert_eq!((back.status(), back.header("location")), (303, "/fr/account/genres?x=1"));
        assert_eq!(browser.get("/fr/account/genres?x=1").await.status(), 200);
        // Who is signed in goes straight on.
        let on = browser.get("/fr/sign-in?next=/fr/browse").await;
        assert_eq!((on.status(), on.header("location")), (303, "/fr/browse"));
        assert_eq!(browser.get("/fr/sign-in").await.header("location"), "/fr/account");
    }

    async fn what_is_wrong_is_said_beside_the_form_which_keeps_the_login_and_no_password(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let wrong = [("login", "leila\"><script>"), ("password", "guessed wrongly")];
        let answer = shop.browser().post("/en/sign-in", &wrong).await;
        assert_eq!(answer.status(), 422);
        assert!(answer.text().contains("leila&quot;&gt;&lt;script&gt;") && !answer.text().contains("guessed wrongly"));
        assert!(answer.set_cookie("session").is_empty());
        let empty = shop.browser().post("/en/sign-in", &[]).await;
        assert_eq!(empty.status(), 422);
        let long = shop.browser().post("/en/sign-in", &[("login", "leila"), ("password", &"x".repeat(2_000))]).await;
        assert_eq!(long.status(), 422);
    }

    async fn known_and_unknown_logins_get_the_same_page(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let page = |login: &'static str| {
            let browser = shop.browser();
            async move { browser.post("/en/sign-in", &[("login", login), ("password", "guessed wrongly")]).await }
        };
        let (known, unknown) = (page("leila").await, page("layla").await);
        assert_eq!(known.status(), unknown.status());
        assert_eq!(known.text().replace("leila", "layla"), unknown.text());
    }

    async fn the_page_of_somebody_who_has_to_wait_says_how_long(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser();
        for _ in 0..3 {
            assert_eq!(browser.post("/en/sign-in", &[("login", "leila"), ("password", "guessed")]).await.status(), 422);
            shop.advance(1);
        }
        shop.advance(-1);
        let held = browser.post("/en/sign-in", &[("login", "leila"), ("password", PASSWORD)]).await;
        assert_eq!((held.status(), held.header("retry-after")), (429, "3"));
        assert!(held.text().contains("3 seconds"), "{}", held.text());
    }
}
