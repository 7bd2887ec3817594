//! The pages on which books are added and their files are looked after, as a browser without scripts meets them.

use catalogue::Status;
use kernel::Id;
use testing::{Browser, TestApp, TestResponse, book, on_both_databases, shared_data};
use web::Role;

use crate::site;

fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(shared_data(path)).unwrap()
}

async fn editor(shop: &TestApp) -> Browser {
    shop.account("samira", Role::Editor).await;
    shop.browser_of("samira").await
}

/// The text of a page without the marks that isolate words.
fn shown(answer: &TestResponse) -> String {
    answer.text().replace(['\u{2068}', '\u{2069}'], "")
}

on_both_databases! {
    in site();

    async fn a_file_is_sent_corrected_priced_and_published(shop: TestApp) {
        let editor = editor(&shop).await;
        let sent = editor.upload("/fr/admin/books/add", "wasteland.epub", &bytes("epub/wasteland.epub")).await;
        assert_eq!((sent.status(), sent.header("location")), (303, "/fr/admin/books/add"), "{}", sent.text());
        let page = editor.get("/fr/admin/books/add").await;
        assert!(page.text().contains("data-state=\"checking\""), "{}", page.text());
        shop.run_jobs().await;
        let page = shown(&editor.get("/fr/admin/books/add").await);
        assert!(page.contains("The Waste Land") && page.contains("T.S. Eliot"), "{page}");
        let wrong = editor.post("/fr/admin/books/add/1", &[("title", "La Terre vaine"), ("price", "")]).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().contains("value=\"La Terre vaine\""), "what was typed stays: {}", wrong.text());
        let right = editor.post("/fr/admin/books/add/1", &[("title", "La Terre vaine"), ("price", "1 250")]).await;
        assert_eq!((right.status(), right.header("location")), (303, "/fr/admin/books/add#upload-1"), "{}", right.text());
        let book = catalogue::Book::find(&shop.app.db, Id::new(1)).await.unwrap().unwrap();
        assert_eq!((book.title.as_str(), book.status, book.price.unwrap().amount), ("La Terre vaine", Status::Published, 125_000));
        assert!(shown(&editor.get("/fr/admin/books/add").await).contains("data-state=\"published\""));
        assert_eq!(editor.post("/fr/admin/books/add/1/dismiss", &[]).await.status(), 303);
        assert!(!shown(&editor.get("/fr/admin/books/add").await).contains("La Terre vaine"));
        shop.run_jobs().await;
    }

    async fn a_refused_file_says_why_in_each_language(shop: TestApp) {
        let editor = editor(&shop).await;
        editor.upload("/fr/admin/books/add", "a<b>.epub", b"nothing").await;
        for (l, words) in [("en", "neither an EPUB nor a PDF"), ("fr", "ni un EPUB ni un PDF"), ("ar", "ليس هذا ملف EPUB ولا PDF")] {
            let page = shown(&editor.get(&format!("/{l}/admin/books/add")).await);
            assert!(page.contains(words), "{page}");
            assert!(page.contains("a&lt;b&gt;.epub"));
        }
        let none = editor.upload("/fr/admin/books/add", "", b"").await;
        assert_eq!(none.status(), 422);
        assert!(none.text().contains("Choisissez un fichier."));
        let book = book("Nedjma").put(&shop).await;
        for form in ["add".to_owned(), format!("{book}/files/epub")] {
            let none = editor.upload(&format!("/fr/admin/books/{form}"), "", b"").await;
            assert_eq!(none.status(), 422);
            assert!(none.text().contains(&format!("href=\"/ar/admin/books/{form}\"")), "the token stays out: {}", none.text());
        }
    }

    async fn the_files_of_a_book_are_shown_replaced_and_removed(shop: TestApp) {
        let editor = editor(&shop).await;
        let id = book("Carnets").file(shared_data("epub/trees.epub")).put(&shop).await;
        let files = format!("/fr/admin/books/{id}/files");
        let page = shown(&editor.get(&files).await);
        assert!(page.contains("Remplacer ce EPUB") && page.contains("Ajouter un PDF"), "{page}");
        let sent = editor.upload(&format!("{files}/pdf"), "carnets.pdf", &bytes("pdf/pdflatex-4-pages.pdf")).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        shop.run_jobs().await;
        let page = shown(&editor.get(&files).await);
        assert!(page.contains("Remplacer ce PDF"), "{page}");
        assert!(shown(&editor.get(&format!("{files}/epub/remove")).await).contains("Carnets"));
        assert_eq!(editor.post(&format!("{files}/epub/remove"), &[]).await.status(), 303);
        let last = editor.post(&format!("{files}/pdf/remove"), &[]).await;
        assert_eq!(last.status(), 409);
        assert!(last.text().contains("garde au moins un fichier"), "{}", last.text());
        assert_eq!(editor.get("/fr/admin/books/999/files").await.status(), 404);
    }

    async fn only_those_who_look_after_books_see_these_pages(shop: TestApp) {
        shop.account("salim", Role::Moderator).await;
        let moderator = shop.browser_of("salim").await;
        assert_eq!(moderator.get("/fr/admin/books/add").await.status(), 403);
        assert_eq!(moderator.upload("/fr/admin/books/add", "a.epub", b"PK").await.status(), 403);
        assert_eq!(shop.get("/fr/admin/books/add").await.status(), 303);
    }
}
