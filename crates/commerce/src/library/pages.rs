//! `/library`: one's books, with the one that is being read on top; and the form that takes a free book.

use axum::extract::State as Shared;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use catalogue::{Alphabet, Book, Card, Filter, PriceFilter, paths, show};
use form_urlencoded::Serializer;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{BookCard, ContinueReading, Frame, Indexing, LibraryCard, ListSearch, Loading, Saving, SeeAll, Tab};
use web::{App, Capability, Error, Form, List, ListQuery, Page, Path, Routes};

use super::own::{Own, Shown, Wanted};
use super::wish::{notice, word};
use super::{LibraryEntry, Part, Sort, State};
use crate::t;

/// The library.
pub(crate) const LIBRARY: &str = "/library";
/// What sells best, and what is free: for an empty library.
const BEST: &str = "/best";
const FREE: &str = "/free";
/// Where somebody's address is verified.
const VERIFY: &str = "/verify";
/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;
/// Books on a shelf of an empty library.
const ON_A_SHELF: i64 = 12;

/// The pages, whose paths stand after the language.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .needs(Capability::KeepAccount, LIBRARY, get(show_library))
        // Open, since a visitor is led to sign in and back to where the button stood.
        .open("/book/{book}/claim", get(book).post(take))
}

/// `GET /library`
async fn show_library(page: Page, own: Own, query: ListQuery<Wanted>) -> web::Result<Response> {
    let (q, sort) = (query.filters.words()?, query.filters.sort());
    own.may_search(q)?;
    let chosen = Chosen { state: query.filters.state, sort, q };
    let paging = query.paging.with_default_limit(CARDS).of(sort.as_str());
    let is_first = paging.after::<super::Place>()?.is_none();
    let alphabet = Alphabet::of(page.locale);
    let part = Part { state: chosen.state, q, sort, alphabet, after: paging.after()?, rows: paging.rows() };
    let entries = LibraryEntry::list(&own.app.db, own.user, &part).await?;
    let list = paging.list(entries, |entry| entry.place(sort));
    let begun =
        if is_first && chosen.is_all() && !page.wants_fragment() { last_read(&own).await? } else { None };
    let shown = Shown::of(&own.app, &own.reader, list.items.iter().chain(&begun)).await?;
    let grid = grid(&page, &own, (&list, &shown), &chosen);
    if page.wants_fragment() {
        return Ok(page.fragment(grid));
    }
    let l = page.locale;
    let is_empty = list.items.is_empty();
    let body = html! {
        div.page-head {
            h1 { (t::library(l)) }
            @if !is_empty || !chosen.is_all() { (chosen.ways(&page)) }
        }
        @if let Some(strip) = begun.and_then(|begun| strip(&page, &own, &begun, &shown)) { (strip) }
        @if !is_empty { div.list { (grid) } } @else { (nothing(&page, &own, &chosen).await?) }
        @if !is_empty { (ui::offline_link(l)) }
        (ui::save_form(l, page.csrf()))
    };
    Ok(page.render(&frame(&page), &body))
}

fn frame(page: &Page) -> Frame {
    Frame { current: Some(Tab::Library), indexing: Indexing::Hidden, ..page.frame(t::library(page.locale)) }
}

/// What one is reading.
async fn last_read(own: &Own) -> db::Result<Option<LibraryEntry>> {
    let part = Part {
        state: Some(State::Reading),
        q: "",
        sort: Sort::LastRead,
        alphabet: Alphabet::default(),
        after: None,
        rows: 1,
    };
    Ok(LibraryEntry::list(&own.app.db, own.user, &part).await?.into_iter().next())
}

fn strip(page: &Page, own: &Own, begun: &LibraryEntry, shown: &Shown) -> Option<Markup> {
    let card = show::card(page, own.app.settings.currency, shown.card(begun.book_id)?, &shown.marks);
    let percent = card.progress.unwrap_or_default();
    let read = page.url(&paths::read(begun.book_id));
    Some(ui::continue_reading(page.locale, &ContinueReading { card, percent, read }))
}

fn grid(page: &Page, own: &Own, (list, shown): (&List<LibraryEntry>, &Shown), chosen: &Chosen<'_>) -> Markup {
    let l = page.locale;
    let cards: Vec<LibraryCard> =
        list.items.iter().filter_map(|entry| library_card(page, own, entry, shown)).collect();
    let more = list.next_cursor.as_ref().map(|cursor| chosen.address(page, Some(cursor)));
    html! {
        (ui::library_grid(l, &cards))
        @if let Some(more) = &more { (ui::load_more(l, more)) }
    }
}

fn library_card(page: &Page, own: &Own, entry: &LibraryEntry, shown: &Shown) -> Option<LibraryCard> {
    let card = shown.card(entry.book_id)?;
    let save = page.url(&paths::download(card.id));
    let saving = |format: &catalogue::Format| Saving {
        action: save.clone(),
        format: format.as_str(),
        label: show::format_name(*format),
    };
    Some(LibraryCard {
        card: BookCard { favourite: None, ..show::card(page, own.app.settings.currency, card, &shown.marks) },
        read: (!card.formats.is_empty()).then(|| page.url(&paths::read(card.id))),
        begun: entry.state() == State::Reading,
        finished: entry.state() == State::Finished,
        finish: format!("{}?next={}", page.url(&paths::finished(card.id)), page.url(LIBRARY)),
        saving: card.formats.iter().map(saving).collect(),
        id: card.id.get(),
    })
}

/// What is chosen of the library.
struct Chosen<'a> {
    state: Option<State>,
    sort: Sort,
    q: &'a str,
}

impl Chosen<'_> {
    /// Whether nothing is left out.
    fn is_all(&self) -> bool {
        self.state.is_none() && self.q.is_empty()
    }

    /// The field, the filters and the orders.
    fn ways(&self, page: &Page) -> Markup {
        let l = page.locale;
        let action = page.url(LIBRARY);
        let keep = self.state.map(|state| ("state", state.as_str()));
        let search = ListSearch { action: &action, label: t::library_search(l), q: self.q, keep };
        let filter =
            |label, state| ui::chip(label, &Self { state, ..*self }.address(page, None), self.state == state);
        let states = State::ALL.map(|state| filter(state_label(l, state), Some(state)));
        let filters: Vec<Markup> = [filter(t::library_all(l), None)]
            .into_iter()
            .chain(states)
            .chain([ui::offline_filter(l)])
            .collect();
        let order = |sort| {
            ui::chip(sort_label(l, sort), &Self { sort, ..*self }.address(page, None), self.sort == sort)
        };
        html! {
            (ui::list_search(l, &search))
            nav aria-label=(t::library_states(l)) { (ui::chips(&filters)) }
            nav.library-order aria-label=(t::library_sorts(l)) {
                span aria-hidden="true" { (t::library_sorts(l)) }
                (ui::chips(&Sort::ALL.map(order)))
            }
        }
    }

    fn address(&self, page: &Page, cursor: Option<&str>) -> String {
        let sort = if self.sort == Sort::Added { "" } else { self.sort.as_str() };
        let state = self.state.map_or("", State::as_str);
        let mut query = Serializer::new(String::new());
        for (name, value) in
            [("state", state), ("sort", sort), ("q", self.q), ("cursor", cursor.unwrap_or_default())]
        {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.url(LIBRARY))
    }
}

fn state_label(l: i18n::Locale, state: State) -> &'static str {
    match state {
        State::Unread => t::library_unread(l),
        State::Reading => t::library_reading(l),
        State::Finished => t::library_finished(l),
    }
}

fn sort_label(l: i18n::Locale, sort: Sort) -> &'static str {
    match sort {
        Sort::Added => t::library_sort_added(l),
        Sort::LastRead => t::library_sort_read(l),
        Sort::Title => t::library_sort_title(l),
    }
}

/// What stands there where there is no book: the way to some, or back to all.
async fn nothing(page: &Page, own: &Own, chosen: &Chosen<'_>) -> web::Result<Markup> {
    let l = page.locale;
    if !chosen.is_all() {
        let all = page.url(LIBRARY);
        let words = if chosen.q.is_empty() {
            t::library_nothing_such(l).to_owned()
        } else {
            t::library_nothing_found(l, chosen.q)
        };
        let way = html! { a.button.button--outline href=(all) data-ink { (t::library_show_all(l)) } };
        return Ok(ui::empty_state(&words, &way));
    }
    let (best, free) = suggested(own).await?;
    let marks = own.reader.marks(best.iter().chain(&free).map(|card| card.id)).await?;
    let shelf = |id, title, path: &str, cards: &[Card]| {
        let all = page.url(path);
        let cards = show::cards(page, own.app.settings.currency, cards, &marks);
        ui::shelf(l, &SeeAll { id, title, href: Some(&all) }, &cards, Loading::Lazy)
    };
    let browse = page.url(paths::BROWSE);
    Ok(html! {
        (ui::empty_state(t::library_empty(l), &html! { a.button href=(browse) data-ink { (t::library_browse(l)) } }))
        (shelf("best", t::library_best(l), BEST, &best))
        (shelf("free", t::library_free(l), FREE, &free))
    })
}

/// What sells best, and the newest that is free.
async fn suggested(own: &Own) -> db::Result<(Vec<Card>, Vec<Card>)> {
    let all = Filter::default();
    let free = Filter { price: Some(PriceFilter::Free), ..all };
    let best = catalogue::Part {
        filter: &all,
        sort: catalogue::Sort::BestSelling,
        alphabet: Alphabet::default(),
        after: None,
        rows: ON_A_SHELF,
    };
    let (best, free) =
        futures::try_join!(Card::list(&own.app.db, best), Card::newest(&own.app.db, &free, ON_A_SHELF))?;
    Ok((best.unwrap_or_default(), free))
}

/// What the button sends.
#[derive(Debug, Default, Deserialize)]
struct Pressed {
    #[serde(default)]
    next: String,
}

impl Pressed {
    /// The page where the button stood, or the book's.
    fn next(&self, page: &Page, book: Id<Book>) -> String {
        if web::is_own_path(&self.next) { self.next.clone() } else { page.url(&format!("/book/{book}")) }
    }
}

/// A form's address that is opened as a page (after a switch of language, say) leads to the book.
async fn book(page: Page, Path(book): Path<Id<Book>>) -> Response {
    Redirect::to(&page.url(&format!("/book/{book}"))).into_response()
}

/// Takes a free book into the library, and says so on the page where the button stood.
async fn take(
    page: Page,
    own: web::Result<Own>,
    Shared(app): Shared<App>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let next = pressed.next(&page, book);
    let own = match own {
        Err(Error::Unauthorized) => {
            // What is not there is said before anybody signs in for it.
            if !Book::is_published(&app.db, book).await? {
                return Err(Error::NotFound);
            }
            return Ok(page.to_sign_in_with(&next, &word(book)));
        }
        own => own?,
    };
    if !own.may_take() {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        return Ok(page.done(&format!("{VERIFY}?next={next}"), web::Notice::VerifyFirst));
    }
    let is_new = own.claim(book).await?;
    Ok(page.done_at(&next, notice(is_new)))
}
