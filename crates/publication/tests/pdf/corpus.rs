//! Real files go in.

use lopdf::Document;

use crate::{ingest, shared, shared_pdfs};

#[test]
fn every_real_file_goes_in_or_asks_for_its_password() {
    for path in shared_pdfs("pdf").into_iter().chain(shared_pdfs("pdf/vera")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (_folder, result) = ingest(&path);
        if name.contains("password") {
            assert_eq!(
                result.map(|_| ()).map_err(|rejection| rejection.code()),
                Err("password_protected"),
                "{name}"
            );
            continue;
        }
        let book = result.unwrap_or_else(|rejection| panic!("{name}: {rejection}"));
        assert!(book.cover.is_some(), "{name} has no cover");
        assert!(book.peak_memory < 256 << 20, "{name} took {} bytes", book.peak_memory);
        let reading = Document::load(book.reading.as_ref().expect("a reading copy")).expect("it opens");
        assert_eq!(reading.get_pages().len(), book.pages as usize, "{name}");
        let sample = book.sample.as_ref().expect("a sample");
        let opened = Document::load(&sample.path).expect("it opens");
        assert_eq!(opened.get_pages().len(), sample.pages as usize, "{name}");
        assert!(sample.pages >= 1 && sample.pages <= book.pages, "{name}");
    }
}

#[test]
fn an_outline_leads_to_pages() {
    let (_folder, result) = ingest(&shared("pdf/pdflatex-outline.pdf"));
    let book = result.expect("it goes in");
    let first = book.outline.first().expect("an outline");
    assert_eq!((first.label.as_str(), first.page), ("Foo", Some(2)));
    assert_eq!(book.pages, 4);
}

#[test]
fn metadata_words_and_sizes_are_read() {
    let (_folder, result) = ingest(&shared("pdf/google-doc-document.pdf"));
    let book = result.expect("it goes in");
    assert_eq!(book.metadata.title, "PDF Example Document");
    assert!(book.words.is_some_and(|words| (100..300).contains(&words)), "{:?}", book.words);
    assert_eq!(book.page_sizes.first().map(|size| (size.width, size.height)), Some((596.0, 842.0)));

    let (_folder, result) = ingest(&shared("pdf/habibi-rotated.pdf"));
    let sizes = result.expect("it goes in").page_sizes;
    assert!(sizes[0].width > sizes[0].height && sizes[1].width < sizes[1].height, "turned pages are turned");
}

#[test]
fn the_same_file_gives_the_same_copies() {
    let path = shared("pdf/pdflatex-outline.pdf");
    let read = || {
        let (folder, result) = ingest(&path);
        let book = result.expect("it goes in");
        let files = ["reading.pdf", "sample.pdf", "cover.png"];
        (book.version, files.map(|name| std::fs::read(folder.path().join(name)).expect("written")))
    };
    assert_eq!(read(), read());
}
