//! The languages that a shop offers its readers.

use crate::{Locale, negotiate};

/// Some of our languages, of which one is the first: it is spoken to whoever asks for none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    offered: Vec<Locale>,
    first: Locale,
}

impl Default for Languages {
    /// All of them, English first.
    fn default() -> Self {
        Self { offered: Locale::ALL.to_vec(), first: Locale::default() }
    }
}

impl Languages {
    /// Those of a list, in the order in which pages offer them; all where the list is empty. The first is the one given, where
    /// it is offered.
    pub fn new(offered: &[Locale], first: Locale) -> Self {
        let chosen: Vec<Locale> = Locale::ALL.into_iter().filter(|l| offered.contains(l)).collect();
        let offered = if chosen.is_empty() { Locale::ALL.to_vec() } else { chosen };
        let first = if offered.contains(&first) { first } else { offered[0] };
        Self { offered, first }
    }

    /// Those that are offered, in the order in which pages offer them.
    pub fn offered(&self) -> &[Locale] {
        &self.offered
    }

    /// What is spoken to whoever asks for none of them.
    pub fn first(&self) -> Locale {
        self.first
    }

    /// Whether a language is offered.
    pub fn offers(&self, l: Locale) -> bool {
        self.offered.contains(&l)
    }

    /// A language, or the first where it is not offered.
    pub fn speak(&self, l: Locale) -> Locale {
        if self.offers(l) { l } else { self.first }
    }

    /// The best of them for an `Accept-Language` header.
    pub fn negotiate(&self, accept_language: &str) -> Locale {
        // Whoever takes any gets the first.
        let others = self.offered.iter().copied().filter(|l| *l != self.first);
        let order: Vec<Locale> = std::iter::once(self.first).chain(others).collect();
        negotiate::lookup(accept_language, &order).unwrap_or(self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_for_what_is_not_offered_is_spoken_to_in_the_first() {
        let two = Languages::new(&[Locale::Ar, Locale::Fr], Locale::Ar);
        assert_eq!(two.offered(), [Locale::Fr, Locale::Ar]);
        assert_eq!(two.negotiate("en-GB,en;q=0.9,fr;q=0.5"), Locale::Fr);
        assert_eq!((two.negotiate("en-GB"), two.negotiate("*")), (Locale::Ar, Locale::Ar));
        assert_eq!((two.speak(Locale::En), two.speak(Locale::Fr)), (Locale::Ar, Locale::Fr));
    }

    #[test]
    fn no_shop_is_without_a_language() {
        assert_eq!(Languages::new(&[], Locale::Fr), Languages { first: Locale::Fr, ..Languages::default() });
        assert_eq!(Languages::new(&[Locale::Ar], Locale::En).first(), Locale::Ar);
    }
}
