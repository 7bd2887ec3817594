//! The list of what is wrong, on top of a form that came back.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Icon, icon, t};

/// Draws the summary; each problem is the id of a field and a sentence. Focus moves to it without JavaScript, and its
/// links lead to the fields. Set [`Frame::has_problems`](crate::Frame) as well.
pub fn problem_summary(l: Locale, problems: &[(&str, &str)]) -> Markup {
    let count = i64::try_from(problems.len()).unwrap_or(i64::MAX);
    html! {
        div.alert.alert--danger {
            (icon(Icon::CircleAlert))
            div {
                h2.alert__title tabindex="-1" autofocus { (t::form_problems(l, count)) }
                ul.alert__list {
                    @for (name, message) in problems { li { a href=(format_args!("#{name}")) { (message) } } }
                }
            }
        }
    }
}
