//! Every good book goes in, and says what its file says.

use publication::epub::{Direction, Layout, Viewport, WritingMode};

use crate::corpus::{Book, data, epubs};

#[test]
fn every_good_book_goes_in_whole() {
    for path in epubs("epub").into_iter().chain(epubs("epub/w3c")) {
        let book = Book::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let publication = &book.publication;
        assert!(!publication.metadata.title.is_empty(), "{}", path.display());
        assert!(!publication.sections.is_empty() && !publication.toc.is_empty(), "{}", path.display());
        let mut end = 0;
        for resource in &publication.resources {
            assert_eq!(resource.offset, end, "{} in {}", resource.path, path.display());
            end += resource.length;
            assert_eq!(book.bytes(resource).len() as u64, resource.size, "{}", resource.path);
        }
        assert_eq!(end, book.pack.len() as u64);
        for section in &publication.sections {
            let served =
                publication.resources.iter().find(|r| publication::epub::href(&r.path) == section.href);
            let served = served.unwrap_or_else(|| panic!("{} is not served", section.href));
            assert_eq!((served.size, &served.media_type), (section.size, &section.media_type));
        }
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    for name in ["moby-dick", "wasteland-otf-obf", "svg-in-spine", "w3c/pub-xml-non-validating_unclosed"] {
        let (one, two) = (Book::named(name), Book::named(name));
        assert!(one.pack == two.pack, "{name}");
        assert_eq!(format!("{:?}", one.publication), format!("{:?}", two.publication));
    }
}

#[test]
fn moby_dick_is_read_completely() {
    let book = Book::named("moby-dick");
    let publication = &book.publication;
    let metadata = &publication.metadata;
    assert_eq!(metadata.title, "Moby-Dick");
    assert_eq!(metadata.authors[0].name, "Herman Melville");
    assert_eq!(metadata.language.map(|l| l.to_string()).as_deref(), Some("en"));
    assert_eq!(metadata.publisher.as_deref(), Some("Harper & Brothers, Publishers"));
    assert_eq!((publication.sections.len(), publication.rendition.layout), (144, Layout::Reflowable));
    assert!((200_000..230_000).contains(&publication.words), "{}", publication.words);
    assert_eq!(publication.cover.as_ref().map(|c| c.media_type.as_str()), Some("image/jpeg"));
    assert!(publication.toc.iter().any(|entry| entry.label.contains("Loomings")), "{:?}", publication.toc);
    assert_eq!(publication.sections[1].cfi, "/6/4");
    assert!(book.text("OPS/chapter_001.xhtml").contains("Call me Ishmael."));
    assert_eq!(book.warnings(), <[&str; 0]>::default());
}

#[test]
fn the_arabic_book_turns_from_right_to_left() {
    let publication = Book::named("regime-anticancer-arabic").publication;
    assert_eq!(publication.direction, Direction::Rtl);
    assert_eq!(publication.writing_mode, WritingMode::HorizontalTb);
    assert_eq!(publication.metadata.language.map(|l| l.to_string()).as_deref(), Some("ar"));
    assert_eq!(publication.toc[2].href.as_deref(), Some("EPUB/Content/C_content.xhtml"));
}

#[test]
fn the_japanese_book_runs_in_columns() {
    let book = Book::named("kusamakura-japanese-vertical-writing");
    let publication = &book.publication;
    assert_eq!(publication.metadata.title, "草枕");
    assert_eq!((publication.direction, publication.writing_mode), (Direction::Rtl, WritingMode::VerticalRl));
    let styles = publication.resources.iter().filter(|resource| resource.media_type == "text/css");
    let styles: String = styles.map(|resource| book.text(&resource.path)).collect();
    assert!(styles.contains("writing-mode:vertical-rl") || styles.contains("writing-mode: vertical-rl"));
    assert!(!styles.contains("-epub-"));
    // Names that are not ASCII are percent-encoded in addresses, and as they are in the index.
    assert!(publication.sections.iter().any(|section| section.href.contains('%')));
    assert!(publication.resources.iter().any(|resource| resource.path.contains('一')));
}

#[test]
fn fixed_pages_keep_their_size_and_side() {
    let blank = Book::named("page-blanche").publication;
    assert_eq!(blank.rendition.layout, Layout::Fixed);
    assert!(blank.rendition.viewport.is_some());
    let haruko = Book::named("haruko-html-jpeg").publication;
    assert_eq!((haruko.rendition.layout, haruko.direction), (Layout::Fixed, Direction::Rtl));
    assert_eq!(haruko.sections.len(), 13);
    assert!(haruko.sections.iter().any(|section| section.spread.is_some()));
    let drawn = Book::named("svg-in-spine").publication;
    assert!(drawn.sections.iter().any(|section| section.media_type == "image/svg+xml"));
    assert!(drawn.rendition.viewport.is_some_and(|Viewport { width, height }| width > 0.0 && height > 0.0));
}

#[test]
fn obfuscated_fonts_are_restored_to_the_byte() {
    for (name, magic, media_type) in
        [("wasteland-otf-obf", &b"OTTO"[..], "font/otf"), ("wasteland-woff-obf", b"wOFF", "font/woff")]
    {
        let book = Book::named(name);
        let fonts: Vec<_> =
            book.publication.resources.iter().filter(|r| r.media_type.starts_with("font/")).collect();
        assert!(!fonts.is_empty(), "{name}");
        for font in fonts {
            let bytes = book.bytes(font);
            assert!(bytes.starts_with(magic) && font.media_type == media_type, "{} in {name}", font.path);
            check_font(&bytes);
        }
    }
}

/// Sums in a font's directory must agree with its tables: one wrong byte anywhere in them would show.
fn check_font(bytes: &[u8]) {
    let number = |at: usize, size: usize| {
        bytes[at..at + size].iter().fold(0_usize, |sum, b| sum << 8 | usize::from(*b))
    };
    if bytes.starts_with(b"wOFF") {
        assert_eq!(number(8, 4), bytes.len());
        return;
    }
    for table in 0..number(4, 2) {
        let record = 12 + 16 * table;
        let (sum, offset, length) = (number(record + 4, 4), number(record + 8, 4), number(record + 12, 4));
        if &bytes[record..record + 4] == b"head" {
            continue;
        }
        let mut padded = bytes[offset..offset + length].to_vec();
        padded.resize(length.div_ceil(4) * 4, 0);
        let words = padded.chunks(4).map(|w| u32::from_be_bytes([w[0], w[1], w[2], w[3]]));
        assert_eq!(words.fold(0_u32, u32::wrapping_add) as usize, sum, "table {table}");
    }
}

#[test]
fn metadata_follow_the_refinements_of_epub_3() {
    let titled = Book::named("w3c/pkg-title-order").publication.metadata;
    insta::assert_json_snapshot!((titled.title, titled.subtitle), @r#"
    [
      "pkg-title-order",
      null
    ]
    "#);
    let literature = Book::named("childrens-literature").publication.metadata;
    insta::assert_json_snapshot!((literature.title, literature.subtitle, literature.authors, literature.published), @r#"
    [
      "Children's Literature",
      "A Textbook of Sources for Teachers and Teacher-Training Classes",
      [
        {
          "name": "Charles Madison Curry",
          "role": "aut",
          "sort_as": "Curry, Charles Madison"
        },
        {
          "name": "Erle Elsworth Clippinger",
          "role": "aut",
          "sort_as": "Clippinger, Erle Elsworth"
        }
      ],
      "2008-05-20"
    ]
    "#);
}

#[test]
fn a_spine_of_pictures_and_foreign_types_is_shown() {
    let pictures = Book::named("w3c/lay-pp-spine-overrides_image-spine-reflow");
    assert!(pictures.publication.sections.iter().all(|s| s.media_type == "application/xhtml+xml"));
    for name in ["w3c/pub-foreign_json-spine", "w3c/pub-foreign_xml-suffix-spine"] {
        assert_eq!(Book::named(name).publication.sections.len(), 1, "{name}");
    }
}

#[test]
fn a_pdf_is_not_an_epub() {
    let refused = Book::open(&data().join("pdf/minimal-document.pdf")).err();
    assert_eq!(refused.map(|rejection| rejection.code()), Some("not_a_publication"));
}
