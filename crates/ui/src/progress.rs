//! How far a book was read: a ring on its cover, a bar in a row.

use i18n::Locale;
use maud::{Markup, html};

use crate::t;

/// The ring's circumference with a radius of 15.915 units is 100, so that a percentage is a length.
const RADIUS: &str = "15.915";

/// A ring that is filled so far, 0 to 100.
pub fn progress_ring(l: Locale, percent: i64) -> Markup {
    let percent = percent.clamp(0, 100);
    let label = t::progress_read(l, &i18n::percent(l, percent));
    html! {
        svg.ring viewBox="0 0 36 36" role="img" aria-label=(label) {
            circle.ring__ground cx="18" cy="18" r=(RADIUS) {}
            circle.ring__done cx="18" cy="18" r=(RADIUS) stroke-dasharray=(format_args!("{percent} 100")) {}
        }
    }
}

/// A bar that is filled so far, 0 to 100. The element itself turns round in Arabic.
pub fn progress_bar(l: Locale, percent: i64) -> Markup {
    let percent = percent.clamp(0, 100);
    let label = t::progress_read(l, &i18n::percent(l, percent));
    html! { progress.progress max="100" value=(percent) aria-label=(label) {} }
}
