//! The library: free books are taken once, listed by how far their reader is, and taken back with the order that brought them.

use accounts::{Accounts, Extras};
use axum::body::Body;
use catalogue::{Book, Status};
use commerce::library::{self, Source};
use commerce::{Commerce, Order};
use db::{Query as _, sql};
use http::Request;
use kernel::Id;
use serde_json::{Value, json};
use testing::{PASSWORD, Program, TestApp, TestResponse, address, book, on_both_databases};
use web::{Role, Site, UserId};

/// The library with the books and the people for it.
pub(crate) fn site() -> Site {
    let commerce = Commerce::new(None);
    let accounts = Accounts::new().with(Extras {
        rows: &[Commerce::LIBRARY_ROW],
        kept: Commerce::KEPT,
        on_delete: Commerce::ON_DELETE,
        wish: Some(Commerce::WISH),
        ..Extras::default()
    });
    Site::new()
        .pages(catalogue::pages())
        .pages(accounts.pages())
        .pages(commerce.library_pages())
        .api(catalogue::api())
        .api(accounts.api())
        .api(commerce.api())
        .jobs(catalogue::jobs())
        .jobs(accounts.jobs())
        .jobs(commerce.jobs())
        .identified_by(accounts.sessions())
}

async fn me(reader: &Program) -> UserId {
    UserId::new(reader.get("/me").await.json()["id"].as_i64().unwrap())
}

async fn grant(shop: &TestApp, reader: &Program, books: &[Id<Book>], order: Option<i64>) -> Vec<Id<Book>> {
    let (user, now) = (me(reader).await, shop.app.clock.now());
    let grant = shop
        .app
        .db
        .transaction(async |tx| library::grant(&tx, user, books, Source::Bought, order, now).await);
    grant.await.unwrap()
}

async fn order_of(shop: &TestApp, reader: &Program, number: &str, books: &[Id<Book>]) -> i64 {
    let (user, now) = (me(reader).await, shop.app.clock.now());
    let order = shop.app.db.transaction(async |tx| {
        let (order,): (Id<Order>,) = tx
            .one(sql!(
                "insert into orders (number, user_id, status, currency, total, language, created_at, updated_at)
                 values ($1, $2, 'completed', 'DZD', 0, 'en', $3, $3) returning id",
                number, user, now
            ))
            .await?;
        for book in books {
            tx.execute(sql!(
                "insert into order_items (order_id, position, book_id, title, authors, formats, list_amount, amount)
                 values ($1, 1, $2, 't', 'a', 'epub', 0, 0)",
                order, *book
            ))
            .await?;
        }
        Ok::<_, db::Error>(order)
    });
    order.await.unwrap().get()
}

async fn take_back(shop: &TestApp, order: i64, books: &[Id<Book>]) -> Vec<Id<Book>> {
    let taken = shop.app.db.transaction(async |tx| library::take_back(&tx, order, books).await);
    taken.await.unwrap().into_iter().map(|(_, book)| book).collect()
}

async fn read(shop: &TestApp, reader: &Program, book: Id<Book>, percent: f64) {
    let (user, now) = (me(reader).await, shop.app.clock.now());
    let finished = (percent >= 100.0).then_some(now);
    let change = sql!(
        "insert into reading_progress (user_id, book_id, percent, last_read_at, finished_at) values ($1, $2, $3, $4, $5)",
        user,
        book,
        percent,
        now,
        finished
    );
    shop.app.db.execute(change).await.unwrap();
}

fn titles(answer: &TestResponse) -> Vec<String> {
    let json = answer.json();
    let items = json["items"].as_array().unwrap_or_else(|| panic!("{json}"));
    items.iter().map(|item| item["book"]["title"].as_str().unwrap().to_owned()).collect()
}

/// Three books, taken one after the other: one not begun, one begun, one finished.
async fn three(shop: &TestApp, reader: &Program) -> [Id<Book>; 3] {
    let mut books = Vec::new();
    for title in ["Zinc", "Atlas", "Mirage"] {
        let id = book(title)
            .by(&[if title == "Mirage" { "Malika Mokeddem" } else { "Lina Haddad" }])
            .put(shop)
            .await;
        grant(shop, reader, &[id], None).await;
        shop.advance(60);
        books.push(id);
    }
    read(shop, reader, books[2], 100.0).await;
    shop.advance(60);
    read(shop, reader, books[1], 42.0).await;
    [books[0], books[1], books[2]]
}

on_both_databases! {
    in site();

    async fn an_admin_gives_a_book_allows_more_downloads_and_takes_it_back(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let one = book("Amber").price(900).put(&shop).await;
        let path = format!("/admin/users/{}/library/{one}", me(&leila).await);
        assert_eq!(leila.put(&path, json!({})).await.status(), 403);
        let given = amina.put(&path, json!({})).await;
        assert_eq!((given.status(), &given.json()["source"]), (201, &json!("given")));
        assert_eq!(leila.get("/me/library").await.json()["items"][0]["source"], "given");
        let more = amina.put(&path, json!({ "extra_downloads": 2 })).await;
        assert_eq!((more.status(), &more.json()["extra_downloads"]), (200, &json!(2)));
        assert_eq!(amina.put(&path, json!({ "extra_downloads": -1 })).await.status(), 422);
        let (user, now) = (me(&leila).await, shop.app.clock.now());
        let mut saved = 0;
        while library::download::count(&shop.app.db, user, (one, catalogue::Format::Epub, 20), now).await.unwrap()
            == library::download::Allowed::Yes
        {
            saved += 1;
        }
        assert_eq!(saved, 20 + 2);
        assert_eq!(amina.delete(&path).await.status(), 204);
        assert_eq!(amina.delete(&path).await.status(), 404);
        assert_eq!(leila.get("/me/library").await.json()["items"], json!([]));
        assert_eq!(amina.put("/admin/users/999/library/1", json!({})).await.status(), 404);
        let log = amina.get("/admin/audit?subject_kind=user").await.json();
        let acts: Vec<&Value> = log["items"].as_array().unwrap().iter().map(|one| &one["act"]).collect();
        assert_eq!(acts, ["library.take", "library.give", "library.give"]);
    }

    async fn a_book_that_was_bought_goes_with_a_refund_only(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", Role::Admin).await;
        let one = book("Amber").price(900).put(&shop).await;
        let (user, now) = (me(&leila).await, shop.app.clock.now());
        let granted = shop.app.db.transaction(async |tx| library::grant(&tx, user, &[one], Source::Bought, None, now).await);
        assert_eq!(granted.await.unwrap(), [one]);
        assert_eq!(amina.delete(&format!("/admin/users/{user}/library/{one}")).await.problem(), "bought");
    }

    async fn a_free_book_is_taken_once(shop: TestApp) {
        let free = book("Zinc").price(0).put(&shop).await;
        let leila = shop.reader("leila").await;
        let path = format!("/books/{free}/claim");
        let first = leila.post(&path, json!({})).await;
        assert_eq!(first.status(), 201, "{}", first.text());
        let entry = first.json();
        assert_eq!(entry["book"]["title"], "Zinc");
        let told = [&entry["source"], &entry["added_at"], &entry["state"], &entry["last_read_at"]];
        assert_eq!(told, [&json!("claimed"), &json!("2026-11-23T09:00:00.000Z"), &json!("unread"), &Value::Null]);
        shop.advance(60);
        let second = leila.ask(http::Method::POST, &path, None).await;
        assert_eq!((second.status(), second.json()), (200, entry.clone()));
        assert_eq!(leila.get("/me/library").await.json()["items"], json!([entry]));
    }

    async fn only_who_may_takes_what_is_free_and_there(shop: TestApp) {
        let (free, dear) = (book("Zinc").price(0).put(&shop).await, book("Atlas").put(&shop).await);
        let draft = book("Mirage").price(0).with(|book| book.status = Status::Draft).put(&shop).await;
        let leila = shop.reader("leila").await;
        let claim = async |who: &Program, book: Id<Book>| {
            let answer = who.post(&format!("/books/{book}/claim"), json!({})).await;
            (answer.status(), answer.problem())
        };
        assert_eq!(claim(&leila, dear).await, (409, "not_free".to_owned()));
        assert_eq!(claim(&leila, draft).await.0, 404);
        assert_eq!(claim(&leila, Id::new(999)).await.0, 404);
        assert_eq!(claim(&shop.api(), free).await.0, 401);
        let karim = shop.newcomer("karim").await;
        assert_eq!(claim(&karim, free).await, (403, "unverified".to_owned()));
        assert_eq!(karim.get("/me/library").await.json()["items"], json!([]), "who is not verified has a library");
        let unknown = leila.post(&format!("/books/{free}/claim"), json!({ "gift": true })).await;
        assert_eq!((unknown.status(), unknown.problem().as_str()), (422, "gift: unknown_field"));
        shop.run_jobs().await;
    }

    async fn a_claim_with_a_key_is_answered_alike_each_time(shop: TestApp) {
        let free = book("Zinc").price(0).put(&shop).await;
        let leila = shop.reader("leila").await;
        let claim = async |key: &str| {
            let request = Request::post(format!("/api/v1/books/{free}/claim"))
                .header("authorization", format!("Bearer {}", leila.access))
                .header("idempotency-key", key);
            shop.send(request.body(Body::empty()).unwrap()).await
        };
        let first = claim("k-1").await;
        let second = claim("k-1").await;
        assert_eq!((first.status(), second.status()), (201, 201));
        assert_eq!(first.json(), second.json());
        assert_eq!(claim("k-2").await.status(), 200);
        let long = claim(&"k".repeat(256)).await;
        assert_eq!((long.status(), long.problem().as_str()), (400, "invalid_idempotency_key"));
    }

    async fn of_many_claims_at_once_one_is_new(shop: TestApp) {
        let free = book("Zinc").price(0).put(&shop).await;
        let leila = shop.reader("leila").await;
        let path = format!("/books/{free}/claim");
        let claims = (0..20).map(async |_| leila.post(&path, json!({})).await.status());
        let mut answers = futures::future::join_all(claims).await;
        answers.sort_unstable();
        assert_eq!((answers[18], answers[19]), (200, 201), "{answers:?}");
    }

    async fn what_was_taken_stays_when_it_costs_something_later(shop: TestApp) {
        let free = book("Zinc").price(0).put(&shop).await;
        let leila = shop.reader("leila").await;
        let path = format!("/books/{free}/claim");
        leila.post(&path, json!({})).await;
        shop.app.db.execute(sql!("update books set price_amount = 90000 where id = $1", free)).await.unwrap();
        assert_eq!(leila.post(&path, json!({})).await.status(), 200);
        assert_eq!(titles(&leila.get("/me/library").await), ["Zinc"]);
    }

    async fn a_library_is_listed_by_state_in_three_orders(shop: TestApp) {
        let leila = shop.reader("leila").await;
        three(&shop, &leila).await;
        let list = async |query: &str| titles(&leila.get(&format!("/me/library?{query}")).await);
        assert_eq!(list("").await, ["Mirage", "Atlas", "Zinc"]);
        assert_eq!(list("sort=last_read").await, ["Atlas", "Mirage", "Zinc"]);
        assert_eq!(list("sort=title").await, ["Atlas", "Mirage", "Zinc"]);
        assert_eq!(list("state=unread").await, ["Zinc"]);
        assert_eq!(list("state=reading").await, ["Atlas"]);
        assert_eq!(list("state=finished").await, ["Mirage"]);
        assert_eq!(list("q=mokeddem").await, ["Mirage"]);
        assert_eq!(list("q=atlas&state=unread").await, Vec::<String>::new());
        assert_eq!(leila.get("/me/library?state=lost").await.problem(), "state: invalid");
        let karim = shop.reader("karim").await;
        assert_eq!(titles(&karim.get("/me/library").await), Vec::<String>::new());
        assert_eq!(shop.api().get("/me/library").await.status(), 401);
    }

    async fn a_library_is_given_in_parts(shop: TestApp) {
        let leila = shop.reader("leila").await;
        three(&shop, &leila).await;
        for sort in ["added", "last_read", "title"] {
            let whole = titles(&leila.get(&format!("/me/library?sort={sort}")).await);
            let (mut parts, mut cursor) = (Vec::new(), String::new());
            loop {
                let part = leila.get(&format!("/me/library?sort={sort}&limit=1{cursor}")).await;
                parts.extend(titles(&part));
                match part.json()["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            assert_eq!(parts, whole, "{sort}");
        }
        let first = leila.get("/me/library?limit=1&sort=title").await.json();
        let other = leila.get(&format!("/me/library?sort=added&cursor={}", first["next_cursor"].as_str().unwrap())).await;
        assert_eq!((other.status(), other.problem().as_str()), (422, "cursor: invalid_cursor"));
    }

    async fn what_the_shop_sells_no_more_stays_and_a_draft_waits(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let [zinc, atlas, _] = three(&shop, &leila).await;
        shop.app.db.execute(sql!("update books set status = 'withdrawn' where id = $1", zinc)).await.unwrap();
        shop.app.db.execute(sql!("update books set status = 'draft' where id = $1", atlas)).await.unwrap();
        assert_eq!(titles(&leila.get("/me/library").await), ["Mirage", "Zinc"]);
    }

    async fn an_order_takes_back_what_it_brought_and_nothing_else(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = [book("Zinc").put(&shop).await, book("Atlas").put(&shop).await, book("Mirage").put(&shop).await];
        assert_eq!(grant(&shop, &leila, &books[..1], None).await, books[..1]);
        let first = order_of(&shop, &leila, "AAAAAAA1", &books).await;
        let mut new = grant(&shop, &leila, &books, Some(first)).await;
        new.sort_unstable();
        assert_eq!(new, books[1..], "the first was there before");
        let second = order_of(&shop, &leila, "AAAAAAA2", &books[2..]).await;
        assert!(grant(&shop, &leila, &books[2..], Some(second)).await.is_empty());
        let taken = take_back(&shop, first, &books).await;
        assert_eq!(taken, [books[1]], "one was there before, and one is paid for by another order");
        assert_eq!(take_back(&shop, first, &books).await, []);
        let paid_back = sql!("update order_items set refunded_at = $2 where order_id = $1", first, shop.app.clock.now());
        shop.app.db.execute(paid_back).await.unwrap();
        assert_eq!(take_back(&shop, second, &books).await, [books[2]]);
        assert_eq!(titles(&leila.get("/me/library").await), ["Zinc"]);
    }

    async fn a_visitor_who_presses_is_led_to_sign_in_and_then_has_the_book(shop: TestApp) {
        let free = book("Zinc").price(0).put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser();
        let pressed = browser.post(&format!("/fr/book/{free}/claim"), &[("next", "/fr/free")]).await;
        assert_eq!((pressed.status(), pressed.header("location")), (303, "/fr/sign-in?next=%2Ffr%2Ffree"));
        assert!(titles(&leila.get("/me/library").await).is_empty());
        let fields = [("login", "leila"), ("password", PASSWORD), ("next", "/fr/free")];
        let signed = browser.post("/fr/sign-in", &fields).await;
        assert_eq!((signed.status(), signed.header("location")), (303, "/fr/free"));
        assert_eq!(titles(&leila.get("/me/library").await), ["Zinc"]);
        let page = browser.get("/fr/library").await;
        assert!(page.text().contains("Ajouté à votre bibliothèque."), "{}", page.text());
        assert_eq!(browser.post("/fr/book/999/claim", &[]).await.status(), 404);
        assert_eq!(shop.browser().post("/fr/book/999/claim", &[]).await.status(), 404);
    }

    async fn who_is_not_verified_is_led_there_first(shop: TestApp) {
        let free = book("Zinc").price(0).put(&shop).await;
        shop.newcomer("karim").await;
        let browser = shop.browser_of("karim").await;
        let pressed = browser.post(&format!("/en/book/{free}/claim"), &[("next", "/en/free")]).await;
        assert_eq!((pressed.status(), pressed.header("location")), (303, "/en/verify?next=%2Fen%2Ffree"));
        // A wish from before signing in is not carried out either.
        let other = shop.browser();
        other.post(&format!("/en/book/{free}/claim"), &[("next", "/en/free")]).await;
        other.post("/en/sign-in", &[("login", "karim"), ("password", PASSWORD)]).await;
        let library = other.get("/en/library").await;
        assert!(library.text().contains("Your library is empty."), "{}", library.text());
        shop.run_jobs().await;
    }

    async fn the_page_shows_the_books_and_the_way_into_them(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let [zinc, atlas, _] = three(&shop, &leila).await;
        let browser = shop.browser_of("leila").await;
        let page = browser.get("/en/library").await;
        assert_eq!((page.status(), page.header("cache-control")), (200, "private, no-cache"));
        for words in ["Zinc", "Atlas", "Mirage", "Continue reading"] {
            assert!(page.text().contains(words), "{words}: {}", page.text());
        }
        assert!(page.text().contains(&format!("href=\"/en/read/{atlas}\"")));
        assert!(page.text().contains(&format!("/en/book/{zinc}-zinc")));
        let unread = browser.get("/en/library?state=unread").await;
        assert!(unread.text().contains("Zinc") && !unread.text().contains("Atlas"));
        let none = browser.get("/en/library?q=nowhere").await;
        assert!(none.text().contains("Nothing in your library matches"), "{}", none.text());
        let visitor = shop.get("/en/library").await;
        assert_eq!((visitor.status(), visitor.header("location")), (303, "/en/sign-in?next=%2Fen%2Flibrary"));
        for page in ["/en/account", "/en/account/data"] {
            assert!(browser.get(page).await.text().contains("library"), "{page}");
        }
    }

    async fn an_empty_library_shows_what_could_be_in_it(shop: TestApp) {
        book("Zinc").price(0).put(&shop).await;
        book("Atlas").put(&shop).await;
        shop.account("leila", Role::Reader).await;
        let page = shop.browser_of("leila").await.get("/ar/library").await;
        for words in ["مكتبتك فارغة", "Zinc", "Atlas"] {
            assert!(page.text().contains(words), "{words}: {}", page.text());
        }
    }

    async fn a_library_goes_with_its_account(shop: TestApp) {
        let free = book("Zinc").price(0).put(&shop).await;
        let leila = shop.reader("leila").await;
        let request = Request::post(format!("/api/v1/books/{free}/claim"))
            .header("authorization", format!("Bearer {}", leila.access))
            .header("idempotency-key", "k-1");
        assert_eq!(shop.send(request.body(Body::empty()).unwrap()).await.status(), 201);
        assert_eq!(leila.ask(http::Method::DELETE, "/me", Some(json!({ "password": PASSWORD }))).await.status(), 204);
        let (entries, keys): (i64, i64) = shop
            .app
            .db
            .one(sql!("select /* full scan: a test */ (select count(*) from library_entries), (select count(*) from idempotency_keys)"))
            .await
            .unwrap();
        assert_eq!((entries, keys), (0, 0));
        shop.mail_to(&address("leila")).await;
    }
}
