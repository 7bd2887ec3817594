//! `/me/genres`

use serde_json::{Value, json};
use testing::{TestApp, book, on_both_databases};

use crate::{at_once, site};

async fn ids(shop: &TestApp) -> Vec<i64> {
    for genre in ["Roman", "Poésie", "Histoire"] {
        book(genre).genre(genre).put(shop).await;
    }
    let genres = shop.api().get("/genres").await.json();
    let items = genres["items"].as_array().unwrap();
    let mut ids: Vec<i64> = items.iter().map(|genre| genre["id"].as_i64().unwrap()).collect();
    ids.sort_unstable();
    ids
}

on_both_databases! {
    in site();

    async fn the_favourites_are_what_was_put_there_last(shop: TestApp) {
        let ids = ids(&shop).await;
        let leila = shop.reader("leila").await;
        assert_eq!(leila.get("/me/genres").await.json(), json!({ "genre_ids": [] }));
        let answer = leila.put("/me/genres", json!({ "genre_ids": [ids[2], ids[0], ids[0]] })).await;
        assert_eq!((answer.status(), answer.json()), (200, json!({ "genre_ids": [ids[0], ids[2]] })));
        leila.put("/me/genres", json!({ "genre_ids": [ids[1]] })).await;
        assert_eq!(leila.get("/me/genres").await.json(), json!({ "genre_ids": [ids[1]] }));
        assert_eq!(shop.reader("karim").await.get("/me/genres").await.json(), json!({ "genre_ids": [] }));
        assert_eq!(leila.put("/me/genres", json!({ "genre_ids": [] })).await.json(), json!({ "genre_ids": [] }));
    }

    async fn an_unknown_genre_is_refused_and_changes_nothing(shop: TestApp) {
        let ids = ids(&shop).await;
        let leila = shop.reader("leila").await;
        leila.put("/me/genres", json!({ "genre_ids": ids })).await;
        for (wanted, problem) in [
            (json!([ids[0], 999_999]), "genre_ids: unknown"),
            (Value::from((1..=201).collect::<Vec<i64>>()), "genre_ids: too_many"),
            (json!(["x"]), "genre_ids[0]: invalid"),
        ] {
            let answer = leila.put("/me/genres", json!({ "genre_ids": wanted })).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem));
        }
        assert_eq!(leila.get("/me/genres").await.json(), json!({ "genre_ids": ids }));
    }

    async fn changes_at_once_leave_one_of_them(shop: TestApp) {
        let ids = ids(&shop).await;
        let leila = shop.reader("leila").await;
        let wanted = [vec![ids[0], ids[1]], vec![ids[1], ids[2]]];
        let answers = at_once((0..20).map(|number| {
            let (leila, wanted) = (leila.clone(), wanted[number % 2].clone());
            async move { leila.put("/me/genres", json!({ "genre_ids": wanted })).await.status() }
        }))
        .await;
        assert_eq!(answers, [200; 20]);
        let left = leila.get("/me/genres").await.json();
        assert!(wanted.iter().any(|wanted| left == json!({ "genre_ids": wanted })), "{left}");
    }
}
