//! Finding words inside one long text that comes in sections: a book.
//!
//! The text is kept twice, in two parts: folded, which a search reads straight through, and as it is written, of which
//! it reads only the sections that it shows something of. Both have the same paragraphs, one a line. So nothing is
//! folded or taken apart when somebody searches, and a book of two million words is read in some milliseconds.

mod place;
mod spaced;
mod wanted;

use std::ops::Range;

use bytes::Bytes;

pub use place::Passage;
pub use wanted::Wanted;

use spaced::spaced;

/// Changes with the form of the folded part, and with how letters are folded.
const MARK: &[u8; 4] = b"WTX1";
/// The mark and the number of sections.
const HEAD: usize = 8;
/// The two lengths of a section.
const ENTRY: usize = 8;

/// Writes the two parts, section by section.
#[derive(Debug, Default)]
pub struct TextWriter {
    lengths: Vec<(u32, u32)>,
    folded: String,
    plain: String,
}

impl TextWriter {
    /// Adds a section: paragraphs, parted by line breaks.
    pub fn section(&mut self, text: &str) {
        let (folded, plain) = (self.folded.len(), self.plain.len());
        for paragraph in text.lines().map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            self.folded.push_str(&spaced(paragraph));
            self.folded.push('\n');
            self.plain.push_str(paragraph);
            self.plain.push('\n');
        }
        let length = |from: usize, to: usize| u32::try_from(to - from).unwrap_or(u32::MAX);
        self.lengths.push((length(folded, self.folded.len()), length(plain, self.plain.len())));
    }

    /// How much text there is by now, in bytes.
    pub fn len(&self) -> usize {
        self.plain.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// The folded part, and the text as it is written.
    pub fn finish(self) -> (Vec<u8>, Vec<u8>) {
        let count = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        let mut part = Vec::with_capacity(HEAD + self.lengths.len() * ENTRY + self.folded.len());
        part.extend_from_slice(MARK);
        part.extend_from_slice(&count.to_le_bytes());
        for (folded, plain) in &self.lengths {
            part.extend_from_slice(&folded.to_le_bytes());
            part.extend_from_slice(&plain.to_le_bytes());
        }
        part.extend_from_slice(self.folded.as_bytes());
        (part, self.plain.into_bytes())
    }
}

/// The folded part of a text, opened.
#[derive(Debug, Clone)]
pub struct FoldedText {
    part: Bytes,
    sections: Vec<Section>,
}

#[derive(Debug, Clone)]
struct Section {
    /// In the folded part.
    folded: Range<usize>,
    /// In the text as it is written.
    plain: Range<u64>,
}

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Position in the list of sections that was searched.
    pub order: usize,
    /// The section's number in the text.
    pub section: usize,
    /// Bytes into the folded section.
    pub at: usize,
    /// Which one it is of those in its section, from 0.
    pub nth: usize,
}

/// What a search found.
#[derive(Debug, Default)]
pub struct Found {
    /// A part of the spots, in order.
    pub spots: Vec<Spot>,
    /// How many there are in all.
    pub total: usize,
}

impl FoldedText {
    /// Opens what [`TextWriter::finish`] gave; `None` for anything else, and for what another release wrote.
    pub fn open(part: Bytes) -> Option<Self> {
        let number = |at: usize| -> Option<u32> {
            Some(u32::from_le_bytes(part.get(at..at.checked_add(4)?)?.try_into().ok()?))
        };
        if part.get(..4)? != MARK {
            return None;
        }
        let count = usize::try_from(number(4)?).ok()?;
        let mut start = HEAD.checked_add(count.checked_mul(ENTRY)?)?;
        let (mut plain, mut sections) = (0_u64, Vec::new());
        for index in 0..count {
            let entry = HEAD + index * ENTRY;
            let (folded, written) = (usize::try_from(number(entry)?).ok()?, u64::from(number(entry + 4)?));
            sections.push(Section { folded: start..start + folded, plain: plain..plain + written });
            (start, plain) = (start + folded, plain + written);
        }
        (start == part.len()).then_some(Self { part, sections })
    }

    /// How many sections there are.
    pub fn sections(&self) -> usize {
        self.sections.len()
    }

    /// Where a section lies in the text as it is written, in bytes.
    pub fn plain(&self, section: usize) -> Option<Range<u64>> {
        self.sections.get(section).map(|section| section.plain.clone())
    }

    /// Looks through `sections` in that order. All are counted, up to `most` behind `after` (a position in the list and
    /// bytes into its section) are given.
    pub fn find(
        &self,
        wanted: &Wanted,
        sections: &[usize],
        after: Option<(usize, usize)>,
        most: usize,
    ) -> Found {
        let mut found = Found::default();
        for (order, &section) in sections.iter().enumerate() {
            for (nth, at) in wanted.matches(self.folded(section)).enumerate() {
                found.total += 1;
                let is_new = after.is_none_or(|place| (order, at) > place);
                if is_new && found.spots.len() < most {
                    found.spots.push(Spot { order, section, at, nth });
                }
            }
        }
        found
    }

    /// What stands at a spot. `plain` is the section's part of the text as it is written.
    pub fn passage(&self, wanted: &Wanted, spot: Spot, plain: &str) -> Passage {
        place::passage(self.folded(spot.section), wanted, spot.at, plain)
    }

    /// As bytes: what is UTF-8 need not be read once more to be sure of it.
    fn folded(&self, section: usize) -> &[u8] {
        let range = self.sections.get(section).map(|section| section.folded.clone()).unwrap_or_default();
        self.part.get(range).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Text {
        folded: FoldedText,
        plain: String,
    }

    fn text(sections: &[&str]) -> Text {
        let mut writer = TextWriter::default();
        for section in sections {
            writer.section(section);
        }
        let (folded, plain) = writer.finish();
        Text { folded: FoldedText::open(folded.into()).unwrap(), plain: String::from_utf8(plain).unwrap() }
    }

    impl Text {
        /// Everything found, as `before[words]after`.
        fn find(&self, query: &str) -> Vec<String> {
            let Some(wanted) = Wanted::new(query) else { return Vec::new() };
            let sections: Vec<usize> = (0..self.folded.sections()).collect();
            let found = self.folded.find(&wanted, &sections, None, usize::MAX);
            assert_eq!(found.total, found.spots.len());
            let shown = |spot: &Spot| {
                let range = self.folded.plain(spot.section).unwrap();
                let plain =
                    &self.plain[usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap()];
                let passage = self.folded.passage(&wanted, *spot, plain);
                format!("{}[{}]{}", passage.before, passage.words, passage.after)
            };
            found.spots.iter().map(shown).collect()
        }
    }

    #[test]
    fn words_are_found_as_they_are_written_and_as_they_are_typed() {
        let book = text(&["L’Été, naïve Cœur — “the White, Whale!”\nsecond line", "whale-oil"]);
        for (query, found) in [
            ("ete", "L’[Été], naïve Cœur — “the White, Whale!”"),
            ("l'ete", "[L’Été], naïve Cœur — “the White, Whale!”"),
            ("NAIVE coeur", "L’Été, [naïve Cœur] — “the White, Whale!”"),
            ("white whale", "L’Été, naïve Cœur — “the [White, Whale]!”"),
            ("sec", "[sec]ond line"),
        ] {
            assert_eq!(book.find(query), [found], "{query}");
        }
        assert_eq!(book.find("whale").len(), 2);
        for nothing in ["hale", "whale second", "?!", ""] {
            assert!(book.find(nothing).is_empty(), "{nothing}");
        }
    }

    #[test]
    fn arabic_is_found_without_its_signs_and_behind_what_is_joined_to_it() {
        let book = text(&["قَرَأَ الكِتَابَ\nوكتابه\nبالكتـاب\nمكتاب\nمدرسة", "منذ زمن"]);
        assert_eq!(book.find("كتاب"), ["قَرَأَ ال[كِتَابَ]", "و[كتاب]ه", "بال[كتـاب]"]);
        assert_eq!(book.find("الكتاب"), ["قَرَأَ [الكِتَابَ]", "ب[الكتـاب]"]);
        assert_eq!(book.find("مدرسه"), ["[مدرسة]"]);
        assert_eq!(book.find("من"), ["[من]ذ زمن"]);
    }

    #[test]
    fn scripts_without_spaces_are_found_anywhere() {
        let book = text(&["山路を登りながら、こう考えた。"]);
        assert_eq!(book.find("登り"), ["山路を[登り]ながら、こう考えた。"]);
        assert_eq!(book.find("なから"), ["山路を登り[ながら]、こう考えた。"]);
    }

    #[test]
    fn a_find_that_does_not_count_hides_none_that_overlaps_it() {
        assert_eq!(text(&["xab ab ab"]).find("ab ab"), ["xab [ab ab]"]);
    }

    /// The browser looks through books as well: its tests read the same file.
    #[test]
    fn the_browser_and_the_server_find_the_same() {
        let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../passages.json")).unwrap();
        for case in cases {
            let found = text(&[case["text"].as_str().unwrap()]).find(case["query"].as_str().unwrap());
            let words: Vec<&str> = found.iter().map(|it| it.split(['[', ']']).nth(1).unwrap()).collect();
            assert_eq!(serde_json::json!(words), case["found"], "{case}");
        }
    }

    #[test]
    fn what_is_shown_around_ends_with_words() {
        let long = "word ".repeat(60);
        let found = text(&[&format!("{long}here {long}")]).find("here");
        assert!(found[0].starts_with("word ") && found[0].len() < 220, "{}", found[0]);
    }

    #[test]
    fn a_list_goes_on_where_it_ended() {
        let book = text(&["a b a", "a", "a c a"]).folded;
        let wanted = Wanted::new("a").unwrap();
        let order = [2, 0];
        let first = book.find(&wanted, &order, None, 3);
        let places: Vec<_> = first.spots.iter().map(|spot| (spot.order, spot.section, spot.nth)).collect();
        assert_eq!((first.total, places), (4, vec![(0, 2, 0), (0, 2, 1), (1, 0, 0)]));
        let last = first.spots[2];
        let rest = book.find(&wanted, &order, Some((last.order, last.at)), 3);
        assert_eq!((rest.total, rest.spots.len(), rest.spots[0].nth), (4, 1, 1));
    }

    #[test]
    fn other_bytes_are_no_text() {
        let mut writer = TextWriter::default();
        writer.section("one");
        let (part, _) = writer.finish();
        assert!(FoldedText::open(part.clone().into()).is_some());
        let (mut cut, mut marked, mut huge) = (part.clone(), part.clone(), part);
        cut.pop();
        marked[3] = b'0';
        huge[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        for bytes in [cut, marked, huge, Vec::new()] {
            assert!(FoldedText::open(bytes.into()).is_none());
        }
    }

    proptest! {
        #[test]
        fn what_stands_in_a_text_is_found_in_it(words in "\\PC{1,40}", around in "[ a-zé\\u{621}-\\u{64a}\\n]{0,60}") {
            let written = format!("{around}\n{words}\n{around}");
            let found = text(&[&written]).find(&words);
            let can_be_found = Wanted::new(&words).is_some();
            prop_assert_eq!(can_be_found, !found.is_empty(), "{:?}", found);
        }
    }
}
