//! Hostile files give the expected result, in bounded time and memory.

use std::time::{Duration, Instant};

use lopdf::{Document, Object};

use crate::{codes, ingest, shared_pdfs};

/// The result for each file of the hostile set: warnings of the ones that are taken, codes of the others.
fn expected(name: &str) -> Result<&'static [&'static str], &'static str> {
    match name {
        "embedded-file.pdf" => Ok(&["embedded_file"]),
        "flate-bomb.pdf" => Err("unsafe"),
        "huge-mediabox.pdf" => Ok(&[]),
        "js-openaction.pdf" => Ok(&["javascript", "open_action"]),
        "launch.pdf" => Ok(&["open_action", "launch"]),
        "link-js.pdf" => Ok(&["unsafe_link"]),
        "page-loop.pdf" | "truncated.pdf" => Err("damaged"),
        "password-userdev.pdf" => Err("password_protected"),
        "uri-openaction.pdf" => Ok(&["open_action"]),
        other => panic!("what should become of {other}?"),
    }
}

#[test]
fn every_hostile_file_gives_the_expected_result_within_ten_seconds() {
    for path in shared_pdfs("hostile/gen") {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let start = Instant::now();
        let (_folder, result) = ingest(&path);
        assert!(start.elapsed() < Duration::from_secs(10), "{name} took {:?}", start.elapsed());
        if let Ok(book) = &result {
            assert!(book.peak_memory < 256 << 20, "{name} took {} bytes", book.peak_memory);
        }
        match (expected(&name), result) {
            (Ok(warnings), Ok(book)) => assert_eq!(codes(&book), warnings, "{name}"),
            (Err(code), Err(rejection)) => assert_eq!(rejection.code(), code, "{name}: {rejection}"),
            (_, result) => panic!("{name}: {:?}", result.map(|book| codes(&book))),
        }
    }
}

#[test]
fn what_is_taken_is_inert_in_every_copy() {
    for path in shared_pdfs("hostile/gen")
        .into_iter()
        .filter(|path| expected(&path.file_name().unwrap_or_default().to_string_lossy()).is_ok())
    {
        let (_folder, result) = ingest(&path);
        let book = result.expect("it goes in");
        for copy in [book.reading.expect("a reading copy"), book.sample.expect("a sample").path] {
            let document = Document::load(&copy).expect("it opens");
            let text = format!("{:?}", document.objects.values().map(plain).collect::<Vec<_>>());
            for trace in
                ["JavaScript", "Launch", "OpenAction", "EmbeddedFile", "javascript:", "127.0.0.1", "evil.exe"]
            {
                assert!(!text.contains(trace), "{}: {trace} in {text}", path.display());
            }
        }
    }
}

/// Objects without the data of streams.
fn plain(object: &Object) -> String {
    match object {
        Object::Stream(stream) => format!("{:?}", stream.dict),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_huge_page_becomes_a_small_cover() {
    let path = shared_pdfs("hostile/gen").into_iter().find(|path| path.ends_with("huge-mediabox.pdf"));
    let (_folder, result) = ingest(&path.expect("the file"));
    let cover = result.expect("it goes in").cover.expect("a cover");
    assert_eq!((cover.width, cover.height), (800, 800));
}
