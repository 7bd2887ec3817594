//! What readers said about books, and what of it waits for moderators.

use db::{Restoring, Result, Value};

use crate::books::{Counts, place};
use crate::chance::Chance;
use crate::plan::Plan;
use crate::rows::{Rows, row};

/// How a comment stands: its state, why it is held, why it is hidden, and its queue.
type Standing = (&'static str, Option<&'static str>, Option<&'static str>, Option<i64>);

const VISIBLE: Standing = ("visible", None, None, None);

const WORDS: [&str; 4] = [
    "Une fin que personne n’attend. À lire lentement.",
    "لم أستطع تركه قبل الصفحة الأخيرة.",
    "ⵉⵖⵓⴷⴰ ⴰⵟⴰⵙ.",
    "Slow at first, and then not at all.",
];

pub(crate) async fn fill(into: &Restoring, plan: &Plan, counts: &mut Counts) -> Result<u64> {
    let none = ["like_count", "reply_count"].map(|column| (column, Value::Int(0)));
    let alike =
        [none.as_slice(), &[("spoiler", Value::Bool(false)), ("spoiler_kept", Value::Bool(false))]].concat();
    let mut rows = Rows::of(into, "comments", COMMENT, &alike)?;
    let mut reports = Rows::of(into, "comment_reports", REPORT, &[])?;
    for key in 1..=plan.comments() {
        let mut chance = Chance::of("comment", key);
        let book = chance.skewed(plan.books) + 1;
        let writer = chance.skewed(plan.people) + 1;
        let made = plan.when(key, plan.comments());
        let standing = chance.weighed(
            &[
                (VISIBLE, 960),
                (("visible", None, None, Some(0)), 12),
                (("held", Some("link"), None, Some(1)), 10),
            ],
            ("hidden", None, Some("spam"), None),
        );
        let (state, held, hidden, queue) = standing;
        let reported = if queue == Some(0) { 1 + chance.skewed(4) } else { 0 };
        if state == "visible"
            && let Some(count) = counts.comments.get_mut(place(book))
        {
            *count += 1;
        }
        let words = chance.one(&WORDS).unwrap_or_default();
        rows.push(row![
            key,
            book,
            writer,
            words,
            format!("crowd-{key}"),
            state,
            held,
            hidden,
            reported,
            queue,
            queue.map(|_| made.plus_seconds(3_600)),
            made,
        ])
        .await?;
        for reader in 1..=reported {
            let by = (writer + reader) % plan.people + 1;
            reports.push(row![key, by, "spam", "", words, true, made.plus_seconds(1_800)]).await?;
        }
    }
    reports.end().await?;
    rows.end().await
}

const COMMENT: [&str; 12] = [
    "id",
    "book_id",
    "user_id",
    "words",
    "words_hash",
    "state",
    "held_because",
    "hidden_because",
    "report_count",
    "queue",
    "queued_at",
    "created_at",
];
const REPORT: [&str; 7] = ["comment_id", "user_id", "reason", "note", "words", "of_standing", "created_at"];
