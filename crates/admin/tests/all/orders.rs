//! Orders and refunds in the panel: what admins see of them and do about them, through both doors.

use serde_json::{Value, json};
use testing::{Program, on_both_databases};
use web::Role;

use crate::till::{books_of, number, order, page, paid, pay, site, words};

/// The numbers of the orders in a part of the list of the API.
async fn found(who: &Program, query: &str) -> (Vec<String>, Value) {
    let list = who.get(&format!("/admin/orders?{query}")).await.json();
    let items = list["items"].as_array().unwrap_or_else(|| panic!("{query}: {list}"));
    (items.iter().map(|one| number(one).to_owned()).collect(), list["next_cursor"].clone())
}

on_both_databases! {
    in site();

    async fn a_refund_is_asked_about_and_named_before_it_is_made(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let made = paid(&shop, &leila, "leila", &[900, 1200]).await;
        let path = format!("/en/admin/orders/{}", number(&made));
        assert!(page(&amina, "/en/admin/orders").await.contains(number(&made)));
        let shown = page(&amina, &path).await;
        for expected in ["Book 0 of leila for 900", "leila@exemple.dz", "Ask the payment service now", "R-2026-000001"] {
            assert!(shown.contains(expected), "{expected}");
        }
        let books = leila.get(&format!("/orders/{}", number(&made))).await.json();
        let [first, other] = [0, 1].map(|at| books["items"][at]["title"].as_str().unwrap().to_owned());
        let key = books["items"][0]["book_id"].to_string();
        let refund = format!("{path}/refund");

        let bare = amina.post(&refund, &[("book", key.as_str())]).await;
        assert_eq!(bare.status(), 422);
        assert!(words(&bare).contains("Enter a reason."));
        assert_eq!(amina.post(&refund, &[("reason", "Torn")]).await.status(), 422, "no book is chosen");
        let fields = [("book", key.as_str()), ("reason", "Torn")];
        let question = amina.post(&refund, &fields).await;
        assert_eq!(question.status(), 200);
        let question = words(&question);
        assert!(question.contains("These books are removed from the library of leila"), "{question}");
        assert!(question.contains(&first) && !question.contains(&other));
        assert_eq!(books_of(&leila).await, 2, "a question changes nothing");

        let sure: Vec<_> = fields.into_iter().chain([("sure", "on")]).collect();
        assert_eq!(amina.post(&refund, &sure).await.header("location"), path);
        assert_eq!(books_of(&leila).await, 1);
        assert_eq!(amina.post(&refund, &sure).await.status(), 422, "it was paid back already");
        let owed = page(&amina, "/en/admin/refunds").await;
        assert!(owed.contains(&format!("Order {}", number(&made))) && owed.contains("Torn"));
        let settle = amina.post("/en/admin/refunds/1", &[("act", "settle"), ("reference", " ")]).await;
        assert_eq!(settle.status(), 422);
        assert!(words(&settle).contains("Enter the reference of the transfer."));
        let settled = amina.post("/en/admin/refunds/1", &[("act", "settle"), ("reference", "CCP 42")]).await;
        assert_eq!(settled.header("location"), "/en/admin/refunds");
        assert!(page(&amina, "/en/admin/refunds?show=settled").await.contains("CCP 42"));
        assert!(page(&amina, &path).await.contains("Money sent back"));
        shop.run_jobs().await;
    }

    async fn above_an_amount_another_admin_agrees_or_declines_on_the_page(shop: TestApp) {
        let shop = shop.operated(&[(web::shop::Setting::RefundsAlone, "1000")]);
        let leila = shop.reader("leila").await;
        for name in ["amina", "nour"] {
            shop.account(name, Role::Admin).await;
        }
        let (amina, nour) = (shop.browser_of("amina").await, shop.browser_of("nour").await);
        let made = paid(&shop, &leila, "leila", &[1500]).await;
        let path = format!("/en/admin/orders/{}", number(&made));
        let book = leila.get(&format!("/orders/{}", number(&made))).await.json()["items"][0]["book_id"].to_string();
        let fields = [("book", book.as_str()), ("reason", "Twice"), ("sure", "on")];
        amina.post(&format!("{path}/refund"), &fields).await;
        assert_eq!(books_of(&leila).await, 1, "nothing happens before somebody agrees");
        assert!(page(&amina, "/en/admin/refunds?show=waiting").await.contains("Another admin has to approve."));
        assert_eq!(amina.post("/en/admin/refunds/1", &[("act", "approve")]).await.status(), 403);
        let agreed = nour.post("/en/admin/refunds/1", &[("act", "approve"), ("next", &path["/en".len()..])]).await;
        assert_eq!(agreed.header("location"), path);
        assert_eq!(books_of(&leila).await, 0);
        assert_eq!(nour.post("/en/admin/refunds/1", &[("act", "decline")]).await.status(), 409);
        assert_eq!(nour.post("/en/admin/refunds/1", &[("act", "dance")]).await.status(), 404);
        shop.run_jobs().await;
    }

    async fn the_gateway_is_asked_now_through_both_doors(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let api = shop.person("nour", Role::Admin).await;
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let made = order(&shop, &leila, "leila", &[900]).await;
        pay(&made);
        let path = format!("/en/admin/orders/{}", number(&made));
        assert!(page(&amina, &path).await.contains("Awaiting payment"));
        let asked = amina.post(&format!("{path}/ask"), &[]).await;
        assert_eq!((asked.status(), asked.header("location")), (303, path.as_str()));
        let shown = page(&amina, &path).await;
        assert!(shown.contains("We asked the payment service") && shown.contains("Paid; the books are in the reader’s library"));
        assert!(shown.contains("<bdi>Chargily Pay</bdi>"), "by the name that people know: {shown}");
        assert_eq!(books_of(&leila).await, 1);

        let other = order(&shop, &leila, "leila", &[700]).await;
        pay(&other);
        let answer = api.post(&format!("/admin/orders/{}/ask", number(&other)), json!({})).await;
        assert_eq!(answer.json()["status"], "completed", "{}", answer.text());
        let free = order(&shop, &leila, "leila", &[0]).await;
        let nothing = api.post(&format!("/admin/orders/{}/ask", number(&free)), json!({})).await;
        assert_eq!((nothing.status(), nothing.problem().as_str()), (409, "nothing_to_ask"));
        assert_eq!(api.post("/admin/orders/AAAAAAAA/ask", json!({})).await.status(), 404);
        let log = api.get("/admin/audit?act=order.ask").await.json();
        assert_eq!(log["items"][0]["before"]["order_status"], "pending");
        assert_eq!(log["items"][0]["after"]["order_status"], "completed");
        let log = page(&amina, "/en/admin/audit?act=order.ask").await;
        assert!(log.contains("Payment service asked"));
        assert!(log.contains(&format!("href=\"{path}\"")), "an order is named by its number: {log}");
        shop.run_jobs().await;
    }

    async fn an_unpaid_order_is_cancelled_after_a_question_and_a_paid_one_is_not(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let api = shop.person("nour", Role::Admin).await;
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let made = order(&shop, &leila, "leila", &[900]).await;
        let path = format!("/en/admin/orders/{}", number(&made));
        let question = page(&amina, &format!("{path}/cancel")).await;
        assert!(question.contains(&format!("Cancel order {}?", number(&made))));
        assert_eq!(amina.post(&format!("{path}/cancel"), &[]).await.header("location"), path);
        assert!(page(&amina, &path).await.contains("Cancelled by the shop"));
        let told = leila.get(&format!("/orders/{}", number(&made))).await.json();
        assert_eq!((&told["status"], &told["reason"]), (&json!("cancelled"), &json!("by_shop")));
        let buyer = shop.browser_of("leila").await;
        let own = page(&buyer, &format!("/en/account/orders/{}", number(&made))).await;
        assert!(own.contains("The shop cancelled the order"), "{own}");
        assert!(!own.contains(&format!("{}/pay\"", number(&made))), "what the shop gave up is not to be paid: {own}");
        let again = leila.post(&format!("/orders/{}/pay", number(&made)), json!({})).await;
        assert_eq!(again.status(), 409, "what the shop gave up is not paid: {}", again.text());
        assert_eq!(amina.get(&format!("{path}/cancel")).await.header("location"), path, "there is nothing to ask");
        let bought = paid(&shop, &leila, "leila", &[800]).await;
        let late = api.post(&format!("/admin/orders/{}/cancel", number(&bought)), json!({})).await;
        assert_eq!((late.status(), late.problem().as_str()), (409, "order_over"));
        let log = api.get("/admin/audit?act=order.cancel").await.json();
        assert_eq!(log["items"].as_array().unwrap().len(), 1);
        assert_eq!((&log["items"][0]["before"]["order_status"], &log["items"][0]["after"]["order_status"]), (&json!("pending"), &json!("cancelled")));
        let paper = amina.get(&format!("/en/admin/orders/{}/receipt.pdf", number(&bought))).await;
        assert_eq!((paper.status(), paper.header("content-type")), (200, "application/pdf"));
        assert_eq!(amina.get(&format!("{path}/receipt.pdf")).await.status(), 404);
        shop.run_jobs().await;
    }

    async fn orders_are_narrowed_sorted_and_paged_without_losing_one(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let mut made = Vec::new();
        for prices in [&[900][..], &[300], &[700], &[100, 200]] {
            let leila = shop.sign_in("leila").await;
            made.push(order(&shop, &leila, "leila", prices).await);
            shop.advance(24 * 60 * 60);
        }
        let amina = shop.person("amina", Role::Admin).await;
        let all: Vec<String> = made.iter().map(|one| number(one).to_owned()).collect();
        let of = |places: [usize; 4]| places.map(|at| all[at].clone()).to_vec();
        let sorts = [
            ("-created", of([3, 2, 1, 0])), ("created", of([0, 1, 2, 3])),
            ("-total", of([0, 2, 3, 1])), ("total", of([1, 3, 2, 0])),
        ];
        for narrowed in ["", "&status=pending", "&from=2020-01-01T00:00:00Z", "&status=pending&from=2020-01-01T00:00:00Z", "&q=leila@exemple.dz"] {
            for (sort, expected) in &sorts {
                let (mut seen, mut cursor) = (Vec::new(), String::new());
                loop {
                    let (part, next) = found(&amina, &format!("sort={sort}{narrowed}&limit=1{cursor}")).await;
                    seen.extend(part);
                    let Some(next) = next.as_str() else { break };
                    cursor = format!("&cursor={next}");
                }
                assert_eq!(&seen, expected, "{sort}{narrowed}");
            }
        }
        let days = "from=2026-11-24T00:00:00Z&until=2026-11-26T00:00:00Z";
        assert_eq!(found(&amina, days).await.0, [all[2].clone(), all[1].clone()]);
        assert_eq!(found(&amina, "status=completed").await.0, [""; 0]);
        assert_eq!(amina.get("/admin/orders?sort=colour").await.status(), 422);
        let (_, cursor) = found(&amina, "sort=total&limit=1").await;
        let other = format!("/admin/orders?sort=created&cursor={}", cursor.as_str().unwrap());
        assert_eq!(amina.get(&other).await.status(), 422, "a place in a list is none in another");
        shop.run_jobs().await;
    }

    async fn the_page_narrows_by_days_of_algiers_remembers_and_exports_the_same(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.account("amina", Role::Admin).await;
        let paid = paid(&shop, &leila, "leila", &[900]).await;
        shop.advance(24 * 60 * 60);
        let (amina, leila) = (shop.browser_of("amina").await, shop.sign_in("leila").await);
        let open = order(&shop, &leila, "leila", &[700]).await;
        let today = "/en/admin/orders?from=2026-11-24&to=2026-11-24";
        let shown = page(&amina, today).await;
        assert!(shown.contains(number(&open)) && !shown.contains(number(&paid)));
        let back = amina.get("/en/admin/orders").await;
        assert_eq!(back.header("location"), today, "what was chosen is remembered");
        assert!(page(&amina, "/en/admin/orders?all").await.contains(number(&paid)));
        let none = page(&amina, "/ar/admin/orders?status=doubt").await;
        assert!(none.contains("class=\"empty\""));
        let file = amina.get("/en/admin/orders.csv?status=completed").await;
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"orders-2026-11-24.csv\"");
        let lines: Vec<&str> = file.text().lines().collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[1].starts_with(&format!("{},2026-11-23 10:00,completed,leila,", number(&paid))), "{}", lines[1]);
        assert!(lines[1].contains(",900.00,0.00,DZD,"), "{}", lines[1]);
        shop.run_jobs().await;
    }

    async fn an_order_in_doubt_says_why_and_is_found_by_it(shop: TestApp) {
        use db::{Query as _, sql};
        let leila = shop.reader("leila").await;
        shop.account("amina", Role::Admin).await;
        let (amina, api) = (shop.browser_of("amina").await, shop.sign_in("amina").await);
        let made = order(&shop, &leila, "leila", &[900]).await;
        let clear = order(&shop, &leila, "leila", &[800]).await;
        let details = db::Json(json!({ "here": 90_000, "there": 80_000 }));
        let note = sql!(
            "insert into payment_findings (mode, checkout_id, kind, order_id, details, found_at)
             select 'test', 'chk_1', 'amount', id, $2, $3 from orders where number = $1",
            number(&made), details, shop.app.clock.now()
        );
        shop.app.db.execute(note).await.unwrap();
        for query in ["in_doubt=true", "in_doubt=true&q=leila@exemple.dz", &format!("in_doubt=true&q={}", number(&made))] {
            assert_eq!(found(&api, query).await.0, [number(&made)], "{query}");
        }
        assert_eq!(found(&api, &format!("in_doubt=true&q={}", number(&clear))).await.0, [""; 0]);
        let shown = page(&amina, &format!("/en/admin/orders/{}", number(&made))).await;
        assert!(shown.contains("A payment of this order is in doubt") && shown.contains("the shop has"), "{shown}");
        let findings = page(&amina, "/en/admin/refunds?show=findings").await;
        assert!(findings.contains("chk_1") && findings.contains(number(&made)));
        shop.run_jobs().await;
    }
}
