//! Small XML documents (container, package, NCX, navigation) as a flat, bounded tree.
//!
//! Nothing here recurses, no DTD is read, no entity is expanded beyond the five of XML and the named characters of
//! HTML, and a document that declares entities of its own is refused. Names are compared without their prefix:
//! real package documents bind prefixes in every way there is.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_html5_entity,
    events::{BytesRef, BytesStart, Event},
};

use crate::Rejection;

/// Elements, texts and attributes of one document; more is not a package document but an attack.
const MOST_NODES: usize = 400_000;
const MOST_ATTRIBUTES: usize = 200;

/// A document in document order.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Attributes of all nodes together.
    attributes: usize,
    /// Whether an element ended behind the last text, while the tree is made.
    text_ended: bool,
}

struct Node {
    /// Local name; empty for text.
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    /// Index after the last node of this subtree.
    end: usize,
}

/// An element of a [`Tree`].
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    tree: &'a Tree,
    index: usize,
}

/// A text without byte order marks at its beginning: of several, decoding takes only the first, and the next time the
/// second.
pub(super) fn without_marks(text: &str) -> String {
    text.trim_start_matches('\u{feff}').to_owned()
}

/// Bytes as text: by byte order mark, then by what the XML declaration says, then UTF-8.
pub(super) fn decode(bytes: &[u8]) -> String {
    let declared = || {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
        let after = head.strip_prefix("<?xml")?.split("?>").next()?.split("encoding").nth(1)?.to_owned();
        let label = after.trim_start_matches(['=', ' ', '"', '\'']);
        Encoding::for_label(label.split(['"', '\'']).next()?.as_bytes())
    };
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(declared).unwrap_or(UTF_8);
    // A document that can be read as ASCII so far is not UTF-16, whatever it claims.
    let encoding =
        if encoding.is_ascii_compatible() || Encoding::for_bom(bytes).is_some() { encoding } else { UTF_8 };
    without_marks(&encoding.decode(bytes).0)
}

/// The character or characters of an entity reference, if it is one that may be resolved.
pub(super) fn entity(reference: &BytesRef<'_>) -> Option<String> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten().map(String::from);
    }
    let name = reference.xml10_content();
    resolve_html5_entity(&name).map(str::to_owned)
}

/// An attribute's value with its references resolved; `None` if it has one that may not be.
pub(super) fn attribute_value(attribute: &quick_xml::events::attributes::Attribute<'_>) -> Option<String> {
    attribute
        .normalized_value_with(XmlVersion::Implicit1_0, 1, resolve_html5_entity)
        .ok()
        .map(Cow::into_owned)
}

impl Tree {
    /// Parses `bytes`, which stand in the file `name`, nested at most `depth` deep.
    pub(super) fn parse(name: &str, bytes: &[u8], depth: usize) -> Result<Self, Rejection> {
        let text = decode(bytes);
        let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text));
        reader.config_mut().allow_dangling_amp = true;
        let broken = |detail: &str| Rejection::damaged(format!("“{name}” is not well-formed XML: {detail}"));
        let mut tree = Self { nodes: Vec::new(), attributes: 0, text_ended: false };
        let mut open: Vec<usize> = Vec::new();
        loop {
            let event = reader.read_event().map_err(|error| broken(&error.to_string()))?;
            match event {
                Event::Start(start) => {
                    if open.len() >= depth {
                        return Err(Rejection::unsafe_(format!("“{name}” is nested deeper than {depth}")));
                    }
                    open.push(tree.nodes.len());
                    tree.push_element(&start).map_err(|error| broken(&error))?;
                }
                Event::Empty(start) => tree.push_element(&start).map_err(|error| broken(&error))?,
                Event::End(_) => tree.close(open.pop()),
                Event::Text(text) => tree.push_text(&text.xml10_content()),
                Event::CData(text) => tree.push_text(&text.xml10_content()),
                Event::GeneralRef(reference) => match entity(&reference) {
                    Some(text) => tree.push_text(&text),
                    None => return Err(Rejection::unsafe_(format!("“{name}” uses an entity of its own"))),
                },
                Event::DocType(doctype) if declares_entities(&doctype.xml10_content()) => {
                    return Err(Rejection::unsafe_(format!("“{name}” declares entities of its own")));
                }
                Event::Eof => break,
                Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
            if tree.nodes.len() + tree.attributes > MOST_NODES {
                return Err(Rejection::too_large(format!("elements in “{name}”"), MOST_NODES as u64));
            }
        }
        if !open.is_empty() || tree.nodes.iter().all(|node| node.name.is_empty()) {
            return Err(broken("it ends too early"));
        }
        Ok(tree)
    }

    fn push_element(&mut self, start: &BytesStart<'_>) -> Result<(), String> {
        let mut attributes = Vec::new();
        for attribute in start.attributes().take(MOST_ATTRIBUTES) {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = attribute_value(&attribute).ok_or("an attribute uses an unknown entity")?;
            attributes.push((attribute.key.0.to_owned(), value));
        }
        self.attributes += attributes.len();
        let name = start.local_name().as_ref().to_owned();
        let end = self.nodes.len() + 1;
        self.nodes.push(Node { name, attributes, text: String::new(), end });
        Ok(())
    }

    fn push_text(&mut self, text: &str) {
        let end = self.nodes.len() + 1;
        let text_ended = std::mem::take(&mut self.text_ended);
        match self.nodes.last_mut() {
            // Only while nothing ended in between: what follows an element is not inside it.
            Some(last) if last.name.is_empty() && !text_ended => last.text.push_str(text),
            None => {}
            Some(_) => self.nodes.push(Node {
                name: String::new(),
                attributes: Vec::new(),
                text: text.to_owned(),
                end,
            }),
        }
    }

    fn close(&mut self, index: Option<usize>) {
        let end = self.nodes.len();
        self.text_ended = true;
        if let Some(node) = index.and_then(|index| self.nodes.get_mut(index)) {
            node.end = end;
        }
    }

    /// The outermost element.
    pub(super) fn root(&self) -> Element<'_> {
        Element { tree: self, index: 0 }
    }
}

/// A DOCTYPE may name a public DTD (many do; it is never fetched), but not define entities.
pub(super) fn declares_entities(doctype: &str) -> bool {
    doctype.contains("<!ENTITY")
}

impl<'a> Element<'a> {
    fn node(&self) -> &'a Node {
        &self.tree.nodes[self.index]
    }

    /// Its place in the document's order.
    pub(super) fn index(&self) -> usize {
        self.index
    }

    /// The place after the last one inside it.
    pub(super) fn end(&self) -> usize {
        self.node().end
    }

    /// The local name.
    pub(super) fn name(&self) -> &'a str {
        &self.node().name
    }

    /// An attribute, by its name with or without the prefix that stands in the document.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let attributes = &self.node().attributes;
        let exact = attributes.iter().find(|(key, _)| key == name);
        let local = || attributes.iter().find(|(key, _)| key.rsplit(':').next() == Some(name));
        exact.or_else(local).map(|(_, value)| value.as_str())
    }

    /// All attributes as they stand.
    #[cfg(test)]
    pub(super) fn attributes(&self) -> &'a [(String, String)] {
        &self.node().attributes
    }

    /// Child elements.
    pub(super) fn children(&self) -> impl Iterator<Item = Element<'a>> + use<'a> {
        let (tree, end) = (self.tree, self.node().end);
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            while next < end {
                let index = next;
                next = tree.nodes[index].end;
                if !tree.nodes[index].name.is_empty() {
                    return Some(Element { tree, index });
                }
            }
            None
        })
    }

    /// All elements below this one, in document order.
    pub(super) fn descendants(&self) -> impl Iterator<Item = Element<'a>> + use<'a> {
        let tree = self.tree;
        (self.index + 1..self.node().end)
            .filter(|&index| !tree.nodes[index].name.is_empty())
            .map(move |index| Element { tree, index })
    }

    /// The first child of that name.
    pub(super) fn child(&self, name: &str) -> Option<Element<'a>> {
        self.children().find(|child| child.name() == name)
    }

    /// The children of that name.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = Element<'a>> + use<'a> {
        self.children().filter(move |child| child.name() == name)
    }

    /// All text inside, white space collapsed.
    pub(super) fn text(&self) -> String {
        collapse(&self.raw_text())
    }

    /// All text inside as it stands.
    pub(super) fn raw_text(&self) -> String {
        self.tree.nodes[self.index..self.node().end].iter().map(|node| node.text.as_str()).collect()
    }
}

/// One space for each run of white space, none at the ends, and no control characters.
pub(super) fn collapse(text: &str) -> String {
    let parts: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}

/// The name in lower case, which it nearly always is already.
pub(super) fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_an_element_is_not_its_text() {
        let tree = Tree::parse("x", b"<a><b>in<i>side</i></b> and <b>again</b>after</a>", 9).unwrap();
        let texts: Vec<_> = tree.root().all("b").map(|b| b.text()).collect();
        assert_eq!(texts, ["inside", "again"]);
        assert_eq!(tree.root().text(), "inside and againafter");
    }

    #[test]
    fn elements_are_found_without_their_prefixes() {
        let tree =
            Tree::parse("t", b"<a xmlns:x='u'><x:b x:c='1 &amp; 2'>h<i>e</i> &eacute;\n y</x:b><b/></a>", 9);
        let tree = tree.expect("well-formed");
        let found: Vec<_> = tree.root().all("b").map(|b| (b.text(), b.attribute("c"))).collect();
        assert_eq!(found, [("he é y".to_owned(), Some("1 & 2")), (String::new(), None)]);
    }

    #[test]
    fn entities_depth_and_broken_markup_are_refused() {
        let code = |text: &str| Tree::parse("t", text.as_bytes(), 4).err().map(|r| r.code());
        assert_eq!(code("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), Some("unsafe"));
        assert_eq!(code("<a>&x;</a>"), Some("unsafe"));
        assert_eq!(code("<a><a><a><a><a/></a></a></a></a>"), None);
        assert_eq!(code("<a><a><a><a><a></a></a></a></a></a>"), Some("unsafe"));
        assert_eq!(code("<a><b></a>"), Some("damaged"));
        assert_eq!(code("<a><b>"), Some("damaged"));
        assert_eq!(code(""), Some("damaged"));
        assert_eq!(code("<!DOCTYPE ncx PUBLIC 'x' 'http://example.org/x.dtd'><ncx/>"), None);
    }

    #[test]
    fn the_declared_encoding_is_read() {
        assert_eq!(
            decode(b"<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>").chars().rev().nth(4),
            Some('é')
        );
        assert_eq!(decode(b"\xff\xfe<\0a\0/\0>\0"), "<a/>");
        assert_eq!(decode(b"<?xml version='1.0' encoding='utf-16'?><a/>").len(), 43);
    }
}
