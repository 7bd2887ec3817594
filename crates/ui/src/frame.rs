//! The document around every page: head, app bar, destinations, the page itself, and the foot.

use i18n::{Languages, Locale};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    AppBar, CartLink, Destination, KeepWords, NoticeKind, Preview, RailTab, SearchField, Signed, Tab, Undo,
    bar, feedback, foot, head, keep, navigation, offline, t, text::Room,
};

/// The shop's name, as its operator configured it.
#[derive(Debug, Clone)]
pub struct Brand {
    /// In Latin letters.
    pub name: String,
    /// In Arabic letters.
    pub name_ar: String,
}

impl Brand {
    /// The name as a page in this language writes it.
    pub fn in_locale(&self, l: Locale) -> &str {
        if l == Locale::Ar { &self.name_ar } else { &self.name }
    }
}

impl Default for Brand {
    fn default() -> Self {
        Self { name: "Warraq".to_owned(), name_ar: "ورّاق".to_owned() }
    }
}

/// The shop's own logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The address of what stands in the bar.
    pub mark: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The address of the picture beside the page's address.
    pub favicon: String,
    /// The address of the picture on the screen of an iPhone.
    pub apple: String,
}

/// The ground of the sign-in pages' bar, where it is the shop's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignColours {
    /// The address of the sheet that sets it.
    pub sheet: String,
    /// In light colours.
    pub light: String,
    /// In dark ones.
    pub dark: String,
}

/// The colours a reader chose. `Auto` follows the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// What the device prefers.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// All of them, in the order in which the foot offers them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// `auto`, `light` or `dark`: for the cookie and the form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// For `data-theme`; none means that the device decides.
    pub(crate) const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light | Self::Dark => Some(self.name()),
        }
    }
}

/// Whether search engines may list the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Indexing {
    /// Listed, with its versions in the other languages.
    #[default]
    Listed,
    /// Not listed: errors, filtered lists, personal pages.
    Hidden,
}

/// The kind of page, which decides what surrounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variant {
    /// App bar, destinations, foot.
    #[default]
    Shop,
    /// The sign-in pages: the bar and the head of the page stand on ink; no destinations.
    Sign,
    /// The reader: nothing but its own bar.
    Reader,
}

/// Everything about a page but its body. `web::Page` fills what the request decides (language, theme, address,
/// brand); the feature adds title, description, bar and the rest.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language of the page.
    pub locale: Locale,
    /// The languages that the page is offered in.
    pub languages: Languages,
    /// The reader's colours.
    pub theme: Theme,
    /// The shop's name.
    pub brand: Brand,
    /// The shop's own logo.
    pub logo: Option<Logo>,
    /// The shop's own colours of the sign-in pages.
    pub sign_colours: Option<SignColours>,
    /// Where the shop is reached, without a final slash: `https://shop.example`.
    pub public_url: String,
    /// The path after the language, with its slash: `/` or `/book/7-the-lighthouse`.
    pub path: String,
    /// The query as it was sent, without `?`; the language and colour switches keep it.
    pub query: String,
    /// The query that belongs to the canonical address, without `?`; usually none.
    pub canonical_query: String,
    /// The page's title, without the shop's name.
    pub title: String,
    /// Whether a form came back with something to correct, which the title then says first.
    pub has_problems: bool,
    /// One or two sentences for search engines and previews, in the page's language.
    pub description: Option<String>,
    /// Whether search engines may list the page.
    pub indexing: Indexing,
    /// What surrounds the page.
    pub variant: Variant,
    /// The bar at the top.
    pub bar: AppBar,
    /// The search field; `None` in a shop without a search.
    pub search: Option<SearchField>,
    /// The main destinations that exist.
    pub destinations: Vec<Destination>,
    /// The destination this page belongs to.
    pub current: Option<Tab>,
    /// The row of links below the bar, for the home lists; empty for none.
    pub rail: Vec<RailTab>,
    /// What a link to this page shows elsewhere.
    pub preview: Preview,
    /// schema.org data, each JSON text a block of its own.
    pub json_ld: Vec<String>,
    /// More for the head: styles and scripts of this page.
    pub head: Markup,
    /// A notice that the page before left, shown once on top.
    pub notice: Option<String>,
    /// How the notice is told.
    pub notice_kind: NoticeKind,
    /// How what the notice tells is undone.
    pub undo: Option<Undo>,
    /// Who is signed in.
    pub reader: Option<Signed>,
    /// Where a visitor signs in; `None` in a shop without accounts. Large screens show it in the bar.
    pub sign_in: Option<String>,
    /// The token of whoever is signed in, which scripts and the foot's forms send with a change.
    pub csrf: Option<String>,
    /// The number of the account of whoever is signed in: what a page keeps in the browser is bound to it.
    pub account: Option<i64>,
    /// What is said when a book was kept or let go; `None` in a shop where nothing is kept.
    pub keep: Option<KeepWords>,
    /// The way to the cart; `None` in a shop that sells nothing.
    pub cart: Option<CartLink>,
}

impl Frame {
    /// A page of the shop with a title, everything else at its plainest.
    pub fn new(locale: Locale, title: impl Into<String>) -> Self {
        Self {
            locale,
            languages: Languages::default(),
            theme: Theme::default(),
            brand: Brand::default(),
            logo: None,
            sign_colours: None,
            public_url: String::new(),
            path: "/".to_owned(),
            query: String::new(),
            canonical_query: String::new(),
            title: title.into(),
            has_problems: false,
            description: None,
            indexing: Indexing::default(),
            variant: Variant::default(),
            bar: AppBar::Shop,
            search: None,
            destinations: Vec::new(),
            current: None,
            rail: Vec::new(),
            preview: Preview::default(),
            json_ld: Vec::new(),
            head: PreEscaped(String::new()),
            notice: None,
            notice_kind: NoticeKind::default(),
            undo: None,
            reader: None,
            sign_in: None,
            csrf: None,
            account: None,
            keep: None,
            cart: None,
        }
    }

    /// The address of this page in a language, from the root of the site: `/fr/browse`, and `/fr/` for home.
    pub(crate) fn local_url(&self, l: Locale) -> String {
        format!("/{}{}", l.tag(), self.path)
    }

    /// The address of this page as it was asked for, from the root of the site.
    pub(crate) fn address(&self) -> String {
        let mark = if self.query.is_empty() { "" } else { "?" };
        format!("{}{mark}{}", self.local_url(self.locale), self.query)
    }

    /// The shop's front page in this page's language.
    pub(crate) fn home_url(&self) -> String {
        format!("/{}/", self.locale.tag())
    }
}

/// The whole document.
pub fn frame(frame: &Frame, body: &Markup) -> Markup {
    let l = frame.locale;
    let class = match frame.variant {
        Variant::Shop => "page",
        Variant::Sign => "page page--sign",
        Variant::Reader => "page page--reader",
    };
    html! {
        (Room(body.0.len() + 16 * 1024))
        (DOCTYPE)
        html lang=(l.tag()) dir=(l.direction()) data-theme=[frame.theme.attribute()] {
            (head::head(frame, body))
            body class=(class) {
                a.skip href="#main" { (t::skip_to_content(l)) }
                (bar::app_bar(frame))
                @if !frame.rail.is_empty() { (navigation::rail(l, &frame.rail)) }
                (offline::connection(frame))
                main #main .main tabindex="-1" {
                    @if let Some(notice) = &frame.notice { (feedback::notice(frame, notice)) }
                    (body)
                }
                @if frame.variant == Variant::Shop {
                    (foot::foot(frame))
                    @if let Some(words) = &frame.keep { (keep::keep_form(frame, words)) }
                }
                (feedback::toast_region())
                @if frame.variant != Variant::Reader { (feedback::unreachable(l)) }
            }
        }
    }
}
