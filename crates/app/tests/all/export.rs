//! All that is kept of somebody, in a file.

use db::{Query as _, sql};
use serde_json::json;
use testing::{book, on_both_databases};

use crate::site;

on_both_databases! {
    in site();

    async fn what_somebody_reads_is_theirs_to_take_along(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        shop.app
            .db
            .execute(sql!(
                "insert into reading_progress (user_id, book_id, percent, last_read_at) select id, $1, 42.5, $2 from users where username = 'leila'",
                id,
                shop.app.clock.now()
            ))
            .await
            .unwrap();
        let answer = leila.get("/me/export").await;
        assert_eq!((answer.status(), answer.header("content-disposition")), (200, "attachment; filename=\"warraq.json\""));
        assert_eq!(answer.header("cache-control"), "no-store");
        let all = answer.json();
        assert_eq!((&all["account"]["username"], &all["reading"]["annotations"]), (&json!("leila"), &json!([])));
        assert_eq!((&all["reading"]["progress"][0]["title"], &all["reading"]["progress"][0]["percent"]), (&json!("Zinc"), &json!(42.5)));
        assert_eq!(karim.get("/me/export").await.json()["reading"]["progress"], json!([]), "nothing of somebody else's");
        assert_eq!(shop.api().get("/me/export").await.status(), 401);
        let page = shop.browser_of("leila").await.get("/fr/account/data").await;
        assert!(page.text().contains("/api/v1/me/export"));
    }
}
