//! The build sees only the message files that a crate asks for; here are the others.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use i18n::Locale;

fn root() -> PathBuf {
    PathBuf::from("../..")
}

fn names_in(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_language_has_the_same_files() {
    let files = Locale::ALL.map(|l| names_in(&root().join("locales").join(l.tag())));
    assert_eq!(files[0], files[1]);
    assert_eq!(files[0], files[2]);
}

#[test]
fn every_message_file_is_compiled_by_a_crate() {
    let builds = names_in(&root().join("crates")).into_iter();
    let builds: String = builds
        .filter_map(|name| fs::read_to_string(root().join("crates").join(name).join("build.rs")).ok())
        .collect();
    for file in names_in(&root().join("locales/en")) {
        let name = file.trim_end_matches(".ftl");
        // The terms are read with every feature's messages.
        assert!(name == "terms" || builds.contains(&format!("\"{name}\"")), "no crate compiles {file}");
    }
}
