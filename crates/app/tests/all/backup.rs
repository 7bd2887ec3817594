//! The whole shop in one file, and back: while it runs, across databases, into a bucket, and whatever breaks off.

/// Each on both databases.
macro_rules! on_both {
    ($($name:ident)+) => {$(
        mod $name {
            use super::*;

            #[test]
            fn on_sqlite() {
                super::$name(Engine::Sqlite);
            }

            #[test]
            fn on_postgres() {
                super::$name(Engine::Postgres);
            }
        }
    )+};
}

mod broken;
mod bucket;
mod shop;

use std::os::unix::fs::PermissionsExt as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use db::scratch::Engine;
use db::{Query as _, sql};
use testing::shared_data;

use self::shop::Shop;

on_both! {
    a_restored_shop_answers_as_the_first_one_did
    what_people_do_meanwhile_leaves_the_backup_consistent
    where_a_shop_is_it_stays_unless_told_otherwise
    a_shop_that_runs_is_not_restored_over
}

fn a_restored_shop_answers_as_the_first_one_did(engine: Engine) {
    let first = Shop::filled(engine);
    let session = first.serving(|shop| shop::sign_in(shop).1);
    let backup = first.backup("shop.tar");
    let mode = std::fs::metadata(&backup).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "people's data are for its owner's eyes alone");
    let second = Shop::empty(engine);
    let told = second.run(&["restore", &backup]);
    assert!(told.done().lines().last().unwrap().starts_with("restored into "), "{told:?}");
    assert!(second.run(&["backup", "--check", &backup]).done().ends_with("the shop is the same\n"));
    assert_eq!(second.answers(), first.answers());
    second.serving(|shop| {
        assert_eq!(
            shop::ask(shop, "GET", "/me", &session, "").0,
            401,
            "who was signed in then signs in again"
        );
        assert_eq!(shop::sign_in(shop).0, 200, "the password is the same");
        // The index of the search is not in the backup: it is made anew.
        shop::eventually(|| shop.get("/api/v1/search?q=trees").body.contains("\"total\":1"));
    });
}

#[test]
fn from_sqlite_to_postgresql_and_back_everything_is_the_same() {
    let first = Shop::filled(Engine::Sqlite);
    let (one, other) = (first.backup("one.tar"), first.place.path("other.tar").display().to_string());
    let second = Shop::empty(Engine::Postgres);
    second.run(&["restore", &one]).done();
    assert!(second.run(&["backup", "--check", &one]).done().ends_with("the shop is the same\n"));
    second.run(&["backup", &other]).done();
    let third = Shop::empty(Engine::Sqlite);
    third.run(&["restore", &other]).done();
    for archive in [&one, &other] {
        assert!(
            third.run(&["backup", "--check", archive]).done().ends_with("the shop is the same\n"),
            "{archive}"
        );
    }
    assert_eq!(third.answers(), first.answers());
    assert_eq!(second.answers(), first.answers());
    // No key is given out twice, also where its row was gone before the backup.
    for shop in [&first, &second, &third] {
        let next = shop.db(async |db| {
            db.execute(sql!("insert into publishers (name, folded_name) values ('next', 'next')"))
                .await
                .unwrap();
            db.one::<(i64,)>(sql!("select id from publishers where folded_name = 'next'")).await.unwrap().0
        });
        assert_eq!(next, shop::NEXT_PUBLISHER, "{:?}", shop.url);
    }
}

fn what_people_do_meanwhile_leaves_the_backup_consistent(engine: Engine) {
    let first = Shop::filled(engine);
    first.run(&["import", "--free", shared_data("epub/hefty-water.epub").to_str().unwrap()]).done();
    let over = AtomicBool::new(false);
    let archives: Vec<String> = first.serving(|shop| {
        let (_, token) = shop::sign_in(shop);
        thread::scope(|scope| {
            // Each press moves a row of one table and a count of another, in one transaction.
            scope.spawn(|| {
                for press in 1.. {
                    if over.load(Ordering::Relaxed) {
                        break;
                    }
                    let value = format!("{{\"value\":{}}}", 1 + press % 5);
                    assert!(shop::ask(shop, "PUT", "/books/1/rating", &token, &value).0 < 300);
                    assert!(shop::ask(shop, "DELETE", "/books/1/rating", &token, "").0 < 300);
                }
            });
            let archives = (0..4).map(|number| first.backup(&format!("{number}.tar"))).collect();
            over.store(true, Ordering::Relaxed);
            archives
        })
    });
    for archive in archives {
        let second = Shop::empty(engine);
        second.run(&["restore", &archive]).done();
        let (ratings, counted) = second.db(async |db| {
            let (ratings,): (i64,) =
                db.one(sql!("select count(*) from ratings where book_id = 1")).await.unwrap();
            let (counted,): (i64,) =
                db.one(sql!("select rating_count from books where id = 1")).await.unwrap();
            (ratings, counted)
        });
        assert_eq!(ratings, counted, "{archive}: of one moment");
        let mut files: Vec<String> = shop::files(&second.place.path("data/media"));
        let mut there: Vec<String> = shop::files(&first.place.path("data/media"));
        files.sort();
        there.sort();
        assert_eq!(files, there);
    }
}

fn where_a_shop_is_it_stays_unless_told_otherwise(engine: Engine) {
    let (first, second) = (Shop::filled(engine), Shop::empty(engine));
    let backup = first.backup("shop.tar");
    let taken = first.run(&["backup", &backup]);
    assert!(taken.failure().contains("is there already"), "{taken:?}");
    let other = shared_data("epub/hefty-water.epub");
    second.run(&["import", "--free", other.to_str().unwrap()]).done();
    let before = second.answers();
    let refused = second.run(&["restore", &backup]);
    assert!(
        refused.failure().contains("with 1 books,") && refused.failure().contains("--replace"),
        "{refused:?}"
    );
    let asked = second.run(&["restore", "--dry-run", &backup]);
    assert!(asked.done().contains("--replace would remove for ever: 1 books,"), "{asked:?}");
    assert_eq!(second.answers(), before, "nothing was changed");
    let replaced = second.run(&["restore", "--replace", &backup]);
    assert!(replaced.done().contains("removed: 1 books,"), "{replaced:?}");
    assert!(second.run(&["backup", "--check", &backup]).done().ends_with("the shop is the same\n"));
    assert_eq!(second.answers(), first.answers());
    // The shop goes on, and what differs then is told.
    second.run(&["import", "--free", other.to_str().unwrap()]).done();
    let checked = second.run(&["backup", "--check", &backup]);
    assert!(
        checked.done().contains("differs  books: 1 only in the shop, 0 only in the backup, 0 changed"),
        "{checked:?}"
    );
    assert!(checked.out.contains("differs  files: "), "{checked:?}");
    // Back to what was, over a part of the same files.
    second.run(&["restore", "--replace", &backup]).done();
    assert!(second.run(&["backup", "--check", &backup]).done().ends_with("the shop is the same\n"));
}

fn a_shop_that_runs_is_not_restored_over(engine: Engine) {
    let shop = Shop::filled(engine);
    let backup = shop.backup("shop.tar");
    let before = shop.answers();
    let refused = shop.serving(|_| shop.run(&["restore", "--replace", &backup]));
    assert!(refused.failure().starts_with("cannot use the database"), "{refused:?}");
    assert_eq!(shop.answers(), before);
    shop.run(&["restore", "--replace", &backup]).done();
}
