//! A bank of hand-written sentences, and drawing from it without soon drawing the same again.

use std::collections::BTreeMap;

use crate::front::Compose;
use crate::random::Random;

/// The sentences of one language and kind, with the names of one book already in them.
pub(crate) struct Bank {
    sections: BTreeMap<&'static str, Section>,
    random: Random,
}

#[derive(Default)]
struct Section {
    lines: Vec<String>,
    /// What is left to draw before the section begins anew, as indices into `lines`.
    left: Vec<usize>,
}

impl Bank {
    /// Reads a bank (`[section]` lines, then one sentence a line) and puts the book's names into its blanks.
    pub(crate) fn new(source: &'static str, compose: &Compose, seed: &str) -> Self {
        let mut sections: BTreeMap<&'static str, Section> = BTreeMap::new();
        let mut current = "";
        for line in source.lines().filter(|line| !line.is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                current = name;
            } else {
                sections.entry(current).or_default().lines.push(fill(line, compose));
            }
        }
        Self { sections, random: Random::named(seed) }
    }

    /// A line of the section; each comes once before any comes twice. Empty if there is no such section.
    pub(crate) fn draw(&mut self, section: &str) -> String {
        let Some(section) = self.sections.get_mut(section) else { return String::new() };
        if section.left.is_empty() {
            section.left = (0..section.lines.len()).collect();
            self.random.shuffle(&mut section.left);
        }
        section.left.pop().and_then(|at| section.lines.get(at)).cloned().unwrap_or_default()
    }

    /// How many lines the section has.
    pub(crate) fn size(&self, section: &str) -> usize {
        self.sections.get(section).map_or(0, |section| section.lines.len())
    }

    /// All lines of the section in their order.
    pub(crate) fn all(&self, section: &str) -> Vec<String> {
        self.sections.get(section).map(|section| section.lines.clone()).unwrap_or_default()
    }

    /// A choice between things that are no sentences.
    pub(crate) fn random(&mut self) -> &mut Random {
        &mut self.random
    }
}

fn fill(line: &str, compose: &Compose) -> String {
    line.replace("{m}", &compose.m)
        .replace("{f}", &compose.f)
        .replace("{place}", &compose.place)
        .replace("{thing}", &compose.thing)
        .replace("{topic}", &compose.topic)
}
