//! Mails through the public face: into a folder, and to a real SMTP server.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod folder;
mod server;
mod smtp;

use kernel::Timestamp;
use mail::{Message, Sender};

fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn sender() -> Sender {
    "ورّاق <no-reply@shop.example>".parse().unwrap()
}

/// A mail to Leïla, in Arabic.
fn message() -> Message {
    Message {
        to: "leila@example.org".to_owned(),
        to_name: Some("Leïla Haddad".to_owned()),
        subject: "رمز الدخول إلى متجر الكتب: 123456".to_owned(),
        text: "مرحبا ليلى،\n\nرمزك: 123456\n".to_owned(),
        html: "<p lang=\"ar\" dir=\"rtl\">مرحبا ليلى، رمزك: <b>123456</b></p>".to_owned(),
        language: "ar".to_owned(),
        attachments: Vec::new(),
    }
}
