//! The outermost layer (OCF): the media type file, `container.xml`, and what in `META-INF` forbids or explains
//! reading: encryption, rights, licences.

use super::{archive::Archive, names, obfuscation::Obfuscation, warnings::Warnings, xml::Tree};
use crate::{Limits, Rejection};

const MIMETYPE: &[u8] = b"application/epub+zip";
const CONTAINER: &str = "META-INF/container.xml";
const PACKAGE_TYPE: &str = "application/oebps-package+xml";

/// What the container says.
pub(super) struct Container {
    /// Path of the package document (the first, where there are several renditions).
    pub package: String,
    /// Fonts to be restored before they are served.
    pub obfuscation: Obfuscation,
    /// Apple's way, before EPUB 3 had one, of saying that pages are fixed.
    pub fixed_layout_option: bool,
}

/// Reads the container, refusing protected books.
pub(super) fn read(
    archive: &mut Archive,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<Container, Rejection> {
    check_mimetype(archive, warnings)?;
    let Some(bytes) = archive.read(CONTAINER)? else {
        return Err(Rejection::NotAPublication("an archive without META-INF/container.xml".to_owned()));
    };
    let obfuscation = refuse_protection(archive, limits)?;
    let tree = Tree::parse(CONTAINER, &bytes, limits.depth)?;
    let rootfile = tree
        .root()
        .descendants()
        .filter(|element| element.name() == "rootfile")
        .filter(|element| element.attribute("media-type").is_none_or(|media_type| media_type == PACKAGE_TYPE))
        .find_map(|element| element.attribute("full-path"))
        .ok_or_else(|| Rejection::damaged("META-INF/container.xml names no package document"))?;
    let package = match names::resolve("root", rootfile) {
        names::Target::Inside { path, .. } if archive.has(&path) => path,
        // Some containers hold the name unencoded, as the specification asks: a `%` in it is a `%`.
        _ if archive.has(rootfile) => rootfile.to_owned(),
        _ => return Err(Rejection::damaged(format!("its package document “{rootfile}” is missing"))),
    };
    Ok(Container { package, obfuscation, fixed_layout_option: apple_fixed_layout(archive, limits) })
}

fn check_mimetype(archive: &mut Archive, warnings: &mut Warnings) -> Result<(), Rejection> {
    let first = archive.names().next() == Some("mimetype");
    if !archive.has("mimetype") {
        warnings.add("no_mimetype", "The archive does not say that it is an EPUB (no mimetype file).");
    } else if archive.head("mimetype", 64)?.trim_ascii() != MIMETYPE {
        warnings.add("wrong_mimetype", "The archive says that it is something else than an EPUB.");
    } else if !first {
        warnings.add("mimetype_not_first", "The mimetype file is not the first of the archive.");
    }
    Ok(())
}

fn refuse_protection(archive: &mut Archive, limits: &Limits) -> Result<Obfuscation, Rejection> {
    if archive.has("META-INF/license.lcpl") {
        return Err(Rejection::Protected("Readium LCP".to_owned()));
    }
    let encryption = archive.read("META-INF/encryption.xml")?;
    let obfuscation = match encryption {
        Some(bytes) => Obfuscation::parse(&bytes, limits)?,
        None => Obfuscation::default(),
    };
    // rights.xml is where Adobe's and Apple's systems keep the voucher; without one it has no business here.
    if archive.has("META-INF/rights.xml") || archive.has("META-INF/sinf.xml") {
        return Err(Rejection::Protected("digital rights management (META-INF/rights.xml)".to_owned()));
    }
    Ok(obfuscation)
}

fn apple_fixed_layout(archive: &mut Archive, limits: &Limits) -> bool {
    const OPTIONS: &str = "META-INF/com.apple.ibooks.display-options.xml";
    let Ok(Some(bytes)) = archive.read(OPTIONS) else { return false };
    let Ok(tree) = Tree::parse(OPTIONS, &bytes, limits.depth) else { return false };
    tree.root().descendants().any(|e| e.attribute("name") == Some("fixed-layout") && e.text() == "true")
}
