//! The pages of names, without scripts.

use testing::{book, on_both_databases};
use web::Role;

use super::{key, listed, titles};
use crate::site;
use crate::till::{page, words};

on_both_databases! {
    in site();

    async fn every_page_is_there_in_every_language(shop: TestApp) {
        book("The Stranger").by(&["Albert Camus", "A. Camus"]).genre("Roman").with(|book| {
            book.publisher = Some("Casbah".to_owned());
            book.series = Some(("Seas".to_owned(), Some(1.0)));
        }).put(&shop).await;
        shop.account("edith", Role::Editor).await;
        let (edith, api) = (shop.browser_of("edith").await, shop.sign_in("edith").await);
        shop.run_scheduled("catalogue.compare_names").await;
        for language in ["en", "fr", "ar"] {
            for (kind, name) in [("authors", "Albert Camus"), ("genres", "Roman"), ("publishers", "Casbah"), ("series", "Seas")] {
                let id = key(&api, kind, name).await;
                for rest in ["?all", "/new", "/duplicates", &format!("/{id}"), &format!("/{id}/books")] {
                    page(&edith, &format!("/{language}/admin/{kind}{rest}")).await;
                }
                assert!(page(&edith, &format!("/{language}/admin/{kind}/{id}/books")).await.contains("The Stranger"));
                let refused = edith.get(&format!("/{language}/admin/{kind}/{id}/remove")).await;
                assert_eq!(refused.status(), 409, "{kind}");
                assert_eq!(edith.get(&format!("/{language}/admin/{kind}/999999")).await.status(), 404);
            }
        }
        assert!(page(&edith, "/en/admin/authors?all").await.contains("1 pair of names may mean the same thing"));
        let pairs = page(&edith, "/en/admin/authors/duplicates").await;
        assert!(pairs.contains("One has initials") && pairs.contains("A. Camus"), "{pairs}");
    }

    async fn a_form_that_is_wrong_comes_back_with_what_was_typed(shop: TestApp) {
        book("A").by(&["Albert Camus", "Kateb Yacine"]).put(&shop).await;
        shop.account("edith", Role::Editor).await;
        let (edith, api) = (shop.browser_of("edith").await, shop.sign_in("edith").await);
        let path = format!("/en/admin/authors/{}", key(&api, "authors", "Kateb Yacine").await);
        let wrong = edith.post(&path, &[("version", "1"), ("name", "albert camus"), ("other_names", "One\nTwo")]).await;
        assert_eq!(wrong.status(), 422);
        let told = words(&wrong);
        assert!(told.contains("Albert Camus already has this name") && told.contains("value=\"albert camus\"") && told.contains("One\nTwo"), "{told}");
        let saved = edith.post(&path, &[("version", "1"), ("name", "Kateb  Yassine"), ("sort_name", "Yassine"), ("name_ar", "كاتب ياسين")]).await;
        assert_eq!((saved.status(), saved.header("location")), (303, &*path), "{}", saved.text());
        let shown = page(&edith, &path).await;
        assert!(shown.contains("Kateb Yassine") && shown.contains("كاتب ياسين") && shown.contains("Kateb Yacine"), "{shown}");
        // Somebody else's change is not hidden: one is told, and means it the second time.
        let stale = edith.post(&path, &[("version", "1"), ("name", "Kateb")]).await;
        assert_eq!(stale.status(), 422);
        assert!(words(&stale).contains("Somebody has changed this in the meantime") && words(&stale).contains("name=\"version\" value=\"2\""));
        let again = edith.post(&path, &[("version", "2"), ("name", "Kateb")]).await;
        assert_eq!(again.status(), 303);
        shop.run_jobs().await;
    }

    async fn a_question_says_what_becomes_of_a_name_before_it_goes_into_another(shop: TestApp) {
        book("A").by(&["A. Camus"]).put(&shop).await;
        book("B").by(&["Albert Camus"]).put(&shop).await;
        shop.account("edith", Role::Editor).await;
        let (edith, api) = (shop.browser_of("edith").await, shop.sign_in("edith").await);
        let [from, into] = [key(&api, "authors", "A. Camus").await, key(&api, "authors", "Albert Camus").await];
        let path = format!("/en/admin/authors/{from}");
        let unknown = edith.get(&format!("{path}/merge?into=Nobody")).await;
        assert_eq!(unknown.status(), 422);
        assert!(words(&unknown).contains("There is no other such name"));
        let question = page(&edith, &format!("{path}/merge?into=albert+camus")).await;
        for expected in ["Merge “A. Camus” into “Albert Camus”?", "1 book moves", "This cannot be undone", &format!("/en/admin/authors/{into}/merge?into={from}")] {
            assert!(question.contains(expected), "{expected}: {question}");
        }
        assert_eq!(titles(&shop, &format!("author={into}")).await, ["B"]);
        let done = edith.post(&format!("{path}/merge"), &[("into", &into.to_string())]).await;
        assert_eq!((done.status(), done.header("location")), (303, &*format!("/en/admin/authors/{into}")));
        assert_eq!(titles(&shop, &format!("author={into}")).await, ["A", "B"]);
        let old = edith.get(&path).await;
        assert_eq!((old.status(), old.header("location")), (301, &*format!("/en/admin/authors/{into}")));
        for (rest, to) in [("/books", "/books"), ("/merge", ""), ("/remove", "")] {
            let old = edith.get(&format!("{path}{rest}")).await;
            assert_eq!((old.status(), old.header("location")), (301, &*format!("/en/admin/authors/{into}{to}")), "{rest}");
        }
        shop.run_jobs().await;
    }

    async fn genres_are_moved_told_apart_and_thrown_away_by_forms(shop: TestApp) {
        shop.account("edith", Role::Editor).await;
        let edith = shop.browser_of("edith").await;
        for name in ["Roman", "Romans"] {
            let fields = [("name_en", name), ("name_fr", name), ("name_ar", name), ("about_fr", "Des histoires")];
            assert_eq!(edith.post("/fr/admin/genres/new", &fields).await.status(), 303);
        }
        let missing = edith.post("/fr/admin/genres/new", &[("name_fr", "Seul")]).await;
        assert_eq!(missing.status(), 422);
        let api = shop.sign_in("edith").await;
        let [first, second] = [key(&api, "genres", "Roman").await, key(&api, "genres", "Romans").await];
        assert_eq!(edith.post(&format!("/fr/admin/genres/{second}/place"), &[("to", "1")]).await.status(), 303);
        assert_eq!(listed(&api, "/admin/genres").await.0, ["Romans", "Roman"]);
        let keys = [first.to_string(), second.to_string()];
        let judged = edith.post("/fr/admin/genres/duplicates", &[("one", &keys[1]), ("other", &keys[0])]).await;
        assert_eq!(judged.status(), 303);
        assert!(page(&edith, &format!("/fr/admin/genres/{second}/remove")).await.contains("Supprimer «\u{a0}Romans\u{a0}»"));
        assert_eq!(edith.post(&format!("/fr/admin/genres/{second}/remove"), &[]).await.status(), 303);
        assert_eq!(listed(&api, "/admin/genres").await.0, ["Roman"]);
    }
}
