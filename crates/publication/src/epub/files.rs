//! The files of a book that are served, each by what it is, and the reading order made of them.

use std::collections::HashMap;

use super::{
    archive::Archive,
    container::Container,
    media,
    obfuscation::Key,
    package::Package,
    rendition::Layout,
    sanitise::{Inventory, Served},
    warnings::Warnings,
};
use crate::{Limits, Rejection};

/// A served file of the archive.
pub(super) struct File {
    pub path: String,
    pub served: Served,
    pub media_type: &'static str,
    /// How to restore an obfuscated font.
    pub key: Option<Key>,
}

/// One place of the reading order, after fallbacks.
pub(super) struct Place {
    /// Index in the package's spine.
    pub spine: usize,
    /// Path of what is served.
    pub path: String,
    pub source: Source,
}

/// Where a section's document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// It is a file of the archive.
    File,
    /// It is made around this picture.
    Picture(String),
    /// It is made around this drawing.
    Drawing(String),
    /// The file is missing: it is made empty, so that places after it stay where they are.
    Missing,
}

/// Everything that will be served.
pub(super) struct Files {
    pub list: Vec<File>,
    pub places: Vec<Place>,
    pub inventory: Inventory,
}

/// Looks into every file of the archive and arranges the reading order.
pub(super) fn gather(
    archive: &mut Archive,
    container: &Container,
    package: &Package,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<Files, Rejection> {
    let (list, inventory) = classify(archive, container, package, limits, warnings)?;
    let mut files = Files { list, places: Vec::new(), inventory };
    for spine in 0..package.spine.len() {
        if let Some(place) = files.place(spine, archive, package, warnings) {
            files.places.push(place);
        }
    }
    if files.places.is_empty() {
        return Err(Rejection::damaged("nothing in it can be read"));
    }
    Ok(files)
}

/// Every file that is served, by its content.
fn classify(
    archive: &mut Archive,
    container: &Container,
    package: &Package,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<(Vec<File>, Inventory), Rejection> {
    let mut list = Vec::new();
    let mut inventory = Inventory::default();
    let mut types = HashMap::new();
    for item in &package.items {
        types.entry(item.path.as_str()).or_insert(item.media_type.as_str());
    }
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    for path in names {
        if path == "mimetype" || path == package.path || path.starts_with("META-INF/") {
            continue;
        }
        let declared = types.get(path.as_str()).copied().unwrap_or_default();
        let key = container.obfuscation.key(&path, &package.identifiers);
        let mut head = archive.head(&path, media::HEAD)?;
        if let Some(key) = &key {
            key.apply(0, &mut head);
        }
        let Some((served, media_type)) = media::classify(&head, declared, &path) else { continue };
        if served == Served::Picture && is_too_many_pixels(archive, &path, &head, limits)? {
            warnings.add(
                "picture_too_large",
                format!("A picture has too many pixels and was left out: “{path}”."),
            );
            continue;
        }
        inventory.add(path.clone(), served);
        // Only a font may be obfuscated: anything else was not touched by the algorithm.
        list.push(File { path, served, media_type, key: key.filter(|_| served == Served::Font) });
    }
    Ok((list, inventory))
}

fn is_too_many_pixels(
    archive: &mut Archive,
    path: &str,
    head: &[u8],
    limits: &Limits,
) -> Result<bool, Rejection> {
    let pixels = match media::pixels(head) {
        Some(pixels) => Some(pixels),
        // Some cameras put more than a head's worth of notes before the size.
        None => archive.read(path)?.as_deref().and_then(media::pixels),
    };
    Ok(pixels.is_some_and(|pixels| pixels > limits.picture_pixels))
}

impl Files {
    fn place(
        &mut self,
        spine: usize,
        archive: &Archive,
        package: &Package,
        warnings: &mut Warnings,
    ) -> Option<Place> {
        let first = package.spine[spine].item;
        let mut item = Some(first);
        // A chain of fallbacks longer than this is a circle.
        for _ in 0..32 {
            let Some(index) = item else { break };
            let path = &package.items[index].path;
            match self.inventory.get(path) {
                Some(Served::Drawing) if layout(package, spine) != Layout::Fixed => {
                    return Some(self.stand_in(spine, path, Source::Drawing(path.clone())));
                }
                Some(Served::Document | Served::Drawing) => {
                    return Some(Place { spine, path: path.clone(), source: Source::File });
                }
                Some(Served::Picture) => {
                    return Some(self.stand_in(spine, path, Source::Picture(path.clone())));
                }
                _ => item = package.items[index].fallback,
            }
        }
        let path = &package.items[first].path;
        if archive.has(path) {
            warnings.add(
                "not_served",
                format!("A part of the book is of a kind that cannot be shown: “{path}”."),
            );
            return None;
        }
        warnings.add("missing_file", format!("A part of the book is missing from the file: “{path}”."));
        self.inventory.add(path.clone(), Served::Document);
        Some(Place { spine, path: path.clone(), source: Source::Missing })
    }

    fn stand_in(&mut self, spine: usize, path: &str, source: Source) -> Place {
        let document = match self.inventory.stand_in(path) {
            Some(existing) if existing != path => existing.to_owned(),
            _ => self.unused(path, "xhtml"),
        };
        self.inventory.add_stand_in(path.to_owned(), document.clone());
        Place { spine, path: document, source }
    }

    /// A path beside `path` that no file has.
    pub(super) fn unused(&self, path: &str, extension: &str) -> String {
        let mut name = format!("{path}.{extension}");
        while self.inventory.get(&name).is_some() {
            name.extend([".", extension]);
        }
        name
    }
}

/// The layout of one place: its own, or the book's.
pub(super) fn layout(package: &Package, spine: usize) -> Layout {
    own_layout(package, spine).unwrap_or(package.rendition.layout)
}

/// The layout that a place states for itself.
pub(super) fn own_layout(package: &Package, spine: usize) -> Option<Layout> {
    package.spine[spine].properties.iter().find_map(|property| match property.as_str() {
        "rendition:layout-pre-paginated" => Some(Layout::Fixed),
        "rendition:layout-reflowable" => Some(Layout::Reflowable),
        _ => None,
    })
}

/// Which side of a spread a place asks for.
pub(super) fn spread(package: &Package, spine: usize) -> Option<&'static str> {
    package.spine[spine].properties.iter().find_map(|property| {
        match property.trim_start_matches("rendition:") {
            "page-spread-left" => Some("left"),
            "page-spread-right" => Some("right"),
            "page-spread-center" | "spread-none" => Some("center"),
            _ => None,
        }
    })
}
