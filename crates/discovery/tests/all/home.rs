//! The front page: which shelves stand on it, for whom.

use db::{Query, sql};
use kernel::Id;
use serde_json::json;
use testing::{TestApp, TestResponse, book, on_both_databases};

use crate::shop;

/// The headings of the shelves that a page shows, of these.
fn shelves<'a>(page: &TestResponse, ids: &[&'a str]) -> Vec<&'a str> {
    let at = |id: &&'a str| page.text().find(&format!("id=\"{id}-title\"")).map(|at| (at, *id));
    let mut found: Vec<_> = ids.iter().filter_map(at).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).collect()
}

const ALL: [&str; 8] = ["strip", "for-you", "picks", "invite", "new", "best", "genres", "viewed"];

async fn user(shop: &TestApp, name: &str) -> i64 {
    let found: db::Result<(i64,)> =
        shop.app.db.one(sql!("select id from users where username = $1", name)).await;
    found.unwrap_or_else(|e| panic!("{e}")).0
}

on_both_databases! {
    in shop();

    async fn a_visitor_is_shown_the_editors_picks_and_what_is_new_and_sells(shop: TestApp) {
        let one = book("Zinc").genre("poems").put(&shop).await;
        let two = book("Atlas").put(&shop).await;
        assert_eq!(shelves(&shop.get("/fr/").await, &ALL), ["new", "genres"], "nothing is popular yet");
        shop.app.db.transaction(async |tx| {
            discovery::picks::choose(&tx, &[two, one, two]).await?;
            catalogue::Sales::record(&tx, one, kernel::Timestamp::from_millis(1_795_424_400_000), 2).await
        }).await.unwrap_or_else(|e| panic!("{e}"));
        shop.run_scheduled("discovery.best_sellers").await;
        let page = shop.get("/fr/").await;
        assert_eq!(shelves(&page, &ALL), ["picks", "new", "best", "genres"]);
        let text = page.text();
        assert!(text.contains("Le choix des libraires") && !text.contains("Recommandé pour vous"), "{text}");
        assert!(text.find(">Atlas<") < text.find(">Zinc<"), "in the order of the editors");
        let answer = shop.get("/api/v1/shelves/for-you").await.json();
        assert_eq!((&answer["items"][0]["title"], &answer["items"][0]["reason"]), (&json!("Atlas"), &json!("Editors’ pick")));
        assert_eq!(answer["items"].as_array().map(Vec::len), Some(2));
    }

    async fn where_nobody_chose_what_is_popular_is_shown(shop: TestApp) {
        book("Zinc").put(&shop).await;
        let loved = book("Atlas").put(&shop).await;
        shop.app.db.transaction(async |tx| catalogue::Ratings::record(&tx, loved, None, Some(50)).await).await
            .unwrap_or_else(|e| panic!("{e}"));
        let answer = shop.get("/api/v1/shelves/for-you").await.json();
        assert_eq!((&answer["items"][0]["title"], &answer["items"][0]["reason"]), (&json!("Atlas"), &json!("Popular in the shop")));
        assert_eq!(shelves(&shop.get("/fr/").await, &ALL), ["picks", "new"]);
    }

    async fn a_reader_goes_on_reading_and_is_shown_what_they_like(shop: TestApp) {
        let read = book("Zinc").genre("poems").put(&shop).await;
        book("Atlas").genre("poems").by(&["Somebody Else"]).put(&shop).await;
        shop.account("amina", web::Role::Reader).await;
        let browser = shop.browser_of("amina").await;
        let id = user(&shop, "amina").await;
        let new = browser.get("/en/").await;
        assert_eq!(shelves(&new, &ALL), ["new", "genres"], "nothing is known of her");
        shop.app.db.execute(sql!(
            "insert into reading_progress (user_id, book_id, percent, last_read_at) values ($1, $2, 42.7, $3)",
            id, read, shop.app.clock.now()
        )).await.unwrap_or_else(|e| panic!("{e}"));
        shop.app.db.transaction(async |tx| accounts::taste_changed(&tx, Id::new(id)).await).await
            .unwrap_or_else(|e| panic!("{e}"));
        shop.run_scheduled("discovery.for_you").await;
        let page = browser.get("/en/").await;
        assert_eq!(shelves(&page, &ALL), ["strip", "for-you", "new", "genres"]);
        let text = page.text();
        assert!(text.contains("42%") && text.contains(&format!("/en/read/{read}")), "{text}");
        assert!(text.contains("From one of your genres: ") && text.contains(">Atlas<"), "{text}");
        let program = shop.sign_in("amina").await;
        let answer = program.get("/shelves/continue-reading").await.json();
        assert_eq!((&answer["items"][0]["title"], &answer["items"][0]["progress_percent"]), (&json!("Zinc"), &json!(42.7)));
        assert_eq!(shop.get("/api/v1/shelves/continue-reading").await.status(), 401);
        shop.app.db.execute(sql!("update reading_progress set finished_at = $1 where user_id = $2", shop.app.clock.now(), id))
            .await.unwrap_or_else(|e| panic!("{e}"));
        assert!(program.get("/shelves/continue-reading").await.json()["items"].as_array().is_some_and(Vec::is_empty));
        assert!(!shelves(&browser.get("/en/").await, &ALL).contains(&"strip"));
    }

    async fn the_genres_that_a_reader_likes_have_shelves_of_their_own(shop: TestApp) {
        book("Zinc").genre("Poems").put(&shop).await;
        book("Atlas").genre("Cooking").put(&shop).await;
        let amina = shop.reader("amina").await;
        let genres = shop.get("/api/v1/genres").await.json();
        let poems = genres["items"].as_array().into_iter().flatten().find(|genre| genre["slug"] == "poems").cloned();
        amina.put("/me/genres", json!({ "genre_ids": [poems.unwrap_or_default()["id"]] })).await;
        let browser = shop.browser_of("amina").await;
        assert_eq!(shelves(&browser.get("/en/").await, &["poems", "cooking"]), ["poems"]);
    }
}
