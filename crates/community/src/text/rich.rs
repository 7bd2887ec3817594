//! A text as a page shows it: paragraphs, lines, links and what stays folded. Nothing in it is markup; whoever draws it
//! escapes every piece.

use url::Url;

use super::spoiler::{Part, parts};

/// What stands between empty lines.
pub type Paragraph<'a> = Vec<Inline<'a>>;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline<'a> {
    /// Words.
    Text(&'a str),
    /// The end of a line.
    Break,
    /// The address of another site. To be drawn with `rel="ugc nofollow noopener"`.
    Link {
        /// Where it leads: `http` or `https`, and nothing else.
        href: String,
        /// As it was typed.
        text: &'a str,
    },
    /// What stays folded until it is asked for. A spoiler over several paragraphs is one in each of them.
    Spoiler(Vec<Inline<'a>>),
}

/// The paragraphs of a text; none is empty.
pub fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut page = Builder::default();
    for part in parts(text) {
        match part {
            Part::Open(text) => page.text(text),
            Part::Spoiler(text) => page.spoiler(text),
        }
    }
    page.finish()
}

/// Whether a text has the address of a site in it, also one that is not drawn as a link.
pub fn has_link(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| !kernel::is_invisible(*c)).map(plain).collect();
    let lower = plain.to_lowercase();
    lower.contains("://") || words(&lower).any(|word| word.starts_with("www.") || is_bare_address(word))
}

/// Full-width letters and the dots of other scripts, by which an address is hidden from programs and still read by people.
fn plain(letter: char) -> char {
    match letter {
        '。' | '．' | '｡' | '․' | '‧' => '.',
        '！'..='～' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "()[]<>{}\"'|,;!?«»“”،؛؟".contains(c))
        .filter(|word| !word.is_empty())
}

/// `site.com`, `site.shop:8080/offer`: a host that ends as sites do, or one with a path or a port behind it.
fn is_bare_address(word: &str) -> bool {
    let end_of_host = word.find(['/', ':', '?', '#']).unwrap_or(word.len());
    let (host, rest) = word.split_at(end_of_host);
    let has_more = rest.len() > 1;
    let Some((name, end)) = host.trim_end_matches('.').rsplit_once('.') else { return false };
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let is_host = name.split('.').all(is_label) && end.len() >= 2 && end.chars().all(char::is_alphabetic);
    // Two letters are a country, or the end of a sentence whose space was forgotten.
    is_host && (has_more || ENDS.contains(&end) || (end.len() == 2 && end.is_ascii() && name.len() > 3))
}

/// How the names of sites end that are given away for little, besides those of countries.
const ENDS: [&str; 40] = [
    "app", "art", "asia", "biz", "blog", "bond", "buzz", "casino", "click", "club", "com", "dev", "fun",
    "icu", "info", "ink", "link", "live", "lol", "mobi", "name", "net", "news", "online", "org", "page",
    "pro", "sbs", "shop", "site", "space", "store", "tech", "tel", "today", "top", "vip", "website", "work",
    "xyz",
];

#[derive(Default)]
struct Builder<'a> {
    done: Vec<Paragraph<'a>>,
    current: Paragraph<'a>,
    /// Ends of lines since the last piece.
    newlines: usize,
}

impl<'a> Builder<'a> {
    fn text(&mut self, text: &'a str) {
        let mut lines = text.split('\n').peekable();
        let mut first = true;
        while let Some(line) = lines.next() {
            self.newlines += usize::from(!first);
            first = false;
            // A space between two spoilers is a space; around the end of a line it is nothing.
            let blank = line.trim().is_empty();
            let stands_alone = self.newlines > 0 || self.current.is_empty() || lines.peek().is_some();
            if line.is_empty() || (blank && stands_alone) {
                continue;
            }
            self.begin();
            self.current.extend(linked(line));
        }
    }

    fn spoiler(&mut self, text: &'a str) {
        let mut inner = Self::default();
        inner.text(text);
        for (at, hidden) in inner.finish().into_iter().enumerate() {
            if at > 0 {
                self.newlines = 2;
            }
            self.begin();
            self.current.push(Inline::Spoiler(hidden));
        }
    }

    /// Makes room for the next piece: on the same line, the next one, or in a paragraph of its own.
    fn begin(&mut self) {
        match std::mem::take(&mut self.newlines) {
            0 => {}
            1 if !self.current.is_empty() => self.current.push(Inline::Break),
            _ => self.end(),
        }
    }

    fn end(&mut self) {
        if !self.current.is_empty() {
            self.done.push(std::mem::take(&mut self.current));
        }
    }

    fn finish(mut self) -> Vec<Paragraph<'a>> {
        self.end();
        self.done
    }
}

/// The words and the links of a line.
fn linked(line: &str) -> Vec<Inline<'_>> {
    let mut pieces = Vec::new();
    let (mut told, mut from) = (0, 0);
    while let Some(start) = next_scheme(line, from) {
        let end = start + address(&line[start..]).len();
        from = end;
        let Some(href) = href(&line[start..end]) else { continue };
        if start > told {
            pieces.push(Inline::Text(&line[told..start]));
        }
        pieces.push(Inline::Link { href, text: &line[start..end] });
        told = end;
    }
    if told < line.len() {
        pieces.push(Inline::Text(&line[told..]));
    }
    pieces
}

/// Where `http://` or `https://` stands next, at the beginning of a word.
fn next_scheme(line: &str, from: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let begins = |at: usize| {
        ["http://", "https://"].iter().any(|scheme| {
            bytes
                .get(at..at + scheme.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(scheme.as_bytes()))
        })
    };
    let fresh = |at: usize| !line[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    (from..line.len()).find(|at| begins(*at) && fresh(*at))
}

/// The address at the beginning of a text, without what only follows it in the sentence.
fn address(text: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`|\\^{}«»“”".contains(c);
    let mut address = &text[..text.find(ends).unwrap_or(text.len())];
    while let Some(last) = address.chars().next_back() {
        let closes = match last {
            ')' => address.matches(')').count() > address.matches('(').count(),
            ']' => address.matches(']').count() > address.matches('[').count(),
            _ => ".,;:!?…،؛؟*_~".contains(last),
        };
        if !closes {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

/// Where an address leads; `None` for one that names nobody, or somebody else than it seems to (`http://bank@evil`).
fn href(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let is_plain = matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some_and(|host| !host.is_empty())
        && url.username().is_empty()
        && url.password().is_none();
    is_plain.then(|| url.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As words: `[…]` a spoiler, `/` a line's end, `<…>` a link.
    fn told(pieces: &[Inline<'_>]) -> String {
        let told = |piece: &Inline<'_>| match piece {
            Inline::Text(text) => (*text).to_owned(),
            Inline::Break => "/".to_owned(),
            Inline::Link { href, text } => format!("<{href} {text}>"),
            Inline::Spoiler(inside) => format!("[{}]", self::told(inside)),
        };
        pieces.iter().map(told).collect()
    }

    fn page(text: &str) -> Vec<String> {
        paragraphs(text).iter().map(|paragraph| told(paragraph)).collect()
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        assert_eq!(page("one\ntwo\n\n \nthree"), ["one/two", "three"]);
    }

    #[test]
    fn spoilers_stand_in_their_paragraphs() {
        assert_eq!(
            page("He ||dies|| ||twice||\n||so\nthere\n\nend|| ok"),
            ["He [dies] [twice]/[so/there]", "[end] ok"]
        );
    }

    #[test]
    fn addresses_become_links() {
        assert_eq!(
            page("see https://example.org/a_(b), or (HTTP://Example.org)."),
            [
                "see <https://example.org/a_(b) https://example.org/a_(b)>, or (<http://example.org/ HTTP://Example.org>)."
            ]
        );
        assert_eq!(page("||https://a.example||"), ["[<https://a.example/ https://a.example>]"]);
    }

    #[test]
    fn nothing_else_becomes_a_link() {
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "http://",
            "xhttp://a.example",
            "http://bank@a.example/",
        ] {
            assert_eq!(page(text), [text]);
        }
    }

    #[test]
    fn a_link_is_seen_however_it_is_written() {
        for text in [
            "https://a.example",
            "see www.example.org",
            "buy at cheap-books.com",
            "(site.co/offer)",
            "HXXP://a",
            "spam.shop",
            "spam.com:8080/x",
            "see spam．com",
            "sp\u{200d}am.c\u{200b}om",
            "bonbouquin.dz",
        ] {
            assert!(has_link(text), "{text}");
        }
        for text in [
            "I liked it. Really",
            "3.5/5",
            "e.g. this",
            "and/or",
            "M. Dib",
            "fin.Et",
            "10:30",
            "a.m.",
            "Vol.2",
            "U.S.A.",
            "top.",
            "le top",
        ] {
            assert!(!has_link(text), "{text}");
        }
    }

    fn letters(pieces: &[Inline<'_>]) -> String {
        let of = |piece: &Inline<'_>| match piece {
            Inline::Text(text) | Inline::Link { text, .. } => (*text).to_owned(),
            Inline::Break => String::new(),
            Inline::Spoiler(inside) => letters(inside),
        };
        pieces.iter().map(of).collect()
    }

    proptest! {
        #[test]
        fn every_letter_comes_onto_the_page(text in "([a|é \\n]|https?://[a-z.)]{1,4}){0,30}") {
            let told: String = paragraphs(&text).iter().map(|paragraph| letters(paragraph)).collect();
            let seen = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '|').collect::<String>();
            prop_assert_eq!(seen(&told), seen(&text));
        }

        #[test]
        fn every_link_leads_to_the_web(text in "([a-z:/.@ \\n]|https?://|javascript:|data:){0,30}") {
            for piece in paragraphs(&text).into_iter().flatten() {
                if let Inline::Link { href, .. } = piece {
                    prop_assert!(href.starts_with("http://") || href.starts_with("https://"));
                }
            }
        }
    }
}
