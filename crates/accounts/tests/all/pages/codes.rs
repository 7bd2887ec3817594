//! `/verify`, `/forgot`, `/reset`: links in mails fill codes in and use nothing up.

use testing::{PASSWORD, address, code_in, on_both_databases};
use web::Role;

use crate::site;

const NEW: &str = "une autre encre 43";

/// The link of a mail, as a path.
fn link(mail: &mail::Mail) -> String {
    let line = mail.text.lines().find(|line| line.starts_with("http") && line.contains("code=")).unwrap();
    line.strip_prefix("http://shop.example").unwrap().to_owned()
}

on_both_databases! {
    in site();

    async fn the_link_of_the_mail_fills_the_code_in_and_uses_nothing_up(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let mail = shop.mail_to(&address("leila")).await;
        let code = code_in(&mail).unwrap();
        // On another device, where nobody is signed in; programs that look at mails open the link too.
        let browser = shop.browser();
        for _ in 0..8 {
            let page = browser.get(&link(&mail)).await;
            assert_eq!((page.status(), page.header("cache-control")), (200, "no-store"));
            assert!(page.text().contains(&format!("value=\"{code}\"")), "{}", page.text());
        }
        assert_eq!(leila.get("/me").await.json()["email_verified"], false);
        let account = leila.get("/me").await.json()["id"].to_string();
        let fields = [("account", account.as_str()), ("code", code.as_str()), ("password", PASSWORD)];
        let done = browser.post("/en/verify", &fields).await;
        assert_eq!((done.status(), done.header("location")), (303, "/en/"), "{}", done.text());
        assert_eq!(leila.get("/me").await.json()["email_verified"], true);
        assert!(browser.get("/en/account").await.text().contains("leila"), "password and code sign in");
        let again = shop.browser().post("/en/verify", &fields).await;
        assert_eq!(again.status(), 303, "to who has the password it is no riddle that it is done");
        let session = again.set_cookie("session");
        assert!(!session.is_empty() && !session.contains("Max-Age"), "not remembered: {session}");
        let page = browser.get(&link(&mail)).await;
        assert!(page.text().contains("There is nothing more to do"), "nor to who is signed in: {}", page.text());
    }

    async fn following_the_link_of_a_strangers_account_gives_the_stranger_nothing(shop: TestApp) {
        let stranger = shop.newcomer("leila").await;
        let mail = shop.mail_to(&address("leila")).await;
        let (code, account) = (code_in(&mail).unwrap(), stranger.get("/me").await.json()["id"].to_string());
        // Whose mailbox it is follows the link, and does not know the password that the stranger chose.
        let victim = shop.browser();
        let page = victim.get(&link(&mail)).await;
        assert!(page.text().contains("name=\"password\"") && page.text().contains("your password is needed too"), "{}", page.text());
        for password in ["", "un phare dans la nuit"] {
            let refused = victim.post("/en/verify", &[("account", &account), ("code", &code), ("password", password)]).await;
            assert_eq!(refused.status(), 422);
            assert!(!refused.text().contains("phare"));
            shop.advance(10);
        }
        assert_eq!(victim.post("/en/verify", &[("account", &account), ("code", &code)]).await.status(), 422);
        assert_eq!(stranger.get("/me").await.json()["email_verified"], false);
    }

    async fn only_who_knows_the_password_uses_up_the_tries_of_a_code(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let (code, account) = (shop.code_to(&address("leila")).await, leila.get("/me").await.json()["id"].to_string());
        for _ in 0..8 {
            let wrong = [("account", account.as_str()), ("code", "ABCDEFG"), ("password", "guessed")];
            assert_eq!(shop.browser().post("/en/verify", &wrong).await.status(), 422);
            shop.advance(10);
        }
        let right = [("account", account.as_str()), ("code", code.as_str()), ("password", PASSWORD)];
        assert_eq!(shop.browser().post("/en/verify", &right).await.status(), 303);
    }

    async fn unknown_account_wrong_password_and_wrong_code_get_one_answer_and_the_first_two_one_wait(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let (code, account) = (shop.code_to(&address("leila")).await, leila.get("/me").await.json()["id"].to_string());
        let mut pages = Vec::new();
        for (account, password) in [(account.as_str(), PASSWORD), (account.as_str(), "guessed"), ("999", "guessed")] {
            let fields = [("account", account), ("code", "ABCDEFG"), ("password", password)];
            let page = shop.browser().post("/en/verify", &fields).await;
            assert_eq!(page.status(), 422);
            pages.push(page.text().replace(&format!("value=\"{account}\""), "value=\"N\""));
        }
        assert!(pages[0].contains("The code or the password is wrong"), "{}", pages[0]);
        assert!(pages[0] == pages[1] && pages[1] == pages[2]);
        for account in [account.as_str(), "999"] {
            let fields = [("account", account), ("code", code.as_str()), ("password", PASSWORD)];
            let held = shop.browser().post("/en/verify", &fields).await;
            assert_eq!((held.status(), held.header("retry-after")), (429, "1"), "{account}");
        }
        assert_eq!(leila.get("/me").await.json()["email_verified"], false);
    }

    async fn guesses_at_the_link_are_guesses_at_the_account(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let account = leila.get("/me").await.json()["id"].to_string();
        for _ in 0..100 {
            let wrong = [("account", account.as_str()), ("code", "ABCDEFG"), ("password", "guessed")];
            assert_eq!(shop.browser().post("/en/verify", &wrong).await.status(), 422);
            shop.advance(10);
        }
        let answer = shop.browser().post("/en/sign-in", &[("login", "leila"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status(), 422);
        shop.run_jobs().await;
    }

    async fn a_link_for_another_account_than_the_one_that_is_signed_in_says_so(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let mail = shop.mail_to(&address("leila")).await;
        let (code, account) = (code_in(&mail).unwrap(), leila.get("/me").await.json()["id"].to_string());
        shop.account("karim", Role::Reader).await;
        let browser = shop.browser_of("karim").await;
        let page = browser.get(&link(&mail)).await;
        assert!(page.text().contains("another account") && page.text().contains("karim"), "{}", page.text());
        assert!(!page.text().contains("leila"), "whose code it is remains unsaid");
        let fields = [("account", account.as_str()), ("code", code.as_str()), ("password", PASSWORD)];
        assert_eq!(browser.post("/en/verify", &fields[..2]).await.status(), 422);
        shop.advance(1);
        assert_eq!(browser.post("/en/verify", &fields).await.status(), 303);
        assert_eq!(leila.get("/me").await.json()["email_verified"], true);
        assert!(browser.get("/en/account").await.text().contains("karim"), "and stays signed in");
    }

    async fn a_move_to_another_address_needs_the_password_too_where_nobody_is_signed_in(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let body = serde_json::json!({ "email": "new@exemple.dz", "current": PASSWORD });
        assert_eq!(leila.put("/me/email", body).await.status(), 202);
        let mail = shop.mail_to("new@exemple.dz").await;
        let (code, account) = (code_in(&mail).unwrap(), leila.get("/me").await.json()["id"].to_string());
        let browser = shop.browser();
        assert!(browser.get(&link(&mail)).await.text().contains("name=\"password\""));
        let fields = [("account", account.as_str()), ("code", code.as_str()), ("password", PASSWORD)];
        assert_eq!(browser.post("/en/verify", &fields[..2]).await.status(), 422);
        assert_eq!(leila.get("/me").await.json()["email"], "leila@exemple.dz");
        shop.advance(1);
        assert_eq!(browser.post("/en/verify", &fields).await.status(), 303);
        assert_eq!(leila.get("/me").await.json()["email"], "new@exemple.dz");
        shop.run_jobs().await;
    }

    async fn a_move_to_another_address_says_where_its_code_went_and_sends_another(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let fields = [("email", "new@exemple.dz"), ("password", PASSWORD)];
        let asked = browser.post("/en/account/email", &fields).await;
        assert_eq!((asked.status(), asked.header("location")), (303, "/en/verify"));
        let page = browser.get("/en/verify").await;
        assert!(page.text().contains("new@exemple.dz") && page.text().contains("/en/verify/resend"), "{}", page.text());
        assert!(browser.get("/en/account/security").await.text().contains("new@exemple.dz"));
        let old = shop.code_to("new@exemple.dz").await;
        shop.advance(60);
        assert_eq!(browser.post("/en/verify/resend", &[]).await.status(), 303);
        let new = shop.code_to("new@exemple.dz").await;
        assert_eq!(browser.post("/en/verify", &[("code", &old)]).await.status(), 422);
        assert_eq!(browser.post("/en/verify", &[("code", &new)]).await.status(), 303);
        shop.run_jobs().await;
        let resent = browser.post("/en/verify/resend", &[]).await;
        assert_eq!((resent.status(), resent.header("location")), (303, "/en/verify"));
        let page = browser.get("/en/verify").await;
        assert!(page.text().contains("There is nothing more to do") && !page.text().contains("on its way"), "{}", page.text());
    }

    async fn a_form_that_was_sent_too_often_comes_back_with_what_was_typed(shop: TestApp) {
        let household = shop.seen_from("192.0.2.7:4000");
        let browser = household.browser();
        for (path, most, typed) in [("/en/forgot", 40, "leila@exemple.dz"), ("/en/reset", 100, "nadia@exemple.dz")] {
            let fields = [("email", typed), ("code", "ABCDEFG"), ("password", NEW)];
            let mut held = browser.post(path, &fields).await;
            for _ in 0..most {
                held = browser.post(path, &fields).await;
            }
            assert_eq!(held.status(), 429, "{path}");
            assert!(held.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds >= 1), "{path}");
            assert!(held.text().contains("Too many tries") && held.text().contains(typed), "{}", held.text());
        }
        shop.run_jobs().await;
    }

    async fn who_is_signed_in_types_the_code_and_may_have_another(shop: TestApp) {
        shop.newcomer("leila").await;
        let browser = shop.browser_of("leila").await;
        let old = shop.code_to(&address("leila")).await;
        assert_eq!(browser.post("/en/verify", &[("code", "abc")]).await.status(), 422);
        shop.advance(60);
        let again = browser.post("/en/verify/resend", &[]).await;
        assert_eq!((again.status(), again.header("location")), (303, "/en/verify"));
        let new = shop.code_to(&address("leila")).await;
        assert_eq!(browser.post("/en/verify", &[("code", &old)]).await.status(), 422);
        let done = browser.post("/en/verify", &[("code", &new.to_lowercase())]).await;
        assert_eq!((done.status(), done.header("location")), (303, "/en/"));
        let page = browser.get("/en/verify").await;
        assert!(page.status() == 200 && !page.text().contains("name=\"code\""), "nothing is left to type");
    }

    async fn without_an_account_there_is_nothing_to_verify(shop: TestApp) {
        let led = shop.browser().get("/en/verify").await;
        assert_eq!((led.status(), led.header("location")), (303, "/en/sign-in?next=%2Fen%2Fverify"));
        assert_eq!(shop.browser().post("/en/verify", &[("code", "ABCDEFG")]).await.status(), 303);
        let unknown = shop.browser().post("/en/verify", &[("account", "999"), ("code", "ABCDEFG")]).await;
        shop.newcomer("leila").await;
        shop.run_jobs().await;
        let known = shop.browser().post("/en/verify", &[("account", "1"), ("code", "ABCDEFG")]).await;
        assert_eq!((known.status(), unknown.status()), (422, 422));
        assert_eq!(known.text().replace("value=\"1\"", "value=\"999\""), unknown.text());
        for odd in ["x", "-1", "99999999999999999999", ""] {
            assert!(shop.browser().get(&format!("/en/verify?account={odd}&code=%00")).await.status() < 500, "{odd}");
        }
    }

    async fn a_forgotten_password_is_set_anew_through_the_pages(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser();
        let led = browser.post("/fr/forgot", &[("email", "Leila@exemple.dz")]).await;
        assert_eq!((led.status(), led.header("location")), (303, "/fr/reset?email=Leila%40exemple.dz"));
        let nobody = browser.post("/fr/forgot", &[("email", "nobody@exemple.dz")]).await;
        assert_eq!((nobody.status(), nobody.header("location")), (303, "/fr/reset?email=nobody%40exemple.dz"));
        assert_eq!(browser.post("/fr/forgot", &[("email", "x")]).await.status(), 422);
        let mail = shop.mail_to(&address("leila")).await;
        let code = code_in(&mail).unwrap();
        assert_eq!(mail.language, "en", "the account's own");
        for _ in 0..8 {
            let page = browser.get(&link(&mail)).await;
            assert_eq!((page.status(), page.header("cache-control")), (200, "no-store"));
            assert!(page.text().contains(&format!("value=\"{code}\"")) && page.text().contains("value=\"leila@exemple.dz\""));
        }
        let weak = browser.post("/fr/reset", &[("email", "leila@exemple.dz"), ("code", &code), ("password", "12345678")]).await;
        assert!(weak.status() == 422 && weak.text().contains(&code), "the code is kept");
        let done = browser.post("/fr/reset", &[("email", "leila@exemple.dz"), ("code", &code), ("password", NEW)]).await;
        assert_eq!((done.status(), done.header("location")), (303, "/fr/sign-in"));
        assert_eq!(browser.post("/fr/sign-in", &[("login", "leila"), ("password", PASSWORD)]).await.status(), 422);
        shop.advance(1);
        assert_eq!(browser.post("/fr/sign-in", &[("login", "leila"), ("password", NEW)]).await.status(), 303);
        shop.run_jobs().await;
    }

    async fn known_and_unknown_addresses_get_the_same_page(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let mut pages = Vec::new();
        for email in ["leila@exemple.dz", "layla@exemple.dz"] {
            let fields = [("email", email), ("code", "ABCDEFG"), ("password", NEW)];
            for status in [422, 429] {
                let page = shop.browser().post("/en/reset", &fields).await;
                assert_eq!(page.status(), status);
                pages.push(page.text().replace("layla", "leila"));
            }
        }
        assert_eq!(pages[0], pages[2]);
        assert_eq!(pages[1], pages[3]);
        assert_ne!(pages[0], pages[1], "the second has to wait");
    }

    async fn the_page_for_a_new_password_names_an_address_and_nothing_else(shop: TestApp) {
        let page = shop.get("/en/reset?email=leila%40exemple.dz").await;
        assert_eq!(page.text().matches("leila@exemple.dz").count(), 2, "in the lead and in the field");
        let page = shop.get("/en/reset?email=Call%20us%20on%200551").await;
        assert_eq!(page.text().matches("Call us on 0551").count(), 1, "only in the field, to be mended");
    }
}
