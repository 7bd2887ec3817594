//! `warraq import` of files and folders.

use std::fs;
use std::path::PathBuf;

use catalogue::edit;
use catalogue::import::{Outcome, Policy, Summary};
use catalogue::{Book, Format, Status};
use kernel::{Currency, Money};
use serde_json::json;
use testing::{TestApp, book, on_both_databases, shared_data};

use crate::site;

const FREE: Policy = Policy::Publish(Money::zero(Currency::DZD));

async fn import(shop: &TestApp, policy: Policy, paths: &[PathBuf]) -> (Summary, Vec<Outcome>) {
    let mut outcomes = Vec::new();
    let summary =
        shop.importer(policy).run(paths, &mut |line| outcomes.push(clone(&line.outcome))).await.unwrap();
    (summary, outcomes)
}

fn clone(outcome: &Outcome) -> Outcome {
    match outcome {
        Outcome::Added { book, title } => Outcome::Added { book: *book, title: title.clone() },
        Outcome::Attached { book, title } => Outcome::Attached { book: *book, title: title.clone() },
        Outcome::Unchanged { book, title } => Outcome::Unchanged { book: *book, title: title.clone() },
        Outcome::Refused { code, reason } => Outcome::Refused { code, reason: reason.clone() },
        Outcome::Published { book, title } => Outcome::Published { book: *book, title: title.clone() },
        &Outcome::List { added, published, unchanged, refused } => {
            Outcome::List { added, published, unchanged, refused }
        }
    }
}

async fn the_book(shop: &TestApp, outcome: &Outcome) -> Book {
    let (Outcome::Added { book, .. } | Outcome::Attached { book, .. } | Outcome::Published { book, .. }) =
        outcome
    else {
        panic!("{outcome:?}")
    };
    Book::find(&shop.app.db, *book).await.unwrap().unwrap()
}

on_both_databases! {
    in site();

    async fn an_epub_brings_its_own_description(shop: TestApp) {
        let (summary, outcomes) = import(&shop, FREE, &[shared_data("epub/wasteland.epub")]).await;
        assert_eq!(summary, Summary { added: 1, ..Summary::default() });
        let book = the_book(&shop, &outcomes[0]).await;
        assert_eq!(book.title, "The Waste Land");
        assert_eq!(book.authors()[0].name, "T.S. Eliot");
        assert_eq!((book.status, book.is_free(), book.formats()), (Status::Published, true, vec![Format::Epub]));
        assert_eq!(book.language.as_str(), "en");
    }

    async fn what_came_in_stands_in_the_book_s_history_without_an_account(shop: TestApp) {
        let (_, outcomes) = import(&shop, Policy::Draft, &[shared_data("epub/trees.epub")]).await;
        let book = the_book(&shop, &outcomes[0]).await.id;
        import(&shop, FREE, &[shared_data("epub/trees.epub")]).await;
        let history = edit::history(&shop.app.db, book, false, (None, 10)).await.unwrap();
        let told: Vec<_> = history.iter().map(|past| (past.act.as_str(), past.actor_id, past.actor.as_str())).collect();
        assert_eq!(told, [("book.publish", 0, "command line"), ("book.add", 0, "command line")]);
        assert_eq!((&history[0].before.0["status"], &history[0].after.0["price"]["amount"]), (&json!("draft"), &json!(0)));
        assert_eq!(history[0].version, history[1].version + 1);
        assert_eq!(history[1].after.0["title"], "Trees");
    }

    async fn without_a_price_a_book_waits_as_a_draft(shop: TestApp) {
        let (_, outcomes) = import(&shop, Policy::Draft, &[shared_data("epub/trees.epub")]).await;
        let book = the_book(&shop, &outcomes[0]).await;
        assert_eq!((book.status, book.price), (Status::Draft, None));
        assert_eq!(shop.get(&format!("/api/v1/books/{}", book.id)).await.status(), 404);
    }

    async fn importing_the_same_file_twice_changes_nothing(shop: TestApp) {
        let path = shared_data("epub/trees.epub");
        import(&shop, FREE, std::slice::from_ref(&path)).await;
        let media = shop.media().await;
        let (summary, _) = import(&shop, Policy::Draft, &[path]).await;
        assert_eq!(summary, Summary { unchanged: 1, ..Summary::default() });
        assert_eq!(shop.media().await, media);
    }

    async fn a_draft_that_is_brought_again_with_a_price_is_published_once(shop: TestApp) {
        let path = [shared_data("epub/wasteland.epub")];
        import(&shop, Policy::Draft, &path).await;
        let (summary, outcomes) = import(&shop, FREE, &path).await;
        assert_eq!(summary, Summary { published: 1, ..Summary::default() });
        let book = the_book(&shop, &outcomes[0]).await;
        assert_eq!((book.status, book.is_free()), (Status::Published, true));
        let author = shop.get(&format!("/api/v1/authors/{}", book.authors()[0].id)).await.json();
        assert_eq!(author["book_count"], 1);
        let (summary, _) = import(&shop, FREE, &path).await;
        assert_eq!(summary, Summary { unchanged: 1, ..Summary::default() });
    }

    async fn two_imports_that_price_the_same_draft_at_once_publish_it_once(shop: TestApp) {
        let path = [shared_data("epub/wasteland.epub")];
        import(&shop, Policy::Draft, &path).await;
        let (one, other) = tokio::join!(import(&shop, FREE, &path), import(&shop, FREE, &path));
        assert_eq!((one.0.published + other.0.published, one.0.unchanged + other.0.unchanged), (1, 1));
        let outcome = if one.0.published == 1 { &one.1[0] } else { &other.1[0] };
        let book = the_book(&shop, outcome).await;
        let author = shop.get(&format!("/api/v1/authors/{}", book.authors()[0].id)).await.json();
        assert_eq!(author["book_count"], 1);
    }

    async fn a_further_format_with_a_price_publishes_the_draft(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.csv");
        fs::write(&list, "title,isbn\nOne,9780743273565\n").unwrap();
        import(&shop, Policy::Draft, std::slice::from_ref(&list)).await;
        fs::write(&list, "title,isbn,file\nOne,9780743273565,one.epub\n").unwrap();
        fs::copy(shared_data("epub/trees.epub"), folder.path().join("one.epub")).unwrap();
        import(&shop, FREE, &[list]).await;
        let books = shop.get("/api/v1/books?price=free").await.json();
        assert_eq!(books["items"][0]["formats"], serde_json::json!(["epub"]));
    }

    async fn two_imports_of_the_same_files_at_once_make_each_book_once(shop: TestApp) {
        let paths = [shared_data("epub/trees.epub"), shared_data("epub/hefty-water.epub")];
        let (one, other) = tokio::join!(import(&shop, FREE, &paths), import(&shop, FREE, &paths));
        let (one, other) = (one.0, other.0);
        assert_eq!((one.added + other.added, one.unchanged + other.unchanged), (2, 2), "{one:?} {other:?}");
        let folders = shop.media().await.into_iter().filter_map(|key| key.split('/').nth(1).map(str::to_owned));
        assert_eq!(folders.collect::<std::collections::BTreeSet<_>>().len(), 2);
    }

    async fn a_pdf_beside_an_epub_of_the_same_name_is_the_same_book(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(shared_data("epub/trees.epub"), folder.path().join("trees.epub")).unwrap();
        fs::copy(shared_data("pdf/minimal-document.pdf"), folder.path().join("trees.pdf")).unwrap();
        let (summary, outcomes) = import(&shop, FREE, &[folder.path().to_owned()]).await;
        assert_eq!(summary, Summary { added: 1, attached: 1, ..Summary::default() });
        let book = the_book(&shop, &outcomes[1]).await;
        assert_eq!(book.formats(), [Format::Epub, Format::Pdf]);
    }

    async fn what_cannot_go_in_is_named_and_leaves_nothing(shop: TestApp) {
        let paths = [
            shared_data("hostile/gen/truncated.epub"),
            shared_data("hostile/gen/drm-aes-encryption.epub"),
            shared_data("hostile/gen/page-loop.pdf"),
            shared_data("pdf/libreoffice-writer-password.pdf"),
            PathBuf::from("/no/such/file.epub"),
        ];
        let (summary, outcomes) = import(&shop, FREE, &paths).await;
        assert_eq!(summary, Summary { refused: 5, ..Summary::default() }, "{outcomes:?}");
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Outcome::Refused { reason, .. } if !reason.is_empty())));
        assert!(shop.media().await.is_empty());
    }

    async fn a_number_that_belongs_to_another_book_is_left_out(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.csv");
        fs::write(&list, "title,isbn,file\nOne,9780743273565,one.epub\nOther,9780743273565,other.epub\n").unwrap();
        fs::copy(shared_data("epub/trees.epub"), folder.path().join("one.epub")).unwrap();
        fs::copy(shared_data("epub/hefty-water.epub"), folder.path().join("other.epub")).unwrap();
        let (summary, _) = import(&shop, FREE, &[list]).await;
        assert_eq!(summary.added, 2);
        let books = shop.get("/api/v1/books?sort=title").await.json();
        let titles: Vec<_> = books["items"].as_array().unwrap().iter().map(|book| book["title"].clone()).collect();
        assert_eq!(titles, ["One", "Other"]);
    }

    async fn a_described_book_goes_in_with_all_of_its_files_or_not_at_all(shop: TestApp) {
        let mut described = None;
        let _ = book("Half").with(|book| described = Some(book.clone()));
        let (described, importer) = (described.unwrap(), shop.importer(Policy::Draft));
        let (good, bad) = (shared_data("epub/trees.epub"), shared_data("hostile/gen/truncated.epub"));
        let refused = importer.add_book(&described, "half", &[good.clone(), bad.clone()]).await.unwrap_err();
        assert!(refused.to_string().contains("truncated.epub"), "{refused}");
        assert_eq!(shop.get("/api/v1/books").await.json()["items"], serde_json::json!([]));
        assert!(shop.media().await.is_empty());
        let id = importer.add_book(&described, "half", std::slice::from_ref(&good)).await.unwrap().unwrap();
        let entered = Book::find(&shop.app.db, id).await.unwrap().unwrap();
        assert_eq!(entered.formats(), [Format::Epub]);
        assert_eq!(importer.add_book(&described, "half", &[bad]).await.unwrap(), None, "it is there");
    }
}
