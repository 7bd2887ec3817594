//! What cannot be opened: one line that says what and what to do, and nothing half done.

use std::net::TcpListener;
use std::process::Command;

use db::{Db, Options, Query as _, Url, sql};

use crate::place::{Place, is_empty};

/// The commands that open the shop.
const OPENING: [&[&str]; 4] =
    [&["serve", "--listen", "127.0.0.1:0"], &["migrate"], &["demo"], &["import", "book.epub"]];

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    let place = Place::new();
    let text = "These are letters to my publisher.".repeat(100);
    let file = place.write("letters.txt", &text);
    for args in OPENING {
        let ran = place.run(&[args, &["--database-url", "sqlite:letters.txt"]].concat());
        assert!(ran.failure().contains("letters.txt") && ran.failure().contains("not a database"), "{ran:?}");
        assert!(ran.failure().contains("WARRAQ_DATABASE_URL"), "what to do: {ran:?}");
        assert!(ran.out.is_empty());
    }
    assert_eq!(std::fs::read_to_string(file).unwrap(), text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_another_program_holds_is_named() {
    let place = Place::new();
    let url = Url::Sqlite(place.path("warraq.db"));
    let db = Db::open(&Options { url, replica: None }).await.unwrap();
    let ran = db.transaction(async |_| {
        // The transaction holds the lock for as long as the program tries.
        let place = &place;
        Ok::<_, db::Error>(place.run(&["migrate", "--database-url", "sqlite:warraq.db"]))
    });
    let ran = ran.await.unwrap();
    assert!(ran.failure().contains("locked") && ran.failure().contains("stop the other program"), "{ran:?}");
    place.run(&["migrate", "--database-url", "sqlite:warraq.db"]).done();
}

#[test]
fn a_folder_that_cannot_be_made_is_named_with_its_setting() {
    let place = Place::new();
    place.write("file", "");
    for args in OPENING {
        let ran = place.run(&[args, &["--data-dir", "file/data"]].concat());
        assert!(ran.failure().contains("file/data") && ran.failure().contains("WARRAQ_"), "{ran:?}");
    }
    let ran = place.run(&["migrate", "--data-dir", "file/data"]);
    assert!(ran.failure().contains("WARRAQ_DATA_DIR"), "{ran:?}");
    let ran = place.run(&["migrate", "--database-url", "sqlite:file/data/warraq.db"]);
    assert!(ran.failure().contains("WARRAQ_DATABASE_URL"), "{ran:?}");
    let ran = place.run(&["serve", "--listen", "127.0.0.1:0", "--media-url", "file:file/media"]);
    assert!(ran.failure().contains("file/media") && ran.failure().contains("WARRAQ_MEDIA_URL"), "{ran:?}");
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let place = Place::new();
    let Some(_mount) = crate::full_disk::Mount::new(&place.path("data"), "ro") else { return };
    for args in OPENING {
        let ran = place.run(args);
        assert!(ran.failure().contains("data") && ran.failure().contains("WARRAQ_"), "{ran:?}");
    }
    assert!(is_empty(&place.path("data")));
}

#[test]
fn media_that_are_not_there_keep_the_shop_closed() {
    let place = Place::new();
    let file = place.write("media", "a file, not a folder");
    for args in OPENING.iter().filter(|args| args[0] != "migrate") {
        let ran = place.run(&[*args, &["--media-url", "file:media"]].concat());
        assert!(ran.failure().contains("media") && ran.failure().contains("WARRAQ_MEDIA_URL"), "{ran:?}");
    }
    assert!(file.is_file());
    assert!(!place.path("data").exists(), "the database is not made for a shop that cannot open");
}

#[test]
fn a_postgresql_that_does_not_answer_is_named_without_its_password() {
    let place = Place::new();
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for (url, said) in [
        (format!("postgres://shop:s3cr3t@{nobody}/shop"), "refused"),
        ("postgres://shop:s3cr3t@127.0.0.1:port/shop".to_owned(), "port"),
    ] {
        for args in OPENING {
            let ran = place.run(&[args, &["--database-url", &url]].concat());
            assert!(ran.failure().contains(said) && ran.failure().contains("WARRAQ_DATABASE_URL"), "{ran:?}");
            assert!(!ran.err.contains("s3cr3t"), "{ran:?}");
            assert!(ran.out.is_empty());
        }
    }
}

#[tokio::test]
async fn a_schema_of_a_newer_program_is_not_touched() {
    let place = Place::new();
    place.run(&["migrate"]).done();
    let url = Url::Sqlite(place.path("data/warraq.db"));
    let db = Db::connect(&Options { url, replica: None }).await.unwrap();
    db.execute(sql!("insert into migrations (version, name, checksum) values (9999, 'later', 'x')"))
        .await
        .unwrap();
    for args in OPENING {
        let ran = place.run(args);
        assert!(ran.failure().contains("9999") && ran.failure().contains("newer version"), "{ran:?}");
    }
}

#[test]
fn a_closed_standard_output_is_a_failure_and_no_panic() {
    let place = Place::new();
    let shell = format!("'{}' config | true; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_warraq"));
    let output = Command::new("bash").args(["-c", &shell]).current_dir(place.path("")).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!said.contains("panicked"), "{said}");
}
