//! Small steps through PDF objects that never fail: what is missing or of the wrong kind is simply not there.

use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

static NOTHING: Object = Object::Null;

/// What `object` stands for once references are followed.
pub(super) fn resolve<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).map_or(&NOTHING, |(_, object)| object)
}

/// The dictionary that `object` is or leads to; a stream counts by its dictionary.
pub(super) fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    match resolve(document, object) {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// An entry of a dictionary, references followed; `Null` when absent.
pub(super) fn entry<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> &'a Object {
    dictionary.get(key).map_or(&NOTHING, |value| resolve(document, value))
}

/// The elements of an array entry; none when absent.
pub(super) fn array<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> &'a [Object] {
    entry(document, dictionary, key).as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A number, whole or not; infinities do not count.
pub(super) fn number(document: &Document, object: &Object) -> Option<f32> {
    resolve(document, object).as_float().ok().filter(|number| number.is_finite())
}

/// A text entry, trimmed, without control characters, cut after `longest` characters; `None` when empty.
pub(super) fn text(document: &Document, object: &Object, longest: usize) -> Option<String> {
    let decoded = decode_text_string(resolve(document, object)).ok()?;
    clean(&decoded, longest)
}

/// One line of text fit to be shown, or nothing.
pub(super) fn clean(text: &str, longest: usize) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line: String = words.join(" ").chars().filter(|c| !is_invisible(*c)).take(longest).collect();
    let line = line.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// Byte order marks and the marks that embed or override direction; joiners stay, since scripts need them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{fffe}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// All references inside `object`, in order. Nesting is bounded by the parser.
pub(super) fn references(object: &Object, found: &mut Vec<ObjectId>) {
    let mut waiting = vec![object];
    while let Some(object) = waiting.pop() {
        match object {
            Object::Reference(id) => found.push(*id),
            Object::Array(items) => waiting.extend(items),
            Object::Dictionary(dictionary) => waiting.extend(dictionary.iter().map(|(_, value)| value)),
            Object::Stream(stream) => waiting.extend(stream.dict.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
}
