//! Addresses in documents and style sheets: what may be loaded, what may be linked to, and how it is written.

use std::collections::BTreeSet;

use super::{Inventory, Served};
use crate::epub::names::{self, Target};

/// What a hyperlink may become.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A place in the book, relative.
    Inside(String),
    /// A page or address elsewhere, opened only when asked for.
    Outside(String),
    /// Nothing that may be linked to.
    Nowhere,
}

/// Something in the book that may be loaded.
pub(super) struct Loaded {
    /// The address as it is written.
    pub(super) written: String,
    /// The path it leads to.
    pub(super) path: String,
}

/// The relative address of something in the book that `from` may load, if it is one of the `wanted` kinds.
pub(super) fn load(address: &str, from: &str, inventory: &Inventory, wanted: &[Served]) -> Option<Loaded> {
    let Target::Inside { path, fragment } = names::resolve(from, address) else { return None };
    let served = inventory.get(&path)?;
    if !wanted.contains(&served) {
        return None;
    }
    Some(Loaded { written: names::relative(from, &path, fragment.as_deref()), path })
}

/// Where a hyperlink in `from` leads.
pub(super) fn link(address: &str, from: &str, inventory: &Inventory) -> Link {
    match names::resolve(from, address) {
        Target::Inside { path, fragment } if path == from => {
            Link::Inside(names::relative(from, &path, fragment.as_deref()))
        }
        Target::Inside { path, fragment } => match inventory.stand_in(&path) {
            Some(path) => Link::Inside(names::relative(from, path, fragment.as_deref())),
            None => Link::Nowhere,
        },
        Target::Outside(url) => Link::Outside(url),
        Target::Data(_) | Target::Nowhere => Link::Nowhere,
    }
}

/// A picture inside the address itself. Drawings are not among them: they can name further addresses.
pub(super) fn data_picture(address: &str) -> Option<String> {
    data(address, &["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif"])
}

/// A picture or font inside the address itself.
pub(super) fn data_in_style(address: &str) -> Option<String> {
    let fonts = ["font/", "application/font-", "application/x-font-", "application/vnd.ms-opentype"];
    data_picture(address).or_else(|| data(address, &fonts))
}

fn data(address: &str, types: &[&str]) -> Option<String> {
    let text: String = address.trim().chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let (scheme, rest) = text.split_once(':')?;
    let media_type = rest.split([';', ',']).next()?.to_ascii_lowercase();
    let known = types
        .iter()
        .any(|t| if t.ends_with(['/', '-']) { media_type.starts_with(t) } else { media_type == *t });
    (scheme.eq_ignore_ascii_case("data") && known).then_some(text)
}

/// A `srcset`, each of its addresses resolved; candidates outside the book are left out.
pub(super) fn srcset(
    value: &str,
    from: &str,
    inventory: &Inventory,
    references: &mut BTreeSet<String>,
) -> Option<String> {
    let mut list = Vec::new();
    for candidate in value.split(',') {
        let mut parts = candidate.split_whitespace();
        let Some(address) = parts.next() else { continue };
        let Some(loaded) = load(address, from, inventory, &[Served::Picture, Served::Drawing]) else {
            continue;
        };
        references.insert(loaded.path);
        let size = parts.next().filter(|size| {
            size.ends_with(['x', 'w'])
                && size[..size.len() - 1].bytes().all(|b| b.is_ascii_digit() || b == b'.')
        });
        // A comma would end the candidate.
        let address = loaded.written.replace(',', "%2C");
        list.push(size.map_or_else(|| address.clone(), |size| format!("{address} {size}")));
    }
    (!list.is_empty()).then(|| list.join(", "))
}
