//! Table of contents, page list and landmarks: from the navigation document, else from EPUB 2's NCX and guide, else
//! from the sections themselves.

use serde::{Deserialize, Serialize};

use super::{
    names::{self, Target},
    package::GuideReference,
    publication::Section,
    sanitise::Inventory,
    xml::{Element, Tree, collapse},
};

/// Deeper entries are brought up to this level: manifests are read by recursive parsers.
const DEEPEST: usize = 16;
/// Bytes of sanitised markup that are read for a table of contents.
const MOST_BYTES: usize = 8 * 1024 * 1024;
const MOST_ENTRIES: usize = 20_000;
/// Sanitised documents add a few levels of their own to the limit they were held to.
const PARSE_DEPTH: usize = 1024;

/// A line of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TocEntry {
    /// Plain text.
    pub label: String,
    /// Where it leads (`OPS/ch1.xhtml#x`); `None` for a heading that leads nowhere.
    pub href: Option<String>,
    /// Lines below it.
    pub children: Vec<TocEntry>,
}

/// A page of the printed book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageTarget {
    /// The page's number as printed (`xii`, `214`).
    pub label: String,
    /// Where it begins.
    pub href: String,
}

/// A part of the book with a known role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Landmark {
    /// An `epub:type` term: `cover`, `toc`, `bodymatter` …
    pub kind: String,
    /// Plain text; may be empty.
    pub label: String,
    /// Where it begins.
    pub href: String,
}

/// All three lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Contents {
    pub toc: Vec<TocEntry>,
    pub page_list: Vec<PageTarget>,
    pub landmarks: Vec<Landmark>,
}

struct Line {
    depth: usize,
    label: String,
    href: Option<String>,
    kind: String,
}

/// Reads a *sanitised* navigation document that stands at `path`.
pub(super) fn from_nav(path: &str, clean: &str, inventory: &Inventory) -> Contents {
    if clean.len() > MOST_BYTES {
        return Contents::default();
    }
    let Ok(tree) = Tree::parse(path, clean.as_bytes(), PARSE_DEPTH) else { return Contents::default() };
    let mut contents = Contents::default();
    for nav in tree.root().descendants().filter(|element| element.name() == "nav") {
        let kinds = nav.attribute("epub:type").unwrap_or_default();
        let lines = || nav_lines(nav, path, inventory);
        for kind in kinds.split_whitespace() {
            match kind {
                "toc" if contents.toc.is_empty() => contents.toc = nest(lines()),
                "page-list" => contents.page_list = pages(lines()),
                "landmarks" => contents.landmarks = landmarks(lines()),
                _ => {}
            }
        }
    }
    contents
}

/// Reads an NCX that stands at `path`.
pub(super) fn from_ncx(path: &str, bytes: &[u8], depth: usize, inventory: &Inventory) -> Contents {
    let Ok(tree) = Tree::parse(path, bytes, depth) else { return Contents::default() };
    let list = |name: &str, point: &str| {
        let list = tree.root().child(name);
        list.map(|list| ncx_lines(list, point, path, inventory)).unwrap_or_default()
    };
    Contents {
        toc: nest(list("navMap", "navPoint")),
        page_list: pages(list("pageList", "pageTarget")),
        landmarks: Vec::new(),
    }
}

/// EPUB 2's guide as landmarks.
pub(super) fn from_guide(guide: &[GuideReference], inventory: &Inventory) -> Vec<Landmark> {
    let landmark = |reference: &GuideReference| {
        let kind = match reference.kind.as_str() {
            "text" => "bodymatter",
            "title-page" => "titlepage",
            kind => kind,
        };
        Some(Landmark {
            kind: kind.to_owned(),
            label: reference.title.clone(),
            href: names::href_with(inventory.stand_in(&reference.path)?, reference.fragment.as_deref()),
        })
    };
    guide.iter().filter_map(landmark).collect()
}

/// One line for each linear section, by its title, else by the name of its file.
pub(super) fn from_sections(sections: &[Section]) -> Vec<TocEntry> {
    let line = |section: &Section| {
        let file = section.href.rsplit('/').next().unwrap_or_default();
        let stem = file.split('.').next().unwrap_or_default();
        let label = if section.title.is_empty() { stem.to_owned() } else { section.title.clone() };
        TocEntry { label, href: Some(section.href.clone()), children: Vec::new() }
    };
    sections.iter().filter(|section| section.linear).map(line).collect()
}

fn nav_lines(nav: Element<'_>, path: &str, inventory: &Inventory) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut lists: Vec<usize> = Vec::new();
    for element in nav.descendants().take(MOST_ENTRIES * 8) {
        while lists.last().is_some_and(|end| *end <= element.index()) {
            lists.pop();
        }
        match element.name() {
            "ol" | "ul" => lists.push(element.end()),
            "li" => {
                let Some(line) = nav_line(element, lists.len(), path, inventory) else { continue };
                lines.push(line);
            }
            _ => {}
        }
    }
    lines
}

fn nav_line(item: Element<'_>, depth: usize, path: &str, inventory: &Inventory) -> Option<Line> {
    let head = item.children().find(|child| !matches!(child.name(), "ol" | "ul"))?;
    // Some put the link into a paragraph or a span.
    let link = if head.name() == "a" { Some(head) } else { head.descendants().find(|e| e.name() == "a") };
    let shown = link.unwrap_or(head);
    let mut label = shown.text();
    if label.is_empty() {
        let alternative = |e: Element<'_>| e.attribute("alt").or_else(|| e.attribute("title")).map(collapse);
        label =
            shown.descendants().find_map(alternative).or_else(|| shown.attribute("title").map(collapse))?;
    }
    Some(Line {
        depth,
        label,
        href: link.and_then(|link| place(path, link.attribute("href")?, inventory)),
        kind: shown.attribute("epub:type").unwrap_or_default().to_owned(),
    })
}

fn ncx_lines(list: Element<'_>, point: &str, path: &str, inventory: &Inventory) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for element in list.descendants().filter(|element| element.name() == point) {
        while open.last().is_some_and(|end| *end <= element.index()) {
            open.pop();
        }
        open.push(element.end());
        let label = element.child("navLabel").map(|label| label.text()).unwrap_or_default();
        let source = element.child("content").and_then(|content| content.attribute("src"));
        lines.push(Line {
            depth: open.len(),
            label,
            href: source.and_then(|source| place(path, source, inventory)),
            kind: String::new(),
        });
    }
    lines
}

/// The href from the root of the book of what `reference` in the file `from` leads to, if that is served.
fn place(from: &str, reference: &str, inventory: &Inventory) -> Option<String> {
    match names::resolve(from, reference) {
        Target::Inside { path, fragment } => {
            Some(names::href_with(inventory.stand_in(&path)?, fragment.as_deref().filter(|f| !f.is_empty())))
        }
        _ => None,
    }
}

/// Lines with depths become a tree. Lines that say nothing are left out.
fn nest(lines: Vec<Line>) -> Vec<TocEntry> {
    let mut top: Vec<TocEntry> = Vec::new();
    let mut open: Vec<(usize, TocEntry)> = Vec::new();
    let close = |open: &mut Vec<(usize, TocEntry)>, top: &mut Vec<TocEntry>| {
        if let Some((_, entry)) = open.pop() {
            match open.last_mut() {
                Some((_, parent)) => parent.children.push(entry),
                None => top.push(entry),
            }
        }
    };
    for line in lines.into_iter().take(MOST_ENTRIES).filter(|line| !line.label.is_empty()) {
        let depth = line.depth.min(DEEPEST);
        while open.last().is_some_and(|(above, _)| *above >= depth) {
            close(&mut open, &mut top);
        }
        open.push((depth, TocEntry { label: line.label, href: line.href, children: Vec::new() }));
    }
    while !open.is_empty() {
        close(&mut open, &mut top);
    }
    top
}

fn pages(lines: Vec<Line>) -> Vec<PageTarget> {
    let page = |line: Line| Some(PageTarget { label: line.label, href: line.href? });
    lines.into_iter().take(MOST_ENTRIES).filter_map(page).collect()
}

fn landmarks(lines: Vec<Line>) -> Vec<Landmark> {
    let landmark = |line: Line| {
        let kind = line.kind.split_whitespace().next().unwrap_or_default().to_owned();
        Some(Landmark { kind, label: line.label, href: line.href? })
    };
    lines.into_iter().take(MOST_ENTRIES).filter_map(landmark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epub::sanitise::Served;

    fn inventory() -> Inventory {
        let mut inventory = Inventory::default();
        inventory.add("O/a.xhtml".to_owned(), Served::Document);
        inventory.add_stand_in("O/p.png".to_owned(), "O/p.png.xhtml".to_owned());
        inventory
    }

    fn entry(label: &str, href: Option<&str>, children: Vec<TocEntry>) -> TocEntry {
        TocEntry { label: label.to_owned(), href: href.map(str::to_owned), children }
    }

    #[test]
    fn a_navigation_document_is_read_with_its_levels() {
        let nav = "<html xmlns:epub='x'><nav epub:type='toc'><h1>C</h1><ol><li><a href='a.xhtml'>One</a><ol>\
                   <li><a href='a.xhtml#x'>One <b>x</b></a></li></ol></li><li><span>Part</span><ol><li>\
                   <a href='p.png'><img alt='Map'/></a></li></ol></li><li><a href='gone.xhtml'>Gone</a></li></ol></nav>\
                   <nav epub:type='page-list'><ol><li><a href='a.xhtml#p1'>1</a></li></ol></nav>\
                   <nav epub:type='landmarks'><ol><li><a epub:type='bodymatter' href='a.xhtml'>B</a></li></ol></nav></html>";
        let contents = from_nav("O/nav.xhtml", nav, &inventory());
        assert_eq!(
            contents.toc,
            [
                entry("One", Some("O/a.xhtml"), vec![entry("One x", Some("O/a.xhtml#x"), vec![])]),
                entry("Part", None, vec![entry("Map", Some("O/p.png.xhtml"), vec![])]),
                entry("Gone", None, vec![]),
            ]
        );
        assert_eq!(contents.page_list[0].href, "O/a.xhtml#p1");
        assert_eq!(contents.landmarks[0].kind, "bodymatter");
    }

    #[test]
    fn an_ncx_is_read_with_its_levels() {
        let point = |label: &str, inner: &str| {
            format!(
                "<navPoint><navLabel><text>{label}</text></navLabel><content src='O/a.xhtml'/>{inner}</navPoint>"
            )
        };
        let ncx = format!("<ncx><navMap>{}{}</navMap></ncx>", point("1", &point("1.1", "")), point("2", ""));
        let toc = from_ncx("toc.ncx", ncx.as_bytes(), 99, &inventory()).toc;
        let href = Some("O/a.xhtml");
        assert_eq!(toc, [entry("1", href, vec![entry("1.1", href, vec![])]), entry("2", href, vec![])]);
    }

    #[test]
    fn endless_levels_are_brought_up() {
        let ncx = format!(
            "<ncx><navMap>{}{}</navMap></ncx>",
            "<navPoint><navLabel>x</navLabel>".repeat(100),
            "</navPoint>".repeat(100)
        );
        let toc = from_ncx("toc.ncx", ncx.as_bytes(), 256, &inventory()).toc;
        let mut depth = 0;
        let mut level = &toc;
        while let Some(first) = level.first() {
            depth += 1;
            level = &first.children;
        }
        assert_eq!(depth, DEEPEST);
    }
}
