//! `warraq config`: the settings in force and where each comes from.

use std::collections::BTreeMap;
use std::io::Write;
use std::time::Duration;

use db::Db;
use web::shop::{self, Key, Setting};

use crate::failure::Failure;
use crate::settings::{Name, Settings};

/// How long the database may take to say what the owner decided.
const PATIENCE: Duration = Duration::from_secs(3);
/// The source of what the owner decided.
const PANEL: &str = "panel";

/// What the owner decided in the panel. Nothing where there is no database yet, or it does not answer: then the operator is
/// told beside.
pub(crate) async fn said(settings: &Settings, err: &mut impl Write) -> BTreeMap<Setting, String> {
    if let db::Url::Sqlite(path) = &settings.database.url
        && !path.exists()
    {
        return BTreeMap::new();
    }
    let asking = async {
        let db = Db::connect(&settings.database).await?;
        shop::said(&db).await
    };
    let reason = match tokio::time::timeout(PATIENCE, asking).await {
        Ok(Ok(said)) => {
            let named = |said: shop::Said| match Key::from_name(&said.name)? {
                Key::Setting(setting) => Some((setting, said.value.0?)),
                Key::Letter(..) | Key::Logo => None,
            };
            return said.into_iter().filter_map(named).collect();
        }
        Ok(Err(error)) => error.to_string(),
        Err(_) => "it does not answer".to_owned(),
    };
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(err, "note: the database does not say what was decided in the panel: {reason}");
    BTreeMap::new()
}

/// Writes a line a setting: name, value (secrets masked), source.
pub(crate) fn settings(
    settings: &Settings,
    said: &BTreeMap<Setting, String>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let rows: Vec<(String, String, String)> = Name::ALL
        .iter()
        .map(|name| match (settings.layers.get(name), in_panel(settings, said, *name)) {
            (_, Some(value)) => (name.variable(), value.to_owned(), PANEL.to_owned()),
            (Some(given), None) => (name.variable(), name.shown(&given.value), given.source.to_string()),
            (None, None) => (name.variable(), "(not set)".to_owned(), "default".to_owned()),
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

/// What the owner decided of a setting that the operator left to them.
fn in_panel<'a>(settings: &Settings, said: &'a BTreeMap<Setting, String>, name: Name) -> Option<&'a str> {
    let setting = Setting::from_name(name.key())?;
    said.get(&setting).filter(|_| !settings.ground.fixed.contains_key(&setting)).map(String::as_str)
}
