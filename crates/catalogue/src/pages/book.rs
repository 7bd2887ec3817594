//! A book's page: what it is, what it costs, how to open it, what is like it.

use axum::extract::State;
use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use ui::{
    AppBar, BookHero, ButtonKind, Crumb, Fact, Frame, Icon, Keep, Offer, Preview, SeeAll, Tab, Toggle,
    Written,
};
use web::{App, Capability, IdSlug, OrNotFound, Page, Path, Visit};

use self::shelves::Shelves;
use super::show;
use crate::beside::Beside;
use crate::names::BookNames;
use crate::{
    Book, Card, Contributor, Encoding, Genre, Marks, Panels, Reader, ReleaseDate, Status, paths, similar, t,
};

mod owned;
mod shelves;
mod structured;

/// `GET /book/{id}-{title}`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    (reader, visit, panels): (Reader, Visit, Panels),
    Path(part): Path<IdSlug<Book>>,
) -> web::Result<Response> {
    let reading = app.db.reading().await?;
    let (book, names, genres, alike) = futures::try_join!(
        Book::find(&reading, part.id),
        BookNames::of(&reading, part.id, page.locale),
        Genre::of_book(&reading, page.locale, part.id),
        Card::similar(&reading, part.id, similar::KEPT)
    )?;
    // Whoever keeps the books sees them as readers will.
    let keeps = page.reader().is_some_and(|me| me.can(Capability::EditCatalogue));
    let book = book.filter(|book| keeps || book.status != Status::Draft).or_404()?;
    if part.slug != book.slug().as_str() {
        return Ok(page.moved_to(&paths::book(book.id, &book.title)));
    }
    let (panels, beside) =
        futures::try_join!(panels.of(&app, &reading, (&page, &book)), Beside::of(&reading, &book))?;
    drop(reading);
    let mut shelves = Shelves::new(beside, alike);
    let marks = reader.marks_of_page(book.id, shelves.books()).await?;
    if book.status != Status::Published && !keeps && !marks.of(book.id).is_owned {
        return Err(web::Error::NotFound);
    }
    shelves.leave_out_unwanted(&marks);
    if visit == Visit::Real && book.status != Status::Draft {
        reader.saw(book.id);
    }
    let offer = match book.status {
        Status::Published => show::offer(app.settings.currency, book.price, &book.formats()),
        Status::Draft | Status::Withdrawn => Offer::NotForSale,
    };
    Ok(page.render(
        &frame(&page, &book, offer),
        &view(&page, &book, &Around { names, genres, shelves, marks, offer, panels, app: &app }),
    ))
}

/// What the page shows beside the book itself.
struct Around<'a> {
    names: BookNames,
    genres: Vec<Genre>,
    shelves: Shelves,
    marks: Marks,
    offer: Offer,
    /// What other features show.
    panels: Markup,
    app: &'a App,
}

fn frame(page: &Page, book: &Book, offer: Offer) -> Frame {
    let l = page.locale;
    let address = page.absolute(&page.url(&paths::book(book.id, &book.title)));
    let picture = page.absolute(&book.cover.path(cover::Size::Large, Encoding::Jpeg));
    Frame {
        description: Some(structured::description(l, book, offer)),
        current: Some(Tab::Browse),
        bar: AppBar::Sub {
            title: String::new(),
            back: page.url("/"),
            actions: ui::share(l, &book.title, &address),
        },
        preview: Preview {
            properties: structured::properties(book, offer),
            ..show::preview(page, "book", &book.cover, &book.title)
        },
        json_ld: vec![structured::book(book, offer, &address, &picture)],
        ..page.frame(&book.title)
    }
}

fn view(page: &Page, book: &Book, around: &Around<'_>) -> Markup {
    let l = page.locale;
    let hero = BookHero {
        title: Written::in_language(&book.title, book.language),
        subtitle: book.subtitle.as_ref().map(|subtitle| Written::in_language(subtitle, book.language)),
        authors: book
            .authors()
            .into_iter()
            .map(|author| {
                (
                    Written::new(around.names.person(author.id, &author.name)),
                    page.url(&paths::author(author.id, &author.name)),
                )
            })
            .collect(),
        series: book.series.as_ref().map(|series| {
            let name = around.names.series(&series.name);
            let words = match series.number {
                Some(number) => t::series_place(l, &show::series_number(l, number), name),
                None => name.to_owned(),
            };
            (Written::new(words), page.url(&paths::series(series.id, &series.name)))
        }),
        cover: show::cover(&book.cover),
        rating: show::rating(book.ratings),
        comments: (book.comment_count > 0).then_some(book.comment_count),
        summary: summary_line(l, book, &around.genres),
        offer: around.offer,
        actions: html! {
            @if around.marks.of(book.id).is_owned {
                (owned::actions(page, book, around.marks.of(book.id)))
            } @else {
                (actions(page, book, around))
            }
            (keeping(page, book, &around.marks))
        },
        note: note(page, book, around),
    };
    let paragraphs: Vec<String> =
        book.description.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect();
    let body = html! {
        @if !paragraphs.is_empty() { (ui::synopsis(l, &paragraphs, book.language)) }
        @if !around.genres.is_empty() { (chips(page, &around.genres)) }
        (ui::section(l, &SeeAll { id: "facts", title: t::facts(l), href: None }, &ui::facts(&facts(page, book, &around.names))))
    };
    html! {
        // Tells the history of a page that was fetched ahead and is opened now.
        @if around.marks.are_kept() && page.reader().is_some() { shop-look data-book=(book.id) hidden {} }
        (ui::breadcrumb(l, &crumbs(page, book, around.genres.first())))
        (ui::book_page(l, &hero, &body))
        (around.panels)
        (buy_bar(page, book, around))
        @if around.marks.of(book.id).is_owned { (ui::save_form(l, page.csrf())) }
        (around.shelves.show(page, book, around))
    }
}

/// Where the book stands: under the first of its genres.
fn crumbs(page: &Page, book: &Book, genre: Option<&Genre>) -> Vec<Crumb> {
    let browse = Crumb { label: Written::new(t::browse(page.locale)), href: Some(page.url(paths::BROWSE)) };
    let genre = genre.map(|genre| Crumb {
        label: Written::new(&genre.name),
        href: Some(page.url(&paths::genre(&genre.slug))),
    });
    let own = Crumb { label: Written::in_language(&book.title, book.language), href: None };
    std::iter::once(browse).chain(genre).chain([own]).collect()
}

fn summary_line(l: Locale, book: &Book, genres: &[Genre]) -> Vec<Written> {
    let mut line = Vec::new();
    line.extend(genres.first().map(|genre| Written::new(&genre.name)));
    line.extend(book.pages.map(|pages| Written::new(page_words(l, pages))));
    line.extend(book.formats().into_iter().map(|format| Written::new(show::format_name(format))));
    line
}

/// What can be done with the book here and now, by who does not own it.
fn actions(page: &Page, book: &Book, around: &Around<'_>) -> Markup {
    let l = page.locale;
    if book.formats().is_empty() {
        return html! {};
    }
    let main = main_action(page, book, around);
    let kind = if main.is_some() { ButtonKind::Outline } else { ButtonKind::Primary };
    html! {
        @if let Some(main) = &main { (main) }
        @if around.offer == Offer::Free {
            @if around.marks.are_kept() { (owned::claim(page, book)) }
        } @else if book.files.iter().any(crate::File::has_sample) {
            (open(t::read_sample(l), kind, &page.url(&paths::sample(book.id, &book.title))))
        }
    }
}

/// The first of it: what is free is opened, what has a price is bought.
fn main_action(page: &Page, book: &Book, around: &Around<'_>) -> Option<Markup> {
    let l = page.locale;
    match (around.offer, around.marks.in_cart(book.id)) {
        (Offer::Free, _) => Some(open(t::read(l), ButtonKind::Primary, &page.url(&paths::read(book.id)))),
        (Offer::Price(_), Some(on)) => {
            let toggle = Toggle { action: page.url(&paths::cart_item(book.id)), on };
            Some(ui::buy_button(l, &toggle, &page.url(web::CART)))
        }
        _ => None,
    }
}

fn open(label: &str, kind: ButtonKind, href: &str) -> Markup {
    let button = ui::Button { label, kind, icon: Some(Icon::BookOpen), ..ui::Button::default() };
    ui::button_link(&button, href)
}

/// Who has the book already needs no reminder of it.
fn buy_bar(page: &Page, book: &Book, around: &Around<'_>) -> Markup {
    let action = main_action(page, book, around).filter(|_| !around.marks.of(book.id).is_owned);
    action.map_or_else(|| html! {}, |action| ui::buy_bar(page.locale, around.offer, &action))
}

/// The buttons that keep it; nothing in a shop where nothing is kept. Who has finished a book of their own has read it: that
/// is said, and taken back, beside its files.
fn keeping(page: &Page, book: &Book, marks: &Marks) -> Markup {
    let done = marks.of(book.id);
    let button =
        |what, path: String, on| ui::keep_button(page.locale, what, &Toggle { action: page.url(&path), on });
    html! {
        @if marks.are_kept() {
            div.keeps {
                (button(Keep::Favourite, paths::favorite(book.id), done.is_favorite))
                (button(Keep::Later, paths::bookmark(book.id), done.is_bookmarked))
                @if !(done.is_owned && done.is_finished) {
                    (button(Keep::Read, paths::read_mark(book.id), done.is_read))
                }
            }
        }
    }
}

fn note(page: &Page, book: &Book, around: &Around<'_>) -> Option<String> {
    let l = page.locale;
    match (around.offer, book.price) {
        _ if book.status == Status::Withdrawn => Some(t::withdrawn_note(l).to_owned()),
        (Offer::NotForSale, Some(price)) => Some(t::price_elsewhere(l, &i18n::price(l, price))),
        (Offer::NotYetAvailable, _) => Some(t::not_yet_available_note(l).to_owned()),
        (Offer::Price(_), _) if !page.takes_payments() && !around.marks.of(book.id).is_owned => {
            Some(t::payments_off_note(l).to_owned())
        }
        _ => None,
    }
}

fn chips(page: &Page, genres: &[Genre]) -> Markup {
    let chips: Vec<Markup> = genres
        .iter()
        .map(|genre| ui::chip(&genre.name, &page.url(&paths::genre(&genre.slug)), false))
        .collect();
    ui::chips(&chips)
}

fn facts(page: &Page, book: &Book, called: &BookNames) -> Vec<Fact> {
    let l = page.locale;
    let mut facts = Vec::new();
    let mut add = |label: &str, value: Markup| facts.push(Fact { label: label.to_owned(), value });
    add(t::language(l), html! { (i18n::language_name(l, &book.language)) });
    if let Some(pages) = book.pages {
        add(t::pages(l), html! { bdi { (page_words(l, pages)) } });
    }
    for file in &book.files {
        let size = i18n::file_size(l, file.bytes);
        add(show::format_name(file.format), html! { bdi { (size) } });
    }
    for (label, people) in by_role(l, &book.contributors) {
        let names: Vec<&str> = people.iter().map(|person| called.person(person.id, &person.name)).collect();
        add(label, html! { bdi { (i18n::list_and(l, &names)) } });
    }
    if let Some((id, name)) = &book.publisher {
        add(
            t::publisher(l),
            html! { a href=(page.url(&paths::publisher(*id, name))) { bdi { (called.publisher(name)) } } },
        );
    }
    if let Some(date) = book.release_date {
        add(t::release_date(l), html! { bdi { (date_words(l, date)) } });
    }
    if let Some(isbn) = book.isbn {
        add("ISBN", html! { bdi dir="ltr" { (isbn) } });
    }
    facts
}

/// Translators, illustrators and others: authors stand under the title.
fn by_role(l: Locale, people: &[Contributor]) -> Vec<(&'static str, Vec<&Contributor>)> {
    let roles = [
        ("trl", t::role_translator(l)),
        ("ill", t::role_illustrator(l)),
        ("edt", t::role_editor(l)),
        ("nrt", t::role_narrator(l)),
    ];
    let known = |role: &str| role == "aut" || roles.iter().any(|(code, _)| *code == role);
    let mut groups: Vec<_> = roles
        .iter()
        .map(|(code, label)| {
            (*label, people.iter().filter(|person| person.role == *code).collect::<Vec<_>>())
        })
        .collect();
    groups.push((t::role_other(l), people.iter().filter(|person| !known(&person.role)).collect()));
    groups.retain(|(_, people)| !people.is_empty());
    groups
}

fn page_words(l: Locale, pages: crate::PageCount) -> String {
    if pages.min == pages.max {
        t::page_count(l, i64::from(pages.min))
    } else {
        t::page_range(l, &i18n::number(l, pages.min.into()), &i18n::number(l, pages.max.into()))
    }
}

fn date_words(l: Locale, date: ReleaseDate) -> String {
    i18n::calendar_date(l, i32::from(date.year), date.month, date.day)
}
