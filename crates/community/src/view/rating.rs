//! What readers give a book, how that is spread, and what the reader gives it.

use catalogue::{Book, Histogram, Ratings};
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use ui::{Bar, Button, ButtonKind, Icon, icon};
use web::Page;

use crate::pages::paths;
use crate::t;

/// Half stars in a whole rating.
const HALVES: i64 = 10;

/// The mean with the spread; each bar leads to the comments of those who gave so many stars.
pub(crate) fn summary(
    page: &Page,
    book: (Id<Book>, &str),
    (ratings, histogram): (Ratings, Histogram),
) -> Markup {
    let l = page.locale;
    let comments = page.url(&paths::comments(book));
    let bar = |(stars, count): (i64, i64)| Bar {
        stars,
        count,
        href: (count > 0).then(|| format!("{comments}?rating={stars}")),
    };
    let mut bars: Vec<Bar> = (1..).zip(histogram.stars()).map(bar).collect();
    bars.reverse();
    html! {
        div.talk__summary data-summary {
            @match catalogue::show::rating(ratings) {
                Some(rating) => {
                    (ui::histogram(l, rating, &bars))
                    p.talk__count { (t::ratings(l, ratings.count)) }
                }
                None => p.talk__count { (t::no_ratings(l)) },
            }
        }
    }
}

/// The form for one's own rating: half stars as radio buttons. It is sent by its button, with scripts by the choice itself,
/// and leads on to `next`; `wrong` is what is wrong with what was sent.
pub(crate) fn my_rating(
    page: &Page,
    book: Id<Book>,
    mine: Option<i64>,
    (next, wrong): (&str, Option<&str>),
) -> Markup {
    let l = page.locale;
    // Programs may give any tenth; the nearest half is marked.
    let half = mine.map(|tenths| (tenths + 2) / 5);
    html! {
        shop-rate data-book=(book) data-saved=(t::rating_saved(l)) data-removed=(t::rating_removed(l))
            data-undo=(t::undo(l)) data-lost=(t::rating_lost(l)) data-waits=(t::rating_waits(l)) {
            form.rate method="post" action=(page.url(&paths::rating(book))) {
                input type="hidden" name="csrf" value=(page.csrf());
                input type="hidden" name="next" value=(next);
                fieldset.rate__choice aria-describedby=[wrong.map(|_| "rating-error")] {
                    legend.rate__legend {
                        (t::my_rating(l)) " "
                        span.rate__mine data-mine { @if let Some(tenths) = mine { (given(l, tenths)) } }
                    }
                    div.stars {
                        label.stars__none {
                            input.stars__radio type="radio" name="value" value="0" checked[half == Some(0)];
                            span.visually-hidden { (given(l, 0)) }
                            span aria-hidden="true" { (i18n::number(l, 0)) }
                        }
                        @for step in 1..=HALVES {
                            label.stars__half {
                                input.stars__radio type="radio" name="value" value=(value(step))
                                    checked[half == Some(step)];
                                span.visually-hidden { (given(l, step * 5)) }
                                (icon(Icon::Star))
                            }
                        }
                    }
                    @if let Some(wrong) = wrong {
                        p.field__error #rating-error { (icon(Icon::CircleAlert)) span { (wrong) } }
                    }
                }
                div.rate__buttons {
                    (ui::button(&Button { label: t::rate(l), kind: ButtonKind::Outline, ..Button::default() }, None))
                    button.button.button--plain type="submit" name="remove" value="yes" data-ink
                        hidden[mine.is_none()] { span { (t::rating_remove(l)) } }
                }
            }
        }
    }
}

fn given(l: Locale, tenths: i64) -> String {
    t::stars_of_five(l, &i18n::decimal(l, tenths, 1))
}

/// As forms send it: `4.5`.
fn value(halves: i64) -> String {
    format!("{}.{}", halves / 2, halves % 2 * 5)
}
