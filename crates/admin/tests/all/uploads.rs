//! Adding books by their files: sent, checked, told of; cut off, refused, too much for the disk; replaced and removed.

use std::io;

use axum::body::{Body, Bytes};
use catalogue::{Book, Status};
use futures::{StreamExt as _, stream};
use http::{Method, Request, header};
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, book, on_both_databases, shared_data};
use web::Role;

use crate::site;

fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(shared_data(path)).unwrap()
}

/// A form with files, each with its name.
fn form(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head =
            format!("--7f3a\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--7f3a--\r\n");
    body
}

async fn send(shop: &TestApp, who: &Program, (method, path): (Method, &str), body: Body) -> TestResponse {
    let request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", who.access))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=7f3a");
    shop.send(request.body(body).unwrap()).await
}

async fn add(shop: &TestApp, who: &Program, name: &str, bytes: &[u8]) -> TestResponse {
    send(shop, who, (Method::POST, "/admin/uploads"), Body::from(form(&[(name, bytes)]))).await
}

/// The one upload of an answer.
fn only(answer: &TestResponse) -> Value {
    assert!(matches!(answer.status(), 200 | 202), "{}", answer.text());
    let json = answer.json();
    if json["items"].is_array() { json["items"][0].clone() } else { json }
}

/// What became of an upload, once it was checked.
async fn checked(shop: &TestApp, who: &Program, answer: &TestResponse) -> Value {
    let id = only(answer)["id"].clone();
    shop.run_jobs().await;
    who.get(&format!("/admin/uploads/{id}")).await.json()
}

async fn find(shop: &TestApp, id: &Value) -> Book {
    Book::find(&shop.app.db, Id::new(id.as_i64().unwrap_or_else(|| panic!("{id}")))).await.unwrap().unwrap()
}

/// Nothing of an upload is left anywhere.
async fn nothing_is_left(shop: &TestApp) {
    assert_eq!(shop.media().await, Vec::<String>::new());
    assert_eq!(shop.work_in_progress(), Vec::<String>::new());
}

async fn acts(shop: &TestApp) -> Vec<String> {
    let admin = shop.person("auditor", Role::Admin).await;
    let log = admin.get("/admin/audit?subject_kind=book").await.json();
    let act =
        |entry: &Value| format!("{} by {}", entry["act"].as_str().unwrap(), entry["actor"].as_str().unwrap());
    log["items"].as_array().unwrap().iter().map(act).collect()
}

on_both_databases! {
    in site();

    async fn a_dropped_file_becomes_a_draft_with_all_that_it_says(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let answer = add(&shop, &editor, "C:\\books\\wasteland.epub", &bytes("epub/wasteland.epub")).await;
        assert_eq!((answer.status(), only(&answer)["state"].as_str()), (202, Some("checking")));
        assert_eq!(only(&answer)["name"], "wasteland.epub");
        let upload = checked(&shop, &editor, &answer).await;
        assert_eq!((&upload["state"], &upload["outcome"]), (&json!("entered"), &json!("added")), "{upload}");
        let book = find(&shop, &upload["book_id"]).await;
        assert_eq!((book.title.as_str(), book.status, book.price), ("The Waste Land", Status::Draft, None));
        assert_eq!((book.authors()[0].name.as_str(), book.files.len()), ("T.S. Eliot", 1));
        assert!(shop.media().await.iter().all(|key| !key.ends_with("raw")), "{:?}", shop.media().await);
        assert_eq!(shop.work_in_progress(), Vec::<String>::new());
        assert_eq!(acts(&shop).await, ["book.add by samira"]);
        let list = editor.get("/admin/uploads?mine=true").await.json();
        assert_eq!(list["items"][0], upload);
    }

    async fn a_pdf_is_read_too_and_one_that_is_there_changes_nothing(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let pdf = bytes("pdf/pdflatex-outline.pdf");
        let first = add(&shop, &editor, "outline.pdf", &pdf).await;
        let first = checked(&shop, &editor, &first).await;
        assert_eq!(first["outcome"], "added", "{first}");
        let media = shop.media().await;
        let again = add(&shop, &editor, "other-name.pdf", &pdf).await;
        let again = only(&again);
        assert_eq!((&again["outcome"], &again["book_id"]), (&json!("unchanged"), &first["book_id"]));
        shop.run_scheduled("catalogue.tidy_uploads").await;
        assert_eq!(shop.media().await, media);
    }

    async fn several_files_come_in_at_once(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let files = [("trees.epub", bytes("epub/trees.epub")), ("no-book.txt", b"hello".to_vec()), ("4.pdf", bytes("pdf/pdflatex-4-pages.pdf"))];
        let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let answer = send(&shop, &editor, (Method::POST, "/admin/uploads"), Body::from(form(&files))).await;
        assert_eq!(answer.status(), 202, "{}", answer.text());
        let states: Vec<_> = answer.json()["items"].as_array().unwrap().iter().map(|it| it["state"].clone()).collect();
        assert_eq!(states, ["checking", "refused", "checking"]);
        assert_eq!(answer.json()["items"][1]["refusal"]["code"], "not_a_publication");
        shop.run_jobs().await;
        let list = editor.get("/admin/uploads").await.json();
        let outcomes: Vec<_> = list["items"].as_array().unwrap().iter().map(|it| it["outcome"].clone()).collect();
        assert_eq!(outcomes, [json!("added"), Value::Null, json!("added")], "{list}");
    }

    async fn what_cannot_be_a_book_is_refused_in_plain_words_and_leaves_nothing(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let mut cut = bytes("epub/trees.epub");
        cut.truncate(cut.len() / 2);
        for (name, bytes, code) in [
            ("password.pdf", bytes("pdf/libreoffice-writer-password.pdf"), "password_protected"),
            ("cut.epub", cut, "damaged"),
            ("zip.epub", b"PK\x03\x04nothing".to_vec(), "damaged"),
        ] {
            let answer = add(&shop, &editor, name, &bytes).await;
            let upload = checked(&shop, &editor, &answer).await;
            assert_eq!((&upload["state"], &upload["refusal"]["code"]), (&json!("refused"), &json!(code)), "{upload}");
            assert!(!upload["refusal"]["message"].as_str().unwrap().is_empty());
            let detail = upload["refusal"]["detail"].to_string();
            assert!(!detail.contains("/tmp") && !detail.contains(".tmp"), "{detail}");
        }
        for (name, bytes) in [("page.html", b"<html></html>".as_slice()), ("empty.epub", b"")] {
            let answer = add(&shop, &editor, name, bytes).await;
            let at_once = only(&answer);
            assert_eq!((&at_once["state"], &at_once["refusal"]["code"]), (&json!("refused"), &json!("not_a_publication")), "{name}");
        }
        assert_eq!(send(&shop, &editor, (Method::POST, "/admin/uploads"), Body::from(form(&[]))).await.problem(), "file: missing");
        shop.run_scheduled("catalogue.tidy_uploads").await;
        nothing_is_left(&shop).await;
        assert_eq!(acts(&shop).await, Vec::<String>::new());
    }

    async fn an_upload_that_is_cut_off_leaves_nothing(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let whole = form(&[("moby-dick.epub", &bytes("epub/moby-dick.epub"))]);
        // At the head, in the file, and before the end of the form.
        for at in [40, 200, whole.len() / 3, whole.len() - 12] {
            let part = Bytes::copy_from_slice(&whole[..at]);
            let broken = stream::iter([Ok(part), Err(io::Error::other("the connection is gone"))]);
            let answer = send(&shop, &editor, (Method::POST, "/admin/uploads"), Body::from_stream(broken)).await;
            assert_eq!((answer.status(), answer.problem()), (400, "cut_off".to_owned()), "{at}");
            nothing_is_left(&shop).await;
            assert_eq!(editor.get("/admin/uploads").await.json()["items"], json!([]), "{at}");
        }
    }

    async fn what_a_killed_program_was_receiving_is_swept(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let mut begun = form(&[("a.epub", b"PK\x03\x04")]);
        // The end of the form never comes.
        begun.truncate(begun.len() - 12);
        let endless = stream::iter([Ok::<_, io::Error>(Bytes::from(begun))]).chain(stream::pending());
        let receiving = tokio::spawn({
            let (shop, editor) = (shop.clone(), editor.clone());
            async move { send(&shop, &editor, (Method::POST, "/admin/uploads"), Body::from_stream(endless)).await }
        });
        while editor.get("/admin/uploads").await.json()["items"][0]["state"] != "receiving" {
            tokio::task::yield_now().await;
        }
        shop.advance(60);
        shop.run_scheduled("catalogue.tidy_uploads").await;
        assert_eq!(editor.get("/admin/uploads").await.json()["items"][0]["state"], "receiving", "there is patience");
        shop.advance(10 * 60);
        shop.run_scheduled("catalogue.tidy_uploads").await;
        assert_eq!(editor.get("/admin/uploads").await.json()["items"], json!([]));
        receiving.abort();
    }

    async fn an_upload_can_be_ended_before_it_is_checked(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let answer = add(&shop, &editor, "trees.epub", &bytes("epub/trees.epub")).await;
        let path = format!("/admin/uploads/{}", only(&answer)["id"]);
        assert_eq!(editor.delete(&path).await.status(), 204);
        assert_eq!(editor.delete(&path).await.status(), 404);
        shop.run_jobs().await;
        shop.run_scheduled("catalogue.tidy_uploads").await;
        nothing_is_left(&shop).await;
        assert_eq!(acts(&shop).await, Vec::<String>::new());
    }

    async fn a_check_that_finds_its_file_gone_says_so(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let answer = add(&shop, &editor, "trees.epub", &bytes("epub/trees.epub")).await;
        for key in shop.media().await {
            shop.app.storage.delete(&key).await.unwrap();
        }
        let upload = checked(&shop, &editor, &answer).await;
        assert_eq!(upload["refusal"]["code"], "gave_up", "{upload}");
    }

    async fn a_file_takes_the_place_of_another(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let first = add(&shop, &editor, "trees.epub", &bytes("epub/trees.epub")).await;
        let first = checked(&shop, &editor, &first).await;
        let before = find(&shop, &first["book_id"]).await;
        let path = format!("/admin/books/{}/files/epub", before.id);
        let other = form(&[("second.epub", &bytes("epub/wasteland.epub"))]);
        let answer = send(&shop, &editor, (Method::PUT, &path), Body::from(other)).await;
        assert_eq!(answer.status(), 202, "{}", answer.text());
        assert_eq!(answer.json()["target"]["format"], "epub");
        let upload = checked(&shop, &editor, &answer).await;
        assert_eq!((&upload["outcome"], &upload["book_id"]), (&json!("replaced"), &first["book_id"]), "{upload}");
        let after = find(&shop, &first["book_id"]).await;
        assert_eq!((after.title.as_str(), after.files.len()), (before.title.as_str(), 1), "the description stays");
        assert_ne!(after.files[0].version, before.files[0].version);
        shop.run_scheduled("catalogue.tidy_uploads").await;
        assert!(shop.media().await.iter().all(|key| !key.contains(&before.files[0].version)), "{:?}", shop.media().await);
        assert!(shop.media().await.iter().any(|key| key.contains(&after.files[0].version)));
        // And back: the same bytes as at first, with the first folder gone or about to go.
        let back = form(&[("trees.epub", &bytes("epub/trees.epub"))]);
        let answer = send(&shop, &editor, (Method::PUT, &path), Body::from(back)).await;
        assert_eq!(checked(&shop, &editor, &answer).await["outcome"], "replaced");
        assert_eq!(acts(&shop).await, ["book.replace_file by samira", "book.replace_file by samira", "book.add by samira"]);
    }

    async fn a_book_gets_and_loses_a_second_format(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let id = book("Carnets").file(shared_data("epub/trees.epub")).put(&shop).await;
        let files = format!("/admin/books/{id}/files");
        let pdf = form(&[("carnets.pdf", &bytes("pdf/pdflatex-4-pages.pdf"))]);
        let wrong = send(&shop, &editor, (Method::PUT, &format!("{files}/epub")), Body::from(pdf.clone())).await;
        assert_eq!(checked(&shop, &editor, &wrong).await["refusal"]["code"], "other_format");
        let right = send(&shop, &editor, (Method::PUT, &format!("{files}/pdf")), Body::from(pdf.clone())).await;
        assert_eq!(checked(&shop, &editor, &right).await["outcome"], "attached");
        let list = editor.get(&files).await.json();
        assert_eq!((&list["items"][0]["format"], &list["items"][1]["format"]), (&json!("epub"), &json!("pdf")), "{list}");
        assert_eq!(list["items"][1]["sample"]["of"], 4, "{list}");
        let same = send(&shop, &editor, (Method::PUT, &format!("{files}/pdf")), Body::from(pdf.clone())).await;
        assert_eq!((same.status(), same.json()["outcome"].as_str()), (200, Some("unchanged")));
        let other = book("Autre").put(&shop).await;
        let taken = send(&shop, &editor, (Method::PUT, &format!("/admin/books/{other}/files/pdf")), Body::from(pdf)).await;
        assert_eq!((taken.status(), taken.problem()), (409, "other_book".to_owned()));
        assert!(taken.json()["detail"].as_str().unwrap().contains("Carnets"), "{}", taken.text());
        assert_eq!(editor.delete(&format!("{files}/epub")).await.status(), 204);
        assert_eq!(editor.delete(&format!("{files}/epub")).await.status(), 404);
        assert_eq!(editor.delete(&format!("{files}/pdf")).await.problem(), "last_file");
        let left = find(&shop, &json!(id.get())).await;
        assert_eq!(left.files.len(), 1);
        assert!(shop.media().await.iter().all(|key| !key.contains("epub")), "{:?}", shop.media().await);
        assert_eq!(acts(&shop).await, ["book.remove_file by samira", "book.add_file by samira"]);
        assert_eq!(send(&shop, &editor, (Method::PUT, "/admin/books/999/files/pdf"), Body::from(form(&[]))).await.status(), 404);
    }

    async fn where_readers_are_is_found_again_in_the_new_file(shop: TestApp) {
        let editor = shop.person("samira", Role::Editor).await;
        let id = book("Carnets").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        let reader = shop.reader("leila").await;
        assert_eq!(reader.post(&format!("/books/{id}/claim"), json!({})).await.status() / 100, 2);
        let manifest = reader.get(&format!("/books/{id}/manifest")).await.json();
        let section = &manifest["sections"][1];
        let place = json!({ "device": { "id": "phone" }, "read_at": "2026-11-23T08:00:00Z", "locator": {
            "v": 1, "book": id.get(), "version": manifest["version"], "href": section["href"], "type": section["type"],
            "locations": { "progression": 0.5 },
        } });
        let put = reader.put(&format!("/books/{id}/progress"), place).await;
        assert_eq!(put.status(), 200, "{}", put.text());
        let before = reader.get(&format!("/books/{id}/progress")).await.json();
        let other = form(&[("second.epub", &bytes("epub/wasteland.epub"))]);
        let answer = send(&shop, &editor, (Method::PUT, &format!("/admin/books/{id}/files/epub")), Body::from(other)).await;
        assert_eq!(checked(&shop, &editor, &answer).await["outcome"], "replaced");
        let manifest = reader.get(&format!("/books/{id}/manifest")).await.json();
        let after = reader.get(&format!("/books/{id}/progress")).await.json();
        assert_eq!(after["locator"]["version"], manifest["version"], "{after}");
        let (was, is) = (before["percent"].as_f64().unwrap(), after["percent"].as_f64().unwrap());
        assert!((was - is).abs() < 1.0, "as far into the book as before: {was} {is}");
        assert_eq!(after["updated_at"], before["updated_at"]);
        assert_eq!(manifest["sections"].as_array().unwrap().iter().filter(|it| it["href"] == after["locator"]["href"]).count(), 1);
    }

    async fn readers_and_moderators_add_nothing(shop: TestApp) {
        for role in [Role::Reader, Role::Moderator] {
            let who = shop.person(role.as_str(), role).await;
            assert_eq!(add(&shop, &who, "trees.epub", &bytes("epub/trees.epub")).await.status(), 403);
            assert_eq!(who.get("/admin/uploads").await.status(), 403);
        }
        nothing_is_left(&shop).await;
    }
}
