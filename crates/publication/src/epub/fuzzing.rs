//! Doors for the fuzz targets in `/fuzz`, open only with the feature `fuzzing`.

use super::{
    package,
    sanitise::{self, Context, Inventory, Served},
    warnings::Warnings,
};
use crate::Limits;

/// Reads `bytes` as a package document.
pub fn package(bytes: &[u8]) {
    let _ = package::read("OPS/p.opf", bytes, &Limits::default(), &mut Warnings::default());
}

/// Sanitises `bytes` as every kind of text there is.
///
/// # Panics
/// When something comes out that may run, or that sanitising once more would change.
pub fn sanitise(bytes: &[u8]) {
    let mut inventory = Inventory::default();
    inventory.add("OPS/a.xhtml".to_owned(), Served::Document);
    inventory.add("OPS/a.css".to_owned(), Served::Style);
    inventory.add("OPS/a.png".to_owned(), Served::Picture);
    let limits = Limits::default();
    let context =
        Context { path: "OPS/a.xhtml", inventory: &inventory, language: Some("en"), limits: &limits };
    if let Ok(once) = sanitise::document(bytes, &context) {
        assert_inert(&once.text);
        let twice = sanitise::document(once.text.as_bytes(), &context);
        assert!(twice.is_ok_and(|twice| twice.text == once.text && !twice.repairs.malformed));
    }
    if let Ok(Some(once)) = sanitise::drawing(bytes, &context) {
        assert_inert(&once.text);
        let twice = sanitise::drawing(once.text.as_bytes(), &context).ok().flatten();
        assert!(twice.is_some_and(|twice| twice.text == once.text));
    }
    if let Ok(once) = sanitise::style_sheet(bytes, &context) {
        let twice = sanitise::style_sheet(once.text.as_bytes(), &context);
        assert!(twice.is_ok_and(|twice| twice.text == once.text));
    }
}

/// Markup cannot stand in text or attributes unescaped, so that looking for it in the whole is enough.
fn assert_inert(text: &str) {
    let lower = text.to_ascii_lowercase();
    for markup in
        ["<script", "<iframe", "<object", "<embed", "<form", "<base", "<foreignobject", "href=\"javascript"]
    {
        assert!(!lower.contains(markup), "{markup} in {text}");
    }
}
