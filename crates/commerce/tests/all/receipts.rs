//! Receipts and notes of credit: as pages, as PDF and by mail.

use chargily_double::Act;
use serde_json::{Value, json};
use testing::{Browser, Program, TestApp, on_both_databases};
use web::Role;
use web::shop::Setting;

use crate::pages::said;
use crate::till::{act, advance, checkout, fill_cart, look, order, site, stands};

/// A shop whose owner gave what the law asks for.
fn with_seller(shop: &TestApp) -> TestApp {
    shop.operated(&[
        (Setting::SellerName, "Librairie El Ijtihad"),
        (Setting::SellerAddress, "9 rue Hamani, Alger"),
        (Setting::SellerPhone, "+213 21 00 00 00"),
        (Setting::SellerNif, "000016001234567"),
        (Setting::SellerRc, "16/00-1234567 B 20"),
        (Setting::SellerAi, "16012345678"),
        (Setting::SellerNis, "000016012345678"),
        (Setting::SellerVat, "9"),
    ])
}

async fn paid(shop: &TestApp, who: &Program, prices: &[i64]) -> Value {
    fill_cart(shop, "leila", prices).await;
    let made = order(who).await;
    act(&checkout(&made["payment_url"]), Act::Pay);
    advance(shop, 61);
    look(shop).await;
    assert_eq!(stands(who, &made).await.0, "completed");
    made
}

fn page_of(l: &str, order: &Value) -> String {
    format!("/{l}/account/orders/{}/receipt", order["number"].as_str().unwrap())
}

async fn read(who: &Browser, path: &str) -> String {
    let answer = who.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    said(&answer)
}

on_both_databases! {
    in site();

    async fn a_receipt_says_who_sold_what_to_whom_in_three_languages(shop: TestApp) {
        let shop = with_seller(&shop);
        let leila = shop.reader("leila").await;
        let made = paid(&shop, &leila, &[900, 1280]).await;
        let browser = shop.browser_of("leila").await;
        let words = [
            ("en", ["Receipt", "Tax number (NIF)", "including VAT at", "Paid"]),
            ("fr", ["Reçu", "Identification fiscale (NIF)", "dont TVA à", "Payé"]),
            ("ar", ["وصل", "رقم التعريف الجبائي (NIF)", "منها ضريبة القيمة المضافة", "المدفوع"]),
        ];
        for (l, words) in words {
            let page = read(&browser, &page_of(l, &made)).await;
            let facts = [
                "R-2026-000001", "Librairie El Ijtihad", "9 rue Hamani, Alger", "000016001234567", "16/00-1234567 B 20",
                made["number"].as_str().unwrap(), "Book 0 of leila for 900", "leila@", &checkout(&made["payment_url"]),
            ];
            for words in words.iter().chain(&facts) {
                assert!(page.contains(words), "{l}: {words}");
            }
            let file = browser.get(&format!("{}.pdf", page_of(l, &made))).await;
            assert_eq!((file.status(), file.header("content-type")), (200, "application/pdf"));
            assert!(file.bytes().starts_with(b"%PDF-"));
        }
        // 9 % of what is without it, contained in 2 180 dinars.
        assert!(read(&browser, &page_of("en", &made)).await.contains("180.00"));
        assert!(read(&browser, &format!("/en/account/orders/{}", made["number"].as_str().unwrap())).await.contains(&page_of("en", &made)));
    }

    async fn a_receipt_stays_as_it_was_issued(shop: TestApp) {
        let before = with_seller(&shop);
        let leila = before.reader("leila").await;
        let made = paid(&before, &leila, &[900]).await;
        let path = format!("/orders/{}/receipt.pdf", made["number"].as_str().unwrap());
        let first = leila.get(&path).await;
        assert_eq!(first.status(), 200);
        let after = before.operated(&[(Setting::SellerName, "Another")]);
        after.advance(40 * 24 * 60 * 60);
        let leila = after.sign_in("leila").await;
        assert!(leila.get(&path).await.bytes() == first.bytes(), "the same bytes");
    }

    async fn a_receipt_comes_by_mail_with_its_file_and_once_more_when_asked(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let made = paid(&shop, &leila, &[900]).await;
        let mail = shop.mail_to(&testing::address("leila")).await;
        assert!(mail.subject.contains("R-2026-000001"), "{}", mail.subject);
        assert!(mail.text.contains("Book 0 of leila for 900") && mail.text.contains("/library"), "{}", mail.text);
        assert_eq!(mail.files.len(), 1);
        assert_eq!(mail.files[0].name, "R-2026-000001.pdf");
        let path = format!("/orders/{}/receipt", made["number"].as_str().unwrap());
        let file = leila.get(&format!("{path}.pdf")).await;
        assert!(mail.files[0].bytes == file.bytes(), "the same file");
        let count = async || shop.mails().await.iter().filter(|mail| !mail.files.is_empty()).count();
        assert_eq!(count().await, 1);
        assert_eq!(leila.post(&format!("{path}/mail"), json!({})).await.status(), 202);
        let browser = shop.browser_of("leila").await;
        assert_eq!(browser.post(&page_of("en", &made), &[]).await.status(), 303);
        shop.run_jobs().await;
        assert_eq!(count().await, 3);
    }

    async fn money_that_goes_back_has_a_note_of_credit(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let made = paid(&shop, &leila, &[900]).await;
        shop.run_jobs().await;
        let refund = format!("/admin/orders/{}/refund", made["number"].as_str().unwrap());
        assert_eq!(amina.post(&refund, json!({})).await.status(), 201);
        let mail = shop.mail_to(&testing::address("leila")).await;
        assert_eq!(mail.files[0].name, "C-2026-000001.pdf");
        let way = format!("See the credit note\n{}", shop.app.settings.public_url.join(&page_of("en", &made)));
        assert!(mail.text.contains(&format!("{way}#C-2026-000001\n")), "{}", mail.text);
        let browser = shop.browser_of("leila").await;
        let page = read(&browser, &page_of("fr", &made)).await;
        assert!(page.contains("id=\"C-2026-000001\""), "where the mail leads");
        for words in ["Reçu", "R-2026-000001", "Avoir", "C-2026-000001", "Concerne le reçu", "Remboursé"] {
            assert!(page.contains(words), "{words}");
        }
        let file = browser.get(&format!("{}.pdf?paper=C-2026-000001", page_of("fr", &made))).await;
        assert_eq!(file.status(), 200);
        assert!(file.header("content-disposition").contains("C-2026-000001.pdf"));
    }

    async fn a_receipt_is_its_buyers_and_there_is_none_without_money(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let made = paid(&shop, &leila, &[900]).await;
        shop.reader("sami").await;
        let sami = shop.browser_of("sami").await;
        for path in [page_of("en", &made), format!("{}.pdf", page_of("en", &made))] {
            assert_eq!(sami.get(&path).await.status(), 404);
            assert_eq!(shop.browser().get(&path).await.status(), 303, "a visitor signs in first");
        }
        let path = format!("/orders/{}/receipt.pdf", made["number"].as_str().unwrap());
        assert_eq!(shop.api().get(&path).await.status(), 401);
        assert_eq!(shop.sign_in("sami").await.get(&path).await.status(), 404);
        assert_eq!(leila.get(&format!("{path}?paper=R-2026-000009")).await.status(), 404);
        for price in [0, 1000] {
            fill_cart(&shop, "leila", &[price]).await;
            let other = order(&leila).await;
            let browser = shop.browser_of("leila").await;
            assert_eq!(browser.get(&page_of("en", &other)).await.status(), 404, "of what cost {price}");
        }
    }

    async fn numbers_begin_anew_with_the_year_in_algeria(shop: TestApp) {
        let leila = shop.reader("leila").await;
        paid(&shop, &leila, &[900]).await;
        // Half past eleven in the evening of the last day in Greenwich is past midnight in Algiers.
        advance(&shop, 38 * 24 * 60 * 60 + 14 * 60 * 60 + 28 * 60);
        let leila = shop.sign_in("leila").await;
        let made = paid(&shop, &leila, &[1000]).await;
        let browser = shop.browser_of("leila").await;
        assert!(read(&browser, &page_of("en", &made)).await.contains("R-2027-000001"));
    }
}
