//! Threads on a page: two steps deep, then flat, each reply naming whom it answers.

use kernel::Id;
use maud::{Markup, html};

use super::{Seen, article};
use crate::pages::paths;
use crate::{Comment, t};

/// The id of the list that `ui::load_more_of` lengthens.
pub(crate) const LIST: &str = "talk";

/// First comments with the beginnings of their threads.
pub(crate) fn threads(seen: &Seen<'_>, roots: &[Comment], replies: &[Comment]) -> Markup {
    let l = seen.page.locale;
    html! {
        ol.thread id=(LIST) role="list" {
            @for root in roots {
                @let own: Vec<&Comment> = replies.iter().filter(|reply| reply.root_id == Some(root.id)).collect();
                @let shown = i64::try_from(own.len()).unwrap_or(i64::MAX);
                li {
                    (article(seen, root))
                    @if !own.is_empty() { ol.thread__replies role="list" { (nested(seen, &own, root.id)) } }
                    @if root.reply_count > shown {
                        a.thread__all href=(seen.page.url(&paths::comment(seen.book, root.id))) {
                            (t::all_replies(l, root.reply_count))
                        }
                    }
                }
            }
        }
    }
}

/// A part of the replies to one comment, which stands above them.
pub(crate) fn replies(seen: &Seen<'_>, of: Id<Comment>, replies: &[Comment]) -> Markup {
    let all: Vec<&Comment> = replies.iter().collect();
    html! { ol.thread.thread__replies id=(LIST) role="list" { (nested(seen, &all, of)) } }
}

/// The replies in their order, the oldest first; below each that answers `top`, or something that is not here, those
/// that came out of it.
fn nested(seen: &Seen<'_>, replies: &[&Comment], top: Id<Comment>) -> Markup {
    let mut groups: Vec<Vec<&Comment>> = Vec::new();
    for reply in replies {
        let answers = reply.parent_id.filter(|parent| *parent != top);
        let group = answers
            .and_then(|parent| groups.iter_mut().find(|group| group.iter().any(|other| other.id == parent)));
        match group {
            Some(group) => group.push(reply),
            None => groups.push(vec![reply]),
        }
    }
    html! {
        @for group in &groups {
            li {
                @if let Some(first) = group.first() { (article(seen, first)) }
                @if group.len() > 1 {
                    ol.thread__replies role="list" {
                        @for reply in &group[1..] { li { (article(seen, reply)) } }
                    }
                }
            }
        }
    }
}
