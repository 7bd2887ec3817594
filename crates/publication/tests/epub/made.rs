//! Books made here to be as bad as the limits allow.

use std::{fmt::Write as _, io::Write as _};

use rawzip::{CompressionMethod, ZipArchiveWriter};
use tempfile::NamedTempFile;

use crate::{corpus::Book, hostile::measure};

const CONTAINER: &str = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>\
    <rootfile full-path='E/p.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
const HEAD: &str = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body>";
const MIB: usize = 1024 * 1024;
/// An eighth of the limit, so that these tests stay short without optimisation; what is asked of them is scaled.
const LARGE: usize = 4 * MIB;
const PEAK_KB: u64 = 64 * 1024;
const SECONDS: f64 = 60.0;

/// An archive of stored (not compressed) files.
fn zip(files: &[(&str, &[u8])]) -> NamedTempFile {
    let mut out = NamedTempFile::with_suffix(".epub").expect("a file");
    let mut archive = ZipArchiveWriter::new(out.as_file_mut());
    for (name, bytes) in files {
        let name = rawzip::path::EntryPath::verbatim(name.as_bytes());
        let (mut entry, config) =
            archive.new_file(name).compression_method(CompressionMethod::STORE).start().expect("an entry");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(bytes).expect("space");
        let (_, descriptor) = writer.finish().expect("space");
        entry.finish(descriptor).expect("space");
    }
    archive.finish().expect("space");
    out
}

/// A book whose one chapter is `chapter`, with more files beside it.
fn book(chapter: &[u8], more: &[(&str, &[u8])]) -> NamedTempFile {
    let mut items = String::new();
    for (i, (name, _)) in more.iter().enumerate() {
        let kind = if name.to_lowercase().contains(".css") { "text/css" } else { "image/svg+xml" };
        write!(items, "<item id='i{i}' href='/{name}' media-type='{kind}'/>").expect("memory");
    }
    let package = format!(
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='u'><metadata \
         xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:identifier id='u'>u</dc:identifier><dc:title>t</dc:title>\
         <dc:language>en</dc:language></metadata><manifest><item id='c' href='c.xhtml' \
         media-type='application/xhtml+xml'/>{items}</manifest><spine><itemref idref='c'/></spine></package>"
    );
    let mut files: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("E/p.opf", package.as_bytes()),
        ("E/c.xhtml", chapter),
    ];
    files.extend_from_slice(more);
    zip(&files)
}

fn filled(piece: &str, bytes: usize) -> Vec<u8> {
    format!("{HEAD}{}</body></html>", piece.repeat(bytes / piece.len())).into_bytes()
}

#[test]
fn the_largest_documents_stay_within_memory_and_time() {
    let size = LARGE;
    for (what, chapter) in [
        ("paragraphs", filled("<p>Some words in a paragraph.</p>", size)),
        ("broken paragraphs", filled("<p>Some words in a paragraph.<br>", size)),
        ("empty elements", filled("<b/>", size)),
        ("broken elements", filled("<b>", size)),
        ("broken formatting", filled("<a><b><i></a>", size)),
        ("broken tables", filled("<table><b>", size)),
        ("ampersands", filled("<![CDATA[&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&]]>", size)),
        ("drawings", filled("<svg xmlns='http://www.w3.org/2000/svg'/>", size)),
        (
            "attributes",
            format!(
                "{HEAD}<p {}></p></body></html>",
                (0..500_000).fold(String::new(), |text, i| text + &format!("a{i}='' "))
            )
            .into_bytes(),
        ),
        ("broken attributes", format!("{HEAD}<p {}></body>", "a b=c ".repeat(size / 6)).into_bytes()),
        ("styles", filled("<p style='a:b'></p>", size)),
    ] {
        let file = book(&chapter, &[]);
        drop(chapter);
        println!("{what}:");
        let (peak_kb, seconds) = measure(file.path());
        assert!(peak_kb < PEAK_KB, "{peak_kb} kB for {what}");
        assert!(seconds < SECONDS, "{seconds} s for {what}");
    }
}

#[test]
fn the_largest_style_sheets_and_drawings_stay_within_memory_and_time() {
    let chapter = filled("<p>x</p>", 100);
    for (name, piece) in
        [("E/a.css", "a{b:url(c)}"), ("E/a.css", "((("), ("E/a.css", "a,"), ("E/a.svg", "<g>")]
    {
        let large = match name {
            "E/a.svg" => format!("<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>", piece.repeat(LARGE / 3))
                .into_bytes(),
            _ => piece.repeat(LARGE / piece.len()).into_bytes(),
        };
        let file = book(&chapter, &[(name, &large)]);
        drop(large);
        println!("{name} of {piece}:");
        let (peak_kb, seconds) = measure(file.path());
        assert!(peak_kb < PEAK_KB, "{peak_kb} kB for {piece}");
        assert!(seconds < SECONDS, "{seconds} s for {piece}");
    }
}

#[test]
fn what_passes_a_limit_is_refused() {
    let large = vec![b' '; 33 * MIB];
    let refused = |file: NamedTempFile| Book::open(file.path()).err().map(|rejection| rejection.code());
    assert_eq!(refused(book(&large, &[])), Some("too_large"));
    let twice: [(&str, &[u8]); 2] = [("E/a.css", b"a{}"), ("E\\a.css", b"b{}")];
    assert_eq!(refused(book(&filled("x", 9), &twice)), Some("unsafe"));
}
