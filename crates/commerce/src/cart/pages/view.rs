//! How the cart looks.

use catalogue::{Card, paths, show};
use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, CoverSize, Icon, Loading, Offer, SeeAll, Tone, Written};
use web::Page;

use super::{CHECKOUT, NOTE, Shown, Told};
use crate::cart::{Dropped, Line, Reason};
use crate::pages::payments_off;
use crate::t;

/// The page below the bar.
pub(super) fn page(page: &Page, shown: &Shown) -> Markup {
    let l = page.locale;
    html! {
        div.page-head { h1 { (t::cart(l)) } }
        shop-cart {
            (part(page, shown))
        }
    }
}

/// What changes when something is done.
pub(super) fn part(page: &Page, shown: &Shown) -> Markup {
    html! {
        section.cart #cart data-part data-count=(shown.count()) tabindex="-1" aria-label=(t::cart(page.locale)) {
            @if let Some(told) = shown.told { (done(page, shown, told)) }
            (news(page, shown))
            @if shown.quote.lines.is_empty() {
                (nothing(page, shown))
            } @else {
                div.cart__columns {
                    ul.cart__lines role="list" {
                        @for entry in &shown.quote.lines { (line(page, shown, entry)) }
                    }
                    (sum(page, shown))
                }
            }
        }
    }
}

/// What was done a moment ago, and how it is undone.
fn done(page: &Page, shown: &Shown, told: Told) -> Markup {
    let l = page.locale;
    let Some(card) = shown.card(told.book()) else { return html! {} };
    let (words, label) = match told {
        Told::Removed(_) => (t::cart_removed(l, &card.title), t::cart_undo(l)),
        Told::Moved(_) => (t::cart_moved(l, &card.title), t::cart_put_back(l)),
    };
    let body = html! {
        input type="hidden" name="on" value="yes";
        button.notice__action type="submit" data-ink data-first aria-describedby="cart-done" { (label) }
    };
    html! {
        div.notice.cart__done {
            (ui::icon(Icon::CircleCheck))
            p #cart-done role="status" { (words) }
            (form(page, &paths::cart_item(card.id), &body))
        }
    }
}

/// What has changed since the prices were told.
fn news(page: &Page, shown: &Shown) -> Markup {
    let l = page.locale;
    let quote = &shown.quote;
    let changed: Vec<&Line> = quote.lines.iter().filter(|line| line.before().is_some()).collect();
    if changed.is_empty() && quote.dropped.is_empty() {
        return html! {};
    }
    let noted = html! {
        input type="hidden" name="quote_hash" value=(quote.hash);
        (ui::button(&Button { label: t::cart_noted(l), kind: ButtonKind::Outline, ..Button::default() }, None))
    };
    let body = html! {
        ul.cart__news {
            @for line in changed { li { (price_words(l, line)) } }
            @for gone in &quote.dropped { li { (gone_words(l, gone)) } }
        }
        (form(page, NOTE, &noted))
    };
    ui::alert(&Alert { tone: Tone::Warning, title: t::cart_news(l), body })
}

fn price_words(l: Locale, line: &Line) -> String {
    let before = line.before().unwrap_or(line.seen);
    let before = i18n::price(l, before);
    if line.price.is_zero() {
        t::cart_free_now(l, &line.title, &before)
    } else {
        t::cart_price_changed(l, &line.title, &i18n::price(l, line.price), &before)
    }
}

fn gone_words(l: Locale, gone: &Dropped) -> String {
    match gone.reason {
        Reason::Owned => t::cart_gone_owned(l, &gone.title),
        Reason::Unavailable => t::cart_gone_unavailable(l, &gone.title),
    }
}

/// A book.
fn line(page: &Page, shown: &Shown, line: &Line) -> Markup {
    let l = page.locale;
    let title = Written::in_language(&line.title, line.language);
    let href = page.url(&paths::book(line.book, &line.title));
    let formats = line.formats.split(',').map(str::to_uppercase).collect::<Vec<_>>().join(" · ");
    html! {
        li.cart__line {
            div.cart__cover {
                @if let Some(Card { cover, .. }) = shown.card(line.book) {
                    (ui::cover(&show::cover(cover), CoverSize::Thumb, Loading::Eager))
                }
            }
            div.cart__text {
                h2.cart__title lang=[title.lang(l)] dir="auto" { a href=(href) { (line.title) } }
                p.cart__authors { bdi { (line.authors) } }
                p.cart__formats { bdi { (formats) } }
            }
            div.cart__price { (price(l, line)) }
            div.cart__acts { (acts(page, line)) }
        }
    }
}

fn price(l: Locale, line: &Line) -> Markup {
    html! {
        (ui::offer(l, if line.price.is_zero() { Offer::Free } else { Offer::Price(line.price) }))
        @if let Some(before) = line.before() { (ui::price_before(l, before)) }
    }
}

fn acts(page: &Page, line: &Line) -> Markup {
    let l = page.locale;
    let act = |label, title: &str, icon| {
        let button = Button {
            label,
            kind: ButtonKind::Plain,
            icon: Some(icon),
            aria_label: Some(title),
            ..Button::default()
        };
        ui::button(&button, None)
    };
    let remove = html! {
        input type="hidden" name="on" value="no";
        (act(t::cart_remove(l), &t::cart_remove_of(l, &line.title), Icon::Trash))
    };
    let path = paths::cart_item(line.book);
    html! {
        (form(page, &path, &remove))
        @if page.reader().is_some() {
            (form(page, &format!("{path}/favorite"), &act(t::cart_move(l), &t::cart_move_of(l, &line.title), Icon::Heart)))
        }
    }
}

/// A form of the page, which leads back to it.
fn form(page: &Page, path: &str, body: &Markup) -> Markup {
    let (action, next) = (page.url(path), page.url(web::CART));
    ui::form(&ui::Form { action: &action, csrf: page.csrf(), next: Some(&next), ..ui::Form::default() }, body)
}

/// What all of it costs, and the way to pay.
fn sum(page: &Page, shown: &Shown) -> Markup {
    let l = page.locale;
    let can_be_had = page.takes_payments() || shown.quote.total.is_zero();
    let checkout = Button { label: t::cart_checkout(l), icon: Some(Icon::Lock), ..Button::default() };
    html! {
        aside.cart__sum aria-label=(t::cart_total(l)) {
            p.cart__total {
                span { (t::cart_total(l)) " " span.cart__count { (t::cart_books(l, shown.count())) } }
                strong { bdi { (i18n::price(l, shown.quote.total)) } }
            }
            @if can_be_had { (ui::button_link(&checkout, &page.url(CHECKOUT))) } @else { (payments_off(l)) }
            p.cart__offline data-offline role="status" hidden { (ui::icon(Icon::Offline)) span { (t::cart_offline(l)) } }
            p.cart__hint { (t::cart_hint(l)) }
        }
    }
}

fn nothing(page: &Page, shown: &Shown) -> Markup {
    let l = page.locale;
    let browse = Button { label: t::cart_browse(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        (ui::empty_state(t::cart_empty(l), &ui::button_link(&browse, &page.url(paths::BROWSE))))
        @if let Some((heading, books)) = &shown.instead {
            (ui::shelf(l, &SeeAll { id: "instead", title: heading, href: None }, books, Loading::Eager))
        }
    }
}
