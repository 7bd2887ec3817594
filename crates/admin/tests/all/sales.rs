//! What was sold in some days: as the page, the files and the API tell it, to the centime as orders, receipts and figures do.

use serde_json::{Value, json};
use testing::on_both_databases;
use web::Role;

use crate::till::{number, page, paid, site};

/// The amount of a sum of money.
fn amount(money: &Value) -> i64 {
    money["amount"].as_i64().unwrap()
}

/// Adds up one of the amounts of all lines.
fn sum(lines: &Value, name: &str) -> i64 {
    lines["items"].as_array().unwrap().iter().map(|line| amount(&line[name])).sum()
}

/// The rows of a file, without the mark at its beginning and the headings.
fn rows(file: &str) -> Vec<Vec<String>> {
    let lines = file.trim_start_matches('\u{feff}').lines().skip(1);
    lines.map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

on_both_databases! {
    in site();

    async fn what_was_sold_adds_up_to_the_orders_the_receipts_and_the_figures(shop: TestApp) {
        let shop = shop.operated(&[(web::shop::Setting::SellerVat, "9")]);
        let (leila, omar) = (shop.reader("leila").await, shop.reader("omar").await);
        let amina = shop.person("amina", Role::Admin).await;
        let one = paid(&shop, &leila, "leila", &[901, 1200, 333]).await;
        paid(&shop, &omar, "omar", &[777]).await;
        let books = leila.get(&format!("/orders/{}", number(&one))).await.json();
        let torn = books["items"].as_array().unwrap().iter().find(|item| item["title"] == "Book 0 of leila for 901").unwrap();
        let back = json!({ "items": [torn["book_id"]], "reason": "Torn" });
        shop.advance(60);
        let refund = amina.post(&format!("/admin/orders/{}/refund", number(&one)), back).await;
        assert!(matches!(refund.status(), 200 | 201), "{}", refund.text());
        shop.run_jobs().await;

        let sales = amina.get("/admin/sales").await;
        assert_eq!(sales.status(), 200, "{}", sales.text());
        let sales = sales.json();
        let totals = &sales["totals"];
        assert_eq!((amount(&totals["sold"]), amount(&totals["refunded"])), (321_100, 90_100), "{totals}");
        assert_eq!((amount(&totals["net"]), &sales["orders"], &totals["copies"]), (231_000, &json!(2), &json!(4)));
        shop.run_scheduled("admin.figures").await;
        let figures = amina.get("/admin/stats?period=today").await.json();
        assert_eq!(figures["now"]["revenue"]["amount"], totals["net"]["amount"]);
        assert_eq!(figures["now"]["refunded"]["amount"], totals["refunded"]["amount"]);

        let lines = amina.get("/admin/sales/lines").await.json();
        for name in ["net", "tax"] {
            let of_line = if name == "net" { "amount" } else { name };
            assert_eq!(sum(&lines, of_line), amount(&totals[name]), "{name}");
        }
        for groups in ["books", "publishers", "authors"] {
            let all = sales[groups].as_array().unwrap();
            assert_eq!(all.iter().map(|group| amount(&group["net"])).sum::<i64>(), 231_000, "{groups}");
            assert_eq!(all.iter().map(|group| amount(&group["tax"])).sum::<i64>(), amount(&totals["tax"]), "{groups}");
        }
        // As the receipts say it: 243 400 and 77 700 with 9 % in them, and the 90 100 that went back.
        let vat: web::Vat = "9".parse().unwrap();
        let on_papers = vat.contained_in(243_400) + vat.contained_in(77_700) - vat.contained_in(90_100);
        assert_eq!(amount(&totals["tax"]), on_papers);
        let papers: Vec<_> = lines["items"].as_array().unwrap().iter().map(|line| line["receipt"].as_str().unwrap()).collect();
        assert_eq!(papers, ["R-2026-000001", "R-2026-000001", "R-2026-000001", "R-2026-000002", "C-2026-000001"]);
        let last = lines["items"].as_array().unwrap().last().unwrap();
        assert_eq!((&last["kind"], amount(&last["amount"]), &last["fee"]), (&json!("refund"), -90_100, &Value::Null));
    }

    async fn a_part_of_the_lines_follows_upon_another_and_none_is_there_twice(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        paid(&shop, &leila, "leila", &[100, 200, 300]).await;
        let mut found: Vec<i64> = Vec::new();
        let mut query = "limit=2".to_owned();
        loop {
            let part = amina.get(&format!("/admin/sales/lines?{query}")).await.json();
            found.extend(part["items"].as_array().unwrap().iter().map(|line| amount(&line["amount"])));
            let Some(cursor) = part["next_cursor"].as_str() else { break };
            query = format!("limit=2&cursor={cursor}");
        }
        found.sort_unstable();
        assert_eq!(found, [10_000, 20_000, 30_000]);
    }

    async fn the_files_open_in_a_spreadsheet_and_say_the_same(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.account("amina", Role::Admin).await;
        let (api, amina) = (shop.sign_in("amina").await, shop.browser_of("amina").await);
        let made = paid(&shop, &leila, "leila", &[950, 1200]).await;
        let file = amina.get("/fr/admin/sales.csv?by=lines&month=2026-11").await;
        assert!(file.header("content-disposition").contains("ventes-2026-11.csv"), "{}", file.header("content-disposition"));
        assert!(file.text().starts_with('\u{feff}') && file.text().contains("Montant (DZD)"));
        let lines = rows(file.text());
        let mut amounts: Vec<_> = lines.iter().map(|row| row[8].as_str()).collect();
        amounts.sort_unstable();
        assert_eq!(amounts, ["1200.00", "950.00"]);
        assert!(lines.iter().all(|row| row[2] == number(&made) && row[3] == "R-2026-000001"));
        let by_book = rows(amina.get("/en/admin/sales.csv?by=books").await.text());
        assert_eq!(by_book[0][4], "1200.00", "what brought most stands first: {by_book:?}");
        let by_author = rows(amina.get("/en/admin/sales.csv?by=authors").await.text());
        assert_eq!((by_author[0][0].as_str(), by_author[0][3].as_str()), ("Assia Djebar", "2150.00"));
        assert_eq!(rows(amina.get("/ar/admin/sales.csv?by=publishers").await.text()).len(), 1);
        let same = api.get("/admin/sales?format=csv").await;
        assert_eq!(rows(same.text()).len(), 2);
        assert!(rows(api.get("/admin/sales?format=csv&month=2026-10").await.text()).is_empty());
    }

    async fn the_page_tells_the_totals_first_in_three_languages_and_any_days(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let made = paid(&shop, &leila, "leila", &[950]).await;
        for (locale, net) in [("en", "950.00"), ("fr", "950,00"), ("ar", "950,00")] {
            for by in ["books", "publishers", "authors", "lines"] {
                let shown = page(&amina, &format!("/{locale}/admin/sales?by={by}")).await;
                assert!(shown.contains(net), "{locale} {by}");
            }
        }
        assert!(page(&amina, "/en/admin/sales?by=lines").await.contains(number(&made)));
        assert!(page(&amina, "/en/admin/sales?month=2026-10").await.contains("Nothing was sold in this period."));
        for wrong in ["month=x", "from=2026-11-02&to=2026-11-01", "from=1990-01-01&to=2026-11-01", "from=x&to=y"] {
            let answer = amina.get(&format!("/en/admin/sales?{wrong}")).await;
            assert_eq!(answer.status(), 422, "{wrong}");
            assert!(!answer.text().contains("class=\"tiles\""), "no figures of other days: {wrong}");
            let file = amina.get(&format!("/en/admin/sales.csv?{wrong}")).await;
            assert_eq!(file.status(), 303, "{wrong}");
            assert_eq!(file.header("location"), format!("/en/admin/sales?{wrong}"));
        }
        // The ends of the calendar are refused like any other day that is none.
        let api = shop.sign_in("amina").await;
        for wrong in ["month=9999-12", "month=0000-01", "from=9999-12-31&to=9999-12-31", "from=0000-01-01&to=0000-01-02"] {
            assert_eq!(amina.get(&format!("/fr/admin/sales?{wrong}")).await.status(), 422, "{wrong}");
            for path in ["/admin/sales", "/admin/sales/lines"] {
                assert_eq!(api.get(&format!("{path}?{wrong}")).await.status(), 422, "{path} {wrong}");
            }
            let figures = amina.get(&format!("/fr/admin/figures.csv?{wrong}")).await;
            assert_eq!(figures.status(), 422, "{wrong}");
            assert!(figures.text().contains("name=\"from\""), "the form comes back: {wrong}");
        }
        assert_eq!(api.get("/admin/sales?month=2199-12").await.status(), 200);
        assert_eq!(amina.get("/fr/admin/sales?month=2199-12").await.status(), 200);
        assert_eq!(amina.get("/fr/admin/sales?month=2000-01").await.status(), 200);
        shop.account("nadia", Role::Editor).await;
        assert_eq!(shop.browser_of("nadia").await.get("/en/admin/sales").await.status(), 403);
    }
}
