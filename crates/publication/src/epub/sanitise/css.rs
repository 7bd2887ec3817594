//! Style sheets that load nothing from outside the book.
//!
//! Tokens are copied one by one; addresses are resolved against the book and written anew, or replaced by `none`.
//! `-epub-` properties become the standard ones they were the draft of. What remains is small and always the same.

use std::collections::BTreeSet;

use super::{
    Inventory, Repairs, Served, links,
    tokens::{Token, Tokens, write_name, write_text},
    writing_mode::Watch,
};

pub(super) use super::writing_mode::StyleFacts;

/// Cleaned CSS with what was learnt on the way.
#[derive(Debug, Default)]
pub(super) struct CleanCss {
    /// The style sheet.
    pub text: String,
    /// Paths of the book that it loads.
    pub references: BTreeSet<String>,
    /// Which addresses were taken out.
    pub repairs: Repairs,
    /// What it says about writing modes.
    pub facts: StyleFacts,
}

/// Functions whose texts are addresses, or that run code in some browser.
pub(super) const FORBIDDEN: &[&str] = &[
    "-moz-element",
    "-moz-image-rect",
    "-webkit-image-set",
    "element",
    "expression",
    "image",
    "image-set",
    "paint",
    "src",
];

/// Cleans `source`, which stands in the file at `from`: a style sheet, the content of a `style` element or attribute,
/// or the value of a presentation attribute.
pub(super) fn clean(source: &str, from: &str, inventory: &Inventory) -> CleanCss {
    // As browsers do before anything else (CSS Syntax Level 3, section 3.3); written out, a NUL would not read as one.
    let source = source.replace('\0', "\u{fffd}");
    let mut cleaner = Cleaner {
        tokens: Tokens::new(&source),
        from,
        inventory,
        clean: CleanCss::default(),
        watch: Watch::default(),
        spaced_at: 0,
    };
    while let Some(token) = cleaner.tokens.next() {
        cleaner.take(token);
    }
    let mut clean = cleaner.clean;
    clean.facts = cleaner.watch.facts;
    clean
}

struct Cleaner<'a> {
    tokens: Tokens<'a>,
    from: &'a str,
    inventory: &'a Inventory,
    clean: CleanCss,
    watch: Watch,
    /// Bytes of the text up to its last white space.
    spaced_at: usize,
}

impl Cleaner<'_> {
    fn take(&mut self, token: Token<'_>) {
        self.watch.see(&token);
        match token {
            Token::Comment => {
                if !self.is_spaced() {
                    self.clean.text.push_str("/**/");
                }
            }
            Token::Ident(name) => write_name(&mut self.clean.text, standard(&name)),
            Token::Function(name) if FORBIDDEN.contains(&name.to_ascii_lowercase().as_str()) => {
                self.skip_function();
                self.clean.repairs.external = true;
                self.clean.text.push_str("none");
            }
            Token::Function(name) => {
                write_name(&mut self.clean.text, &name);
                self.clean.text.push('(');
            }
            Token::Url(url) => self.url(url.as_deref()),
            Token::At(name) => self.at_rule(&name),
            Token::Hash(name) => {
                self.clean.text.push('#');
                write_hash(&mut self.clean.text, &name);
            }
            Token::Text(text) => write_text(&mut self.clean.text, &text),
            Token::Number(number) => self.clean.text.push_str(number),
            // A backslash here stands before a line end; kept, it would begin an escape.
            Token::Space | Token::Other('<' | '\\') => self.space(),
            // Together they would be the end of an HTML comment.
            Token::Other('>') if self.clean.text.ends_with("--") => self.clean.text.push_str(" >"),
            Token::Other(c) => self.clean.text.push(c),
        }
    }

    fn space(&mut self) {
        if !self.is_spaced() {
            let after_block = self.clean.text.ends_with(['}', ';', '{']);
            self.clean.text.push(if after_block { '\n' } else { ' ' });
            self.spaced_at = self.clean.text.len();
        }
    }

    /// Whether white space was just written. The space that ends an escape (`\2d `) is none.
    fn is_spaced(&self) -> bool {
        self.clean.text.len() == self.spaced_at
    }

    /// Notes what is loaded and gives the address to write.
    fn note(&mut self, loaded: links::Loaded) -> String {
        self.clean.references.insert(loaded.path);
        loaded.written
    }

    fn url(&mut self, url: Option<&str>) {
        let found = url.and_then(|url| {
            if let Some(fragment) = url.trim().strip_prefix('#') {
                return Some(format!("#{fragment}"));
            }
            let wanted = [Served::Picture, Served::Drawing, Served::Font, Served::Style];
            let loaded = links::load(url, self.from, self.inventory, &wanted);
            loaded.map(|loaded| self.note(loaded)).or_else(|| links::data_in_style(url))
        });
        if let Some(url) = found {
            self.clean.text.push_str("url(");
            write_text(&mut self.clean.text, &url);
            self.clean.text.push(')');
        } else {
            self.clean.repairs.removed(url.unwrap_or_default(), self.from);
            self.clean.text.push_str("none");
        }
    }

    fn at_rule(&mut self, name: &str) {
        match name.to_ascii_lowercase().as_str() {
            "import" => self.import(),
            "charset" => self.skip_statement(),
            _ => {
                self.clean.text.push('@');
                write_name(&mut self.clean.text, name);
            }
        }
    }

    /// `@import` of the book's own style sheets stays, any other statement goes.
    fn import(&mut self) {
        let address = loop {
            match self.tokens.next() {
                Some(Token::Space | Token::Comment) => {}
                Some(Token::Text(text) | Token::Url(Some(text))) => break Some(text),
                Some(Token::Other(';')) | None => return self.space(),
                Some(_) => break None,
            }
        };
        let inside = address
            .as_deref()
            .and_then(|address| links::load(address, self.from, self.inventory, &[Served::Style]));
        if let Some(loaded) = inside {
            let path = self.note(loaded);
            self.clean.text.push_str("@import ");
            write_text(&mut self.clean.text, &path);
        } else {
            self.clean.repairs.removed(address.as_deref().unwrap_or_default(), self.from);
            self.skip_statement();
        }
    }

    /// What stood on both sides must not grow together: `u@import x;rl(…)`.
    fn skip_statement(&mut self) {
        self.space();
        self.tokens.by_ref().find(|token| matches!(token, Token::Other(';')));
    }

    fn skip_function(&mut self) {
        let mut depth = 1;
        for token in self.tokens.by_ref() {
            match token {
                Token::Function(_) | Token::Other('(') => depth += 1,
                Token::Other(')') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }
}

/// A hash may start with a digit (`#0af`), which a name may not.
fn write_hash(out: &mut String, name: &str) {
    let digits = name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len());
    out.push_str(&name[..digits]);
    if name[digits..].starts_with('-') && name.len() == digits + 1 {
        out.push('-');
    } else {
        write_name(out, &name[digits..]);
    }
}

/// Names of the EPUB 3.0 drafts and what CSS calls them today.
fn standard(name: &str) -> &str {
    match name.to_ascii_lowercase().as_str() {
        "-epub-text-combine" | "-epub-text-combine-horizontal" => "text-combine-upright",
        "-epub-fullsize-kana" => "full-size-kana",
        lower if lower.starts_with("-epub-") => &name[6..],
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epub::sanitise::tests::inventory;

    fn css(source: &str) -> String {
        clean(source, "OPS/css/a.css", &inventory()).text
    }

    #[test]
    fn nothing_is_fetched_from_outside() {
        for (source, expected) in [
            ("@import url(http://x/y.css); p{a:b}", "p{a:b}"),
            ("@import 'b.css' screen;p{}", "@import \"b.css\" screen;p{}"),
            ("@import url(\"//x/y\");", ""),
            ("u@import 'x';rl(http://x/y)", "u rl(http://x/y)"),
            ("@charset 'x';p{}", "p{}"),
            ("p{background:url( 'http://x/y' ) no-repeat}", "p{background:none no-repeat}"),
            ("p{background:u\\72 l(http://x/y)}", "p{background:none}"),
            ("p{background:url(../img/a.png)}", "p{background:url(\"../img/a.png\")}"),
            ("p{background:url(../img/missing.png)}", "p{background:none}"),
            ("p{b:image-set('http://x/y' 1x, url(z) 2x);c:d}", "p{b:none;c:d}"),
            ("p{width:expression(alert(1))}", "p{width:none}"),
            ("p{filter:url(#f)}", "p{filter:url(\"#f\")}"),
            ("p{b:url(data:image/png;base64,AA==)}", "p{b:url(\"data:image/png;base64,AA==\")}"),
            ("p{b:url(data:text/html,x)}", "p{b:none}"),
            (
                "@font-face{src:url(f.otf) format('opentype')}",
                "@font-face{src:url(\"f.otf\") format(\"opentype\")}",
            ),
        ] {
            assert_eq!(css(source), expected, "{source}");
        }
    }

    #[test]
    fn style_survives_as_it_was_meant() {
        for (source, expected) in [
            ("h1 > em , a:hover{margin:0 -1.5em!important}", "h1 > em , a:hover{margin:0 -1.5em!important}"),
            ("p{-epub-writing-mode:vertical-rl}", "p{writing-mode:vertical-rl}"),
            ("p{-epub-text-combine:all;color:#0af}", "p{text-combine-upright:all;color:#0af}"),
            ("a::before{content:'\\201C'}", "a::before{content:\"“\"}"),
            ("p{content:'</style>'}", "p{content:\"\\3c /style\\3e \"}"),
            ("@media (min-width: 4em){p{}}", "@media (min-width: 4em){p{}}"),
            ("<!-- p{a:b} -->", "p{a:b}\n"),
            ("a/* x */b{}", "a/**/b{}"),
            ("p{unicode-range:U+26, U+0-7F}", "p{unicode-range:U+26, U+0-7F}"),
        ] {
            assert_eq!(css(source), expected, "{source}");
        }
    }
}
