//! The page tree, walked without recursion: which pages there are, in order, what they inherit and how large they
//! are. A tree that loops is refused, because a browser's reader never finishes opening it.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{
    objects::{dictionary, number, resolve},
    wire::Refusal,
};

/// Real books nest page trees a few levels deep.
const DEEPEST: usize = 64;

/// All pages in order.
pub(super) struct Tree {
    pub(super) pages: Vec<Page>,
    nodes: Vec<Node>,
    /// Entries of `/Kids` that lead nowhere.
    pub(super) missing: usize,
}

/// One page.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) id: ObjectId,
    parent: Option<usize>,
}

/// One inner node with the children that exist.
struct Node {
    id: ObjectId,
    parent: Option<usize>,
    depth: usize,
    kids: Vec<ObjectId>,
    count: i64,
}

impl Tree {
    /// Walks the tree of `document`, up to `most` pages.
    pub(super) fn walk(document: &Document, most: u32) -> Result<Self, Refusal> {
        let root = document
            .catalog()
            .and_then(|catalog| catalog.get(b"Pages"))
            .and_then(Object::as_reference)
            .map_err(|_| Refusal::damaged("the page tree is missing"))?;
        let mut tree = Self { pages: Vec::new(), nodes: Vec::new(), missing: 0 };
        let mut seen = HashSet::new();
        let mut waiting = vec![(root, None)];
        while let Some((id, parent)) = waiting.pop() {
            let Some(dictionary) = document.get_dictionary(id).ok() else {
                tree.missing += 1;
                continue;
            };
            tree.keep(id, parent);
            let Ok(kids) = dictionary.get(b"Kids") else {
                tree.pages.push(Page { id, parent });
                tree.count_up(parent);
                if tree.pages.len() > most as usize {
                    return Err(Refusal::TooLarge {
                        what: "it has too many pages".into(),
                        limit: most.into(),
                    });
                }
                continue;
            };
            if !seen.insert(id) {
                return Err(Refusal::damaged("the page tree loops"));
            }
            let at = tree.enter(id, parent)?;
            let kids = resolve(document, kids).as_array().map(Vec::as_slice).unwrap_or_default();
            tree.missing += kids.iter().filter(|kid| kid.as_reference().is_err()).count();
            waiting.extend(kids.iter().rev().filter_map(|kid| Some((kid.as_reference().ok()?, Some(at)))));
        }
        if tree.pages.is_empty() {
            return Err(Refusal::damaged("it has no pages"));
        }
        Ok(tree)
    }

    fn keep(&mut self, id: ObjectId, parent: Option<usize>) {
        if let Some(node) = parent.and_then(|parent| self.nodes.get_mut(parent)) {
            node.kids.push(id);
        }
    }

    fn enter(&mut self, id: ObjectId, parent: Option<usize>) -> Result<usize, Refusal> {
        let depth = parent.and_then(|parent| self.nodes.get(parent)).map_or(0, |node| node.depth + 1);
        if depth > DEEPEST {
            return Err(Refusal::damaged("the page tree is too deep"));
        }
        self.nodes.push(Node { id, parent, depth, kids: Vec::new(), count: 0 });
        Ok(self.nodes.len() - 1)
    }

    fn count_up(&mut self, mut at: Option<usize>) {
        while let Some(node) = at.and_then(|at| self.nodes.get_mut(at)) {
            node.count += 1;
            at = node.parent;
        }
    }

    /// Makes `/Kids` and `/Count` of every node say what the walk found, so that every reader counts alike.
    pub(super) fn straighten(&self, document: &mut Document) {
        for node in &self.nodes {
            if let Ok(dictionary) = document.get_dictionary_mut(node.id) {
                dictionary.set("Count", node.count);
                dictionary.set("Kids", node.kids.iter().copied().map(Object::Reference).collect::<Vec<_>>());
            }
        }
    }

    /// The objects that make up the tree: inner nodes, then pages.
    pub(super) fn ids(&self) -> impl Iterator<Item = ObjectId> {
        self.nodes.iter().map(|node| node.id).chain(self.pages.iter().map(|page| page.id))
    }

    /// An attribute of a page, its own or inherited.
    pub(super) fn attribute<'a>(&self, document: &'a Document, page: Page, key: &[u8]) -> Option<&'a Object> {
        if let Ok(value) = document.get_dictionary(page.id).and_then(|own| own.get(key)) {
            return Some(value);
        }
        let mut at = page.parent;
        while let Some(node) = at.and_then(|at| self.nodes.get(at)) {
            if let Ok(value) = document.get_dictionary(node.id).and_then(|node| node.get(key)) {
                return Some(value);
            }
            at = node.parent;
        }
        None
    }

    /// Width and height of a page as shown, in points: the visible box, turned.
    pub(super) fn size(&self, document: &Document, page: Page) -> (f32, f32) {
        let rectangle = |key: &[u8]| {
            let corners = resolve(document, self.attribute(document, page, key)?).as_array().ok()?;
            let at = |index: usize| number(document, corners.get(index)?);
            Some((at(0)?, at(1)?, at(2)?, at(3)?))
        };
        let (left, bottom, right, top) =
            rectangle(b"CropBox").or_else(|| rectangle(b"MediaBox")).unwrap_or((0.0, 0.0, 612.0, 792.0));
        let unit = self.attribute(document, page, b"UserUnit").and_then(|unit| number(document, unit));
        let unit = unit.filter(|unit| *unit > 0.0).unwrap_or(1.0);
        let (width, height) = ((right - left).abs() * unit, (top - bottom).abs() * unit);
        let turn =
            self.attribute(document, page, b"Rotate").and_then(|turn| number(document, turn)).unwrap_or(0.0);
        if (45.0..135.0).contains(&turn.rem_euclid(180.0)) { (height, width) } else { (width, height) }
    }
}

/// The reading direction the file asks for: `Some(true)` when it says right to left.
pub(super) fn right_to_left(document: &Document) -> Option<bool> {
    let catalog: &Dictionary = document.catalog().ok()?;
    let preferences = dictionary(document, catalog.get(b"ViewerPreferences").ok()?)?;
    Some(resolve(document, preferences.get(b"Direction").ok()?).as_name().ok()? == b"R2L")
}
