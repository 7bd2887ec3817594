//! The shelves at the end of a book's page: the rest of its series, what else its author wrote, what is like it.

use catalogue::{Book, NewContributor, Status};
use db::{Query, sql};
use kernel::{Id, Slug};
use testing::{BookBuilder, TestApp, book, on_both_databases};

use crate::site;

/// A book of the series *Quais*.
fn volume(title: &str, number: Option<f64>) -> BookBuilder {
    book(title).with(|book| book.series = Some(("Quais".to_owned(), number)))
}

/// A shelf of a book's page as it is drawn; empty where there is none.
async fn shelf(shop: &TestApp, (id, title): (Id<Book>, &str), name: &str) -> String {
    let page = shop.get(&format!("/fr/book/{id}-{}", Slug::of(title))).await;
    assert_eq!(page.status(), 200);
    let shelf = page.text().split(&format!("id=\"{name}\"")).nth(1).unwrap_or_default();
    shelf.split("</section>").next().unwrap_or_default().to_owned()
}

/// The books on it, in order.
fn books(shelf: &str) -> Vec<i64> {
    let links = shelf.split("href=\"/fr/book/").skip(1);
    let mut keys: Vec<i64> = links.map(|link| link.split('-').next().unwrap().parse().unwrap()).collect();
    keys.dedup();
    keys
}

on_both_databases! {
    in site();

    async fn a_book_is_followed_by_its_series_in_order_of_the_numbers(shop: TestApp) {
        let third = volume("Le retour", Some(3.0)).put(&shop).await;
        let special = volume("Hors série", None).put(&shop).await;
        let first = volume("Le départ", Some(1.0)).put(&shop).await;
        let between = volume("La halte", Some(1.5)).put(&shop).await;
        let second = volume("Le large", Some(2.0)).put(&shop).await;
        let shown = shelf(&shop, (second, "Le large"), "more-in-series").await;
        assert_eq!(books(&shown), [first, between, third, special].map(Id::get));
        assert!(shown.contains("href=\"/fr/series/1-quais\"") && shown.contains("Dans la série"), "{shown}");
        let beside_special = shelf(&shop, (special, "Hors série"), "more-in-series").await;
        assert_eq!(books(&beside_special), [first, between, second, third].map(Id::get));
    }

    async fn of_a_long_series_those_nearest_to_the_book_are_shown(shop: TestApp) {
        let mut all = Vec::new();
        for number in 1..=20_u8 {
            all.push(volume(&format!("Tome {number}"), Some(number.into())).put(&shop).await.get());
        }
        let without = |number: usize, from: usize, to: usize| -> Vec<i64> {
            (from..=to).filter(|one| *one != number).map(|one| all[one - 1]).collect()
        };
        for (number, from, to) in [(1, 2, 13), (3, 1, 13), (10, 6, 18), (19, 8, 20), (20, 8, 19)] {
            let shown = shelf(&shop, (Id::new(all[number - 1]), &format!("Tome {number}")), "more-in-series").await;
            assert_eq!(books(&shown), without(number, from, to), "beside number {number}");
        }
    }

    async fn what_else_its_author_wrote_stands_there_newest_first_without_the_series(shop: TestApp) {
        let older = book("Vieux").age_in_days(9).put(&shop).await;
        let newer = book("Neuf").by(&["Rym Saïdi", "Lina Haddad"]).age_in_days(1).put(&shop).await;
        let other = volume("Le large", Some(2.0)).put(&shop).await;
        let own = volume("Le départ", Some(1.0)).put(&shop).await;
        book("Traduit").by(&["Rym Saïdi"]).with(|book| {
            book.contributors.push(NewContributor { name: "Lina Haddad".to_owned(), role: "trl".to_owned(), sort_as: None });
        }).put(&shop).await;
        let shown = shelf(&shop, (own, "Le départ"), "more-by-author").await;
        assert_eq!(books(&shown), [newer, older].map(Id::get));
        assert!(shown.contains("href=\"/fr/author/1-lina-haddad\""), "{shown}");
        let beside_older = shelf(&shop, (older, "Vieux"), "more-by-author").await;
        assert_eq!(books(&beside_older), [own, other, newer].map(Id::get), "outside the series it counts as any other");
    }

    async fn drafts_and_what_is_sold_no_more_stand_on_no_shelf(shop: TestApp) {
        let own = volume("Le départ", Some(1.0)).put(&shop).await;
        let withdrawn = [
            volume("Le large", Some(2.0)).put(&shop).await,
            volume("Hors série", None).put(&shop).await,
            book("Vieux").put(&shop).await,
        ];
        volume("Le retour", Some(3.0)).with(|book| book.status = Status::Draft).put(&shop).await;
        book("Neuf").with(|book| book.status = Status::Draft).put(&shop).await;
        for id in withdrawn {
            shop.app.db.execute(sql!("update books set status = 'withdrawn' where id = $1", id)).await.unwrap();
        }
        shop.run_scheduled("catalogue.similar").await;
        for name in ["more-in-series", "more-by-author", "similar"] {
            assert_eq!(shelf(&shop, (own, "Le départ"), name).await, "", "{name}");
        }
    }

    async fn no_book_stands_on_two_shelves(shop: TestApp) {
        let own = volume("Le départ", Some(1.0)).genre("Roman").put(&shop).await;
        let of_series = volume("Le large", Some(2.0)).genre("Roman").put(&shop).await;
        let by_author = book("Vieux").genre("Roman").put(&shop).await;
        let alike = book("Autre").by(&["Rym Saïdi"]).genre("Roman").put(&shop).await;
        shop.run_scheduled("catalogue.similar").await;
        let mut shown = Vec::new();
        for name in ["more-in-series", "more-by-author", "similar"] {
            shown.push(books(&shelf(&shop, (own, "Le départ"), name).await));
        }
        assert_eq!(shown, [of_series, by_author, alike].map(|id| vec![id.get()]));
    }

    async fn what_is_like_a_book_of_a_long_series_is_not_only_the_series(shop: TestApp) {
        let own = volume("Tome 1", Some(1.0)).genre("Roman").put(&shop).await;
        for number in 2..=24_u8 {
            volume(&format!("Tome {number}"), Some(number.into())).put(&shop).await;
        }
        let alike = book("Autre").by(&["Rym Saïdi"]).genre("Roman").put(&shop).await;
        shop.run_scheduled("catalogue.similar").await;
        let similar = shop.get(&format!("/api/v1/books/{own}/similar")).await.json();
        let last = similar["items"].as_array().unwrap().last().unwrap()["id"].clone();
        assert_eq!(last, alike.get());
    }
}
