//! `{ $count -> [one] … *[other] … }`: whether it chooses by plural or by word, and whether it is complete.

use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};

use crate::{
    Problem,
    language::CATEGORIES,
    pattern::{By, Choice, Key},
    resolve::{Scope, Trail},
};

/// Reads a selector with its variants. A plural must have exactly the categories of its language.
pub(crate) fn read(
    scope: &Scope<'_, '_>,
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
    trail: &Trail,
) -> Result<Choice, Problem> {
    let (argument, line, is_number) = match selector {
        InlineExpression::VariableReference { id } => {
            (id.name.to_owned(), scope.file.line_of(id.name), false)
        }
        InlineExpression::FunctionReference { id, arguments } => {
            (scope.number_argument(id.name, arguments)?, scope.file.line_of(id.name), true)
        }
        _ => return Err(scope.problem(trail, "a choice is made by an argument: { $name -> … }")),
    };
    let (mut cases, mut default) = (Vec::new(), None);
    for variant in variants {
        let key = key(variant).map_err(|reason| scope.file.problem(line, reason))?;
        let pattern = scope.pattern(&variant.value, trail)?;
        if variant.default { default = Some((key, pattern)) } else { cases.push((key, pattern)) }
    }
    let Some((Key::Name(default), otherwise)) = default else {
        return Err(scope.file.problem(line, "the variant marked * must have a name, such as *[other]"));
    };
    let names: Vec<&str> = cases.iter().filter_map(|(key, _)| name(key)).chain([default.as_str()]).collect();
    let by = kind(is_number, &cases, &names);
    let complaint = if by == By::Plural { incomplete(scope, &names, &default) } else { repeated(&names) };
    match complaint {
        Some(reason) => Err(scope.file.problem(line, format!("${argument}: {reason}"))),
        None => Ok(Choice { argument, by, line, cases, default, otherwise }),
    }
}

fn key(variant: &Variant<&str>) -> Result<Key, String> {
    match &variant.key {
        VariantKey::Identifier { name } => Ok(Key::Name((*name).to_owned())),
        VariantKey::NumberLiteral { value } => {
            value.parse().map(Key::Exactly).map_err(|_| format!("[{value}] is not a whole number"))
        }
    }
}

fn name(key: &Key) -> Option<&str> {
    if let Key::Name(name) = key { Some(name) } else { None }
}

fn kind<P>(is_number: bool, cases: &[(Key, P)], names: &[&str]) -> By {
    let counts = |name: &&str| CATEGORIES.contains(name);
    let exact = cases.iter().any(|(key, _)| matches!(key, Key::Exactly(_)));
    let plural = names.iter().any(|name| counts(name) && *name != "other") || names.iter().all(counts);
    if is_number || exact || plural { By::Plural } else { By::Word }
}

fn incomplete(scope: &Scope<'_, '_>, names: &[&str], default: &str) -> Option<String> {
    let language = scope.file.language();
    let wanted = language.plurals();
    let missing: Vec<_> = wanted.iter().filter(|category| !names.contains(category)).copied().collect();
    if !missing.is_empty() {
        return Some(format!("{} needs the plural variants {} too", language.name(), missing.join(", ")));
    }
    if let Some(extra) = names.iter().find(|name| !wanted.contains(name)) {
        return Some(format!("{} has no plural variant `{extra}`", language.name()));
    }
    if default != "other" {
        return Some("the variant marked * of a plural is *[other]".to_owned());
    }
    repeated(names)
}

fn repeated(names: &[&str]) -> Option<String> {
    let again =
        names.iter().enumerate().find(|(index, name)| names.iter().take(*index).any(|other| other == *name));
    again.map(|(_, name)| format!("two variants are named `{name}`"))
}
