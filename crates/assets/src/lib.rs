//! The built front end, embedded in the binary.
//!
//! Pages name an asset by its logical name (`app.css`) and put [`url`] into the HTML; the server
//! answers `/assets/*` with what [`find`] gives it. Every address carries the hash of the content
//! behind it, so all of it may be cached for ever, and a new build simply has new addresses.

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// The logical name, such as `app.css` or `pdfjs/cmaps/78-H.bcmap`.
    pub name: &'static str,
    /// The address, from the root of the site: `/assets/app-1A2B3C4D.css`.
    pub url: &'static str,
    /// A strong entity tag, quotes included.
    pub etag: &'static str,
    /// The `Content-Type`, with its character set for text.
    pub media_type: &'static str,
    /// The content as it is.
    pub bytes: &'static [u8],
    /// The content under `Content-Encoding: br`, where that saves a tenth or more.
    pub br: Option<&'static [u8]>,
    /// The content under `Content-Encoding: gzip`, where that saves a tenth or more.
    pub gzip: Option<&'static [u8]>,
}

/// What [`url`] answers for a name that was never built; the server has nothing there.
pub const UNKNOWN: &str = "/assets/unknown";

/// The asset of a logical name, such as `app.css`.
pub fn get(name: &str) -> Option<&'static Asset> {
    ASSETS.binary_search_by_key(&name, |asset| asset.name).ok().map(|at| &ASSETS[at])
}

/// The address of a logical name, or [`UNKNOWN`]: a page must not fail over a missing picture.
pub fn url(name: &str) -> &'static str {
    get(name).map_or(UNKNOWN, |asset| asset.url)
}

/// The asset behind an address, given the part after `/assets/`.
pub fn find(file: &str) -> Option<&'static Asset> {
    let at = FILES.binary_search_by_key(&file, |&(file, _)| file).ok()?;
    Some(&ASSETS[FILES[at].1])
}

/// The address of a folder whose files find each other by name (`pdfjs`), with its final slash.
pub fn folder_url(name: &str) -> Option<&'static str> {
    FOLDERS.iter().find(|&&(folder, _)| folder == name).map(|&(_, url)| url)
}

/// Every asset, by logical name.
pub fn all() -> &'static [Asset] {
    ASSETS
}

/// The names of the icons in the sprite `icons.svg`.
pub fn symbols() -> &'static [&'static str] {
    SYMBOLS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_is_found_by_its_name_and_by_its_address() {
        assert!(get("app.css").is_some());
        for asset in all() {
            assert_eq!(url(asset.name), asset.url);
            let file = asset.url.strip_prefix("/assets/").unwrap();
            assert_eq!(find(file).unwrap().name, asset.name);
        }
    }

    #[test]
    fn what_was_never_built_has_an_address_that_leads_nowhere() {
        assert_eq!(url("no-such-thing.css"), UNKNOWN);
        assert!(find("unknown").is_none());
        assert!(find("../Cargo.toml").is_none());
    }

    #[test]
    fn compressed_copies_are_smaller_than_what_they_copy() {
        for asset in all() {
            for copy in [asset.br, asset.gzip].into_iter().flatten() {
                assert!(copy.len() < asset.bytes.len(), "{}", asset.name);
            }
        }
    }

    /// Bytes on the way; none for what was never built, which the first test would tell.
    fn wire(name: &str) -> usize {
        get(name).map_or(0, |asset| asset.br.unwrap_or(asset.bytes).len())
    }

    #[test]
    fn the_readers_stay_within_their_weight() {
        let pdf = wire("reader-pdf.js") + wire("pdfjs/pdf.worker.mjs");
        assert!((1..=360_000).contains(&pdf), "PDF: {pdf} bytes of scripts");
        assert!((1..=95_000).contains(&wire("reader-epub.js")), "EPUB: {} bytes", wire("reader-epub.js"));
        assert!((1..=12_000).contains(&wire("reader.css")), "styles: {} bytes", wire("reader.css"));
    }

    #[test]
    fn a_first_visit_to_the_shop_stays_within_its_weight() {
        // Ten packets of 1,460 bytes are sent before the first answer from the other side; the headers take some 700 bytes.
        assert!(wire("app.css") <= 13_900, "styles: {} bytes", wire("app.css"));
        assert!(
            wire("app.css") + wire("own.css") <= 18 * 1024,
            "styles: {} bytes with one's own",
            wire("own.css")
        );
        assert!(wire("app.js") <= 24 * 1024, "scripts: {} bytes", wire("app.js"));
        let latin = wire("readex-pro-latin-wght-normal.woff2") + wire("literata-latin-600-normal.woff2");
        // Titles in Arabic are on most pages.
        let fonts = latin + wire("readex-pro-arabic-wght-normal.woff2");
        assert!((1..=48_000).contains(&fonts), "fonts: {fonts} bytes");
    }
}
