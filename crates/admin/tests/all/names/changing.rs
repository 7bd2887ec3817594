//! Names are entered, changed and thrown away.

use serde_json::{Value, json};
use testing::{book, on_both_databases};
use web::Role;

use super::{editor, key, listed, titles};
use crate::site;

on_both_databases! {
    in site();

    async fn an_author_is_renamed_in_bylines_and_stays_found_by_the_old_name(shop: TestApp) {
        let id = book("The Stranger").by(&["Albert Cammus", "Lina Haddad"]).put(&shop).await;
        let edith = editor(&shop).await;
        let author = key(&edith, "authors", "Albert Cammus").await;
        let path = format!("/admin/authors/{author}");
        let changed = edith.patch(&path, json!({"name": " Albert\tCamus "})).await;
        assert_eq!(changed.status(), 200, "{}", changed.text());
        let changed = changed.json();
        assert_eq!((&changed["name"], &changed["other_names"]), (&json!("Albert Camus"), &json!(["Albert Cammus"])));
        let listed = shop.get(&format!("/api/v1/books/{id}")).await.json();
        assert_eq!(listed["authors"][0], json!({"id": author, "name": "Albert Camus"}));
        let cards = shop.get("/api/v1/books").await.json();
        assert_eq!(cards["items"][0]["authors"], listed["authors"]);
        // What comes in under the old name is theirs.
        book("The Fall").by(&["ALBERT CAMMUS"]).put(&shop).await;
        assert_eq!(titles(&shop, &format!("author={author}")).await, ["The Fall", "The Stranger"]);
        let page = shop.get(&format!("/en/author/{author}-albert-cammus")).await;
        assert_eq!((page.status(), page.header("location")), (301, &*format!("/en/author/{author}-albert-camus")));
        shop.run_jobs().await;
        let amina = shop.person("amina", Role::Admin).await;
        let log = amina.get("/admin/audit?subject_kind=author").await.json();
        assert_eq!(log["items"][0]["act"], "name.change");
        assert_eq!((&log["items"][0]["before"]["name"], &log["items"][0]["after"]["name"]), (&json!("Albert Cammus"), &json!("Albert Camus")));
    }

    async fn a_name_in_another_language_is_shown_on_its_page_and_finds_it(shop: TestApp) {
        let id = book("The Plague").by(&["Albert Camus"]).with(|book| book.publisher = Some("Gallimard".to_owned())).put(&shop).await;
        let edith = editor(&shop).await;
        let author = key(&edith, "authors", "Albert Camus").await;
        let path = format!("/admin/authors/{author}");
        let body = json!({"names": {"ar": "ألبير كامو"}, "sort_name": "Camus, Albert"});
        assert_eq!(edith.patch(&path, body).await.json()["names"], json!({"ar": "ألبير كامو"}));
        let arabic = shop.get(&format!("/ar/author/{author}-albert-camus")).await;
        assert!(arabic.text().contains("<h1><bdi>ألبير كامو</bdi></h1>"), "{}", arabic.text());
        assert!(!shop.get(&format!("/fr/author/{author}-albert-camus")).await.text().contains("كامو"));
        // So are they called wherever their books stand.
        let gallimard = key(&edith, "publishers", "Gallimard").await;
        for path in [format!("/book/{id}-the-plague"), "/browse".to_owned(), "/authors".to_owned(), format!("/publisher/{gallimard}-gallimard")] {
            let [arabic, french] = [shop.get(&format!("/ar{path}")).await, shop.get(&format!("/fr{path}")).await];
            assert!(arabic.text().contains("ألبير كامو"), "{path}: {}", arabic.text());
            assert!(french.text().contains("Albert Camus") && !french.text().contains("كامو"), "{path}");
        }
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.json()["authors"][0]["name"], "Albert Camus");
        assert_eq!(listed(&edith, "/admin/authors?q=%D8%A3%D9%84%D8%A8%D9%8A%D8%B1").await.0, ["Albert Camus"]);
        book("الطاعون").by(&["البير كامو"]).put(&shop).await;
        assert_eq!(titles(&shop, &format!("author={author}")).await.len(), 2);
        assert_eq!(edith.patch(&path, json!({"names": {"ar": null}})).await.json()["names"], json!({}));
        assert_eq!(edith.patch(&path, json!({"names": {"de": "x"}})).await.problem(), "names.de: unknown_field");
    }

    async fn a_name_that_is_taken_is_refused_and_so_is_what_a_kind_does_not_have(shop: TestApp) {
        book("One").by(&["Assia Djebar", "Kateb Yacine"]).with(|book| book.publisher = Some("Barzakh".to_owned())).put(&shop).await;
        let edith = editor(&shop).await;
        let kateb = format!("/admin/authors/{}", key(&edith, "authors", "Kateb Yacine").await);
        assert_eq!(edith.patch(&kateb, json!({"name": "ASSIA DJEBAR"})).await.problem(), "name: taken");
        assert_eq!(edith.patch(&kateb, json!({"name": " "})).await.problem(), "name: missing");
        assert_eq!(edith.patch(&kateb, json!({"name": "x".repeat(501)})).await.problem(), "name: too_long");
        assert_eq!(edith.patch(&kateb, json!({"position": 1})).await.problem(), "position: unfit");
        assert_eq!(edith.patch(&kateb, json!({"slug": "x"})).await.problem(), "slug: unfit");
        let barzakh = format!("/admin/publishers/{}", key(&edith, "publishers", "Barzakh").await);
        assert_eq!(edith.patch(&barzakh, json!({"sort_name": "x"})).await.problem(), "sort_name: unfit");
        assert_eq!(edith.patch(&kateb, json!({"other_names": ["Yacine K."]})).await.status(), 200);
        let assia = format!("/admin/authors/{}", key(&edith, "authors", "Assia Djebar").await);
        assert_eq!(edith.patch(&assia, json!({"other_names": ["yacine k"]})).await.problem(), "other_names: taken");
        assert_eq!(edith.patch("/admin/authors/999999", json!({"name": "x"})).await.status(), 404);
        assert_eq!(edith.post("/admin/authors", json!({"name": "Kateb  Yacine"})).await.problem(), "name: taken");
        assert_eq!(edith.post("/admin/authors", json!({})).await.problem(), "name: missing");
    }

    async fn a_change_that_knows_no_later_one_is_refused(shop: TestApp) {
        book("One").by(&["Kateb"]).put(&shop).await;
        let edith = editor(&shop).await;
        let path = format!("/admin/authors/{}", key(&edith, "authors", "Kateb").await);
        let version = edith.get(&path).await.json()["version"].clone();
        assert_eq!(edith.patch(&path, json!({"name": "Kateb Yacine", "version": version})).await.status(), 200);
        let stale = edith.patch(&path, json!({"name": "K. Yacine", "version": version})).await;
        assert_eq!((stale.status(), stale.problem().as_str()), (409, "changed_meanwhile"));
        assert_eq!(edith.get(&path).await.json()["name"], "Kateb Yacine");
        shop.run_jobs().await;
    }

    async fn genres_have_words_in_three_languages_an_address_and_an_order(shop: TestApp) {
        let edith = editor(&shop).await;
        let new = edith.post("/admin/genres", json!({"name": "Poésie", "names": {"ar": "شعر"}, "descriptions": {"fr": "Des vers"}})).await;
        assert_eq!(new.status(), 201, "{}", new.text());
        let new = new.json();
        assert_eq!((&new["slug"], &new["names"]), (&json!("poesie"), &json!({"ar": "شعر", "en": "Poésie", "fr": "Poésie"})));
        for name in ["Roman", "Essai"] {
            assert_eq!(edith.post("/admin/genres", json!({"name": name})).await.status(), 201);
        }
        let poetry = format!("/admin/genres/{}", new["id"]);
        assert_eq!(listed(&edith, "/admin/genres").await.0, ["Poésie", "Roman", "Essai"]);
        assert_eq!(edith.patch(&poetry, json!({"position": 2})).await.json()["position"], 2);
        assert_eq!(listed(&edith, "/admin/genres").await.0, ["Roman", "Poésie", "Essai"]);
        assert_eq!(edith.patch(&poetry, json!({"position": 99})).await.json()["position"], 3);
        let renamed = edith.patch(&poetry, json!({"slug": "poetry", "names": {"en": "Poetry"}})).await.json();
        assert_eq!((&renamed["slug"], &renamed["names"]["en"]), (&json!("poetry"), &json!("Poetry")));
        let old = shop.get("/fr/genre/poesie").await;
        assert_eq!((old.status(), old.header("location")), (301, "/fr/genre/poetry"));
        assert_eq!(edith.post("/admin/genres", json!({"name": "Vers", "slug": "poesie"})).await.problem(), "slug: taken");
        for (slug, code) in [("roman", "slug: taken"), ("Po", "slug: invalid"), ("12", "slug: invalid"), ("", "slug: missing")] {
            assert_eq!(edith.patch(&poetry, json!({"slug": slug})).await.problem(), code);
        }
        assert_eq!(edith.patch(&poetry, json!({"names": {"fr": ""}})).await.problem(), "names.fr: missing");
        // The word is free for the genre that had it.
        assert_eq!(edith.patch(&poetry, json!({"slug": "poesie"})).await.status(), 200);
        assert_eq!(shop.get("/fr/genre/poesie").await.status(), 200);
    }

    async fn what_no_book_needs_is_thrown_away_and_the_rest_is_not(shop: TestApp) {
        let id = book("One").by(&["Kateb"]).genre("Roman").with(|book| {
            book.publisher = Some("Barzakh".to_owned());
            book.series = Some(("Seas".to_owned(), Some(1.0)));
        }).put(&shop).await;
        let edith = editor(&shop).await;
        let kinds = [("authors", "Kateb"), ("genres", "Roman"), ("publishers", "Barzakh"), ("series", "Seas")];
        for (kind, name) in kinds {
            let path = format!("/admin/{kind}/{}", key(&edith, kind, name).await);
            let refused = edith.delete(&path).await;
            assert_eq!((refused.status(), refused.problem().as_str()), (409, "has_books"), "{kind}");
        }
        let nothing = json!({"status": "draft", "authors": [], "genres": [], "publisher": null, "series": null});
        assert_eq!(edith.patch(&format!("/admin/books/{id}"), nothing).await.status(), 200);
        for (kind, name) in kinds {
            assert_eq!(listed(&edith, &format!("/admin/{kind}?without_books=true")).await.0, [name]);
            let path = format!("/admin/{kind}/{}", key(&edith, kind, name).await);
            assert_eq!(edith.delete(&path).await.status(), 204, "{kind}");
            assert_eq!(edith.delete(&path).await.status(), 404, "{kind}");
            assert_eq!(listed(&edith, &format!("/admin/{kind}")).await.0, Vec::<String>::new());
        }
        // What was thrown away does not come back with a book's history.
        let changes = edith.get(&format!("/admin/books/{id}/changes")).await.json();
        let undone = edith.post(&format!("/admin/books/{id}/changes/{}/undo", changes["items"][0]["id"]), json!({})).await;
        assert_eq!((undone.status(), undone.problem().as_str()), (409, "not_undoable"));
        shop.run_jobs().await;
    }

    async fn readers_and_moderators_have_no_business_here(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let salim = shop.person("salim", Role::Moderator).await;
        for who in [leila, salim] {
            for kind in ["authors", "genres", "publishers", "series"] {
                assert_eq!(who.get(&format!("/admin/{kind}")).await.status(), 403);
                assert_eq!(who.post(&format!("/admin/{kind}"), json!({"name": "x"})).await.status(), 403);
            }
        }
        assert_eq!(shop.api().get("/admin/authors").await.json()["code"], Value::from("unauthorized"));
    }
}
