//! A chapter as a plain page, for readers without JavaScript: the same sanitised resource in a frame, with links to
//! the chapters before and after it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use catalogue::{Book, Format, Reader, paths, show};
use kernel::Id;
use maud::{Markup, html};
use ui::{AppBar, Button, ButtonKind, Frame, Indexing, Offer};
use web::{App, Caller, OrNotFound, Page, Path};

use crate::{
    Access,
    access::Opened,
    manifest::manifest,
    policy, t,
    wire::{EpubManifest, Manifest, SectionItem},
};

/// `GET /read/{id}/ch/{n}`, counted from 1 among what the caller may read.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    caller: Caller,
    reader: Reader,
    Path((id, number)): Path<(Id<Book>, usize)>,
) -> web::Result<Response> {
    let opened = Opened::open(&app, &caller, id).await?;
    let file = opened.file(Some(Format::Epub))?;
    let contents = file.contents(&app.db).await?;
    let Manifest::Epub(epub) = manifest(&opened.book, file, contents, opened.access) else {
        return Err(web::Error::NotFound);
    };
    let open: Vec<&SectionItem> =
        epub.sections.iter().filter(|section| section.linear && !section.locked).collect();
    let section = number.checked_sub(1).and_then(|index| open.get(index)).or_404()?;
    let l = page.locale;
    let title = t::chapter_title(l, &opened.book.title, &i18n::number(l, i64::try_from(number).unwrap_or(0)));
    let frame = Frame {
        indexing: Indexing::Hidden,
        bar: AppBar::Sub {
            title: opened.book.title.clone(),
            back: page.url(&paths::book(id, &opened.book.title)),
            actions: html! {},
        },
        ..page.frame(&title)
    };
    let place = Place { number, of: open.len() };
    // Also where no section is locked: the last one may be cut.
    let ends_here = number == open.len() && opened.access == Access::Sample;
    let rest = if ends_here { Some(rest(&app, &page, &opened, &reader).await?) } else { None };
    let body = view(&page, (&opened.book, &epub), section, &place, rest.as_ref());
    Ok((policy::chapter(), page.render(&frame, &body)).into_response())
}

struct Place {
    number: usize,
    of: usize,
}

fn view(
    page: &Page,
    (book, epub): (&Book, &EpubManifest),
    section: &SectionItem,
    place: &Place,
    rest: Option<&Markup>,
) -> Markup {
    let l = page.locale;
    let number = |n: usize| i18n::number(l, i64::try_from(n).unwrap_or(0));
    html! {
        article.chapter {
            header.chapter__head {
                h1 { bdi lang=(book.language) { (book.title) } }
                p.muted { (t::chapter_place(l, &number(place.number), &number(place.of))) }
            }
            (super::find::field(page, book.id, ""))
            // Same origin, so that the book's pictures and fonts are its own; no scripts, so that it stays inert.
            iframe.chapter__text src={ (epub.base) (section.href) } title=(t::chapter_place(l, &number(place.number), &number(place.of)))
                sandbox="allow-same-origin" {}
            @if let Some(rest) = rest { (rest) }
            (steps(page, book, place))
        }
    }
}

/// Where a sample ends: what the book costs, and the button that puts it into the cart, or else the way to its page.
async fn rest(app: &App, page: &Page, opened: &Opened, reader: &Reader) -> web::Result<Markup> {
    let (l, book) = (page.locale, &opened.book);
    let marks = reader.marks([book.id]).await?;
    let offer = show::offer(app.settings.currency, book.price, &book.formats());
    let toggle = match offer {
        Offer::Price(_) => marks.in_cart(book.id),
        Offer::Free | Offer::NotYetAvailable | Offer::NotForSale => None,
    };
    Ok(html! {
        section.chapter__end aria-labelledby="sample-end" {
            h2 #sample-end { (t::reader_sample_end_title(l)) }
            @if let Offer::Price(price) = offer { p.price { (i18n::price(l, price)) } }
            @match toggle {
                Some(false) => form method="post" action=(page.url(&paths::cart_item(book.id))) {
                    input type="hidden" name="csrf" value=(page.csrf());
                    input type="hidden" name="next" value=(page.url(web::CART));
                    (ui::button(&Button { label: t::reader_add_to_cart(l), kind: ButtonKind::Primary, ..Button::default() }, Some(("on", "yes"))))
                },
                Some(true) => a.button href=(page.url(web::CART)) data-ink { (t::reader_to_cart(l)) },
                None => a.button.button--outline href=(page.url(&paths::book(book.id, &book.title))) data-ink { (t::back_to_book(l)) },
            }
        }
    })
}

fn steps(page: &Page, book: &Book, place: &Place) -> Markup {
    let l = page.locale;
    let link = |number: usize| page.url(&format!("{}/ch/{number}", paths::read(book.id)));
    html! {
        nav.chapter__steps aria-label=(t::chapter_steps(l)) {
            @if place.number > 1 {
                a.button.button--outline rel="prev" href=(link(place.number - 1)) data-ink { (t::chapter_previous(l)) }
            }
            @if place.number < place.of {
                a.button.button--outline rel="next" href=(link(place.number + 1)) data-ink { (t::chapter_next(l)) }
            }
        }
    }
}
