//! Names of files inside a book, and the references from one to another.
//!
//! A *path* is decoded text without a leading slash (`OPS/chapitre 1.xhtml`): the key of a resource. An *href* is
//! its URL form, percent-encoded (`OPS/chapitre%201.xhtml#x`): what stands in manifests and documents.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What must be encoded in a path for a browser to ask for exactly that path.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');
/// What must be encoded in a fragment. `%` is not: fragments are passed on as they came.
const FRAGMENT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// Where a reference leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A path inside the book, whether or not there is a file of that name.
    Inside {
        /// The resolved path; never leaves the book, for `..` stops at its root as in any URL.
        path: String,
        /// What followed `#`, as written.
        fragment: Option<String>,
    },
    /// `http`, `https`, `mailto` or `tel`: may stand in a link, never be loaded.
    Outside(String),
    /// A `data:` URL.
    Data(String),
    /// Any other scheme, or nonsense.
    Nowhere,
}

/// Whether an archive's name can be a key: no empty, `.` or `..` part, not absolute, no control characters.
pub(super) fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.chars().any(char::is_control)
        && !name.contains(':')
        && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Resolves `reference` as written in the file at `from`.
pub(super) fn resolve(from: &str, reference: &str) -> Target {
    // Browsers drop these before they look at anything else.
    let text: String = reference.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let text = text.trim_matches(|c: char| c.is_control() || c == ' ');
    if let Some(scheme) = scheme(text) {
        return match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" | "mailto" | "tel" => Target::Outside(text.to_owned()),
            "data" => Target::Data(text.to_owned()),
            _ => Target::Nowhere,
        };
    }
    let (rest, fragment) = match text.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment.to_owned())),
        None => (text, None),
    };
    let rest = rest.split('?').next().unwrap_or_default().replace('\\', "/");
    if rest.starts_with("//") {
        return Target::Nowhere;
    }
    if rest.is_empty() {
        return Target::Inside { path: from.to_owned(), fragment };
    }
    let Ok(decoded) = percent_decode_str(&rest).decode_utf8() else { return Target::Nowhere };
    match join(from, &decoded.replace('\\', "/")) {
        Some(path) => Target::Inside { path, fragment },
        None => Target::Nowhere,
    }
}

/// The scheme of an absolute URL: letters before the first colon.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let mut chars = scheme.chars();
    let first = chars.next()?.is_ascii_alphabetic();
    (first && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))).then_some(scheme)
}

fn join(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    if !path.starts_with('/') {
        parts.extend(from.split('/'));
        parts.pop();
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    is_plain(&joined).then_some(joined)
}

/// The URL form of a path.
pub fn href(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// The URL form of a path with its fragment.
pub(super) fn href_with(path: &str, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) => format!("{}#{}", href(path), encode_fragment(fragment)),
        None => href(path),
    }
}

/// A reference from the file at `from` to the path `to`, shortest and always the same.
pub(super) fn relative(from: &str, to: &str, fragment: Option<&str>) -> String {
    let suffix = fragment.map(|f| format!("#{}", encode_fragment(f))).unwrap_or_default();
    if from == to && fragment.is_some() {
        return suffix;
    }
    let here: Vec<&str> = from.split('/').collect();
    let there: Vec<&str> = to.split('/').collect();
    let folders = (here.len() - 1).min(there.len() - 1);
    let shared = here.iter().zip(&there).take(folders).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(here.len() - 1 - shared);
    format!("{up}{}{suffix}", href(&there[shared..].join("/")))
}

fn encode_fragment(fragment: &str) -> String {
    utf8_percent_encode(fragment, FRAGMENT).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn inside(from: &str, reference: &str) -> Option<String> {
        match resolve(from, reference) {
            Target::Inside { path, .. } => Some(path),
            _ => None,
        }
    }

    #[test]
    fn references_resolve_as_in_a_browser() {
        for (reference, path) in [
            ("ch2.xhtml#a", "OPS/ch2.xhtml"),
            ("../img/a%20b.png", "img/a b.png"),
            ("../../../../etc/passwd", "etc/passwd"),
            ("/OPS/x.css?v=1", "OPS/x.css"),
            ("..\\img\\a.png", "img/a.png"),
            ("", "OPS/ch1.xhtml"),
        ] {
            assert_eq!(inside("OPS/ch1.xhtml", reference).as_deref(), Some(path), "{reference}");
        }
    }

    #[test]
    fn what_leads_elsewhere_is_told_apart() {
        for (reference, target) in [
            ("https://example.org/", Target::Outside("https://example.org/".to_owned())),
            (" java\nscript:alert(1)", Target::Nowhere),
            ("\u{1}javascript:alert(1)", Target::Nowhere),
            ("//example.org/x", Target::Nowhere),
            ("\\\\example.org/x", Target::Nowhere),
            ("file:///etc/passwd", Target::Nowhere),
            ("data:text/html,x", Target::Data("data:text/html,x".to_owned())),
        ] {
            assert_eq!(resolve("OPS/a.xhtml", reference), target, "{reference}");
        }
    }

    proptest! {
        #[test]
        fn a_reference_leads_where_it_was_made_for(
            from in "[a-z %é]{1,4}(/[a-z #?]{1,4}){0,3}",
            to in "[a-z %é]{1,4}(/[a-z #?]{1,4}){0,3}",
        ) {
            prop_assume!(is_plain(&from) && is_plain(&to));
            let written = relative(&from, &to, None);
            prop_assert_eq!(inside(&from, &written), Some(to), "{}", written);
        }
    }
}
