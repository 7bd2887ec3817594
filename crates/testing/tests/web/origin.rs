//! Other sites may not change anything through a reader's browser.

use crate::small::{send, shop};

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn a_change_asked_for_by_another_site_is_refused_at_both_doors() {
    let shop = shop().await;
    for foreign in [
        &[("origin", "https://evil.example"), ("host", "shop.example")][..],
        &[("origin", "null"), ("host", "shop.example")],
        &[("origin", "http://shop.example.evil.example"), ("host", "shop.example")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site"), ("origin", "http://blog.shop.example")],
        &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("host", "evil.example")],
    ] {
        let headers = [foreign, &[JSON]].concat();
        let program = send(&shop, "POST", "/api/v1/notes", &headers, "{\"text\": \"x\"}").await;
        assert_eq!(
            (program.status(), program.json()["code"].as_str()),
            (403, Some("cross_site")),
            "{foreign:?}"
        );
        let page = send(&shop, "POST", "/fr/form", foreign, "x").await;
        assert_eq!(page.status(), 403, "{foreign:?}");
        assert!(page.header("content-type").starts_with("text/html"), "{foreign:?}");
        let theme = send(&shop, "POST", "/fr/theme", foreign, "theme=dark").await;
        assert_eq!((theme.status(), theme.header("set-cookie")), (403, ""), "{foreign:?}");
    }
}

#[tokio::test]
async fn our_own_pages_and_other_programs_may() {
    let shop = shop().await;
    for own in [
        &[][..],
        &[("sec-fetch-site", "same-origin")],
        &[("origin", "http://shop.example"), ("host", "127.0.0.1:8000")],
    ] {
        let headers = [own, &[JSON]].concat();
        assert_eq!(
            send(&shop, "POST", "/api/v1/notes", &headers, "{\"text\": \"x\"}").await.status(),
            200,
            "{own:?}"
        );
        let form = [own, &[("content-type", "application/x-www-form-urlencoded")]].concat();
        let theme = send(&shop, "POST", "/fr/theme", &form, "theme=dark&next=//evil.example").await;
        assert_eq!((theme.status(), theme.header("location")), (303, "/fr/"), "{own:?}");
        assert!(theme.header("set-cookie").starts_with("theme=dark"), "{own:?}");
    }
}

#[tokio::test]
async fn a_form_of_no_sense_is_told_on_a_page() {
    let shop = shop().await;
    let form = [("content-type", "application/x-www-form-urlencoded")];
    for (headers, body, status) in [
        (&form[..], "theme=neon", 422),
        (&form, "", 400),
        (&form, "theme=dark&theme=light", 400),
        (&[JSON], "{\"theme\": \"dark\"}", 415),
        (&[], "theme=dark", 415),
    ] {
        let answer = send(&shop, "POST", "/ar/theme", headers, body).await;
        assert_eq!((answer.status(), answer.header("content-language")), (status, "ar"), "{body}");
        assert!(answer.header("content-type").starts_with("text/html"), "{body}");
        assert_eq!(answer.header("set-cookie"), "", "{body}");
    }
}
