//! The ways to the books of genres: a few covers of each, its name, and how many there are.

use maud::{Markup, html};

use crate::{Cover, CoverSize, Loading, cover, text::Plain};

/// How many genres are in sight when the page opens.
const IN_SIGHT: usize = 4;

/// A genre with covers that stand for it.
#[derive(Debug, Clone)]
pub struct Collage {
    /// The page of its books.
    pub href: String,
    /// Its name.
    pub name: String,
    /// How many books it has, in words.
    pub count: String,
    /// The covers; the first lies in front.
    pub covers: Vec<Cover>,
}

/// Draws them side by side. The covers are ornament: what is said is the name and the number.
pub fn collages(list: &[Collage]) -> Markup {
    html! {
        ul.collages role="list" {
            @for (at, one) in list.iter().enumerate() {
                @let loading = if at < IN_SIGHT { Loading::Eager } else { Loading::Lazy };
                li {
                    a.collage href=(Plain(&one.href)) data-ink {
                        span.collage__covers {
                            @for picture in &one.covers { (cover(picture, CoverSize::Thumb, loading)) }
                        }
                        bdi.collage__name { (one.name) }
                        span.collage__count { (one.count) }
                    }
                }
            }
        }
    }
}
