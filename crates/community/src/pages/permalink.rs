//! `/book/{id}-{title}/comments/{id}`: one comment, below what it answers and above what answers it.

use axum::extract::State;
use axum::response::Response;
use catalogue::Book;
use kernel::Id;
use maud::{Markup, html};
use web::{App, Error, IdSlug, List, ListQuery, NoFilters, OrNotFound as _, Page, Path};

use super::book::BookName;
use super::composing::lead;
use super::frame::{crumbs, frame, talk};
use super::paths;
use crate::view::{LIST, Seen, article, replies};
use crate::{Comment, Viewer, t};

/// `GET /comment/{id}`: leads to where it stands.
pub(super) async fn find(
    page: Page,
    State(app): State<App>,
    Path(id): Path<Id<Comment>>,
) -> web::Result<Response> {
    let book = BookName::of(&app.db, id).await?;
    Ok(lead(&page.url(&paths::comment(book.key(), id))))
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path((part, id)): Path<(IdSlug<Book>, Id<Comment>)>,
    ListQuery { paging, .. }: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let reading = app.db.reading().await?;
    let book = BookName::of(&reading, id).await?;
    let reader = page.reader().map(AsRef::as_ref);
    let viewer = Viewer::of_reader(&reading, reader, book.id).await?;
    let comment = Comment::find(&reading, &viewer, id).await?.or_404()?;
    if part.id != book.id {
        return Err(Error::NotFound);
    }
    if part.slug != kernel::Slug::of(&book.title).as_str() {
        return Ok(page.moved_to(&format!("{}/{id}", paths::comments(book.key()))));
    }
    let above = above(&reading, &viewer, &comment).await?;
    let rows = Comment::replies(&reading, &viewer, &comment, (paging.after()?, paging.rows())).await?;
    drop(reading);
    let shown = Shown { above, comment, replies: paging.list(rows, |reply| reply.id) };
    let now = app.clock.now();
    let seen = Seen { page: &page, viewer: &viewer, book: book.key(), now, target: Some(id) };
    let title = t::talk_page(page.locale, &book.title);
    let back = paths::comments(book.key());
    Ok(page.render(&frame(&page, &title, &back), &shown.view(&seen)))
}

/// The first comment of its thread, and what it answers where that is another one.
async fn above(db: &impl db::Query, viewer: &Viewer, comment: &Comment) -> db::Result<Vec<Comment>> {
    let mut above = Vec::new();
    let Some(root) = comment.root_id else { return Ok(above) };
    above.extend(Comment::find(db, viewer, root).await?);
    if let Some(parent) = comment.parent_id.filter(|parent| *parent != root) {
        above.extend(Comment::find(db, viewer, parent).await?);
    }
    Ok(above)
}

/// What the page shows.
struct Shown {
    above: Vec<Comment>,
    comment: Comment,
    replies: List<Comment>,
}

impl Shown {
    fn view(&self, seen: &Seen<'_>) -> Markup {
        let (page, l) = (seen.page, seen.page.locale);
        html! {
            (crumbs(page, seen.book, Some(t::one_comment(l))))
            (talk(page, seen.book.0, &html! {
                div.talk-page.talk-page--thread {
                    div.talk-page__head {
                        h1 { (t::one_comment(l)) }
                        @let book = page.url(&catalogue::paths::book(seen.book.0, seen.book.1));
                        p { a href=(book) { bdi { (seen.book.1) } } }
                    }
                    ol.thread role="list" { (self.step(seen, &self.above)) }
                    p.talk__ways {
                        @if let Some(root) = self.comment.root_id {
                            a href=(seen.address(root)) { (t::whole_thread(l)) }
                        }
                        a href=(page.url(&paths::comments(seen.book))) { (t::all_comments(l)) }
                    }
                }
            }))
        }
    }

    /// One step of the thread above the comment, and what is below it.
    fn step(&self, seen: &Seen<'_>, above: &[Comment]) -> Markup {
        let l = seen.page.locale;
        html! {
            @match above.split_first() {
                Some((first, rest)) => li {
                    (article(seen, first))
                    ol.thread__replies role="list" { (self.step(seen, rest)) }
                },
                None => li {
                    (article(seen, &self.comment))
                    @if !self.replies.items.is_empty() {
                        (replies(seen, self.comment.id, &self.replies.items))
                    }
                    @if let Some(cursor) = &self.replies.next_cursor {
                        @let more = format!("{}/{}?cursor={cursor}", paths::comments(seen.book), self.comment.id);
                        (ui::load_more_of(l, &seen.page.url(&more), LIST))
                    }
                },
            }
        }
    }
}
