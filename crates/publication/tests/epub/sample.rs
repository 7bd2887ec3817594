//! A sample gives nothing away beyond itself.

use std::collections::HashSet;

use publication::epub::{Section, plain_text};

use crate::corpus::{Book, epubs};

/// Sentences that are long enough to be told apart.
fn sentences(text: &str) -> HashSet<String> {
    text.split(['.', '。', '\n'])
        .map(str::trim)
        .filter(|s| s.chars().count() > 30)
        .map(str::to_owned)
        .collect()
}

fn section_text(book: &Book, section: &Section) -> String {
    text_at(book, &section.href)
}

fn text_at(book: &Book, href: &str) -> String {
    let resource = book.publication.resources.iter().find(|r| publication::epub::href(&r.path) == href);
    plain_text(&book.bytes(resource.expect("served")))
}

#[test]
fn no_text_beyond_the_sample_can_be_reached() {
    for path in epubs("epub") {
        let book = Book::open(&path).expect("a good book");
        let publication = &book.publication;
        let open = publication.resources.iter().filter(|resource| resource.in_sample);
        let given: String = open.map(|resource| plain_text(&book.bytes(resource)) + "\n").collect();
        let given = sentences(&given);
        let whole: HashSet<usize> = publication.sample.sections.iter().map(|section| section.index).collect();
        let cut = publication
            .sample
            .truncated
            .then(|| publication.sample.sections.last().map(|s| s.index))
            .flatten();
        for (index, section) in publication.sections.iter().enumerate() {
            let full = section_text(&book, section);
            if Some(index) == cut {
                let copy = publication.sample.sections.last().map(|s| s.href.clone()).expect("the copy");
                let copy = text_at(&book, &copy);
                assert!(full.starts_with(copy.trim_end()), "{} is no beginning", section.href);
                // A short page may fit whole where its head was what made it long.
                assert!(copy.len() < full.len().max(2_000), "{} is not shorter", section.href);
            } else if !whole.contains(&index) {
                let beyond = sentences(&full);
                let leaked = beyond.intersection(&given).count();
                // A table of contents among the sections repeats headings.
                assert!(
                    leaked <= 1.max(beyond.len() / 20),
                    "{leaked} of {} in {}",
                    beyond.len(),
                    section.href
                );
            }
        }
        for document in publication.resources.iter().filter(|r| r.in_sample && r.media_type.contains("xhtml"))
        {
            let href = publication::epub::href(&document.path);
            assert!(publication.sample.sections.iter().any(|section| section.href == href), "{href}");
        }
    }
}

#[test]
fn a_sample_is_about_a_tenth() {
    let publication = Book::named("moby-dick").publication;
    let total: u64 =
        publication.sections.iter().filter(|section| section.linear).map(|section| section.size).sum();
    let sample: u64 = publication.sample.sections.iter().map(|section| section.size).sum();
    assert!((total / 20..=total / 10).contains(&sample), "{sample} of {total}");
    let first = publication.sections.iter().find(|section| section.linear).expect("a section");
    assert_eq!(publication.sample.href(&publication.sections, &first.href).as_ref(), Some(&first.href));
    let last = publication.sections.last().expect("sections");
    assert_eq!(publication.sample.href(&publication.sections, &format!("{}#x", last.href)), None);
}

#[test]
fn a_book_of_one_section_is_cut() {
    let book = Book::named("wasteland");
    let sample = &book.publication.sample;
    assert!(sample.truncated);
    let cut = sample.sections.last().expect("a section");
    assert_ne!(cut.href, book.publication.sections[cut.index].href);
    assert!(!book.resource("EPUB/wasteland-content.xhtml").in_sample);
    assert!(book.text("EPUB/wasteland-content.xhtml.sample.xhtml").contains("April is the cruellest month"));
}
