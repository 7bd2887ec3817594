//! What somebody looks for, and where a folded text has it.

use memchr::memmem::Finder;

use super::spaced::spaced;

/// The words that are looked for, folded.
#[derive(Debug, Clone)]
pub struct Wanted {
    words: String,
    finder: Finder<'static>,
    begins: Begins,
}

/// Where in a word that which is looked for may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// At its beginning.
    Word,
    /// There, or behind what Arabic joins to a word.
    Joined,
    /// Anywhere: the script has no spaces.
    Anywhere,
}

impl Wanted {
    /// What to look for; `None` where the query has neither letters nor digits.
    pub fn new(query: &str) -> Option<Self> {
        let words = spaced(query);
        let begins = match words.chars().next()? {
            '\u{600}'..='\u{6ff}' => Begins::Joined,
            first if has_no_spaces(first) => Begins::Anywhere,
            _ => Begins::Word,
        };
        let finder = Finder::new(words.as_bytes()).into_owned();
        Some(Self { words, finder, begins })
    }

    /// Bytes of what is looked for.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Where `folded` has it, in bytes.
    pub(super) fn matches<'t>(&'t self, folded: &'t [u8]) -> impl Iterator<Item = usize> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let at = from + self.finder.find(folded.get(from..)?)?;
                if self.may_begin(folded, at) {
                    from = at + self.words.len();
                    return Some(at);
                }
                from = at + 1;
            }
        })
    }

    fn may_begin(&self, folded: &[u8], at: usize) -> bool {
        let before = folded.get(..at).unwrap_or_default();
        let is_start = matches!(before.last(), None | Some(b' ' | b'\n'));
        match self.begins {
            Begins::Anywhere => true,
            Begins::Word => is_start,
            Begins::Joined => is_start || is_joined(before),
        }
    }
}

/// Whether a word's letters before the end of `before` are such as Arabic joins to a word: “and”, “so”, a preposition,
/// the article.
fn is_joined(before: &[u8]) -> bool {
    let word = before.rsplit(|byte| matches!(byte, b' ' | b'\n')).next().unwrap_or_default();
    let Ok(word) = std::str::from_utf8(word) else { return false };
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    matches!(bare, "لل" | "" | "ال") || {
        let behind = bare.strip_prefix(['ب', 'ك', 'ل']);
        matches!(behind, Some("" | "ال"))
    }
}

/// Whether a letter belongs to a script that does not part its words: Thai to Khmer, kana, Han.
fn has_no_spaces(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff
        | 0x2_0000..=0x3_ffff)
}
