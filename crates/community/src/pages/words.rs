//! What somebody said, as those read it to whom nothing of it is folded: the writer, and moderators.

use i18n::Locale;
use maud::{Markup, html};

use crate::t;
use crate::text::{Inline, paragraphs};

/// Draws a text; what stands between bars is open, and marked.
pub(super) fn words(l: Locale, text: &str) -> Markup {
    html! {
        div.words dir="auto" {
            @for paragraph in paragraphs(text) { p dir="auto" { (pieces(l, &paragraph)) } }
        }
    }
}

fn pieces(l: Locale, pieces_of: &[Inline<'_>]) -> Markup {
    html! {
        @for piece in pieces_of {
            @match piece {
                Inline::Text(text) => { (text) }
                Inline::Break => { br; }
                Inline::Link { href, text } => {
                    a href=(href) rel="ugc nofollow noopener noreferrer" target="_blank" { bdi { (text) } }
                }
                Inline::Spoiler(hidden) => {
                    mark.words__spoiler { span.visually-hidden { (t::spoiler_part(l)) " " } (pieces(l, hidden)) }
                }
            }
        }
    }
}
