//! Money that goes back, and all that follows from it.

use chargily_double::Act;
use db::{Query as _, sql};
use serde_json::{Value, json};
use testing::{Program, TestApp, on_both_databases};
use web::Role;

use crate::till::{
    act, advance, books_of_the_shop, checkout, fill_cart, library, look, order, put_into_cart, site, stands,
};

/// An order that is paid, of books at these prices.
async fn paid(shop: &TestApp, who: &Program, username: &str, prices: &[i64]) -> (Value, Vec<i64>) {
    let books = fill_cart(shop, username, prices).await;
    let made = order(who).await;
    act(&checkout(&made["payment_url"]), Act::Pay);
    advance(shop, 61);
    look(shop).await;
    assert_eq!(stands(who, &made).await.0, "completed");
    (made, books.into_iter().map(kernel::Id::get).collect())
}

fn path(order: &Value) -> String {
    format!("/admin/orders/{}/refund", order["number"].as_str().unwrap())
}

/// The sum of an account of the ledger.
async fn account(shop: &TestApp, name: &str) -> i64 {
    let (sum,): (i64,) = shop
        .app
        .db
        .one(sql!(
            "select /* full scan: a test */ cast(coalesce(sum(amount), 0) as bigint) from ledger where account = $1",
            name
        ))
        .await
        .unwrap();
    sum
}

/// How often a book counts as sold: on itself, and by day.
async fn sold(shop: &TestApp, book: i64) -> (i64, i64) {
    shop.app
        .db
        .one(sql!(
            "select sales_count, (select cast(coalesce(sum(copies), 0) as bigint) from book_sales where book_id = $1)
             from books where id = $1",
            book
        ))
        .await
        .unwrap()
}

on_both_databases! {
    in site();

    async fn a_refund_takes_the_books_back_and_everything_that_followed_from_them(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let (made, books) = paid(&shop, &leila, "leila", &[900, 1200]).await;
        assert_eq!(sold(&shop, books[0]).await, (1, 1));
        let refund = amina.post(&path(&made), json!({ "reason": "Bought by mistake" })).await;
        assert_eq!(refund.status(), 201, "{}", refund.text());
        let refund = refund.json();
        assert_eq!((&refund["state"], &refund["amount"]["amount"]), (&json!("owed"), &json!(210_000)));
        assert_eq!((&refund["order_status"], &refund["order_reason"]), (&json!("cancelled"), &json!("refunded")));
        assert_eq!(stands(&leila, &made).await, ("cancelled".to_owned(), json!("refunded")));
        assert!(library(&shop, "leila").await.is_empty());
        assert_eq!(sold(&shop, books[0]).await, (0, 0));
        assert_eq!((account(&shop, "sales").await, account(&shop, "owed").await), (0, -210_000));

        let settle = format!("/admin/refunds/{}/settle", refund["id"]);
        assert_eq!(amina.post(&settle, json!({ "reference": " " })).await.status(), 422);
        let settled = amina.post(&settle, json!({ "reference": "CCP 0042" })).await.json();
        assert_eq!((&settled["state"], &settled["reference"]), (&json!("settled"), &json!("CCP 0042")));
        assert_eq!((account(&shop, "owed").await, account(&shop, "paid_out").await), (0, -210_000));
        assert_eq!(amina.post(&settle, json!({ "reference": "again" })).await.problem(), "wrong_state");
        assert_eq!(books_of_the_shop(&shop).await.0, 0);
        assert_eq!(amina.post(&path(&made), json!({})).await.problem(), "nothing_to_refund");
        // It cannot be paid again, and its books can be bought anew.
        let pay = format!("/orders/{}/pay", made["number"].as_str().unwrap());
        assert_eq!(leila.post(&pay, json!({})).await.status(), 409);

        let trail = amina.get(&format!("/admin/orders/{}", made["number"].as_str().unwrap())).await.json();
        let numbers: Vec<&Value> = trail["receipts"].as_array().unwrap().iter().map(|one| &one["number"]).collect();
        assert_eq!(numbers, ["R-2026-000001", "C-2026-000001"]);
        let kinds: Vec<&Value> = trail["events"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
        assert_eq!(kinds, ["placed", "completed", "cancelled", "money_sent"]);
        assert_eq!(trail["buyer"]["username"], "leila");
        assert_eq!(trail["payments"][0]["status"], "paid");
        shop.run_jobs().await;
    }

    async fn a_part_of_an_order_is_paid_back_and_the_rest_stays(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let (made, books) = paid(&shop, &leila, "leila", &[900, 1200]).await;
        let some = json!({ "items": [books[0]], "keep_books": false });
        let refund = amina.post(&path(&made), some.clone()).await.json();
        assert_eq!((&refund["amount"]["amount"], &refund["order_status"]), (&json!(90_000), &json!("completed")));
        assert_eq!(library(&shop, "leila").await.iter().map(|id| id.get()).collect::<Vec<_>>(), [books[1]]);
        let again = amina.post(&path(&made), some).await;
        assert_eq!((again.status(), &again.json()["errors"][0]["code"]), (422, &json!("not_in_order")));
        let mine = leila.get(&format!("/orders/{}", made["number"].as_str().unwrap())).await.json();
        assert_eq!(mine["refunded"]["amount"], 90_000);
        assert_eq!(mine["events"][2]["kind"], "refunded");
        // The rest, and the reader keeps it.
        let rest = amina.post(&path(&made), json!({ "keep_books": true, "reference": "CCP 1" })).await.json();
        assert_eq!((&rest["state"], &rest["amount"]["amount"]), (&json!("settled"), &json!(120_000)));
        assert_eq!(stands(&leila, &made).await, ("cancelled".to_owned(), json!("refunded")));
        assert_eq!(library(&shop, "leila").await.len(), 1);
        assert_eq!(account(&shop, "owed").await, -90_000);
        shop.run_jobs().await;
    }

    async fn money_that_never_came_does_not_go_back(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        assert_eq!(amina.post(&path(&made), json!({})).await.problem(), "not_paid");
        fill_cart(&shop, "leila", &[0]).await;
        let free = order(&leila).await;
        assert_eq!(free["status"], "completed");
        assert_eq!(amina.post(&path(&free), json!({})).await.problem(), "not_paid");
        assert_eq!(amina.post("/admin/orders/AAAAAAAA/refund", json!({})).await.status(), 404);
        assert_eq!(amina.post(&path(&made), json!({ "amount": 5 })).await.status(), 422);
        assert_eq!(books_of_the_shop(&shop).await, (0, 0));
        shop.run_jobs().await;
    }

    async fn only_admins_see_all_orders_and_pay_back(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let (made, _) = paid(&shop, &leila, "leila", &[900]).await;
        for role in [Role::Reader, Role::Moderator, Role::Editor] {
            let who = shop.person(&format!("{role}-one"), role).await;
            for status in [
                who.post(&path(&made), json!({})).await.status(),
                who.get("/admin/orders").await.status(),
                who.get("/admin/refunds").await.status(),
                who.get(&format!("/admin/orders/{}", made["number"].as_str().unwrap())).await.status(),
                who.post("/admin/refunds/1/settle", json!({ "reference": "x" })).await.status(),
                who.post("/admin/refunds/1/approve", json!({})).await.status(),
                who.post("/admin/refunds/1/decline", json!({})).await.status(),
            ] {
                assert_eq!(status, 403, "{role}");
            }
        }
        assert_eq!(shop.api().post(&path(&made), json!({})).await.status(), 401);
        assert_eq!(library(&shop, "leila").await.len(), 1);
        shop.run_jobs().await;
    }

    async fn above_an_amount_a_second_admin_has_to_agree(shop: TestApp) {
        let shop = shop.operated(&[(web::shop::Setting::RefundsAlone, "1000")]);
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let nour = shop.person("nour", Role::Admin).await;
        let (made, books) = paid(&shop, &leila, "leila", &[900, 1200]).await;
        let asked = amina.post(&path(&made), json!({})).await.json();
        assert_eq!((&asked["state"], &asked["order_status"]), (&json!("waiting"), &json!("completed")));
        assert_eq!(library(&shop, "leila").await.len(), 2, "nothing happens before somebody agrees");
        assert_eq!(account(&shop, "owed").await, 0);
        let act = |what: &str| format!("/admin/refunds/{}/{what}", asked["id"]);
        assert_eq!(amina.post(&act("approve"), json!({})).await.problem(), "oneself_asked");
        assert_eq!(nour.post(&act("settle"), json!({ "reference": "x" })).await.problem(), "wrong_state");
        assert_eq!(amina.post(&path(&made), json!({})).await.problem(), "nothing_to_refund", "it is asked for already");
        assert_eq!(nour.post(&act("decline"), json!({})).await.json()["state"], "declined");
        assert_eq!(nour.post(&act("approve"), json!({})).await.problem(), "wrong_state");

        let small = amina.post(&path(&made), json!({ "items": [books[0]] })).await.json();
        assert_eq!(small["state"], "owed", "a small one needs nobody");
        let large = amina.post(&path(&made), json!({ "reference": "CCP 7" })).await.json();
        assert_eq!(large["state"], "waiting");
        let approved = nour.post(&format!("/admin/refunds/{}/approve", large["id"]), json!({})).await.json();
        assert_eq!((&approved["state"], &approved["order_status"]), (&json!("settled"), &json!("cancelled")));
        assert!(library(&shop, "leila").await.is_empty());
        let waiting = amina.get("/admin/refunds?state=declined").await.json();
        assert_eq!(waiting["items"].as_array().unwrap().len(), 1);
        assert_eq!(amina.get("/admin/refunds").await.json()["items"].as_array().unwrap().len(), 3);
        shop.run_jobs().await;
    }

    async fn what_was_paid_for_and_was_there_already_goes_back_once(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        let first = order(&leila).await;
        put_into_cart(&shop, "leila", books[0], 900).await;
        fill_cart(&shop, "leila", &[500]).await;
        let second = order(&leila).await;
        for made in [&first, &second] {
            act(&checkout(&made["payment_url"]), Act::Pay);
        }
        advance(&shop, 61);
        look(&shop).await;
        assert_eq!(stands(&leila, &second).await.0, "completed");
        assert_eq!(account(&shop, "owed").await, -90_000);
        assert_eq!(sold(&shop, books[0].get()).await, (1, 1));
        // What is left of the second order is its other book.
        let refund = amina.post(&path(&second), json!({})).await.json();
        assert_eq!((&refund["amount"]["amount"], &refund["order_reason"]), (&json!(50_000), &json!("refunded")));
        assert_eq!(library(&shop, "leila").await, books, "the first order's book stays");
        assert_eq!(account(&shop, "owed").await, -140_000);
        assert_eq!(books_of_the_shop(&shop).await.0, 0);
        shop.run_jobs().await;
    }

    async fn a_refund_sent_twice_under_one_key_is_made_once(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let (made, books) = paid(&shop, &leila, "leila", &[900, 1200]).await;
        let post = async |body: Value| amina.post_once(&path(&made), "one", body).await;
        let body = json!({ "items": [books[0]] });
        let (first, again) = (post(body.clone()).await, post(body).await);
        assert_eq!((first.status(), first.json()), (201, again.json()));
        assert_eq!(post(json!({})).await.status(), 422, "the key was used for something else");
        assert_eq!(books_of_the_shop(&shop).await, (0, 90_000));
        shop.run_jobs().await;
    }

    async fn the_audit_log_tells_of_every_act(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let (made, _) = paid(&shop, &leila, "leila", &[900]).await;
        amina.post(&path(&made), json!({ "reason": "Torn", "reference": "CCP 3" })).await;
        let log = amina.get("/admin/audit?subject_kind=order").await.json();
        let acts: Vec<&Value> = log["items"].as_array().unwrap().iter().map(|one| &one["act"]).collect();
        assert_eq!(acts, ["order.refund_settle", "order.refund"]);
        assert_eq!(log["items"][1]["after"]["why"], "Torn");
        assert_eq!(log["items"][1]["actor"], "amina");
        shop.run_jobs().await;
    }

    async fn orders_are_found_by_number_address_and_payment(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let sami = shop.reader("sami").await;
        let amina = shop.person("amina", Role::Admin).await;
        let (hers, _) = paid(&shop, &leila, "leila", &[900]).await;
        fill_cart(&shop, "sami", &[700]).await;
        let his = order(&sami).await;
        let found = async |q: String| -> Vec<String> {
            let list = amina.get(&format!("/admin/orders?{q}")).await.json();
            let items = list["items"].as_array().unwrap_or_else(|| panic!("{list}")).clone();
            items.iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect()
        };
        let [hers, his] = [&hers, &his].map(|one| (one["number"].as_str().unwrap().to_owned(), checkout(&one["payment_url"])));
        let both = vec![his.0.clone(), hers.0.clone()];
        assert_eq!(found(String::new()).await, both);
        assert_eq!(found("status=completed".to_owned()).await, std::slice::from_ref(&hers.0));
        assert_eq!(found(format!("q={}", hers.0.to_lowercase())).await, std::slice::from_ref(&hers.0));
        assert_eq!(found(format!("q={}", testing::address("sami").to_uppercase())).await, std::slice::from_ref(&his.0));
        assert_eq!(found(format!("q={}&status=completed", testing::address("sami"))).await, [""; 0]);
        assert_eq!(found(format!("q={}", his.1)).await, [his.0]);
        assert_eq!(found("q=nobody%40nowhere.dz".to_owned()).await, [""; 0]);
        let one = amina.get("/admin/orders?limit=1").await.json();
        let cursor = one["next_cursor"].as_str().unwrap();
        assert_eq!(found(format!("limit=1&cursor={cursor}")).await, [hers.0]);
        shop.run_jobs().await;
    }

    async fn an_order_of_which_all_money_went_back_is_refunded_whatever_was_free_in_it(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let (made, books) = paid(&shop, &leila, "leila", &[900, 0]).await;
        let refund = amina.post(&path(&made), json!({ "items": [books[0]] })).await.json();
        assert_eq!((&refund["order_status"], &refund["order_reason"]), (&json!("cancelled"), &json!("refunded")));
        assert_eq!(library(&shop, "leila").await.iter().map(|id| id.get()).collect::<Vec<_>>(), [books[1]]);
        shop.run_jobs().await;
    }

    async fn a_book_that_is_kept_after_a_refund_is_a_gift_and_can_be_taken_back(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let (made, books) = paid(&shop, &leila, "leila", &[900]).await;
        amina.post(&path(&made), json!({ "keep_books": true })).await;
        let page = format!("/en/account/orders/{}", made["number"].as_str().unwrap());
        let browser = shop.browser_of("leila").await;
        let html = browser.get(&page).await.text().to_owned();
        assert!(html.contains("stays in your library") && html.contains(&format!("/en/read/{}", books[0])), "{html}");
        let user = crate::till::user_id(&shop, "leila").await;
        assert_eq!(amina.delete(&format!("/admin/users/{user}/library/{}", books[0])).await.status(), 204);
        assert!(browser.get(&page).await.text().contains("no longer in your library"));
        shop.run_jobs().await;
    }
}
