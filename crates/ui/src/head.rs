//! The document's head: what browsers, search engines and link previews read.

use i18n::Locale;
use maud::{Markup, PreEscaped, html};

use crate::{Frame, Indexing, Theme, Variant, t};

/// What a link to the page shows in a message or on another site (Open Graph).
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// `website`, `book` or `profile`; `website` if empty.
    pub kind: String,
    /// The picture's address, absolute, JPEG or PNG since few previews read WebP.
    pub image: Option<String>,
    /// The picture's width and height in pixels.
    pub image_size: Option<(u32, u32)>,
    /// Further properties: `("book:isbn", "978…")`, `("product:price:amount", "700")`.
    pub properties: Vec<(String, String)>,
}

/// Ground colours of the app bar, for `theme-color`: the tokens `bg` and `smaq` of each theme.
const PAPER: (&str, &str) = ("#fbfaf7", "#17110d");
const INK: (&str, &str) = ("#322318", "#e9e4da");

pub(crate) fn head(frame: &Frame) -> Markup {
    let title = full_title(frame);
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            title { (title) }
            @if let Some(description) = &frame.description { meta name="description" content=(description); }
            (font(frame.locale))
            link rel="stylesheet" href=(assets::url("app.css"));
            script type="module" async blocking="render" src=(assets::url("early.js")) {}
            script type="module" src=(assets::url("app.js")) {}
            (colours(frame))
            @if let Some(token) = &frame.csrf { meta name="csrf-token" content=(token); }
            link rel="icon" href=(assets::url("favicon.ico")) sizes="32x32";
            link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
            link rel="apple-touch-icon" href=(assets::url("apple-touch-icon.png"));
            link rel="manifest" href="/manifest.webmanifest";
            (addresses(frame))
            (preview(frame))
            @for object in &frame.json_ld { (json_ld(object)) }
            (frame.head)
        }
    }
}

/// `The Lighthouse · Warraq`; the front page carries the shop's name alone, a form that came back what is the matter.
fn full_title(frame: &Frame) -> String {
    let shop = frame.brand.in_locale(frame.locale);
    if frame.title.is_empty() || frame.title == shop {
        shop.to_owned()
    } else if frame.has_problems {
        format!("{} · {shop}", t::error_prefix(frame.locale, &frame.title))
    } else {
        format!("{} · {shop}", frame.title)
    }
}

/// The one font file that the first lines of the page need.
fn font(l: Locale) -> Markup {
    let file = match l {
        Locale::Ar => "readex-pro-arabic-wght-normal.woff2",
        Locale::En | Locale::Fr => "readex-pro-latin-wght-normal.woff2",
    };
    html! { link rel="preload" href=(assets::url(file)) as="font" type="font/woff2" crossorigin; }
}

fn colours(frame: &Frame) -> Markup {
    let (light, dark) = if frame.variant == Variant::Sign { INK } else { PAPER };
    html! {
        @match frame.theme {
            Theme::Auto => {
                meta name="theme-color" content=(light) media="(prefers-color-scheme: light)";
                meta name="theme-color" content=(dark) media="(prefers-color-scheme: dark)";
            }
            Theme::Light => meta name="theme-color" content=(light);,
            Theme::Dark => meta name="theme-color" content=(dark);,
        }
    }
}

/// The canonical address and the page's versions in the other languages.
fn addresses(frame: &Frame) -> Markup {
    if frame.indexing == Indexing::Hidden {
        return html! { meta name="robots" content="noindex"; };
    }
    let any = if frame.path == "/" { "/".to_owned() } else { frame.local_url(Locale::En) };
    html! {
        link rel="canonical" href=(absolute(frame, &frame.local_url(frame.locale)));
        @for l in Locale::ALL {
            link rel="alternate" hreflang=(l.tag()) href=(absolute(frame, &frame.local_url(l)));
        }
        link rel="alternate" hreflang="x-default" href=(absolute(frame, &any));
    }
}

fn absolute(frame: &Frame, path: &str) -> String {
    let mark = if frame.canonical_query.is_empty() { "" } else { "?" };
    format!("{}{path}{mark}{}", frame.public_url, frame.canonical_query)
}

fn preview(frame: &Frame) -> Markup {
    let Preview { kind, image, image_size, properties } = &frame.preview;
    let kind = if kind.is_empty() { "website" } else { kind };
    let title = if frame.title.is_empty() { frame.brand.in_locale(frame.locale) } else { &frame.title };
    html! {
        meta property="og:site_name" content=(frame.brand.in_locale(frame.locale));
        meta property="og:type" content=(kind);
        meta property="og:title" content=(title);
        @if let Some(text) = &frame.description { meta property="og:description" content=(text); }
        meta property="og:url" content=(absolute(frame, &frame.local_url(frame.locale)));
        meta property="og:locale" content=(frame.locale.with_country());
        @for other in Locale::ALL.into_iter().filter(|l| *l != frame.locale) {
            meta property="og:locale:alternate" content=(other.with_country());
        }
        @if let Some(image) = image {
            meta property="og:image" content=(image);
            @if let Some((width, height)) = image_size {
                meta property="og:image:width" content=(width);
                meta property="og:image:height" content=(height);
            }
        }
        @for (name, value) in properties { meta property=(name) content=(value); }
        meta name="twitter:card" content=(if image.is_some() { "summary_large_image" } else { "summary" });
    }
}

/// schema.org data. Inside a script element only `<` could end it, and a JSON string may write it as an escape.
fn json_ld(object: &str) -> Markup {
    let mut text = String::with_capacity(object.len() + object.len() / 8);
    for c in object.chars() {
        match c {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            other => text.push(other),
        }
    }
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}
