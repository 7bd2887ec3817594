//! The talk on a book's own page: how it is rated, the most liked comments, the way to all, and the form.

use catalogue::{Book, BookPanels};
use db::Reading;
use futures::future::BoxFuture;
use maud::{Markup, html};
use web::{App, Page};

use super::book::key;
use super::door::Door;
use super::frame::talk;
use super::paths;
use crate::comment::Asked;
use crate::view::{Seen, my_rating, summary, threads};
use crate::{Comment, Sort, Viewer, t};

/// How many comments stand on the book's page.
const BEST: usize = 3;

/// What the talk has to show on a book's page.
pub(crate) struct Panel;

impl BookPanels for Panel {
    fn of<'a>(
        &'a self,
        app: &'a App,
        reading: &'a Reading,
        (page, book): (&'a Page, &'a Book),
    ) -> BoxFuture<'a, db::Result<Markup>> {
        Box::pin(async move {
            let reader = page.reader().map(AsRef::as_ref);
            let viewer = Viewer::of_reader(reading, reader, book.id).await?;
            // Their own may wait for a moderator, and be counted nowhere.
            let best = if book.comment_count > 0 || reader.is_some() {
                best(reading, &viewer, book).await?
            } else {
                Vec::new()
            };
            let door = Door::of(reading, reader).await?;
            Ok(view(app, (page, book), &viewer, (&best, &door)))
        })
    }
}

/// The most liked comments. Of those that nobody may read any more the places are passed over.
async fn best(db: &impl db::Query, viewer: &Viewer, book: &Book) -> db::Result<Vec<Comment>> {
    let rows = i64::try_from(2 * BEST).unwrap_or_default();
    let asked = Asked { sort: Sort::Top, stars: None, after: None, rows };
    let found = Comment::list(db, viewer, book.id, asked).await?.unwrap_or_default();
    Ok(found.into_iter().filter(|comment| !comment.is_placeholder()).take(BEST).collect())
}

fn view(
    app: &App,
    (page, book): (&Page, &Book),
    viewer: &Viewer,
    (best, door): (&[Comment], &Door),
) -> Markup {
    let l = page.locale;
    let now = app.clock.now();
    let seen = Seen { page, viewer, book: key(book), now, target: None };
    let all = page.url(&paths::comments(key(book)));
    let here = format!("{}#comments", page.address());
    let body = html! {
        div.talk {
            div.talk__aside {
                (summary(page, key(book), (book.ratings, book.histogram)))
                @if door.is_open() { (my_rating(page, book.id, viewer.rating, (&here, None))) }
            }
            div.talk__main {
                @if best.is_empty() { p.talk__none { (t::no_comments(l)) } }
                (threads(&seen, best, &[]))
                @if book.comment_count > 0 {
                    a.button.button--outline.talk__all href=(all) data-ink { (t::all_of(l, book.comment_count)) }
                }
                (door.draw(page, key(book), now))
            }
        }
    };
    let head = ui::SeeAll { id: "comments", title: t::talk(l), href: None };
    ui::section(l, &head, &talk(page, book.id, &body))
}
