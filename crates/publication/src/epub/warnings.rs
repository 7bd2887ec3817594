//! The warnings of one ingest: gathered, each said once, in a stable order.

use std::collections::BTreeSet;

use crate::Warning;

/// How many warnings of one code are listed before the rest are only counted.
const MOST_OF_A_KIND: usize = 20;

/// Gathers warnings while a book goes in.
#[derive(Default)]
pub(super) struct Warnings(BTreeSet<Warning>);

impl Warnings {
    /// Adds one, unless it was said before.
    pub(super) fn add(&mut self, code: &'static str, message: impl Into<String>) {
        self.0.insert(Warning::new(code, message));
    }

    /// An archive entry that could only be meant to be written somewhere else.
    pub(super) fn unsafe_name(&mut self, name: &str) {
        self.add(
            "unsafe_name",
            format!("The archive holds a file with an unsafe name, which was left out: “{name}”."),
        );
    }

    /// All of them by code, long lists cut short.
    pub(super) fn into_list(self) -> Vec<Warning> {
        let mut list: Vec<Warning> = Vec::new();
        let mut run = 0;
        for warning in self.0 {
            run = if list.last().is_some_and(|last| last.code == warning.code) { run + 1 } else { 1 };
            match run.cmp(&(MOST_OF_A_KIND + 1)) {
                std::cmp::Ordering::Less => list.push(warning),
                std::cmp::Ordering::Equal => list.push(Warning::new(warning.code, "… and more of the same.")),
                std::cmp::Ordering::Greater => {}
            }
        }
        list
    }
}
