//! The cart, of readers and of visitors, in the API and on its page.

mod changes;
mod pages;
mod uniting;

use accounts::{Accounts, Extras};
use axum::body::Body;
use catalogue::Book;
use commerce::cart::Carts;
use db::{Query as _, sql};
use discovery::keeping::Keeping;
use http::{Method, Request};
use kernel::Id;
use serde_json::Value;
use testing::{Browser, Program, TestApp, TestResponse, book, on_both_databases};
use web::Site;

/// Carts, with the books and the people that they need.
fn site() -> Site {
    let accounts = Accounts::new().with(Extras { on_sign_in: &[Carts::ON_SIGN_IN], ..Extras::default() });
    let (carts, keeping) = (Carts::new(), Keeping::new());
    Site::new()
        .pages(catalogue::pages())
        .pages(accounts.pages())
        .pages(keeping.pages())
        .pages(carts.pages())
        .sharing(keeping.marks())
        .sharing(Carts::marks())
        .api(catalogue::api())
        .api(accounts.api())
        .api(keeping.api())
        .api(carts.api())
        .jobs(catalogue::jobs())
        .jobs(accounts.jobs())
        .jobs(carts.jobs())
        .identified_by(accounts.sessions())
}

/// A book of so many dinars, to be had at once. A real file would only take time: no cart looks into it.
async fn on_sale(shop: &TestApp, title: &str, dinars: i64) -> Id<Book> {
    let book = book(title).price(dinars).put(shop).await;
    let file = sql!(
        "insert into book_files (book_id, format, version, sha256, bytes, contents, warnings, created_at)
         values ($1, 'epub', 'one', $2, 1000, '{}', '[]', $3)",
        book,
        title,
        shop.app.clock.now()
    );
    shop.app.db.execute(file).await.unwrap();
    set(shop, book, "has_epub").await;
    book
}

/// Changes one thing about a book.
async fn set(shop: &TestApp, book: Id<Book>, what: &str) {
    let statement = match what {
        "has_epub" => sql!("update books set has_epub = $2 where id = $1", book, true),
        "withdrawn" => sql!("update books set status = $2 where id = $1", book, what),
        "euro" => sql!("update books set price_currency = $2 where id = $1", book, "EUR"),
        _ => {
            let minor: i64 = what.parse().unwrap();
            sql!("update books set price_amount = $2 where id = $1", book, minor * 100)
        }
    };
    assert_eq!(shop.app.db.execute(statement).await.unwrap(), 1);
}

async fn give(shop: &TestApp, username: &str, book: Id<Book>) {
    let given = sql!(
        "insert into library_entries (user_id, book_id, source, added_at)
         select id, $2, 'given', $3 from users where username = $1",
        username,
        book,
        shop.app.clock.now()
    );
    assert_eq!(shop.app.db.execute(given).await.unwrap(), 1);
}

/// Asks the API as a browser does that has no account: with its cookies.
async fn ask(browser: &Browser, method: Method, path: &str) -> TestResponse {
    browser.send(Request::builder().method(method).uri(format!("/api/v1{path}")).body(Body::empty())).await
}

async fn put(who: &Browser, book: Id<Book>) -> TestResponse {
    ask(who, Method::PUT, &format!("/cart/items/{book}")).await
}

async fn fill(who: &Program, books: &[Id<Book>]) {
    for book in books {
        let answer = who.ask(Method::PUT, &format!("/cart/items/{book}"), None).await;
        assert_eq!(answer.status(), 201, "{}", answer.text());
    }
}

async fn fill_as_visitor(who: &Browser, books: &[Id<Book>]) {
    for book in books {
        assert_eq!(put(who, *book).await.status(), 201);
    }
}

async fn cart(who: &Program) -> Value {
    who.get("/cart").await.json()
}

async fn cart_of_visitor(who: &Browser) -> Value {
    ask(who, Method::GET, "/cart").await.json()
}

/// The books of a cart, in the order of their keys.
fn books(cart: &Value) -> Vec<Id<Book>> {
    let items = cart["items"].as_array().unwrap_or_else(|| panic!("{cart}"));
    let mut books: Vec<_> = items.iter().map(|item| Id::new(item["book"]["id"].as_i64().unwrap())).collect();
    books.sort_unstable();
    books
}

/// How many books the bar of a page says that the cart has.
fn in_bar(page: &TestResponse) -> i64 {
    let (_, rest) = page.text().split_once("data-cart-count=\"").unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

on_both_databases! {
    in site();

    async fn a_cart_tells_its_books_and_what_they_cost(shop: TestApp) {
        let (one, other) = (on_sale(&shop, "Nedjma", 950).await, on_sale(&shop, "Le Phare", 700).await);
        let reader = shop.reader("leila").await;
        fill(&reader, &[one, other]).await;
        let cart = cart(&reader).await;
        assert_eq!(books(&cart), [one, other]);
        assert_eq!(cart["total"]["amount"], 165_000);
        assert_eq!(cart["items"][0]["price"]["currency"], "DZD");
        assert_eq!(cart["items"][0]["previous_price"], Value::Null);
        assert_eq!(cart["dropped"], serde_json::json!([]));
        assert_eq!(cart["quote_hash"].as_str().unwrap().len(), 64);
        let again = reader.put(&format!("/cart/items/{one}"), Value::Null).await;
        assert_eq!((again.status(), again.json()["count"].as_i64()), (200, Some(2)));
        for _ in 0..2 {
            assert_eq!(reader.delete(&format!("/cart/items/{one}")).await.status(), 204);
        }
        assert_eq!(books(&self::cart(&reader).await), [other]);
    }

    async fn a_visitor_has_a_cart_by_a_cookie_whose_secret_the_database_does_not_know(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let (browser, other) = (shop.browser(), shop.browser());
        assert_eq!(books(&cart_of_visitor(&browser).await), []);
        assert_eq!(browser.cookie("cart"), None, "looking at an empty cart leaves nothing behind");
        let answer = put(&browser, one).await;
        assert_eq!((answer.status(), answer.json()["count"].as_i64()), (201, Some(1)));
        let cookie = answer.set_cookie("cart");
        assert!(cookie.contains("; HttpOnly; SameSite=Lax") && cookie.contains("Max-Age=5184000"), "{cookie}");
        assert_eq!(books(&cart_of_visitor(&browser).await), [one]);
        assert_eq!(books(&cart_of_visitor(&other).await), []);
        let (token, count) = browser.cookie("cart").unwrap().split_once('-').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        assert_eq!((token.len(), count.as_str()), (64, "1"));
        let known: Vec<(i64,)> = shop.app.db.all(sql!("select id from carts where token_hash = $1", token)).await.unwrap();
        assert!(known.is_empty());
    }

    async fn on_https_the_cookie_belongs_to_this_host_alone(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let shop = shop.at("https://shop.example");
        let browser = shop.browser();
        let cookie = put(&browser, one).await.set_cookie("__Host-cart").to_owned();
        assert!(cookie.ends_with("; Secure"), "{cookie}");
        assert_eq!(books(&cart_of_visitor(&browser).await), [one]);
    }

    async fn a_token_that_the_shop_never_gave_opens_no_cart_and_is_not_taken_up(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let browser = shop.browser();
        let planted = "ab".repeat(32);
        browser.set_cookie("cart", &format!("{planted}-7"));
        assert_eq!(books(&cart_of_visitor(&browser).await), []);
        assert_eq!(put(&browser, one).await.status(), 201);
        let token = browser.cookie("cart").unwrap();
        assert!(!token.starts_with(&planted), "another one is given");
    }

    async fn a_visitors_cart_that_nobody_touches_for_sixty_days_is_thrown_away(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let (old, young, reader) = (shop.browser(), shop.browser(), shop.reader("leila").await);
        fill_as_visitor(&old, &[one]).await;
        fill(&reader, &[one]).await;
        shop.advance(59 * 24 * 60 * 60);
        fill_as_visitor(&young, &[one]).await;
        shop.run_scheduled("commerce.forgotten_carts").await;
        assert_eq!(books(&cart_of_visitor(&old).await), [one]);
        shop.advance(2 * 24 * 60 * 60);
        shop.run_scheduled("commerce.forgotten_carts").await;
        assert_eq!(books(&cart_of_visitor(&old).await), []);
        assert_eq!(books(&cart_of_visitor(&young).await), [one]);
        let reader = shop.sign_in("leila").await;
        assert_eq!(books(&cart(&reader).await), [one], "a reader's stays");
    }

    async fn with_an_account_goes_its_cart(shop: TestApp) {
        let one = on_sale(&shop, "Nedjma", 950).await;
        let reader = shop.reader("leila").await;
        fill(&reader, &[one]).await;
        let body = serde_json::json!({ "password": testing::PASSWORD });
        let gone = reader.ask(Method::DELETE, "/me", Some(body)).await;
        assert_eq!(gone.status(), 204, "{}", gone.text());
        let left: Vec<(i64,)> = shop.app.db.all(sql!("select cart_id from cart_items where book_id = $1", one)).await.unwrap();
        assert!(left.is_empty());
        shop.run_jobs().await;
    }
}
