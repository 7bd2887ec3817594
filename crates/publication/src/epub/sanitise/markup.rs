//! The heart of the sanitiser: takes the events of a document, whoever parsed it, and writes a safe one.

use super::{
    Clean, Context, Repairs, Served, TooLarge,
    allow::{self, Verdict},
    css, links,
    output::Output,
    writing_mode::StyleFacts,
};

/// What kind of document this must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Root {
    Html,
    Svg,
}

/// The languages of markup that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    Html,
    Svg,
    MathMl,
    /// `epub:switch` and its kin.
    Ops,
    Other,
}

impl Space {
    /// By the namespace's address. A document without one is taken at its word (its root says what it is).
    pub(super) fn of(namespace: &str, root: Root) -> Self {
        match namespace {
            "http://www.w3.org/1999/xhtml" => Self::Html,
            "http://www.w3.org/2000/svg" => Self::Svg,
            "http://www.w3.org/1998/Math/MathML" => Self::MathMl,
            "http://www.idpf.org/2007/ops" => Self::Ops,
            "" if root == Root::Html => Self::Html,
            "" => Self::Svg,
            _ => Self::Other,
        }
    }

    fn address(self) -> &'static str {
        match self {
            Self::Svg => "http://www.w3.org/2000/svg",
            Self::MathMl => "http://www.w3.org/1998/Math/MathML",
            Self::Html | Self::Ops | Self::Other => "http://www.w3.org/1999/xhtml",
        }
    }
}

/// An attribute as parsed: `name` has the prefix it has in served documents (`epub:type`, `xml:lang`, `xlink:href`).
#[derive(Debug)]
pub(super) struct Attribute {
    pub name: String,
    pub value: String,
}

/// What a document says about itself, for the manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::epub) struct MarkupFacts {
    /// The content of `title`.
    pub title: String,
    /// The text of the first heading.
    pub heading: String,
    /// `meta name="viewport"`, or the size of the root drawing.
    pub viewport: Option<String>,
    /// Classes of the root element and the body.
    pub root_classes: Vec<String>,
    /// The path of the first picture.
    pub first_picture: Option<String>,
}

struct Open {
    /// As written; empty for an element whose tags were already written (or left out).
    name: &'static str,
    space: Space,
}

/// The document is not built as its root promises: it must be repaired first.
#[derive(Debug)]
pub(super) struct Malformed;

/// Writes a safe document from events.
pub(super) struct Sanitiser<'a> {
    context: &'a Context<'a>,
    root: Root,
    out: Output,
    open: Vec<Open>,
    /// Depth inside something dropped.
    dropping: usize,
    /// Depth inside elements nested too deep, whose tags are left out.
    flattened: usize,
    /// The content of the `style` element that is open.
    style: Option<String>,
    /// Where text goes beside the document: a title or heading.
    capture: Option<(usize, String)>,
    budget_bytes: Option<usize>,
    stopped: bool,
    seen_root: bool,
    seen_head: bool,
    seen_body: bool,
    references: Vec<String>,
    repairs: Repairs,
    facts: MarkupFacts,
    style_facts: StyleFacts,
}

const REMOVED: &str = "removed";

impl<'a> Sanitiser<'a> {
    pub(super) fn new(context: &'a Context<'a>, root: Root, budget_bytes: Option<usize>) -> Self {
        let mut out = Output::default();
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Self {
            context,
            root,
            out,
            open: Vec::new(),
            dropping: 0,
            flattened: 0,
            style: None,
            capture: None,
            budget_bytes,
            stopped: false,
            seen_root: false,
            seen_head: false,
            seen_body: false,
            references: Vec::new(),
            repairs: Repairs::default(),
            facts: MarkupFacts::default(),
            style_facts: StyleFacts::default(),
        }
    }

    /// Whether a sample's budget is spent, so that nothing more will be written.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped
    }

    fn check_size(&self) -> Result<(), TooLarge> {
        if self.out.len() as u64 > 2 * self.context.limits.entry_bytes { Err(TooLarge) } else { Ok(()) }
    }

    /// An element begins. `Err(Malformed)` asks for repair; nothing written so far may be used then.
    pub(super) fn start(
        &mut self,
        space: Space,
        name: &str,
        attributes: &[Attribute],
    ) -> Result<(), Malformed> {
        if self.stopped {
            return Ok(());
        }
        if self.dropping > 0 || self.style.is_some() {
            self.dropping += 1;
            return Ok(());
        }
        let (space, verdict) = self.verdict(space, name, attributes)?;
        match verdict {
            _ if self.open.len() >= self.context.limits.depth || self.flattened > 0 => {
                self.repairs.depth = true;
                match verdict {
                    Verdict::Drop => self.dropping = 1,
                    Verdict::Keep(_) => self.flattened += 1,
                }
            }
            Verdict::Drop => {
                self.note_removed(name);
                self.write_inert();
                self.dropping = 1;
            }
            Verdict::Keep(kept) => self.keep(space, name, kept, attributes),
        }
        Ok(())
    }

    /// The space an element is written in, and what becomes of it.
    fn verdict(
        &mut self,
        space: Space,
        name: &str,
        attributes: &[Attribute],
    ) -> Result<(Space, Verdict), Malformed> {
        if self.open.is_empty() {
            return self.root_verdict(space, name);
        }
        let parent = self.open.last().map_or("", |open| open.name);
        Ok(match space {
            Space::Html => (space, self.html_verdict(&name.to_ascii_lowercase(), parent, attributes)?),
            Space::Svg if Self::animates_addresses(name, attributes) => (space, Verdict::Drop),
            Space::Svg => (space, allow::svg(name)),
            Space::MathMl if name == "annotation-xml" && !is_mathml_annotation(attributes) => {
                (space, Verdict::Drop)
            }
            Space::MathMl => (space, allow::mathml(name)),
            Space::Ops if name == "case" => (Space::Html, Verdict::Drop),
            Space::Ops => (Space::Html, Verdict::Keep("span")),
            Space::Other => match self.open.last().map(|open| open.space) {
                Some(Space::Svg) => (Space::Svg, Verdict::Drop),
                Some(Space::MathMl) => (Space::MathMl, Verdict::Drop),
                _ => (Space::Html, Verdict::Keep("span")),
            },
        })
    }

    fn root_verdict(&mut self, space: Space, name: &str) -> Result<(Space, Verdict), Malformed> {
        let right = match self.root {
            Root::Html => space == Space::Html && name.eq_ignore_ascii_case("html"),
            Root::Svg => space == Space::Svg && name == "svg",
        };
        if !right || self.seen_root {
            return Err(Malformed);
        }
        self.seen_root = true;
        Ok((space, Verdict::Keep(if self.root == Root::Html { "html" } else { "svg" })))
    }

    fn html_verdict(
        &mut self,
        name: &str,
        parent: &str,
        attributes: &[Attribute],
    ) -> Result<Verdict, Malformed> {
        if self.root == Root::Svg {
            return Ok(Verdict::Drop);
        }
        if parent == "html" {
            return match name {
                "head" if !self.seen_head && !self.seen_body => Ok(Verdict::Keep("head")),
                "body" | "frameset" if !self.seen_body => Ok(Verdict::Keep("body")),
                _ => Err(Malformed),
            };
        }
        Ok(match name {
            "head" => Verdict::Drop,
            "html" | "body" => Verdict::Keep("div"),
            "meta" if !is_kept_meta(attributes) => Verdict::Drop,
            "link" if !is_style_sheet(attributes) => Verdict::Drop,
            "object" | "embed" | "iframe" if self.picture_of(attributes).is_some() => Verdict::Keep("img"),
            name => allow::html(name),
        })
    }

    fn animates_addresses(name: &str, attributes: &[Attribute]) -> bool {
        if name == "animateMotion" || !(name.starts_with("animate") || name == "set") {
            return false;
        }
        let target = attributes.iter().find(|a| a.name == "attributeName").map_or("", |a| a.value.trim());
        allow::find(allow::SVG_ATTRIBUTES, target).is_none() || matches!(target, "class" | "id")
    }

    fn note_removed(&mut self, name: &str) {
        self.repairs.scripts |= matches!(name, "script" | "handler");
        self.repairs.external |= name == "base";
    }

    /// The picture that an embedded object shows, if it shows one of the book's.
    fn picture_of(&mut self, attributes: &[Attribute]) -> Option<String> {
        let address = attributes.iter().find(|a| a.name == "data" || a.name == "src")?;
        let wanted = [Served::Picture, Served::Drawing];
        links::load(&address.value, self.context.path, self.context.inventory, &wanted, &mut self.references)
    }

    /// Something that takes up one element and shows nothing.
    fn write_inert(&mut self) {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let parent = self.open.last().map_or((Space::Html, ""), |open| (open.space, open.name));
        match parent.0 {
            Space::Svg => {
                let mut attributes = vec![pair("display", "none")];
                self.declare(Space::Svg, &mut attributes);
                self.out.start("g", &attributes, false);
                self.out.end("g");
            }
            Space::MathMl => {
                self.out.start("mrow", &[], false);
                self.out.end("mrow");
            }
            _ if parent.1 == "head" => {
                self.out.start("meta", &[pair("name", REMOVED), pair("content", "")], true);
            }
            _ => {
                self.out.start("span", &[pair("hidden", "hidden")], false);
                self.out.end("span");
            }
        }
    }

    /// Adds the namespace where it differs from that of the element around.
    fn declare(&self, space: Space, attributes: &mut Vec<(String, String)>) {
        let around = self.open.last().map(|open| open.space.address());
        if around != Some(space.address()) {
            attributes.insert(0, ("xmlns".to_owned(), space.address().to_owned()));
        }
        if self.open.is_empty() && self.root == Root::Html {
            attributes.insert(1, ("xmlns:epub".to_owned(), "http://www.idpf.org/2007/ops".to_owned()));
        }
    }

    fn keep(&mut self, space: Space, name: &str, kept: &'static str, attributes: &[Attribute]) {
        match (kept, self.open.len()) {
            ("head", 1) => self.seen_head = true,
            ("body", 1) => self.begin_body(),
            _ => {}
        }
        let mut written = self.attributes(space, name, kept, attributes);
        self.note_facts(kept, &written);
        self.declare(space, &mut written);
        let void = space == Space::Html && allow::find(allow::VOID, kept).is_some();
        self.out.start(kept, &written, void);
        if void && matches!(name, "object" | "iframe") {
            // The picture stands for its own fallback.
            self.dropping = 1;
            return;
        }
        if kept == "style" {
            self.style = Some(String::new());
        }
        let heading = matches!(kept, "h1" | "h2" | "h3") && self.facts.heading.is_empty();
        let title = kept == "title" && space == Space::Html && self.facts.title.is_empty();
        if (heading || title) && self.capture.is_none() {
            self.capture = Some((self.open.len(), String::new()));
        }
        self.open.push(Open { name: if void { "" } else { kept }, space });
    }

    /// Every document has a head: the reader puts its own style there.
    fn begin_body(&mut self) {
        self.seen_body = true;
        if !self.seen_head {
            self.seen_head = true;
            self.out.raw("<head><title></title></head>");
        }
    }

    fn attributes(
        &mut self,
        space: Space,
        name: &str,
        kept: &str,
        attributes: &[Attribute],
    ) -> Vec<(String, String)> {
        let mut written: Vec<(String, String)> = Vec::new();
        for attribute in attributes {
            let Some((key, value)) = self.attribute(space, kept, attribute) else { continue };
            if !written.iter().any(|(name, _)| *name == key) {
                written.push((key, value));
            }
        }
        let mut add = |key: &str, value: String| {
            if !written.iter().any(|(name, _)| name == key) {
                written.push((key.to_owned(), value));
            }
        };
        match kept {
            "html" => {
                if let Some(language) = self.context.language {
                    let stated = attributes.iter().find(|a| a.name == "lang" || a.name == "xml:lang");
                    let language = stated.map_or(language, |a| a.value.as_str()).to_owned();
                    add("lang", language.clone());
                    add("xml:lang", language);
                }
            }
            "img" if matches!(name, "object" | "embed" | "iframe") => {
                if let Some(source) = self.picture_of(attributes) {
                    add("src", source);
                }
            }
            "a" if written.iter().any(|(key, value)| key == "href" && names_outside(value)) => {
                written.push(("rel".to_owned(), "external noopener noreferrer".to_owned()));
            }
            "link" => {
                written.insert(0, ("rel".to_owned(), "stylesheet".to_owned()));
                written.insert(1, ("type".to_owned(), "text/css".to_owned()));
            }
            _ => {}
        }
        written
    }

    /// One attribute as it is served, or `None` where it is not.
    fn attribute(&mut self, space: Space, kept: &str, attribute: &Attribute) -> Option<(String, String)> {
        let Attribute { name, value } = attribute;
        let name = if space == Space::Html { name.to_ascii_lowercase() } else { name.clone() };
        if name.len() > 2
            && name[..2].eq_ignore_ascii_case("on")
            && allow::find(allow::SVG_ATTRIBUTES, &name).is_none()
        {
            self.repairs.scripts = true;
            return None;
        }
        let kept_as_is = || Some((name.clone(), value.clone()));
        match name.as_str() {
            "id" if value.trim().is_empty() => None,
            "style" => self.style_attribute(value).map(|style| (name.clone(), style)),
            "href" | "xlink:href" => {
                self.reference(space, kept, value).map(|value| ("href".to_owned(), value))
            }
            "src" | "poster" => self.source(kept, &name, value).map(|value| (name.clone(), value)),
            "srcset" if matches!(kept, "img" | "source") => {
                let inventory = self.context.inventory;
                let list = links::srcset(value, self.context.path, inventory, &mut self.references);
                if list.is_none() {
                    self.repairs.removed(value, self.context.path);
                }
                list.map(|list| (name.clone(), list))
            }
            "xml:lang" | "xml:space" | "epub:type" | "epub:prefix" => kept_as_is(),
            "name" | "content" if kept == "meta" => kept_as_is(),
            "charset" if kept == "meta" => Some((name.clone(), "utf-8".to_owned())),
            "name" if matches!(kept, "a" | "map") => kept_as_is(),
            "media" if matches!(kept, "link" | "style" | "source") => kept_as_is(),
            "type" if matches!(kept, "link" | "style") => None,
            _ if name
                .strip_prefix("aria-")
                .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_lowercase())) =>
            {
                kept_as_is()
            }
            _ => self.listed(space, &name, value),
        }
    }

    fn listed(&mut self, space: Space, name: &str, value: &str) -> Option<(String, String)> {
        let list = match space {
            Space::Svg => allow::SVG_ATTRIBUTES,
            Space::MathMl => allow::MATHML_ATTRIBUTES,
            Space::Html | Space::Ops | Space::Other => allow::HTML_ATTRIBUTES,
        };
        let name = allow::find(list, name)?;
        // Presentation attributes are CSS; only one with an address or an escape needs reading.
        let value = if space == Space::Svg
            && value.contains(['(', '\\'])
            && !name.contains("transform")
            && name != "d"
        {
            self.style_attribute(value)?
        } else {
            value.to_owned()
        };
        Some((name.to_owned(), value))
    }

    fn style_attribute(&mut self, value: &str) -> Option<String> {
        let clean = css::clean(value, self.context.path, self.context.inventory);
        self.references.extend(clean.references);
        self.repairs.add(clean.repairs);
        if let (Some(mode), true) = (clean.facts.root, self.open.len() < 2) {
            self.style_facts.root = Some(mode);
        }
        let text = clean.text.trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// `href`: a hyperlink, a style sheet, or something a drawing uses.
    fn reference(&mut self, space: Space, kept: &str, value: &str) -> Option<String> {
        let (path, inventory) = (self.context.path, self.context.inventory);
        let found = match (space, kept) {
            (Space::Html | Space::Svg, "a") | (Space::Html, "area") => {
                match links::link(value, path, inventory) {
                    links::Link::Inside(address) | links::Link::Outside(address) => return Some(address),
                    links::Link::Nowhere => {
                        self.repairs.scripts |=
                            value.trim_start().to_ascii_lowercase().starts_with("javascript");
                        return None;
                    }
                }
            }
            (Space::Html, "link") => {
                links::load(value, path, inventory, &[Served::Style], &mut self.references)
            }
            (Space::Svg, "image" | "feImage") => self.picture(value),
            (Space::Svg, _) if value.trim().starts_with('#') => Some(value.trim().to_owned()),
            (Space::Svg, "use") => {
                links::load(value, path, inventory, &[Served::Drawing], &mut self.references)
            }
            _ => return None,
        };
        if found.is_none() {
            self.repairs.removed(value, path);
        }
        found
    }

    /// `src` and `poster`: pictures and media of the book.
    fn source(&mut self, kept: &str, name: &str, value: &str) -> Option<String> {
        let found = match (kept, name) {
            ("img", "src") | ("video", "poster") => self.picture(value),
            ("audio" | "video" | "source", "src") => {
                let wanted = [Served::Media];
                links::load(value, self.context.path, self.context.inventory, &wanted, &mut self.references)
            }
            _ => None,
        };
        if found.is_none() {
            self.repairs.removed(value, self.context.path);
        }
        found
    }

    fn picture(&mut self, value: &str) -> Option<String> {
        let wanted = [Served::Picture, Served::Drawing];
        let before = self.references.len();
        let inside =
            links::load(value, self.context.path, self.context.inventory, &wanted, &mut self.references);
        if self.facts.first_picture.is_none() {
            self.facts.first_picture = self.references.get(before).cloned();
        }
        inside.or_else(|| links::data_picture(value))
    }

    fn note_facts(&mut self, kept: &str, written: &[(String, String)]) {
        let value = |name: &str| written.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        match kept {
            "html" | "body" if self.open.len() < 2 => {
                let classes = value("class").unwrap_or_default();
                self.facts.root_classes.extend(classes.split_whitespace().map(str::to_owned));
            }
            "meta" if value("name").as_deref() == Some("viewport") && self.facts.viewport.is_none() => {
                self.facts.viewport = value("content");
            }
            "svg" if self.open.is_empty() => {
                let size = value("viewBox").and_then(|view_box| {
                    let numbers: Vec<_> =
                        view_box.split([' ', ',']).filter(|n| !n.is_empty()).map(str::to_owned).collect();
                    Some(format!("width={},height={}", numbers.get(2)?, numbers.get(3)?))
                });
                let given = || Some(format!("width={},height={}", value("width")?, value("height")?));
                self.facts.viewport = size.or_else(given);
            }
            _ => {}
        }
    }

    /// Text between tags.
    pub(super) fn text(&mut self, text: &str) -> Result<(), TooLarge> {
        if self.stopped || self.dropping > 0 || self.open.is_empty() {
            return Ok(());
        }
        if let Some(style) = &mut self.style {
            style.push_str(text);
            return Ok(());
        }
        if let Some((_, capture)) = &mut self.capture
            && capture.len() < 1000
        {
            capture.push_str(text);
        }
        self.out.text(self.affordable(text));
        if self.over_budget(3) {
            self.stopped = true;
        }
        self.check_size()
    }

    /// Text without any block in it must not spend a sample's budget many times over.
    fn affordable<'t>(&self, text: &'t str) -> &'t str {
        let Some(budget) = self.budget_bytes else { return text };
        let left = (budget * 2).saturating_sub(self.out.len()).max(64);
        if text.len() <= left {
            return text;
        }
        let end = (0..=left).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
        &text[..end]
    }

    fn over_budget(&self, half_times: usize) -> bool {
        self.seen_body && self.budget_bytes.is_some_and(|budget| self.out.len() * 2 > budget * half_times)
    }

    /// The innermost element ends.
    pub(super) fn end(&mut self) -> Result<(), TooLarge> {
        if self.stopped {
            return Ok(());
        }
        if self.dropping > 0 {
            self.dropping -= 1;
            return Ok(());
        }
        if self.flattened > 0 {
            self.flattened -= 1;
            return Ok(());
        }
        let Some(open) = self.open.pop() else { return Ok(()) };
        if let Some(style) = self.style.take() {
            self.write_style(&style);
        }
        if self.capture.as_ref().is_some_and(|(depth, _)| *depth == self.open.len()) {
            self.end_capture(open.name);
        }
        if open.name == "html" && !self.seen_body {
            self.begin_body();
            self.out.raw("<body></body>");
        }
        if !open.name.is_empty() {
            self.out.end(open.name);
        }
        if open.space == Space::Html && allow::find(allow::BLOCKS, open.name).is_some() && self.over_budget(2)
        {
            self.stopped = true;
        }
        self.check_size()
    }

    fn write_style(&mut self, style: &str) {
        let clean = css::clean(style, self.context.path, self.context.inventory);
        self.references.extend(clean.references);
        self.repairs.add(clean.repairs);
        self.style_facts.root = clean.facts.root.or(self.style_facts.root);
        self.style_facts.classes.extend(clean.facts.classes);
        self.out.text(&clean.text);
    }

    fn end_capture(&mut self, name: &str) {
        let Some((_, text)) = self.capture.take() else { return };
        let text = crate::epub::xml::collapse(&text);
        if name == "title" {
            self.facts.title = text;
        } else {
            self.facts.heading = text;
        }
    }

    /// Closes what is open and gives the document.
    pub(super) fn finish(mut self) -> Result<Clean, Malformed> {
        if !self.seen_root {
            return Err(Malformed);
        }
        while let Some(open) = self.open.pop() {
            if let Some(style) = self.style.take() {
                self.write_style(&style);
            }
            if !open.name.is_empty() {
                self.out.end(open.name);
            }
        }
        self.references.sort_unstable();
        self.references.dedup();
        Ok(Clean {
            text: self.out.into_text(),
            references: self.references,
            repairs: self.repairs,
            markup: self.facts,
            style: self.style_facts,
        })
    }
}

fn names_outside(value: &str) -> bool {
    let lower = value.trim_start().to_ascii_lowercase();
    ["http:", "https:", "mailto:", "tel:", "//"].iter().any(|scheme| lower.starts_with(scheme))
}

/// Of `meta`, what describes; never what acts (`http-equiv`) or changes how requests are made (`referrer`).
fn is_kept_meta(attributes: &[Attribute]) -> bool {
    let value =
        |name: &str| attributes.iter().find(|a| a.name == name).map(|a| a.value.trim().to_ascii_lowercase());
    if value("http-equiv").is_some() {
        return false;
    }
    match value("name") {
        Some(name) => {
            let known = [
                "viewport",
                "primary-writing-mode",
                "author",
                "description",
                "keywords",
                "generator",
                REMOVED,
            ];
            known.contains(&name.as_str()) || name.starts_with("dc.") || name.starts_with("dcterms.")
        }
        None => value("charset").is_some(),
    }
}

fn is_style_sheet(attributes: &[Attribute]) -> bool {
    let value = |name: &str| attributes.iter().find(|a| a.name == name).map(|a| a.value.to_ascii_lowercase());
    let relation = value("rel").unwrap_or_default();
    let relations: Vec<&str> = relation.split_whitespace().collect();
    relations.contains(&"stylesheet") && !relations.contains(&"alternate") && value("href").is_some()
}

fn is_mathml_annotation(attributes: &[Attribute]) -> bool {
    let encoding = attributes.iter().find(|a| a.name == "encoding").map_or("", |a| a.value.as_str());
    encoding.to_ascii_lowercase().contains("mathml")
}
