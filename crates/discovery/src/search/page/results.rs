//! What was found: the best match, the books, then authors and series by name.

use catalogue::changes::Findable;
use catalogue::names::{Kind, names_in};
use catalogue::{Alphabet, Card, Filter, Part, Sort, paths};
use i18n::Locale;
use maud::{Markup, html};
use ui::{BookCard, CardIn, Loading, SeeAll};
use web::{App, Page};

use super::super::{Search, facets};
use super::{Found, NAMED, NAMES, filters};
use crate::keeping::{HISTORY_REMOVE, Search as OwnSearch};
use crate::{best, t};

/// Authors or series, with their addresses.
pub(super) struct Named {
    kind: Findable,
    list: Vec<Name>,
}

/// One of them.
struct Name {
    id: i64,
    href: String,
    /// As everybody knows it.
    own: String,
    /// As it is called in the language of the page, where that is something else.
    here: Option<String>,
}

/// Authors and series that have what was typed; none while the index is being made.
pub(super) async fn names(page: &Page, app: &App, search: &Search, text: &str) -> db::Result<Vec<Named>> {
    let mut named = found(page, search, text).await;
    let ids = |kind: Findable| -> Vec<i64> {
        named.iter().filter(|one| one.kind == kind).flat_map(|one| &one.list).map(|name| name.id).collect()
    };
    let (mut authors, mut series) = futures::try_join!(
        names_in(&app.db, Kind::Author, ids(Findable::Author), page.locale),
        names_in(&app.db, Kind::Series, ids(Findable::Series), page.locale)
    )?;
    for Named { kind, list } in &mut named {
        let called = if *kind == Findable::Series { &mut series } else { &mut authors };
        for name in list {
            name.here = called.remove(&name.id);
        }
    }
    Ok(named)
}

async fn found(page: &Page, search: &Search, text: &str) -> Vec<Named> {
    let Some(index) = search.index() else { return Vec::new() };
    let text = text.to_owned();
    let kinds = NAMED.map(facets::kind);
    let asked = tokio::task::spawn_blocking(move || index.suggest(&text, &kinds, NAMES)).await;
    let Ok(Ok(found)) = asked else { return Vec::new() };
    let named = NAMED.into_iter().map(|kind| {
        let of_kind = found.iter().filter(|one| one.kind == facets::kind(kind));
        let list = of_kind.filter_map(|one| {
            let (name, id) = (one.titles.first()?, i64::try_from(one.id).ok()?);
            let path = match kind {
                Findable::Series => paths::series(kernel::Id::new(id), name),
                _ => paths::author(kernel::Id::new(id), name),
            };
            Some(Name { id, href: page.url(&path), own: name.clone(), here: None })
        });
        Named { kind, list: list.collect() }
    });
    named.filter(|one| !one.list.is_empty()).collect()
}

/// The results of a search.
pub(super) fn view(
    page: &Page,
    found: &Found,
    (text, books, grid): (&str, &[BookCard], &Markup),
    names: &[Named],
) -> Markup {
    let l = page.locale;
    let section = |id, title, body: &Markup| ui::section(l, &SeeAll { id, title, href: None }, body);
    let best = if found.is_exact { books.first() } else { None };
    let author = author_called(text, names);
    html! {
        @if let Some(best) = best {
            @let best = std::slice::from_ref(best);
            (section("best", t::search_best(l), &ui::grid(l, best, CardIn::Section, Loading::Eager)))
        } @else if let Some(author) = author {
            (section("best", t::search_best(l), &index(std::slice::from_ref(author))))
        }
        @if best.is_none() || books.len() > 1 { (section("found", t::search_books(l), grid)) }
        (by_name(page, names))
    }
}

/// The author whose whole name was typed, whatever its spaces and dots.
fn author_called<'n>(text: &str, names: &'n [Named]) -> Option<&'n Name> {
    let letters = |text: &str| search::fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let typed = letters(text);
    let mut authors = names.iter().filter(|one| one.kind == Findable::Author).flat_map(|one| &one.list);
    authors.find(|name| std::iter::once(&name.own).chain(&name.here).any(|name| letters(name) == typed))
}

/// Links, each with its name.
fn index(list: &[Name]) -> Markup {
    html! {
        ul.index role="list" {
            @for name in list {
                li { a.index__link href=(name.href) data-ink { bdi { (name.here.as_ref().unwrap_or(&name.own)) } } }
            }
        }
    }
}

/// Authors and series, each kind below its heading.
pub(super) fn by_name(page: &Page, names: &[Named]) -> Markup {
    let l = page.locale;
    html! {
        @for Named { kind, list } in names {
            @let (id, title) = match kind {
                Findable::Series => ("series", t::search_series(l)),
                _ => ("authors", t::search_authors(l)),
            };
            (ui::section(l, &SeeAll { id, title, href: None }, &index(list)))
        }
    }
}

/// One's own last searches, each with the way to take it off.
pub(super) fn recent(page: &Page, searches: &[OwnSearch]) -> Markup {
    let l = page.locale;
    let action = page.url(HISTORY_REMOVE);
    let body = html! {
        ul.search-recent role="list" {
            @for one in searches {
                li {
                    a.search-recent__link href=(page.url(&format!("/search?{}", filters::pair("q", &one.text)))) data-ink {
                        bdi { (one.text) }
                    }
                    form method="post" action=(action) {
                        input type="hidden" name="csrf" value=(page.csrf());
                        input type="hidden" name="next" value=(page.url("/search"));
                        input type="hidden" name="search" value=(one.id);
                        button.icon-button type="submit" data-ink aria-label=(t::search_recent_remove(l, &one.text)) {
                            (ui::icon(ui::Icon::Close))
                        }
                    }
                }
            }
        }
    };
    ui::section(l, &SeeAll { id: "recent", title: t::search_recent(l), href: None }, &body)
}

/// What sells best in the language of the page; the newest books in it, or at all, where nothing was sold yet. With what
/// it is called.
pub(super) async fn popular(app: &App, l: Locale, rows: i64) -> web::Result<(&'static str, Vec<Card>)> {
    let language = l.tag().parse().ok();
    let chosen = best::Chosen { span: best::Span::All, language, ..best::Chosen::default() };
    let ranked = best::part(&app.db, chosen, 0, rows).await?;
    let ids: Vec<_> = ranked.iter().map(|one| one.book_id).collect();
    let sold = Card::of(&app.db, &ids).await?;
    if !sold.is_empty() {
        return Ok((t::search_popular(l), sold));
    }
    for filter in [Filter { language, ..Filter::default() }, Filter::default()] {
        let part = Part { filter: &filter, sort: Sort::Newest, alphabet: Alphabet::of(l), after: None, rows };
        let cards = Card::list(&app.db, part).await?.unwrap_or_default();
        if !cards.is_empty() {
            return Ok((t::shelf_new(l), cards));
        }
    }
    Ok((t::shelf_new(l), Vec::new()))
}
