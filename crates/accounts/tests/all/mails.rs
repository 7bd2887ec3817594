//! The mails of accounts, as they arrive.

use mail::Mail;
use serde_json::json;
use testing::{PASSWORD, Program, TestApp, address, code_in, on_both_databases};

use crate::site;

async fn sign_up(shop: &TestApp, language: &str) -> (Program, Mail) {
    let body = json!({ "username": format!("leila-{language}"), "email": address(language), "password": PASSWORD, "locale": language });
    let program = Program::of(shop, &shop.api().post("/auth/sign-up", body).await);
    (program, shop.mail_to(&address(language)).await)
}

/// Asks for a new password in a language, and answers the mail.
async fn forgot(shop: &TestApp, name: &str, language: &str) -> Mail {
    let request = http::Request::post("/api/v1/auth/forgot-password")
        .header("content-type", "application/json")
        .header("accept-language", language)
        .body(json!({ "email": address(name) }).to_string().into());
    assert_eq!(shop.send(request.unwrap()).await.status(), 202);
    shop.mail_to(&address(name)).await
}

/// Whether a mail has both forms in its language, each with the code on its own.
fn assert_well_formed(mail: &Mail, language: &str, code: &str) {
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    assert_eq!(mail.language, language);
    assert!(mail.html.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")), "{}", mail.html);
    assert!(mail.html.contains(&format!(">{code}</p>")), "{}", mail.html);
    assert_eq!(mail.text.lines().filter(|line| *line == code).count(), 1, "{}", mail.text);
    let arabic = |text: &str| text.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    assert_eq!((arabic(&mail.subject), arabic(&mail.text)), (language == "ar", language == "ar"));
    for leftover in ["{ $", "{$", "Some("] {
        assert!(
            !mail.text.contains(leftover) && !mail.subject.contains(leftover),
            "{leftover}: {}",
            mail.text
        );
    }
    assert!(!mail.html.contains("<script") && !mail.html.contains("<link"), "mails load nothing");
    assert!(!mail.html.contains("<img"), "mails load nothing");
}

on_both_databases! {
    in site();

    async fn the_code_of_a_new_account_comes_in_its_language_as_text_and_as_a_page(shop: TestApp) {
        for language in ["en", "fr", "ar"] {
            let (program, mail) = sign_up(&shop, language).await;
            let code = code_in(&mail).unwrap();
            assert_well_formed(&mail, language, &code);
            let id = program.get("/me").await.json()["id"].as_i64().unwrap();
            let link = format!("http://shop.example/{language}/verify?account={id}&code={code}");
            assert!(mail.text.lines().any(|line| line == link), "{}", mail.text);
            assert!(mail.html.contains(&link.replace('&', "&amp;")), "{}", mail.html);
        }
    }

    async fn the_code_for_a_new_password_comes_in_the_language_of_the_account_whoever_asks(shop: TestApp) {
        for language in ["en", "fr", "ar"] {
            let (program, first) = sign_up(&shop, language).await;
            let body = json!({ "code": code_in(&first).unwrap() });
            assert_eq!(program.post("/auth/verify-email", body).await.status(), 200);
            let mail = forgot(&shop, language, "fr").await;
            let code = code_in(&mail).unwrap();
            assert_well_formed(&mail, language, &code);
            let link = format!("http://shop.example/{language}/reset?email={language}%40exemple.dz&code={code}");
            assert!(mail.text.lines().any(|line| line == link), "{}", mail.text);
        }
    }

    async fn nobody_knows_the_language_of_an_address_that_is_not_verified_but_who_asks(shop: TestApp) {
        sign_up(&shop, "en").await;
        let mail = forgot(&shop, "en", "ar").await;
        assert_well_formed(&mail, "ar", &code_in(&mail).unwrap());
    }

    async fn codes_use_letters_that_do_not_look_alike(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        for _ in 0..20 {
            let code = shop.code_to(&address("leila")).await;
            assert!(code.len() == 7 && !code.contains(['I', 'O', '0', '1']), "{code}");
            shop.advance(12 * 60);
            leila.post("/auth/verify-email/resend", json!({})).await;
        }
        shop.run_jobs().await;
    }

    async fn codes_and_passwords_are_kept_as_hashes_only(shop: TestApp) {
        use db::Query as _;
        let leila = shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await;
        let (kept, salt): (String, String) = shop.app.db.one(db::sql!("select code_hash, salt from email_codes")).await.unwrap();
        assert!(kept.len() == 64 && salt.len() == 32 && !kept.contains(&code));
        let sessions: Vec<(String,)> = shop.app.db.all(db::sql!("select secret_hash from sessions")).await.unwrap();
        let tokens: Vec<(String,)> = shop.app.db.all(db::sql!("select token_hash from access_tokens")).await.unwrap();
        for secret in [&leila.access, &leila.refresh] {
            assert!(secret.len() >= 64, "256 bits");
            assert!(sessions.iter().chain(&tokens).all(|(kept,)| kept != secret));
        }
    }

    async fn what_somebody_calls_themselves_is_not_mailed_to_strangers(shop: TestApp) {
        let advert = "Win now at http://evil.example";
        let leila = shop.newcomer("leila").await;
        assert_eq!(leila.patch("/me", json!({ "name": advert })).await.status(), 200);
        shop.run_jobs().await;
        shop.advance(60);
        leila.post("/auth/verify-email/resend", json!({})).await;
        shop.api().post("/auth/forgot-password", json!({ "email": address("leila") })).await;
        shop.run_jobs().await;
        let karim = shop.reader("karim").await;
        karim.patch("/me", json!({ "name": advert })).await;
        karim.put("/me/email", json!({ "email": "stranger@exemple.dz", "current": PASSWORD })).await;
        shop.run_jobs().await;
        let mails = shop.mails().await;
        assert_eq!(mails.len(), 4);
        for mail in mails {
            assert!(!mail.text.contains("evil") && !mail.html.contains("evil"), "{}", mail.text);
            assert!(!mail.to_name.unwrap_or_default().contains("evil"));
        }
    }

    async fn a_name_is_no_markup_and_no_header(shop: TestApp) {
        let leila = shop.reader("leila").await;
        leila.patch("/me", json!({ "name": "<b>Leïla</b>, \"x\" <a@b.dz>" })).await;
        shop.api().post("/auth/forgot-password", json!({ "email": address("leila") })).await;
        let mail = shop.mail_to(&address("leila")).await;
        assert!(!mail.html.contains("<b>") && mail.html.contains("&lt;b&gt;"), "{}", mail.html);
        assert_eq!(mail.to, address("leila"));
    }
}
