//! The cart's page, and the buttons of other pages.

use super::*;

/// A shop in which something can be bought.
fn selling(shop: &TestApp) -> TestApp {
    shop.with(|settings| {
        settings.sells = true;
        settings.destinations.push((ui::Tab::Account, web::ACCOUNT));
    })
}

async fn press(browser: &Browser, book: Id<Book>, on: &str, next: &str) -> TestResponse {
    browser.post(&format!("/en/cart/items/{book}"), &[("on", on), ("next", next)]).await
}

on_both_databases! {
    in site();

    async fn a_visitor_fills_and_empties_a_cart_without_scripts(shop: TestApp) {
        let shop = selling(&shop);
        let one = on_sale(&shop, "Nedjma", 950).await;
        let browser = shop.browser();
        let page = browser.get(&format!("/en/book/{one}-nedjma")).await;
        assert!(page.text().contains(&format!("formaction=\"/en/cart/items/{one}\"")), "{}", page.text());
        assert_eq!(in_bar(&page), 0);
        let answer = press(&browser, one, "yes", "/en/browse").await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/en/browse"));
        let page = browser.get("/en/browse").await;
        assert!(page.text().contains("Added to your cart."));
        assert_eq!(in_bar(&page), 1);
        let cart = browser.get("/en/cart").await;
        assert!(cart.text().contains("Nedjma") && cart.text().contains("href=\"/en/checkout\""));
        assert!(!cart.text().contains("Move to favourites"), "a visitor has none");
        let answer = press(&browser, one, "no", "/en/cart").await;
        assert_eq!(answer.header("location"), format!("/en/cart?removed={one}"));
        let cart = browser.get(answer.header("location")).await;
        assert!(cart.text().contains("is no longer in the cart") && cart.text().contains("Your cart is empty"));
        assert_eq!(in_bar(&cart), 0);
        // As the button beside it does.
        assert_eq!(press(&browser, one, "yes", "/en/cart").await.header("location"), "/en/cart");
        let cart = browser.get("/en/cart?removed=1").await;
        assert!(!cart.text().contains("is no longer"), "it is back, so there is nothing to undo");
    }

    async fn scripts_are_answered_with_the_part_that_changed(shop: TestApp) {
        let shop = selling(&shop);
        let (one, other) = (on_sale(&shop, "Nedjma", 950).await, on_sale(&shop, "Le Phare", 700).await);
        let browser = shop.browser();
        fill_as_visitor(&browser, &[one, other]).await;
        let request = Request::post(format!("/fr/cart/items/{one}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("hx-request", "true")
            .body(Body::from("on=no&next=/fr/cart"));
        let part = browser.send(request).await;
        assert_eq!(part.status(), 200);
        assert!(part.text().starts_with("<section") && part.text().contains("data-count=\"1\""), "{}", part.text());
        assert!(part.text().contains("n’est plus dans le panier") && part.text().contains("Le Phare"));
        assert!(browser.cookie("cart").unwrap().ends_with("-1"));
    }

    async fn a_reader_moves_a_book_to_their_favourites_and_back(shop: TestApp) {
        let shop = selling(&shop);
        let one = on_sale(&shop, "Nedjma", 950).await;
        let reader = shop.reader("leila").await;
        fill(&reader, &[one]).await;
        let browser = shop.browser_of("leila").await;
        assert_eq!(in_bar(&browser.get("/en/browse").await), 1);
        let answer = browser.post(&format!("/en/cart/items/{one}/favorite"), &[]).await;
        assert_eq!(answer.header("location"), format!("/en/cart?moved={one}"));
        let page = browser.get(answer.header("location")).await;
        assert!(page.text().contains("is now in your favourites") && page.text().contains("Put back in the cart"));
        assert_eq!(books(&cart(&reader).await), []);
        assert_eq!(reader.get("/me/favorites").await.json()["items"][0]["id"], one.get());
        let visitor = shop.browser();
        let led = visitor.post(&format!("/en/cart/items/{one}/favorite"), &[]).await;
        assert!(led.header("location").starts_with("/en/sign-in"), "{}", led.header("location"));
    }

    async fn changes_are_told_on_the_page_until_note_is_taken(shop: TestApp) {
        let shop = selling(&shop);
        let (one, other) = (on_sale(&shop, "Nedjma", 950).await, on_sale(&shop, "Le Phare", 700).await);
        let browser = shop.browser();
        fill_as_visitor(&browser, &[one, other]).await;
        set(&shop, one, "1200").await;
        set(&shop, other, "withdrawn").await;
        let page = browser.get("/en/cart").await;
        for words in ["Something in your cart has changed", "instead of", "cannot be bought at the moment"] {
            assert!(page.text().contains(words), "{words}: {}", page.text());
        }
        let hash = cart_of_visitor(&browser).await["quote_hash"].as_str().unwrap().to_owned();
        assert_eq!(browser.post("/en/cart/note", &[("quote_hash", &hash)]).await.status(), 303);
        let page = browser.get("/en/cart").await;
        assert!(!page.text().contains("Something in your cart has changed"));
        assert_eq!(in_bar(&page), 1);
    }

    async fn a_press_that_cannot_be_leads_back_with_the_reason(shop: TestApp) {
        let shop = selling(&shop);
        let (owned, no_file) = (on_sale(&shop, "À moi", 950).await, book("Sans fichier").put(&shop).await);
        shop.account("leila", web::Role::Reader).await;
        give(&shop, "leila", owned).await;
        let browser = shop.browser_of("leila").await;
        for (book, words) in [(owned, "You already have this book."), (no_file, "cannot be bought")] {
            let answer = press(&browser, book, "yes", "/en/browse").await;
            assert_eq!(answer.header("location"), "/en/browse");
            assert!(browser.get("/en/browse").await.text().contains(words), "{words}");
        }
        let elsewhere = press(&browser, owned, "yes", "https://evil.example/").await;
        assert_eq!(elsewhere.header("location"), "/en/cart");
    }

    async fn the_buttons_follow_what_a_reader_has(shop: TestApp) {
        let shop = selling(&shop);
        let (priced, free) = (on_sale(&shop, "Nedjma", 950).await, on_sale(&shop, "Gratuit", 0).await);
        let reader = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let page = async |book: Id<Book>, slug: &str| browser.get(&format!("/en/book/{book}-{slug}")).await.text().to_owned();
        assert!(page(free, "gratuit").await.contains(&format!("action=\"/en/book/{free}/claim\"")));
        let before = page(priced, "nedjma").await;
        assert!(before.contains("data-instead hidden"), "{before}");
        fill(&reader, &[priced]).await;
        let after = page(priced, "nedjma").await;
        assert!(after.contains("aria-pressed=\"true\" hidden") && !after.contains("data-instead hidden"), "{after}");
        for book in [priced, free] {
            give(&shop, "leila", book).await;
        }
        for (book, slug) in [(priced, "nedjma"), (free, "gratuit")] {
            let page = page(book, slug).await;
            assert!(page.contains(&format!("href=\"/en/read/{book}\"")), "{page}");
            assert!(!page.contains("/cart/items/") && !page.contains("/claim"), "{page}");
        }
    }

    async fn where_no_payments_are_taken_the_reason_takes_the_place_of_every_button_that_buys(shop: TestApp) {
        let open = selling(&shop);
        let (priced, free) = (on_sale(&shop, "Nedjma", 950).await, on_sale(&shop, "Gratuit", 0).await);
        open.reader("leila").await;
        let browser = open.browser_of("leila").await;
        press(&browser, priced, "yes", "/en/cart").await;
        let closed = selling(&shop.operated(&[(web::shop::Setting::Payments, "off")]));
        let (visitor, leila) = (closed.browser(), closed.browser_of("leila").await);
        let page = visitor.get(&format!("/en/book/{priced}-nedjma")).await;
        assert!(page.text().contains("takes no payments at the moment") && !page.text().contains("/cart/items/"));
        let page = visitor.get(&format!("/en/book/{free}-gratuit")).await;
        assert!(!page.text().contains("takes no payments") && page.text().contains(&format!("/read/{free}")));
        let list = visitor.get("/en/language/fr").await;
        assert!(list.text().contains("Nedjma") && !list.text().contains("/cart/items/"));
        assert!(open.browser().get("/en/language/fr").await.text().contains("/cart/items/"));
        let cart = leila.get("/en/cart").await;
        assert!(cart.text().contains("Your cart waits for you") && !cart.text().contains("href=\"/en/checkout\""));
        let cart = browser.get("/en/cart").await;
        assert!(!cart.text().contains("Your cart waits") && cart.text().contains("href=\"/en/checkout\""));
    }

    async fn a_shop_that_sells_nothing_has_no_bag_in_its_bar(shop: TestApp) {
        assert!(!shop.get("/en/browse").await.text().contains("bar__cart"));
    }
}
