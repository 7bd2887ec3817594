//! Books that were not found are asked for, once each, and the shop's people read what was asked for.

use discovery::Search;
use serde_json::{Value, json};
use testing::{Program, on_both_databases};
use web::{Role, Site};

/// The shop, whose requests are counted over all of them.
fn site() -> Site {
    crate::shop().sharing(Search::new())
}

async fn asked(editor: &Program) -> Vec<Value> {
    editor.get("/admin/book-requests").await.json()["items"].as_array().cloned().unwrap_or_default()
}

on_both_databases! {
    in site();

    async fn a_request_is_kept_once_with_who_made_it(shop: TestApp) {
        let (leila, editor) = (shop.reader("leila").await, shop.person("edith", Role::Editor).await);
        let visitor = shop.api();
        for text in ["Nedjma, Kateb Yacine", "  nedjma,  KATEB yacine ", "Nedjma, Kateb Yacine"] {
            assert_eq!(leila.post("/book-requests", json!({ "text": text })).await.status(), 202);
            assert_eq!(visitor.post("/book-requests", json!({ "text": text })).await.status(), 202);
            shop.advance(60);
        }
        let with_address = json!({ "text": "Nedjma, Kateb Yacine", "email": "Nour@mail.example" });
        assert_eq!(visitor.post("/book-requests", with_address).await.status(), 202);
        let items = asked(&editor).await;
        let told: Vec<_> = items.iter().map(|one| (&one["reader"]["username"], &one["email"])).collect();
        assert_eq!(told, [(&Value::Null, &json!("Nour@mail.example")), (&Value::Null, &Value::Null), (&json!("leila"), &Value::Null)]);
        assert_eq!(items[2]["text"], "Nedjma, Kateb Yacine");
        assert_eq!(items[2]["requested_at"], "2026-11-23T09:00:00.000Z");
    }

    async fn what_says_nothing_or_too_much_is_refused(shop: TestApp) {
        let visitor = shop.api();
        for (body, problem) in [
            (json!({ "text": " " }), "text: missing"),
            (json!({ "text": "x".repeat(201) }), "text: too_long"),
            (json!({ "text": "Nedjma", "email": "nour" }), "email: invalid_email"),
            (json!({ "text": "Nedjma", "phone": "1" }), "phone: unknown_field"),
        ] {
            let answer = visitor.post("/book-requests", body).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem));
        }
    }

    async fn only_the_shops_people_read_what_was_asked_for(shop: TestApp) {
        for (name, role, status) in [("leila", Role::Reader, 403), ("mouloud", Role::Moderator, 403), ("edith", Role::Editor, 200), ("ada", Role::Admin, 200)] {
            let person = shop.person(name, role).await;
            assert_eq!(person.get("/admin/book-requests").await.status(), status, "{name}");
        }
        assert_eq!(shop.api().get("/admin/book-requests").await.status(), 401);
    }

    async fn requests_are_read_in_parts(shop: TestApp) {
        let editor = shop.person("edith", Role::Editor).await;
        for number in 1..=3 {
            shop.api().post("/book-requests", json!({ "text": format!("Book {number}") })).await;
        }
        let first = editor.get("/admin/book-requests?limit=2").await.json();
        let next = first["next_cursor"].as_str().unwrap();
        let second = editor.get(&format!("/admin/book-requests?limit=2&cursor={next}")).await.json();
        assert_eq!(first["items"][0]["text"], "Book 3");
        assert_eq!((&second["items"][0]["text"], &second["next_cursor"]), (&json!("Book 1"), &Value::Null));
    }

    async fn nobody_fills_the_list(shop: TestApp) {
        let shop = shop.seen_from("192.0.2.7:4000");
        let mut refused = 0;
        for number in 0..30 {
            let answer = shop.api().post("/book-requests", json!({ "text": format!("Book {number}") })).await;
            refused += u32::from(answer.status() == 429);
        }
        assert!(refused > 0, "somebody asked for thirty books at once");
    }

    async fn what_a_reader_asked_for_goes_with_their_account(shop: TestApp) {
        let (leila, editor) = (shop.reader("leila").await, shop.person("edith", Role::Editor).await);
        leila.post("/book-requests", json!({ "text": "Nedjma" })).await;
        assert_eq!(asked(&editor).await.len(), 1);
        leila.ask(http::Method::DELETE, "/me", Some(json!({ "password": testing::PASSWORD }))).await;
        shop.run_jobs().await;
        assert_eq!(asked(&editor).await.len(), 0);
    }

    async fn a_search_that_found_nothing_has_the_form(shop: TestApp) {
        let editor = shop.person("edith", Role::Editor).await;
        let browser = shop.browser();
        let nothing = browser.get("/fr/search?q=nedjma").await;
        for part in ["action=\"/fr/search/request\"", "value=\"nedjma\"", "name=\"email\"", "Demander ce livre"] {
            assert!(nothing.text().contains(part), "{part}: {}", nothing.text());
        }
        let wrong = [("text", "nedjma"), ("email", "nour"), ("next", "/fr/search?q=nedjma")];
        let again = browser.post("/fr/search/request", &wrong).await;
        assert_eq!(again.status(), 422);
        assert!(again.text().contains("Saisissez une adresse e-mail") && again.text().contains("value=\"nour\""), "{}", again.text());
        let sent = browser.post("/fr/search/request", &[("text", "nedjma"), ("next", "/fr/search?q=nedjma")]).await;
        assert_eq!((sent.status(), sent.header("location")), (303, "/fr/search?q=nedjma"));
        assert!(browser.get("/fr/search?q=nedjma").await.text().contains("Votre demande est notée."));
        assert_eq!(asked(&editor).await.len(), 1);
        shop.account("leila", Role::Reader).await;
        let hers = shop.browser_of("leila").await.get("/ar/search/request?q=nedjma").await;
        assert!(hers.text().contains("value=\"nedjma\"") && !hers.text().contains("name=\"email\""), "{}", hers.text());
    }
}
