//! Mails to a real server.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use kernel::Random;
use mail::{Mailer, SendError};
use tempfile::TempDir;

use crate::server::MailServer;
use crate::{message, now, sender};

/// Tells the child process below which server it is to talk to.
const URL: &str = "WARRAQ_TEST_SMTP_URL";

async fn send(url: &str) -> Result<(), SendError> {
    let mailer = Mailer::smtp(&url.parse().unwrap(), sender()).unwrap();
    mailer.send(&message(), now(), &Random::system()).await
}

#[tokio::test]
async fn a_mail_arrives_whole() {
    let server = MailServer::start(&[]);
    send(&format!("smtp://{}", server.address)).await.unwrap();
    let mails = server.mails();
    let (mail, sent) = (&mails[0], message());
    assert_eq!(mail["hello"], "shop.example");
    assert_eq!(mail["sender"], "no-reply@shop.example");
    assert_eq!(mail["recipients"], serde_json::json!(["leila@example.org"]));
    assert_eq!(mail["from"], serde_json::json!({ "address": "no-reply@shop.example", "name": "ورّاق" }));
    assert_eq!(mail["to"], serde_json::json!({ "address": "leila@example.org", "name": "Leïla Haddad" }));
    assert_eq!(mail["subject"], sent.subject);
    assert_eq!(mail["date"], "2026-11-23T09:00:00.000Z");
    assert_eq!(mail["text"], sent.text);
    assert_eq!(mail["html"].as_str().unwrap().trim_end(), sent.html);
    let header = |name: &str| mail["headers"][name].as_str().unwrap_or_default().to_owned();
    assert_eq!(header("auto-submitted"), "auto-generated");
    assert_eq!(header("content-language"), "ar");
    assert!(header("content-type").starts_with("multipart/alternative"), "{}", header("content-type"));
    assert!(header("message-id").ends_with("@shop.example>"), "{}", header("message-id"));
}

#[tokio::test]
async fn a_domain_of_any_script_goes_over_the_wire_in_ascii() {
    let server = MailServer::start(&[]);
    let mailer = Mailer::smtp(&format!("smtp://{}", server.address).parse().unwrap(), sender()).unwrap();
    let to = "leila@مكتبة.example".to_owned();
    mailer.send(&mail::Message { to, ..message() }, now(), &Random::system()).await.unwrap();
    // The server reads the recipient back into Arabic: the header shows what was sent.
    let header = server.mails()[0]["headers"]["to"].as_str().unwrap().to_owned();
    assert!(header.ends_with("<leila@xn--ngbcb3hj.example>"), "{header}");
}

#[tokio::test]
async fn mails_share_a_connection_and_have_names_of_their_own() {
    let server = MailServer::start(&[]);
    let mailer = Mailer::smtp(&format!("smtp://{}", server.address).parse().unwrap(), sender()).unwrap();
    for _ in 0..2 {
        mailer.clone().send(&message(), now(), &Random::system()).await.unwrap();
        // The connection goes back to the others a moment later.
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let mails = server.mails();
    assert_eq!(mails[0]["connection"], mails[1]["connection"]);
    assert_ne!(mails[0]["headers"]["message-id"], mails[1]["headers"]["message-id"]);
}

#[tokio::test]
async fn what_the_server_refuses_for_ever_is_told_from_what_may_succeed_later() {
    let never = MailServer::start(&["--refuse", "550"]);
    let refused = send(&format!("smtp://{}", never.address)).await.unwrap_err();
    assert!(matches!(refused, SendError::Permanent(_)), "{refused:?}");
    assert!(!refused.to_string().contains("leila@"), "the server repeats the address, we do not: {refused}");

    let later = MailServer::start(&["--refuse", "450"]);
    let refused = send(&format!("smtp://{}", later.address)).await.unwrap_err();
    assert!(matches!(refused, SendError::Transient(_)), "{refused:?}");
    assert!(never.mails().is_empty() && later.mails().is_empty());
}

#[tokio::test]
async fn a_server_that_is_away_may_come_back() {
    let address = MailServer::start(&[]).address.clone();
    let failed = send(&format!("smtp://{address}")).await.unwrap_err();
    assert!(matches!(failed, SendError::Transient(_)), "{failed:?}");
}

#[tokio::test]
async fn credentials_that_are_refused_are_ours_to_mend() {
    let server = MailServer::start(&["--user", "shop", "--password", "right"]);
    send(&format!("smtp://shop:right@{}", server.address)).await.unwrap();
    assert_eq!(server.mails()[0]["user"], "shop");
    for url in [format!("smtp://shop:wrong@{}", server.address), format!("smtp://{}", server.address)] {
        let failed = send(&url).await.unwrap_err();
        assert!(matches!(failed, SendError::Transient(_)), "{failed:?}");
        assert!(!format!("{failed:?} {failed}").contains("wrong"), "{failed:?}");
    }
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn nothing_is_sent_where_encryption_is_wanted_and_not_offered_or_not_trusted() {
    let bare = MailServer::start(&[]);
    let stranger = MailServer::start(&["--starttls"]);
    let wrapped = MailServer::start(&["--tls"]);
    for url in [
        format!("smtp://{}?tls=required", bare.address),
        format!("smtp://{}?tls=required", stranger.address),
        format!("smtps://{}", wrapped.address),
    ] {
        let failed = send(&url).await.unwrap_err();
        assert!(matches!(failed, SendError::Transient(_)), "{url}: {failed:?}");
    }
    assert!(bare.mails().is_empty() && stranger.mails().is_empty() && wrapped.mails().is_empty());
}

#[test]
fn mails_go_encrypted_to_a_server_that_the_machine_trusts() {
    let folder = TempDir::new().unwrap();
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let file = |name: &str, text: String| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let (cert, key) = (file("cert.pem", made.cert.pem()), file("key.pem", made.signing_key.serialize_pem()));
    let known = [
        "--cert",
        cert.to_str().unwrap(),
        "--key",
        key.to_str().unwrap(),
        "--user",
        "shop",
        "--password",
        "p@ss word",
    ];
    for (way, scheme, query) in [("--starttls", "smtp", "?tls=required"), ("--tls", "smtps", "")] {
        let server = MailServer::start(&[&known[..], &[way]].concat());
        let host = server.address.replace("127.0.0.1", "localhost");
        let url = format!("{scheme}://shop:p%40ss%20word@{host}{query}");
        // Whom the machine trusts is read from the environment, which a process cannot safely change for itself.
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "smtp::in_a_process_that_trusts_the_server", "--ignored", "--nocapture"])
            .env("SSL_CERT_FILE", &cert)
            .env(URL, url)
            .output()
            .unwrap();
        assert!(child.status.success(), "{way}: {}", String::from_utf8_lossy(&child.stdout));
        let mails = server.mails();
        assert_eq!((&mails[0]["secure"], &mails[0]["user"]), (&true.into(), &"shop".into()));
    }
}

#[tokio::test]
#[ignore = "the second half of the test above, which starts it"]
#[expect(
    clippy::disallowed_methods,
    reason = "the test above says by the environment which server it started"
)]
async fn in_a_process_that_trusts_the_server() {
    let Ok(url) = std::env::var(URL) else { return };
    send(&url).await.unwrap();
}
