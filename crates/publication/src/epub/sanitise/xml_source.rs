//! Feeds the sanitiser from well-formed XML, the form nearly every book has.

use quick_xml::{
    NsReader,
    events::{BytesStart, Event},
    name::{Namespace, PrefixDeclaration, ResolveResult},
};

use super::{
    Clean, Context, MOST_ATTRIBUTES, TooLarge,
    markup::{Attribute, Root, Sanitiser, Space},
};
use crate::epub::xml;

const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const OPS: &str = "http://www.idpf.org/2007/ops";

/// Sanitises `text`; `None` when it is not well-formed, or not built like a document of its kind.
pub(super) fn read(
    text: &str,
    context: &Context<'_>,
    root: Root,
    budget_bytes: Option<usize>,
) -> Result<Option<Clean>, TooLarge> {
    let mut reader = NsReader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut sanitiser = Sanitiser::new(context, root, budget_bytes);
    let mut depth = 0_usize;
    loop {
        let Ok(event) = reader.read_event() else { return Ok(None) };
        match event {
            Event::Start(start) => match begin(&reader, &start, &mut sanitiser, root) {
                Some(()) => depth += 1,
                None => return Ok(None),
            },
            Event::Empty(start) => match begin(&reader, &start, &mut sanitiser, root) {
                Some(()) => sanitiser.end()?,
                None => return Ok(None),
            },
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                sanitiser.end()?;
            }
            Event::Text(text) => sanitiser.text(&text.xml10_content())?,
            Event::CData(text) => sanitiser.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let Some(text) = xml::entity(&reference) else { return Ok(None) };
                sanitiser.text(&text)?;
            }
            Event::Eof => break,
            // Comments, instructions and document types are not counted by CFIs: they just go.
            Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
        if sanitiser.is_stopped() {
            depth = 0;
            break;
        }
    }
    Ok(if depth > 0 { None } else { sanitiser.finish().ok() })
}

/// Hands on a start tag; `None` when it is malformed.
fn begin(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'_>,
    sanitiser: &mut Sanitiser<'_>,
    root: Root,
) -> Option<()> {
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    let space = match namespace {
        ResolveResult::Bound(Namespace(address)) => Space::of(address, root),
        ResolveResult::Unbound => Space::of("", root),
        ResolveResult::Unknown(_) => Space::Other,
    };
    let mut attributes = Vec::new();
    for attribute in start.attributes().take(MOST_ATTRIBUTES) {
        let attribute = attribute.ok()?;
        if attribute.key.as_namespace_binding().is_some_and(|binding| {
            matches!(binding, PrefixDeclaration::Default | PrefixDeclaration::Named(_))
        }) {
            continue;
        }
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let prefix = match namespace {
            ResolveResult::Unbound => "",
            ResolveResult::Bound(Namespace(XML)) => "xml:",
            ResolveResult::Bound(Namespace(XLINK)) => "xlink:",
            ResolveResult::Bound(Namespace(OPS)) => "epub:",
            // Books forget to bind `epub` and `xlink`; a browser would refuse the whole document.
            ResolveResult::Unknown(prefix) if prefix == "epub" => "epub:",
            ResolveResult::Unknown(prefix) if prefix == "xlink" => "xlink:",
            ResolveResult::Bound(_) | ResolveResult::Unknown(_) => continue,
        };
        let value = xml::attribute_value(&attribute)?;
        attributes.push(Attribute { name: format!("{prefix}{}", local.as_ref()), value });
    }
    sanitiser.start(space, local.as_ref(), &attributes).ok()
}
