//! A file that came in, as the page shows it: being checked, refused with the reason, or the book that it became, which can be
//! given a title and a price and put into the shop at once.

use catalogue::upload::{Brought, Finding, State, Upload, UploadOutcome};
use catalogue::{Status, show};
use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, ButtonKind, CoverSize, Icon, Loading};
use web::Page;

use super::super::told;
use super::ADD;
use crate::words::uploads as t;

/// The id of an upload's element.
pub(super) fn element(upload: &Upload) -> String {
    format!("upload-{}", upload.id)
}

/// Draws it; `quick` stands below a draft, for what can be done with it at once.
pub(super) fn draw(page: &Page, upload: &Upload, book: Option<&Brought>, quick: &Markup) -> Markup {
    let id = element(upload);
    // What a script compares, to know whether there is something new.
    let state = match book {
        Some(book) => book.status.as_str(),
        None => upload.state.as_str(),
    };
    html! {
        article.came__item #(id) data-live data-part data-state=(state) tabindex="-1" aria-labelledby={ (id) "-title" } {
            @match (upload.state, book) {
                (State::Entered, Some(book)) => (became(page, upload, book, quick)),
                (State::Refused, _) => (refused(page, upload)),
                (State::Entered, None) => (plain(page, upload, Icon::Info, t::was_removed(page.locale))),
                (State::Receiving, _) => (plain(page, upload, Icon::Clock, t::receiving(page.locale))),
                (State::Checking, _) => (checking(page, upload)),
            }
        }
    }
}

fn title(upload: &Upload, words: &Markup) -> Markup {
    html! { h3.came__title id={ (element(upload)) "-title" } { (words) } }
}

fn plain(page: &Page, upload: &Upload, sign: Icon, words: &str) -> Markup {
    html! {
        span.came__sign { (ui::icon(sign)) }
        div.came__body {
            (title(upload, &html! { bdi { (upload.name) } }))
            p.came__word { (words) }
            (dismiss(page, upload))
        }
    }
}

fn checking(page: &Page, upload: &Upload) -> Markup {
    let words = upload.trouble.map_or(t::checking(page.locale), |it| told::trouble(page.locale, it));
    plain(page, upload, Icon::Clock, words)
}

fn refused(page: &Page, upload: &Upload) -> Markup {
    let l = page.locale;
    html! {
        span.came__sign { (ui::icon(Icon::CircleAlert)) }
        div.came__body {
            (title(upload, &html! { bdi { (upload.name) } }))
            @if let Some(refusal) = &upload.refusal {
                p { (told::refusal(l, &refusal.0)) }
                @if let Some((book, _)) = &refusal.0.book {
                    p { a href=(page.url(&format!("/admin/books/{book}"))) { (t::to_that_book(l)) } }
                }
                @if let Some(detail) = told::detail(&refusal.0) {
                    details.findings {
                        summary { (t::detail(l)) }
                        p.came__word lang="en" dir="ltr" { (detail) }
                    }
                }
            }
            (dismiss(page, upload))
        }
    }
}

fn became(page: &Page, upload: &Upload, book: &Brought, quick: &Markup) -> Markup {
    let l = page.locale;
    let editor = page.url(&format!("/admin/books/{}", book.id));
    html! {
        (ui::cover(&show::cover(&book.cover), CoverSize::Thumb, Loading::Lazy))
        div.came__body {
            (title(upload, &html! { a href=(editor) { bdi lang=(book.language) { (book.title) } } }))
            p.came__facts {
                @for author in &book.authors { bdi { (author) } " · " }
                bdi dir="auto" { (upload.name) } " · " (i18n::file_size(l, upload.received))
            }
            @if let Some(words) = outcome(l, upload) { p.came__word { (words) } }
            (findings(l, &upload.findings.0))
            @if book.status == Status::Published {
                p.came__done { (ui::icon(Icon::CircleCheck)) span { (in_the_shop(l, book)) } }
            } @else if book.status == Status::Draft {
                (quick)
            }
            div.came__acts {
                a.button.button--outline href=(editor) data-ink { (ui::icon(Icon::Pencil)) span { (t::edit(l)) } }
                (dismiss(page, upload))
            }
        }
    }
}

/// What it became, where that is no new book.
fn outcome(l: Locale, upload: &Upload) -> Option<&'static str> {
    match upload.outcome? {
        UploadOutcome::Added => None,
        UploadOutcome::Attached => Some(t::attached(l)),
        UploadOutcome::Replaced => Some(t::replaced(l)),
        UploadOutcome::Unchanged => Some(t::unchanged(l)),
    }
}

fn in_the_shop(l: Locale, book: &Brought) -> String {
    match book.price {
        Some(price) if price.is_zero() => t::in_shop_free(l).to_owned(),
        Some(price) => t::in_shop(l, &i18n::price(l, price)),
        None => t::in_shop_free(l).to_owned(),
    }
}

/// What our checks found, by kinds, with what the check says of each below.
pub(super) fn findings(l: Locale, found: &[Finding]) -> Markup {
    let told = told::findings(l, found);
    html! {
        @if !told.is_empty() {
            details.findings {
                summary { (t::findings(l, i64::try_from(told.len()).unwrap_or(i64::MAX))) }
                ul.findings__list {
                    @for one in &told {
                        li {
                            (one.words)
                            details {
                                summary { (t::detail(l)) }
                                ul lang="en" dir="ltr" { @for detail in &one.details { li { bdi { (detail) } } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Takes it off the list, or ends what is still going on.
fn dismiss(page: &Page, upload: &Upload) -> Markup {
    let l = page.locale;
    let is_over = matches!(upload.state, State::Entered | State::Refused);
    let (label, name) = if is_over {
        (t::dismiss(l), t::dismiss_of(l, &upload.name))
    } else {
        (t::cancel(l), t::cancel_of(l, &upload.name))
    };
    let press = Button { label, kind: ButtonKind::Plain, aria_label: Some(&name), ..Button::default() };
    let action = page.url(&format!("{ADD}/{}/dismiss", upload.id));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    ui::form(&form, &ui::button(&press, None))
}
