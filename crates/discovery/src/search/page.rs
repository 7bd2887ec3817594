//! The page of the search: the field, what was found with its filters, and what to do where nothing was.

mod filters;
mod results;

use axum::extract::State;
use axum::response::Response;
use catalogue::changes::Findable;
use catalogue::{Reader, show};
use kernel::Currency;
use maud::{Markup, html};
use ui::{AppBar, CardIn, Frame, Indexing, Loading, SearchField};
use web::{App, Client, ListQuery, Page, UserId, Visit};

use self::filters::Chosen;
use super::answer::{self, Found};
use super::{Search, facets};
use crate::keeping::Searches;
use crate::{requests, t};

/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;
/// Authors, and series, shown beside the books.
const NAMES: usize = 6;
/// Of one's own searches.
const RECENT: i64 = 8;
/// Books that are shown where nothing was asked for, or found.
const POPULAR: i64 = 12;

/// `GET /search`
pub(crate) async fn show(
    page: Page,
    State(app): State<App>,
    search: Search,
    (client, reader, visit): (Client, Reader, Visit),
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    search.admit(client)?;
    let user = page.reader().map(|me| me.user);
    let ListQuery { filters: mut chosen, paging } = query;
    // On a page a text that is too long is cut, not refused: whoever pasted it wants an answer.
    let cut: String = chosen.q.as_deref().unwrap_or_default().chars().take(answer::LONGEST).collect();
    let text = answer::text(Some(&cut))?;
    if text.is_empty() {
        return Ok(page.render(&frame(&page, ""), &start(&page, &app, user, &reader).await?));
    }
    let paging = paging.with_default_limit(CARDS);
    chosen.q = Some(text.clone());
    let narrowed = chosen.narrowed(&app, page.locale).await?;
    let found = answer::books(&app, &search, &text, &narrowed.is, (chosen.sort(), &paging)).await?;
    let marks = reader.marks(found.books.items.iter().map(|card| card.id)).await?;
    let books = show::cards(&page, app.settings.currency, &found.books.items, &marks);
    let more = found.books.next_cursor.as_deref().map(|cursor| chosen.address(&page, Some(cursor)));
    let grid = |books: &[ui::BookCard]| {
        html! {
            (ui::grid(page.locale, books, CardIn::Section, Loading::Eager))
            @if let Some(more) = &more { (ui::load_more(page.locale, more)) }
        }
    };
    if page.wants_fragment() {
        return Ok(page.fragment(grid(&books)));
    }
    // What a browser fetches ahead of a click, nobody asked for.
    if let Some(user) = user.filter(|_| visit == Visit::Real && paging.whole().is_ok()) {
        Searches::record(&app.db, user, &text, app.clock.now()).await?;
    }
    let names = results::names(&page, &app, &search, &text).await?;
    let shown = if books.is_empty() {
        nothing(&page, &app, &reader, (&chosen, &found), &names).await?
    } else {
        results::view(&page, &found, (&text, &books, &grid(&books)), &names)
    };
    let body = html! {
        (head(&page, app.settings.currency, (&chosen, &narrowed), &found))
        div.list.list--filtered {
            (ui::filters(page.locale, &filters::form(&page, &app, &chosen, &narrowed, &found)))
            div.list__books { (shown) }
        }
    };
    Ok(page.render(&frame(&page, &text), &body))
}

/// The frame of the page, with what was typed in its field.
fn frame(page: &Page, text: &str) -> Frame {
    let l = page.locale;
    let title = if text.is_empty() { t::search_title(l).to_owned() } else { t::search_of(l, text) };
    let plain = page.frame(&title);
    let search = plain.search.clone().map(|field| SearchField { text: text.to_owned(), ..field });
    let bar = AppBar::Sub { title: String::new(), back: page.url("/"), actions: html! {} };
    Frame { indexing: Indexing::Hidden, search, bar, ..plain }
}

fn head(
    page: &Page,
    own: Currency,
    (chosen, narrowed): (&Chosen, &filters::Narrowing),
    found: &Found,
) -> Markup {
    let text = chosen.q.as_deref().unwrap_or_default();
    let l = page.locale;
    let applied = chosen.applied(page, own, narrowed);
    html! {
        div.page-head {
            (field(page, text))
            h1.search-head { (t::search_title(l)) @if !text.is_empty() { " " bdi { (text) } } }
            @if let Some(meant) = &found.corrected {
                p.search-meant {
                    @let link = page.url(&format!("/search?{}", filters::pair("q", meant)));
                    a href=(link) { (t::search_meant(l, meant)) }
                }
            }
            @if found.is_partial { p.page-head__text role="status" { (t::search_partial(l)) } }
            div.page-head__tools {
                (ui::filter_button(l, applied.len()))
                (ui::applied_filters(l, &applied, found.books.total))
            }
        }
    }
}

/// The field on small screens, where the bar has only its button.
fn field(page: &Page, text: &str) -> Markup {
    let Some(field) = page.frame("").search else { return html! {} };
    html! { div.search-page__field { (ui::search_field(page.locale, &SearchField { text: text.to_owned(), ..field })) } }
}

/// Where nothing was typed yet: one's own last searches, and what is asked for.
async fn start(page: &Page, app: &App, user: Option<UserId>, reader: &Reader) -> web::Result<Markup> {
    let l = page.locale;
    let recent = match user {
        Some(user) => Searches::recent(&app.db, user, RECENT).await?,
        None => Vec::new(),
    };
    let popular = popular(page, app, reader).await?;
    Ok(html! {
        div.page-head { (field(page, "")) h1 { (t::search_title(l)) } }
        @if !recent.is_empty() { (results::recent(page, &recent)) }
        (popular)
    })
}

/// Where somebody who found nothing may go on.
async fn popular(page: &Page, app: &App, reader: &Reader) -> web::Result<Markup> {
    let l = page.locale;
    let (title, cards) = results::popular(app, l, POPULAR).await?;
    if cards.is_empty() {
        return Ok(html! {});
    }
    let marks = reader.marks(cards.iter().map(|card| card.id)).await?;
    let books = show::cards(page, app.settings.currency, &cards, &marks);
    let title = ui::SeeAll { id: "popular", title, href: None };
    Ok(ui::shelf(l, &title, &books, Loading::Lazy))
}

/// What to do where nothing was found.
async fn nothing(
    page: &Page,
    app: &App,
    reader: &Reader,
    (chosen, found): (&Chosen, &Found),
    names: &[results::Named],
) -> web::Result<Markup> {
    let l = page.locale;
    let text = chosen.q.as_deref().unwrap_or_default();
    let is_narrowed = chosen.is_narrowed();
    let wider = page.url(&format!("/search?{}", filters::pair("q", text)));
    let genres = found.facets.get(facets::GENRE).is_some_and(|counts| !counts.is_empty());
    Ok(html! {
        (ui::empty_state(&t::search_nothing(l, text), &html! {
            @if is_narrowed || genres {
                a.button.button--outline href=(&wider) data-ink { (t::search_drop_filters(l)) }
            } @else {
                a.button.button--outline href=(page.url(catalogue::paths::BROWSE)) data-ink { (t::search_browse(l)) }
            }
        }))
        p.search-hint { (t::search_nothing_hint(l)) }
        (results::by_name(page, names))
        @if !is_narrowed { (requests::form(page, text, wider)) }
        (popular(page, app, reader).await?)
    })
}

/// The kinds that are shown by name beside the books.
const NAMED: [Findable; 2] = [Findable::Author, Findable::Series];
