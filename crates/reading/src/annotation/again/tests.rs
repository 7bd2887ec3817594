//! Words found again in another text.

use super::*;
use crate::locator::Quote;

fn text(sections: &[(&str, &str)]) -> Text {
    let spans: Vec<(String, u64)> =
        sections.iter().map(|(href, text)| ((*href).to_owned(), text.len() as u64)).collect();
    Text {
        positions: Positions::new(spans.iter().map(|(href, size)| (href.as_str(), *size, true))),
        sections: (sections.iter())
            .map(|(href, text)| Section {
                href: (*href).to_owned(),
                media_type: "application/xhtml+xml".to_owned(),
                text: bare(text),
            })
            .collect(),
        version: "second".to_owned(),
    }
}

fn old(href: &str, before: &str, highlight: &str, after: &str) -> Locator {
    Locator {
        v: 1,
        book: None,
        version: Some("first".to_owned()),
        href: href.to_owned(),
        media_type: "application/xhtml+xml".to_owned(),
        locations: Locations { cfi: Some("epubcfi(/6/4)".to_owned()), ..Locations::default() },
        text: Some(Quote {
            before: before.to_owned(),
            highlight: highlight.to_owned(),
            after: after.to_owned(),
        }),
    }
}

fn href(again: &Again) -> Option<&str> {
    again.found.as_ref().map(|found| found.href.as_str())
}

#[test]
fn words_are_found_where_they_moved_however_their_lines_are_broken() {
    let text =
        text(&[("a", "A foreword."), ("b", "It was the best\n\nof times, it was the worst of times.")]);
    let again = text.find(&old("a", "it was ", "the worst of\ntimes", "."), 0.1);
    assert_eq!((again.placed, href(&again)), (Placed::Moved, Some("b")));
    let found = again.found.unwrap();
    assert_eq!((found.version.as_deref(), found.locations.cfi), (Some("second"), None));
    assert!(again.position > 0.5, "{}", again.position);
}

#[test]
fn of_many_places_the_one_with_the_same_words_around_it_is_taken_and_then_the_nearest() {
    let text = text(&[("a", "One sea. Two sea."), ("b", "Three sea. Four sea.")]);
    assert_eq!(href(&text.find(&old("a", "Three ", "sea", "."), 0.0)), Some("b"));
    assert_eq!(href(&text.find(&old("b", "", "sea", ""), 0.0)), Some("b"), "the same section");
    assert_eq!(href(&text.find(&old("c", "", "sea", ""), 0.9)), Some("b"), "the nearest");
}

#[test]
fn what_is_not_there_any_more_is_lost_and_keeps_its_order() {
    let text = text(&[("a", "Nothing of that."), ("b", "")]);
    let again = text.find(&old("a", "", "the whale", ""), 0.4);
    assert_eq!(again, Again { placed: Placed::Lost, found: None, position: 0.4 });
}

#[test]
fn a_marker_without_words_stays_in_its_section_or_is_lost() {
    let text = text(&[("a", "Some words.")]);
    let plain = |href| Locator { text: None, ..old(href, "", "", "") };
    assert_eq!(text.find(&plain("a"), 0.0).placed, Placed::Moved);
    assert_eq!(text.find(&plain("z"), 0.0).placed, Placed::Lost);
}
