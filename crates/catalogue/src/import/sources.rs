//! What stands behind the paths that were given: files, folders of files, lists.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// One thing to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A book's file, or what claims to be one.
    File(PathBuf),
    /// A CSV list.
    Csv(PathBuf),
    /// A list of the mobile app.
    Json(PathBuf),
    /// A path that cannot be read, and why.
    Unreadable(PathBuf, String),
}

/// Finds the sources in the order of the paths, folders in the order of their names. In a folder only files named
/// `.epub` and `.pdf` count; what is named outright is taken for what it is.
pub(crate) fn find(paths: &[PathBuf]) -> Vec<Source> {
    let mut sources = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Err(e) => sources.push(Source::Unreadable(path.clone(), e.to_string())),
            Ok(facts) if facts.is_dir() => walk(path, &mut sources),
            Ok(_) => sources.push(match extension(path).as_str() {
                "csv" => Source::Csv(path.clone()),
                "json" => Source::Json(path.clone()),
                _ => Source::File(path.clone()),
            }),
        }
    }
    sources
}

fn walk(folder: &Path, sources: &mut Vec<Source>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => return sources.push(Source::Unreadable(folder.to_owned(), e.to_string())),
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // Links are not followed: one that points upwards would never end.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, sources),
            Ok(kind) if kind.is_file() && matches!(extension(&path).as_str(), "epub" | "pdf") => {
                sources.push(Source::File(path));
            }
            _ => {}
        }
    }
}

fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}
