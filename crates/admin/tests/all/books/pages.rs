//! The pages of books: the list, the form with what was typed and not saved, two who type at once, the history.

use serde_json::json;
use testing::{Browser, TestApp, book, on_both_databases};
use web::Role;

use super::editor;
use crate::site;

/// The browser of somebody who keeps the books.
async fn desk(shop: &TestApp, name: &str) -> Browser {
    shop.account(name, Role::Editor).await;
    shop.browser_of(name).await
}

/// What a field of the form on a page has.
fn value(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
    let value = field.split("value=\"").nth(1).unwrap_or_default();
    value.split('"').next().unwrap_or_default().to_owned()
}

on_both_databases! {
    in site();

    async fn the_list_shows_remembers_and_changes_books(shop: TestApp) {
        let one = book("Anemone").put(&shop).await;
        let two = book("Bramble").put(&shop).await;
        let salma = desk(&shop, "salma").await;
        let list = salma.get("/en/admin/books").await;
        assert_eq!(list.status(), 200);
        assert!(list.text().contains(&format!("/en/admin/books/{one}")) && list.text().contains("Lina Haddad"));
        let narrowed = salma.get("/en/admin/books?q=bramble&sort=title").await;
        assert!(!narrowed.text().contains("Anemone"));
        assert_eq!(salma.get("/en/admin/books").await.header("location"), "/en/admin/books?q=bramble&sort=title");
        assert!(salma.get("/en/admin/books?all").await.text().contains("Anemone"));
        let (a, b) = (one.to_string(), two.to_string());
        let priced = salma.post("/en/admin/books/bulk?sort=title", &[("key", &a), ("key", &b), ("act", "price"), ("price", "700")]).await;
        assert_eq!(priced.status(), 200);
        assert!(priced.text().contains("outcomes") && priced.text().contains("/en/admin/books?sort=title"));
        let in_french = salma.get("/fr/admin/books/bulk?sort=title").await;
        assert_eq!((in_french.status(), in_french.header("location")), (303, "/fr/admin/books?sort=title"), "another language leads to the list");
        assert_eq!(shop.get(&format!("/api/v1/books/{one}")).await.json()["price"]["amount"], 70_000);
        let nothing = salma.post("/en/admin/books/bulk", &[("act", "publish")]).await;
        assert_eq!(nothing.status(), 422);
        let none = salma.post("/en/admin/books/bulk", &[("key", &a), ("act", "add_genre")]).await;
        assert_eq!(none.status(), 422);
    }

    async fn a_field_of_what_is_done_to_chosen_books_stands_with_the_buttons_that_need_it(shop: TestApp) {
        book("Anemone").put(&shop).await;
        let list = desk(&shop, "salma").await.get("/en/admin/books").await;
        let (_, bar) = list.text().split_once("bulk__acts").unwrap();
        let (bar, _) = bar.split_once("</form>").unwrap();
        let (price, genre) = (["name=\"price\"", "value=\"price\""], ["name=\"genre\"", "value=\"add_genre\"", "value=\"remove_genre\""]);
        let standing = ["value=\"publish\"", "value=\"withdraw\""];
        let all: Vec<&str> = price.into_iter().chain(genre).chain(standing).collect();
        let holds = |group: &str| all.iter().copied().filter(|part| group.contains(*part)).collect::<Vec<_>>();
        let groups: Vec<Vec<&str>> = bar.split("bulk__group").skip(1).map(holds).collect();
        assert_eq!(groups, [price.to_vec(), genre.to_vec(), standing.to_vec()]);
        let drawn = list.text().matches("<span class=\"field__select\"><select class=\"field__input\"").count();
        assert_eq!((drawn, list.text().matches("<select").count()), (6, 6), "none is the browser's own");
    }

    async fn what_was_typed_is_kept_until_it_is_saved_or_thrown_away(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let (salma, path) = (desk(&shop, "salma").await, format!("/en/admin/books/{id}"));
        let typed = [("version", "1"), ("title", "The Tower"), ("person", "Lina Haddad"), ("role", "aut"), ("language", "fr")];
        assert_eq!(salma.post(&format!("{path}/typed"), &typed).await.status(), 204);
        let back = salma.get(&path).await;
        assert_eq!(value(back.text(), "title"), "The Tower");
        assert!(back.text().contains("alert--info"));
        let other = desk(&shop, "omar").await;
        assert_eq!(value(other.get(&path).await.text(), "title"), "The Lighthouse", "nobody else sees it");
        assert_eq!(salma.post(&format!("{path}/typed/throw"), &[]).await.status(), 303);
        assert_eq!(value(salma.get(&path).await.text(), "title"), "The Lighthouse");
        salma.post(&format!("{path}/typed"), &typed).await;
        assert_eq!(salma.post(&path, &typed).await.status(), 303);
        let saved = salma.get(&path).await;
        assert_eq!(value(saved.text(), "title"), "The Tower");
        assert!(!saved.text().contains("alert--info"));
        let unknown = salma.post("/en/admin/books/999999/typed", &typed).await;
        assert_eq!(unknown.status(), 404);
    }

    async fn of_two_who_type_the_second_sees_what_the_first_saved(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let (salma, omar) = (desk(&shop, "salma").await, desk(&shop, "omar").await);
        let path = format!("/en/admin/books/{id}");
        let form = |version, title, subtitle| [
            ("version", version), ("title", title), ("subtitle", subtitle), ("person", "Lina Haddad"), ("role", "aut"), ("language", "fr"),
        ];
        assert_eq!(omar.post(&path, &form("1", "The Tower", "")).await.status(), 303);
        let late = salma.post(&path, &form("1", "The Lighthouse", "A tale")).await;
        assert_eq!(late.status(), 422);
        assert!(late.text().contains("omar") && late.text().contains("The Tower"));
        assert_eq!(value(late.text(), "subtitle"), "A tale", "what was typed stays");
        assert_eq!(value(late.text(), "version"), "2");
        // Whoever has seen it and saves again means it.
        assert_eq!(salma.post(&path, &form("2", "The Lighthouse", "A tale")).await.status(), 303);
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.json()["title"], "The Lighthouse");
    }

    async fn what_is_wrong_stands_beside_its_field(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let salma = desk(&shop, "salma").await;
        let path = format!("/fr/admin/books/{id}");
        let wrong = salma.post(&path, &[("version", "1"), ("title", ""), ("language", "fr")]).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().contains("href=\"#title\""));
        let wrong = salma.post(&path, &[("version", "1"), ("title", "Le phare"), ("isbn", "12"), ("language", "fr")]).await;
        assert!(wrong.text().contains("href=\"#isbn\"") && value(wrong.text(), "title") == "Le phare");
        let price = salma.post(&format!("{path}/price"), &[("price", "")]).await;
        assert_eq!(price.status(), 422);
        assert!(price.text().contains("href=\"#price\""));
        // A button that arranges the form saves nothing.
        let arranged = salma.post(&path, &[("version", "1"), ("title", "X"), ("person", "Lina Haddad"), ("role", "aut"), ("act", "add")]).await;
        assert_eq!(arranged.status(), 200);
        assert!(arranged.text().contains("person-1"));
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.json()["title"], "The Lighthouse");
    }

    async fn a_draft_is_begun_seen_by_staff_only_published_and_another_thrown_away(shop: TestApp) {
        let salma = desk(&shop, "salma").await;
        assert_eq!(salma.post("/en/admin/books/new", &[("title", " ")]).await.status(), 422);
        let begun = salma.post("/en/admin/books/new", &[("title", "The Lighthouse")]).await;
        let path = begun.header("location").to_owned();
        let id: i64 = path.rsplit('/').next().unwrap().parse().unwrap();
        let read = format!("/en/book/{id}-the-lighthouse");
        assert_eq!(salma.get(&read).await.status(), 200, "as readers will see it");
        assert_eq!(shop.get(&read).await.status(), 404);
        assert_eq!(salma.post(&format!("{path}/status"), &[("status", "published")]).await.status(), 422);
        assert_eq!(salma.post(&format!("{path}/price"), &[("price", "1 200")]).await.status(), 303);
        assert_eq!(salma.post(&format!("{path}/status"), &[("status", "published")]).await.status(), 303);
        assert_eq!(shop.get(&read).await.status(), 200);
        assert_eq!(salma.get(&format!("{path}/remove")).await.status(), 409);
        let offer = salma.get(&format!("{path}/offer")).await;
        assert!(offer.text().contains("@salma"), "the price has a history");
        let other = salma.post("/en/admin/books/new", &[("title", "The Tide")]).await.header("location").to_owned();
        assert!(salma.get(&format!("{other}/remove")).await.text().contains("The Tide"));
        assert_eq!(salma.post(&format!("{other}/remove"), &[]).await.header("location"), "/en/admin/books");
        assert_eq!(salma.get(&other).await.status(), 404);
        shop.run_jobs().await;
    }

    async fn a_change_is_told_and_taken_back_by_one_press(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let edith = editor(&shop).await;
        edith.patch(&format!("/admin/books/{id}"), json!({"title": "The Tower"})).await;
        let change = edith.get(&format!("/admin/books/{id}/changes")).await.json()["items"][0]["id"].clone();
        let salma = desk(&shop, "salma").await;
        let path = format!("/ar/admin/books/{id}/history");
        let told = salma.get(&path).await;
        assert!(told.text().contains("The Tower") && told.text().contains("@edith"));
        assert_eq!(salma.post(&format!("{path}/{change}/undo"), &[]).await.header("location"), path);
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.json()["title"], "The Lighthouse");
        let again = salma.post(&format!("{path}/{change}/undo"), &[]).await;
        assert_eq!(again.status(), 422, "it is not as that change left it");
        for tab in ["", "/offer", "/cover", "/history"] {
            assert_eq!(salma.get(&format!("/fr/admin/books/{id}{tab}")).await.status(), 200, "{tab}");
        }
    }
}
