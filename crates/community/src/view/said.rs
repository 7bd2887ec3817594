//! What somebody wrote: paragraphs, lines, links, and what stays folded. Every piece is escaped where it is drawn.

use i18n::Locale;
use maud::{Markup, html};

use crate::text::{Inline, paragraphs};
use crate::{Comment, Fold, Viewer, t};

/// About how many characters stand on a line.
const LINE: usize = 64;
/// From how many lines on a comment is clipped: some more than are left then, so that nobody unfolds a single line.
const LINES: usize = 18;

/// A comment's words for a viewer. All of it stays folded where it gives the story away, or its writer had read further.
pub(crate) fn said(l: Locale, viewer: &Viewer, comment: &Comment) -> Markup {
    let fold = viewer.fold(comment);
    let text = html! {
        div.clip__text {
            @for paragraph in paragraphs(&comment.text) {
                div.said__paragraph dir="auto" { (pieces(l, &paragraph, fold)) }
            }
        }
    };
    let text = ui::clip(l, is_long(&comment.text), &text);
    if fold.whole {
        ui::folded(l, &whole(l, viewer, comment, fold), t::spoiler_group(l), &text)
    } else {
        text
    }
}

/// Whether a text takes so many lines that those below it would be out of sight.
fn is_long(text: &str) -> bool {
    let lines = |line: &str| 1 + line.chars().count() / LINE;
    text.lines().filter(|line| !line.trim().is_empty()).map(lines).sum::<usize>() > LINES
}

/// Why all of it is folded.
fn whole(l: Locale, viewer: &Viewer, comment: &Comment, fold: Fold) -> String {
    let written = comment.written_at_percent.filter(|_| fold.by_progress);
    match written.map(|percent| super::percent(l, percent)) {
        Some(written) if viewer.percent > 0.0 => {
            t::folded_behind(l, &written, &super::percent(l, viewer.percent))
        }
        Some(written) => t::folded_further(l, &written),
        None => t::folded_whole(l).to_owned(),
    }
}

fn pieces(l: Locale, pieces: &[Inline<'_>], fold: Fold) -> Markup {
    html! { @for piece in pieces { (inline(l, piece, fold)) } }
}

fn inline(l: Locale, piece: &Inline<'_>, fold: Fold) -> Markup {
    html! {
        @match piece {
            Inline::Text(text) => (text),
            Inline::Break => br;,
            Inline::Link { href, text } => {
                a href=(href) rel="ugc nofollow noopener noreferrer" { bdi { (text) } }
            }
            Inline::Spoiler(inside) => {
                @let hidden = self::pieces(l, inside, fold);
                @if fold.parts { (ui::spoiler(l, &hidden)) } @else { span.said__spoiler { (hidden) } }
            }
        }
    }
}
