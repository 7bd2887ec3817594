//! Text that somebody else wrote: isolated from the direction of the page around it, and marked with its language.

use i18n::Locale;
use kernel::Language;
use maud::{Markup, Render, html};

use crate::{Icon, icon, t};

/// A text from a book or a reader, with its language where that is known.
#[derive(Debug, Clone)]
pub struct Written {
    /// The text, as it is.
    pub text: String,
    /// The language it is written in, if known.
    pub language: Option<Language>,
}

impl Written {
    /// A text in a language that is not known, or is the page's own.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None }
    }

    /// A text in a known language; an undetermined one counts as not known.
    pub fn in_language(text: impl Into<String>, language: Language) -> Self {
        Self { text: text.into(), language: known(language) }
    }

    /// The language's tag where the text differs from the page's language, for `lang`.
    pub fn lang(&self, l: Locale) -> Option<&str> {
        self.language.as_ref().map(Language::as_str).filter(|tag| *tag != l.tag())
    }
}

impl<T: Into<String>> From<T> for Written {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

fn known(language: Language) -> Option<Language> {
    (language != Language::UNDETERMINED).then_some(language)
}

/// A text that goes onto the page in one copy where nothing in it needs escaping, as in nearly all addresses and titles.
/// Maud copies byte by byte; a list repeats long addresses dozens of times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain<'a>(pub(crate) &'a str);

impl Render for Plain<'_> {
    fn render_to(&self, page: &mut String) {
        // Without an early end, so that many bytes are looked at at once.
        let special = self.0.bytes().fold(false, |found, b| found | matches!(b, b'&' | b'<' | b'>' | b'"'));
        if special { self.0.render_to(page) } else { page.push_str(self.0) }
    }
}

/// Draws nothing, and makes room for so many more bytes: what is written in many small parts and becomes long is else
/// moved at each doubling.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room(pub(crate) usize);

impl Render for Room {
    fn render_to(&self, page: &mut String) {
        page.reserve(self.0);
    }
}

/// The text in an isolating element.
pub(crate) fn isolated(l: Locale, text: &Written) -> Markup {
    html! { bdi lang=[text.lang(l)] { (Plain(&text.text)) } }
}

/// What stands between a label and its value, where one of them is drawn and no message can hold both.
pub const fn colon(l: Locale) -> &'static str {
    t::colon(l)
}

/// Text that stays folded until it is asked for.
pub fn spoiler(l: Locale, hidden: &Markup) -> Markup {
    folded(l, t::spoiler(l), t::spoiler(l), hidden)
}

/// The same, with words of its own: what is pressed to see it, and what the unfolded part is called.
pub fn folded(l: Locale, summary: &str, label: &str, hidden: &Markup) -> Markup {
    html! {
        details.spoiler {
            summary.spoiler__summary dir=(l.direction()) { (icon(Icon::Warning)) span { (summary) } }
            div.spoiler__text role="group" aria-label=(label) dir="auto" { (hidden) }
        }
    }
}

/// A text, in an element of the class `clip__text`; a long one is clipped to the eye until asked for, and always all there.
pub fn clip(l: Locale, is_long: bool, text: &Markup) -> Markup {
    html! {
        div.clip data-long[is_long] {
            (text)
            @if is_long {
                details.clip__more {
                    summary {
                        span.clip__open { (t::read_more(l)) }
                        span.clip__close { (t::read_less(l)) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_french_colon_keeps_to_its_label() {
        assert_eq!([Locale::En, Locale::Fr, Locale::Ar].map(colon), [": ", "\u{a0}: ", ": "]);
    }

    proptest! {
        #[test]
        fn a_text_is_escaped_as_any_other(text in "[a-zé<>&\"' /\u{0}]{0,40}") {
            prop_assert_eq!(Plain(&text).render().0, text.render().0);
        }
    }
}
