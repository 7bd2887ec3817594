//! Whether the reading copy holds what its source holds: it is opened again, and its pages, their sizes and its outline
//! are compared. Whatever is off, the source itself is served.

use std::path::Path;

use lopdf::Document;

use super::{OutlineItem, open, outline, pages::Tree, wire::Order};

/// What a copy may have beyond the bytes of its source, besides an eighth of them.
const MORE: u64 = 256 * 1024;

/// What is asked of the copy.
pub(super) struct Expected {
    /// Sizes of all pages in order, in points.
    sizes: Vec<(f32, f32)>,
    outline: Vec<OutlineItem>,
    /// Bytes of the source.
    bytes: u64,
}

impl Expected {
    /// As the document in memory has it, which was read from a file of `bytes` bytes.
    pub(super) fn of(document: &Document, tree: &Tree, bytes: u64) -> Self {
        Self { sizes: sizes(document, tree), outline: outline::read(document, tree), bytes }
    }

    /// Whether the file at `copy` is as it should be.
    pub(super) fn is_met_by(&self, copy: &Path, order: &Order) -> bool {
        let most = self.bytes + self.bytes / 8 + MORE;
        if !std::fs::metadata(copy).is_ok_and(|file| file.len() <= most) {
            return false;
        }
        let Ok(opened) = open::open(copy, order) else { return false };
        let Ok(tree) = Tree::walk(&opened.document, order.pages) else { return false };
        // A copy that has to be repaired was not written as we meant to.
        opened.findings.is_empty()
            && tree.missing == 0
            && sizes(&opened.document, &tree) == self.sizes
            && outline::read(&opened.document, &tree) == self.outline
    }
}

fn sizes(document: &Document, tree: &Tree) -> Vec<(f32, f32)> {
    tree.pages.iter().map(|page| tree.size(document, *page)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use lopdf::{Document, dictionary};

    use super::Expected;
    use crate::pdf::{
        OutlineItem,
        pages::Tree,
        wire::{Order, Task},
        write,
    };

    const MIB: u64 = 1024 * 1024;
    const ORDER: Order = Order {
        task: Task::Inspect,
        memory: 0,
        seconds: 0,
        output: 0,
        stream: MIB,
        total: MIB,
        font: MIB,
        ratio: 100,
        pixels: MIB,
        pages: 10,
        rewrite: true,
        lean: false,
        sample: crate::SampleLength::Usual,
    };

    fn two_pages() -> Document {
        let mut document = Document::with_version("1.7");
        let root = document.new_object_id();
        let page = |width: i64| dictionary! { "Type" => "Page", "Parent" => root, "MediaBox" => vec![0.into(), 0.into(), width.into(), 400.into()] };
        let kids = [page(300), page(310)].map(|page| document.add_object(page).into());
        document
            .objects
            .insert(root, dictionary! { "Type" => "Pages", "Count" => 2, "Kids" => kids.to_vec() }.into());
        let item = document.add_object(
            dictionary! { "Title" => lopdf::Object::string_literal("Second"), "Dest" => vec![kids[1].clone(), "Fit".into()] },
        );
        let outlines = document.add_object(dictionary! { "First" => item, "Last" => item, "Count" => 1 });
        let catalogue =
            document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root, "Outlines" => outlines });
        document.trailer.set("Root", catalogue);
        document
    }

    #[test]
    fn a_copy_that_lacks_anything_is_not_served() {
        let document = two_pages();
        let tree = Tree::walk(&document, 10).expect("a tree");
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("copy.pdf");
        let mut bytes = Vec::new();
        write::write(&document, &tree, &mut bytes).expect("it is written");
        fs::write(&path, &bytes).expect("it is kept");
        let expected = || Expected::of(&document, &tree, bytes.len() as u64);
        assert!(expected().is_met_by(&path, &ORDER));

        let mut other = expected();
        assert_eq!(other.sizes.pop(), Some((310.0, 400.0)));
        assert!(!other.is_met_by(&path, &ORDER), "another number of pages");
        other = expected();
        other.sizes.swap(0, 1);
        assert!(!other.is_met_by(&path, &ORDER), "other page boxes");
        other = expected();
        assert_eq!(other.outline, [OutlineItem { label: "Second".into(), page: Some(2), children: vec![] }]);
        other.outline.clear();
        assert!(!other.is_met_by(&path, &ORDER), "another outline");

        fs::write(&path, [bytes.as_slice(), &vec![b'\n'; 300 * 1024]].concat()).expect("it grows");
        assert!(!expected().is_met_by(&path, &ORDER), "far larger than its source");
        fs::write(&path, bytes.get(..bytes.len() - 40).unwrap_or_default()).expect("it is cut off");
        assert!(!expected().is_met_by(&path, &ORDER), "cut off");
    }
}
