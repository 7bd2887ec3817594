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
/// `.epub` and `.pdf` count, since programs keep lists of all kinds beside books; what is named outright is taken for
/// what it is. A folder without any book is told of.
pub(crate) fn find(paths: &[PathBuf]) -> Vec<Source> {
    let mut sources = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Err(e) => sources.push(Source::Unreadable(path.clone(), e.to_string())),
            Ok(facts) if facts.is_dir() => {
                let (before, mut lists) = (sources.len(), Vec::new());
                walk(path, &mut sources, &mut lists);
                if sources.len() == before {
                    sources.push(Source::Unreadable(path.clone(), nothing_there(&lists)));
                }
            }
            Ok(_) => sources.push(match extension(path).as_str() {
                "csv" => Source::Csv(path.clone()),
                "json" => Source::Json(path.clone()),
                _ => Source::File(path.clone()),
            }),
        }
    }
    sources
}

fn nothing_there(lists: &[PathBuf]) -> String {
    let nothing = "there is no EPUB or PDF file in this folder";
    match lists {
        [] => format!("{nothing}; name a folder that has some, a file, or a list"),
        [list] => format!("{nothing}; a list has to be named itself: {}", list.display()),
        [list, ..] => format!("{nothing}; lists have to be named themselves, such as {}", list.display()),
    }
}

fn walk(folder: &Path, sources: &mut Vec<Source>, lists: &mut Vec<PathBuf>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => return sources.push(Source::Unreadable(folder.to_owned(), e.to_string())),
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // Links are not followed: one that points upwards would never end.
        match (entry.file_type(), extension(&path).as_str()) {
            (Ok(kind), _) if kind.is_dir() => walk(&path, sources, lists),
            (Ok(kind), "epub" | "pdf") if kind.is_file() => sources.push(Source::File(path)),
            (Ok(kind), "csv" | "json") if kind.is_file() => lists.push(path),
            _ => {}
        }
    }
}

fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}
