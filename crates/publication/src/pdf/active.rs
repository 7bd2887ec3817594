//! Takes out what acts: scripts, launches, attachments, films, forms that send, links to other files and odd schemes.
//!
//! An action that must not stay is emptied where it lies, so that whatever leads to it leads to nothing; a key that
//! only ever starts something is removed. Links that a book needs stay: to its own pages, to web and mail addresses.

use std::collections::{BTreeSet, HashMap};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::wire::Finding;

/// Empties and removes what is active in `document`, and says what there was.
pub(super) fn neutralise(document: &mut Document) -> BTreeSet<Finding> {
    let targets =
        document.objects.iter().filter_map(|(id, object)| Some((*id, Target::of(object)?))).collect();
    let mut cleaner = Cleaner { targets, findings: BTreeSet::new() };
    for object in document.objects.values_mut() {
        cleaner.visit(object);
    }
    cleaner.findings
}

/// What a reference leads to, as far as it matters here.
#[derive(Clone, PartialEq, Eq)]
enum Target {
    Destination,
    Action(Vec<u8>),
    /// A font, a picture, a colour space: something that a page draws with.
    Resource,
    Other,
}

impl Target {
    fn of(object: &Object) -> Option<Self> {
        Some(match object {
            Object::Array(_) | Object::Name(_) | Object::String(..) => Self::Destination,
            Object::Dictionary(dictionary) if is_resource(dictionary) => Self::Resource,
            Object::Dictionary(dictionary) => match dictionary.get(b"S") {
                Ok(Object::Name(kind)) => Self::Action(kind.clone()),
                _ => Self::Other,
            },
            Object::Stream(_) => Self::Resource,
            _ => return None,
        })
    }
}

struct Cleaner {
    targets: HashMap<ObjectId, Target>,
    findings: BTreeSet<Finding>,
}

impl Cleaner {
    /// Nesting of direct objects is bounded by the parser, so this recursion is too.
    fn visit(&mut self, object: &mut Object) {
        match object {
            Object::Array(items) => items.iter_mut().for_each(|item| self.visit(item)),
            Object::Dictionary(dictionary) => self.dictionary(dictionary),
            Object::Stream(stream) => {
                if stream.dict.has_type(b"EmbeddedFile") {
                    self.findings.insert(Finding::EmbeddedFile);
                    stream.set_content(Vec::new());
                    stream.dict.remove(b"Filter");
                }
                if stream.dict.has(b"F") || stream.dict.has(b"FFilter") {
                    self.findings.insert(Finding::ExternalStream);
                    remove(&mut stream.dict, &["F", "FFilter", "FDecodeParms"]);
                }
                self.dictionary(&mut stream.dict);
            }
            _ => {}
        }
    }

    fn dictionary(&mut self, dictionary: &mut Dictionary) {
        if let Some(finding) = forbidden(dictionary) {
            self.findings.insert(finding);
            *dictionary = Dictionary::new();
            return;
        }
        if is_named(dictionary, b"Type", b"Catalog") {
            self.catalogue(dictionary);
        }
        self.annotation(dictionary);
        self.starters(dictionary);
        for (_, value) in dictionary.iter_mut() {
            self.visit(value);
        }
    }

    /// What the document does when it is opened.
    fn catalogue(&mut self, catalogue: &mut Dictionary) {
        let opening = catalogue.get(b"OpenAction").ok().and_then(|action| self.target(action));
        let harmless = match &opening {
            None | Some(Target::Destination) => true,
            Some(Target::Action(kind)) => kind == b"GoTo",
            Some(_) => false,
        };
        if !harmless {
            self.findings.insert(Finding::OpenAction);
            if let Some(Target::Action(kind)) = opening {
                self.findings.extend(finding(&kind));
            }
            catalogue.remove(b"OpenAction");
        }
        remove(catalogue, &["Collection", "URI", "Requirements", "Perms", "Legal"]);
    }

    /// Annotations that play or carry something.
    fn annotation(&mut self, annotation: &mut Dictionary) {
        let Ok(Object::Name(subtype)) = annotation.get(b"Subtype") else { return };
        let found = match subtype.as_slice() {
            b"RichMedia" | b"Screen" | b"Movie" | b"Sound" | b"3D" => Finding::RichMedia,
            b"FileAttachment" => Finding::EmbeddedFile,
            _ => return,
        };
        self.findings.insert(found);
        remove(
            annotation,
            &["A", "RichMediaContent", "RichMediaSettings", "Movie", "Sound", "3DD", "3DV", "FS"],
        );
    }

    /// Keys that start something, wherever they stand. Their names are also good names for fonts and pictures, so
    /// what leads to such a thing stays.
    fn starters(&mut self, dictionary: &mut Dictionary) {
        for (key, found) in [
            (&b"AA"[..], Finding::AdditionalActions),
            (b"EF", Finding::EmbeddedFile),
            (b"EmbeddedFiles", Finding::EmbeddedFile),
            (b"AF", Finding::EmbeddedFile),
            (b"JavaScript", Finding::JavaScript),
            (b"XFA", Finding::Xfa),
            (b"Ref", Finding::ExternalStream),
        ] {
            let Ok(value) = dictionary.get(key) else { continue };
            let page_part = matches!(value, Object::Name(_)) || self.target(value) == Some(Target::Resource);
            if key == b"XFA" || !page_part {
                self.findings.insert(found);
                dictionary.remove(key);
            }
        }
        for key in [&b"A"[..], b"PA", b"Next"] {
            if let Some(Target::Action(kind)) =
                dictionary.get(key).ok().and_then(|action| self.target(action))
                && !matches!(kind.as_slice(), b"GoTo" | b"URI" | b"Named" | b"SetOCGState")
                && !is_structure(dictionary)
            {
                self.findings.insert(finding(&kind).unwrap_or(Finding::OtherAction));
                dictionary.remove(key);
            }
        }
    }

    fn target(&self, object: &Object) -> Option<Target> {
        match object {
            Object::Reference(id) => self.targets.get(id).cloned(),
            other => Target::of(other),
        }
    }
}

/// Why this dictionary must be emptied, if it is an action that must not stay.
fn forbidden(dictionary: &Dictionary) -> Option<Finding> {
    let Ok(Object::Name(kind)) = dictionary.get(b"S") else { return None };
    if kind == b"URI" {
        let Ok(Object::String(address, _)) = dictionary.get(b"URI") else { return None };
        return (!is_address(address)).then_some(Finding::UnsafeLink);
    }
    match finding(kind) {
        // These names are also used for parts of a document's structure; the others never are.
        Some(Finding::RichMedia | Finding::OtherAction) | None => None,
        found => found,
    }
}

/// What an action of this kind is to be reported as; `None` for harmless ones and for what is no action.
fn finding(kind: &[u8]) -> Option<Finding> {
    Some(match kind {
        b"JavaScript" => Finding::JavaScript,
        b"Launch" => Finding::Launch,
        b"SubmitForm" | b"ImportData" => Finding::SubmitForm,
        b"GoToR" | b"GoToE" => Finding::RemoteGoTo,
        b"Rendition" | b"Movie" | b"Sound" | b"RichMediaExecute" | b"GoTo3DView" => Finding::RichMedia,
        _ => return None,
    })
}

/// Web and mail addresses, the only ones a reader may follow.
fn is_address(address: &[u8]) -> bool {
    let start: Vec<u8> = address.trim_ascii_start().iter().take(8).map(u8::to_ascii_lowercase).collect();
    [&b"http://"[..], b"https://", b"mailto:", b"www."].iter().any(|scheme| start.starts_with(scheme))
}

fn is_resource(dictionary: &Dictionary) -> bool {
    let typed = [&b"Font"[..], b"ExtGState", b"Pattern", b"XObject", b"OCG", b"OCMD"];
    typed.iter().any(|name| is_named(dictionary, b"Type", name))
        || [&b"PatternType"[..], b"ShadingType", b"BaseFont"].iter().any(|key| dictionary.has(key))
}

fn is_structure(dictionary: &Dictionary) -> bool {
    is_named(dictionary, b"Type", b"StructElem")
}

fn is_named(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    matches!(dictionary.get(key), Ok(Object::Name(found)) if found == name)
}

fn remove(dictionary: &mut Dictionary, keys: &[&str]) {
    for key in keys {
        dictionary.remove(key.as_bytes());
    }
}
