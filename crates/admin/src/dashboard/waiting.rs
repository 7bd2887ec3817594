//! What needs somebody now.

use db::{Query, record, sql};
use web::admin::Section;

/// The most that is counted of each: what is more than that is told as such.
pub(super) const MOST: i64 = 99;

record! {
    struct Counts {
        reports: i64,
        refunds: i64,
        doubts: i64,
        jobs: i64,
        missed: i64,
        fileless: i64,
        drafts: i64,
    }
}

/// Something that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Comments that were reported, or that a rule holds.
    Reports,
    /// Refunds that wait for a second admin, or whose money was not sent.
    Refunds,
    /// Payments of which nobody knows what became of them.
    Doubts,
    /// Work that was given up.
    Jobs,
    /// Books whose time to be published came, and which could not be.
    Missed,
    /// Published books with nothing to read.
    Fileless,
    /// Drafts that nobody published or set a time for.
    Drafts,
}

impl Kind {
    /// Its word in the API.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Refunds => "refunds",
            Self::Doubts => "payments_in_doubt",
            Self::Jobs => "failed_jobs",
            Self::Missed => "books_not_published",
            Self::Fileless => "books_without_files",
            Self::Drafts => "drafts",
        }
    }

    /// Where it is looked after, after the language.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Reports => "/admin/moderation",
            Self::Refunds => "/admin/refunds",
            Self::Doubts => "/admin/orders?status=doubt",
            Self::Jobs => "/admin/jobs?state=dead",
            Self::Missed => "/admin/books?missing=publication",
            Self::Fileless => "/admin/books?missing=files&status=published",
            Self::Drafts => "/admin/books?status=draft",
        }
    }

    /// Whose page that is.
    pub(super) const fn section(self) -> Section {
        match self {
            Self::Reports => Section::Moderation,
            Self::Refunds => Section::Refunds,
            Self::Doubts => Section::Orders,
            Self::Jobs => Section::Jobs,
            Self::Missed | Self::Fileless | Self::Drafts => Section::Books,
        }
    }
}

/// What waits, with how many of each there are, up to one more than [`MOST`]; what there is none of is left out.
pub(super) async fn waiting(db: &impl Query) -> db::Result<Vec<(Kind, i64)>> {
    let counts: Counts = db
        .one(sql!(
            "select
                (select count(*) from (select 1 as one from comments where queue is not null limit $1) q) as reports,
                (select count(*) from (select 1 as one from refunds where settled_at is null and declined_at is null limit $1) q) as refunds,
                (select count(*) from (select 1 as one from payments where status in ('unknown', 'review') limit $1) q) as doubts,
                (select count(*) from (select 1 as one from jobs where dead_at is not null limit $1) q) as jobs,
                (select count(*) from (select 1 as one from books where publish_missed_at is not null limit $1) q) as missed,
                (select count(*) from (select 1 as one from books
                    where status = 'published' and not has_epub and not has_pdf limit $1) q) as fileless,
                (select count(*) from (select 1 as one from books
                    where status = 'draft' and publish_at is null limit $1) q) as drafts",
            MOST + 1
        ))
        .await?;
    let all = [
        (Kind::Reports, counts.reports),
        (Kind::Doubts, counts.doubts),
        (Kind::Refunds, counts.refunds),
        (Kind::Jobs, counts.jobs),
        (Kind::Missed, counts.missed),
        (Kind::Fileless, counts.fileless),
        (Kind::Drafts, counts.drafts),
    ];
    Ok(all.into_iter().filter(|(_, count)| *count > 0).collect())
}
