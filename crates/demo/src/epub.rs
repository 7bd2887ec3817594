//! Writes a book as EPUB 3: a package with navigation (and an NCX for old readers), a document for each chapter,
//! drawn pictures, and accessibility metadata. Times inside the archive are fixed, so the same book is the same bytes.

mod documents;
mod fixed;
mod navigation;
mod package;
mod style;
mod xhtml;

use std::io::{Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::book::DemoBook;
use crate::cover;
use crate::error::Error;
use crate::manuscript;
use crate::picture;
use crate::text::Manuscript;
use crate::words;

/// The font that a book carries when it wants one.
const FONT: &[u8] = include_bytes!("../fonts/text-arabic.ttf");
const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

/// A resource of the book, by its path beside the package.
struct Resource {
    /// Also the manifest's id, with the dots and slashes replaced.
    path: String,
    media_type: &'static str,
    /// Manifest properties such as `nav` or `cover-image`.
    properties: Vec<&'static str>,
    bytes: Vec<u8>,
    /// Whether it is read in order, and its properties there.
    spine: Option<Vec<&'static str>>,
}

impl Resource {
    fn document(path: impl Into<String>, text: String) -> Self {
        let properties = if text.contains("<math") { vec!["mathml"] } else { Vec::new() };
        let (path, bytes) = (path.into(), text.into_bytes());
        Self { path, media_type: "application/xhtml+xml", properties, bytes, spine: Some(Vec::new()) }
    }

    fn aside(path: impl Into<String>, media_type: &'static str, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), media_type, properties: Vec::new(), bytes, spine: None }
    }

    fn id(&self) -> String {
        self.path.replace(['/', '.'], "-")
    }
}

/// Writes the EPUB of a book. Fails with [`Error::NotOffered`] for a book that has none.
pub fn write_epub(book: &DemoBook, into: impl Write + Seek) -> Result<(), Error> {
    if !book.formats.epub {
        return Err(Error::NotOffered { slug: book.slug.to_owned(), format: "EPUB" });
    }
    let manuscript = book.manuscript();
    let resources = resources(book, &manuscript);
    let mut archive = ZipWriter::new(into);
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    archive.start_file("mimetype", options.compression_method(CompressionMethod::Stored))?;
    archive.write_all(b"application/epub+zip")?;
    let options = options.compression_method(CompressionMethod::Deflated);
    archive.start_file("META-INF/container.xml", options)?;
    archive.write_all(CONTAINER.as_bytes())?;
    archive.start_file("EPUB/package.opf", options)?;
    archive.write_all(package::package(book, &resources).as_bytes())?;
    for resource in &resources {
        archive.start_file(format!("EPUB/{}", resource.path), options)?;
        archive.write_all(&resource.bytes)?;
    }
    archive.finish()?;
    Ok(())
}

/// Everything in the book but the package itself; what is read comes in its order.
fn resources(book: &DemoBook, manuscript: &Manuscript) -> Vec<Resource> {
    let mut resources =
        if book.is_fixed() { fixed::pages(book, manuscript) } else { documents::documents(book, manuscript) };
    let nav = navigation::nav(book, manuscript, &resources);
    let mut nav = Resource::aside("nav.xhtml", "application/xhtml+xml", nav.into_bytes());
    nav.properties = vec!["nav"];
    resources.push(nav);
    let ncx = navigation::ncx(book, manuscript);
    resources.push(Resource::aside("toc.ncx", "application/x-dtbncx+xml", ncx.into_bytes()));
    resources.push(Resource::aside("style.css", "text/css", style::css(book).into_bytes()));
    if let Some(cover) = &book.front.cover {
        let image = cover::png(book, cover);
        let mut image = Resource::aside("pictures/cover.png", "image/png", image);
        image.properties = vec!["cover-image"];
        resources.push(image);
    }
    resources.extend(manuscript::pictures(manuscript).into_iter().map(|name| picture_file(book, name)));
    if book.front.font {
        resources.push(Resource::aside("fonts/text.ttf", "font/ttf", FONT.to_vec()));
    }
    resources
}

/// A picture, as SVG; in a fixed book from right to left as PNG, so that both kinds are met.
fn picture_file(book: &DemoBook, name: &str) -> Resource {
    let (width, height) = if book.is_fixed() { fixed::PAGE } else { (600, 400) };
    let scene = picture::scene(name, width, height);
    let path = picture_path(book, name);
    if raster_pictures(book) {
        return Resource::aside(path, "image/png", picture::png(&scene, 1));
    }
    let svg = picture::svg(&scene, words::picture(name, book.language));
    Resource::aside(path, "image/svg+xml", svg.into_bytes())
}

fn raster_pictures(book: &DemoBook) -> bool {
    book.is_fixed() && book.language.is_right_to_left()
}

fn picture_path(book: &DemoBook, name: &str) -> String {
    let kind = if raster_pictures(book) { "png" } else { "svg" };
    format!("pictures/{name}.{kind}")
}

/// Text for XML, in content and in attributes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
