//! What every page needs to know of its request, in one value: the language its address names, the reader's
//! colours, where it stands. A handler takes a [`Page`], makes a frame with it and renders:
//!
//! ```ignore
//! async fn show(page: Page, State(app): State<App>, Path(part): Path<IdSlug<Book>>) -> web::Result<Response> {
//!     let book = Book::find(&app.db, part.id).await?.or_404()?;
//!     Ok(page.render(&Frame { current: Some(Tab::Browse), ..page.frame(&book.title) }, &view(&page, &book)))
//! }
//! ```

mod address;

use std::sync::Arc;

use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use i18n::{Languages, Locale};
use maud::Markup;
use ui::{Destination, Frame, Preview, Theme};

use crate::api::BASE as API_BASE;
use crate::app::{App, ShopSettings};
use crate::caching::Caching;
use crate::cookies::{self, Preference};
use crate::error::Error;
use crate::identity::{self, Caller, Identity};
use crate::notice::{self, Left};
use crate::shop::{self, Shop};
use crate::shopper::Shopper;
use crate::{conditional, route};

pub use address::locale_of;
pub(crate) use address::{accepted_locale, is_panel, preferred_locale, split_locale, wants_fragment};
use address::{has_switched, without_token};

/// The page of the cart, after the language.
pub const CART: &str = "/cart";

/// What the pages of the panel are below, after the language.
const PANEL: &str = "/admin/";

/// The page of the search, and its part of the API.
const SEARCH: &str = "/search";

/// A page about to be shown.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language of the page.
    pub locale: Locale,
    /// The reader's colours.
    pub theme: Theme,
    path: String,
    query: String,
    settings: Arc<ShopSettings>,
    shop: Arc<Shop>,
    /// Whether a script wants only a part of the page, to swap in.
    wants_fragment: bool,
    /// Whether the reader has just changed the language by a link.
    switched: bool,
    caller: Caller,
    /// How many books are in the cart.
    cart_count: i64,
    /// What the page before left to be said.
    notice: Option<Left>,
    /// What was typed before somebody signed in, packed.
    packed: Option<String>,
    /// How this list of the panel was last narrowed and sorted.
    table: Option<String>,
}

/// The name of a list of the panel, which is the last part of its path.
fn list_name(path: &str) -> Option<&str> {
    path.strip_prefix(PANEL)
        .filter(|list| !list.is_empty() && list.bytes().all(|byte| byte.is_ascii_lowercase()))
}

impl FromRequestParts<App> for Page {
    type Rejection = Error;

    /// Takes the language from the first part of the path; a path without one is not a page's.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let path = route::full_path(&parts.extensions, &parts.uri);
        let (locale, path) = split_locale(path).ok_or(Error::NotFound)?;
        let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
        Ok(Self::new(&parts.headers, &parts.uri, (locale, path), caller, app))
    }
}

impl Page {
    pub(crate) fn new(
        headers: &HeaderMap,
        uri: &Uri,
        (locale, path): (Locale, &str),
        caller: Caller,
        app: &App,
    ) -> Self {
        let https = app.settings.public_url.is_https();
        let theme = Preference::Theme.read(headers, https).and_then(Theme::from_name).unwrap_or_default();
        Self {
            locale,
            theme,
            path: path.to_owned(),
            query: without_token(uri.query().unwrap_or_default()),
            wants_fragment: wants_fragment(headers),
            switched: has_switched(headers, locale, https),
            cart_count: Shopper::of(&caller, headers, https).count(),
            notice: cookies::read_notice(headers, https).and_then(Left::read),
            packed: cookies::read_typed(headers, https),
            table: list_name(path)
                .and_then(|list| cookies::read_table(list, headers, https))
                .map(str::to_owned),
            caller,
            settings: app.settings.clone(),
            shop: app.shop(),
        }
    }

    /// Who looks at the page, where somebody is signed in.
    pub fn reader(&self) -> Option<&Arc<Identity>> {
        self.caller.identity()
    }

    /// The shop as the page shows it.
    pub fn shop(&self) -> &Shop {
        &self.shop
    }

    /// Whether what costs something can be bought now.
    pub fn takes_payments(&self) -> bool {
        self.settings.sells && self.shop.takes_payments
    }

    /// What each form of the page must bring back; empty for visitors.
    pub fn csrf(&self) -> &str {
        self.caller.csrf().unwrap_or_default()
    }

    /// What was typed before somebody signed in, as the cookies have it.
    pub(crate) fn packed(&self) -> Option<&str> {
        self.packed.as_deref()
    }

    /// Whether the shop is reached by https, which decides how cookies are set.
    pub fn is_https(&self) -> bool {
        self.settings.public_url.is_https()
    }

    /// Whether payments are tried out only.
    pub(crate) fn is_trial(&self) -> bool {
        self.settings.is_trial
    }

    /// A frame with everything that the request decides; the feature adds the rest.
    pub fn frame(&self, title: &str) -> Frame {
        let place = |(tab, path): &(_, &str)| Destination { tab: *tab, href: self.url(path) };
        Frame {
            theme: self.theme,
            languages: self.languages(),
            brand: self.shop.brand.clone(),
            logo: self.shop.logo.as_ref().map(|logo| logo.of_pages()),
            sign_colours: self.shop.colours.as_ref().map(shop::Colours::of_pages),
            public_url: self.settings.public_url.origin().to_owned(),
            path: self.path.clone(),
            query: self.query.clone(),
            search: Some(self.search()),
            destinations: self.settings.destinations.iter().map(place).collect(),
            preview: self.preview(),
            notice: self.notice.as_ref().map(|left| left.notice.text(self.locale).to_owned()),
            notice_kind: self.notice.as_ref().map(|left| left.notice.kind()).unwrap_or_default(),
            undo: self.undo(),
            reader: self.reader().map(|identity| self.signed(identity)),
            sign_in: self.sign_in(),
            csrf: self.caller.csrf().map(str::to_owned),
            account: self.reader().map(|identity| identity.user.get()),
            keep: self.has_accounts().then(|| notice::keep_words(self.locale, self.settings.sells)),
            cart: self.cart(),
            ..Frame::new(self.locale, title)
        }
    }

    /// The languages that the page is offered in. The panel is in all of them: who runs the shop may read another one than its
    /// readers.
    fn languages(&self) -> Languages {
        if is_panel(&self.path) { Languages::default() } else { self.shop.languages.clone() }
    }

    /// The way to the cart; none in a shop that sells nothing.
    fn cart(&self) -> Option<ui::CartLink> {
        self.settings.sells.then(|| ui::CartLink { href: self.url(CART), count: self.cart_count })
    }

    /// How what the notice tells is undone; by whoever is signed in, since visitors change nothing.
    fn undo(&self) -> Option<ui::Undo> {
        let what = self.notice.as_ref()?.undo.clone()?;
        self.reader().map(|_| ui::Undo { action: self.url(notice::UNDO), what })
    }

    /// A link to the page shows the shop's mark, where the page has no picture of its own.
    fn preview(&self) -> Preview {
        let image = Some(self.absolute(assets::url("preview.png")));
        Preview { image, image_size: Some((1200, 630)), ..Preview::default() }
    }

    /// Where a visitor signs in, and comes back from; none in a shop without accounts.
    fn sign_in(&self) -> Option<String> {
        let here = if self.path == "/" { String::new() } else { format!("?next={}", self.encoded_address()) };
        self.has_accounts().then(|| format!("{}{here}", self.url(identity::SIGN_IN)))
    }

    /// Leads a visitor to sign in, and from there to a page of this site.
    pub fn to_sign_in(&self, next: &str) -> Response {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        let to = format!("{}?next={next}", self.url(identity::SIGN_IN));
        (Caching::NoStore, Redirect::to(&to)).into_response()
    }

    fn search(&self) -> ui::SearchField {
        ui::SearchField {
            action: self.url(SEARCH),
            text: String::new(),
            suggestions: format!("{API_BASE}{SEARCH}/suggestions"),
            searches: format!("{API_BASE}/me/searches"),
        }
    }

    fn has_accounts(&self) -> bool {
        self.settings.destinations.iter().any(|(tab, _)| *tab == ui::Tab::Account)
    }

    fn encoded_address(&self) -> String {
        form_urlencoded::byte_serialize(self.address().as_bytes()).collect()
    }

    /// How the bar shows who is signed in.
    fn signed(&self, identity: &Identity) -> ui::Signed {
        ui::Signed {
            name: identity.name.clone(),
            picture: identity.picture.clone(),
            href: self.url(identity::ACCOUNT),
        }
    }

    /// The whole page, kept by browsers and asked about each time. Answer `(Caching::NoStore, page.render(…))` for
    /// another rule.
    pub fn render(&self, frame: &Frame, body: &Markup) -> Response {
        self.html(ui::frame(frame, body))
    }

    /// A part of a page for a script to swap in.
    pub fn fragment(&self, body: Markup) -> Response {
        self.html(body)
    }

    /// Whether a script asks for a part of the page only.
    pub fn wants_fragment(&self) -> bool {
        self.wants_fragment
    }

    /// Leads to a list of the panel as it was last narrowed and sorted, where its address says nothing; `None` where this is
    /// the page to show.
    pub fn recall(&self) -> Option<Response> {
        let query = self.table.as_ref().filter(|_| self.query.is_empty() && !self.wants_fragment)?;
        Some(Redirect::to(&format!("{}?{query}", self.url(&self.path))).into_response())
    }

    /// Remembers how a list of the panel is narrowed and sorted, for the next time.
    pub fn remember(&self, mut response: Response) -> Response {
        let pairs = form_urlencoded::parse(self.query.as_bytes());
        let kept = pairs.filter(|(name, value)| !value.is_empty() && name != "cursor" && name != "done");
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
        if let Some(list) =
            list_name(&self.path).filter(|_| self.table.as_deref().unwrap_or_default() != query)
        {
            response.headers_mut().append(header::SET_COOKIE, cookies::table(list, &query, self.is_https()));
        }
        response
    }

    /// The path of the page after the language, with its slash: `/book/7-the-lighthouse`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The address of the page as it was asked for, from the root of the site: `/fr/book/7-the-lighthouse/comments?sort=top`.
    pub fn address(&self) -> String {
        let mark = if self.query.is_empty() { "" } else { "?" };
        format!("{}{mark}{}", self.url(&self.path), self.query)
    }

    /// The query as it was sent, without the question mark.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The address of a page in the same language, from the root of the site: `/fr/browse`.
    pub fn url(&self, path: &str) -> String {
        ["/", self.locale.tag(), path].concat()
    }

    /// The address of any path of the site, to be used elsewhere: `https://shop.example/fr/browse`.
    pub fn absolute(&self, path: &str) -> String {
        self.settings.public_url.join(path)
    }

    /// Leads for ever to the right path of the same page (a book whose slug has changed), with the query kept.
    pub fn moved_to(&self, path: &str) -> Response {
        let mark = if self.query.is_empty() { "" } else { "?" };
        let target = format!("{}{mark}{}", self.url(path), self.query);
        match HeaderValue::try_from(target) {
            Ok(location) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location)]).into_response(),
            Err(_) => Error::NotFound.into_response(),
        }
    }

    fn html(&self, markup: Markup) -> Response {
        let body = markup.into_string();
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (header::CONTENT_LANGUAGE, HeaderValue::from_static(self.locale.tag())),
            (header::ETAG, conditional::etag(body.as_bytes())),
            (header::CACHE_CONTROL, self.caching().header()),
            (header::VARY, HeaderValue::from_static("cookie, hx-request")),
        ];
        let mut response = (headers, body).into_response();
        if self.switched {
            let cookie = Preference::Locale.keep(self.locale.tag(), self.settings.public_url.is_https());
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        if self.notice.is_some() && !self.wants_fragment {
            response.headers_mut().append(header::SET_COOKIE, cookies::notice("", self.is_https()));
        }
        response
    }

    /// What is said once, or to one reader, is for no cache but that reader's own.
    fn caching(&self) -> Caching {
        match (&self.notice, &self.caller) {
            (Some(_), _) => Caching::NoStore,
            (None, Caller::Visitor) if self.cart_count == 0 => Caching::Revalidate,
            (None, _) => Caching::Private,
        }
    }
}

/// `GET /`: leads to the front page in the reader's language.
pub(crate) async fn front(State(app): State<App>, headers: HeaderMap, uri: Uri) -> Response {
    let locale = preferred_locale(&headers, app.settings.public_url.is_https(), &app.shop().languages);
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let leads = Redirect::to(&format!("/{}/{query}", locale.tag()));
    ([(header::VARY, "accept-language, cookie"), (header::CACHE_CONTROL, "no-cache")], leads).into_response()
}
