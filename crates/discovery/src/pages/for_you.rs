//! `/for-you`: everything that a reader is recommended, with the reasons. Of whom nothing is known is shown what the
//! shop's people put forward.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use catalogue::{Book, Card, Reader, show};
use kernel::Id;
use maud::html;
use ui::{BookCard, CardIn, Frame, Indexing, Loading};
use web::{App, ListQuery, NoFilters, Page};

use super::{FOR_YOU, HomeTab, lists::frame};
use crate::common::Common;
use crate::for_you::Recommendation;
use crate::home::not_for_me;
use crate::t;

/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;

/// `GET /for-you`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let l = page.locale;
    let paging = query.paging.with_default_limit(CARDS);
    let after: i64 = paging.after()?.unwrap_or(0);
    let own = match page.reader() {
        Some(me) => Recommendation::list(&app.db, l, me.user, after, paging.rows()).await?,
        None => Vec::new(),
    };
    let is_own = after > 0 || !own.is_empty();
    let list = paging.list(own, |one| one.rank);
    let mut reasons: HashMap<Id<Book>, String> = HashMap::new();
    let (title, books): (_, Vec<Id<Book>>) = if is_own {
        reasons.extend(list.items.iter().map(|one| (one.book_id, one.words(l))));
        (t::shelf_for_you(l), list.items.iter().map(|one| one.book_id).collect())
    } else {
        let me = page.reader().map(|me| me.user);
        let (why, books) = Common::read(&app.db, i64::from(CARDS)).await?.offered(&app.db, me).await?;
        (why.heading(l), books)
    };
    let found = Card::of(&app.db, &books).await?;
    let marks = reader.marks(books).await?;
    let card = |card: &Card| BookCard {
        reason: reasons.get(&card.id).cloned(),
        dismiss: reasons.contains_key(&card.id).then(|| not_for_me(&page, card.id)),
        ..show::card(&page, app.settings.currency, card, &marks)
    };
    let cards: Vec<BookCard> = found.iter().map(card).collect();
    let grid = html! {
        (ui::grid(l, &cards, CardIn::Grid, Loading::Eager))
        @if let Some(cursor) = &list.next_cursor {
            (ui::load_more(l, &format!("{}?cursor={cursor}", page.url(FOR_YOU))))
        }
    };
    if page.wants_fragment() {
        return Ok(page.fragment(grid));
    }
    let body = html! {
        div.page-head {
            h1 { (title) }
            @if !is_own && page.reader().is_some() { p.page-head__text { (t::for_you_empty(l)) } }
        }
        div.list { @if cards.is_empty() { (ui::empty_state(t::shop_empty(l), &html! {})) } @else { (grid) } }
    };
    let frame =
        Frame { indexing: Indexing::Hidden, title: title.to_owned(), ..frame(&page, HomeTab::ForYou) };
    Ok(page.render(&frame, &body))
}
