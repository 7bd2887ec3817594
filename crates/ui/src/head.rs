//! The document's head: what browsers, search engines and link previews read.

use std::sync::LazyLock;

use i18n::Locale;
use maud::{Markup, PreEscaped, Render, html};

use crate::faces::faces;
use crate::{Frame, Indexing, Theme, Variant, t, text::Plain};

/// What a link to the page shows in a message or on another site (Open Graph).
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// `website`, `book` or `profile`; `website` if empty.
    pub kind: String,
    /// The picture's address, absolute, JPEG or PNG since few previews read WebP.
    pub image: Option<String>,
    /// What the picture shows; the page's title if not given.
    pub image_alt: Option<String>,
    /// The picture's width and height in pixels.
    pub image_size: Option<(u32, u32)>,
    /// Further properties: `("book:isbn", "978…")`, `("product:price:amount", "700")`.
    pub properties: Vec<(String, String)>,
}

/// Ground colours of the app bar, for `theme-color`: the tokens `bg` and `smaq` of each theme.
const PAPER: (&str, &str) = ("#fbfaf7", "#17110d");
const INK: (&str, &str) = ("#322318", "#e9e4da");

pub(crate) fn head(frame: &Frame, body: &Markup) -> Markup {
    let title = full_title(frame);
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            title { (title) }
            @if let Some(description) = &frame.description { meta name="description" content=(Unisolated(description)); }
            // First of all, so that the connection which brought the page brings its sheet too.
            (PreEscaped(SHEET.as_str()))
            @for face in faces(frame.locale, &body.0) { (PreEscaped(face)) }
            (PreEscaped(SCRIPTS.as_str()))
            @if !is_of_the_shop(&frame.path) { link rel="stylesheet" href=(assets::url("own.css")); }
            // Its mark slides from the list before, which takes a picture that has it.
            @if !frame.rail.is_empty() { link rel="expect" href="#rail" blocking="render"; }
            (icons(frame))
            (colours(frame))
            @if let Some(token) = &frame.csrf { meta name="csrf-token" content=(token); }
            @if let Some(account) = frame.account { meta name="account" content=(account); }
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

/// The sheet of every page.
static SHEET: LazyLock<String> =
    LazyLock::new(|| html! { link rel="stylesheet" href=(assets::url("app.css")); }.into_string());

/// What else every page loads.
static SCRIPTS: LazyLock<String> = LazyLock::new(|| {
    html! {
        script type="module" async blocking="render" src=(assets::url("early.js")) {}
        script type="module" src=(assets::url("app.js")) {}
        link rel="manifest" href="/manifest.webmanifest";
    }
    .into_string()
});

/// Whether [`app.css`](assets::url) has all that a page needs: it is one on which the shop shows or sells, not somebody's own.
fn is_of_the_shop(path: &str) -> bool {
    let first = path.split('/').nth(1).unwrap_or_default();
    matches!(
        first,
        "" | "new"
            | "best"
            | "free"
            | "for-you"
            | "browse"
            | "genre"
            | "search"
            | "book"
            | "author"
            | "authors"
            | "publisher"
            | "publishers"
            | "series"
            | "read"
            | "cart"
            | "checkout"
    )
}

/// What stands for the shop beside its address and on screens.
fn icons(frame: &Frame) -> Markup {
    html! {
        @match &frame.logo {
            Some(own) => {
                link rel="icon" href=(own.favicon) sizes="32x32" type="image/png";
                link rel="apple-touch-icon" href=(own.apple);
            }
            None => {
                link rel="icon" href=(assets::url("favicon.ico")) sizes="32x32";
                link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
                link rel="apple-touch-icon" href=(assets::url("apple-touch-icon.png"));
                @if INSTALLED_FROM.contains(&frame.path.as_str()) { (PreEscaped(STARTUP.as_str())) }
            }
        }
    }
}

/// The pages from which the shop is put on a screen; the others need not carry what only that reads.
const INSTALLED_FROM: [&str; 2] = ["/", "/install"];

/// What an iPhone or iPad shows while the installed shop starts. The names of the files tell for which screens there are any.
static STARTUP: LazyLock<String> =
    LazyLock::new(|| assets::all().iter().filter_map(startup).map(Markup::into_string).collect());

fn startup(asset: &assets::Asset) -> Option<Markup> {
    let name = asset.name.strip_prefix("startup-")?.strip_suffix(".png")?;
    let (name, scheme) = name.strip_suffix("-dark").map_or((name, "light"), |name| (name, "dark"));
    let (screen, ratio) = name.split_once('@')?;
    let (width, height) = screen.split_once('x')?;
    let media = format!(
        "(device-width: {width}px) and (device-height: {height}px) and (-webkit-device-pixel-ratio: {ratio}) \
         and (orientation: portrait) and (prefers-color-scheme: {scheme})"
    );
    Some(html! { link rel="apple-touch-startup-image" href=(asset.url) media=(media); })
}

fn colours(frame: &Frame) -> Markup {
    let own = frame.sign_colours.as_ref().filter(|_| frame.variant == Variant::Sign);
    let (light, dark) = match (own, frame.variant) {
        (Some(own), _) => (own.light.as_str(), own.dark.as_str()),
        (None, Variant::Sign) => INK,
        (None, _) => PAPER,
    };
    html! {
        @if let Some(own) = own { link rel="stylesheet" href=(own.sheet); }
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
    // The front page of the site itself answers in the visitor's language.
    let any = if frame.path == "/" { None } else { Some(frame.languages.first()) };
    html! {
        link rel="canonical" href=(Address(frame, Some(frame.locale)));
        @for l in frame.languages.offered() {
            link rel="alternate" hreflang=(l.tag()) href=(Address(frame, Some(*l)));
        }
        link rel="alternate" hreflang="x-default" href=(Address(frame, any));
    }
}

/// The page's absolute address in a language, or without one. A head names half a dozen, so they are written without a
/// text between.
struct Address<'a>(&'a Frame, Option<Locale>);

impl Render for Address<'_> {
    fn render_to(&self, page: &mut String) {
        let Self(frame, locale) = self;
        Plain(&frame.public_url).render_to(page);
        if let Some(l) = locale {
            page.push('/');
            page.push_str(l.tag());
        }
        Plain(&frame.path).render_to(page);
        if !frame.canonical_query.is_empty() {
            page.push('?');
            Plain(&frame.canonical_query).render_to(page);
        }
    }
}

/// A text without the marks that isolate what is put into it: programs that show it elsewhere draw them as boxes.
struct Unisolated<'a>(&'a str);

impl Render for Unisolated<'_> {
    fn render_to(&self, page: &mut String) {
        let marks = ['\u{2068}', '\u{2069}'];
        if self.0.contains(marks) {
            Plain(&self.0.replace(marks, "")).render_to(page);
        } else {
            Plain(self.0).render_to(page);
        }
    }
}

fn preview(frame: &Frame) -> Markup {
    let Preview { kind, image, image_alt, image_size, properties } = &frame.preview;
    let kind = if kind.is_empty() { "website" } else { kind };
    let title = if frame.title.is_empty() { frame.brand.in_locale(frame.locale) } else { &frame.title };
    html! {
        meta property="og:site_name" content=(frame.brand.in_locale(frame.locale));
        meta property="og:type" content=(kind);
        meta property="og:title" content=(Unisolated(title));
        @if let Some(text) = &frame.description { meta property="og:description" content=(Unisolated(text)); }
        meta property="og:url" content=(Address(frame, Some(frame.locale)));
        meta property="og:locale" content=(frame.locale.with_country());
        @for other in frame.languages.offered().iter().filter(|l| **l != frame.locale) {
            meta property="og:locale:alternate" content=(other.with_country());
        }
        @if let Some(image) = image {
            meta property="og:image" content=(image);
            @if let Some((width, height)) = image_size {
                meta property="og:image:width" content=(width);
                meta property="og:image:height" content=(height);
            }
            meta property="og:image:alt" content=(Unisolated(image_alt.as_deref().unwrap_or(title)));
        }
        @for (name, value) in properties { meta property=(name) content=(value); }
        // A large picture is wide: of one that stands it would show the middle only.
        @let is_wide = image_size.is_some_and(|(width, height)| width > height);
        meta name="twitter:card" content=(if is_wide { "summary_large_image" } else { "summary" });
    }
}

/// schema.org data. Inside a script element only `<` could end it, and a JSON string may write it as an escape.
fn json_ld(object: &str) -> Markup {
    // Only what begins with one of these bytes is changed below.
    if !object.bytes().fold(false, |found, b| found | matches!(b, b'<' | b'>' | b'&' | 0xe2)) {
        return html! { script type="application/ld+json" { (PreEscaped(object)) } };
    }
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
