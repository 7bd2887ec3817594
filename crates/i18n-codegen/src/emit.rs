//! Writes the Rust: a documented function per message, the list `KEYS`, and `get` for texts handed to scripts.

use std::fmt::Write;

use crate::{
    message::{Argument, Message},
    pattern::{By, Choice, Key, Pattern, Piece, fixed},
};

/// The body of the module `t`.
pub(crate) fn module(messages: &[Message]) -> String {
    let mut code = String::from("// Generated from the message files by i18n-codegen.\n\n");
    for message in messages {
        function(&mut code, message);
    }
    keys(&mut code, messages);
    code
}

/// Writing to a `String` cannot fail.
macro_rules! put {
    ($to:expr, $($text:tt)*) => { let _ = writeln!($to, $($text)*); };
}

fn function(code: &mut String, message: &Message) {
    documentation(code, message);
    let Message { function, arguments, texts, .. } = message;
    let fixed_texts: Option<Vec<_>> =
        texts.iter().map(|(language, pattern)| Some((language, fixed(pattern)?))).collect();
    let mut parameters = String::new();
    for Argument { parameter, is_number, .. } in arguments {
        let _ = write!(parameters, ", {parameter}: {}", if *is_number { "i64" } else { "&str" });
    }
    if let (Some(fixed_texts), true) = (fixed_texts, arguments.is_empty()) {
        put!(code, "pub const fn {function}(l: ::i18n::Locale) -> &'static str {{\n    match l {{");
        for (language, text) in fixed_texts {
            put!(code, "        ::i18n::Locale::{} => {text:?},", language.variant());
        }
        put!(code, "    }}\n}}\n");
        return;
    }
    put!(code, "pub fn {function}(l: ::i18n::Locale{parameters}) -> String {{");
    put!(code, "    let mut out = String::new();\n    match l {{");
    for (language, pattern) in texts {
        put!(code, "        ::i18n::Locale::{} => {{", language.variant());
        statements(code, pattern, arguments, 12);
        put!(code, "        }}");
    }
    put!(code, "    }}\n    out\n}}\n");
}

fn documentation(code: &mut String, message: &Message) {
    let english = message.texts.first().map(|(_, pattern)| summary(pattern)).unwrap_or_default();
    let comment = message.comment.as_deref().unwrap_or_default();
    let lines = [format!("“{english}”"), String::new()];
    for line in lines.iter().map(String::as_str).chain(comment.lines()) {
        put!(code, "/// {}", line.replace(['\n', '\r'], " "));
    }
    if !comment.is_empty() {
        put!(code, "///");
    }
    put!(code, "/// Key: `{}`.", message.key);
}

/// The text with its arguments' names in braces; of a choice, the default.
fn summary(pattern: &Pattern) -> String {
    let piece = |piece: &Piece| match piece {
        // Brackets and the like would be read as links by rustdoc.
        Piece::Text(text) => text.replace(['[', ']', '<', '>', '`', '*', '_'], " "),
        Piece::Argument { name, .. } => format!("{{{name}}}"),
        Piece::Choice(choice) => summary(&choice.otherwise),
    };
    pattern.iter().map(piece).collect()
}

fn statements(code: &mut String, pattern: &Pattern, arguments: &[Argument], indent: usize) {
    let margin = " ".repeat(indent);
    for piece in pattern {
        match piece {
            Piece::Text(text) => {
                put!(code, "{margin}out.push_str({text:?});");
            }
            Piece::Argument { name, .. } => {
                let Some(argument) = arguments.iter().find(|a| a.name == *name) else { continue };
                let parameter = &argument.parameter;
                if argument.is_number {
                    put!(code, "{margin}::i18n::message::push_number(&mut out, l, {parameter});");
                } else {
                    put!(code, "{margin}::i18n::message::push_text(&mut out, {parameter});");
                }
            }
            Piece::Choice(choice) => choose(code, choice, arguments, indent),
        }
    }
}

fn choose(code: &mut String, choice: &Choice, arguments: &[Argument], indent: usize) {
    let margin = " ".repeat(indent);
    let parameter = choice.argument.replace('-', "_");
    match choice.by {
        By::Word => {
            put!(code, "{margin}match {parameter} {{");
        }
        By::Plural => {
            put!(code, "{margin}match ({parameter}, ::i18n::Plural::of(l, {parameter})) {{");
        }
    }
    // An exact number goes before the category it falls into.
    let exact_first = choice.cases.iter().filter(|(key, _)| matches!(key, Key::Exactly(_)));
    let named = choice.cases.iter().filter(|(key, _)| matches!(key, Key::Name(_)));
    for (key, pattern) in exact_first.chain(named) {
        let _ = match (key, choice.by) {
            (Key::Exactly(number), _) => write!(code, "{margin}    ({number}, _) => "),
            (Key::Name(name), By::Plural) => {
                write!(code, "{margin}    (_, ::i18n::Plural::{}) => ", capital(name))
            }
            (Key::Name(name), By::Word) => write!(code, "{margin}    {name:?} => "),
        };
        arm(code, pattern, arguments, indent);
    }
    let _ = write!(code, "{margin}    _ => ");
    arm(code, &choice.otherwise, arguments, indent);
    put!(code, "{margin}}}");
}

fn arm(code: &mut String, pattern: &Pattern, arguments: &[Argument], indent: usize) {
    put!(code, "{{");
    statements(code, pattern, arguments, indent + 8);
    put!(code, "{}}}", " ".repeat(indent + 4));
}

fn capital(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

fn keys(code: &mut String, messages: &[Message]) {
    put!(code, "/// The keys of all messages here, attributes as `message.attribute`.");
    put!(code, "pub const KEYS: &[&str] = &[");
    for message in messages {
        put!(code, "    {:?},", message.key);
    }
    put!(code, "];\n");
    put!(code, "/// The text of a message without arguments by its key, for texts handed to scripts.");
    put!(code, "pub fn get(l: ::i18n::Locale, key: &str) -> Option<&'static str> {{\n    match key {{");
    let is_fixed = |message: &&Message| {
        message.arguments.is_empty() && message.texts.iter().all(|(_, pattern)| fixed(pattern).is_some())
    };
    for message in messages.iter().filter(is_fixed) {
        put!(code, "        {:?} => Some({}(l)),", message.key, message.function);
    }
    put!(code, "        _ => None,\n    }}\n}}");
}
