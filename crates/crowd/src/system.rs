//! What the shop keeps of its own work: jobs, mails, uploads, and what those who run it did.

use db::{Restoring, Result, Value};

use crate::chance::Chance;
use crate::people::{STAFF, username};
use crate::plan::Plan;
use crate::rows::{Rows, json, row};

/// Jobs that were given up, and those that wait for tomorrow.
const DEAD: i64 = 5_000;
const WAITING: i64 = 5_000;
const DAY: i64 = 86_400;
/// Files that were dropped; those that are long over would be swept away.
const UPLOADS: i64 = 20_000;

/// Jobs that are never taken up: their kind is none of the program's, and their time comes later than anybody measures.
pub(crate) async fn jobs(into: &Restoring, plan: &Plan) -> Result<u64> {
    let columns = ["id", "kind", "payload", "due_at", "wanted_at", "tries", "last_error", "dead_at"];
    let mut rows = Rows::of(into, "jobs", columns, &[])?;
    for key in 1..=DEAD + WAITING {
        let mut chance = Chance::of("job", key);
        let kind = chance.weighed(
            &[("commerce.receipt_mail", 600), ("commerce.ask_payment", 300)],
            "catalogue.check_upload",
        );
        let is_dead = key <= DEAD;
        let wanted = if is_dead {
            plan.when(key, DEAD)
        } else {
            plan.until.plus_seconds(30 * DAY + chance.below(DAY))
        };
        rows.push(row![
            key,
            kind,
            "{}",
            wanted,
            wanted,
            if is_dead { 8_i64 } else { 0 },
            is_dead.then_some("the mail server did not answer"),
            is_dead.then(|| wanted.plus_seconds(3_600)),
        ])
        .await?;
    }
    rows.end().await
}

pub(crate) async fn mails(into: &Restoring, plan: &Plan) -> Result<u64> {
    let columns =
        ["id", "job_id", "kind", "payload", "user_id", "email", "locale", "state", "answer", "tries", "at"];
    let mut rows = Rows::of(into, "mail_log", columns, &[])?;
    for key in 1..=plan.entries() {
        let mut chance = Chance::of("mail", key);
        let reader = chance.skewed(plan.people) + 1;
        let state = chance.weighed(&[("failed", 4), ("waiting", 1)], "sent");
        rows.push(row![
            key,
            DEAD + WAITING + key,
            chance.weighed(
                &[("commerce.receipt_mail", 800), ("accounts.verification_mail", 150)],
                "accounts.reset_mail"
            ),
            "{}",
            reader,
            format!("{}@exemple.dz", username(reader)),
            chance.weighed(&[("fr", 480), ("ar", 440)], "en"),
            state,
            (state != "sent").then_some("550 no such mailbox"),
            1_i64,
            plan.when(key, plan.entries()),
        ])
        .await?;
    }
    rows.end().await
}

pub(crate) async fn audit(into: &Restoring, plan: &Plan) -> Result<u64> {
    let columns =
        ["id", "at", "actor_id", "actor", "act", "subject_kind", "subject_id", "before", "after", "address"];
    let mut rows = Rows::of(into, "audit_log", columns, &[])?;
    for key in 1..=plan.entries() {
        let mut chance = Chance::of("entry", key);
        // The last of those who run the shop hardly do anything, and some acts are rare.
        let actor = chance.skewed(STAFF) + 1;
        let (act, kind, subjects, before, after) = chance.weighed(
            &[
                (
                    (
                        "book.price",
                        "book",
                        plan.books,
                        r#"{"price":"900.00 DZD"}"#,
                        r#"{"price":"850.00 DZD"}"#,
                    ),
                    600,
                ),
                (("book.change", "book", plan.books, r#"{"language":"fr"}"#, r#"{"language":"ar"}"#), 250),
                (
                    (
                        "comment.hide",
                        "comment",
                        plan.comments(),
                        r#"{"state":"visible"}"#,
                        r#"{"state":"hidden"}"#,
                    ),
                    100,
                ),
                (
                    ("user.suspend", "user", plan.people, r#"{"suspended":false}"#, r#"{"suspended":true}"#),
                    48,
                ),
            ],
            ("user.role", "user", plan.people, r#"{"role":"reader"}"#, r#"{"role":"moderator"}"#),
        );
        rows.push(row![
            key,
            plan.when(key, plan.entries()),
            actor,
            username(actor),
            act,
            kind,
            chance.skewed(subjects) + 1,
            json(before),
            json(after),
            "192.0.2.7",
        ])
        .await?;
    }
    rows.end().await
}

pub(crate) async fn uploads(into: &Restoring, plan: &Plan) -> Result<u64> {
    let columns = [
        "id",
        "user_id",
        "username",
        "address",
        "name",
        "state",
        "expected",
        "received",
        "book_id",
        "outcome",
        "refusal",
        "findings",
        "created_at",
        "touched_at",
        "target_id",
        "target_format",
    ];
    let mut rows = Rows::of(into, "uploads", columns, &[])?;
    for key in 1..=UPLOADS {
        let mut chance = Chance::of("upload", key);
        let sender = chance.skewed(8) + 1;
        let refused = chance.happens(30);
        let book = chance.below(plan.books) + 1;
        let is_further = chance.happens(50);
        // Those of a month, for older ones are forgotten.
        let at = plan.until.plus_seconds(-20 * DAY + key * 20 * DAY / UPLOADS);
        let bytes = 200_000 + chance.skewed(30_000_000);
        rows.push(row![
            key,
            sender,
            username(sender),
            "192.0.2.7",
            format!("livre-{key}.epub"),
            if refused { "refused" } else { "entered" },
            bytes,
            bytes,
            (!refused).then_some(book),
            (!refused).then_some("added"),
            if refused { json(r#"{"code":"unreadable","detail":""}"#) } else { Value::Null },
            json("[]"),
            at,
            at,
            is_further.then_some(book),
            is_further.then_some("epub"),
        ])
        .await?;
    }
    rows.end().await
}
