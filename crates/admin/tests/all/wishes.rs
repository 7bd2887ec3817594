//! What the owner wants of the shop's languages, colours, limits and mails holds where it is used.

use serde_json::{Value, json};
use testing::{code_in, on_both_databases};
use web::Role;

use crate::till::{number, order, page, paid, site, words};

const API: &str = "/admin/settings";
const PAGES: &str = "/en/admin/settings";

/// A picture of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbaImage::from_pixel(width, height, image::Rgba([10, 90, 50, 255]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

on_both_databases! {
    in site();

    async fn a_logo_stands_in_the_bar_in_mails_and_on_telephones_until_it_is_removed(shop: TestApp) {
        let api = shop.person("amina", Role::Admin).await;
        let sent = api.upload(&format!("{API}/logo"), "logo.png", &png(600, 200)).await;
        assert_eq!(sent.status(), 204, "{}", sent.text());
        let home = shop.get("/en/browse").await;
        let mark = home.text().split("src=\"/brand/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(home.text().contains("width=\"288\" height=\"96\""), "{}", home.text());
        let picture = shop.get(&format!("/brand/{mark}")).await;
        assert_eq!((picture.status(), picture.header("content-type")), (200, "image/png"));
        assert!(picture.header("cache-control").contains("immutable") && picture.bytes().starts_with(b"\x89PNG"));
        let icons = shop.get("/manifest.webmanifest").await.json()["icons"].clone();
        for icon in icons.as_array().unwrap() {
            let answer = shop.get(icon["src"].as_str().unwrap()).await;
            assert_eq!((answer.status(), answer.header("content-type")), (200, "image/png"), "{icon}");
        }
        api.post(&format!("{API}/test-mail"), json!({})).await;
        let mail = shop.mail_to(&testing::address("amina")).await;
        assert!(mail.html.contains(&format!("http://shop.example/brand/{mark}")), "{}", mail.html);
        let leila = shop.reader("leila").await;
        let made = paid(&shop, &leila, "leila", &[900]).await;
        let receipt = format!("/en/account/orders/{}/receipt", number(&made));
        let receipt = page(&shop.browser_of("leila").await, &receipt).await;
        assert!(receipt.contains(&format!("class=\"paper__logo\" src=\"/brand/{mark}\"")), "{receipt}");
        let amina = shop.browser_of("amina").await;
        let log = page(&amina, "/en/admin/audit").await;
        assert!(log.contains("(your own)") && !log.contains("iVBOR"), "{log}");
        let asked = amina.get("/en/admin/settings/logo/remove").await;
        assert!(asked.text().contains("Remove the logo?"));
        assert_eq!(amina.post("/en/admin/settings/logo/remove", &[]).await.status(), 200, "without an answer it is asked again");
        assert_eq!(amina.post("/en/admin/settings/logo/remove", &[("sure", "on")]).await.status(), 303);
        assert!(!shop.get("/en/browse").await.text().contains("/brand/"));
        assert_eq!(shop.get(&format!("/brand/{mark}")).await.status(), 404);
    }

    async fn what_is_no_picture_is_no_logo(shop: TestApp) {
        let api = shop.person("amina", Role::Admin).await;
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        for (bytes, code) in [(&svg[..], "unsupported"), (&png(5_000, 2)[..], "too_large"), (&png(20, 20)[..60], "damaged"), (b"", "missing")] {
            let answer = api.upload(&format!("{API}/logo"), "logo.png", bytes).await;
            assert_eq!((answer.status(), &answer.json()["errors"][0]["code"]), (422, &json!(code)));
        }
        shop.account("nour", Role::Admin).await;
        let nour = shop.browser_of("nour").await;
        let refused = nour.upload("/fr/admin/settings/logo", "logo.svg", svg).await;
        assert!(refused.status() == 422 && words(&refused).contains("Ce n’est pas une image PNG, WebP ou JPEG."), "{}", refused.text());
        assert_eq!(nour.upload("/fr/admin/settings/logo", "logo.png", &png(64, 64)).await.status(), 303);
        let moderator = shop.person("salim", Role::Moderator).await;
        assert_eq!(moderator.upload(&format!("{API}/logo"), "logo.png", &png(64, 64)).await.status(), 403);
        assert_eq!(moderator.delete(&format!("{API}/logo")).await.status(), 403);
    }

    async fn a_language_that_is_not_offered_leads_to_the_first_one(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let form = [("version", "0"), ("ticks", "on"), ("languages", "fr"), ("languages", "ar"), ("default_language", "ar")];
        assert_eq!(amina.post(PAGES, &form).await.status(), 303);
        let gone = shop.get("/en/browse?sort=new").await;
        assert_eq!((gone.status(), gone.header("location")), (307, "/ar/browse?sort=new"));
        assert_eq!(shop.get("/fr/browse").await.status(), 200);
        let browse = shop.get("/fr/browse").await;
        assert!(!browse.text().contains("hreflang=\"en\"") && browse.text().contains("hreflang=\"x-default\" href=\"http://shop.example/ar/browse\""));
        let front = shop.get_with("/", &[("accept-language", "en-GB")]).await;
        assert_eq!(front.header("location"), "/ar/");
        let panel = amina.get(PAGES).await;
        assert!(panel.status() == 200 && panel.text().contains("hreflang=\"en\""), "the panel is in all of them");
        let known = shop.get_with("/api/v1/books/999999", &[("accept-language", "en")]).await;
        assert_eq!(known.header("content-language"), "en", "programs are spoken to as they ask");
    }

    async fn mails_to_whoever_reads_another_language_are_in_the_first_one(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let changed = amina.patch(API, json!({ "languages": ["ar"], "default_language": "ar" })).await;
        assert_eq!(changed.status(), 200, "{}", changed.text());
        shop.newcomer("leila").await;
        shop.run_jobs().await;
        assert_eq!(shop.mail_to(&testing::address("leila")).await.language, "ar");
    }

    async fn the_first_language_is_one_that_is_offered(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        for (body, field) in [
            (json!({ "languages": ["fr"] }), "default_language"),
            (json!({ "languages": [] }), "languages"),
            (json!({ "languages": ["de"] }), "languages"),
        ] {
            let answer = amina.patch(API, body.clone()).await;
            assert_eq!((answer.status(), &answer.json()["errors"][0]["field"]), (422, &json!(field)), "{body}");
        }
        let browser = shop.browser_of("amina").await;
        let none = browser.post(PAGES, &[("ticks", "on"), ("default_language", "en")]).await;
        assert!(none.status() == 422 && words(&none).contains("Choose at least one language."), "{}", none.text());
    }

    async fn what_the_shop_is_stands_in_the_manifest(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        amina.patch(API, json!({ "description_fr": "Des livres\nd’Alger" })).await;
        let manifest = shop.get_with("/manifest.webmanifest", &[("accept-language", "fr")]).await;
        assert_eq!(manifest.json()["description"], "Des livres\nd’Alger");
    }

    async fn colours_are_taken_where_words_on_them_can_be_read(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let pale = amina.post(PAGES, &[("accent", "#f0c000"), ("accent_dark", "")]).await;
        assert!(pale.status() == 422 && words(&pale).contains("a contrast of only 1.6 on this background; it needs 4.5"), "{}", words(&pale));
        assert_eq!(amina.post(PAGES, &[("accent", "#0A5C36"), ("accent_dark", "#9fd8b8")]).await.status(), 303);
        let sign_in = shop.get("/en/sign-in").await;
        assert!(sign_in.text().contains("content=\"#0a5c36\""), "{}", sign_in.text());
        assert_eq!(shop.get("/manifest.webmanifest").await.json()["theme_color"], "#0a5c36");
        let at = sign_in.text().split("/brand/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let sheet = shop.get(&format!("/brand/{at}")).await;
        assert_eq!((sheet.status(), sheet.header("content-type")), (200, "text/css; charset=utf-8"));
        assert!(sheet.text().contains("--brand:light-dark(#0a5c36,#9fd8b8)") && sheet.header("cache-control").contains("immutable"));
        assert_eq!(shop.get("/brand/another.css").await.header("cache-control"), "no-store");
        assert!(!shop.get("/en/browse").await.text().contains("/brand/"));
    }

    async fn what_costs_something_waits_while_the_owner_takes_no_payments(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let made = order(&shop, &leila, "leila", &[900]).await;
        let amina = shop.person("amina", Role::Admin).await;
        assert_eq!(amina.patch(API, json!({ "payments": false })).await.json()["settings"]["payments"]["value"], false);
        let again = leila.post(&format!("/orders/{}/pay", made["number"].as_str().unwrap()), json!({})).await;
        assert_eq!((again.status(), again.problem().as_str()), (409, "payments_off"));
        amina.patch(API, json!({ "payments": true })).await;
        assert_eq!(leila.post(&format!("/orders/{}/pay", made["number"].as_str().unwrap()), json!({})).await.status(), 200);
        shop.run_jobs().await;
    }

    async fn limits_stay_within_what_protects_the_shop(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let changed = amina.patch(API, json!({ "epub_largest": 50, "saves_per_book": 5, "comments_per_minute": 9 })).await;
        assert_eq!(changed.json()["settings"]["epub_largest"]["value"], 50);
        let limits = shop.app.shop().limits;
        assert_eq!((limits.epub_mib, limits.pdf_mib, limits.saves_per_book, limits.comments_per_minute), (50, 1_024, 5, 9));
        let more = amina.patch(API, json!({ "epub_largest": 301 })).await;
        assert_eq!(more.json()["errors"][0]["code"], "out_of_range");
        let browser = shop.browser_of("amina").await;
        assert!(page(&browser, "/fr/admin/settings/limits").await.contains("value=\"50\""));
    }

    async fn a_mail_says_it_in_the_owners_words_and_keeps_what_it_has_to_say(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let path = "/en/admin/settings/mail/verify/en";
        let ours = page(&amina, path).await;
        assert!(ours.contains("ABCDEFG") && ours.contains("{shop}, {name}"), "{ours}");
        let words_of = |act: &'static str| [
            ("subject", "Welcome to {shop}"), ("opening", "Salam { name },\r\n\r\nyour code:"), ("closing", "Happy reading"), ("act", act),
        ];
        let looked = amina.post(path, &words_of("preview")).await;
        assert!(looked.status() == 200 && words(&looked).contains("Welcome to Warraq"), "{}", looked.text());
        assert_eq!(shop.app.shop().version, 0, "a preview changes nothing");
        assert_eq!(amina.post(path, &words_of("save")).await.status(), 303);
        shop.newcomer("leila").await;
        shop.run_jobs().await;
        let mail = shop.mail_to(&testing::address("leila")).await;
        assert_eq!(mail.subject, "Welcome to Warraq");
        assert!(mail.text.contains("your code:") && mail.text.contains("Happy reading") && code_in(&mail).is_some(), "{}", mail.text);
        let log = page(&amina, "/en/admin/audit").await;
        assert!(log.contains("Verify the e-mail address – English") && log.contains("Welcome to {shop} / Salam"), "{log}");
        let back = amina.post(path, &[("act", "ours")]).await;
        assert_eq!(back.status(), 303);
        assert!(shop.app.shop().letter(web::shop::LetterKind::Verify, i18n::Locale::En).is_none());
    }

    async fn the_mail_of_a_receipt_is_shown_with_books_and_facts_as_somebody_would_get_it(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        for (kind, has, lacks) in [
            ("receipt", ["The Lighthouse", "R-2026-000123", "Paid by", "See the receipt"], "See the credit note"),
            ("credit", ["A winter in Tlemcen", "C-2026-000123", "About the receipt", "See the credit note"], "See the receipt"),
        ] {
            let shown = page(&amina, &format!("/en/admin/settings/mail/{kind}/en")).await;
            for words in has {
                assert!(shown.contains(words), "{words}: {shown}");
            }
            assert!(!shown.contains(lacks), "{kind}");
        }
    }

    async fn places_that_a_mail_does_not_have_are_refused(shop: TestApp) {
        let api = shop.person("amina", Role::Admin).await;
        let letter = format!("{API}/letters/verify/fr");
        for (body, field, code) in [
            (json!({ "subject": "{code}" }), "subject", "unknown_place"),
            (json!({ "opening": "{order}" }), "opening", "unknown_place"),
            (json!({ "closing": "{name" }), "closing", "invalid"),
            (json!({ "subject": "a\nb" }), "subject", "invalid"),
            (json!({ "subject": "x".repeat(151) }), "subject", "too_long"),
        ] {
            let answer = api.put(&letter, body.clone()).await;
            let wrong = answer.json()["errors"][0].clone();
            assert_eq!((answer.status(), &wrong["field"], &wrong["code"]), (422, &json!(field), &json!(code)), "{body}");
        }
        let kept = api.put(&letter, json!({ "subject": "Bienvenue chez {shop}" })).await;
        assert_eq!((kept.status(), &kept.json()["is_own"]), (200, &json!(true)));
        let all = api.get(&format!("{API}/letters")).await.json();
        let is_own = |item: &&Value| item["is_own"] == true;
        assert_eq!((all["items"].as_array().unwrap().len(), all["items"].as_array().unwrap().iter().filter(is_own).count()), (27, 1));
        assert_eq!(api.delete(&letter).await.status(), 204);
        assert_eq!(api.put(&format!("{API}/letters/verify/de"), json!({})).await.status(), 404);
        assert_eq!(api.delete(&format!("{API}/letters/nothing/fr")).await.status(), 404);
        let browser = shop.browser_of("amina").await;
        for l in ["en", "fr", "ar"] {
            for kind in web::shop::LetterKind::ALL {
                assert_eq!(browser.get(&format!("/{l}/admin/settings/mail/{kind}/{l}")).await.status(), 200, "{kind}");
            }
        }
    }
}
