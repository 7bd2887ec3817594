//! Writes well-formed XML, always in the same form, and knows how much.

/// XML text being written.
#[derive(Debug, Default)]
pub(super) struct Output {
    text: String,
}

impl Output {
    /// Bytes so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Text that is already XML.
    pub(super) fn raw(&mut self, xml: &str) {
        self.text.push_str(xml);
    }

    /// A start tag, or the whole of an element without content.
    pub(super) fn start(&mut self, name: &str, attributes: &[(String, String)], closed: bool) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.escape(value, true);
            self.text.push('"');
        }
        self.text.push_str(if closed { "/>" } else { ">" });
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Character data.
    pub(super) fn text(&mut self, text: &str) {
        self.escape(text, false);
    }

    fn escape(&mut self, text: &str, attribute: bool) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' if attribute => self.text.push_str("&quot;"),
                '\n' if attribute => self.text.push_str("&#10;"),
                '\t' if attribute => self.text.push_str("&#9;"),
                '\r' => self.text.push_str("&#13;"),
                c if is_xml(c) => self.text.push(c),
                _ => self.text.push('\u{fffd}'),
            }
        }
    }
}

/// Whether XML 1.0 has this character.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
