//! `warraq import`: a line for each file, a summary, and 0 only if all went in.

use testing::shared_data;

use crate::place::{Place, is_empty};

#[test]
fn a_free_book_goes_in_and_can_be_read() {
    let place = Place::new();
    let file = shared_data("epub/trees.epub");
    let file = file.to_str().unwrap();
    let ran = place.run(&["import", "--free", file]);
    let lines: Vec<&str> = ran.done().lines().collect();
    assert!(lines[0].starts_with("added      ") && lines[0].contains("trees.epub: "), "{lines:?}");
    assert_eq!(lines[1..], ["1 added, 0 attached, 0 unchanged, 0 refused"]);
    let again = place.run(&["import", file]);
    assert!(again.done().ends_with("0 added, 0 attached, 1 unchanged, 0 refused\n"), "{again:?}");
    assert!(is_empty(&place.path("data/tmp")), "nothing is left of the work");
    let shop = place.serve(&[]);
    let books = shop.get("/api/v1/books?price=free");
    assert_eq!(books.status, 200);
    assert!(books.body.contains("\"formats\":[\"epub\"]"), "{}", books.body);
}

#[test]
fn without_a_price_nothing_is_sold_by_accident() {
    let place = Place::new();
    let file = shared_data("pdf/minimal-document.pdf");
    place.run(&["import", file.to_str().unwrap()]).done();
    let shop = place.serve(&[]);
    assert!(shop.get("/api/v1/books").body.contains("\"items\":[]"));
}

#[test]
fn what_cannot_go_in_is_named_and_the_rest_goes_in() {
    let place = Place::new();
    place.write("letter.epub", "Dear Sir,");
    place.write("empty.pdf", "");
    place.write("list.csv", "colour,weight\nred,3\n");
    let good = shared_data("epub/trees.epub");
    let ran = place.run(&[
        "import",
        "--price",
        "950",
        "missing.epub",
        "letter.epub",
        "empty.pdf",
        "list.csv",
        good.to_str().unwrap(),
    ]);
    assert_eq!(ran.failure(), "4 could not go in; the reasons stand above");
    let lines: Vec<&str> = ran.out.lines().collect();
    for (line, (start, said)) in lines.iter().zip([
        ("refused    missing.epub: ", "No such file"),
        ("refused    letter.epub: ", ""),
        ("refused    empty.pdf: ", ""),
        ("refused    list.csv: ", "title"),
        ("added      ", "trees.epub"),
        ("1 added, 0 attached, 0 unchanged, 4 refused", ""),
    ]) {
        assert!(line.starts_with(start) && line.contains(said), "{line}");
    }
    assert_eq!(lines.len(), 6, "{lines:?}");
}

#[test]
fn a_folder_without_a_book_is_told_of_with_what_to_do() {
    let place = Place::new();
    std::fs::create_dir(place.path("books")).unwrap();
    place.write("books/notes.txt", "not a book");
    let ran = place.run(&["import", "books"]);
    assert_eq!(ran.failure(), "1 could not go in; the reasons stand above");
    let nothing = "refused    books: there is no EPUB or PDF file in this folder; ";
    let said = |rest: &str| format!("{nothing}{rest}\n0 added, 0 attached, 0 unchanged, 1 refused\n");
    assert_eq!(ran.out, said("name a folder that has some, a file, or a list"));
    place.write("books/list.csv", "title\nNedjma\n");
    let ran = place.run(&["import", "books"]);
    assert_eq!(ran.out, said("a list has to be named itself: books/list.csv"));
    let ran = place.run(&["import", "books/list.csv"]);
    assert!(ran.done().ends_with("1 added, 0 attached, 0 unchanged, 0 refused\n"));
}

#[test]
fn a_draft_is_published_by_the_same_command_with_a_price() {
    let place = Place::new();
    place.write("list.csv", "title\nNedjma\n");
    let file = shared_data("epub/trees.epub");
    let import = |more: &[&str]| place.run(&[&["import", "list.csv", file.to_str().unwrap()], more].concat());
    import(&[]).done();
    let ran = import(&["--price", "950"]);
    let lines: Vec<&str> = ran.done().lines().collect();
    assert_eq!(lines[0], "list       list.csv: 0 added, 1 published, 0 unchanged, 0 refused");
    assert!(lines[1].starts_with("published  "), "{lines:?}");
    assert_eq!(lines[2], "0 added, 0 attached, 2 published, 0 unchanged, 0 refused");
    assert!(import(&["--price", "950"]).done().ends_with("0 added, 0 attached, 2 unchanged, 0 refused\n"));
}

#[test]
fn a_price_that_the_currency_does_not_have_is_refused_before_anything_is_done() {
    let place = Place::new();
    for price in ["9.505", "999999999999"] {
        let ran = place.run(&["import", "--price", price, "book.epub"]);
        assert!(ran.failure().starts_with(&format!("--price {price}: ")), "{ran:?}");
    }
    assert!(!place.path("data").exists());
}

#[test]
fn what_a_killed_import_left_on_the_disk_goes_with_the_next_start_unless_one_is_at_work() {
    let place = Place::new();
    let list = place.write("list.csv", "title\nNedjma\n");
    let import = || place.run(&["import", list.to_str().unwrap()]);
    let left = place.path("data/tmp/.tmpLeft");
    let leave = || {
        std::fs::create_dir_all(&left).unwrap();
        std::fs::write(left.join("pack"), "half of a book").unwrap();
    };
    leave();
    let at_work = std::fs::File::open(place.path("data/tmp")).unwrap();
    at_work.lock_shared().unwrap();
    import().done();
    assert!(left.join("pack").exists(), "another import may be at work on it");
    drop(at_work);
    import().done();
    assert!(!left.exists(), "an import takes it away");
    leave();
    place.serve(&[]);
    assert!(!left.exists(), "the shop takes it away when it opens");
}
