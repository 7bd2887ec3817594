//! `/account` and what lies below it

use testing::{PASSWORD, address, on_both_databases};
use web::Role;

use crate::me::picture::png;
use crate::site;

const BELOW: [&str; 7] = ["", "/profile", "/security", "/preferences", "/genres", "/data", "/delete"];

on_both_databases! {
    in site();

    async fn every_page_is_there_in_every_language_and_for_nobody_else(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        for language in ["en", "fr", "ar"] {
            for page in BELOW {
                let path = format!("/{language}/account{page}");
                let shown = browser.get(&path).await;
                assert_eq!(shown.status(), 200, "{path}");
                let caching = shown.header("cache-control");
                assert!(caching.contains("private") || caching.contains("no-store"), "{path}: {caching}");
                assert!(shown.text().contains("noindex"), "{path}");
                assert_eq!(shop.get(&path).await.status(), 303, "{path}");
            }
        }
    }

    async fn the_profile_is_changed_and_said_so_once(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let fields = [("name", "Leïla <b>"), ("username", "leila"), ("phone", "0551234567")];
        let saved = browser.post("/en/account/profile", &fields).await;
        assert_eq!((saved.status(), saved.header("location")), (303, "/en/account"));
        let page = browser.get("/en/account").await;
        assert!(page.text().contains("Your profile is saved.") && page.text().contains("Leïla &lt;b&gt;"));
        assert!(!browser.get("/en/account").await.text().contains("Your profile is saved."));
        let wrong = browser.post("/en/account/profile", &[("name", "N"), ("username", "a b"), ("phone", "12")]).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().contains("value=\"a b\"") && wrong.text().contains("value=\"12\""));
    }

    async fn a_picture_is_set_refused_and_removed(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let set = browser.upload("/en/account/picture", "me.png", &png()).await;
        assert_eq!((set.status(), set.header("location")), (303, "/en/account/profile"));
        assert!(browser.get("/en/account").await.text().contains("/pictures/"));
        let refused = browser.upload("/en/account/picture", "me.png", b"<script>").await;
        assert_eq!(refused.status(), 422);
        let large = browser.upload("/en/account/picture", "me.png", &vec![0; 1 << 20]).await;
        assert_eq!(large.status(), 422, "a megabyte is not too much to look at");
        assert_eq!(browser.post("/en/account/picture/remove", &[]).await.status(), 303);
        assert!(!browser.get("/en/account").await.text().contains("/pictures/"));
        shop.run_jobs().await;
        assert!(shop.media().await.is_empty());
    }

    async fn password_address_and_sessions_are_changed(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let (browser, other) = (shop.browser_of("leila").await, shop.browser_of("leila").await);
        let changed = browser.post("/en/account/password", &[("current", PASSWORD), ("new", "une autre encre 43")]).await;
        assert_eq!((changed.status(), changed.header("location")), (303, "/en/account/security"));
        assert_eq!((browser.get("/en/account").await.status(), other.get("/en/account").await.status()), (200, 303));
        let wrong = browser.post("/en/account/password", &[("current", PASSWORD), ("new", "une autre encre 44")]).await;
        assert_eq!(wrong.status(), 422);
        assert!(!wrong.text().contains("une autre encre"));
        let held = browser.post("/en/account/email", &[("email", "x@exemple.dz"), ("password", "une autre encre 43")]).await;
        assert_eq!((held.status(), held.header("retry-after")), (429, "1"), "one wrong password makes all forms wait");
        assert!(held.text().contains("href=\"#email-password\""), "and the problem leads to its field: {}", held.text());
        shop.advance(1);
        let asked = browser.post("/en/account/email", &[("email", "x@exemple.dz"), ("password", "une autre encre 43")]).await;
        assert_eq!(asked.status(), 303, "{}", asked.text());
        let page = browser.get(asked.header("location")).await;
        assert!(page.text().contains("name=\"code\""), "{}", page.text());
        let code = shop.code_to("x@exemple.dz").await;
        assert_eq!(browser.post("/en/verify", &[("code", &code)]).await.status(), 303);
        assert!(browser.get("/en/account/security").await.text().contains("x@exemple.dz"));
        shop.run_jobs().await;
    }

    async fn another_password_gives_the_session_another_secret(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let (browser, copy) = (shop.browser_of("leila").await, shop.browser());
        copy.set_cookie("session", &browser.cookie("session").unwrap());
        assert_eq!(copy.get("/en/account").await.status(), 200);
        shop.advance(24 * 60 * 60);
        let fields = [("current", PASSWORD), ("new", "une autre encre 43")];
        let changed = browser.post("/en/account/password", &fields).await;
        assert!(changed.set_cookie("session").contains("; Max-Age=2505600;"), "29 days are left: {}", changed.set_cookie("session"));
        assert_eq!((browser.get("/en/account").await.status(), copy.get("/en/account").await.status()), (200, 303));
        // The same through the API, with the cookie.
        copy.set_cookie("session", &browser.cookie("session").unwrap());
        let body = serde_json::json!({ "current": "une autre encre 43", "new": PASSWORD });
        let request = http::Request::put("/api/v1/me/password")
            .header("content-type", "application/json")
            .header("x-csrf-token", browser.csrf().await.unwrap())
            .body(body.to_string().into());
        assert_eq!(browser.send(request).await.status(), 204);
        assert_eq!((browser.get("/en/account").await.status(), copy.get("/en/account").await.status()), (200, 303));
        // One that ends with the browser does so afterwards, too.
        let browser = shop.browser();
        browser.post("/en/sign-in", &[("login", "leila"), ("password", PASSWORD)]).await;
        let changed = browser.post("/en/account/password", &fields).await;
        assert!(!changed.set_cookie("session").is_empty() && !changed.set_cookie("session").contains("Max-Age"));
        shop.run_jobs().await;
    }

    async fn sessions_are_ended_from_the_page(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        shop.account("karim", Role::Reader).await;
        let (browser, other, karim) = (shop.browser_of("leila").await, shop.browser_of("leila").await, shop.browser_of("karim").await);
        let page = browser.get("/en/account/security").await;
        let (_, rest) = page.text().split_once("/en/account/sessions/").unwrap();
        let id: i64 = rest.split('/').next().unwrap().parse().unwrap();
        karim.post(&format!("/en/account/sessions/{id}/end"), &[]).await;
        assert_eq!(other.get("/en/account").await.status(), 200, "nobody ends another's session");
        assert_eq!(browser.post(&format!("/en/account/sessions/{id}/end"), &[]).await.status(), 303);
        assert_eq!((browser.get("/en/account").await.status(), other.get("/en/account").await.status()), (200, 303));
        let third = shop.browser_of("leila").await;
        assert_eq!(browser.post("/en/account/sessions/end", &[]).await.status(), 303);
        assert_eq!(third.get("/en/account").await.status(), 303);
    }

    async fn preferences_are_kept_in_the_account_and_in_the_browser(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let saved = browser.post("/en/account/preferences", &[("locale", "ar"), ("theme", "dark")]).await;
        assert_eq!((saved.status(), saved.header("location")), (303, "/ar/account"));
        assert_eq!((browser.cookie("theme").as_deref(), browser.cookie("locale").as_deref()), (Some("dark"), Some("ar")));
        let me = shop.sign_in("leila").await.get("/me").await.json();
        assert_eq!((me["locale"].as_str(), me["theme"].as_str()), (Some("ar"), Some("dark")));
        assert_eq!(browser.post("/en/account/preferences", &[("locale", "de"), ("theme", "")]).await.status(), 422);
        let elsewhere = shop.browser_of("leila").await;
        assert_eq!(elsewhere.cookie("theme").as_deref(), Some("dark"), "the next browser has it from the start");
    }

    async fn what_is_done_with_spoilers_is_chosen_among_the_preferences(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let (browser, program) = (shop.browser_of("leila").await, shop.sign_in("leila").await);
        let is_chosen = |page: &str, word: &str| page.contains(&format!("value=\"{word}\" checked"));
        assert!(is_chosen(browser.get("/en/account/preferences").await.text(), "by_progress"));
        let fields = |word| [("locale", "en"), ("theme", "auto"), ("spoilers", word)];
        assert_eq!(browser.post("/en/account/preferences", &fields("never")).await.status(), 303);
        assert_eq!(program.get("/me").await.json()["spoilers"], "never");
        assert!(is_chosen(browser.get("/en/account/preferences").await.text(), "never"));
        let wrong = browser.post("/en/account/preferences", &fields("sometimes")).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().contains("href=\"#spoilers\""), "the problem leads to its field");
        assert_eq!(program.get("/me").await.json()["spoilers"], "never");
    }

    async fn the_account_is_deleted_with_its_password_only(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        assert_eq!(browser.post("/en/account/delete", &[("password", "guessed")]).await.status(), 422);
        shop.advance(1);
        let gone = browser.post("/en/account/delete", &[("password", PASSWORD)]).await;
        assert_eq!((gone.status(), gone.header("location")), (303, "/en/"));
        assert_eq!((browser.cookie("session"), browser.cookie("device")), (None, None));
        assert_eq!(browser.get("/en/account").await.status(), 303);
        assert!(shop.mail_to(&address("leila")).await.text.contains("leila"));
    }

    async fn the_mailbox_of_development_is_there_on_ones_own_machine_only(shop: TestApp) {
        shop.newcomer("leila").await;
        shop.run_jobs().await;
        assert_eq!(shop.get_with("/dev/mail", &[("host", "127.0.0.1:8000")]).await.status(), 404);
        let own = shop.at("http://127.0.0.1:8000");
        let list = own.get_with("/dev/mail", &[("host", "127.0.0.1:8000")]).await;
        assert_eq!((list.status(), list.header("cache-control")), (200, "no-store"));
        let (_, rest) = list.text().split_once("href=\"/dev/mail/").unwrap();
        let name = rest.split('"').next().unwrap();
        let mail = own.get_with(&format!("/dev/mail/{name}"), &[("host", "localhost:8000")]).await;
        assert!(mail.status() == 200 && mail.text().contains("/verify?account="), "{}", mail.text());
        for (name, value) in [("host", "evil.example"), ("x-forwarded-for", "192.0.2.1"), ("forwarded", "for=192.0.2.1")] {
            let headers = [("host", "127.0.0.1:8000"), (name, value)];
            let headers = if name == "host" { &headers[1..] } else { &headers[..] };
            assert_eq!(own.get_with("/dev/mail", headers).await.status(), 404, "{name}");
        }
        for (peer, status) in [("127.0.0.1:4000", 200), ("192.0.2.7:4000", 404)] {
            let peer: std::net::SocketAddr = peer.parse().unwrap();
            let request = http::Request::get("/dev/mail").header("host", "127.0.0.1:8000");
            let request = request.extension(axum::extract::ConnectInfo(peer)).body(axum::body::Body::empty());
            assert_eq!(own.send(request.unwrap()).await.status(), status, "{peer}");
        }
        for path in ["/dev/mail/..%2F..%2Fetc%2Fpasswd", "/dev/mail/x.eml", "/dev/mail/.hidden.eml"] {
            assert_eq!(own.get_with(path, &[("host", "127.0.0.1:8000")]).await.status(), 404, "{path}");
        }
    }
}
