//! `PUT` and `DELETE /me/picture`

use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::json;
use testing::{PASSWORD, on_both_databases};

use crate::{at_once, site};

fn encoded(format: ImageFormat) -> Vec<u8> {
    let picture =
        RgbImage::from_fn(500, 400, |x, _| Rgb(if x < 250 { [220, 20, 20] } else { [20, 20, 220] }));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A small picture.
pub(crate) fn png() -> Vec<u8> {
    encoded(ImageFormat::Png)
}

/// A JPEG that says where it was taken.
fn with_place() -> Vec<u8> {
    let jpeg = encoded(ImageFormat::Jpeg);
    let mut tiff = b"II*\0\x08\0\0\0\x01\0".to_vec();
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    // The GPS directory: GPSMapDatum, text of 18 bytes at offset 44.
    tiff.extend([1, 0, 0x12, 0, 2, 0, 18, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend(b"GPS-36.7372-3.0865");
    let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}

/// The beginning of a PNG that claims to be 30,000 pixels wide and high.
fn huge_png() -> Vec<u8> {
    let mut bytes = png();
    bytes[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let crc = crc32(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&crc);
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

/// A picture of which nothing ever comes; notes whether somebody waits for it.
fn endless(access: &str, read: &Arc<AtomicBool>) -> http::Request<Body> {
    let read = Arc::clone(read);
    let stream = futures::stream::poll_fn(move |_| {
        read.store(true, Ordering::Relaxed);
        std::task::Poll::<Option<std::io::Result<bytes::Bytes>>>::Pending
    });
    http::Request::put("/api/v1/me/picture")
        .header("authorization", format!("Bearer {access}"))
        .header("content-type", "multipart/form-data; boundary=x")
        .body(Body::from_stream(stream))
        .unwrap()
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

on_both_databases! {
    in site();

    async fn it_comes_out_small_and_says_nothing_of_where_it_was_taken(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let taken = with_place();
        assert!(holds(&taken, b"Exif") && holds(&taken, b"GPS-36"));
        let answer = leila.upload("/me/picture", "me.jpg", &taken).await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        let picture = answer.json()["picture"].clone();
        assert_eq!(leila.get("/me").await.json()["picture"], picture);
        for (size, width) in [("small", 132), ("medium", 264), ("large", 396)] {
            let path = picture[size].as_str().unwrap();
            for (path, kind) in [(path.to_owned(), "image/webp"), (path.replace(".webp", ".jpg"), "image/jpeg")] {
                let file = shop.get(&path).await;
                assert_eq!((file.status(), file.header("content-type")), (200, kind), "{path}");
                assert!(file.header("cache-control").contains("immutable"));
                assert_eq!(image::load_from_memory(file.bytes()).unwrap().width(), width);
                for trace in [&b"Exif"[..], b"EXIF", b"GPS", b"XMP", b"http"] {
                    assert!(!holds(file.bytes(), trace), "{path} holds {trace:?}");
                }
            }
        }
        let path = picture["small"].as_str().unwrap();
        for other in [path.replace("small", "huge"), path.replace(".webp", ".svg"), path.replace("small.webp", "../x"), "/pictures/99/x/small.webp".to_owned()] {
            assert_eq!(shop.get(&other).await.status(), 404, "{other}");
        }
    }

    async fn what_is_no_picture_of_a_person_is_refused(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        let mut damaged = png();
        damaged.truncate(200);
        for (name, bytes, problem) in [
            ("me.svg", &svg[..], "file: unsupported"),
            ("me.png", b"<!doctype html><script>alert(1)</script>", "file: unsupported"),
            ("me.gif", &encoded(ImageFormat::Gif), "file: unsupported"),
            ("me.png", &huge_png(), "file: too_large"),
            ("me.png", &damaged, "file: damaged"),
            ("me.png", b"", "file: missing"),
        ] {
            let answer = leila.upload("/me/picture", name, bytes).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{name}");
        }
        let too_many = leila.upload("/me/picture", "me.png", &vec![0; (20 << 20) + 100]).await;
        assert_eq!((too_many.status(), too_many.problem().as_str()), (422, "file: too_large"));
        let far_too_many = leila.upload("/me/picture", "me.png", &vec![0; 21 << 20]).await;
        assert_eq!(far_too_many.status(), 413);
        assert_eq!(leila.put("/me/picture", json!({ "file": "x" })).await.status(), 415);
        assert_eq!(shop.media().await, Vec::<String>::new());
        assert_eq!(leila.get("/me").await.json()["picture"], json!(null));
    }

    async fn the_files_of_an_old_picture_go_when_it_is_replaced_or_removed(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let first = leila.upload("/me/picture", "me.png", &png()).await.json()["picture"]["small"].clone();
        let second = leila.upload("/me/picture", "me.webp", &encoded(ImageFormat::WebP)).await.json()["picture"]["small"].clone();
        assert_ne!(first, second);
        assert_eq!(shop.get(first.as_str().unwrap()).await.status(), 404);
        shop.run_jobs().await;
        assert_eq!(shop.media().await.len(), 6);
        // What looks after broken uploads leaves the picture in use alone.
        shop.advance(2 * 60 * 60);
        shop.run_jobs().await;
        assert_eq!(shop.media().await.len(), 6);
        let leila = shop.sign_in("leila").await;
        assert_eq!(leila.delete("/me/picture").await.status(), 204);
        assert_eq!(leila.delete("/me/picture").await.status(), 204, "it is gone all the same");
        shop.run_jobs().await;
        assert_eq!(shop.media().await, Vec::<String>::new());
        assert_eq!(shop.get(second.as_str().unwrap()).await.status(), 404);
    }

    async fn while_a_backup_is_made_the_old_files_stay(shop: TestApp) {
        let leila = shop.reader("leila").await;
        leila.upload("/me/picture", "me.png", &png()).await;
        shop.run_jobs().await;
        let old = shop.media().await;
        let (db, now) = (&shop.app.db, shop.app.clock.now());
        let backup = catalogue::hold::begin(db, now).await.unwrap();
        leila.upload("/me/picture", "me.png", &png()).await;
        shop.run_jobs().await;
        let both = shop.media().await;
        assert!(old.iter().all(|file| both.contains(file)) && both.len() == 2 * old.len(), "{both:?}");
        catalogue::hold::abandon(db, backup).await.unwrap();
        shop.advance(2 * 60 * 60);
        shop.run_jobs().await;
        let left = shop.media().await;
        assert!(left.len() == old.len() && old.iter().all(|file| !left.contains(file)), "{left:?}");
    }

    async fn of_pictures_set_at_once_one_is_left(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let answers = at_once((0..6).map(|_| {
            let leila = leila.clone();
            async move { leila.upload("/me/picture", "me.png", &png()).await.status() }
        }))
        .await;
        assert_eq!(answers, [200; 6]);
        shop.advance(60 * 60);
        shop.run_jobs().await;
        assert_eq!(shop.media().await.len(), 6);
    }

    async fn no_more_pictures_are_read_at_once_than_there_are_places_for(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let slow: Vec<_> = (0..8)
            .map(|_| {
                let (shop, access) = (shop.clone(), leila.access.clone());
                tokio::spawn(async move { shop.send(endless(&access, &Arc::default())).await.status() })
            })
            .collect();
        // Until all of them are at their places, there may be one for somebody else.
        let mut held = leila.upload("/me/picture", "me.png", &png()).await;
        for _ in 0..50 {
            if held.status() == 503 {
                break;
            }
            assert_eq!(held.status(), 200);
            held = leila.upload("/me/picture", "me.png", &png()).await;
        }
        assert_eq!((held.status(), held.header("retry-after")), (503, "5"));
        let read = Arc::default();
        assert_eq!(shop.send(endless(&leila.access, &read)).await.status(), 503);
        assert!(!read.load(Ordering::Relaxed), "nothing of it is read");
        assert_eq!(browser.upload("/en/account/picture", "me.png", &png()).await.status(), 503);
        for one in slow {
            one.abort();
        }
        assert_eq!(leila.upload("/me/picture", "me.png", &png()).await.status(), 200);
        shop.run_jobs().await;
    }

    async fn the_files_of_a_deleted_account_go(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let karim = shop.reader("karim").await;
        for program in [&leila, &karim] {
            assert_eq!(program.upload("/me/picture", "me.png", &png()).await.status(), 200);
        }
        let body = json!({ "password": PASSWORD });
        assert_eq!(leila.ask(http::Method::DELETE, "/me", Some(body)).await.status(), 204);
        shop.run_jobs().await;
        assert_eq!(shop.media().await.len(), 6, "those of somebody else stay");
        let path = karim.get("/me").await.json()["picture"]["small"].clone();
        assert_eq!(shop.get(path.as_str().unwrap()).await.status(), 200);
    }
}
