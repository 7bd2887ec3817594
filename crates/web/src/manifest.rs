//! `GET /manifest.webmanifest`: what the shop is called and looks like once it is installed as an app.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use serde_json::{Value, json};
use ui::Tab;

use crate::app::App;
use crate::caching::Caching;
use crate::shop::Picture;
use crate::{conditional, page, t};

/// The design's token `bg`: the paper behind the app's bar.
const PAPER: &str = "#fbfaf7";
/// The token `smaq`: the ink of the splash, which the icon's own ground continues.
const SMAQ: &str = "#322318";

/// Names, sizes and purposes of the icons.
const ICONS: [(&str, &str, &str); 5] = [
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-192.png", "192x192", "maskable"),
    ("icon-maskable-512.png", "512x512", "maskable"),
    ("icon-monochrome-512.png", "512x512", "monochrome"),
];

/// The same of a shop that has a logo of its own.
const OWN: [(Picture, &str, &str); 4] = [
    (Picture::Icon192, "192x192", "any"),
    (Picture::Icon512, "512x512", "any"),
    (Picture::Maskable192, "192x192", "maskable"),
    (Picture::Maskable512, "512x512", "maskable"),
];

pub(crate) async fn show(State(app): State<App>, headers: HeaderMap) -> Response {
    let shop = app.shop();
    let locale = page::preferred_locale(&headers, app.settings.public_url.is_https(), &shop.languages);
    let name = shop.brand.in_locale(locale);
    let icon = |(file, sizes, purpose): (&str, &str, &str)| -> Option<Value> {
        let asset = assets::get(file)?;
        Some(json!({ "src": asset.url, "sizes": sizes, "type": asset.media_type, "purpose": purpose }))
    };
    let own = |(picture, sizes, purpose): (Picture, &str, &str)| -> Option<Value> {
        let src = shop.logo.as_ref()?.address(picture);
        Some(json!({ "src": src, "sizes": sizes, "type": "image/png", "purpose": purpose }))
    };
    let icons: Vec<Value> = match shop.logo {
        Some(_) => OWN.into_iter().filter_map(own).collect(),
        None => ICONS.into_iter().filter_map(icon).collect(),
    };
    let settings = &app.settings;
    let shortcut =
        |name: &str, path: &str| json!({ "name": name, "url": format!("/{}{path}", locale.tag()) });
    let library = settings.destinations.iter().find(|(tab, _)| *tab == Tab::Library);
    let shortcuts: Vec<Value> = library
        .map(|(_, path)| shortcut(t::manifest_library(locale), path))
        .into_iter()
        .chain([shortcut(t::manifest_device(locale), "/account/downloads")])
        .collect();
    let accent = shop.colours.as_ref().and_then(|colours| colours.light.as_deref());
    let manifest = json!({
        "id": "/",
        "name": name,
        "short_name": name,
        "lang": locale.tag(),
        "dir": locale.direction().as_str(),
        "start_url": "/?src=pwa",
        "scope": "/",
        "display": "standalone",
        "background_color": SMAQ,
        "theme_color": accent.unwrap_or(PAPER),
        "description": shop.description(locale).unwrap_or_default(),
        "categories": ["books", "shopping"],
        "shortcuts": shortcuts,
        "icons": icons,
    });
    let body = manifest.to_string();
    let about =
        [(header::CONTENT_TYPE, "application/manifest+json"), (header::VARY, "accept-language, cookie")];
    let etag = [(header::ETAG, conditional::etag(body.as_bytes()))];
    (Caching::Revalidate, about, etag, body).into_response()
}
