//! Page labels: the numbers printed on the pages (`i, ii, 1, 2, A-1`), where they differ from counting from one.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::objects::{array, dictionary, entry, text};

/// A number tree with more ranges than this is not about page numbers.
const RANGES: usize = 10_000;
/// The longest prefix kept, in characters.
const PREFIX: usize = 32;

/// The label of every page, or nothing when they are just 1, 2, 3 …
pub(super) fn page_labels(document: &Document, pages: usize) -> Vec<String> {
    let ranges = ranges(document);
    if ranges.is_empty() {
        return Vec::new();
    }
    let mut labels: Vec<String> = (1..=pages).map(|page| page.to_string()).collect();
    for (at, (first, range)) in ranges.iter().enumerate() {
        let end = ranges.get(at + 1).map_or(pages, |(next, _)| *next).min(pages);
        let prefix =
            range.get(b"P").ok().and_then(|prefix| text(document, prefix, PREFIX)).unwrap_or_default();
        let start = entry(document, range, b"St").as_i64().unwrap_or(1).clamp(1, 1_000_000);
        let style = entry(document, range, b"S").as_name().unwrap_or_default();
        for (page, value) in (*first..end).zip(start..) {
            if let Some(label) = labels.get_mut(page) {
                *label = format!("{prefix}{}", numeral(style, value));
            }
        }
    }
    let plain = labels.iter().enumerate().all(|(at, label)| *label == (at + 1).to_string());
    if plain { Vec::new() } else { labels }
}

/// The ranges of the number tree, by first page.
fn ranges(document: &Document) -> Vec<(usize, &Dictionary)> {
    let mut found = Vec::new();
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let mut waiting: Vec<&Object> =
        document.catalog().ok().and_then(|catalog| catalog.get(b"PageLabels").ok()).into_iter().collect();
    while let Some(node) = waiting.pop() {
        if node.as_reference().is_ok_and(|id| !seen.insert(id)) || found.len() > RANGES {
            continue;
        }
        let Some(node) = dictionary(document, node) else { continue };
        waiting.extend(array(document, node, b"Kids").iter().take(RANGES));
        for pair in array(document, node, b"Nums").chunks(2).take(RANGES) {
            if let [first, range] = pair
                && let Ok(first) = first.as_i64().map(|first| usize::try_from(first).unwrap_or(usize::MAX))
                && let Some(range) = dictionary(document, range)
            {
                found.push((first, range));
            }
        }
    }
    found.sort_by_key(|(first, _)| *first);
    found.dedup_by_key(|(first, _)| *first);
    found
}

fn numeral(style: &[u8], value: i64) -> String {
    match style {
        b"D" => value.to_string(),
        b"R" => roman(value),
        b"r" => roman(value).to_lowercase(),
        b"A" => letters(value),
        b"a" => letters(value).to_lowercase(),
        _ => String::new(),
    }
}

/// Roman numerals to 4999; above, plain digits are the kinder answer.
fn roman(mut value: i64) -> String {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..5000).contains(&value) {
        return value.to_string();
    }
    let mut written = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth {
            written.push_str(sign);
            value -= worth;
        }
    }
    written
}

/// A to Z, then AA to ZZ, then AAA …, as the format has it.
fn letters(value: i64) -> String {
    let letter = u8::try_from((value - 1) % 26).map_or('A', |offset| char::from(b'A' + offset));
    let times = usize::try_from((value - 1) / 26 + 1).unwrap_or(1);
    if times > 40 { value.to_string() } else { letter.to_string().repeat(times) }
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn roman_numerals_and_letters_follow_the_format() {
        assert_eq!([1, 4, 9, 14, 1994].map(roman), ["I", "IV", "IX", "XIV", "MCMXCIV"]);
        assert_eq!([1, 26, 27, 53].map(letters), ["A", "Z", "AA", "AAA"]);
        assert_eq!(roman(0), "0");
    }
}
