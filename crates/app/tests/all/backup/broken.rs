//! What breaks off, what is damaged, what comes from another version.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use db::scratch::Engine;
use db::{Query as _, sql};

use super::shop::{Shop, files};

on_both! {
    a_backup_that_is_killed_leaves_nothing
    a_restore_that_is_killed_leaves_a_place_for_the_next
}

/// Starts the program, and kills it when it has written a line that begins so.
fn killed_at(shop: &Shop, args: &[&str], line: &str) {
    let mut child = shop.command(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|told| told.starts_with(line)), "{line}");
    child.kill().unwrap();
    child.wait().unwrap();
}

fn a_backup_that_is_killed_leaves_nothing(engine: Engine) {
    let shop = Shop::filled(engine);
    std::fs::create_dir(shop.place.path("safe")).unwrap();
    let path = shop.place.path("safe/shop.tar").display().to_string();
    for moment in ["rows      books", "rows      users", "files "] {
        killed_at(&shop, &["backup", &path], moment);
        // It may have been through already when the signal came.
        let left = files(&shop.place.path("safe"));
        assert!(left.is_empty() || left == ["shop.tar"], "{moment}: {left:?}");
        if left.is_empty() {
            continue;
        }
        assert!(shop.run(&["backup", "--check", &path]).done().contains("whole: "));
        std::fs::remove_file(&path).unwrap();
    }
    shop.backup("safe/shop.tar");
}

fn a_restore_that_is_killed_leaves_a_place_for_the_next(engine: Engine) {
    let first = Shop::filled(engine);
    let backup = first.backup("shop.tar");
    for moment in ["verified  100%", "files ", "rows      books:", "rows      comments:"] {
        let second = Shop::empty(engine);
        killed_at(&second, &["restore", &backup], moment);
        let next = second.run(&["restore", &backup]);
        if next.code == Some(1) {
            // It was through before the signal came.
            assert!(next.failure().contains("are not empty"), "{moment}: {next:?}");
        }
        assert!(
            second.run(&["backup", "--check", &backup]).done().ends_with("the shop is the same\n"),
            "{moment}"
        );
    }
}

/// A copy of an archive with some of its bytes changed.
fn changed(shop: &Shop, archive: &str, change: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = std::fs::read(archive).unwrap();
    change(&mut bytes);
    shop.place.write("changed.tar", bytes).display().to_string()
}

fn find(bytes: &[u8], words: &str) -> usize {
    bytes.windows(words.len()).rposition(|window| window == words.as_bytes()).unwrap()
}

#[test]
fn what_is_damaged_is_refused_before_anything_is_touched() {
    let (first, second) = (Shop::filled(Engine::Sqlite), Shop::empty(Engine::Sqlite));
    let archive = first.backup("shop.tar");
    let length = std::fs::metadata(&archive).unwrap().len();
    let refused = |archive: &str, words: &str| {
        for args in
            [&["restore", archive][..], &["restore", "--dry-run", archive], &["backup", "--check", archive]]
        {
            let ran = second.run(args);
            assert!(ran.failure().contains(words), "{words}: {ran:?}");
        }
        assert!(
            !second.place.path("data/warraq.db").exists()
                && files(&second.place.path("data/media")).is_empty()
        );
    };
    // One byte of a file, of a table, of the hashes.
    for part in ["/pack", "tables/books/00001.jsonl.gz", "SHA256SUMS"] {
        let archive = changed(&first, &archive, |bytes| {
            let header = bytes.windows(part.len()).position(|window| window == part.as_bytes()).unwrap();
            let at = header / 512 * 512 + 512 + 40;
            bytes[at] ^= 1;
        });
        refused(&archive, "is not what was written");
    }
    for cut in [length / 3, length / 2, length - 3_000] {
        let archive = changed(&first, &archive, |bytes| bytes.truncate(usize::try_from(cut).unwrap()));
        refused(&archive, "ends before its end");
    }
    refused(&first.place.write("empty.tar", "").display().to_string(), "is no backup of Warraq");
    refused(
        &first.place.write("letter.tar", "Dear Sir, ".repeat(200)).display().to_string(),
        "is no backup of Warraq",
    );
    refused(&first.place.path("nowhere.tar").display().to_string(), "cannot read");
}

/// Rewrites what an archive says of itself, at its old length.
fn told_otherwise(bytes: &mut Vec<u8>, change: impl FnOnce(&mut serde_json::Value)) {
    let begin = find(bytes, "manifest.json") / 512 * 512 + 512;
    let end = begin + bytes[begin..].iter().position(|byte| *byte == 0).unwrap();
    let mut manifest: serde_json::Value = serde_json::from_slice(&bytes[begin..end]).unwrap();
    change(&mut manifest);
    let mut text = serde_json::to_string(&manifest).unwrap().into_bytes();
    text.resize(end - begin, b' ');
    bytes.splice(begin..end, text);
}

#[test]
fn a_newer_backup_is_refused_and_an_older_one_is_brought_up_to_date() {
    let (first, second) = (Shop::filled(Engine::Sqlite), Shop::empty(Engine::Sqlite));
    // Its rows have columns that the older schema has not.
    first.db(async |db| db.execute(sql!("delete from jobs")).await.unwrap());
    let archive = first.backup("shop.tar");
    let newer = changed(&first, &archive, |bytes| {
        told_otherwise(bytes, |manifest| {
            let steps = manifest["migrations"].as_array_mut().unwrap();
            steps.last_mut().unwrap()["version"] = 9_999.into();
        });
    });
    let ran = second.run(&["restore", &newer]);
    assert!(ran.failure().contains("newer than this program") && ran.failure().contains("9999"), "{ran:?}");
    // Made by a program that kept no log of its mails, of which there are none here.
    let older = changed(&first, &archive, |bytes| {
        told_otherwise(bytes, |manifest| {
            let other = |step: &serde_json::Value| step["version"].as_i64() != Some(17);
            manifest["migrations"].as_array_mut().unwrap().retain(other);
            let versions: Vec<i64> = manifest["migrations"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|step| step["version"].as_i64())
                .collect();
            let known = db::schema::tables(&versions);
            let tables = manifest["tables"].as_array_mut().unwrap();
            tables.retain(|table| known.iter().any(|known| table["name"] == known.name));
            for (table, known) in tables.iter_mut().zip(&known) {
                table["columns"].as_array_mut().unwrap().truncate(known.columns.len());
            }
        });
    });
    second.run(&["restore", &older]).done();
    assert!(second.run(&["backup", "--check", &archive]).done().ends_with("the shop is the same\n"));
    assert_eq!(second.answers(), first.answers());
}
