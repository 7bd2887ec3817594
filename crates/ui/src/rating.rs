//! A book's rating: one glyph with its number, never a row of stars; and its spread on the book's page.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Icon, icon, t};

/// What readers gave a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// The average in tenths, 0 to 50.
    pub tenths: i64,
    /// How many readers rated.
    pub count: i64,
}

impl Rating {
    pub(crate) fn average(self, l: Locale) -> String {
        i18n::decimal(l, self.tenths, 1)
    }
}

/// One line of figures for eyes, and the same as a sentence for ears. Empty if there is nothing to say.
pub fn rating_line(l: Locale, rating: Option<Rating>, comments: Option<i64>) -> Markup {
    if rating.is_none() && comments.is_none() {
        return html! {};
    }
    let spoken: Vec<String> = rating
        .map(|rating| t::rated(l, &rating.average(l), rating.count))
        .into_iter()
        .chain(comments.map(|count| t::comments(l, count)))
        .collect();
    html! {
        p.rating {
            span.visually-hidden { (i18n::list_and(l, &spoken)) }
            span.rating__figures aria-hidden="true" {
                @if let Some(rating) = rating {
                    (icon(Icon::Star)) b { (rating.average(l)) } bdi { "(" (i18n::number(l, rating.count)) ")" }
                }
                @if rating.is_some() && comments.is_some() { span { "·" } }
                @if let Some(count) = comments { (icon(Icon::Message)) bdi { (i18n::number(l, count)) } }
            }
        }
    }
}

/// How many readers gave so many stars.
#[derive(Debug, Clone)]
pub struct Bar {
    /// 1 to 5.
    pub stars: i64,
    /// How many readers.
    pub count: i64,
    /// The list of comments with this many stars, if there is one.
    pub href: Option<String>,
}

/// The spread of ratings beside the average. The bars only illustrate; the counts are text.
pub fn histogram(l: Locale, rating: Rating, bars: &[Bar]) -> Markup {
    let all = bars.iter().map(|bar| bar.count).sum::<i64>().max(1);
    html! {
        div.histogram {
            p.histogram__average { b { (rating.average(l)) } span { (t::out_of_five(l)) } }
            ul role="list" {
                @for bar in bars {
                    li { (row(l, bar, bar.count * 100 / all)) }
                }
            }
        }
    }
}

fn row(l: Locale, bar: &Bar, percent: i64) -> Markup {
    let inside = html! {
        span aria-hidden="true" { (i18n::number(l, bar.stars)) }
        span.visually-hidden { (t::histogram_row(l, bar.stars)) }
        svg.histogram__bar aria-hidden="true" focusable="false" { rect width=(format_args!("{percent}%")) height="100%" {} }
        span { (i18n::number(l, bar.count)) }
    };
    html! {
        @if let Some(href) = &bar.href { a.histogram__row href=(href) { (inside) } }
        @else { span.histogram__row { (inside) } }
    }
}
