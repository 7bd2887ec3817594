//! A tokeniser for CSS (CSS Syntax Level 3, section 4), as far as a sanitiser needs it: escapes are decoded before
//! anything is compared, so `u\72l(…)` is seen for what it is.

use std::fmt::Write as _;

/// A piece of CSS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// White space.
    Space,
    /// A comment, its content forgotten.
    Comment,
    /// A name, decoded.
    Ident(String),
    /// A name with the `(` after it.
    Function(String),
    /// `url(…)`, quoted or not, decoded; `None` when it is malformed.
    Url(Option<String>),
    /// `@name`.
    At(String),
    /// `#name`.
    Hash(String),
    /// A quoted text, decoded.
    Text(String),
    /// A number with its unit, as written (units hold no addresses).
    Number(&'a str),
    /// Any other character.
    Other(char),
}

/// Cuts CSS into [`Token`]s.
pub(super) struct Tokens<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Over `source`.
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, at: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn peek_at(&self, n: usize) -> Option<char> {
        self.rest().chars().nth(n)
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.bump();
        }
    }

    fn starts_ident(&self, n: usize) -> bool {
        match self.peek_at(n) {
            Some('-') => match self.peek_at(n + 1) {
                Some('\\') => self.peek_at(n + 2).is_some_and(|c| !is_newline(c)),
                c => c.is_some_and(|c| is_name_start(c) || c == '-'),
            },
            Some('\\') => self.peek_at(n + 1).is_some_and(|c| !is_newline(c)),
            c => c.is_some_and(is_name_start),
        }
    }

    fn starts_number(&self) -> bool {
        let digit = |n| self.peek_at(n).is_some_and(|c: char| c.is_ascii_digit());
        match self.peek() {
            Some('+' | '-') => digit(1) || (self.peek_at(1) == Some('.') && digit(2)),
            Some('.') => digit(1),
            _ => digit(0),
        }
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(c) = self.peek() {
            if is_name(c) {
                name.push(c);
                self.bump();
            } else if c == '\\' && self.peek_at(1).is_some_and(|c| !is_newline(c)) {
                self.bump();
                name.push(self.escape());
            } else {
                break;
            }
        }
        name
    }

    /// What follows a backslash.
    fn escape(&mut self) -> char {
        let digits = self.rest().chars().take(6).take_while(char::is_ascii_hexdigit).count();
        if digits == 0 {
            return self.bump().unwrap_or('\u{fffd}');
        }
        let value = u32::from_str_radix(&self.rest()[..digits], 16).unwrap_or(0);
        self.at += digits;
        if self.rest().starts_with("\r\n") {
            self.at += 2;
        } else if self.peek().is_some_and(is_space) {
            self.bump();
        }
        char::from_u32(value).filter(|c| *c != '\0').unwrap_or('\u{fffd}')
    }

    /// A quoted text whose first quote is next. A line end closes it, as it does in browsers (there as an error).
    fn text(&mut self) -> String {
        let quote = self.bump();
        let mut text = String::new();
        while let Some(c) = self.peek() {
            if is_newline(c) {
                break;
            }
            self.bump();
            if Some(c) == quote {
                break;
            }
            if c != '\\' {
                text.push(c);
                continue;
            }
            match self.peek() {
                None => {}
                Some('\r') if self.peek_at(1) == Some('\n') => self.at += 2,
                Some(c) if is_newline(c) => drop(self.bump()),
                Some(_) => text.push(self.escape()),
            }
        }
        text
    }

    fn number(&mut self) -> &'a str {
        let start = self.at;
        self.bump();
        while self.peek().is_some_and(|c| c.is_ascii_digit())
            || (self.peek() == Some('.') && self.peek_at(1).is_some_and(|c| c.is_ascii_digit()))
        {
            self.bump();
        }
        if self.peek() == Some('%') {
            self.bump();
        } else if self.starts_ident(0) && self.peek() != Some('\\') {
            while self.peek().is_some_and(is_name) {
                self.bump();
            }
        } else if matches!(self.peek(), Some('e' | 'E')) {
            self.bump();
        }
        &self.source[start..self.at]
    }

    /// Everything up to the `)` of a `url(` that was just read.
    fn url(&mut self) -> Option<String> {
        self.skip_space();
        let quoted = matches!(self.peek(), Some('"' | '\''));
        let (mut url, mut good) = (String::new(), true);
        if quoted {
            url = self.text();
            self.skip_space();
            good = matches!(self.peek(), Some(')') | None);
        }
        while let Some(c) = self.bump() {
            match c {
                ')' => return good.then_some(url),
                '\\' if self.peek().is_some_and(|c| !is_newline(c)) => {
                    let c = self.escape();
                    url.push(c);
                }
                c if is_space(c) => {
                    self.skip_space();
                    good &= matches!(self.peek(), Some(')') | None);
                }
                '"' | '\'' | '(' | '\\' => good = false,
                c => url.push(c),
            }
        }
        good.then_some(url)
    }

    fn comment(&mut self) -> Token<'a> {
        self.at = self.rest()[2..].find("*/").map_or(self.source.len(), |end| self.at + 2 + end + 2);
        Token::Comment
    }

    fn named(&mut self) -> Token<'a> {
        let name = self.name();
        if self.peek() != Some('(') {
            return Token::Ident(name);
        }
        self.bump();
        if name.eq_ignore_ascii_case("url") { Token::Url(self.url()) } else { Token::Function(name) }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let c = self.peek()?;
        Some(match c {
            c if is_space(c) => {
                self.skip_space();
                Token::Space
            }
            '/' if self.rest().starts_with("/*") => self.comment(),
            '"' | '\'' => Token::Text(self.text()),
            '#' if self.starts_ident(1) || self.peek_at(1).is_some_and(is_name) => {
                self.bump();
                Token::Hash(self.name())
            }
            '@' if self.starts_ident(1) => {
                self.bump();
                Token::At(self.name())
            }
            // The marks of an HTML comment around a style sheet mean nothing.
            '<' if self.rest().starts_with("<!--") => {
                self.at += 4;
                Token::Space
            }
            '-' if self.rest().starts_with("-->") => {
                self.at += 3;
                Token::Space
            }
            _ if self.starts_number() => Token::Number(self.number()),
            _ if self.starts_ident(0) => self.named(),
            c => {
                self.bump();
                Token::Other(c)
            }
        })
    }
}

fn is_newline(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{c}')
}

fn is_space(c: char) -> bool {
    is_newline(c) || matches!(c, ' ' | '\t')
}

fn is_name_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || !c.is_ascii()
}

fn is_name(c: char) -> bool {
    is_name_start(c) || c.is_ascii_digit() || c == '-'
}

fn write_code(out: &mut String, c: char) {
    // Writing to a string never fails.
    let _ = write!(out, "\\{:x} ", u32::from(c));
}

/// Writes a name so that it is read back as the same name, the same way each time.
pub(super) fn write_name(out: &mut String, name: &str) {
    let only_dash = name == "-";
    for (i, c) in name.chars().enumerate() {
        let leading = i == 0 || (i == 1 && name.starts_with('-'));
        if (c.is_ascii_digit() && leading) || (c == '-' && only_dash) || c.is_control() {
            write_code(out, c);
        } else if is_name(c) {
            out.push(c);
        } else if matches!(c, '<' | '&') {
            write_code(out, c);
        } else {
            out.push('\\');
            out.push(c);
        }
    }
}

/// Writes a text in double quotes, with nothing in it that means something to HTML or XML.
pub(super) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '<' | '>' | '&' => write_code(out, c),
            c if c.is_control() => write_code(out, c),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_hide_nothing() {
        let tokens: Vec<_> =
            Tokens::new(r"u\72 l(\68 ttp://x/y) \75rl('a\62') @\69mport exp\72 ession(").collect();
        let url = |text: &str| Token::Url(Some(text.to_owned()));
        assert_eq!(tokens[0], url("http://x/y"));
        assert_eq!(tokens[2], url("ab"));
        assert_eq!(tokens[4], Token::At("import".to_owned()));
        assert_eq!(tokens[6], Token::Function("expression".to_owned()));
    }

    #[test]
    fn malformed_addresses_are_noticed() {
        for css in ["url(a b)", "url(a\"b)", "url('a' b)", "url(a(b)"] {
            assert_eq!(Tokens::new(css).next(), Some(Token::Url(None)), "{css}");
        }
    }

    #[test]
    fn numbers_keep_their_units() {
        let tokens: Vec<_> = Tokens::new("-1.5em +.5% 1e3 10").filter(|t| *t != Token::Space).collect();
        assert_eq!(tokens, ["-1.5em", "+.5%", "1e3", "10"].map(Token::Number));
    }
}
