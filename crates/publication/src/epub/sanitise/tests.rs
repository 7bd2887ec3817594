//! The sanitiser's promises, each as a test.

use super::*;

/// A small book to resolve addresses against.
pub(super) fn inventory() -> Inventory {
    let mut inventory = Inventory::default();
    for (path, served) in [
        ("OPS/a.xhtml", Served::Document),
        ("OPS/b.xhtml", Served::Document),
        ("OPS/css/a.css", Served::Style),
        ("OPS/css/b.css", Served::Style),
        ("OPS/css/f.otf", Served::Font),
        ("OPS/img/a.png", Served::Picture),
        ("OPS/img/a.svg", Served::Drawing),
        ("OPS/m.mp3", Served::Media),
    ] {
        inventory.add(path.to_owned(), served);
    }
    inventory
}
