//! Errors at both doors: problem details for programs, a page for people, in the language asked for, without details.

use serde_json::json;

use crate::small::{SECRET, ask, send_note, shop};

#[tokio::test]
async fn what_breaks_is_told_to_programs_without_details() {
    let shop = shop().await;
    for how in ["panic", "text", "internal"] {
        let answer = shop.get(&format!("/api/v1/breaks/{how}")).await;
        assert_eq!(
            (answer.status(), answer.header("content-type")),
            (500, "application/problem+json"),
            "{how}"
        );
        let problem = answer.json();
        assert_eq!((&problem["status"], &problem["code"]), (&json!(500), &json!("internal")), "{how}");
        assert_eq!(problem["reference"], answer.header("x-request-id"), "{how}");
        assert_eq!(answer.header("cache-control"), "no-store", "{how}");
        assert!(
            !answer.text().contains(SECRET) && !answer.text().contains("panic"),
            "{how}: {}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn what_breaks_is_told_to_people_on_a_page() {
    let shop = shop().await;
    for (l, dir) in [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")] {
        for how in ["panic", "internal"] {
            let answer = shop.get(&format!("/{l}/breaks/{how}")).await;
            assert_eq!((answer.status(), answer.header("content-type")), (500, "text/html; charset=utf-8"));
            let text = answer.text();
            assert!(text.contains(&format!("<html lang=\"{l}\" dir=\"{dir}\"")), "{text}");
            assert!(text.contains(answer.header("x-request-id")), "a reference to quote: {text}");
            assert!(text.contains("noindex") && !text.contains(SECRET), "{text}");
            assert_eq!((answer.header("cache-control"), answer.header("etag")), ("no-store", ""));
        }
    }
}

#[tokio::test]
async fn a_script_is_told_in_a_fragment_and_a_program_in_json_on_a_page_s_address_too() {
    let shop = shop().await;
    let fragment = shop.get_with("/fr/breaks/internal", &[("hx-request", "true")]).await;
    assert_eq!(fragment.status(), 500);
    assert!(!fragment.text().contains("<html") && fragment.text().contains("alert"), "{}", fragment.text());
    let json =
        shop.get_with("/fr/breaks/gone", &[("accept", "application/json"), ("accept-language", "ar")]).await;
    assert_eq!((json.status(), json.header("content-type")), (410, "application/problem+json"));
    assert_eq!(json.header("content-language"), "fr", "the address names the language");
}

#[tokio::test]
async fn what_is_not_there_is_told_in_the_language_asked_for() {
    let shop = shop().await;
    for (l, title, of_page) in [
        ("en", "Not found", "Page not found"),
        ("fr", "Introuvable", "Page introuvable"),
        ("ar", "غير موجود", "الصفحة غير موجودة"),
    ] {
        let program = shop.get_with("/api/v1/none", &[("accept-language", l)]).await;
        assert_eq!((program.status(), program.header("content-language")), (404, l));
        let page = shop.get(&format!("/{l}/none")).await;
        let elsewhere = shop.get_with("/none", &[("accept-language", l)]).await;
        for answer in [&page, &elsewhere] {
            assert_eq!((answer.status(), answer.header("content-language")), (404, l));
            let text = answer.text();
            assert!(text.contains(of_page), "{l}: {text}");
            assert!(text.contains(answer.header("x-request-id")), "a reference to quote: {text}");
            for way in ["/", "/browse", "/new"] {
                let link = format!("button--outline\" href=\"/{l}{way}\"");
                assert!(text.contains(&link), "a way on to {way}: {text}");
            }
        }
        assert_eq!(program.json()["title"], title, "{l}");
    }
    let chosen = shop.get_with("/none", &[("cookie", "locale=ar"), ("accept-language", "fr")]).await;
    assert_eq!(chosen.header("content-language"), "ar", "what was chosen counts more");
}

#[tokio::test]
async fn a_refusal_carries_what_a_program_needs_to_go_on() {
    let shop = shop().await;
    let later = shop.get("/api/v1/breaks/unavailable").await;
    assert_eq!((later.status(), later.header("retry-after")), (503, "5"));
    let stranger = shop.get("/api/v1/breaks/unauthorized").await;
    assert_eq!((stranger.status(), stranger.header("www-authenticate")), (401, "Bearer"));
    let teapot = shop.get("/teapot").await;
    assert_eq!((teapot.status(), teapot.text()), (418, "<tea/>"), "its own words are kept");
}

#[tokio::test]
async fn a_body_that_is_no_json_is_400_and_one_of_another_type_415() {
    let shop = shop().await;
    for body in ["", "{", "{\"text\": \"x\"} {}", "text", "{\"text\": \"\u{0}\"}"] {
        let answer = send_note(&shop, "application/json", body).await;
        assert_eq!((answer.status(), &answer.json()["code"]), (400, &json!("malformed_json")), "{body:?}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(send_note(&shop, "application/json", deep).await.status(), 400);
    assert_eq!(send_note(&shop, "application/json", &b"{\"text\": \"\xff\"}"[..]).await.status(), 400);
    for media_type in
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "json", ""]
    {
        let answer = send_note(&shop, media_type, "{\"text\": \"x\"}").await;
        assert_eq!(
            (answer.status(), &answer.json()["code"]),
            (415, &json!("unsupported_media_type")),
            "{media_type}"
        );
    }
    let none = ask(&shop, "POST", "/api/v1/notes", &[]).await;
    assert_eq!((none.status(), none.header("content-type")), (415, "application/problem+json"));
    let good = send_note(&shop, "Application/JSON; charset=utf-8", "{\"text\": \"x\"}").await;
    assert_eq!((good.status(), good.json()), (200, json!({ "text": "x", "stars": 0 })));
}

#[tokio::test]
async fn wrong_and_unknown_fields_are_422_with_their_names_in_the_callers_language() {
    let shop = shop().await;
    for (body, field, code) in [
        ("{\"text\": \"x\", \"colour\": 1}", "colour", "unknown_field"),
        ("{}", "text", "missing"),
        ("{\"text\": 1}", "text", "invalid"),
        ("{\"text\": \"x\", \"stars\": 256}", "stars", "invalid"),
        ("{\"text\": \"x\", \"stars\": -1}", "stars", "invalid"),
        ("{\"text\": \"x\", \"stars\": null}", "stars", "invalid"),
        ("{\"text\": \"x\", \"text\": \"y\"}", "text", "invalid"),
    ] {
        let answer = send_note(&shop, "application/json", body).await;
        assert_eq!((answer.status(), &answer.json()["code"]), (422, &json!("invalid")), "{body}");
        let wrong = &answer.json()["errors"][0];
        assert_eq!(
            (&wrong["field"], &wrong["code"]),
            (&json!(field), &json!(code)),
            "{body}: {}",
            answer.text()
        );
        assert!(wrong["message"].as_str().is_some_and(|message| !message.is_empty()), "{body}");
    }
    for body in ["[]", "null", "\"x\"", "7"] {
        assert_eq!(send_note(&shop, "application/json", body).await.status(), 422, "{body}");
    }
    let headers = [("content-type", "application/json"), ("accept-language", "fr")];
    let french = crate::small::send(&shop, "POST", "/api/v1/notes", &headers, "{}").await;
    assert_eq!(french.header("content-language"), "fr");
}
