//! Brings the languages together: every message in each of them, with the same arguments of the same types.

use std::collections::BTreeMap;

use crate::{
    Language, Problem,
    pattern::{self, By, Pattern, Piece, Use},
    resolve::{Text, Texts},
};

/// One message in all languages: one function.
pub(crate) struct Message {
    /// `add-to-cart`, or `search-field.placeholder`.
    pub(crate) key: String,
    /// `add_to_cart`, or `search_field_placeholder`.
    pub(crate) function: String,
    /// In the order in which English uses them.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) texts: Vec<(Language, Pattern)>,
    /// English's comment for translators.
    pub(crate) comment: Option<String>,
}

pub(crate) struct Argument {
    /// As the message file names it.
    pub(crate) name: String,
    /// As Rust names it.
    pub(crate) parameter: String,
    pub(crate) is_number: bool,
}

/// Makes messages of the languages' texts, of which the first is the model for the others.
pub(crate) fn unite(languages: &[Texts], problems: &mut Vec<Problem>) -> Vec<Message> {
    let Some((model, others)) = languages.split_first() else { return Vec::new() };
    let is_whole = |text: &&Text| !languages.iter().any(|texts| texts.broken.contains(&text.key));
    let mut messages: Vec<Message> = Vec::new();
    for text in model.messages.iter().filter(is_whole) {
        let mut texts = vec![(model, text)];
        for other in others {
            match other.messages.iter().find(|theirs| theirs.key == text.key) {
                Some(theirs) => texts.push((other, theirs)),
                None => problems.push(lacking(model, text, other)),
            }
        }
        let made = message(&texts, problems);
        if let Some(twin) = messages.iter().find(|other| other.function == made.function) {
            let reason = format!("`{}` and `{}` would be one function", twin.key, made.key);
            problems.push(problem(model, text.line, reason));
        }
        messages.push(made);
    }
    for other in others {
        let is_new = |text: &&Text| !model.messages.iter().any(|known| known.key == text.key);
        for text in other.messages.iter().filter(is_whole).filter(is_new) {
            problems.push(lacking(other, text, model));
        }
    }
    messages
}

fn problem(texts: &Texts, line: usize, reason: String) -> Problem {
    Problem { path: texts.path.clone(), line, reason }
}

fn lacking(has: &Texts, text: &Text, lacks: &Texts) -> Problem {
    let reason = format!("`{}` has no {} text: add it to {}", text.key, lacks.language.name(), lacks.path);
    problem(has, text.line, reason)
}

fn message(texts: &[(&Texts, &Text)], problems: &mut Vec<Problem>) -> Message {
    let model = texts.first().map(|(_, text)| *text);
    let key = model.map(|text| text.key.clone()).unwrap_or_default();
    let function = key.replace(['-', '.'], "_");
    if let (Some((file, text)), false) = (texts.first(), is_free(&function)) {
        let reason =
            format!("`{key}` cannot be the name of a function: use lower case, and no word of Rust's");
        problems.push(problem(file, text.line, reason));
    }
    let arguments = arguments(texts, problems);
    same_words(texts, problems);
    Message {
        key,
        function,
        arguments,
        texts: texts.iter().map(|(file, text)| (file.language, text.pattern.clone())).collect(),
        comment: model.and_then(|text| text.comment.clone()),
    }
}

fn arguments(texts: &[(&Texts, &Text)], problems: &mut Vec<Problem>) -> Vec<Argument> {
    let mut names: Vec<&str> = Vec::new();
    let mut kinds: BTreeMap<&str, Use> = BTreeMap::new();
    for (file, text) in texts {
        pattern::uses(&text.pattern, &mut |name, kind, line| {
            if !names.contains(&name) {
                names.push(name);
            }
            let known = kinds.entry(name).or_insert(kind);
            match (*known, kind) {
                (Use::Shown, _) => *known = kind,
                (Use::Number, Use::Word) | (Use::Word, Use::Number) => {
                    problems.push(problem(
                        file,
                        line,
                        format!("${name} is a number in one place and a word in another"),
                    ));
                }
                _ => {}
            }
        });
    }
    for (file, text) in texts {
        let mut used = Vec::new();
        pattern::uses(&text.pattern, &mut |name, _, _| used.push(name));
        for name in names.iter().filter(|name| !used.contains(name)) {
            let reason = format!("`{}` does not use {{ ${name} }}, which another language does", text.key);
            problems.push(problem(file, text.line, reason));
        }
    }
    let argument = |name: &&str| {
        let parameter = name.replace('-', "_");
        if let (Some((file, text)), true) = (texts.first(), !is_free(&parameter) || parameter == "l") {
            problems.push(problem(file, text.line, format!("${name} cannot be the name of a parameter")));
        }
        Argument { name: (*name).to_owned(), parameter, is_number: kinds.get(name) == Some(&Use::Number) }
    };
    names.iter().map(argument).collect()
}

/// A choice by word has the same words in every language, or one of them would quietly fall to the default.
fn same_words(texts: &[(&Texts, &Text)], problems: &mut Vec<Problem>) {
    let mut model: Option<Vec<(&str, &str)>> = None;
    for (file, text) in texts {
        let mut words = Vec::new();
        collect_words(&text.pattern, &mut words);
        words.sort_unstable();
        words.dedup();
        if *model.get_or_insert_with(|| words.clone()) != words {
            let reason = format!("`{}` has not the same variants as in the other languages", text.key);
            problems.push(problem(file, text.line, reason));
        }
    }
}

fn collect_words<'a>(pattern: &'a [Piece], words: &mut Vec<(&'a str, &'a str)>) {
    for piece in pattern {
        let Piece::Choice(choice) = piece else { continue };
        if choice.by == By::Word {
            words.push((&choice.argument, &choice.default));
        }
        for (key, variant) in &choice.cases {
            if let (pattern::Key::Name(name), By::Word) = (key, choice.by) {
                words.push((&choice.argument, name));
            }
            collect_words(variant, words);
        }
        collect_words(&choice.otherwise, words);
    }
}

/// Whether Rust and the generated module leave this name to us.
fn is_free(name: &str) -> bool {
    let shape = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    shape && !TAKEN.contains(&name)
}

/// Rust's words, and what the generated module calls its own.
const TAKEN: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "get", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "out", "override", "priv", "pub", "ref", "return", "self",
    "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];
