//! `warraq config`: the settings in force and where each comes from.

use std::io::Write;

use crate::failure::Failure;
use crate::settings::{Name, Settings};

/// Writes a line a setting: name, value (secrets masked), source.
pub(crate) fn settings(settings: &Settings, out: &mut impl Write) -> Result<(), Failure> {
    let rows: Vec<(String, String, String)> = Name::ALL
        .iter()
        .map(|name| match settings.layers.get(name) {
            Some(given) => (name.variable(), name.shown(&given.value), given.source.to_string()),
            None => (name.variable(), "(not set)".to_owned(), "default".to_owned()),
        })
        .collect();
    let wide = |column: fn(&(String, String, String)) -> &str| {
        rows.iter().map(|row| column(row).chars().count()).max().unwrap_or_default()
    };
    let (first, second) = (wide(|row| &row.0), wide(|row| &row.1));
    for (name, value, source) in &rows {
        writeln!(out, "{name:first$}  {value:second$}  {source}")
            .map_err(|error| Failure::new(format!("cannot write the settings: {error}")))?;
    }
    Ok(())
}
