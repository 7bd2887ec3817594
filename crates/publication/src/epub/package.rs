//! The package document (OPF): manifest, spine, guide and how pages are laid out. What it says about the book as a
//! work is read in [`super::description`].

use std::collections::HashMap;

use super::{
    description,
    names::{self, Target},
    obfuscation::Identifiers,
    rendition::{self, Rendition},
    warnings::Warnings,
    xml::{Element, Tree},
};
use crate::{Limits, Metadata, Rejection};

/// Places in the reading order; as many as there may be files.
const MOST_PLACES: usize = 20_000;

/// A package document, resolved against its own place in the archive.
pub(super) struct Package {
    /// Its own path.
    pub path: String,
    pub metadata: Metadata,
    pub identifiers: Identifiers,
    pub items: Vec<Item>,
    pub spine: Vec<ItemRef>,
    /// Index of the NCX in `items`.
    pub ncx: Option<usize>,
    /// Index of the navigation document in `items`.
    pub nav: Option<usize>,
    /// `guide` references: type, title, path, fragment.
    pub guide: Vec<GuideReference>,
    /// Indices in `items` of what the metadata calls the cover, best first.
    pub covers: Vec<usize>,
    pub rendition: Rendition,
    /// `page-progression-direction`, where it is not `default`.
    pub right_to_left: Option<bool>,
    /// `primary-writing-mode` (Kindle and Japanese tools).
    pub primary_writing_mode: Option<String>,
    /// Step of the spine in the package, for CFIs: `/6` in almost every book.
    pub spine_step: usize,
}

/// One file of the manifest.
pub(super) struct Item {
    pub path: String,
    pub media_type: String,
    pub properties: Vec<String>,
    pub fallback: Option<usize>,
}

/// One place of the reading order.
pub(super) struct ItemRef {
    /// Index in the manifest.
    pub item: usize,
    pub linear: bool,
    pub properties: Vec<String>,
    /// Its step in the spine, for CFIs.
    pub step: usize,
}

/// An EPUB 2 landmark.
pub(super) struct GuideReference {
    pub kind: String,
    pub title: String,
    pub path: String,
    pub fragment: Option<String>,
}

/// Reads the package document at `path`.
pub(super) fn read(
    path: &str,
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<Package, Rejection> {
    let tree = Tree::parse(path, bytes, limits.depth)?;
    let root = tree.root();
    let part = |name: &str| root.child(name);
    let metadata = part("metadata").ok_or_else(|| missing("metadata"))?;
    let (items, by_id) = manifest(path, part("manifest").ok_or_else(|| missing("manifest"))?, warnings);
    let spine_element = part("spine").ok_or_else(|| missing("spine"))?;
    let spine = spine(spine_element, &by_id, warnings);
    if spine.is_empty() {
        return Err(Rejection::damaged("its reading order is empty"));
    }
    let ncx = spine_element.attribute("toc").and_then(|id| by_id.get(id).copied());
    let is_ncx = |item: &Item| item.media_type == "application/x-dtbncx+xml";
    let (facts, identifiers) = description::read(root, metadata, warnings);
    let meta = |name: &str| description::named_meta(metadata, name);
    Ok(Package {
        metadata: facts,
        identifiers,
        ncx: ncx.or_else(|| items.iter().position(is_ncx)),
        nav: items.iter().position(|item| item.has("nav")),
        guide: part("guide").map(|guide| guide_references(path, guide)).unwrap_or_default(),
        covers: covers(&items, &by_id, path, meta("cover").as_deref()),
        rendition: rendition::read(metadata),
        right_to_left: match spine_element.attribute("page-progression-direction") {
            Some("rtl") => Some(true),
            Some("ltr") => Some(false),
            _ => None,
        },
        primary_writing_mode: meta("primary-writing-mode"),
        spine_step: step_of(root, "spine"),
        path: path.to_owned(),
        items,
        spine,
    })
}

impl Item {
    /// Whether the manifest gives the item this property.
    pub(super) fn has(&self, property: &str) -> bool {
        self.properties.iter().any(|p| p == property)
    }
}

fn missing(part: &str) -> Rejection {
    Rejection::damaged(format!("its package document has no {part}"))
}

/// CFIs count elements by even numbers.
fn step_of(root: Element<'_>, name: &str) -> usize {
    root.children().position(|child| child.name() == name).map_or(6, |index| 2 * (index + 1))
}

fn words(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

fn manifest(
    path: &str,
    manifest: Element<'_>,
    warnings: &mut Warnings,
) -> (Vec<Item>, HashMap<String, usize>) {
    let mut items = Vec::new();
    let mut by_id = HashMap::new();
    let mut fallbacks = Vec::new();
    for element in manifest.all("item") {
        let href = element.attribute("href").unwrap_or_default();
        let Target::Inside { path: item_path, .. } = names::resolve(path, href) else {
            warnings.add("outside_reference", format!("The book refers to a file outside itself: “{href}”."));
            continue;
        };
        if let Some(id) = element.attribute("id") {
            by_id.entry(id.to_owned()).or_insert(items.len());
        }
        fallbacks.push(element.attribute("fallback"));
        items.push(Item {
            path: item_path,
            media_type: element.attribute("media-type").unwrap_or_default().trim().to_ascii_lowercase(),
            properties: words(element.attribute("properties")),
            fallback: None,
        });
    }
    for (item, fallback) in items.iter_mut().zip(fallbacks) {
        item.fallback = fallback.and_then(|id| by_id.get(id).copied());
    }
    (items, by_id)
}

fn spine(spine: Element<'_>, by_id: &HashMap<String, usize>, warnings: &mut Warnings) -> Vec<ItemRef> {
    let mut list = Vec::new();
    for (index, element) in spine.children().enumerate().take(MOST_PLACES) {
        if element.name() != "itemref" {
            continue;
        }
        let id = element.attribute("idref").unwrap_or_default();
        match by_id.get(id) {
            Some(&item) => list.push(ItemRef {
                item,
                linear: element.attribute("linear") != Some("no"),
                properties: words(element.attribute("properties")),
                step: 2 * (index + 1),
            }),
            None => warnings
                .add("missing_item", format!("The reading order names “{id}”, which is not in the book.")),
        }
    }
    list
}

fn guide_references(path: &str, guide: Element<'_>) -> Vec<GuideReference> {
    let reference = |element: Element<'_>| match names::resolve(path, element.attribute("href")?) {
        Target::Inside { path, fragment } => Some(GuideReference {
            kind: element.attribute("type").unwrap_or_default().to_ascii_lowercase(),
            title: super::xml::collapse(element.attribute("title").unwrap_or_default()),
            path,
            fragment,
        }),
        _ => None,
    };
    guide.all("reference").filter_map(reference).collect()
}

/// The cover by EPUB 3's property, then by EPUB 2's `meta`, whose content is an id but in some books a name.
fn covers(items: &[Item], by_id: &HashMap<String, usize>, path: &str, meta: Option<&str>) -> Vec<usize> {
    let property = items.iter().position(|item| item.has("cover-image"));
    let by_href = |content: &str| match names::resolve(path, content) {
        Target::Inside { path, .. } => items.iter().position(|item| item.path == path),
        _ => None,
    };
    let meta = meta.and_then(|content| by_id.get(content).copied().or_else(|| by_href(content)));
    property.into_iter().chain(meta).collect()
}
