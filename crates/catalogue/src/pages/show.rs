//! How the design system is told of a book. Other features that show books use this too.

use cover::Size;
use i18n::Locale;
use kernel::{Currency, Money};
use ui::{Badge, BookCard, CoverFile, Offer, Preview, Toggle, Written};
use web::Page;

use crate::{Card, Cover, Encoding, Format, Marks, Ratings, paths, t};

/// A card as components want it, with what its reader has done with it.
pub fn card(page: &Page, own: Currency, card: &Card, marks: &Marks) -> BookCard {
    let done = marks.of(card.id);
    BookCard {
        href: page.url(&paths::book(card.id, &card.title)),
        title: Written::in_language(&card.title, card.language),
        authors: card.authors.iter().map(|author| marks.author(author).to_owned()).collect(),
        cover: cover(&card.cover),
        offer: offer(own, card.price, &card.formats),
        was: None,
        badge: badge(done.is_owned, marks.is_new(card.published_at)),
        rating: rating(card.ratings),
        comments: (card.comment_count > 0).then_some(card.comment_count),
        favourite: marks
            .are_kept()
            .then(|| Toggle { action: page.url(&paths::favorite(card.id)), on: done.is_favorite }),
        cart: in_cart(page, own, card, marks),
        // Who was at the end of the text may stand before what follows it.
        progress: done
            .progress_percent
            .map(|percent| if done.is_finished { 100 } else { whole_percent(percent) }),
        reason: None,
        dismiss: None,
    }
}

/// The bag of a card: of what can be bought, and is not had yet. What is free is taken on its own page.
fn in_cart(page: &Page, own: Currency, card: &Card, marks: &Marks) -> Option<Toggle> {
    let on = marks.in_cart(card.id)?;
    let is_sold = matches!(offer(own, card.price, &card.formats), Offer::Price(_));
    let is_owned = marks.of(card.id).is_owned;
    (is_sold && !is_owned).then(|| Toggle { action: page.url(&paths::cart_item(card.id)), on })
}

/// That somebody has a book says more than that it is new.
fn badge(is_owned: bool, is_new: bool) -> Option<Badge> {
    if is_owned { Some(Badge::Owned) } else { is_new.then_some(Badge::New) }
}

/// What readers gave a book; nothing is drawn where nobody has rated it.
pub fn rating(ratings: Ratings) -> Option<ui::Rating> {
    ratings.mean().map(|tenths| ui::Rating { tenths, count: ratings.count })
}

/// The cards of a list.
pub fn cards(page: &Page, own: Currency, list: &[Card], marks: &Marks) -> Vec<BookCard> {
    list.iter().map(|one| card(page, own, one, marks)).collect()
}

/// As people say how far they are; the end is reached only at the end.
pub(crate) fn whole_percent(percent: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 100")]
    let whole = percent.clamp(0.0, 100.0).floor() as i64;
    whole
}

/// The pictures of every cover.
const FILES: [CoverFile; 3] = [
    CoverFile { width: Size::Small.width(), webp: "small.webp", jpeg: "small.jpg" },
    CoverFile { width: Size::Medium.width(), webp: "medium.webp", jpeg: "medium.jpg" },
    CoverFile { width: Size::Large.width(), webp: "large.webp", jpeg: "large.jpg" },
];

/// A cover as components want it. Pictures are kept in the frame of a book, two to three.
pub fn cover(cover: &Cover) -> ui::Cover {
    ui::Cover {
        folder: cover.folder(),
        files: &FILES,
        width: 2,
        height: 3,
        placeholder: Some(cover.placeholder.clone()),
    }
}

/// What a link to a page shows elsewhere: the picture of the book with this title. `kind` is Open Graph's word for the page. A cover keeps
/// the shape it came in, which only its file knows, so that no size is told.
pub fn preview(page: &Page, kind: &str, cover: &Cover, title: &str) -> Preview {
    Preview {
        kind: kind.to_owned(),
        image: Some(page.absolute(&cover.path(Size::Large, Encoding::Jpeg))),
        image_alt: Some(t::cover_of(page.locale, title)),
        ..Preview::default()
    }
}

/// What a book costs in this shop.
pub fn offer(own: Currency, price: Option<Money>, formats: &[Format]) -> Offer {
    match price {
        _ if formats.is_empty() => Offer::NotYetAvailable,
        Some(price) if price.is_zero() => Offer::Free,
        Some(price) if price.currency == own => Offer::Price(price),
        Some(_) | None => Offer::NotForSale,
    }
}

/// How a format is written, in all languages.
pub fn format_name(format: Format) -> &'static str {
    match format {
        Format::Epub => "EPUB",
        Format::Pdf => "PDF",
    }
}

/// A number in a series: `3`, `2.5` as the language writes it.
pub fn series_number(l: Locale, number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "numbers in series are small")]
    let tenths = (number * 10.0).round() as i64;
    if tenths % 10 == 0 { i18n::number(l, tenths / 10) } else { i18n::decimal(l, tenths, 1) }
}
