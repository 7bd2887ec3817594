//! One message file as Fluent's own parser reads it, with the lines of things, which that parser does not keep.

use fluent_syntax::ast::{Comment, Entry, Pattern};

use crate::{Language, Problem, Source};

/// A parsed file; names and texts are slices of its source.
pub(crate) struct File<'s> {
    pub(crate) source: &'s Source,
    /// Messages and their attributes in the file's order; an attribute is named `message.attribute`.
    pub(crate) messages: Vec<Entity<'s>>,
    /// Terms, named without their dash.
    pub(crate) terms: Vec<Entity<'s>>,
}

/// Something with a name and a text.
pub(crate) struct Entity<'s> {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) pattern: Pattern<&'s str>,
    /// The comment directly above it, for translators and for the documentation of its function.
    pub(crate) comment: Option<String>,
}

impl<'s> File<'s> {
    pub(crate) fn language(&self) -> Language {
        self.source.language
    }

    /// The line of something the parser returned, which is a slice of the source.
    pub(crate) fn line_of(&self, slice: &str) -> usize {
        self.line_at(slice.as_ptr().addr().saturating_sub(self.source.text.as_ptr().addr()))
    }

    fn line_at(&self, offset: usize) -> usize {
        let before = self.source.text.as_bytes().iter().take(offset);
        1 + before.filter(|byte| **byte == b'\n').count()
    }

    pub(crate) fn problem(&self, line: usize, reason: impl Into<String>) -> Problem {
        Problem { path: self.source.path.clone(), line, reason: reason.into() }
    }

    fn add(&mut self, entry: Entry<&'s str>) {
        match entry {
            Entry::Message(message) => {
                let (id, comment) = (message.id.name, message.comment.map(|c| text_of(&c)));
                let line = self.line_of(id);
                if let Some(pattern) = message.value {
                    self.messages.push(Entity {
                        name: id.to_owned(),
                        line,
                        pattern,
                        comment: comment.clone(),
                    });
                }
                for attribute in message.attributes {
                    let line = self.line_of(attribute.id.name);
                    let name = format!("{id}.{}", attribute.id.name);
                    self.messages.push(Entity {
                        name,
                        line,
                        pattern: attribute.value,
                        comment: comment.clone(),
                    });
                }
            }
            Entry::Term(term) => {
                let (name, line) = (term.id.name.to_owned(), self.line_of(term.id.name));
                self.terms.push(Entity { name, line, pattern: term.value, comment: None });
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
}

fn text_of(comment: &Comment<&str>) -> String {
    comment.content.join("\n")
}

/// Reads `source`, reporting what is not Fluent and what is there twice.
pub(crate) fn parse<'s>(source: &'s Source, problems: &mut Vec<Problem>) -> File<'s> {
    let mut file = File { source, messages: Vec::new(), terms: Vec::new() };
    let (resource, errors) = match fluent_syntax::parser::parse(source.text.as_str()) {
        Ok(resource) => (resource, Vec::new()),
        Err(partial) => partial,
    };
    problems.extend(
        errors.iter().map(|error| file.problem(file.line_at(error.pos.start), error.kind.to_string())),
    );
    for entry in resource.body {
        file.add(entry);
    }
    for entities in [&file.messages, &file.terms] {
        for (index, entity) in entities.iter().enumerate() {
            if let Some(first) = entities.iter().take(index).find(|other| other.name == entity.name) {
                let reason = format!("`{}` is already there on line {}", entity.name, first.line);
                problems.push(file.problem(entity.line, reason));
            }
        }
    }
    file
}
