//! What the hourly tidying throws away, and what it leaves.

use db::Query as _;
use serde_json::json;
use testing::on_both_databases;

use crate::me::picture::png;
use crate::site;

const DAY: i64 = 24 * 60 * 60;

macro_rules! count {
    ($shop:ident, $table:literal) => {{
        let (count,): (i64,) = $shop
            .app
            .db
            .one(db::sql!(concat!("/* full scan: a test */ select count(*) as n from ", $table)))
            .await
            .unwrap();
        count
    }};
}

on_both_databases! {
    in site();

    async fn what_time_has_made_useless_goes_and_the_rest_stays(shop: TestApp) {
        shop.reader("leila").await;
        shop.newcomer("karim").await;
        shop.api().post("/auth/sign-in", json!({ "login": "x", "password": "guessed" })).await;
        shop.run_jobs().await;
        shop.run_scheduled("accounts.tidy").await;
        assert_eq!(count!(shop, "access_tokens"), 2);
        // Of the locks one is of the name, one in place of the account that does not exist.
        assert_eq!((count!(shop, "email_codes"), count!(shop, "sign_in_locks"), count!(shop, "mails_sent")), (1, 2, 1));
        shop.advance(3_601);
        shop.run_scheduled("accounts.tidy").await;
        assert_eq!((count!(shop, "access_tokens"), count!(shop, "email_codes"), count!(shop, "mails_sent")), (0, 0, 0));
        assert_eq!((count!(shop, "sessions"), count!(shop, "sign_in_locks")), (2, 2));
        shop.advance(DAY);
        shop.run_scheduled("accounts.tidy").await;
        assert_eq!((count!(shop, "sessions"), count!(shop, "sign_in_locks")), (2, 0));
        shop.advance(30 * DAY);
        shop.run_scheduled("accounts.tidy").await;
        assert_eq!((count!(shop, "sessions"), count!(shop, "users")), (0, 1), "leila is verified and stays");
        assert_eq!(shop.sign_in("leila").await.get("/me").await.status(), 200);
        shop.run_jobs().await;
    }

    async fn an_account_that_nobody_verified_goes_with_its_files(shop: TestApp) {
        let karim = shop.newcomer("karim").await;
        assert_eq!(karim.upload("/me/picture", "p.png", &png()).await.status(), 200);
        shop.run_jobs().await;
        shop.advance(30 * DAY + 1);
        shop.run_scheduled("accounts.tidy").await;
        shop.run_jobs().await;
        assert_eq!((count!(shop, "users"), shop.media().await.len()), (0, 0));
    }
}
