//! Words that run as a script where a page takes them for markup.

/// Words of each well-known kind, as somebody may send them. A page that was taken in calls `hit()` or asks for something
/// with `hit` in its address.
pub fn hostile_words() -> Vec<String> {
    let lines = include_str!("../data/hostile-words.txt").lines();
    let words: Vec<String> =
        lines.filter(|line| !line.is_empty() && !line.starts_with("# ")).map(unescape).collect();
    assert!(words.len() >= 60, "{} kinds", words.len());
    words
}

/// A line with what its escapes stand for.
fn unescape(line: &str) -> String {
    let mut words = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        words.push_str(before);
        let (letter, behind) = escaped(after);
        words.push(letter);
        rest = behind;
    }
    words + rest
}

/// What the escape at the beginning of a text stands for, and what is behind it.
fn escaped(text: &str) -> (char, &str) {
    if let Some((hex, rest)) = text.strip_prefix("u{").and_then(|text| text.split_once('}')) {
        let number = u32::from_str_radix(hex, 16).unwrap_or_else(|e| panic!("{hex}: {e}"));
        return (char::from_u32(number).unwrap_or_else(|| panic!("{hex} is no letter")), rest);
    }
    let mut letters = text.chars();
    let letter = match letters.next() {
        Some('n') => '\n',
        Some('t') => '\t',
        Some('r') => '\r',
        Some('0') => '\0',
        Some('\\') => '\\',
        other => panic!("no escape: {other:?}"),
    };
    (letter, letters.as_str())
}
