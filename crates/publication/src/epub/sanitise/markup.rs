//! The heart of the sanitiser: takes the events of a document, whoever parsed it, and writes a safe one.

use std::collections::BTreeSet;

use super::{
    Clean, Context, Repairs, TooLarge,
    allow::{self, Verdict},
    css,
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
            "" if root == Root::Html => Self::Html,
            "" | "http://www.w3.org/2000/svg" => Self::Svg,
            "http://www.w3.org/1999/xhtml" => Self::Html,
            "http://www.w3.org/1998/Math/MathML" => Self::MathMl,
            "http://www.idpf.org/2007/ops" => Self::Ops,
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

/// How far a document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Nothing,
    Root,
    Head,
    Body,
}

/// An element that is open.
pub(super) struct Open {
    /// As written; empty for an element whose tags were already written (or left out).
    pub(super) name: &'static str,
    pub(super) space: Space,
}

/// The document is not built as its root promises: it must be repaired first.
#[derive(Debug)]
pub(super) struct Malformed;

/// Writes a safe document from events.
pub(super) struct Sanitiser<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) root: Root,
    pub(super) out: Output,
    pub(super) open: Vec<Open>,
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
    /// Bytes written before the body: a sample's budget is for what is read.
    before_body: usize,
    pub(super) stage: Stage,
    pub(super) references: BTreeSet<String>,
    pub(super) repairs: Repairs,
    pub(super) facts: MarkupFacts,
    pub(super) style_facts: StyleFacts,
}

/// The name of a `meta` that stands where something was taken out.
pub(super) const REMOVED: &str = "removed";

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
            before_body: 0,
            stage: Stage::Nothing,
            references: BTreeSet::new(),
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
            ("head", 1) => self.stage = Stage::Head,
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
        if self.stage < Stage::Head {
            self.out.raw("<head><title></title></head>");
        }
        self.stage = Stage::Body;
        self.before_body = self.out.len();
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
        let left = (budget * 2).saturating_sub(self.body_bytes()).max(64);
        if text.len() <= left {
            return text;
        }
        let end = (0..=left).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
        &text[..end]
    }

    fn body_bytes(&self) -> usize {
        self.out.len() - self.before_body
    }

    fn over_budget(&self, half_times: usize) -> bool {
        self.stage == Stage::Body
            && self.budget_bytes.is_some_and(|budget| self.body_bytes() * 2 > budget * half_times)
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
        if open.name == "html" && self.stage != Stage::Body {
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
        if self.stage == Stage::Nothing {
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
        Ok(Clean {
            text: self.out.into_text(),
            references: self.references.into_iter().collect(),
            repairs: self.repairs,
            markup: self.facts,
            style: self.style_facts,
        })
    }
}
