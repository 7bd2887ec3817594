//! Writes a document so that a browser opens it with few requests: the streams in reading order, then everything
//! else packed into object streams, the page tree first among them, then the cross-reference stream.
//!
//! Not lopdf's own saving, for three reasons: it packs objects by number, so that the pages of a flat tree lie in
//! every one of the object streams; its cross-reference stream is not compressed; and it keeps what nothing refers
//! to, such as an attachment that was just taken out. Objects are numbered anew in the order they are written.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, Writer};

use super::{objects::references, pages::Tree};

/// Members of one object stream: readers parse a whole one to get at any member.
const MEMBERS: usize = 200;

/// Writes `document`, whose page tree is `tree`, to `target`.
pub(super) fn write(document: &Document, tree: &Tree, target: &mut impl Write) -> io::Result<()> {
    let order = reading_order(document, tree);
    let mut streams = Vec::new();
    let mut packed = Vec::new();
    for id in order {
        match document.objects.get(&id) {
            Some(Object::Stream(_)) => streams.push(id),
            _ => packed.push(id),
        }
    }
    let numbers = (1..).zip(streams.iter().chain(&packed)).map(|(number, id)| (*id, number)).collect();
    let mut file = Output { target, at: 0, places: vec![Place::Free], numbers };
    let version = if document.version.as_str() < "1.5" { "1.7" } else { &document.version };
    file.put(format!("%PDF-{version}\n%\u{e2}\u{e3}\u{cf}\u{d3}\n").as_bytes())?;
    for id in streams {
        if let Some(Object::Stream(stream)) = document.objects.get(&id) {
            file.stream(&stream.dict, &stream.content)?;
        }
    }
    let first_container = file.places.len() + packed.len();
    for (index, members) in packed.chunks(MEMBERS).enumerate() {
        let container = first_container + index;
        file.places.extend((0..members.len()).map(|index| Place::Packed { container, index }));
    }
    for members in packed.chunks(MEMBERS) {
        let (dictionary, content) = file.container(document, members)?;
        file.stream(&dictionary, &content)?;
    }
    file.cross_references(&document.trailer)
}

/// Everything that can be reached: the catalogue and the page tree, then what page 1 needs, page 2 …, then the rest.
fn reading_order(document: &Document, tree: &Tree) -> Vec<ObjectId> {
    let mut order = Order { document, found: Vec::new(), seen: std::collections::HashSet::new() };
    let roots = [&b"Root"[..], b"Info"];
    let roots = roots.map(|key| document.trailer.get(key).and_then(Object::as_reference).ok());
    roots.into_iter().flatten().for_each(|id| _ = order.add(id));
    tree.ids().for_each(|id| _ = order.add(id));
    for page in &tree.pages {
        order.follow(page.id);
    }
    let known = order.found.clone();
    for id in known {
        order.follow(id);
    }
    order.found
}

struct Order<'a> {
    document: &'a Document,
    found: Vec<ObjectId>,
    seen: std::collections::HashSet<ObjectId>,
}

impl Order<'_> {
    fn add(&mut self, id: ObjectId) -> bool {
        let new = self.document.objects.contains_key(&id) && self.seen.insert(id);
        if new {
            self.found.push(id);
        }
        new
    }

    /// Adds all that can be reached from `id` through objects not seen before.
    fn follow(&mut self, id: ObjectId) {
        let mut waiting = vec![id];
        let mut inside = Vec::new();
        while let Some(id) = waiting.pop() {
            let Some(object) = self.document.objects.get(&id) else { continue };
            references(object, &mut inside);
            for id in inside.drain(..) {
                if self.add(id) {
                    waiting.push(id);
                }
            }
        }
    }
}

/// Where an object lies, by its new number.
enum Place {
    Free,
    At(u64),
    Packed { container: usize, index: usize },
}

struct Output<'a, W: Write> {
    target: &'a mut W,
    at: u64,
    places: Vec<Place>,
    numbers: HashMap<ObjectId, u32>,
}

impl<W: Write> Output<'_, W> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.target.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Writes a stream under the next number.
    fn stream(&mut self, dictionary: &Dictionary, content: &[u8]) -> io::Result<()> {
        let number = self.places.len();
        self.places.push(Place::At(self.at));
        let mut dictionary = self.renumbered_dictionary(dictionary);
        dictionary.set("Length", i64::try_from(content.len()).unwrap_or(i64::MAX));
        let mut head = format!("{number} 0 obj\n").into_bytes();
        Writer::write_object(&mut head, &Object::Dictionary(dictionary))?;
        head.extend_from_slice(b"stream\n");
        self.put(&head)?;
        self.put(content)?;
        self.put(b"\nendstream\nendobj\n")
    }

    /// An object stream of `members`.
    fn container(&self, document: &Document, members: &[ObjectId]) -> io::Result<(Dictionary, Vec<u8>)> {
        let (mut index, mut bodies) = (Vec::new(), Vec::new());
        for id in members {
            let number = self.numbers.get(id).copied().unwrap_or_default();
            write!(index, "{number} {} ", bodies.len())?;
            let object = document.objects.get(id).map_or(Object::Null, |object| self.renumbered(object));
            Writer::write_object(&mut bodies, &object)?;
            bodies.push(b'\n');
        }
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", Object::Name(b"ObjStm".to_vec()));
        dictionary.set("N", i64::try_from(members.len()).unwrap_or_default());
        dictionary.set("First", i64::try_from(index.len()).unwrap_or_default());
        dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        index.extend(bodies);
        Ok((dictionary, deflate(&index)?))
    }

    /// A copy of `object` with the new numbers; what leads nowhere becomes null.
    fn renumbered(&self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => {
                self.numbers.get(id).map_or(Object::Null, |number| Object::Reference((*number, 0)))
            }
            Object::Array(items) => Object::Array(items.iter().map(|item| self.renumbered(item)).collect()),
            Object::Dictionary(dictionary) => Object::Dictionary(self.renumbered_dictionary(dictionary)),
            Object::Stream(Stream { dict, content, .. }) => {
                Object::Stream(Stream::new(self.renumbered_dictionary(dict), content.clone()))
            }
            // A number that no reader could parse back.
            Object::Real(number) if !number.is_finite() => Object::Integer(0),
            other => other.clone(),
        }
    }

    fn renumbered_dictionary(&self, dictionary: &Dictionary) -> Dictionary {
        let mut copy = Dictionary::new();
        for (key, value) in dictionary {
            copy.set(key.clone(), self.renumbered(value));
        }
        copy
    }

    /// The cross-reference stream and the end of the file.
    fn cross_references(&mut self, trailer: &Dictionary) -> io::Result<()> {
        let start = self.at;
        let size = self.places.len() + 1;
        let mut rows: Vec<[u8; 8]> = self.places.iter().map(row).collect();
        rows.push(row(&Place::At(start)));
        let mut dictionary = Dictionary::new();
        for key in ["Root", "Info", "ID"] {
            if let Ok(value) = trailer.get(key.as_bytes()) {
                dictionary.set(key, value.clone());
            }
        }
        dictionary.set("Type", Object::Name(b"XRef".to_vec()));
        dictionary.set("Size", i64::try_from(size).unwrap_or_default());
        dictionary.set("W", [1, 5, 2].map(Object::Integer).to_vec());
        dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        let mut parameters = Dictionary::new();
        parameters.set("Predictor", 12);
        parameters.set("Columns", 8);
        dictionary.set("DecodeParms", parameters);
        let content = deflate(&predicted(&rows))?;
        self.stream(&dictionary, &content)?;
        self.put(format!("startxref\n{start}\n%%EOF\n").as_bytes())
    }
}

/// One row of the cross-reference stream: a type, five bytes of offset or container, two of index.
fn row(place: &Place) -> [u8; 8] {
    let (kind, wide, narrow) = match place {
        Place::Free => (0, 0, 0xffff),
        Place::At(offset) => (1, *offset, 0),
        Place::Packed { container, index } => {
            (2, *container as u64, u16::try_from(*index).unwrap_or_default())
        }
    };
    let mut row = [kind; 8];
    row[1..6].copy_from_slice(&wide.to_be_bytes()[3..]);
    row[6..].copy_from_slice(&u16::to_be_bytes(narrow));
    row
}

/// PNG's *up* predictor: each row less the one above it, so that regular rows compress to almost nothing.
fn predicted(rows: &[[u8; 8]]) -> Vec<u8> {
    let mut above = [0; 8];
    let mut bytes = Vec::with_capacity(rows.len() * 9);
    for row in rows {
        bytes.push(2);
        bytes.extend(row.iter().zip(above).map(|(own, above)| own.wrapping_sub(above)));
        above = *row;
    }
    bytes
}

fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}
