//! Every statement of every feature is prepared on both databases, and its plan read.

use db::{audit_statements, on_both_databases};

/// Tables that do not grow with the shop.
const SMALL: [&str; 7] =
    ["genres", "genre_names", "migrations", "home_page", "home_shelves", "home_titles", "home_books"];

on_both_databases! {
    async fn every_statement_can_be_prepared_and_none_reads_a_whole_table(db: Db) {
        // Naming the features links their statements in.
        let _features = (catalogue::pages(), discovery::pages(), reading::pages(), accounts::Accounts::new().pages());
        let _talk = community::Community::new().api();
        let commerce = commerce::Commerce::new(None);
        let _buying = (commerce.api(), commerce.library_pages(), commerce.root(), commerce.jobs());
        let _carts = commerce::cart::Carts::new().pages();
        // What only the panel asks for.
        let nobody = web::UserId::new(0);
        let people = (accounts::people::Person::of(&db, &[nobody]).await, commerce::desk::Owned::of(&db, nobody, 1).await);
        assert!(people.0.is_ok_and(|found| found.is_empty()) && people.1.is_ok_and(|found| found.is_empty()));
        let _panel = (admin::pages(), admin::api(), catalogue::jobs());
        let left = jobs::overdue(&db, kernel::Timestamp::from_millis(0)).await;
        assert!(left.is_ok_and(|left| left.is_empty()));
        let problems = audit_statements(&db, &SMALL).await;
        let problems = problems.unwrap_or_else(|e| panic!("{e}"));
        assert!(problems.is_empty(), "{problems:#?}");
        assert!(db::registered().count() > 60, "the features' statements are not linked in");
        for file in [
            "jobs/src/queue.rs", "accounts/src/session.rs", "accounts/src/hygiene.rs", "community/src/rating.rs", "commerce/src/library/entry.rs",
            "commerce/src/library/download.rs", "commerce/src/idempotency.rs", "commerce/src/order/place.rs", "commerce/src/cart/lock.rs",
            "accounts/src/people/list.rs", "accounts/src/people/act.rs", "community/src/moderation/suspend.rs", "commerce/src/order/sought.rs", "commerce/src/payment/trail.rs",
            "catalogue/src/names/merge.rs", "catalogue/src/names/list.rs", "catalogue/src/edit/desk.rs", "catalogue/src/edit/write.rs", "catalogue/src/edit/draft.rs",
        ] {
            assert!(db::registered().any(|statement| statement.file.ends_with(file)), "{file}");
        }
        for statement in db::registered() {
            let words = statement.postgres.to_lowercase();
            let changes = words.contains("update audit_log") || words.contains("delete from audit_log");
            assert!(!changes, "the audit log is only added to: {statement}");
        }
    }
}
