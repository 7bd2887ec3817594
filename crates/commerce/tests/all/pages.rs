//! The checkout's pages and the way back from paying, without scripts.

use chargily_double::{Act, ApiFault, BadAnswer, Endpoint, Mode, Often};
use testing::{Browser, TestApp, TestResponse, on_both_databases};

use crate::till::{act, advance, books_of_the_shop, checkout, double, fill_cart, library, site};

const CHECKOUT: &str = "/en/checkout";

/// What a page says, without the marks that isolate names.
pub(crate) fn said(answer: &TestResponse) -> String {
    answer.text().chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect()
}

async fn page(who: &Browser, path: &str) -> String {
    let answer = who.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    said(&answer)
}

/// The quote that a page asks to agree to.
fn quote(page: &str) -> &str {
    page.split("name=\"quote\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap()
}

/// Presses the button of the page as it is now.
async fn press(who: &Browser) -> TestResponse {
    let shown = page(who, CHECKOUT).await;
    who.post(CHECKOUT, &[("quote", quote(&shown))]).await
}

/// The gateway's name for the payment to whose page an answer leads.
pub(crate) fn led_to(answer: &TestResponse) -> String {
    assert_eq!(answer.status(), 303, "{}", answer.text());
    checkout(&answer.header("location").into())
}

/// Where the gateway sends the browser of a payment back to, as a path.
fn way_back(payment: &str) -> String {
    let checkout = double().checkout(payment).unwrap();
    let at = checkout.success_url.find("/en/").unwrap();
    format!("{}?checkout_id={payment}", &checkout.success_url[at..])
}

async fn with_cart(shop: &TestApp, prices: &[i64]) -> Browser {
    shop.reader("leila").await;
    fill_cart(shop, "leila", prices).await;
    shop.browser_of("leila").await
}

on_both_databases! {
    in site();

    async fn a_visitor_and_a_newcomer_are_told_what_they_need_first(shop: TestApp) {
        let visitor = shop.browser();
        let told = page(&visitor, CHECKOUT).await;
        for way in ["sign-up", "sign-in"] {
            assert!(told.contains(&format!("/en/{way}?next=%2Fen%2Fcheckout")), "{way}");
        }
        assert!(told.contains("Step 1 of 2") && !told.contains("name=\"quote\""));
        let sent = visitor.post_bare(CHECKOUT, &[("quote", "x")]).await;
        assert_eq!((sent.status(), sent.header("location")), (303, CHECKOUT));
        shop.newcomer("samia").await;
        shop.run_jobs().await;
        let samia = shop.browser_of("samia").await;
        let told = page(&samia, CHECKOUT).await;
        assert!(told.contains("/en/verify?next=%2Fen%2Fcheckout") && !told.contains("name=\"quote\""));
        let sent = samia.post(CHECKOUT, &[("quote", "x")]).await;
        assert_eq!((sent.status(), sent.header("location")), (303, CHECKOUT));
    }

    async fn nobody_is_sent_to_make_an_account_in_a_shop_that_takes_no_payments(shop: TestApp) {
        let shop = shop.with(|settings| settings.sells = true);
        let closed = shop.operated(&[(web::shop::Setting::Payments, "off")]);
        shop.newcomer("samia").await;
        shop.run_jobs().await;
        fill_cart(&shop, "samia", &[900]).await;
        let told = page(&closed.browser_of("samia").await, CHECKOUT).await;
        assert!(told.contains("takes no payments at the moment") && !told.contains("/en/verify"), "{told}");
        let told = page(&shop.browser_of("samia").await, CHECKOUT).await;
        assert!(!told.contains("takes no payments") && told.contains("/en/verify"), "{told}");
    }

    async fn the_page_shows_what_is_bought_and_its_button_leads_to_the_gateway(shop: TestApp) {
        let leila = with_cart(&shop, &[900, 1200]).await;
        let answer = leila.get(CHECKOUT).await;
        let shown = said(&answer);
        for words in ["Book 0 of leila for 900", "900\u{a0}DA", "1,200\u{a0}DA", "2,100\u{a0}DA", "2 books, total", "EDAHABIA", "no money moves"] {
            assert!(shown.contains(words), "{words}");
        }
        assert_eq!(answer.header("cache-control"), "no-store");
        let gateway = double().base_url(Mode::Test);
        let origin = gateway.split("/test").next().unwrap();
        let policy = answer.header("content-security-policy").to_owned();
        assert!(policy.contains(&format!("form-action 'self' https://pay.chargily.dz https://pay.chargily.net {origin};")), "{policy}");
        let payment = led_to(&press(&leila).await);
        assert_eq!(double().checkout(&payment).unwrap().amount, 2_100);
        let gone_back = leila.get(CHECKOUT).await;
        assert_eq!(gone_back.status(), 303, "what was ordered is not ordered again by going back");
        let order = page(&leila, gone_back.header("location")).await;
        assert!(order.contains("Book 0 of leila for 900") && order.contains("Pay now"), "{order}");
        advance(&shop, 2 * 60 * 60);
        assert!(page(&leila, CHECKOUT).await.contains("Your cart is empty."));
    }

    async fn whoever_presses_twice_pays_once(shop: TestApp) {
        let leila = with_cart(&shop, &[900]).await;
        let shown = page(&leila, CHECKOUT).await;
        let form = [("quote", quote(&shown))];
        let first = leila.post(CHECKOUT, &form).await;
        let second = leila.post(CHECKOUT, &form).await;
        assert_eq!(led_to(&first), led_to(&second));
        assert_eq!(double().count(Endpoint::CreateCheckout), 1);
        advance(&shop, 180);
        let late = leila.post(CHECKOUT, &form).await;
        assert_eq!(late.status(), 409, "an old form orders nothing, and leads nowhere");
    }

    async fn nobody_pays_another_price_than_the_page_showed(shop: TestApp) {
        shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900, 1200]).await;
        let leila = shop.browser_of("leila").await;
        let shown = page(&leila, CHECKOUT).await;
        let raise = db::sql!("update books set price_amount = 95000 where id = $1", books[0]);
        db::Query::execute(&shop.app.db, raise).await.unwrap();
        let refused = leila.post(CHECKOUT, &[("quote", quote(&shown))]).await;
        let again = said(&refused);
        assert_eq!(refused.status(), 409);
        for words in ["Something in your cart has changed.", "950\u{a0}DA", "It was 900\u{a0}DA when you added it", "2,150\u{a0}DA"] {
            assert!(again.contains(words), "{words}");
        }
        assert_ne!(quote(&again), quote(&shown));
        let payment = led_to(&leila.post(CHECKOUT, &[("quote", quote(&again))]).await);
        assert_eq!(double().checkout(&payment).unwrap().amount, 2_150);
    }

    async fn what_costs_nothing_is_there_at_once(shop: TestApp) {
        let leila = with_cart(&shop, &[0, 0]).await;
        let shown = page(&leila, CHECKOUT).await;
        assert!(shown.contains("Get the books") && !shown.contains("EDAHABIA"));
        let made = press(&leila).await;
        assert_eq!(made.status(), 303);
        let order = page(&leila, made.header("location")).await;
        assert!(order.contains("Your books are in your library.") && order.contains("href=\"/en/read/"));
        assert_eq!(library(&shop, "leila").await.len(), 2);
    }

    async fn what_cannot_be_paid_is_told_and_the_cart_is_kept(shop: TestApp) {
        let leila = with_cart(&shop, &[60]).await;
        let shown = page(&leila, CHECKOUT).await;
        assert!(shown.contains("Card payments start at 100\u{a0}DA.") && !shown.contains("name=\"quote\""));
        fill_cart(&shop, "leila", &[900]).await;
        let fault = ApiFault::on(Endpoint::CreateCheckout, BadAnswer::TooManyRequests { retry_after_s: Some(30) }, Often::ONCE);
        double().turn(|knobs| knobs.api = vec![fault]);
        let unclear = press(&leila).await;
        let order = page(&leila, unclear.header("location")).await;
        assert!(order.contains("The payment page could not be opened") && order.contains("/pay\""));
        fill_cart(&shop, "leila", &[1000]).await;
        let refused = press(&leila).await;
        assert_eq!(refused.status(), 503);
        assert_ne!(refused.header("retry-after"), "");
        assert!(said(&refused).contains("The payment service does not answer."));
        assert!(page(&leila, CHECKOUT).await.contains("Book 0 of leila for 1000"));
    }

    async fn the_way_back_tells_what_became_of_the_payment(shop: TestApp) {
        for (at, (what, words)) in [
            (Act::Pay, "Thank you, your order is paid"),
            (Act::Fail, "The payment was refused"),
            (Act::Cancel, "The order is cancelled"),
            (Act::Expire, "The time to pay is over"),
        ].into_iter().enumerate() {
            let leila = if at == 0 { with_cart(&shop, &[900]).await } else {
                fill_cart(&shop, "leila", &[900 + i64::try_from(at).unwrap()]).await;
                shop.browser_of("leila").await
            };
            let payment = led_to(&press(&leila).await);
            let back = way_back(&payment);
            let stranger = shop.browser();
            let waits = stranger.get(&back).await;
            assert_eq!((waits.status(), waits.header("cache-control")), (200, "no-store"));
            let waiting = said(&waits);
            assert!(waiting.contains("We are waiting for the payment") && waiting.contains("http-equiv=\"refresh\" content=\"5; url=/en/pay/return/"));
            assert!(waiting.contains("Go on to the payment") && !waiting.contains("leila@"));
            act(&payment, what);
            advance(&shop, 5);
            page(&stranger, &back).await;
            shop.run_jobs().await;
            let told = page(&stranger, &back).await;
            assert!(told.contains(words), "{words}: {told}");
            assert!(!told.contains("http-equiv=\"refresh\"") && !told.contains("/en/read/"));
            let mine = page(&leila, &back).await;
            assert_eq!(mine.contains("/en/read/"), what == Act::Pay);
            assert_eq!(mine.contains("Pay again"), what != Act::Pay);
            if what == Act::Pay {
                for fact in [payment.as_str(), "900.00\u{a0}DA", "card", "(UTC+1)"] {
                    assert!(mine.contains(fact), "{fact}");
                }
            }
        }
        assert_eq!(books_of_the_shop(&shop).await, (0, 0));
    }

    async fn the_page_looks_again_a_dozen_times_and_asks_once_in_a_while(shop: TestApp) {
        let leila = with_cart(&shop, &[900]).await;
        let payment = led_to(&press(&leila).await);
        let back = way_back(&payment);
        let path = back.split('?').next().unwrap();
        for _ in 0..3 {
            page(&leila, path).await;
        }
        shop.run_jobs().await;
        assert_eq!(double().count(Endpoint::GetCheckout), 1);
        let last = page(&leila, &format!("{path}?n=11")).await;
        assert!(last.contains("n=12"));
        let none = page(&leila, &format!("{path}?n=12&checkout_id=x")).await;
        assert!(!none.contains("http-equiv=\"refresh\"") && none.contains("Check again"));
        for wrong in ["0", "../x", &"f".repeat(64)] {
            assert_eq!(leila.get(&format!("/en/pay/return/{wrong}")).await.status(), 404, "{wrong}");
        }
    }
}
