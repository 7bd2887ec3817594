//! What waits for moderators, with all that they need to decide: what was said, to whom, about which book, what readers
//! find wrong with it, and what is known of the writer.

use std::collections::HashMap;

use catalogue::{Book, text_enum};
use db::{Query, list, record, sql};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use web::{Role, UserId};

use crate::comment::comments;
use crate::{Comment, Reason, Viewer};

text_enum! {
    /// Which comments moderators look at.
    pub enum Kind {
        /// All that wait: the reported ones first, then those that a rule holds, the oldest first.
        Open = "open",
        /// Those that readers reported.
        Reported = "reported",
        /// Those that a rule holds and nobody reported.
        Held = "held",
        /// Those that are hidden, the latest first.
        Hidden = "hidden",
    }
}

/// The place of a case in the queue: where the next part begins.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct CasePlace(i64, Timestamp, i64);

record! {
    struct Waiting {
        id: Id<Comment>,
        book_id: Id<Book>,
        title: String,
        parent_id: Option<Id<Comment>>,
        queue: Option<i64>,
        queued_at: Option<Timestamp>,
        report_count: i64,
        writer_id: Option<UserId>,
    }

    /// What a reader found wrong with a comment.
    pub struct ReportOn {
        /// The comment.
        pub comment_id: Id<Comment>,
        /// Who reported it.
        pub user_id: UserId,
        /// Their unique name.
        pub username: String,
        /// What kind of thing is wrong.
        pub reason: Reason,
        /// In their own words; may be empty.
        pub note: String,
        /// What the comment said when they reported it.
        pub words: String,
        /// Whether their word counts towards holding the comment.
        pub of_standing: bool,
        /// When they said so.
        pub created_at: Timestamp,
        /// When a moderator had looked at it; `None` while none has.
        pub closed_at: Option<Timestamp>,
    }

    /// What is known of somebody who wrote a comment.
    pub struct WriterRecord {
        /// Who it is.
        pub id: UserId,
        /// Their unique name.
        pub username: String,
        /// What they want to be called; may be empty.
        pub name: String,
        /// What they may do.
        pub role: Role,
        /// Since when they have the account.
        pub created_at: Timestamp,
        /// Until when they may not write.
        pub suspended_until: Option<Timestamp>,
        /// How many of their comments can be seen.
        pub visible: i64,
        /// How many are hidden.
        pub hidden: i64,
        /// How often they were warned.
        pub warned: i64,
        /// How often they were suspended.
        pub suspended: i64,
    }
}

/// A comment that a moderator looks at.
#[derive(Debug, Clone)]
pub struct Case {
    /// What was said; nothing of it where its writer has deleted it since it was reported.
    pub comment: Comment,
    /// What it answers.
    pub parent: Option<Comment>,
    /// The title of the book.
    pub title: String,
    /// Who said it; `None` where the account is gone.
    pub writer: Option<WriterRecord>,
    /// What readers find wrong with it, the first report first; those that moderators have looked at as well.
    pub reports: Vec<ReportOn>,
    /// How many reports are still to be looked at.
    pub report_count: i64,
    /// Since when it waits; `None` where it does not.
    pub queued_at: Option<Timestamp>,
    queue: i64,
}

impl Case {
    /// A part of what moderators look at.
    pub async fn list(
        db: &impl Query,
        viewer: &Viewer,
        kind: Kind,
        (after, rows): (Option<CasePlace>, i64),
    ) -> db::Result<Vec<Self>> {
        let queued: Vec<Waiting> = if kind == Kind::Hidden {
            let before = after.map_or(i64::MAX, |CasePlace(_, _, id)| id);
            db.all(sql!(
                "select c.id, c.book_id, b.title, c.parent_id, c.queue, c.queued_at, c.report_count,
                        coalesce(c.user_id, c.withdrawn_by) as writer_id
                 from comments c join books b on b.id = c.book_id
                 where c.state = 'hidden' and c.id < $1 order by c.id desc limit $2",
                before,
                rows
            ))
            .await?
        } else {
            let (queue, at, id) =
                after.map_or((-1, String::new(), 0), |CasePlace(queue, at, id)| (queue, at.to_string(), id));
            db.all(sql!(
                "select c.id, c.book_id, b.title, c.parent_id, c.queue, c.queued_at, c.report_count,
                        coalesce(c.user_id, c.withdrawn_by) as writer_id
                 from comments c join books b on b.id = c.book_id
                 where c.queue is not null and c.queue between $1 and $2 and (c.queue, c.queued_at, c.id) > ($3, $4, $5)
                 order by c.queue, c.queued_at, c.id limit $6",
                i64::from(kind == Kind::Held),
                i64::from(kind != Kind::Reported),
                queue,
                at,
                id,
                rows
            ))
            .await?
        };
        Self::of(db, viewer, queued).await
    }

    /// The case of one comment, whether or not it waits; `None` where nothing of it is left to look at.
    pub async fn find(db: &impl Query, viewer: &Viewer, id: Id<Comment>) -> db::Result<Option<Self>> {
        let queued: Vec<Waiting> = db
            .all(sql!(
                "select c.id, c.book_id, b.title, c.parent_id, c.queue, c.queued_at, c.report_count,
                        coalesce(c.user_id, c.withdrawn_by) as writer_id
                 from comments c join books b on b.id = c.book_id where c.id = $1 and (c.state <> 'deleted' or c.withdrawn_by is not null)",
                id
            ))
            .await?;
        Ok(Self::of(db, viewer, queued).await?.pop())
    }

    /// Its place in a list.
    pub fn place(&self) -> CasePlace {
        let at = self.queued_at.unwrap_or(self.comment.created_at);
        CasePlace(self.queue, at, self.comment.id.get())
    }

    async fn of(db: &impl Query, viewer: &Viewer, queued: Vec<Waiting>) -> db::Result<Vec<Self>> {
        if queued.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<Id<Comment>> = queued.iter().map(|one| one.id).collect();
        let said = ids.iter().copied().chain(queued.iter().filter_map(|one| one.parent_id));
        let writers = queued.iter().filter_map(|one| one.writer_id);
        let (comments, reports, writers) = futures::try_join!(
            said_in(db, viewer, said.collect()),
            reports_on(db, &ids),
            records(db, writers.collect())
        )?;
        let case = |one: Waiting| {
            Some(Self {
                comment: comments.get(&one.id)?.clone(),
                parent: one.parent_id.and_then(|parent| comments.get(&parent).cloned()),
                title: one.title,
                writer: one.writer_id.and_then(|writer| writers.get(&writer).cloned()),
                reports: reports.iter().filter(|report| report.comment_id == one.id).cloned().collect(),
                report_count: one.report_count,
                queued_at: one.queued_at,
                queue: one.queue.unwrap_or_default(),
            })
        };
        Ok(queued.into_iter().filter_map(case).collect())
    }
}

async fn said_in(
    db: &impl Query,
    viewer: &Viewer,
    ids: Vec<Id<Comment>>,
) -> db::Result<HashMap<Id<Comment>, Comment>> {
    let found: Vec<Comment> = db
        .all(sql!(
            comments!("select c.* from comments c where c.id in ($2…)", "order by said.id"),
            viewer.key(),
            list(ids)
        ))
        .await?;
    Ok(found.into_iter().map(|comment| (comment.id, comment.seen_by(viewer))).collect())
}

async fn reports_on(db: &impl Query, ids: &[Id<Comment>]) -> db::Result<Vec<ReportOn>> {
    db.all(sql!(
        "select r.comment_id, r.user_id, u.username, r.reason, r.note, r.words, r.of_standing, r.created_at, r.closed_at
         from comment_reports r join users u on u.id = r.user_id
         where r.comment_id in ($1…) order by r.created_at, r.user_id",
        list(ids.iter().copied())
    ))
    .await
}

async fn records(db: &impl Query, users: Vec<UserId>) -> db::Result<HashMap<UserId, WriterRecord>> {
    let found: Vec<WriterRecord> = db
        .all(sql!(
            "select u.id, u.username, u.name, u.role, u.created_at, u.suspended_until,
                    (select count(*) from comments c where c.user_id = u.id and c.state = 'visible') as visible,
                    (select count(*) from comments c where c.user_id = u.id and c.state = 'hidden') as hidden,
                    (select count(*) from moderation_notices n where n.user_id = u.id and n.act = 'warn') as warned,
                    (select count(*) from moderation_notices n where n.user_id = u.id and n.act = 'suspend') as suspended
             from users u where u.id in ($1…)",
            list(users)
        ))
        .await?;
    Ok(found.into_iter().map(|record| (record.id, record)).collect())
}
