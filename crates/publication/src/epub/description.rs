//! What a package document says about the book as a work: titles, people, identifiers, series, accessibility.
//!
//! EPUB 3 hangs refinements (`meta refines="#id" property="role"`) beside an element; EPUB 2 puts `opf:role` on it;
//! Calibre has names of its own. All three are read everywhere, because files mix them.

use kernel::{Isbn, Language};

use super::{
    dates,
    obfuscation::Identifiers,
    plain,
    warnings::Warnings,
    xml::{Element, collapse},
};
use crate::{Accessibility, Contributor, Metadata, Series};

/// Bytes of a name or title that are kept.
const LINE: usize = 1_000;
/// Bytes of a description that are kept.
const DESCRIPTION: usize = 50_000;

/// Reads the metadata element of a package whose root is `root`.
pub(super) fn read(
    root: Element<'_>,
    metadata: Element<'_>,
    warnings: &mut Warnings,
) -> (Metadata, Identifiers) {
    let facts = Facts { elements: flatten(metadata) };
    let identifiers = identifiers(root, &facts);
    let (title, subtitle) = titles(&facts);
    if title.is_empty() {
        warnings.add("no_title", "The book does not say its title.");
    }
    let language = facts.texts("language").find_map(|text| text.parse::<Language>().ok());
    if language.is_none() {
        warnings.add("no_language", "The book does not say its language.");
    }
    let metadata = Metadata {
        title,
        subtitle,
        authors: people(&facts),
        isbn: isbn(&identifiers, &facts),
        language,
        publisher: facts.texts("publisher").next(),
        published: published(&facts),
        description: facts
            .of("description")
            .map(|e| plain::from_markup(start_of(&e.raw_text(), DESCRIPTION)))
            .find(|text| !text.is_empty()),
        subjects: unique(facts.texts("subject").take(100)),
        series: series(&facts),
        accessibility: accessibility(&facts),
    };
    (metadata, identifiers)
}

/// The content of EPUB 2's `<meta name=… content=…>`.
pub(super) fn named_meta(metadata: Element<'_>, name: &str) -> Option<String> {
    let facts = Facts { elements: flatten(metadata) };
    facts.named(name)
}

/// EPUB 1 and some converters wrap the elements once more (`dc-metadata`, `x-metadata`).
fn flatten(metadata: Element<'_>) -> Vec<Element<'_>> {
    let wrapped = |e: &Element<'_>| matches!(e.name(), "dc-metadata" | "x-metadata");
    metadata.children().flat_map(|e| if wrapped(&e) { e.children().collect() } else { vec![e] }).collect()
}

struct Facts<'a> {
    elements: Vec<Element<'a>>,
}

impl<'a> Facts<'a> {
    fn of<'s>(&'s self, name: &'static str) -> impl Iterator<Item = Element<'a>> + use<'s, 'a> {
        self.elements.iter().copied().filter(move |element| element.name().eq_ignore_ascii_case(name))
    }

    fn texts<'s>(&'s self, name: &'static str) -> impl Iterator<Item = String> + use<'s, 'a> {
        self.of(name).map(|element| short(element)).filter(|text| !text.is_empty())
    }

    /// EPUB 3 properties of the whole book.
    fn properties<'s>(&'s self, property: &'s str) -> impl Iterator<Item = Element<'a>> + use<'s, 'a> {
        self.of("meta").filter(move |meta| {
            meta.attribute("property") == Some(property) && meta.attribute("refines").is_none()
        })
    }

    fn named(&self, name: &str) -> Option<String> {
        let meta = self.of("meta").find(|meta| meta.attribute("name") == Some(name))?;
        Some(collapse(meta.attribute("content")?)).filter(|content| !content.is_empty())
    }

    /// A refinement of `element`.
    fn refined(&self, element: Element<'_>, property: &str) -> Option<Element<'a>> {
        let id = element.attribute("id")?;
        self.of("meta").find(|meta| {
            meta.attribute("property") == Some(property)
                && meta.attribute("refines").is_some_and(|refines| refines.trim_start_matches('#') == id)
        })
    }

    fn refinement(&self, element: Element<'_>, property: &str) -> Option<String> {
        self.refined(element, property).map(|meta| meta.text()).filter(|text| !text.is_empty())
    }
}

fn identifiers(root: Element<'_>, facts: &Facts<'_>) -> Identifiers {
    let unique_id = root.attribute("unique-identifier").unwrap_or_default();
    let unique = facts.of("identifier").find(|element| element.attribute("id") == Some(unique_id));
    Identifiers {
        unique: unique.map(|element| element.raw_text()).unwrap_or_default(),
        all: facts.texts("identifier").collect(),
    }
}

/// An identifier counts as an ISBN when its check digit agrees; `dc:source` often holds the printed book's.
fn isbn(identifiers: &Identifiers, facts: &Facts<'_>) -> Option<Isbn> {
    let parse = |text: &str| {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let cut = lower.find("isbn").map_or(0, |at| at + 4);
        let bare = text[cut..].trim_start_matches([':', ' ', '-', '_']).trim();
        bare.parse::<Isbn>().ok()
    };
    identifiers
        .all
        .iter()
        .find_map(|text| parse(text))
        .or_else(|| facts.texts("source").find_map(|text| parse(&text)))
}

/// The main title and the subtitle: by type, else by order; `Title: subtitle` in one element stays one.
fn titles(facts: &Facts<'_>) -> (String, Option<String>) {
    let mut titles: Vec<(String, Option<String>, u32)> = facts
        .of("title")
        .map(|element| {
            let sequence = facts.refinement(element, "display-seq").and_then(|text| text.parse().ok());
            (short(element), facts.refinement(element, "title-type"), sequence.unwrap_or(u32::MAX))
        })
        .filter(|(text, ..)| !text.is_empty())
        .collect();
    titles.sort_by_key(|(.., sequence)| *sequence);
    let typed = |wanted: &str| titles.iter().find(|(_, kind, _)| kind.as_deref() == Some(wanted));
    let untyped = || titles.iter().find(|(_, kind, _)| kind.is_none());
    let main = typed("main").or_else(untyped).or_else(|| titles.first()).map(|(text, ..)| text.clone());
    (main.unwrap_or_default(), typed("subtitle").map(|(text, ..)| text.clone()))
}

fn people(facts: &Facts<'_>) -> Vec<Contributor> {
    let mut people: Vec<(u32, Contributor)> = Vec::new();
    for (tag, usual) in [("creator", "aut"), ("contributor", "ctb")] {
        for element in facts.of(tag) {
            let name = short(element);
            let role = facts.refinement(element, "role").or_else(|| element.attribute("role").map(collapse));
            let role =
                role.filter(|r| !r.is_empty()).map_or_else(|| usual.to_owned(), |r| r.to_ascii_lowercase());
            let sort_as =
                facts.refinement(element, "file-as").or_else(|| element.attribute("file-as").map(collapse));
            let known = |(_, p): &(u32, Contributor)| p.name == name && p.role == role;
            // `bkp` is the program that made the file.
            if name.is_empty() || role == "bkp" || people.iter().any(known) {
                continue;
            }
            let sequence = facts.refinement(element, "display-seq").and_then(|text| text.parse().ok());
            let rank = if tag == "creator" { sequence.unwrap_or(u32::MAX / 2) } else { u32::MAX };
            people.push((rank, Contributor { name, role, sort_as: sort_as.filter(|s| !s.is_empty()) }));
        }
    }
    people.sort_by_key(|(rank, person)| (!person.is_author(), *rank));
    people.into_iter().map(|(_, person)| person).collect()
}

/// The date of publication: EPUB 2 marks it by event, EPUB 3 has only one; never the date of modification.
fn published(facts: &Facts<'_>) -> Option<String> {
    let event = |element: &Element<'_>, wanted: &str| element.attribute("event") == Some(wanted);
    let marked = facts.of("date").find(|e| event(e, "publication") || event(e, "original-publication"));
    let plain = || facts.of("date").find(|e| e.attribute("event").is_none());
    let issued = || facts.properties("dcterms:issued").next();
    marked.or_else(plain).or_else(issued).and_then(|element| dates::partial(&element.text()))
}

fn series(facts: &Facts<'_>) -> Option<Series> {
    let position =
        |text: String| text.replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
    let collection = facts
        .properties("belongs-to-collection")
        .find(|e| facts.refinement(*e, "collection-type").is_none_or(|kind| kind == "series"));
    if let Some(element) = collection.filter(|element| !element.text().is_empty()) {
        let position = facts.refinement(element, "group-position").and_then(position);
        return Some(Series { name: short(element), position });
    }
    let name = facts.named("calibre:series")?;
    Some(Series { name, position: facts.named("calibre:series_index").and_then(position) })
}

fn accessibility(facts: &Facts<'_>) -> Accessibility {
    let all = |name: &str| {
        let property = format!("schema:{name}");
        let new = facts.properties(&property).map(|e| e.text()).collect::<Vec<_>>();
        let old = facts.named(&property).into_iter();
        unique(new.into_iter().chain(old).filter(|text| !text.is_empty()))
    };
    let links = facts.of("link").filter(|link| link.attribute("rel") == Some("dcterms:conformsTo"));
    let linked = links.filter_map(|link| link.attribute("href")).map(collapse);
    let stated: Vec<String> = facts.properties("dcterms:conformsTo").map(|e| e.text()).collect();
    Accessibility {
        access_modes: all("accessMode"),
        access_modes_sufficient: all("accessModeSufficient"),
        features: all("accessibilityFeature"),
        hazards: all("accessibilityHazard"),
        summary: all("accessibilitySummary").into_iter().next(),
        conforms_to: unique(stated.into_iter().chain(linked).filter(|text| !text.is_empty())),
    }
}

/// An element's text, as far as a shop has room for it.
fn short(element: Element<'_>) -> String {
    start_of(&element.text(), LINE).to_owned()
}

/// At most `bytes` of the beginning of a text.
fn start_of(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

fn unique(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for text in texts {
        if !list.contains(&text) {
            list.push(text);
        }
    }
    list
}
