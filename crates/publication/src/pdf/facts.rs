//! What a PDF says about itself: the XMP packet where it speaks, the older Info dictionary where it does not.

use std::{collections::BTreeMap, str::FromStr};

use kernel::Isbn;
use lopdf::{Document, Object};

use super::{
    objects::{clean, dictionary, entry, text},
    wire::Facts,
    xmp,
};

/// The longest line kept, in characters.
const LINE: usize = 500;
/// The longest description kept, in characters.
const DESCRIPTION: usize = 10_000;
/// The most inflated bytes of an XMP packet.
const PACKET: usize = 4 * 1024 * 1024;

/// Reads title, authors and the rest.
pub(super) fn read(document: &Document) -> Facts {
    let xmp = packet(document).map(|packet| xmp::read(&packet)).unwrap_or_default();
    let info = |key: &[u8], longest| {
        let info = dictionary(document, document.trailer.get(b"Info").ok()?)?;
        text(document, info.get(key).ok()?, longest)
    };
    let first = |name: &str, longest| all(&xmp, name, longest).into_iter().next();
    let split =
        |list: String| -> Vec<String> { list.split(';').filter_map(|part| clean(part, LINE)).collect() };
    let mut authors = all(&xmp, "dc:creator", LINE);
    if authors.is_empty() {
        authors = info(b"Author", LINE).map(split).unwrap_or_default();
    }
    authors.retain(|name| is_name(name));
    let mut subjects = all(&xmp, "dc:subject", LINE);
    if subjects.is_empty() {
        let keywords = info(b"Keywords", DESCRIPTION).unwrap_or_default().replace(',', ";");
        subjects = split(keywords);
    }
    dedup(&mut authors);
    dedup(&mut subjects);
    Facts {
        title: first("dc:title", LINE)
            .filter(|t| is_title(t))
            .or_else(|| info(b"Title", LINE).filter(|t| is_title(t))),
        authors,
        description: first("dc:description", DESCRIPTION).or_else(|| info(b"Subject", DESCRIPTION)),
        subjects,
        language: language(document).or_else(|| first("dc:language", LINE)),
        publisher: first("dc:publisher", LINE),
        published: ["prism:publicationDate", "dc:date"]
            .iter()
            .find_map(|name| date(&first(name, LINE)?))
            .or_else(|| date(info(b"CreationDate", LINE)?.trim_start_matches("D:"))),
        isbn: ["prism:isbn", "dc:identifier"].iter().find_map(|name| isbn(&all(&xmp, name, LINE))),
    }
}

fn all(xmp: &BTreeMap<String, Vec<String>>, name: &str, longest: usize) -> Vec<String> {
    xmp.get(name).into_iter().flatten().filter_map(|value| clean(value, longest)).collect()
}

fn dedup(list: &mut Vec<String>) {
    let mut seen = std::collections::HashSet::new();
    list.retain(|item| seen.insert(item.to_lowercase()));
}

fn packet(document: &Document) -> Option<Vec<u8>> {
    match entry(document, document.catalog().ok()?, b"Metadata") {
        Object::Stream(stream) => stream.get_plain_content_with_limit(PACKET).ok(),
        _ => None,
    }
}

fn language(document: &Document) -> Option<String> {
    text(document, document.catalog().ok()?.get(b"Lang").ok()?, LINE)
}

/// Programs put the name of a file or a placeholder where a title belongs; no title is better than these.
fn is_title(text: &str) -> bool {
    let folded = text.to_lowercase();
    let placeholder =
        ["untitled", "title", "sans titre", "document", "unknown", "none", "null", "(anonymous)"];
    let file =
        [".doc", ".docx", ".indd", ".qxd", ".qxp", ".tex", ".dvi", ".pdf", ".odt", ".rtf", ".ps", ".pages"];
    let worthless = placeholder.contains(&folded.as_str())
        || folded.starts_with("microsoft word - ")
        || folded.starts_with("untitled-")
        || file.iter().any(|ending| folded.ends_with(ending));
    !worthless && text.chars().any(char::is_alphanumeric)
}

fn is_name(text: &str) -> bool {
    let folded = text.to_lowercase();
    let placeholder =
        ["unknown", "author", "user", "admin", "administrator", "anonymous", "(anonymous)", "none", "owner"];
    !placeholder.contains(&folded.as_str()) && text.chars().any(char::is_alphabetic)
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` from either form of date (`2024-05-01T…`, `20240501…`).
fn date(text: &str) -> Option<String> {
    let digits: Vec<u8> =
        text.bytes().filter(|byte| *byte != b'-').take_while(u8::is_ascii_digit).take(8).collect();
    let digits = std::str::from_utf8(&digits).ok()?;
    let year = digits.get(..4).filter(|year| matches!(year.parse(), Ok(1400..=2200)))?;
    let Some(month) = digits.get(4..6).filter(|month| matches!(month.parse(), Ok(1..=12))) else {
        return Some(year.to_owned());
    };
    match digits.get(6..8).filter(|day| matches!(day.parse(), Ok(1..=31))) {
        Some(day) => Some(format!("{year}-{month}-{day}")),
        None => Some(format!("{year}-{month}")),
    }
}

fn isbn(texts: &[String]) -> Option<String> {
    texts.iter().find_map(|text| {
        let bare = text.trim().trim_start_matches("ISBN").trim_start_matches([':', ' ']);
        Isbn::from_str(bare).ok().map(|isbn| isbn.to_string()).or_else(|| isbn_in(text))
    })
}

/// The first valid ISBN printed after the word ISBN in running text.
pub(super) fn isbn_in(text: &str) -> Option<String> {
    text.match_indices("ISBN").take(50).find_map(|(at, word)| {
        let after: String = text.get(at + word.len()..)?.chars().take(40).collect();
        let after = after.trim_start_matches(['-', ' ']);
        let after =
            ["13:", "10:", "13 ", "10 "].iter().find_map(|form| after.strip_prefix(form)).unwrap_or(after);
        let number: String = after
            .trim_start_matches([':', ' ', '\u{a0}'])
            .chars()
            .take_while(|c| {
                c.is_ascii_digit() || matches!(c, '-' | ' ' | '\u{a0}' | 'X' | 'x' | '\u{2010}'..='\u{2015}')
            })
            .collect();
        let digits = number.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        [13, 10]
            .iter()
            .find_map(|length| Isbn::from_str(digits.get(..*length)?).ok())
            .map(|isbn| isbn.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::{date, is_title, isbn_in};

    #[test]
    fn dates_come_in_two_forms_and_often_cut_short() {
        let cases = [
            ("2024-05-01T10:00:00Z", Some("2024-05-01")),
            ("20240501101500+01'00'", Some("2024-05-01")),
            ("2024", Some("2024")),
            ("2024-13", Some("2024")),
            ("0000", None),
            ("yesterday", None),
        ];
        for (text, expected) in cases {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn names_of_files_are_no_titles() {
        assert!(!is_title("Microsoft Word - thesis_final2.doc"));
        assert!(!is_title("book.indd"));
        assert!(!is_title("Untitled"));
        assert!(is_title("Untitled Stories"));
        assert!(is_title("ألف ليلة وليلة"));
    }

    #[test]
    fn an_isbn_is_found_in_an_imprint() {
        for text in
            ["© 2004\nISBN 978-0-7432-7356-5 (paper)", "ISBN-13: 9780743273565", "ISBN: 0-7432-7356-7."]
        {
            assert_eq!(isbn_in(text).as_deref(), Some("9780743273565"), "{text}");
        }
        assert_eq!(isbn_in("ISBN 978-0-7432-7356-6"), None);
    }
}
