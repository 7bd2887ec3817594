//! Mails as files.

use std::fs;
use std::path::Path;

use kernel::Random;
use mail::{Mailer, SendError};
use tempfile::TempDir;

use crate::{message, now, sender};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[tokio::test]
async fn a_mail_comes_out_of_the_folder_as_it_went_in() {
    let folder = TempDir::new().unwrap();
    let mailer = Mailer::folder(folder.path().join("mail"), sender());
    let mailbox = mailer.mailbox().unwrap();
    assert!(mailbox.list().await.unwrap().is_empty(), "there is no folder yet");
    mailer.send(&message(), now(), &Random::seeded(1)).await.unwrap();
    let mails = mailbox.list().await.unwrap();
    let (mail, sent) = (&mails[0], message());
    assert_eq!(mail.at, Some(now()));
    assert_eq!(mail.from, "no-reply@shop.example");
    assert_eq!((&mail.to, &mail.to_name), (&sent.to, &sent.to_name));
    assert_eq!((&mail.subject, &mail.language), (&sent.subject, &sent.language));
    assert_eq!((&mail.text, &mail.html), (&sent.text, &sent.html));
    assert!(mail.name.starts_with("20261123T090000000Z-"), "{}", mail.name);
    assert_eq!(mailbox.read(&mail.name).await.unwrap().as_ref(), Some(mail));
}

#[tokio::test]
async fn mails_of_one_moment_keep_their_order_newest_first() {
    let folder = TempDir::new().unwrap();
    let mailer = Mailer::folder(folder.path(), sender());
    let random = Random::seeded(1);
    for subject in ["one", "two", "three"] {
        mailer
            .clone()
            .send(&mail::Message { subject: subject.to_owned(), ..message() }, now(), &random)
            .await
            .unwrap();
    }
    let mails = mailer.mailbox().unwrap().list().await.unwrap();
    assert_eq!(mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(), ["three", "two", "one"]);
}

#[tokio::test]
async fn nothing_from_outside_becomes_a_header() {
    let folder = TempDir::new().unwrap();
    let mailer = Mailer::folder(folder.path(), sender());
    let evil = mail::Message {
        to_name: Some("Leïla\r\nBcc: one@example.org\r\n\r\n<script>".to_owned()),
        subject: "Hello\r\nBcc: two@example.org\n\nbody\u{2028}more\0".to_owned(),
        language: "ar\r\nBcc: three@example.org".to_owned(),
        ..message()
    };
    mailer.send(&evil, now(), &Random::seeded(1)).await.unwrap();
    let mails = mailer.mailbox().unwrap().list().await.unwrap();
    assert_eq!(mails[0].subject, "Hello Bcc: two@example.org body more");
    assert_eq!(mails[0].to_name.as_deref(), Some("Leïla Bcc: one@example.org <script>"));
    assert_eq!(mails[0].text, message().text);
    let raw = fs::read_to_string(folder.path().join(&mails[0].name)).unwrap();
    let (head, _) = raw.split_once("\r\n\r\n").unwrap();
    let names: Vec<_> = head
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type"
        ]
    );
    assert!(head.is_ascii() && !head.contains('\0'));
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_for_ever_and_not_repeated() {
    let folder = TempDir::new().unwrap();
    let mailer = Mailer::folder(folder.path(), sender());
    for to in [
        "ليلى@example.org",
        "leila",
        "leila@example.org\r\nBcc: x@example.org",
        "a@example.org,b@example.org",
    ] {
        let refused =
            mailer.send(&mail::Message { to: to.to_owned(), ..message() }, now(), &Random::seeded(1)).await;
        let Err(SendError::Permanent(words)) = refused else { panic!("{to}: {refused:?}") };
        assert!(!words.contains(to), "{words}");
    }
    assert!(names(folder.path()).is_empty());
}

#[tokio::test]
async fn a_name_from_outside_leads_nowhere_else() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("secret.eml"), "Subject: secret\r\n\r\nx").unwrap();
    fs::create_dir(folder.path().join("mail")).unwrap();
    let mailer = Mailer::folder(folder.path().join("mail"), sender());
    mailer.send(&message(), now(), &Random::seeded(1)).await.unwrap();
    fs::write(folder.path().join("mail/.draft.eml"), "x").unwrap();
    fs::write(folder.path().join("mail/notes.txt"), "x").unwrap();
    let mailbox = mailer.mailbox().unwrap();
    for name in ["../secret.eml", "..%2fsecret.eml", ".draft.eml", "notes.txt", "", "none.eml", "/etc/passwd"]
    {
        assert_eq!(mailbox.read(name).await.unwrap(), None, "{name}");
    }
    assert_eq!(mailbox.list().await.unwrap().len(), 1);
}
