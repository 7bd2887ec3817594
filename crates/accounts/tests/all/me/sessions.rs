//! `/me/sessions`

use serde_json::{Value, json};
use testing::{Program, on_both_databases};
use web::Role;

use crate::site;

async fn items(program: &Program) -> Vec<Value> {
    let answer = program.get("/me/sessions").await;
    assert_eq!(answer.status(), 200);
    let json = answer.json();
    let items = json["items"].as_array().unwrap().clone();
    assert_eq!((&json["total"], &json["next_cursor"]), (&json!(items.len()), &Value::Null));
    items
}

on_both_databases! {
    in site();

    async fn one_sees_where_one_is_signed_in(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.advance(60);
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
        let form = format!("login=leila&password={}", testing::PASSWORD.replace(' ', "+"));
        let request = http::Request::post("/en/sign-in")
            .header("user-agent", firefox)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form.into());
        assert_eq!(shop.send(request.unwrap()).await.status(), 303);
        let items = items(&leila).await;
        let told: Vec<_> = items.iter().map(|one| json!([one["kind"], one["device"], one["current"]])).collect();
        assert_eq!(told, [json!(["web", "Firefox · Linux", false]), json!(["api", "", true])]);
        assert_eq!(items[0]["created_at"], "2026-11-23T09:01:00.000Z");
    }

    async fn many_are_given_in_parts_of_which_none_is_told_twice(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for _ in 0..4 {
            shop.sign_in("leila").await;
        }
        let keys = |answer: &Value| -> Vec<i64> {
            answer["items"].as_array().unwrap().iter().map(|one| one["id"].as_i64().unwrap()).collect()
        };
        let first = leila.get("/me/sessions?limit=2").await.json();
        assert_eq!((keys(&first).len(), &first["total"]), (2, &json!(5)));
        // One that is opened meanwhile is newer than those that follow, one that is ended is missing from them.
        shop.sign_in("leila").await;
        let all = keys(&leila.get("/me/sessions").await.json());
        leila.delete(&format!("/me/sessions/{}", all[3])).await;
        let cursor = first["next_cursor"].as_str().unwrap();
        let second = leila.get(&format!("/me/sessions?limit=2&cursor={cursor}")).await.json();
        assert_eq!((keys(&second), &second["next_cursor"]), (vec![all[4], all[5]], &Value::Null));
        assert!(all.is_sorted_by(|newer, older| newer > older) && all[1..3] == keys(&first));
    }

    async fn a_part_that_cannot_be_is_refused(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for (query, problem) in [
            ("limit=0", "limit: out_of_range"),
            ("limit=101", "limit: out_of_range"),
            ("cursor=x", "cursor: invalid_cursor"),
            ("page=2", "page: unknown_field"),
        ] {
            let answer = leila.get(&format!("/me/sessions?{query}")).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{query}");
        }
    }

    async fn what_a_client_calls_itself_does_no_harm(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let body = json!({ "login": "leila", "password": testing::PASSWORD }).to_string();
        let request = http::Request::post("/api/v1/auth/sign-in")
            .header("user-agent", format!("<script>alert(1)</script>{}", "x".repeat(5_000)))
            .header("content-type", "application/json")
            .body(body.into());
        assert_eq!(shop.send(request.unwrap()).await.status(), 200);
        let browser = shop.browser_of("leila").await;
        let page = browser.get("/en/account/security").await;
        assert!(page.text().contains("&lt;script&gt;alert(1)&lt;") && !page.text().contains("<script>alert"));
        assert!(!page.text().contains("xxxxxxxx"), "and it is short");
    }

    async fn one_ends_ones_own_sessions_and_nobody_elses(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let other = shop.sign_in("leila").await;
        let karim = shop.reader("karim").await;
        let id = |items: &[Value], current: bool| {
            items.iter().find(|one| one["current"] == current).unwrap()["id"].as_i64().unwrap()
        };
        let of_other = id(&items(&leila).await, false);
        let of_karim = id(&items(&karim).await, true);
        let foreign = leila.delete(&format!("/me/sessions/{of_karim}")).await;
        let unknown = leila.delete("/me/sessions/999999").await;
        assert_eq!((foreign.status(), foreign.text()), (404, unknown.text()), "as if it did not exist");
        assert_eq!(karim.get("/me").await.status(), 200);
        assert_eq!(leila.delete(&format!("/me/sessions/{of_other}")).await.status(), 204);
        assert_eq!(leila.delete(&format!("/me/sessions/{of_other}")).await.status(), 404);
        assert_eq!((leila.get("/me").await.status(), other.get("/me").await.status()), (200, 401));
        assert_eq!(leila.delete("/me/sessions/x").await.status(), 404);
    }

    async fn one_ends_all_but_this_one(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let others = [shop.sign_in("leila").await, shop.sign_in("leila").await];
        let browser = shop.browser_of("leila").await;
        assert_eq!(items(&leila).await.len(), 4);
        assert_eq!(leila.delete("/me/sessions").await.status(), 204);
        assert_eq!(items(&leila).await.len(), 1);
        for other in &others {
            assert_eq!(other.get("/me").await.status(), 401);
        }
        assert_eq!(browser.get("/en/account").await.status(), 303);
    }

    async fn sessions_that_are_over_are_not_shown(shop: TestApp) {
        shop.reader("leila").await;
        shop.advance(14 * 24 * 60 * 60);
        let leila = shop.sign_in("leila").await;
        assert_eq!(items(&leila).await.len(), 1);
    }

    async fn the_last_use_is_noted_every_few_minutes(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.advance(60);
        assert_eq!(items(&leila).await[0]["last_seen_at"], "2026-11-23T09:00:00.000Z");
        shop.advance(4 * 60);
        leila.get("/me").await;
        assert_eq!(items(&leila).await[0]["last_seen_at"], "2026-11-23T09:05:00.000Z");
    }
}
