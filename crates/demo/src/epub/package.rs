//! The package document: what the book is, what lies in it, and in which order it is read.

use std::fmt::Write as _;

use crate::book::DemoBook;
use crate::words;

use super::{Resource, escape};

/// The book's ISBN as a URN, or a name of our own where it has none.
pub(super) fn identifier(book: &DemoBook) -> String {
    book.isbn
        .as_ref()
        .map_or_else(|| format!("urn:warraq:demo:{}", book.slug), |isbn| format!("urn:isbn:{isbn}"))
}

/// The whole package document.
pub(super) fn package(book: &DemoBook, resources: &[Resource]) -> String {
    let language = book.language.as_str();
    let direction = if book.language.is_right_to_left() { "rtl" } else { "ltr" };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\" xml:lang=\"{language}\" dir=\"{direction}\">\n{}{}{}</package>\n",
        metadata(book, resources),
        manifest(resources),
        spine(book, resources)
    )
}

fn metadata(book: &DemoBook, resources: &[Resource]) -> String {
    let mut out = String::from("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    out += &format!("<dc:identifier id=\"id\">{}</dc:identifier>\n", identifier(book));
    titles(&mut out, book);
    for (at, author) in book.authors.iter().enumerate() {
        let _ = writeln!(
            out,
            "<dc:creator id=\"a{at}\">{}</dc:creator>\n<meta refines=\"#a{at}\" property=\"role\" scheme=\"marc:relators\">aut</meta>\n\
             <meta refines=\"#a{at}\" property=\"file-as\">{}</meta>",
            escape(&author.name),
            escape(&author.sort_as)
        );
    }
    let _ = writeln!(out, "<dc:language>{}</dc:language>", book.language);
    if book.front.genres.iter().any(|genre| genre == "languages") {
        let _ = writeln!(out, "<dc:language>ar</dc:language>");
    }
    let _ = writeln!(out, "<dc:publisher>{}</dc:publisher>", escape(&book.publisher.name));
    let _ = writeln!(out, "<dc:date>{}</dc:date>", book.release_date);
    let _ = writeln!(out, "<dc:description>{}</dc:description>", escape(&book.description));
    for genre in &book.genres {
        let _ = writeln!(out, "<dc:subject>{}</dc:subject>", escape(book.genre_name(genre)));
    }
    if let Some(place) = &book.series {
        let _ = writeln!(
            out,
            "<meta property=\"belongs-to-collection\" id=\"series\">{}</meta>\n<meta refines=\"#series\" \
             property=\"collection-type\">series</meta>\n<meta refines=\"#series\" property=\"group-position\">{}</meta>",
            escape(&place.series.name),
            place.number
        );
    }
    let _ = writeln!(out, "<meta property=\"dcterms:modified\">{}T00:00:00Z</meta>", book.release_date);
    out += &rendition(book);
    out += &accessibility(book, resources);
    if book.front.cover.is_some() {
        out += "<meta name=\"cover\" content=\"pictures-cover-png\"/>\n";
    }
    out + "</metadata>\n"
}

fn titles(out: &mut String, book: &DemoBook) {
    let title = |out: &mut String, id: &str, kind: &str, text: &str| {
        let _ = writeln!(
            out,
            "<dc:title id=\"{id}\">{}</dc:title>\n<meta refines=\"#{id}\" property=\"title-type\">{kind}</meta>",
            escape(text)
        );
    };
    title(out, "title", "main", &book.title);
    if let Some(subtitle) = &book.subtitle {
        title(out, "subtitle", "subtitle", subtitle);
    }
}

fn rendition(book: &DemoBook) -> String {
    if !book.is_fixed() {
        return "<meta property=\"rendition:layout\">reflowable</meta>\n".to_owned();
    }
    "<meta property=\"rendition:layout\">pre-paginated</meta>\n<meta property=\"rendition:orientation\">auto</meta>\n\
     <meta property=\"rendition:spread\">landscape</meta>\n"
        .to_owned()
}

fn accessibility(book: &DemoBook, resources: &[Resource]) -> String {
    let has = |kind: &str| resources.iter().any(|resource| resource.media_type.starts_with(kind));
    let mut properties = vec![("accessMode", "textual")];
    if has("image/") {
        properties.extend([("accessMode", "visual"), ("accessibilityFeature", "alternativeText")]);
    }
    if resources.iter().any(|resource| resource.properties.contains(&"mathml")) {
        properties.push(("accessibilityFeature", "MathML"));
    }
    if book.front.page_list {
        properties.extend([
            ("accessibilityFeature", "pageBreakMarkers"),
            ("accessibilityFeature", "pageNavigation"),
        ]);
    }
    properties.extend([
        ("accessModeSufficient", "textual"),
        ("accessibilityFeature", "structuralNavigation"),
        ("accessibilityFeature", "tableOfContents"),
        ("accessibilityFeature", "readingOrder"),
        ("accessibilityHazard", "none"),
    ]);
    let mut out = String::new();
    for (name, value) in properties {
        let _ = writeln!(out, "<meta property=\"schema:{name}\">{value}</meta>");
    }
    let summary = escape(&words::of(book.language).accessible);
    out + &format!("<meta property=\"schema:accessibilitySummary\">{summary}</meta>\n")
}

fn manifest(resources: &[Resource]) -> String {
    let mut out = String::from("<manifest>\n");
    for resource in resources {
        let properties = if resource.properties.is_empty() {
            String::new()
        } else {
            format!(" properties=\"{}\"", resource.properties.join(" "))
        };
        let (id, path, kind) = (resource.id(), &resource.path, resource.media_type);
        let _ = writeln!(out, "<item id=\"{id}\" href=\"{path}\" media-type=\"{kind}\"{properties}/>");
    }
    out + "</manifest>\n"
}

fn spine(book: &DemoBook, resources: &[Resource]) -> String {
    // Vertical Japanese turns its pages like Arabic.
    let from_right = book.language.is_right_to_left() || book.front.vertical;
    let direction = if from_right { "rtl" } else { "ltr" };
    let mut out = format!("<spine toc=\"toc-ncx\" page-progression-direction=\"{direction}\">\n");
    for resource in resources {
        let Some(properties) = &resource.spine else { continue };
        let id = resource.id();
        let _ = if properties.is_empty() {
            writeln!(out, "<itemref idref=\"{id}\"/>")
        } else {
            writeln!(out, "<itemref idref=\"{id}\" properties=\"{}\"/>", properties.join(" "))
        };
    }
    out + "</spine>\n"
}
