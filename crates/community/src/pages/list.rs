//! `/book/{id}-{title}/comments`: the comments on a book, a part at a time, by age or by likes, all or those of readers
//! who gave it so many stars.

use axum::extract::State;
use axum::response::Response;
use catalogue::Book;
use form_urlencoded::Serializer;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Applied, Frame};
use web::{App, IdSlug, List, ListQuery, OrNotFound as _, Page, Path};

use super::book::key;
use super::door::Door;
use super::frame::{crumbs, frame, talk};
use super::paths;
use crate::comment::Asked;
use crate::view::{LIST, Seen, my_rating, summary, threads};
use crate::{Comment, Sort, Viewer, t};

/// What the address says.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Chosen {
    rating: Option<i64>,
    sort: Option<Sort>,
}

impl Chosen {
    fn sort(self) -> Sort {
        self.sort.unwrap_or(Sort::New)
    }

    /// A bar that there is not is none.
    fn stars(self) -> Option<i64> {
        self.rating.filter(|stars| (1..=5).contains(stars))
    }

    fn address(self, page: &Page, book: &Book, cursor: Option<&str>) -> String {
        let pairs = [
            ("rating", self.stars().map(|stars| stars.to_string())),
            ("sort", self.sort.map(|sort| sort.to_string())),
            ("cursor", cursor.map(str::to_owned)),
        ];
        let mut query = Serializer::new(String::new());
        for (name, value) in &pairs {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.url(&paths::comments(key(book))))
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path(part): Path<IdSlug<Book>>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let (chosen, paging) = (query.filters, query.paging);
    let asked =
        Asked { sort: chosen.sort(), stars: chosen.stars(), after: paging.after()?, rows: paging.rows() };
    let reading = app.db.reading().await?;
    let book = Book::find_published(&reading, part.id).await?.or_404()?;
    if part.slug != book.slug().as_str() {
        return Ok(page.moved_to(&paths::comments(key(&book))));
    }
    let reader = page.reader().map(AsRef::as_ref);
    let viewer = Viewer::of_reader(&reading, reader, book.id).await?;
    let rows = Comment::list(&reading, &viewer, book.id, asked).await?.ok_or_else(web::invalid_cursor)?;
    let list = paging.list(rows, |comment| comment.place(chosen.sort()));
    let roots: Vec<_> = list.items.iter().filter(|one| one.reply_count > 0).map(|one| one.id).collect();
    let replies = Comment::first_replies(&reading, &viewer, &roots).await?;
    let door = Door::of(&reading, reader).await?;
    drop(reading);
    let shown = Shown { app: &app, book: &book, chosen, viewer: &viewer, list, replies, door };
    let l = page.locale;
    let title = t::talk_page(l, &book.title);
    let back = catalogue::paths::book(book.id, &book.title);
    let preview = catalogue::show::preview(&page, "website", &book.cover, &book.title);
    Ok(page.render(&Frame { preview, ..frame(&page, &title, &back) }, &shown.view(&page)))
}

/// What the page shows.
struct Shown<'a> {
    app: &'a App,
    book: &'a Book,
    chosen: Chosen,
    viewer: &'a Viewer,
    list: List<Comment>,
    replies: Vec<Comment>,
    door: Door,
}

impl Shown<'_> {
    fn view(&self, page: &Page) -> Markup {
        let l = page.locale;
        let book = key(self.book);
        let now = self.app.clock.now();
        html! {
            (crumbs(page, book, None))
            (talk(page, book.0, &html! {
                div.talk-page {
                    div.talk-page__head {
                        h1 { (t::comments(l)) }
                        p { a href=(page.url(&catalogue::paths::book(book.0, book.1))) { bdi { (book.1) } } }
                    }
                    div.talk__aside {
                        (summary(page, book, (self.book.ratings, self.book.histogram)))
                        @if self.door.is_open() { (my_rating(page, book.0, self.viewer.rating, (&page.address(), None))) }
                    }
                    div.talk__main {
                        (self.door.draw(page, book, now))
                        (self.tools(page))
                        (self.comments(page))
                    }
                }
            }))
        }
    }

    /// The orders, and what the list is narrowed by.
    fn tools(&self, page: &Page) -> Markup {
        let l = page.locale;
        let order = |sort: Sort, label| {
            let address = Chosen { sort: Some(sort), ..self.chosen }.address(page, self.book, None);
            ui::chip(label, &address, sort == self.chosen.sort())
        };
        let applied: Vec<Applied> = self
            .chosen
            .stars()
            .map(|stars| Applied {
                label: t::only_stars(l, stars),
                href: Chosen { rating: None, ..self.chosen }.address(page, self.book, None),
            })
            .into_iter()
            .collect();
        html! {
            @if !self.list.items.is_empty() || !applied.is_empty() {
                div.talk__tools {
                    nav aria-label=(t::order(l)) {
                        (ui::chips(&[order(Sort::New, t::order_new(l)), order(Sort::Top, t::order_top(l))]))
                    }
                    (ui::applied_filters(l, &applied, None))
                }
            }
        }
    }

    fn comments(&self, page: &Page) -> Markup {
        let l = page.locale;
        let seen =
            Seen { page, viewer: self.viewer, book: key(self.book), now: self.app.clock.now(), target: None };
        html! {
            @if self.list.items.is_empty() { (self.nothing(page)) }
            (threads(&seen, &self.list.items, &self.replies))
            @if let Some(cursor) = &self.list.next_cursor {
                (ui::load_more_of(l, &self.chosen.address(page, self.book, Some(cursor)), LIST))
            }
        }
    }

    fn nothing(&self, page: &Page) -> Markup {
        let l = page.locale;
        if self.chosen.stars().is_none() {
            return ui::empty_state(t::no_comments(l), &html! {});
        }
        let all = Chosen { rating: None, ..self.chosen }.address(page, self.book, None);
        let way = html! { a.button.button--outline href=(all) data-ink { (t::show_all_comments(l)) } };
        ui::empty_state(t::no_comments_of_stars(l), &way)
    }
}
