//! What moderators did about one's words, and why.

use db::Db;
use i18n::Locale;
use kernel::Timestamp;
use maud::{Markup, html};
use ui::{Alert, Tone};
use web::{Page, Paging, UserId};

use super::{Kind, listed};
use crate::moderation::{Act, Notice};
use crate::t;

/// For how long a notice stands above one's comments, in seconds.
const LATELY: i64 = 14 * 24 * 60 * 60;
/// How many do.
const FEW: i64 = 3;

/// A part of them, the latest first.
pub(super) async fn list(
    page: &Page,
    db: &Db,
    user: UserId,
    (paging, now): (&Paging, Timestamp),
) -> web::Result<Markup> {
    let rows = Notice::list(db, user, (paging.after()?, paging.rows())).await?;
    let list = paging.list(rows, |notice| notice.id);
    let items: Vec<Markup> = list.items.iter().map(|notice| item(page, notice, now)).collect();
    let more = list.next_cursor.as_deref();
    Ok(listed(page, Kind::Notices, (&items, more), t::mine_notices_empty(page.locale)))
}

/// Those of the last days, to stand above the comments.
pub(super) async fn lately(page: &Page, db: &Db, user: UserId, now: Timestamp) -> web::Result<Markup> {
    let l = page.locale;
    let since = now.plus_seconds(-LATELY);
    let latest = Notice::list(db, user, (None, FEW)).await?;
    let latest: Vec<Notice> = latest.into_iter().filter(|notice| notice.created_at > since).collect();
    if latest.is_empty() {
        return Ok(Markup::default());
    }
    let body = html! {
        @for notice in &latest { (told(page, notice)) }
        p { a href=(Kind::Notices.address(page, "")) { (t::mine_all_notices(l)) } }
    };
    Ok(ui::alert(&Alert { tone: Tone::Info, title: t::mine_lately(l), body }))
}

fn item(page: &Page, notice: &Notice, now: Timestamp) -> Markup {
    html! {
        article.own__notice {
            (told(page, notice))
            p.own__facts { (i18n::relative(page.locale, notice.created_at, now)) }
        }
    }
}

fn told(page: &Page, notice: &Notice) -> Markup {
    let l = page.locale;
    let comment = notice.comment_id.map(|id| page.url(&format!("/comment/{id}")));
    html! {
        p {
            (words(l, notice))
            @if let Some(reason) = notice.reason { " " (t::own_reason(l, reason.label(l))) }
            @if let Some(href) = comment { " " a href=(href) { (t::notice_comment(l)) } }
        }
        @if !notice.note.is_empty() { p.own__note dir="auto" { (notice.note) } }
    }
}

fn words(l: Locale, notice: &Notice) -> String {
    let until = notice.until.map(|until| i18n::date_time(l, until)).unwrap_or_default();
    match notice.act {
        Act::Keep => t::notice_keep(l).to_owned(),
        Act::Restore => t::notice_restore(l).to_owned(),
        Act::Hide => t::notice_hide(l).to_owned(),
        Act::MarkSpoiler => t::notice_mark_spoiler(l).to_owned(),
        Act::Warn => t::notice_warn(l).to_owned(),
        Act::Suspend => t::notice_suspend(l, &until),
        Act::Reinstate => t::notice_reinstate(l).to_owned(),
    }
}
