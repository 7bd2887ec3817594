//! Listens to a style sheet for the writing mode of whole documents: rules for `html`, `body`, `:root`, or for a
//! class (Japanese books give their root one, such as `vrtl`).

use serde::{Deserialize, Serialize};

use super::tokens::Token;

/// The direction in which lines follow each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WritingMode {
    /// Lines from top to bottom.
    #[default]
    HorizontalTb,
    /// Columns from right to left (Japanese, Chinese).
    VerticalRl,
    /// Columns from left to right (Mongolian).
    VerticalLr,
}

impl WritingMode {
    /// Reads the value of the CSS property, its older names too.
    pub(in crate::epub) fn parse(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "horizontal-tb" | "lr-tb" | "horizontal-lr" | "horizontal-rl" => Some(Self::HorizontalTb),
            "vertical-rl" | "tb-rl" => Some(Self::VerticalRl),
            "vertical-lr" | "tb-lr" => Some(Self::VerticalLr),
            _ => None,
        }
    }
}

/// What a style sheet says about whole documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::epub) struct StyleFacts {
    /// For the root element or the body, whatever their class.
    pub root: Option<WritingMode>,
    /// For elements of a class.
    pub classes: Vec<(String, WritingMode)>,
}

/// Hears tokens and notes facts.
#[derive(Debug, Default)]
pub(super) struct Watch {
    pub(super) facts: StyleFacts,
    selector: Vec<String>,
    after_dot: bool,
    in_property: bool,
    block: Vec<String>,
}

impl Watch {
    /// Takes one token of the style sheet.
    pub(super) fn see(&mut self, token: &Token<'_>) {
        match token {
            Token::Other('{') => {
                self.block = std::mem::take(&mut self.selector);
                self.in_property = false;
            }
            Token::Other('}' | ';') => {
                self.selector.clear();
                self.in_property = false;
            }
            Token::Ident(name) if self.in_property => self.value(name),
            Token::Ident(name) => self.name(name),
            _ => {}
        }
        self.after_dot = matches!(token, Token::Other('.'));
    }

    fn name(&mut self, name: &str) {
        if name.to_ascii_lowercase().ends_with("writing-mode") {
            self.in_property = true;
        } else if self.selector.len() < 64 {
            self.selector.push(if self.after_dot { format!(".{name}") } else { name.to_ascii_lowercase() });
        }
    }

    fn value(&mut self, name: &str) {
        let Some(mode) = WritingMode::parse(name) else { return };
        for part in &self.block {
            match part.strip_prefix('.') {
                Some(class) if self.facts.classes.len() < 256 => {
                    self.facts.classes.push((class.to_owned(), mode));
                }
                None if matches!(part.as_str(), "html" | "body" | "root") => self.facts.root = Some(mode),
                _ => {}
            }
        }
        if self.block.is_empty() {
            self.facts.root = Some(mode);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tokens::Tokens, *};

    #[test]
    fn roots_and_classes_are_told_apart() {
        let mut watch = Watch::default();
        let css = "html, .hltr { -epub-writing-mode: horizontal-tb; color: red } .vrtl{-webkit-writing-mode:vertical-rl}\
                   p { writing-mode: vertical-lr }";
        Tokens::new(css).for_each(|token| watch.see(&token));
        assert_eq!(watch.facts.root, Some(WritingMode::HorizontalTb));
        let classes =
            [("hltr".to_owned(), WritingMode::HorizontalTb), ("vrtl".to_owned(), WritingMode::VerticalRl)];
        assert_eq!(watch.facts.classes, classes);
    }
}
