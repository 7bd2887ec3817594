//! A visitor's cart joins the reader's when somebody signs in in that browser.

use futures::future::join_all;
use testing::{PASSWORD, address};

use super::*;

async fn sign_in(browser: &Browser, who: &str) -> TestResponse {
    let answer =
        browser.post("/en/sign-in", &[("login", who), ("password", PASSWORD), ("remember", "on")]).await;
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer
}

on_both_databases! {
    in site();

    async fn both_carts_become_one_with_every_book_once(shop: TestApp) {
        let mut all = Vec::new();
        for title in ["Un", "Deux", "Trois"] {
            all.push(on_sale(&shop, title, 500).await);
        }
        let reader = shop.reader("leila").await;
        fill(&reader, &all[..2]).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &all[1..]).await;
        let token = browser.cookie("cart").unwrap();
        sign_in(&browser, "leila").await;
        assert_eq!(browser.cookie("cart"), None);
        assert_eq!(books(&cart(&reader).await), all);
        // Whoever has a copy of the cookie has nothing by it, and a sign-in that sends it again changes nothing.
        let copy = shop.browser();
        copy.set_cookie("cart", &token);
        assert_eq!(books(&cart_of_visitor(&copy).await), []);
        sign_in(&copy, "leila").await;
        assert_eq!(books(&cart(&reader).await), all);
    }

    async fn who_signs_up_keeps_what_their_browser_had(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &[one]).await;
        let email = address("leila");
        let fields = [("username", "leila"), ("email", email.as_str()), ("password", PASSWORD)];
        assert_eq!(browser.post("/en/sign-up", &fields).await.status(), 303);
        assert_eq!(browser.cookie("cart"), None);
        assert_eq!(books(&cart_of_visitor(&browser).await), [one], "the session opens it now");
        shop.run_jobs().await;
    }

    async fn a_program_that_keeps_cookies_takes_its_cart_along(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        shop.account("leila", web::Role::Reader).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &[one]).await;
        let body = serde_json::json!({ "login": "leila", "password": PASSWORD }).to_string();
        let request = Request::post("/api/v1/auth/sign-in").header("content-type", "application/json").body(Body::from(body));
        let reader = Program::of(&shop, &browser.send(request).await);
        assert_eq!(browser.cookie("cart"), None);
        assert_eq!(books(&cart(&reader).await), [one]);
    }

    async fn another_browser_s_sign_in_leaves_a_visitors_cart_alone(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let reader = shop.reader("leila").await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &[one]).await;
        sign_in(&shop.browser(), "leila").await;
        assert_eq!(books(&cart_of_visitor(&browser).await), [one]);
        assert_eq!(books(&cart(&reader).await), []);
    }

    async fn a_wrong_password_unites_nothing(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        shop.account("leila", web::Role::Reader).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &[one]).await;
        let answer = browser.post("/en/sign-in", &[("login", "leila"), ("password", "wrong wrong")]).await;
        assert_eq!(answer.status(), 422);
        assert_eq!(books(&cart_of_visitor(&browser).await), [one]);
    }

    async fn what_is_owned_is_told_and_not_paid_twice(shop: TestApp) {
        let (owned, new) = (on_sale(&shop, "À moi", 950).await, on_sale(&shop, "Nouveau", 700).await);
        let reader = shop.reader("leila").await;
        give(&shop, "leila", owned).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &[owned, new]).await;
        sign_in(&browser, "leila").await;
        let cart = cart(&reader).await;
        assert_eq!((books(&cart), cart["total"]["amount"].as_i64()), (vec![new], Some(70_000)));
        assert_eq!(cart["dropped"][0]["reason"], "owned");
    }

    async fn what_has_no_room_is_left_out_and_told(shop: TestApp) {
        let shop = shop.with(|settings| settings.sells = true);
        let mut all = Vec::new();
        for at in 0..53 {
            all.push(on_sale(&shop, &format!("Tome {at}"), 100).await);
        }
        let reader = shop.reader("leila").await;
        fill(&reader, &all[..49]).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &all[48..]).await;
        sign_in(&browser, "leila").await;
        let after = books(&cart(&reader).await);
        assert_eq!(after.len(), 50);
        assert!(all[..49].iter().all(|book| after.contains(book)), "what the reader had stays");
        let page = browser.get("/en/cart").await;
        assert!(page.text().contains("did not fit"), "{}", page.text());
        assert_eq!(in_bar(&page), 50);
    }

    async fn tabs_that_sign_in_at_once_unite_once(shop: TestApp) {
        let mut all = Vec::new();
        for title in ["Un", "Deux", "Trois"] {
            all.push(on_sale(&shop, title, 500).await);
        }
        let reader = shop.reader("leila").await;
        fill(&reader, &all[..1]).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &all[1..]).await;
        let cookie = browser.cookie("cart").unwrap();
        let (token, now) = (cookie.split('-').next().unwrap(), shop.app.clock.now());
        let (user,): (web::UserId,) =
            shop.app.db.one(sql!("select id from users where username = 'leila'")).await.unwrap();
        let united = join_all((0..8).map(|_| commerce::cart::unite(&shop.app.db, user, token, now))).await;
        let joined: usize = united.into_iter().map(|united| united.unwrap().joined).sum();
        assert_eq!(joined, 2);
        assert_eq!(books(&cart(&reader).await), all);
    }

    async fn a_book_added_while_the_carts_unite_is_in_one_of_them(shop: TestApp) {
        let mut all = Vec::new();
        for at in 0..6 {
            all.push(on_sale(&shop, &format!("Tome {at}"), 100).await);
        }
        let reader = shop.reader("leila").await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &all[..1]).await;
        let cookie = browser.cookie("cart").unwrap();
        // Tabs that still have the visitor's cookie go on filling the cart, each keeping what it is answered.
        let tabs: Vec<_> = all[1..].iter().map(|book| {
            let tab = shop.browser();
            tab.set_cookie("cart", &cookie);
            (tab, *book)
        }).collect();
        let adding = join_all(tabs.iter().map(|(tab, book)| put(tab, *book)));
        let (_, added) = futures::join!(sign_in(&browser, "leila"), adding);
        assert!(added.iter().all(|answer| answer.status() == 201));
        let readers = books(&cart(&reader).await);
        for (tab, book) in &tabs {
            let is_in_reader = readers.contains(book);
            let is_in_own = books(&cart_of_visitor(tab).await).contains(book);
            assert!(is_in_reader != is_in_own, "{book} is lost or doubled");
        }
        assert!(readers.contains(&all[0]));
    }

    async fn a_union_that_fails_fails_no_sign_in_and_empties_no_cart(shop: TestApp) {
        let (one, other) = (on_sale(&shop, "Un", 500).await, on_sale(&shop, "Deux", 500).await);
        let reader = shop.reader("leila").await;
        fill(&reader, &[one]).await;
        let browser = shop.browser();
        fill_as_visitor(&browser, &[other]).await;
        let (token, before) = (browser.cookie("cart").unwrap(), cart(&reader).await);
        // Nothing can be written about carts meanwhile.
        let break_it = sql!("alter table carts rename column merged_at to merged_then");
        shop.app.db.execute(break_it).await.unwrap();
        sign_in(&browser, "leila").await;
        let mend_it = sql!("alter table carts rename column merged_then to merged_at");
        shop.app.db.execute(mend_it).await.unwrap();
        assert_eq!(browser.cookie("cart"), Some(token), "the browser keeps it for the next time");
        assert_eq!(cart(&reader).await, before);
        browser.post("/en/sign-out", &[]).await;
        assert_eq!(books(&cart_of_visitor(&browser).await), [other]);
        sign_in(&browser, "leila").await;
        assert_eq!(books(&cart(&reader).await), [one, other]);
    }
}
