//! Percent and back: one formula for the server and every client, weighed by served bytes of linear sections.

use std::collections::HashMap;

/// The sections of a book as lengths on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Positions {
    sections: Vec<Span>,
    by_href: HashMap<String, usize>,
    total: u64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Span {
    before: u64,
    size: u64,
}

impl Positions {
    /// From the sections of a manifest in reading order: href, served bytes, whether linear. A section that is not
    /// linear has no length.
    pub fn new<'a>(sections: impl IntoIterator<Item = (&'a str, u64, bool)>) -> Self {
        let mut positions = Self { sections: Vec::new(), by_href: HashMap::new(), total: 0 };
        for (index, (href, size, linear)) in sections.into_iter().enumerate() {
            let size = if linear { size } else { 0 };
            positions.sections.push(Span { before: positions.total, size });
            // A section that the spine names twice is where it stands first.
            positions.by_href.entry(href.to_owned()).or_insert(index);
            positions.total += size;
        }
        positions
    }

    /// The part of the whole book (0 to 1) that lies before `progression` (0 to 1) in the section `href`; a fragment
    /// is ignored. `None` for an unknown section or a progression that is no number.
    pub fn total_progression(&self, href: &str, progression: f64) -> Option<f64> {
        let bare = href.split('#').next().unwrap_or_default();
        let span = self.sections[*self.by_href.get(bare)?];
        if progression.is_nan() {
            return None;
        }
        if self.total == 0 {
            return Some(0.0);
        }
        let read = float(span.before) + progression.clamp(0.0, 1.0) * float(span.size);
        Some((read / float(self.total)).clamp(0.0, 1.0))
    }

    /// The section (its index) and the progression in it that `total` (0 to 1) of the book leads to.
    pub fn locate(&self, total: f64) -> Option<(usize, f64)> {
        if total.is_nan() {
            return None;
        }
        let wanted = total.clamp(0.0, 1.0) * float(self.total);
        let holds = |span: &Span| span.size > 0 && float(span.before) <= wanted;
        let index = self.sections.iter().rposition(holds).or(if self.sections.is_empty() {
            None
        } else {
            Some(0)
        })?;
        let span = self.sections[index];
        if span.size == 0 {
            return Some((index, 0.0));
        }
        Some((index, ((wanted - float(span.before)) / float(span.size)).clamp(0.0, 1.0)))
    }
}

#[expect(clippy::cast_precision_loss, reason = "books are far below 2^52 bytes")]
fn float(bytes: u64) -> f64 {
    bytes as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_formula_is_that_of_the_reader() {
        let positions = Positions::new([("a", 100, true), ("notes", 900, false), ("b", 300, true)]);
        assert_eq!(positions.total_progression("a", 0.5), Some(0.125));
        assert_eq!(positions.total_progression("b#x", 1.0), Some(1.0));
        assert_eq!(positions.total_progression("notes", 0.7), Some(0.25));
        assert_eq!(positions.total_progression("c", 0.7), None);
        assert_eq!(positions.total_progression("a", f64::NAN), None);
        assert_eq!(positions.locate(0.25), Some((2, 0.0)));
        assert_eq!(positions.locate(1.0), Some((2, 1.0)));
        assert_eq!(Positions::new([]).locate(0.5), None);
    }

    proptest! {
        #[test]
        fn there_and_back_again(sizes in proptest::collection::vec((1_u64..5_000_000, any::<bool>()), 1..60),
                                at in any::<proptest::sample::Index>(), progression in 0.0_f64..=1.0) {
            let hrefs: Vec<String> = (0..sizes.len()).map(|i| format!("s{i}")).collect();
            let sections = hrefs.iter().zip(&sizes).map(|(href, (size, linear))| (href.as_str(), *size, *linear));
            let positions = Positions::new(sections);
            let index = at.index(sizes.len());
            let total = positions.total_progression(&hrefs[index], progression).expect("a known section");
            prop_assert!((0.0..=1.0).contains(&total));
            let (found, inside) = positions.locate(total).expect("a book with sections");
            let again = positions.total_progression(&hrefs[found], inside).expect("a known section");
            prop_assert!((again - total).abs() < 1e-9, "{total} {again}");
            if sizes[index].1 && progression > 0.001 && progression < 0.999 {
                prop_assert_eq!(found, index);
                prop_assert!((inside - progression).abs() < 1e-3);
            }
        }

        #[test]
        fn reading_on_never_goes_back(sizes in proptest::collection::vec(1_u64..5_000_000, 1..60),
                                      a in 0.0_f64..=1.0, b in 0.0_f64..=1.0) {
            let hrefs: Vec<String> = (0..sizes.len()).map(|i| format!("s{i}")).collect();
            let positions = Positions::new(hrefs.iter().zip(&sizes).map(|(h, s)| (h.as_str(), *s, true)));
            let (first, second) = (positions.locate(a.min(b)), positions.locate(a.max(b)));
            prop_assert!(first <= second);
        }
    }
}
