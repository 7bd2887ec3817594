//! Only what changed is sent again.

use crate::small::{ask, send, shop};

#[tokio::test]
async fn what_the_client_has_is_not_sent_again() {
    let shop = shop().await;
    for address in
        ["/fr/page", "/api/v1/notes", "/api/v1/openapi.json", "/manifest.webmanifest", assets::url("app.css")]
    {
        let first = shop.get(address).await;
        let etag = first.header("etag");
        assert!(etag.starts_with('"'), "{address}: {etag:?}");
        for known in [etag, &format!("W/{etag}"), &format!("\"other\", {etag}"), "*"] {
            for method in ["GET", "HEAD"] {
                let second = ask(&shop, method, address, &[("if-none-match", known)]).await;
                assert_eq!((second.status(), second.bytes()), (304, &b""[..]), "{method} {address} {known}");
                assert_eq!(second.header("etag"), etag, "{address}");
                assert_eq!(second.header("cache-control"), first.header("cache-control"), "{address}");
                assert_eq!(second.header("content-type"), "", "{address}");
                assert_eq!(second.header("content-security-policy"), "", "the kept page keeps its own");
            }
        }
        let other = shop.get_with(address, &[("if-none-match", "\"other\"")]).await;
        assert_eq!((other.status(), other.bytes()), (200, first.bytes()), "{address}");
    }
}

#[tokio::test]
async fn only_reading_is_answered_with_not_modified() {
    let shop = shop().await;
    let headers = [("content-type", "application/json"), ("if-none-match", "*")];
    assert_eq!(send(&shop, "POST", "/api/v1/notes", &headers, "{\"text\": \"x\"}").await.status(), 200);
    let missing = shop.get_with("/fr/none", &[("if-none-match", "*")]).await;
    assert_eq!(missing.status(), 404);
}

#[tokio::test]
async fn a_page_packed_on_the_way_has_a_weak_tag_that_still_spares_it() {
    let shop = shop().await;
    let plain = shop.get("/fr/page").await;
    let packed = shop.get_with("/fr/page", &[("accept-encoding", "br")]).await;
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(packed.bytes().len() < plain.bytes().len());
    assert_eq!(packed.header("etag"), format!("W/{}", plain.header("etag")));
    let again = [("accept-encoding", "br"), ("if-none-match", packed.header("etag"))];
    assert_eq!(shop.get_with("/fr/page", &again).await.status(), 304);
}
