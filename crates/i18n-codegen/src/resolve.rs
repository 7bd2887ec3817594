//! From Fluent's syntax tree to patterns: follows references to terms and messages, and refuses what the
//! generated code could not do or a language's plurals would miss.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern as Ast, PatternElement};

use crate::{
    Language, Problem, choice,
    file::{Entity, File},
    pattern::{Pattern, Piece},
    typography,
};

/// One language's messages, ready to be compared with the others'.
pub(crate) struct Texts {
    pub(crate) language: Language,
    pub(crate) path: String,
    pub(crate) messages: Vec<Text>,
    /// The keys of messages that were reported here, so that they are not reported as missing too.
    pub(crate) broken: Vec<String>,
}

/// One message, or one attribute of one, in one language.
pub(crate) struct Text {
    pub(crate) key: String,
    pub(crate) line: usize,
    pub(crate) pattern: Pattern,
    pub(crate) comment: Option<String>,
}

/// Resolves every message of `file`; terms come from it or from the shared file of its language.
pub(crate) fn resolve(file: &File<'_>, shared: &[File<'_>], problems: &mut Vec<Problem>) -> Texts {
    let terms = shared.iter().filter(|terms| terms.language() == file.language());
    let scope = Scope { file, terms: terms.flat_map(|terms| &terms.terms).chain(&file.terms).collect() };
    let path = file.source.path.clone();
    let mut texts = Texts { language: file.language(), path, messages: Vec::new(), broken: Vec::new() };
    for entity in &file.messages {
        let (key, comment) = (entity.name.clone(), entity.comment.clone());
        match scope.entity(entity) {
            Ok(pattern) => texts.messages.push(Text { key, line: entity.line, pattern, comment }),
            Err(problem) => {
                problems.push(problem);
                texts.broken.push(key);
            }
        }
    }
    texts
}

/// Where references are looked up.
pub(crate) struct Scope<'a, 's> {
    pub(crate) file: &'a File<'s>,
    terms: Vec<&'a Entity<'s>>,
}

/// The names being resolved, outermost first, with the line that problems are reported at.
#[derive(Clone)]
pub(crate) struct Trail {
    pub(crate) line: usize,
    names: Vec<String>,
}

impl Scope<'_, '_> {
    fn entity(&self, entity: &Entity<'_>) -> Result<Pattern, Problem> {
        let trail = Trail { line: entity.line, names: vec![entity.name.clone()] };
        let mut pattern = self.pattern(&entity.pattern, &trail)?;
        self.typeset(&mut pattern, entity.line)?;
        Ok(pattern)
    }

    pub(crate) fn pattern(&self, ast: &Ast<&str>, trail: &Trail) -> Result<Pattern, Problem> {
        let mut pattern = Pattern::new();
        for element in &ast.elements {
            match element {
                PatternElement::TextElement { value } => {
                    append(&mut pattern, Piece::Text((*value).to_owned()));
                }
                PatternElement::Placeable { expression } => {
                    for piece in self.expression(expression, trail)? {
                        append(&mut pattern, piece);
                    }
                }
            }
        }
        Ok(pattern)
    }

    fn expression(&self, expression: &Expression<&str>, trail: &Trail) -> Result<Pattern, Problem> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, trail),
            Expression::Select { selector, variants } => {
                Ok(vec![Piece::Choice(choice::read(self, selector, variants, trail)?)])
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&str>, trail: &Trail) -> Result<Pattern, Problem> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Ok(vec![Piece::Text(fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned())])
            }
            InlineExpression::NumberLiteral { value } => Ok(vec![Piece::Text((*value).to_owned())]),
            InlineExpression::VariableReference { id } => {
                let (name, line) = (id.name.to_owned(), self.file.line_of(id.name));
                Ok(vec![Piece::Argument { name, number: false, line }])
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let (name, line) = (self.number_argument(id.name, arguments)?, self.file.line_of(id.name));
                Ok(vec![Piece::Argument { name, number: true, line }])
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                let name = [Some(id.name), attribute].into_iter().flatten().collect::<Vec<_>>().join(".");
                self.refer(self.file.messages.iter().find(|message| message.name == name), &name, trail)
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                if attribute.is_some() || arguments.is_some() {
                    return Err(self.problem(trail, format!("-{}: terms take no arguments here", id.name)));
                }
                let term = self.terms.iter().find(|term| term.name == id.name).copied();
                self.refer(term, &format!("-{}", id.name), trail)
            }
            InlineExpression::Placeable { expression } => self.expression(expression, trail),
        }
    }

    /// The argument of `NUMBER($count)`, the only function there is.
    pub(crate) fn number_argument(
        &self,
        function: &str,
        arguments: &CallArguments<&str>,
    ) -> Result<String, Problem> {
        if let ("NUMBER", [InlineExpression::VariableReference { id }], true) =
            (function, arguments.positional.as_slice(), arguments.named.is_empty())
        {
            return Ok(id.name.to_owned());
        }
        let reason = format!("{function}: the only function is NUMBER($argument), without options");
        Err(self.file.problem(self.file.line_of(function), reason))
    }

    fn refer(&self, found: Option<&Entity<'_>>, name: &str, trail: &Trail) -> Result<Pattern, Problem> {
        let Some(entity) = found else {
            return Err(self.problem(trail, format!("`{name}` is referred to but not there")));
        };
        if trail.names.iter().any(|above| above == name) {
            return Err(self.problem(trail, format!("`{name}` refers to itself")));
        }
        let mut deeper = trail.clone();
        deeper.names.push(name.to_owned());
        self.pattern(&entity.pattern, &deeper)
    }

    fn typeset(&self, pattern: &mut Pattern, line: usize) -> Result<(), Problem> {
        let mut after_argument = false;
        for piece in pattern {
            match piece {
                Piece::Text(text) => {
                    let set = typography::set(text, self.file.language(), after_argument);
                    *text = set.map_err(|reason| self.file.problem(line, reason))?;
                }
                Piece::Argument { .. } => {}
                Piece::Choice(choice) => {
                    for variant in
                        choice.cases.iter_mut().map(|(_, variant)| variant).chain([&mut choice.otherwise])
                    {
                        self.typeset(variant, line)?;
                    }
                }
            }
            after_argument = !matches!(piece, Piece::Text(_));
        }
        Ok(())
    }

    pub(crate) fn problem(&self, trail: &Trail, reason: impl Into<String>) -> Problem {
        self.file.problem(trail.line, reason)
    }
}

/// Adds a piece, joining text to text so that typography sees whole phrases.
fn append(pattern: &mut Pattern, piece: Piece) {
    match (pattern.last_mut(), piece) {
        (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
        (_, piece) => pattern.push(piece),
    }
}
