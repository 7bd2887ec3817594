//! What the parts of a receipt are, for whoever has it read out.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// A part by its place in the list of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(usize);

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Heading,
    Paragraph,
    /// Of facts: items, each a label and a value.
    List,
    Item,
    Label,
    Value,
    Table,
    Head,
    Body,
    Foot,
    Row,
    ColumnHead,
    RowHead,
    Cell,
}

struct Node {
    role: Role,
    children: Vec<NodeId>,
    /// Where it stands on pages, a place a line. Only parts without others in them have any.
    content: Vec<Identifier>,
}

/// The parts, in the order in which they are read.
#[derive(Default)]
pub(crate) struct Tags {
    nodes: Vec<Node>,
    roots: Vec<NodeId>,
}

impl Tags {
    /// Adds a part to the receipt itself.
    pub(crate) fn root(&mut self, role: Role) -> NodeId {
        let id = self.add(role);
        self.roots.push(id);
        id
    }

    /// Adds a part to another one.
    pub(crate) fn child(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.add(role);
        if let Some(node) = self.nodes.get_mut(parent.0) {
            node.children.push(id);
        }
        id
    }

    fn add(&mut self, role: Role) -> NodeId {
        self.nodes.push(Node { role, children: Vec::new(), content: Vec::new() });
        NodeId(self.nodes.len() - 1)
    }

    /// Says where the next line of a part stands.
    pub(crate) fn place(&mut self, id: NodeId, content: Identifier) {
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.content.push(content);
        }
    }

    /// The tree as it is written; parts without text are left out.
    pub(crate) fn tree(&self, language: &str, heading: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for group in self.roots.iter().filter_map(|root| self.group(*root, heading)) {
            tree.push(group);
        }
        tree
    }

    fn group(&self, id: NodeId, heading: &str) -> Option<TagGroup> {
        let node = self.nodes.get(id.0)?;
        let children: Vec<TagGroup> =
            node.children.iter().filter_map(|child| self.group(*child, heading)).collect();
        if children.is_empty() && node.content.is_empty() {
            return None;
        }
        let mut group = TagGroup::new(node.role.tag(heading));
        for content in &node.content {
            group.push(*content);
        }
        for child in children {
            group.push(child);
        }
        Some(group)
    }
}

impl Role {
    fn tag(self, heading: &str) -> TagKind {
        match self {
            Self::Heading => Tag::Hn(NonZeroU16::MIN, Some(heading.to_owned())).into(),
            Self::Paragraph => Tag::P.into(),
            Self::List => Tag::L(ListNumbering::None).into(),
            Self::Item => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::Value => Tag::LBody.into(),
            Self::Table => Tag::Table.into(),
            Self::Head => Tag::THead.into(),
            Self::Body => Tag::TBody.into(),
            Self::Foot => Tag::TFoot.into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHead => Tag::TH(TableHeaderScope::Row).into(),
            Self::Cell => Tag::TD.into(),
        }
    }
}
