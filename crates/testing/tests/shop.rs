//! What the shop of a test does for it: its jobs, its mails, its clock.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jobs::{Job, Registry, enqueue, enqueue_at};
use mail::Message;
use testing::TestApp;
use web::{App, Site};

/// Writes to Leïla.
#[derive(serde::Serialize, serde::Deserialize)]
struct Write {
    subject: String,
}

impl Job for Write {
    const KIND: &'static str = "test.write";
}

async fn write(app: App, job: Write) -> anyhow::Result<()> {
    anyhow::ensure!(!job.subject.is_empty(), "there is nothing to say");
    let message = Message {
        to: "leila@example.org".to_owned(),
        to_name: None,
        subject: job.subject,
        text: "Hello".to_owned(),
        html: "<p>Hello</p>".to_owned(),
        language: "fr".to_owned(),
        attachments: Vec::new(),
    };
    Ok(app.mail.send(&message, app.clock.now(), &app.random).await?)
}

fn site() -> Site {
    Site::new().jobs(Registry::new().on::<Write>(write).every(
        "test.daily",
        std::time::Duration::from_hours(24),
        daily,
    ))
}

async fn daily(app: App) -> anyhow::Result<()> {
    write(app, wanted("daily")).await
}

fn wanted(subject: &str) -> Write {
    Write { subject: subject.to_owned() }
}

async fn subjects(shop: &TestApp) -> Vec<String> {
    shop.mails().await.into_iter().map(|mail| mail.subject).collect()
}

testing::on_both_databases! {
    in site();

    async fn jobs_run_when_the_test_says_so_and_mails_are_read_in_order(shop: TestApp) {
        let (db, now) = (&shop.app.db, shop.app.clock.now());
        for subject in ["one", "two"] {
            enqueue(db, &wanted(subject), now).await.unwrap();
        }
        enqueue_at(db, &wanted("three"), now.plus_seconds(60)).await.unwrap();
        assert!(shop.mails().await.is_empty());
        shop.run_jobs().await;
        assert_eq!(subjects(&shop).await, ["one", "two"]);
        shop.advance(60);
        shop.run_jobs().await;
        shop.run_scheduled("test.daily").await;
        assert_eq!(subjects(&shop).await, ["one", "two", "three", "daily"]);
    }

    #[should_panic(expected = "jobs are left that nobody ran")]
    async fn a_test_that_leaves_jobs_undone_fails(shop: TestApp) {
        enqueue(&shop.app.db, &wanted("left"), shop.app.clock.now()).await.unwrap();
    }

    #[should_panic(expected = "there is nothing to say")]
    async fn a_job_that_fails_fails_the_test(shop: TestApp) {
        enqueue(&shop.app.db, &wanted(""), shop.app.clock.now()).await.unwrap();
        shop.run_jobs().await;
    }
}
