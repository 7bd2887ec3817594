//! Reads values of the caller into types and says of each wrong one which it was. Shared by bodies and queries.

use serde::de::{DeserializeOwned, Deserializer};

use crate::error::{Error, FieldErrors};
use crate::t;

/// What to do with fields that the type does not have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// Each is an error: the rule of the API, where a misspelt field must not be lost in silence.
    Refused,
    /// They are passed over: the rule of pages, whose addresses gather marks such as `?utm_source=`.
    Ignored,
}

/// Reads a `T`. Wrong, missing and (where refused) unknown fields end in a 422 that names them.
pub(crate) fn read<'de, T, D>(from: D, rule: Unknown) -> Result<T, Error>
where
    T: DeserializeOwned,
    D: Deserializer<'de>,
{
    let mut errors = FieldErrors::default();
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(from, &mut track);
    let read = serde_ignored::deserialize(tracked, |path| {
        if rule == Unknown::Refused {
            errors.add(&path.to_string(), "unknown_field", t::field_unknown);
        }
    });
    match read {
        Ok(value) => errors.into_result().map(|()| value),
        Err(error) => {
            add_wrong(&mut errors, &track.path().to_string(), &error.to_string());
            Err(errors.into())
        }
    }
}

/// Serde tells what went wrong in words only; these sentences of its own are part of its documented interface
/// (`serde::de::Error::missing_field`, `unknown_field`, `duplicate_field`), everything else is a wrong value.
fn add_wrong(errors: &mut FieldErrors, path: &str, said: &str) {
    let named = |opening: &str| said.strip_prefix(opening).and_then(|rest| rest.split('`').next());
    if let Some(field) = named("missing field `") {
        errors.add(&below(path, field), "missing", t::field_missing);
    } else if let Some(field) = named("unknown field `") {
        errors.add(&below(path, field), "unknown_field", t::field_unknown);
    } else if let Some(field) = named("duplicate field `") {
        errors.add(&below(path, field), "invalid", t::field_wrong);
    } else {
        errors.add(path.trim_start_matches('.'), "invalid", t::field_wrong);
    }
}

fn below(path: &str, field: &str) -> String {
    let parent = path.trim_matches('.');
    if parent.is_empty() || parent == field || parent.ends_with(&format!(".{field}")) {
        return if parent.is_empty() { field.to_owned() } else { parent.to_owned() };
    }
    format!("{parent}.{field}")
}
