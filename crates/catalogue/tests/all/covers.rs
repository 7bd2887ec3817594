//! `GET /covers/…`

use testing::{book, on_both_databases, shared_data};

use crate::site;

on_both_databases! {
    in site();

    async fn a_book_without_a_picture_gets_a_drawn_one_in_both_encodings(shop: TestApp) {
        let id = book("مدينة الورق").by(&["سمير بن علي"]).put(&shop).await;
        let links = shop.get(&format!("/api/v1/books/{id}")).await.json()["cover"].clone();
        assert!(shop.media().await.is_empty(), "it is drawn when first asked for");
        for size in ["small", "medium", "large"] {
            let path = links[size].as_str().unwrap();
            let webp = shop.get(path).await;
            assert_eq!((webp.status(), webp.header("content-type")), (200, "image/webp"), "{path}");
            assert!(webp.header("cache-control").contains("immutable"));
            let jpeg = shop.get(&path.replace(".webp", ".jpg")).await;
            assert_eq!((jpeg.status(), jpeg.header("content-type")), (200, "image/jpeg"));
        }
        assert_eq!(shop.media().await.len(), 6, "and kept");
        assert!(links["placeholder"].as_str().unwrap().starts_with("data:image/"));
    }

    async fn a_picture_of_the_file_is_served_encoded_anew(shop: TestApp) {
        shop.importer(catalogue::import::Policy::Publish(kernel::Money::zero(kernel::Currency::DZD)))
            .run(&[shared_data("epub/wasteland.epub")], &mut |_| {}).await.unwrap();
        let book = shop.get("/api/v1/books").await.json()["items"][0].clone();
        let answer = shop.get(book["cover"]["medium"].as_str().unwrap()).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(&answer.bytes()[8..12], b"WEBP");
    }

    async fn addresses_of_no_picture_are_not_found(shop: TestApp) {
        let id = book("Atlas bleu").put(&shop).await;
        for path in [format!("/covers/{id}/0000/small.webp"), format!("/covers/{id}/x/huge.webp"), format!("/covers/{id}/x/small.png"), "/covers/9/x/small.webp".to_owned()] {
            assert_eq!(shop.get(&path).await.status(), 404, "{path}");
        }
    }
}
