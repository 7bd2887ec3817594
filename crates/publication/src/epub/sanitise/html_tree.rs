//! The tree that the HTML parser builds, in one arena, so that neither walking nor dropping it recurses.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
};

use html5ever::{
    Attribute, LocalName, Namespace, QualName,
    tendril::StrTendril,
    tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
};

/// What a node is.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// The document, a comment and the like.
    Nothing,
    /// Text.
    Text(StrTendril),
    /// An element.
    Element { name: QualName, attributes: Vec<Attribute> },
}

#[derive(Debug)]
struct Node {
    content: Content,
    parent: Option<usize>,
    children: Vec<usize>,
    depth: usize,
}

/// The arena; node 0 is the document.
#[derive(Debug)]
pub(super) struct HtmlTree {
    nodes: RefCell<Vec<Node>>,
    deepest: Cell<usize>,
}

impl Default for HtmlTree {
    fn default() -> Self {
        let document = Node { content: Content::Nothing, parent: None, children: Vec::new(), depth: 0 };
        Self { nodes: RefCell::new(vec![document]), deepest: Cell::new(0) }
    }
}

/// An owned name: the parser asks for names while the arena may grow.
#[derive(Debug)]
pub(super) struct Name(Namespace, LocalName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }

    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

impl HtmlTree {
    /// The outermost node.
    pub(super) const DOCUMENT: usize = 0;

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    /// How deep a node was ever put.
    pub(super) fn deepest(&self) -> usize {
        self.deepest.get()
    }

    /// The tree, leaving an empty one behind.
    pub(super) fn take(&self) -> Self {
        let nodes = self.nodes.replace(Vec::new());
        Self { nodes: RefCell::new(nodes), deepest: self.deepest.clone() }
    }

    /// What the node is.
    pub(super) fn content(&self, node: usize) -> Content {
        self.nodes.borrow()[node].content.clone()
    }

    /// What it holds.
    pub(super) fn children(&self, node: usize) -> Vec<usize> {
        self.nodes.borrow()[node].children.clone()
    }

    fn add(&self, content: Content) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { content, parent: None, children: Vec::new(), depth: 0 });
        nodes.len() - 1
    }

    /// Puts `child` into `parent` before its child number `at`, joining neighbouring text.
    fn insert(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let before =
                    at.checked_sub(1).and_then(|i| self.nodes.borrow()[parent].children.get(i).copied());
                if let Some(before) = before
                    && let Content::Text(existing) = &mut self.nodes.borrow_mut()[before].content
                {
                    existing.push_tendril(&text);
                    return;
                }
                self.add(Content::Text(text))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let depth = nodes[parent].depth + 1;
        nodes[child].parent = Some(parent);
        nodes[child].depth = depth;
        nodes[parent].children.insert(at, child);
        self.deepest.set(self.deepest.get().max(depth));
    }

    fn count(&self, node: usize) -> usize {
        self.nodes.borrow()[node].children.len()
    }
}

impl TreeSink for HtmlTree {
    type Handle = usize;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        Self::DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name {
        match &self.nodes.borrow()[*target].content {
            Content::Element { name, .. } => Name(name.ns.clone(), name.local.clone()),
            _ => Name(Namespace::default(), LocalName::default()),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Content::Element { name, attributes })
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Content::Nothing)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.insert(*parent, self.count(*parent), child);
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The content of a template is never served: it may stand in the template itself.
    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, x: &usize, y: &usize) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.remove_from_parent(node);
        }
        let parent = self.nodes.borrow()[*sibling].parent;
        let Some(parent) = parent else { return };
        let at = self.nodes.borrow()[parent].children.iter().rposition(|node| node == sibling);
        self.insert(parent, at.unwrap_or_else(|| self.count(parent)), child);
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        if let Content::Element { attributes: existing, .. } = &mut self.nodes.borrow_mut()[*target].content {
            for attribute in attributes {
                if !existing.iter().any(|a| a.name == attribute.name) {
                    existing.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[*target].parent.take() {
            // Nearly always among the last.
            if let Some(at) = nodes[parent].children.iter().rposition(|node| node == target) {
                nodes[parent].children.remove(at);
            }
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        for &child in &children {
            nodes[child].parent = Some(*new_parent);
        }
        nodes[*new_parent].children.extend(children);
    }
}
