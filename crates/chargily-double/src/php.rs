//! JSON as PHP's `json_encode` writes it: slashes as `\/`, what is not ASCII as `\uXXXX`, an empty object as the empty
//! list that PHP made of it. What is signed is these bytes, so whoever parses and writes them again signs others.

use std::fmt::Write as _;

use crate::json::Json;

/// The bytes, which are ASCII.
pub(crate) fn encode(value: &Json) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

fn write(out: &mut String, value: &Json) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Json::Number(number) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "{number}");
        }
        Json::Text(text) => write_text(out, text),
        Json::Object(fields) if !fields.is_empty() => {
            for (n, (key, value)) in fields.iter().enumerate() {
                out.push(if n == 0 { '{' } else { ',' });
                write_text(out, key);
                out.push(':');
                write(out, value);
            }
            out.push('}');
        }
        Json::Object(_) => out.push_str("[]"),
        Json::List(list) => {
            out.push('[');
            for (n, one) in list.iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                write(out, one);
            }
            out.push(']');
        }
    }
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for unit in text.encode_utf16() {
        match u8::try_from(unit).map(char::from) {
            Ok('"') => out.push_str("\\\""),
            Ok('\\') => out.push_str("\\\\"),
            Ok('/') => out.push_str("\\/"),
            Ok('\u{8}') => out.push_str("\\b"),
            Ok('\u{c}') => out.push_str("\\f"),
            Ok('\n') => out.push_str("\\n"),
            Ok('\r') => out.push_str("\\r"),
            Ok('\t') => out.push_str("\\t"),
            Ok(plain @ ' '..='\u{7f}') => out.push(plain),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_as_php_writes_them() {
        let value: Json =
            serde_json::from_str(r#"{"u":"https://x/é😀","b":"\"\\\n\u0001","e":{},"n":50.0}"#).unwrap();
        assert_eq!(
            encode(&value),
            r#"{"u":"https:\/\/x\/\u00e9\ud83d\ude00","b":"\"\\\n\u0001","e":[],"n":50.0}"#
        );
    }
}
