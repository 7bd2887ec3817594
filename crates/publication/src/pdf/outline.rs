//! The outline (bookmarks) with page numbers. Outlines are linked lists that hostile files tie into rings and dig
//! into wells; every item is visited once, depth and number are bounded, and nothing recurses without a bound.

use std::collections::{HashMap, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{
    OutlineItem,
    objects::{array, dictionary, entry, resolve, text},
    pages::Tree,
};

const ITEMS: usize = 20_000;
const DEEPEST: usize = 12;
const LABEL: usize = 500;
const NAMES: usize = 200_000;

/// Reads the outline of `document`; empty when there is none.
pub(super) fn read(document: &Document, tree: &Tree) -> Vec<OutlineItem> {
    let Some(root) =
        document.catalog().ok().and_then(|catalog| dictionary(document, catalog.get(b"Outlines").ok()?))
    else {
        return Vec::new();
    };
    let mut pages = HashMap::new();
    for (index, page) in (1_u32..).zip(&tree.pages) {
        pages.entry(page.id).or_insert(index);
    }
    let mut walk =
        Walk { document, pages, count: tree.pages.len(), names: named(document), seen: HashSet::new() };
    walk.children(root, 0)
}

struct Walk<'a> {
    document: &'a Document,
    pages: HashMap<ObjectId, u32>,
    count: usize,
    names: HashMap<Vec<u8>, &'a Object>,
    seen: HashSet<ObjectId>,
}

impl<'a> Walk<'a> {
    fn children(&mut self, parent: &'a Dictionary, depth: usize) -> Vec<OutlineItem> {
        let mut items = Vec::new();
        let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
        while let Some(id) = next {
            if depth >= DEEPEST || self.seen.len() >= ITEMS || !self.seen.insert(id) {
                break;
            }
            let Ok(item) = self.document.get_dictionary(id) else { break };
            let children = self.children(item, depth + 1);
            let label = item.get(b"Title").ok().and_then(|title| text(self.document, title, LABEL));
            match label {
                Some(label) => items.push(OutlineItem { label, page: self.page(item), children }),
                None => items.extend(children),
            }
            next = item.get(b"Next").and_then(Object::as_reference).ok();
        }
        items
    }

    /// The page an item leads to, by its destination or its go-to action.
    fn page(&self, item: &'a Dictionary) -> Option<u32> {
        let direct = entry(self.document, item, b"Dest");
        if !direct.is_null() {
            return self.destination(direct, 0);
        }
        let action = dictionary(self.document, item.get(b"A").ok()?)?;
        (entry(self.document, action, b"S").as_name().ok()? == b"GoTo").then_some(())?;
        self.destination(entry(self.document, action, b"D"), 0)
    }

    fn destination(&self, target: &'a Object, hops: u8) -> Option<u32> {
        match target {
            Object::Array(parts) => match parts.first()? {
                Object::Reference(id) => self.pages.get(id).copied(),
                Object::Integer(index) => u32::try_from(*index)
                    .ok()
                    .filter(|index| (*index as usize) < self.count)
                    .map(|index| index + 1),
                _ => None,
            },
            Object::Dictionary(wrapped) if hops < 4 => {
                self.destination(entry(self.document, wrapped, b"D"), hops + 1)
            }
            Object::Name(name) | Object::String(name, _) if hops < 4 => {
                self.destination(resolve(self.document, self.names.get(name)?), hops + 1)
            }
            _ => None,
        }
    }
}

/// All named destinations: the old dictionary and the name tree.
fn named(document: &Document) -> HashMap<Vec<u8>, &Object> {
    let mut names = HashMap::new();
    let Ok(catalog) = document.catalog() else { return names };
    if let Some(old) = catalog.get(b"Dests").ok().and_then(|dests| dictionary(document, dests)) {
        names.extend(old.iter().take(NAMES).map(|(name, target)| (name.clone(), target)));
    }
    let tree = catalog.get(b"Names").ok().and_then(|names| dictionary(document, names)?.get(b"Dests").ok());
    let mut waiting: Vec<&Object> = tree.into_iter().collect();
    let mut seen: HashSet<ObjectId> = HashSet::new();
    while let Some(node) = waiting.pop() {
        if node.as_reference().is_ok_and(|id| !seen.insert(id)) || names.len() > NAMES {
            continue;
        }
        let Some(node) = dictionary(document, node) else { continue };
        waiting.extend(array(document, node, b"Kids").iter().take(NAMES));
        for pair in array(document, node, b"Names").chunks(2).take(NAMES) {
            if let [name, target] = pair
                && let Ok(name) = resolve(document, name).as_str()
            {
                names.insert(name.to_vec(), target);
            }
        }
    }
    names
}
