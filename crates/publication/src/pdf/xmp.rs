//! Reads the few XMP properties that describe a book. Entities other than characters are dropped, and a packet with
//! a document type is not read at all.

use std::collections::BTreeMap;

use quick_xml::{Reader, events::Event};

/// Packets longer than this hold pictures or histories, and their description comes first anyway.
const LONGEST: usize = 2 * 1024 * 1024;
/// Values of one property.
const VALUES: usize = 200;
/// Bytes of one value.
const VALUE: usize = 20_000;

/// Properties by name (`dc:title`, `prism:isbn` …), each with its values in order.
pub(super) fn read(packet: &[u8]) -> BTreeMap<String, Vec<String>> {
    let mut properties = BTreeMap::new();
    let text = String::from_utf8_lossy(packet.get(..LONGEST.min(packet.len())).unwrap_or_default());
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut current: Option<Property> = None;
    let mut depth = 0_usize;
    // A broken packet gives what stood before the break.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof | Event::DocType(_) => break,
            Event::Start(tag) => {
                depth += 1;
                if let Some(property) = &mut current {
                    property.end_value();
                } else if wanted(tag.name().as_ref()) {
                    current = Some(Property {
                        name: tag.name().as_ref().to_owned(),
                        depth,
                        values: vec![],
                        value: String::new(),
                    });
                }
            }
            Event::End(_) => {
                if let Some(property) = &mut current {
                    property.end_value();
                    if property.depth >= depth
                        && let Some(done) = current.take()
                    {
                        properties.entry(done.name).or_insert(done.values);
                    }
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) => current.iter_mut().for_each(|property| property.add(&text)),
            Event::CData(text) => current.iter_mut().for_each(|property| property.add(&text)),
            Event::GeneralRef(reference) => {
                if let Some(property) = &mut current {
                    property.add(&character(&reference));
                }
            }
            _ => {}
        }
    }
    properties
}

struct Property {
    name: String,
    depth: usize,
    values: Vec<String>,
    value: String,
}

impl Property {
    fn add(&mut self, text: &str) {
        if self.value.len() + text.len() <= VALUE {
            self.value.push_str(text);
        }
    }

    fn end_value(&mut self) {
        let value = std::mem::take(&mut self.value);
        if !value.trim().is_empty() && self.values.len() < VALUES {
            self.values.push(value.trim().to_owned());
        }
    }
}

fn wanted(name: &str) -> bool {
    matches!(
        name,
        "dc:title"
            | "dc:creator"
            | "dc:description"
            | "dc:subject"
            | "dc:language"
            | "dc:publisher"
            | "dc:date"
            | "dc:identifier"
            | "prism:isbn"
            | "prism:publicationDate"
    )
}

/// The character a reference stands for: the five of XML, or by number.
fn character(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let text: &str = reference;
    match text {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn lists_alternatives_and_characters_are_read() {
        let packet = r#"<?xpacket begin=""?><x:xmpmeta><rdf:RDF><rdf:Description>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Salt &amp; Sand</rdf:li><rdf:li xml:lang="fr">Sel</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>Le&#239;la</rdf:li><rdf:li>Omar</rdf:li></rdf:Seq></dc:creator>
            <prism:isbn>9780743273565</prism:isbn></rdf:Description></rdf:RDF></x:xmpmeta>"#;
        let properties = read(packet.as_bytes());
        assert_eq!(properties["dc:title"], ["Salt & Sand", "Sel"]);
        assert_eq!(properties["dc:creator"], ["Leïla", "Omar"]);
        assert_eq!(properties["prism:isbn"], ["9780743273565"]);
    }

    #[test]
    fn a_document_type_is_not_read_and_entities_are_not_expanded() {
        let packet = r#"<!DOCTYPE x [<!ENTITY a "aaaa">]><dc:title>&a;</dc:title>"#;
        assert!(read(packet.as_bytes()).is_empty());
        assert!(read(b"<dc:title>&a;</dc:title>").get("dc:title").is_none_or(Vec::is_empty));
    }
}
