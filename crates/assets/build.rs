//! Writes the table of embedded assets from `assets/dist/manifest.json`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde_json::Value;

fn main() -> ExitCode {
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            println!("cargo::error={reason}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the manifest and writes `table.rs`; the error says what to do about it.
fn generate() -> Result<(), String> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let manifest = root.join("../../assets/dist/manifest.json");
    // From the crate on, here and in the table, so that a build folder that two checkouts share has the files of the one that
    // is built.
    println!("cargo::rerun-if-changed=../../assets/dist/manifest.json");
    let text = fs::read_to_string(&manifest)
        .map_err(|_| "the front end is not built: run `make assets`".to_owned())?;
    let manifest: Value = serde_json::from_str(&text)
        .map_err(|error| format!("assets/dist/manifest.json: {error}: run `make assets`"))?;
    let out = Path::new(&variable("OUT_DIR")?).join("table.rs");
    fs::write(out, table(&manifest)?).map_err(|error| error.to_string())
}

fn variable(name: &str) -> Result<String, String> {
    #[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts through variables")]
    env::var(name).map_err(|_| format!("{name} is not set"))
}

/// The three tables as Rust. Assets are sorted by name in the manifest; files are sorted here.
fn table(manifest: &Value) -> Result<String, String> {
    let assets = manifest["assets"].as_object().ok_or("manifest.json: no assets")?;
    let folders = manifest["folders"].as_object().ok_or("manifest.json: no folders")?;
    let symbols = manifest["symbols"].as_array().ok_or("manifest.json: no symbols")?;
    let mut by_file = Vec::new();
    let mut rust = String::from("static ASSETS: &[Asset] = &[\n");
    let mut names: Vec<_> = assets.iter().collect();
    names.sort_by_key(|(name, _)| name.as_str());
    for (index, (name, facts)) in names.into_iter().enumerate() {
        let file = facts["file"].as_str().ok_or("manifest.json: an asset without file")?;
        by_file.push((file, index));
        entry(&mut rust, name, file, facts);
    }
    rust.push_str("];\n");
    by_file.sort_unstable();
    let files: Vec<String> = by_file.into_iter().map(|(file, at)| format!("({file:?}, {at})")).collect();
    let folders: Vec<String> = folders
        .iter()
        .map(|(name, at)| format!("({name:?}, \"/assets/{}/\")", at.as_str().unwrap_or("")))
        .collect();
    let symbols: Vec<String> =
        symbols.iter().filter_map(Value::as_str).map(|name| format!("{name:?}")).collect();
    let _ = writeln!(rust, "static FILES: &[(&str, usize)] = &[{}];", files.join(", "));
    let _ = writeln!(rust, "static FOLDERS: &[(&str, &str)] = &[{}];", folders.join(", "));
    let _ = writeln!(rust, "static SYMBOLS: &[&str] = &[{}];", symbols.join(", "));
    Ok(rust)
}

fn entry(rust: &mut String, name: &str, file: &str, facts: &Value) {
    let include = |suffix: &str| {
        format!(
            "include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/../../assets/dist/{file}{suffix}\"))"
        )
    };
    let copy = |key: &str, suffix: &str| {
        if facts[key].is_u64() { format!("Some({})", include(suffix)) } else { "None".to_owned() }
    };
    let media_type = facts["type"].as_str().unwrap_or("application/octet-stream");
    let _ = writeln!(
        rust,
        "    Asset {{ name: {name:?}, url: {:?}, etag: {:?}, media_type: {media_type:?}, bytes: {}, br: {}, gzip: {} }},",
        format!("/assets/{file}"),
        format!("\"{file}\""),
        include(""),
        copy("br", ".br"),
        copy("gzip", ".gz"),
    );
}
