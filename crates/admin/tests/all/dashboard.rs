//! How the shop does, as pages and API tell it.

use catalogue::{Book, Sales};
use db::{Query, sql};
use kernel::Id;
use serde_json::Value;
use testing::{TestApp, book, on_both_databases};
use web::Role;

use crate::site;

/// An order of so many minor units, placed and perhaps paid so many days ago.
async fn order(shop: &TestApp, number: &str, total: i64, days_ago: i64, paid: bool) {
    let at = shop.app.clock.now().plus_seconds(-days_ago * 86_400);
    let status = if paid { "completed" } else { "pending" };
    let insert = sql!(
        "insert into orders (number, status, currency, total, language, created_at, updated_at, completed_at)
         values ($1, $2, 'DZD', $3, 'fr', $4, $4, $5)",
        number,
        status,
        total,
        at,
        paid.then_some(at)
    );
    shop.app.db.execute(insert).await.unwrap();
}

async fn sold(shop: &TestApp, book: Id<Book>, days_ago: i64, copies: i64) {
    let at = shop.app.clock.now().plus_seconds(-days_ago * 86_400);
    shop.app.db.transaction(async |tx| Sales::record(&tx, book, at, copies).await).await.unwrap();
}

async fn counted(shop: &TestApp) {
    shop.run_scheduled("admin.figures_again").await;
    shop.run_scheduled("admin.figures").await;
}

on_both_databases! {
    in site();

    async fn the_figures_of_a_period_are_held_against_the_one_before(shop: TestApp) {
        let nadia = shop.person("nadia", Role::Editor).await;
        order(&shop, "A1", 120_000, 0, true).await;
        order(&shop, "A2", 80_000, 3, true).await;
        order(&shop, "A3", 50_000, 3, false).await;
        order(&shop, "A4", 40_000, 9, true).await;
        order(&shop, "A5", 0, 1, true).await;
        counted(&shop).await;
        let week: Value = nadia.get("/admin/stats?period=7d").await.json();
        assert_eq!(week["now"]["revenue"]["amount"], 200_000, "{week}");
        assert_eq!(week["now"]["orders"], 2, "what costs nothing is no sale");
        assert_eq!(week["now"]["conversion"], 67);
        assert_eq!(week["before"]["revenue"]["amount"], 40_000);
        assert_eq!(week["days"].as_array().unwrap().len(), 7);
        let today: Value = nadia.get("/admin/stats?period=today").await.json();
        assert_eq!((&today["now"]["revenue"]["amount"], &today["before"]["orders"]), (&120_000.into(), &0.into()));
        let year: Value = nadia.get("/admin/stats?period=365d").await.json();
        assert_eq!(year["now"]["revenue"]["amount"], 240_000);
        assert_eq!(nadia.get("/admin/stats?period=1d").await.status(), 422);
    }

    async fn an_order_that_is_paid_days_later_counts_for_the_day_on_which_it_was_placed(shop: TestApp) {
        let nadia = shop.person("nadia", Role::Editor).await;
        order(&shop, "A1", 50_000, 3, false).await;
        counted(&shop).await;
        let before: Value = nadia.get("/admin/stats?period=7d").await.json();
        assert_eq!(before["now"]["conversion"], 0);
        let paid = sql!("update orders set status = 'completed', completed_at = $1 where number = 'A1'", shop.app.clock.now());
        shop.app.db.execute(paid).await.unwrap();
        counted(&shop).await;
        let after: Value = nadia.get("/admin/stats?period=7d").await.json();
        assert_eq!(after["now"]["conversion"], 100);
    }

    async fn what_sold_best_stands_first_and_what_needs_somebody_is_counted(shop: TestApp) {
        let nadia = shop.person("nadia", Role::Editor).await;
        let (zinc, alif) = (book("Zinc").put(&shop).await, book("Alif").put(&shop).await);
        sold(&shop, zinc, 2, 3).await;
        sold(&shop, alif, 1, 5).await;
        sold(&shop, zinc, 20, 40).await;
        let week: Value = nadia.get("/admin/stats?period=7d").await.json();
        let titles: Vec<_> = week["top_books"].as_array().unwrap().iter().map(|book| book["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["Alif", "Zinc"]);
        let fileless = week["waiting"].as_array().unwrap().iter().find(|it| it["kind"] == "books_without_files");
        assert!(fileless.is_some(), "{week}");
    }

    async fn the_page_tells_the_same_in_three_languages_and_its_file_opens_in_a_spreadsheet(shop: TestApp) {
        shop.account("nadia", Role::Editor).await;
        order(&shop, "A1", 120_000, 0, true).await;
        counted(&shop).await;
        let nadia = shop.browser_of("nadia").await;
        for (locale, price) in [("en", "1,200"), ("fr", "1\u{a0}200"), ("ar", "1\u{a0}200")] {
            for period in ["today", "7d", "30d", "365d"] {
                let page = nadia.get(&format!("/{locale}/admin?period={period}")).await;
                assert_eq!(page.status(), 200);
                assert!(page.text().contains(price), "{locale} {period}");
            }
        }
        let file = nadia.get("/en/admin/figures.csv?from=2020-01-01&to=2020-01-03").await;
        assert!(file.header("content-disposition").contains("figures-2020-01-01-2020-01-03.csv"));
        assert_eq!(file.text().lines().count(), 4);
        for wrong in ["from=2020-01-03&to=2020-01-01", "from=x&to=2020-01-01", "from=1990-01-01&to=2020-01-01"] {
            assert_eq!(nadia.get(&format!("/en/admin/figures.csv?{wrong}")).await.status(), 422, "{wrong}");
        }
    }

    async fn what_needs_somebody_leads_to_a_list_of_just_that(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        order(&shop, "A1", 50_000, 0, false).await;
        let doubt = sql!(
            "insert into payments (attempt, order_id, gateway, mode, status, amount, currency, return_hash, created_at)
             select 'a1', id, 'chargily', 'test', 'review', total, currency, 'h1', created_at from orders where number = $1",
            "A1"
        );
        shop.app.db.execute(doubt).await.unwrap();
        let amina = shop.browser_of("amina").await;
        let list = "/en/admin/orders?status=doubt";
        assert!(amina.get("/en/admin").await.text().contains(&format!("href=\"{list}\"")));
        assert!(amina.get(list).await.text().contains("value=\"doubt\" selected"));
    }

    async fn a_shop_that_has_sold_nothing_tells_its_owner_what_is_left_to_do(shop: TestApp) {
        let (amina, nadia) = (shop.person("amina", Role::Admin).await, shop.person("nadia", Role::Editor).await);
        let left = async || {
            let stats: Value = amina.get("/admin/stats").await.json();
            let steps = stats["first_steps"].as_array().unwrap().clone();
            let open = steps.into_iter().filter(|step| step["done"] == false);
            open.map(|step| step["step"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert!(left().await.starts_with(&["name".to_owned(), "seller".to_owned(), "book".to_owned()]));
        let named = serde_json::json!({ "shop_name": "El Ijtihad", "seller_address": "3 rue Didouche, Alger" });
        assert_eq!(amina.patch("/admin/settings", named).await.status(), 200);
        book("Zinc").put(&shop).await;
        assert!(!left().await.iter().any(|step| ["name", "seller", "book"].contains(&step.as_str())));
        let page = shop.browser_of("amina").await;
        assert!(page.get("/fr/admin").await.text().contains("id=\"steps\""));
        let editors: Value = nadia.get("/admin/stats").await.json();
        assert_eq!(editors["first_steps"], serde_json::json!([]), "an editor can do none of it");
        order(&shop, "A1", 50_000, 0, true).await;
        assert!(left().await.is_empty(), "a shop that sells is open");
        assert!(!page.get("/fr/admin").await.text().contains("id=\"steps\""));
    }
}
