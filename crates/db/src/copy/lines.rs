//! Rows in the text form of PostgreSQL's `copy`: a line each, tabs between values.

use std::fmt::Write as _;

use crate::Value;

/// Adds a row.
pub(super) fn push(out: &mut String, row: &[Value]) {
    for (at, value) in row.iter().enumerate() {
        if at > 0 {
            out.push('\t');
        }
        // Writing to a string cannot fail.
        let _ = match value {
            Value::Null => write!(out, "\\N"),
            Value::Bool(flag) => write!(out, "{}", if *flag { 't' } else { 'f' }),
            Value::Int(number) => write!(out, "{number}"),
            // The shortest text that reads back as the same number.
            Value::Float(number) => write!(out, "{number:?}"),
            Value::Text(text) | Value::Json(text) => {
                escape(out, text);
                Ok(())
            }
            Value::Bytes(bytes) => {
                out.push_str("\\\\x");
                bytes.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
            }
        };
    }
    out.push('\n');
}

fn escape(out: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_value_or_a_line_is_escaped() {
        let mut out = String::new();
        let text = |text: &str| Value::Text(text.to_owned());
        push(
            &mut out,
            &[Value::Int(-7), text("a\tb\\N\nc"), Value::Null, Value::Bool(true), Value::Float(0.1)],
        );
        push(&mut out, &[Value::Bytes(vec![0, 255]), text(""), text("\\.")]);
        assert_eq!(out, "-7\ta\\tb\\\\N\\nc\t\\N\tt\t0.1\n\\\\x00ff\t\t\\\\.\n");
    }
}
