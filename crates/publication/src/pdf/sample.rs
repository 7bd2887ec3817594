//! Cuts the first pages out into a document of their own that holds nothing of the others.
//!
//! Pages share more than they seem to: one dictionary of resources may name every picture of the book, links lead
//! to later pages, form fields know all their places. So pages are not copied but built: a page keeps its known keys,
//! of its annotations only those that show or link, and of its resources only what its content names.

use std::collections::{BTreeSet, HashMap};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{
    names::used_names,
    objects::{array, dictionary, entry, resolve},
    pages::{Page, Tree},
};
use crate::SampleLength;

/// The most pages of a sample that nobody decided about.
const MOST: usize = 30;
/// What may refer to what, at most.
const DEEPEST: usize = 64;

/// How many pages the sample of a book of `pages` pages has.
pub(super) fn length(pages: usize, wanted: SampleLength) -> usize {
    wanted.of_pages(pages, pages.div_ceil(10).clamp(1, MOST))
}

/// A new document of the first `pages` pages of `document`.
pub(super) fn cut(document: &Document, tree: &Tree, pages: usize) -> Document {
    let mut cutter =
        Cutter { source: document, sample: Document::new(), copies: HashMap::new(), kept: HashMap::new() };
    let root = cutter.sample.new_object_id();
    let chosen = tree.pages.get(..pages).unwrap_or_default();
    for page in chosen {
        let id = cutter.sample.new_object_id();
        cutter.kept.entry(page.id).or_insert(id);
    }
    let mut kids = Vec::new();
    for page in chosen {
        let Some(id) = cutter.kept.get(&page.id).copied() else { continue };
        let built = cutter.page(tree, *page, root);
        cutter.sample.objects.insert(id, Object::Dictionary(built));
        kids.push(Object::Reference(id));
    }
    let mut pages = Dictionary::new();
    pages.set("Type", name("Pages"));
    pages.set("Count", i64::try_from(kids.len()).unwrap_or_default());
    pages.set("Kids", kids);
    cutter.sample.objects.insert(root, Object::Dictionary(pages));
    cutter.finish(root)
}

struct Cutter<'a> {
    source: &'a Document,
    sample: Document,
    /// Objects of the source that were copied, with their new numbers.
    copies: HashMap<ObjectId, ObjectId>,
    /// Pages of the source that are in the sample, with their new numbers.
    kept: HashMap<ObjectId, ObjectId>,
}

impl Cutter<'_> {
    fn page(&mut self, tree: &Tree, page: Page, parent: ObjectId) -> Dictionary {
        let mut built = Dictionary::new();
        built.set("Type", name("Page"));
        built.set("Parent", Object::Reference(parent));
        for key in [
            "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit", "Contents", "Group",
        ] {
            if let Some(value) = tree.attribute(self.source, page, key.as_bytes()) {
                built.set(key, self.copy(value, 0));
            }
        }
        let contents = tree.attribute(self.source, page, b"Contents");
        let names = contents.map(|contents| used_names(self.source, contents)).unwrap_or_default();
        let resources = tree.attribute(self.source, page, b"Resources");
        if let Some(resources) = resources.and_then(|resources| dictionary(self.source, resources)) {
            built.set("Resources", self.resources(resources, &names, 0));
        }
        if let Ok(own) = self.source.get_dictionary(page.id) {
            let annotations: Vec<Object> =
                array(self.source, own, b"Annots").iter().filter_map(|one| self.annotation(one)).collect();
            if !annotations.is_empty() {
                built.set("Annots", annotations);
            }
        }
        built
    }

    /// The entries of `resources` that the content names, and what the forms among them name in their turn.
    fn resources(&mut self, resources: &Dictionary, names: &BTreeSet<Vec<u8>>, depth: usize) -> Dictionary {
        let names = self.with_inherited(resources, names.clone());
        let mut kept = Dictionary::new();
        for (kind, entries) in resources {
            let Some(entries) = dictionary(self.source, entries) else {
                if kind == b"ProcSet" {
                    kept.set("ProcSet", self.copy(resolve(self.source, entries), depth));
                }
                continue;
            };
            let mut chosen = Dictionary::new();
            // Default colour spaces are in force without being named.
            for (key, value) in
                entries.iter().filter(|(key, _)| names.contains(*key) || key.starts_with(b"Default"))
            {
                chosen.set(key.clone(), self.copy(value, depth + 1));
            }
            kept.set(kind.clone(), chosen);
        }
        kept
    }

    /// Old forms have no resources of their own and use the page's.
    fn with_inherited(&self, resources: &Dictionary, mut names: BTreeSet<Vec<u8>>) -> BTreeSet<Vec<u8>> {
        let Some(objects) =
            resources.get(b"XObject").ok().and_then(|objects| dictionary(self.source, objects))
        else {
            return names;
        };
        let mut waiting: Vec<Vec<u8>> = names.iter().cloned().collect();
        while let Some(key) = waiting.pop() {
            let Some(Object::Stream(form)) = objects.get(&key).ok().map(|form| resolve(self.source, form))
            else {
                continue;
            };
            if form.dict.has(b"Resources") {
                continue;
            }
            for used in used_names(self.source, &Object::Stream(form.clone())) {
                if names.insert(used.clone()) {
                    waiting.push(used);
                }
            }
        }
        names
    }

    /// An annotation with the keys that make it visible or a link; pop-ups and attachments stay behind.
    fn annotation(&mut self, annotation: &Object) -> Option<Object> {
        let annotation = dictionary(self.source, annotation)?;
        let subtype = entry(self.source, annotation, b"Subtype").as_name().ok()?;
        if matches!(subtype, b"Popup" | b"FileAttachment") {
            return None;
        }
        let mut built = Dictionary::new();
        // A field without its form is but a stamp: it shows what was filled in.
        built.set(
            "Subtype",
            if subtype == b"Widget" { name("Stamp") } else { Object::Name(subtype.to_vec()) },
        );
        for key in ["Rect", "AP", "AS", "F", "Border", "BS", "C", "CA", "QuadPoints", "InkList", "IC"] {
            if let Ok(value) = annotation.get(key.as_bytes()) {
                built.set(key, self.copy(value, 0));
            }
        }
        if let Some(action) = self.link(annotation) {
            built.set("A", action);
        } else if let Some(destination) = self.destination(entry(self.source, annotation, b"Dest")) {
            built.set("Dest", destination);
        }
        Some(Object::Dictionary(built))
    }

    /// A link to the web, or to a page of the sample.
    fn link(&mut self, annotation: &Dictionary) -> Option<Object> {
        let action = dictionary(self.source, annotation.get(b"A").ok()?)?;
        let kind = entry(self.source, action, b"S").as_name().ok()?;
        let mut built = Dictionary::new();
        built.set("S", Object::Name(kind.to_vec()));
        match kind {
            b"URI" => built.set("URI", entry(self.source, action, b"URI").clone()),
            b"GoTo" => built.set("D", self.destination(entry(self.source, action, b"D"))?),
            _ => return None,
        }
        Some(Object::Dictionary(built))
    }

    /// An explicit destination in the sample; named ones would need the names of the whole book.
    fn destination(&mut self, target: &Object) -> Option<Object> {
        let parts = target.as_array().ok()?;
        let page = self.kept.get(&parts.first()?.as_reference().ok()?)?;
        let mut built = vec![Object::Reference(*page)];
        built.extend(parts.iter().skip(1).filter(|part| !matches!(part, Object::Reference(_))).cloned());
        Some(Object::Array(built))
    }

    /// A deep copy into the sample. What draws (forms, patterns, glyph procedures) loses the resources it does not
    /// name; pages and structure are never followed.
    fn copy(&mut self, object: &Object, depth: usize) -> Object {
        if depth > DEEPEST {
            return Object::Null;
        }
        match object {
            Object::Reference(id) => self.copy_indirect(*id, depth),
            Object::Array(items) => {
                Object::Array(items.iter().map(|item| self.copy(item, depth + 1)).collect())
            }
            Object::Dictionary(dictionary) => {
                Object::Dictionary(self.copy_dictionary(dictionary, None, depth))
            }
            Object::Stream(stream) => {
                let names = stream.dict.has(b"Resources").then(|| used_names(self.source, object));
                let mut copy = stream.clone();
                copy.dict = self.copy_dictionary(&stream.dict, names.as_ref(), depth);
                Object::Stream(copy)
            }
            other => other.clone(),
        }
    }

    fn copy_indirect(&mut self, id: ObjectId, depth: usize) -> Object {
        if let Some(copied) = self.copies.get(&id) {
            return Object::Reference(*copied);
        }
        let Some(original) = self.source.objects.get(&id) else { return Object::Null };
        let copied = self.sample.new_object_id();
        self.copies.insert(id, copied);
        let copy = self.copy(original, depth + 1);
        self.sample.objects.insert(copied, copy);
        Object::Reference(copied)
    }

    fn copy_dictionary(
        &mut self,
        original: &Dictionary,
        names: Option<&BTreeSet<Vec<u8>>>,
        depth: usize,
    ) -> Dictionary {
        if [&b"Page"[..], b"Pages", b"Catalog", b"StructElem", b"StructTreeRoot"]
            .iter()
            .any(|t| original.has_type(t))
        {
            return Dictionary::new();
        }
        let own = original.get(b"CharProcs").ok().map(|glyphs| used_names(self.source, glyphs));
        let mut copy = Dictionary::new();
        for (key, value) in original {
            match key.as_slice() {
                b"StructParent" | b"StructParents" | b"Parent" | b"PieceInfo" | b"Metadata" => {}
                b"Resources" => {
                    if let Some(resources) = dictionary(self.source, value)
                        && let Some(names) = names.or(own.as_ref())
                    {
                        copy.set("Resources", self.resources(resources, names, depth + 1));
                    }
                }
                _ => copy.set(key.clone(), self.copy(value, depth + 1)),
            }
        }
        copy
    }

    /// Catalogue and trailer: language, direction, layers, title and author.
    fn finish(mut self, pages: ObjectId) -> Document {
        let mut catalogue = Dictionary::new();
        catalogue.set("Type", name("Catalog"));
        catalogue.set("Pages", Object::Reference(pages));
        if let Ok(original) = self.source.catalog() {
            for key in ["Lang", "OCProperties", "OutputIntents"] {
                if let Ok(value) = original.get(key.as_bytes()) {
                    catalogue.set(key, self.copy(value, 0));
                }
            }
            let preferences = original.get(b"ViewerPreferences").ok();
            if let Some(Ok(direction)) =
                preferences.and_then(|it| dictionary(self.source, it)).map(|it| it.get(b"Direction"))
            {
                let mut preferences = Dictionary::new();
                preferences.set("Direction", direction.clone());
                catalogue.set("ViewerPreferences", preferences);
            }
        }
        let mut information = Dictionary::new();
        if let Some(original) =
            self.source.trailer.get(b"Info").ok().and_then(|info| dictionary(self.source, info))
        {
            for key in ["Title", "Author"] {
                if let Ok(value) = original.get(key.as_bytes()) {
                    information.set(key, resolve(self.source, value).clone());
                }
            }
        }
        let catalogue = self.sample.add_object(catalogue);
        let information = self.sample.add_object(information);
        self.sample.trailer.set("Root", Object::Reference(catalogue));
        self.sample.trailer.set("Info", Object::Reference(information));
        self.sample.version.clone_from(&self.source.version);
        self.sample
    }
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}
