//! What one gave books, to be changed or taken back.

use axum::response::Response;
use catalogue::Book;
use db::Db;
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Choice, Icon, Select, icon};
use web::{Error, Form, Notice, Page, Paging, Path, UserId};

use super::{Kind, listed};
use crate::own::OwnRating;
use crate::pages::MINE;
use crate::rating::Value;
use crate::t;
use crate::talker::Talker;

/// Half stars in the highest rating.
const HALVES: i64 = 10;

/// A part of them.
pub(super) async fn list(
    page: &Page,
    db: &Db,
    user: UserId,
    (paging, now): (&Paging, Timestamp),
) -> web::Result<Markup> {
    let rows = OwnRating::list(db, user, (paging.after()?, paging.rows())).await?;
    let list = paging.list(rows, OwnRating::place);
    let items: Vec<Markup> = list.items.iter().map(|own| item(page, own, now)).collect();
    let more = list.next_cursor.as_deref();
    Ok(listed(page, Kind::Ratings, (&items, more), t::mine_ratings_empty(page.locale)))
}

fn item(page: &Page, own: &OwnRating, now: Timestamp) -> Markup {
    let l = page.locale;
    let book = page.url(&catalogue::paths::book(own.book_id, &own.title));
    let action = page.url(&format!("{MINE}/ratings/{}", own.book_id));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    html! {
        article.own__rating {
            div.own__given {
                h2.own__title { a href=(book) { bdi { (own.title) } } }
                p.own__facts {
                    span.own__stars { (icon(Icon::Star)) b { (t::own_stars(l, &i18n::decimal(l, own.value, 1))) } }
                    (i18n::relative(l, own.updated_at, now))
                }
            }
            details.own__change {
                summary.button.button--outline data-ink aria-label=(t::own_change_of(l, &own.title)) { (t::own_change(l)) }
                (ui::form(&form, &fields(page, own)))
            }
        }
    }
}

fn fields(page: &Page, own: &OwnRating) -> Markup {
    let l = page.locale;
    // Programs may give any tenth; the nearest half is chosen.
    let nearest = (own.value + 2) / 5;
    let choices: Vec<Choice> = (0..=HALVES)
        .map(|halves| {
            let label = t::own_stars(l, &i18n::decimal(l, halves * 5, 1));
            Choice::new(stars(halves), label, halves == nearest)
        })
        .collect();
    let id = format!("rating-{}", own.book_id);
    let take_back = Button { label: t::own_take_back(l), kind: ButtonKind::Danger, ..Button::default() };
    html! {
        (ui::select(l, &Select { name: "value", id: Some(&id), label: t::own_rating_label(l), choices: &choices, ..Select::default() }))
        div.own__ways {
            (ui::button(&Button { label: t::own_save(l), ..Button::default() }, None))
            (ui::button(&take_back, Some(("remove", "yes"))))
        }
    }
}

/// As forms send it: `4.5`.
fn stars(halves: i64) -> String {
    format!("{}.{}", halves / 2, halves % 2 * 5)
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Filled {
    value: String,
    remove: String,
}

/// `POST /account/comments/ratings/{book}`
pub(in crate::pages) async fn change(
    page: Page,
    talker: Talker,
    Path(book): Path<Id<Book>>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let list = Kind::Ratings.address(&page, "");
    if !filled.remove.is_empty() {
        talker.rate(book, None).await?;
        return Ok(page.done_at(&list, Notice::RatingRemoved));
    }
    let value = filled.value.parse().ok().and_then(|stars| Value::from_stars(stars).ok());
    let value = value.ok_or_else(|| Error::invalid("value", "invalid", t::rating_out_of_range))?;
    talker.rate(book, Some(value)).await?;
    Ok(page.done_at(&list, Notice::RatingSaved))
}
