//! What is done with the files of books, as the audit log tells it to a reader of it.

use accounts::audit::Part;
use i18n::Locale;
use serde_json::Value;

use crate::words::uploads as t;

/// Says a part of an entry, where it is one of these.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act("book.add") => t::log_add(l),
        Part::Act("book.add_file") => t::log_add_file(l),
        Part::Act("book.replace_file") => t::log_replace_file(l),
        Part::Act("book.remove_file") => t::log_remove_file(l),
        Part::Field("file") => t::log_file(l),
        Part::Field("format") => t::log_format(l),
        Part::Field("version") => t::log_version(l),
        Part::Field("bytes") => t::log_bytes(l),
        Part::Value { field: "bytes", value: Value::Number(bytes) } => {
            return Some(i18n::file_size(l, bytes.as_i64()?));
        }
        Part::Value { field: "format", value: Value::String(format) } => return Some(format.to_uppercase()),
        _ => return None,
    };
    Some(word.to_owned())
}
