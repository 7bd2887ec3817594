//! `/sign-up` and the step of the genres after it

use testing::{PASSWORD, address, book, on_both_databases};

use crate::site;

const FIELDS: [(&str, &str); 4] =
    [("username", "leila"), ("email", "leila@exemple.dz"), ("password", PASSWORD), ("phone", "")];

on_both_databases! {
    in site();

    async fn a_new_reader_is_signed_in_and_asked_for_genres(shop: TestApp) {
        book("Roman").genre("Roman").put(&shop).await;
        let browser = shop.browser();
        let fields = [&FIELDS[..], &[("next", "/fr/browse")]].concat();
        let answer = browser.post("/fr/sign-up", &fields).await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/fr/welcome/genres?next=%2Ffr%2Fbrowse"), "{}", answer.text());
        let step = browser.get(answer.header("location")).await;
        assert_eq!(step.status(), 200);
        assert!(step.text().contains("href=\"/fr/browse\""), "it can be skipped");
        let (_, rest) = step.text().split_once("name=\"genre\"").unwrap();
        let (_, rest) = rest.split_once("value=\"").unwrap();
        let id = rest.split('"').next().unwrap().to_owned();
        let chosen = browser.post("/fr/welcome/genres", &[("genre", &id), ("next", "/fr/browse")]).await;
        assert_eq!((chosen.status(), chosen.header("location")), (303, "/fr/browse"));
        let page = browser.get("/fr/account/genres").await;
        assert!(page.text().contains("checked"), "{}", page.text());
        let wrong = browser.post("/fr/welcome/genres", &[("genre", "999999"), ("genre", "x")]).await;
        assert_eq!(wrong.status(), 422);
        let mail = shop.mail_to(&address("leila")).await;
        assert_eq!(mail.language, "fr");
    }

    async fn what_is_wrong_is_said_beside_its_field_and_nothing_is_lost_but_the_password(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let answer = shop.browser().post("/en/sign-up", &[("username", "LEILA"), ("email", "new@exemple.dz"), ("password", PASSWORD), ("phone", "0551234567")]).await;
        assert_eq!(answer.status(), 422);
        for kept in ["LEILA", "new@exemple.dz", "0551234567"] {
            assert!(answer.text().contains(kept), "{kept}");
        }
        assert!(!answer.text().contains(PASSWORD));
        let empty = shop.browser().post("/en/sign-up", &[]).await;
        assert_eq!(empty.status(), 422);
        for field in ["username", "email", "password"] {
            assert!(empty.text().contains(&format!("href=\"#{field}\"")), "the summary leads to {field}");
        }
    }

    async fn a_known_address_gets_the_same_pages(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let mut seen = Vec::new();
        for (username, email) in [("stranger", address("leila")), ("somebody", address("nobody"))] {
            let browser = shop.browser();
            let answer = browser.post("/en/sign-up", &[("username", username), ("email", &email), ("password", PASSWORD)]).await;
            let pages = [browser.get("/en/verify").await, browser.get("/en/account").await, browser.get("/en/account/security").await];
            let plain = |text: &str| text.replace(username, "X").replace(&email, "E");
            let csrf = browser.csrf().await.unwrap();
            let texts = pages.map(|page| (page.status(), plain(page.text()).replace(&csrf, "C")));
            seen.push((answer.status(), answer.header("location").to_owned(), texts));
        }
        shop.run_jobs().await;
        for (one, other) in seen[0].2.iter().zip(&seen[1].2) {
            let differing = one.1.lines().zip(other.1.lines()).find(|(a, b)| without_numbers(a) != without_numbers(b));
            assert_eq!((one.0, differing), (other.0, None));
        }
        assert_eq!((seen[0].0, &seen[0].1), (seen[1].0, &seen[1].1));
    }

    async fn a_second_click_leads_where_the_first_one_led(shop: TestApp) {
        let (first, second) = (shop.browser(), shop.browser());
        let led = first.post("/en/sign-up", &FIELDS).await;
        // The browser has dropped the first answer, or has it already.
        for browser in [&second, &first] {
            let again = browser.post_from("http://shop.example", "/en/sign-up", &FIELDS).await;
            assert_eq!((again.status(), again.header("location")), (303, led.header("location")), "{}", again.text());
            assert_eq!(browser.get("/en/account").await.status(), 200);
        }
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 1);
    }

    async fn who_is_signed_in_is_led_on(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        assert_eq!(browser.get("/en/sign-up").await.header("location"), "/en/account");
        assert_eq!(browser.get("/en/sign-up?next=/en/browse").await.header("location"), "/en/browse");
    }
}

/// Ids and colours that follow from names are not what is compared.
fn without_numbers(line: &str) -> String {
    line.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}
