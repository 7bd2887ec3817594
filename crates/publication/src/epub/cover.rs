//! Finding the cover: the manifest's property, EPUB 2's meta, then the first picture of the page that is called the
//! cover, then of a first page that holds nothing else.

use super::{
    archive::Archive, contents::Landmark, media, package::Package, publication::Cover, sanitise::Served,
    warnings::Warnings,
};
use crate::{Limits, Rejection};

/// What is known about sections when the cover is looked for.
pub(super) struct CoverPages<'a> {
    /// Landmarks and guide, as paths with the first picture of the page.
    pub first_pictures: &'a dyn Fn(&str) -> Option<String>,
    /// Path and number of words of the first section.
    pub first_section: Option<(&'a str, u64)>,
    /// All landmarks.
    pub landmarks: &'a [Landmark],
}

/// The first candidate that really is a picture.
pub(super) fn find(
    archive: &mut Archive,
    package: &Package,
    pages: &CoverPages<'_>,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<Option<Cover>, Rejection> {
    let mut unusable = |path: &str, declared: bool| {
        if declared {
            warnings.add(
                "cover_not_a_picture",
                format!("The cover is not a picture that can be used: “{path}”."),
            );
        }
    };
    for (path, declared) in candidates(package, pages) {
        let head = archive.head(&path, media::HEAD)?;
        let Some((Served::Picture, media_type)) = media::classify(&head, "", &path) else {
            unusable(&path, declared && archive.has(&path));
            continue;
        };
        let Some(bytes) = archive.read(&path)? else { continue };
        if media_type == "image/avif"
            || media::pixels(&bytes).is_none_or(|pixels| pixels > limits.picture_pixels)
        {
            unusable(&path, declared);
            continue;
        }
        return Ok(Some(Cover { path, media_type: media_type.to_owned(), bytes }));
    }
    Ok(None)
}

/// Paths, best first, and whether the book itself calls the file its cover.
fn candidates(package: &Package, pages: &CoverPages<'_>) -> Vec<(String, bool)> {
    let mut list: Vec<(String, bool)> = Vec::new();
    for &index in &package.covers {
        let path = &package.items[index].path;
        // Some books name the cover's page instead of its picture.
        list.push(((pages.first_pictures)(path).unwrap_or_else(|| path.clone()), true));
    }
    let guide = package.guide.iter().filter(|reference| reference.kind == "cover").map(|r| r.path.clone());
    let marks = pages.landmarks.iter().filter(|landmark| landmark.kind == "cover");
    let marks = marks.filter_map(|landmark| match super::names::resolve("", &landmark.href) {
        super::names::Target::Inside { path, .. } => Some(path),
        _ => None,
    });
    for page in guide.chain(marks) {
        list.extend((pages.first_pictures)(&page).map(|path| (path, true)));
    }
    if let Some((page, 0..=10)) = pages.first_section {
        list.extend((pages.first_pictures)(page).map(|path| (path, false)));
    }
    let mut seen = std::collections::HashSet::new();
    list.retain(|(path, _)| seen.insert(path.clone()));
    list
}
