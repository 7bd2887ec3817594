//! Where settings come from: defaults, then `warraq.toml`, then the environment, then the command line, the later
//! ones deciding. Every value remembers its source. Written here rather than taken from a library because all
//! settings are single texts with known names, and what matters is what the libraries leave out: to refuse unknown
//! names in every layer, to read secrets from files, and to name the setting and its source in every complaint.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::Name;
use crate::command::Flags;
use crate::failure::Failure;

/// The file that is read when none is named.
const FILE: &str = "warraq.toml";
/// What the names of our variables begin with.
const PREFIX: &str = "WARRAQ_";
/// Variables with our prefix that are meant for the test suites of a checkout.
const FOR_TESTS: [&str; 2] = ["WARRAQ_TEST_", "WARRAQ_SHARED_DATA"];

/// Who said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Nobody.
    Default,
    /// The file.
    File(PathBuf),
    /// A variable of the environment.
    Variable(String),
    /// A file that a variable of the environment names.
    SecretFile(String),
    /// An option of the command line.
    Flag(String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Variable(name) | Self::SecretFile(name) | Self::Flag(name) => f.write_str(name),
        }
    }
}

/// A value and who gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    /// The value as text.
    pub(crate) value: String,
    /// Who gave it.
    pub(crate) source: Source,
}

/// The values that decide.
pub(crate) type Layers = BTreeMap<Name, Given>;

/// Reads all layers.
pub(crate) fn read(
    flags: &Flags,
    environment: impl IntoIterator<Item = (OsString, OsString)>,
) -> Result<Layers, Failure> {
    let mut layers = Layers::new();
    for name in Name::ALL {
        if let Some(value) = name.default() {
            layers.insert(*name, Given { value: value.to_owned(), source: Source::Default });
        }
    }
    layers.extend(file(flags.file.as_deref())?);
    layers.extend(variables(environment)?);
    for (name, value) in &flags.values {
        let option = format!("--{}", name.key().replace('_', "-"));
        layers.insert(*name, Given { value: value.clone(), source: Source::Flag(option) });
    }
    Ok(layers)
}

fn file(named: Option<&Path>) -> Result<Layers, Failure> {
    let path = named.unwrap_or(Path::new(FILE));
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => return Ok(Layers::new()),
        Err(error) => {
            return Err(Failure::new(format!("cannot read the settings in {}: {error}", path.display())));
        }
    };
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line =
            error.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        Failure::new(format!("{}:{line}: {}", path.display(), error.message()))
    })?;
    let mut found = Layers::new();
    for (key, value) in table {
        let (name, given) = entry(path, &key, value)?;
        if found.insert(name, given).is_some() {
            let (file, name) = (path.display(), name.key());
            return Err(Failure::new(format!(
                "{file}: {name} and {name}_file are both set; keep one of them"
            )));
        }
    }
    Ok(found)
}

fn entry(path: &Path, key: &str, value: toml::Value) -> Result<(Name, Given), Failure> {
    let place = format!("{}: {key}", path.display());
    let Some((name, stands)) = named(key) else {
        let hint = similar(key, |name| name.key().to_owned());
        return Err(Failure::new(format!("{}: there is no setting `{key}`{hint}", path.display())));
    };
    let text = text(value).map_err(|expected| Failure::new(format!("{place}: expected {expected}")))?;
    let value = match stands {
        Stands::Here => text,
        Stands::InFile => secret(&place, &text)?,
    };
    Ok((name, Given { value, source: Source::File(path.to_owned()) }))
}

/// The text that a value of the file stands for, or what was expected.
fn text(value: toml::Value) -> Result<String, &'static str> {
    Ok(match value {
        toml::Value::String(text) => text,
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Boolean(true) => "on".to_owned(),
        toml::Value::Boolean(false) => "off".to_owned(),
        toml::Value::Array(list) => {
            let texts: Option<Vec<_>> = list.iter().map(toml::Value::as_str).collect();
            texts.ok_or("a list of texts")?.join(",")
        }
        _ => return Err("a text"),
    })
}

/// Where the value of a setting stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Here,
    /// In the file that is named, as secrets may.
    InFile,
}

/// The setting of a key, in lower case: `s3_secret_key`, or `s3_secret_key_file`.
fn named(key: &str) -> Option<(Name, Stands)> {
    let itself = Name::from_key(key).map(|name| (name, Stands::Here));
    itself.or_else(|| {
        let name = key.strip_suffix("_file").and_then(Name::from_key).filter(|name| name.is_secret())?;
        Some((name, Stands::InFile))
    })
}

/// Reads a secret out of the file that `place` names.
fn secret(place: &str, path: &str) -> Result<String, Failure> {
    let text = fs::read_to_string(path);
    let text = text.map_err(|error| Failure::new(format!("{place}: cannot read {path}: {error}")))?;
    Ok(text.trim_end().to_owned())
}

fn variables(environment: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Layers, Failure> {
    let mut found = Layers::new();
    for (variable, value) in environment {
        let Some(variable) = variable.to_str().filter(|name| is_ours(name)) else { continue };
        let value =
            value.into_string().map_err(|_| Failure::new(format!("{variable} is not text in UTF-8")))?;
        // An empty variable is how a compose file writes one that is not set.
        if value.is_empty() {
            continue;
        }
        let (name, given) = from_variable(variable, value)?;
        if let Some(other) = found.insert(name, given) {
            let Given { source, .. } = other;
            return Err(Failure::new(format!("{variable} and {source} are both set; keep one of them")));
        }
    }
    Ok(found)
}

fn is_ours(variable: &str) -> bool {
    variable.starts_with(PREFIX) && !FOR_TESTS.iter().any(|prefix| variable.starts_with(prefix))
}

fn from_variable(variable: &str, value: String) -> Result<(Name, Given), Failure> {
    let key = variable.strip_prefix(PREFIX).unwrap_or(variable).to_ascii_lowercase();
    let Some((name, stands)) = named(&key) else {
        let hint = similar(&key, Name::variable);
        return Err(Failure::new(format!("there is no setting {variable}{hint}")));
    };
    let given = match stands {
        Stands::Here => Given { value, source: Source::Variable(variable.to_owned()) },
        Stands::InFile => {
            Given { value: secret(variable, &value)?, source: Source::SecretFile(variable.to_owned()) }
        }
    };
    Ok((name, given))
}

/// `; did you mean …?` for a name that is nearly one of ours.
fn similar(key: &str, shown: impl Fn(Name) -> String) -> String {
    let near = Name::ALL.iter().map(|name| (distance(key, name.key()), *name)).min();
    match near {
        Some((away, name)) if away <= 2.max(key.len() / 4) => format!("; did you mean {}?", shown(name)),
        _ => "; `warraq config` lists all".to_owned(),
    }
}

/// How many letters have to be changed, added or dropped to make one word the other.
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in right.bytes().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}
