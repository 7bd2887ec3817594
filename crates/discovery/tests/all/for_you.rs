//! What readers are recommended: from what they did, with a true reason, and never what they have or do not want.

use catalogue::{Book, Genre, GenreName};
use db::{Query, sql};
use i18n::Locale;
use kernel::{Id, Language};
use serde_json::{Value, json};
use testing::{Program, TestApp, book, on_both_databases};
use web::Role;

use crate::shop;

/// A statement that is to be done.
macro_rules! done {
    ($shop:expr, $($statement:tt)*) => {
        $shop.app.db.execute(sql!($($statement)*)).await.unwrap_or_else(|e| panic!("{e}"))
    };
}

async fn user(shop: &TestApp, name: &str) -> i64 {
    let (id,): (i64,) = shop
        .app
        .db
        .one(sql!("select id from users where username = $1", name))
        .await
        .unwrap_or_else(|e| panic!("{e}"));
    id
}

async fn changed(shop: &TestApp, user: i64) {
    let noted = shop.app.db.transaction(async |tx| accounts::taste_changed(&tx, Id::new(user)).await).await;
    noted.unwrap_or_else(|e| panic!("{e}"));
}

/// What somebody is given, with the reasons, once what is wanted was worked out.
async fn given(shop: &TestApp, who: &Program) -> Vec<(String, String)> {
    shop.run_scheduled("discovery.for_you").await;
    let answer = who.get("/shelves/for-you").await;
    // Names are isolated for their direction.
    let text = |value: &Value| value.as_str().unwrap_or_default().replace(['\u{2068}', '\u{2069}'], "");
    let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
    items.iter().map(|item| (text(&item["title"]), text(&item["reason"]))).collect()
}

/// Nothing is known of the reader: they are shown what is new, and told so.
fn is_only_new(given: &[(String, String)]) -> bool {
    !given.is_empty() && given.iter().all(|(_, reason)| reason == "New in the shop")
}

fn titles(given: &[(String, String)]) -> Vec<&str> {
    given.iter().map(|(title, _)| title.as_str()).collect()
}

async fn genre(shop: &TestApp, slug: &str) -> Id<Genre> {
    let names =
        Locale::ALL.map(|locale| GenreName { locale, name: slug.to_owned(), description: String::new() });
    let names = &names;
    shop.app
        .db
        .transaction(async |tx| Genre::put(&tx, slug, 1, names).await)
        .await
        .unwrap_or_else(|e| panic!("{e}"))
}

async fn rate(shop: &TestApp, user: i64, book: Id<Book>, value: i64) {
    let now = shop.app.clock.now();
    done!(
        shop,
        "insert into ratings (user_id, book_id, value, updated_at) values ($1, $2, $3, $4)",
        user,
        book,
        value,
        now
    );
    changed(shop, user).await;
}

async fn own(shop: &TestApp, user: i64, book: Id<Book>) {
    let now = shop.app.clock.now();
    done!(
        shop,
        "insert into library_entries (user_id, book_id, source, added_at) values ($1, $2, 'bought', $3)",
        user,
        book,
        now
    );
    changed(shop, user).await;
}

on_both_databases! {
    in shop();

    async fn who_only_chose_genres_is_given_books_of_those(shop: TestApp) {
        let (poems, _) = (genre(&shop, "poems").await, genre(&shop, "cooking").await);
        book("Vers").by(&["A"]).genre("poems").put(&shop).await;
        book("Rimes").by(&["B"]).genre("poems").put(&shop).await;
        book("Soupes").by(&["C"]).genre("cooking").put(&shop).await;
        let amina = shop.reader("amina").await;
        assert!(is_only_new(&given(&shop, &amina).await), "nothing was chosen, sold or rated yet");
        assert_eq!(amina.put("/me/genres", json!({ "genre_ids": [poems] })).await.status(), 200);
        let given = given(&shop, &amina).await;
        let mut shown = titles(&given);
        shown.sort_unstable();
        assert_eq!(shown, ["Rimes", "Vers"]);
        assert!(given.iter().all(|(_, reason)| reason == "From one of your genres: poems"), "{given:?}");
    }

    async fn where_nothing_was_chosen_sold_or_rated_what_is_new_is_offered(shop: TestApp) {
        book("Older").age_in_days(2).put(&shop).await;
        book("Newer").age_in_days(1).put(&shop).await;
        let answer = shop.get("/api/v1/shelves/for-you").await.json();
        let first = &answer["items"][0];
        assert_eq!((first["title"].as_str(), first["reason"].as_str()), (Some("Newer"), Some("New in the shop")));
        let page = shop.get("/fr/for-you").await;
        assert!(page.text().contains("<h1>Nouveautés</h1>") && page.text().contains("Newer"), "{}", page.text());
    }

    async fn what_was_dismissed_is_not_offered_as_new_or_picked_either(shop: TestApp) {
        let picked = book("Picked").age_in_days(2).put(&shop).await;
        let new = book("New").age_in_days(1).put(&shop).await;
        let choose = async |tx| discovery::picks::choose(&tx, &[picked]).await;
        shop.app.db.transaction(choose).await.unwrap_or_else(|e| panic!("{e}"));
        let amina = shop.reader("amina").await;
        let offered = async || {
            let answer = amina.get("/shelves/for-you").await.json();
            answer["items"].as_array().cloned().unwrap_or_default().iter().map(|item| item["title"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(offered().await, ["Picked"]);
        amina.put(&format!("/books/{picked}/dismissal"), json!({})).await;
        assert_eq!(offered().await, ["New"]);
        amina.put(&format!("/books/{new}/dismissal"), json!({})).await;
        assert_eq!(offered().await, [""; 0]);
    }

    async fn of_two_books_alike_the_one_in_a_language_that_they_read_stands_first(shop: TestApp) {
        genre(&shop, "poems").await;
        book("Vers").by(&["A"]).genre("poems").put(&shop).await;
        book("شعر").by(&["B"]).genre("poems").in_language(Language::ARABIC).put(&shop).await;
        let read = book("ديوان").by(&["C"]).genre("poems").in_language(Language::ARABIC).put(&shop).await;
        let amina = shop.reader("amina").await;
        let id = user(&shop, "amina").await;
        own(&shop, id, read).await;
        assert_eq!(titles(&given(&shop, &amina).await), ["شعر", "Vers"]);
    }

    async fn a_reason_names_what_the_reader_did_and_what_they_have_is_never_given(shop: TestApp) {
        for slug in ["poems", "cooking"] {
            genre(&shop, slug).await;
        }
        let read = book("Vers").by(&["A"]).genre("poems").put(&shop).await;
        book("Encore").by(&["A"]).genre("poems").put(&shop).await;
        book("Rimes").by(&["B"]).genre("poems").put(&shop).await;
        let bad = book("Soupes").by(&["C"]).genre("cooking").put(&shop).await;
        book("Sauces").by(&["C"]).genre("cooking").put(&shop).await;
        let amina = shop.reader("amina").await;
        let id = user(&shop, "amina").await;
        own(&shop, id, read).await;
        rate(&shop, id, bad, 5).await;
        let found = given(&shop, &amina).await;
        assert_eq!(
            found,
            [("Encore", "More by A"), ("Rimes", "From one of your genres: poems")].map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
        // What they got meanwhile goes at once.
        let encore: (Id<Book>,) =
            shop.app.db.one(sql!("select id from books where title = 'Encore'")).await.unwrap_or_else(|e| panic!("{e}"));
        own(&shop, id, encore.0).await;
        let answer = amina.get("/shelves/for-you").await.json();
        assert_eq!(answer["items"][0]["title"], "Rimes", "{answer}");
    }

    async fn what_readers_like_together_is_given_with_the_book_that_it_goes_with(shop: TestApp) {
        let mut books = Vec::new();
        for (at, title) in ["Mer", "Sel", "Feu", "Or"].iter().enumerate() {
            books.push(book(title).by(&[&format!("Author {at}")]).put(&shop).await);
        }
        for name in ["nadia", "salim", "leila", "karim"] {
            shop.account(name, Role::Reader).await;
            let id = user(&shop, name).await;
            rate(&shop, id, books[0], 50).await;
            rate(&shop, id, books[1], 48).await;
        }
        for name in ["yanis", "ines"] {
            shop.account(name, Role::Reader).await;
            let id = user(&shop, name).await;
            rate(&shop, id, books[2], 50).await;
            rate(&shop, id, books[3], 45).await;
        }
        let amina = shop.reader("amina").await;
        let id = user(&shop, "amina").await;
        rate(&shop, id, books[0], 50).await;
        shop.run_scheduled("discovery.learn").await;
        let found = given(&shop, &amina).await;
        assert_eq!(found.first(), Some(&("Sel".to_owned(), "Because you liked Mer".to_owned())), "{found:?}");
        // The books' pages know of it too.
        shop.run_scheduled("catalogue.similar").await;
        let similar = shop.get(&format!("/api/v1/books/{}/similar", books[0])).await.json();
        assert_eq!(similar["items"][0]["title"], "Sel", "{similar}");
    }

    async fn a_list_is_given_in_parts_and_goes_with_the_account(shop: TestApp) {
        let poems = genre(&shop, "poems").await;
        for at in 0..5 {
            book(&format!("Livre {at}")).by(&[&format!("Author {at}")]).genre("poems").put(&shop).await;
        }
        let amina = shop.reader("amina").await;
        amina.put("/me/genres", json!({ "genre_ids": [poems] })).await;
        let all = given(&shop, &amina).await;
        let mut parts = Vec::new();
        let mut cursor = String::new();
        loop {
            let answer = amina.get(&format!("/shelves/for-you?limit=2{cursor}")).await.json();
            parts.extend(answer["items"].as_array().cloned().unwrap_or_default());
            let Some(next) = answer["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(parts.iter().map(|item| item["title"].as_str().unwrap_or_default()).collect::<Vec<_>>(), titles(&all));
        done!(shop, "delete from users where username = 'amina'");
        let (left,): (i64,) = shop.app.db
            .one(sql!("/* full scan: a test */ select count(*) from recommendations"))
            .await
            .unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(left, 0);
    }
}

on_both_databases! {
    in shop();

    async fn what_is_not_for_somebody_is_never_given_again_until_they_undo_it(shop: TestApp) {
        let poems = genre(&shop, "poems").await;
        let vers = book("Vers").by(&["A"]).genre("poems").put(&shop).await;
        book("Rimes").by(&["B"]).genre("poems").put(&shop).await;
        let amina = shop.reader("amina").await;
        amina.put("/me/genres", json!({ "genre_ids": [poems] })).await;
        assert_eq!(given(&shop, &amina).await.len(), 2);
        assert_eq!(amina.put(&format!("/books/{vers}/dismissal"), json!({})).await.status(), 204);
        // At once, and also when it is worked out again.
        let now = amina.get("/shelves/for-you").await.json();
        assert_eq!(now["items"].as_array().map(Vec::len), Some(1), "{now}");
        assert_eq!(titles(&given(&shop, &amina).await), ["Rimes"]);
        assert_eq!(amina.delete(&format!("/books/{vers}/dismissal")).await.status(), 204);
        assert_eq!(given(&shop, &amina).await.len(), 2);
        assert_eq!(amina.put("/books/9999/dismissal", json!({})).await.status(), 404);
        assert_eq!(shop.api().put(&format!("/books/{vers}/dismissal"), json!({})).await.status(), 401);
    }

    async fn the_pages_have_a_button_for_it_that_needs_no_script(shop: TestApp) {
        let poems = genre(&shop, "poems").await;
        let vers = book("Vers").by(&["A"]).genre("poems").put(&shop).await;
        let amina = shop.reader("amina").await;
        amina.put("/me/genres", json!({ "genre_ids": [poems] })).await;
        given(&shop, &amina).await;
        let browser = shop.browser_of("amina").await;
        let action = format!("/en/book/{vers}/dismissal");
        for page in ["/en/", "/en/for-you"] {
            let shown = browser.get(page).await;
            assert!(shown.text().contains(&format!("formaction=\"{action}\"")), "{page}: {}", shown.text());
            assert!(shown.text().contains("aria-label=\"Not for me: "), "{page}");
        }
        let answer = browser.post(&action, &[("on", "yes"), ("next", "/en/for-you")]).await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/en/for-you"));
        let after = browser.get("/en/for-you").await;
        assert!(after.text().contains("This book will not be recommended to you again."), "{}", after.text());
        assert!(!after.text().contains(&action), "{}", after.text());
        browser.post(&action, &[("on", "no"), ("next", "/en/for-you")]).await;
        assert!(browser.get("/en/for-you").await.text().contains(&action));
        let visitor = shop.browser().post(&action, &[("on", "yes"), ("next", "/en/")]).await;
        assert!(visitor.header("location").starts_with("/en/sign-in?next="), "{}", visitor.header("location"));
    }

    async fn favourites_ticks_and_bookmarks_change_what_is_given(shop: TestApp) {
        for slug in ["poems", "cooking"] {
            genre(&shop, slug).await;
        }
        let vers = book("Vers").by(&["A"]).genre("poems").put(&shop).await;
        book("Rimes").by(&["B"]).genre("poems").put(&shop).await;
        let amina = shop.reader("amina").await;
        amina.put(&format!("/books/{vers}/favorite"), json!({})).await;
        let found = given(&shop, &amina).await;
        assert_eq!(found.first(), Some(&("Rimes".to_owned(), "From one of your genres: poems".to_owned())), "{found:?}");
        amina.delete(&format!("/books/{vers}/favorite")).await;
        assert!(is_only_new(&given(&shop, &amina).await));
        amina.put(&format!("/books/{vers}/read"), json!({})).await;
        assert_eq!(titles(&given(&shop, &amina).await), ["Rimes"]);
    }

    async fn a_book_is_new_for_thirty_days_and_owned_before_it_is_new(shop: TestApp) {
        let at = |days: i64| move |title: &str| book(title).age_in_days(days);
        at(30)("Zinc").put(&shop).await;
        at(31)("Atlas").put(&shop).await;
        let mine = at(1)("Miel").put(&shop).await;
        shop.account("amina", Role::Reader).await;
        let browser = shop.browser_of("amina").await;
        let badges = |page: &testing::TestResponse| {
            (page.text().matches("class=\"badge\"").count(), page.text().matches("badge--owned").count())
        };
        assert_eq!(badges(&browser.get("/en/new").await), (2, 0));
        own(&shop, user(&shop, "amina").await, mine).await;
        assert_eq!(badges(&browser.get("/en/new").await), (1, 1));
        assert_eq!(badges(&shop.get("/en/new").await), (2, 0), "a visitor owns nothing");
    }
}
