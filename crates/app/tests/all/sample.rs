//! `warraq demo`: fills an empty shop, and only that.

use community::{Drift, recount};
use db::{Db, Options, Query as _, Url, sql};
use testing::shared_data;

use crate::place::{Place, is_empty};

#[test]
fn the_second_time_everything_is_there() {
    let place = Place::new();
    let first = place.run(&["demo"]);
    let count = first.done().lines().filter(|line| line.starts_with("added ")).count();
    assert!(count > 0 && first.out.contains(&format!("\n{count} added, 0 unchanged\n")), "{first:?}");
    assert_talk(&place);
    assert_sales(&place);
    let second = place.run(&["demo"]);
    assert!(second.done().contains(&format!("\n0 added, {count} unchanged\n")), "{second:?}");
    assert!(is_empty(&place.path("data/tmp")), "nothing is left of the work");
    let shop = place.serve(&[]);
    for path in ["/ar/", "/fr/browse", "/en/free", "/api/v1/shelves/new"] {
        assert_eq!(shop.get(path).status, 200, "{path}");
    }
}

/// People have talked about the books, and what is counted of that is exact.
#[tokio::main]
async fn assert_talk(place: &Place) {
    let url = Url::Sqlite(place.path("data/warraq.db"));
    let db = Db::open(&Options { url, replica: None }).await.unwrap();
    let (seen, waiting): (i64, i64) = db
        .one(sql!(
            "select count(*) filter (where state = 'visible'), count(*) filter (where queue is not null) from comments"
        ))
        .await
        .unwrap();
    assert!(seen > 30 && waiting > 1, "{seen} can be seen, {waiting} wait for a moderator");
    assert_eq!(recount(&db).await.unwrap(), Drift::default());
}

/// What sells best of what costs something is what was ordered, and nothing else.
#[tokio::main]
async fn assert_sales(place: &Place) {
    let url = Url::Sqlite(place.path("data/warraq.db"));
    let db = Db::open(&Options { url, replica: None }).await.unwrap();
    let sold: Vec<(i64, i64)> = db
        .all(sql!(
            "select s.book_id, sum(s.copies) from book_sales s join books b on b.id = s.book_id
             where b.price_amount > 0 group by s.book_id having sum(s.copies) > 0 order by s.book_id"
        ))
        .await
        .unwrap();
    let ordered: Vec<(i64, i64)> = db
        .all(sql!(
            "select i.book_id, count(*) from order_items i join orders o on o.id = i.order_id
             where o.status = 'completed' and i.amount > 0 and i.refunded_at is null
             group by i.book_id order by i.book_id"
        ))
        .await
        .unwrap();
    assert!(sold.len() > 10, "{sold:?}");
    assert_eq!(sold, ordered);
}

#[test]
fn somebodys_own_shop_is_left_alone() {
    let place = Place::new();
    place.run(&["import", shared_data("epub/trees.epub").to_str().unwrap()]).done();
    let ran = place.run(&["demo"]);
    assert!(ran.failure().contains("has books already") && ran.failure().contains("--data-dir"), "{ran:?}");
    assert!(ran.out.is_empty());
    let again = place.run(&["import", shared_data("epub/trees.epub").to_str().unwrap()]);
    assert!(again.done().contains("1 unchanged"), "{again:?}");
}
