//! The way into the panel.

use testing::on_both_databases;
use web::Role;

use crate::site;

on_both_databases! {
    in site();

    async fn each_comes_to_the_first_page_that_is_theirs_and_a_reader_to_none(shop: TestApp) {
        for (name, role) in [("salim", Role::Moderator), ("amina", Role::Admin), ("leila", Role::Reader)] {
            shop.account(name, role).await;
        }
        let (salim, amina, leila) =
            (shop.browser_of("salim").await, shop.browser_of("amina").await, shop.browser_of("leila").await);
        assert_eq!(salim.get("/ar/admin").await.header("location"), "/ar/admin/moderation");
        assert_eq!(amina.get("/ar/admin").await.status(), 200);
        assert_eq!(leila.get("/ar/admin").await.status(), 403);
        assert_eq!(shop.get("/ar/admin").await.header("location"), "/ar/sign-in?next=%2Far%2Fadmin");
    }

    async fn the_ways_on_a_page_are_those_of_whoever_looks(shop: TestApp) {
        for (name, role) in [("salim", Role::Moderator), ("amina", Role::Admin)] {
            shop.account(name, role).await;
        }
        let of_moderator = shop.browser_of("salim").await.get("/en/admin/moderation").await.text().to_owned();
        let of_admin = shop.browser_of("amina").await.get("/en/admin/moderation").await.text().to_owned();
        assert!(!of_moderator.contains("href=\"/en/admin/audit\""));
        assert!(of_admin.contains("href=\"/en/admin/audit\""));
    }
}
