//! One's orders as pages, without scripts.

use chargily_double::Act;
use serde_json::Value;
use testing::{Browser, TestApp, on_both_databases};

use crate::pages::{led_to, said};
use crate::till::{act, advance, checkout, double, fill_cart, library, look, order, site};

const ORDERS: &str = "/en/account/orders";

async fn page(who: &Browser, path: &str) -> String {
    let answer = who.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    said(&answer)
}

fn path_of(order: &Value) -> String {
    format!("{ORDERS}/{}", order["number"].as_str().unwrap())
}

/// An order of somebody's, and where it stands at the gateway then.
async fn ordered(shop: &TestApp, price: i64, end: Option<Act>) -> Value {
    fill_cart(shop, "leila", &[price]).await;
    let made = order(&shop.sign_in("leila").await).await;
    if let Some(end) = end {
        act(&checkout(&made["payment_url"]), end);
        advance(shop, 61);
        look(shop).await;
    }
    made
}

on_both_databases! {
    in site();

    async fn orders_stand_below_their_month_with_one_thing_to_do(shop: TestApp) {
        shop.reader("leila").await;
        let leila = shop.browser_of("leila").await;
        assert!(page(&leila, "/en/account").await.contains(&format!("href=\"{ORDERS}\"")));
        assert!(page(&leila, ORDERS).await.contains("You have not ordered anything yet."));
        let refused = ordered(&shop, 900, Some(Act::Fail)).await;
        shop.advance(9 * 24 * 60 * 60);
        double().advance(9 * 24 * 60 * 60);
        let paid = ordered(&shop, 1000, Some(Act::Pay)).await;
        let pending = ordered(&shop, 1100, None).await;
        let leila = shop.browser_of("leila").await;
        let mine = page(&leila, ORDERS).await;
        let places: Vec<usize> = [
            "December\u{a0}2026", path_of(&pending).as_str(), path_of(&paid).as_str(),
            "November\u{a0}2026", path_of(&refused).as_str(),
        ].iter().map(|text| mine.find(text).unwrap_or_else(|| panic!("{text}"))).collect();
        assert!(places.is_sorted(), "{places:?}");
        for words in ["Pay now", "Pay again", "/en/read/", "Refused", "Awaiting payment", "1,000\u{a0}DA"] {
            assert!(mine.contains(words), "{words}");
        }
        let chosen = page(&leila, &format!("{ORDERS}?status=cancelled&year=2026")).await;
        assert!(chosen.contains(&path_of(&refused)) && !chosen.contains(&path_of(&paid)));
        assert!(page(&leila, &format!("{ORDERS}?year=2025")).await.contains("No order matches."));
        let first = page(&leila, &format!("{ORDERS}?limit=2")).await;
        assert!(first.contains("cursor=") && !first.contains(&path_of(&refused)));
        shop.reader("karim").await;
        let karim = shop.browser_of("karim").await;
        assert!(page(&karim, ORDERS).await.contains("You have not ordered anything yet."));
        assert_eq!(shop.get(ORDERS).await.status(), 303);
    }

    async fn an_order_is_its_owners_alone(shop: TestApp) {
        shop.reader("leila").await;
        shop.reader("karim").await;
        let made = ordered(&shop, 900, None).await;
        let karim = shop.browser_of("karim").await;
        for path in [path_of(&made), format!("{}/cancel", path_of(&made))] {
            assert_eq!(karim.get(&path).await.status(), 404, "{path}");
        }
        for path in ["cancel", "pay"] {
            assert_eq!(karim.post(&format!("{}/{path}", path_of(&made)), &[]).await.status(), 404, "{path}");
        }
        assert_eq!(shop.get(&path_of(&made)).await.status(), 303);
        let leila = shop.browser_of("leila").await;
        let typed = leila.get(&path_of(&made).to_lowercase()).await;
        assert_eq!((typed.status(), typed.header("location")), (301, path_of(&made).as_str()));
    }

    async fn an_order_tells_what_became_of_it_and_can_be_paid_again(shop: TestApp) {
        shop.reader("leila").await;
        let made = ordered(&shop, 900, Some(Act::Fail)).await;
        let leila = shop.browser_of("leila").await;
        let refused = page(&leila, &path_of(&made)).await;
        for words in ["The payment was refused", "Pay again", "Payment refused", "900\u{a0}DA"] {
            assert!(refused.contains(words), "{words}");
        }
        assert!(!refused.contains("/cancel\"") && !refused.contains("/en/read/"));
        let payment = led_to(&leila.post(&format!("{}/pay", path_of(&made)), &[]).await);
        act(&payment, Act::Pay);
        let twice = leila.post(&format!("{}/pay", path_of(&made)), &[]).await;
        assert_eq!(twice.status(), 409, "asking before paying again found the money");
        let paid = said(&twice);
        for words in ["This order is already paid.", &payment, "/en/read/", "Ordered", "Open for payment again", "Paid; the books are in your library"] {
            assert!(paid.contains(words), "{words}");
        }
        assert!(!paid.contains("Pay again") && !paid.contains("http-equiv"));
        assert_eq!(library(&shop, "leila").await.len(), 1);
        shop.run_jobs().await;
    }

    async fn an_order_is_cancelled_after_a_question(shop: TestApp) {
        shop.reader("leila").await;
        let made = ordered(&shop, 900, None).await;
        let leila = shop.browser_of("leila").await;
        let cancel = format!("{}/cancel", path_of(&made));
        assert!(page(&leila, &path_of(&made)).await.contains(&format!("href=\"{cancel}\"")));
        assert!(page(&leila, &cancel).await.contains("Nothing will be charged."));
        let done = leila.post(&cancel, &[]).await;
        assert_eq!((done.status(), done.header("location")), (303, path_of(&made).as_str()));
        let after = page(&leila, &path_of(&made)).await;
        assert!(after.contains("The order is cancelled.") && after.contains("Pay again"));
        assert_eq!(leila.get(&cancel).await.status(), 303);
        let paid = ordered(&shop, 1000, None).await;
        act(&checkout(&paid["payment_url"]), Act::Pay);
        let late = leila.post(&format!("{}/cancel", path_of(&paid)), &[]).await;
        assert_eq!(late.status(), 409);
        assert!(said(&late).contains("This order can no longer be cancelled."));
        shop.run_jobs().await;
    }
}
