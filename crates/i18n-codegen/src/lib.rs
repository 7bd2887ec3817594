//! Turns the message files `locales/{en,fr,ar}/FEATURE.ftl` into Rust, so that a message or an argument that is
//! missing in any language does not compile, and nothing is parsed while the shop runs.
//!
//! A feature's `build.rs` is `fn main() { i18n_codegen::compile("catalogue") }`; its library says
//! `i18n::messages!();` and then has a module `t` with one typed, documented function per message.

mod choice;
mod emit;
mod file;
mod language;
mod message;
mod pattern;
mod problem;
mod resolve;
mod typography;

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process,
};

pub use language::Language;
pub use problem::Problem;

/// A message file as it was read: whose language it is, the name errors call it by, and its text.
#[derive(Debug, Clone)]
pub struct Source {
    /// The language of the texts.
    pub language: Language,
    /// What errors print before the line number.
    pub path: String,
    /// The whole file.
    pub text: String,
}

/// Compiles the messages of `feature` for its `i18n::messages!()`. Called by a build script, and by nothing else.
///
/// The files are found in the nearest `locales` folder above the crate; `terms.ftl` beside them holds the terms
/// (`-brand`) that all features share. Problems are printed as `file:line: reason` and fail the build.
pub fn compile(feature: &str) {
    compile_folder(&locales(), feature, "messages.rs");
}

/// Compiles the messages of a feature with much to say, whose texts are several files `locales/*/FEATURE/SET.ftl`: each set
/// becomes a module of its own, by `i18n::messages!(set, …)`.
pub fn compile_sets(feature: &str, sets: &[&str]) {
    let locales = locales();
    for set in sets {
        compile_folder(&locales, &format!("{feature}/{set}"), &format!("{set}.rs"));
    }
}

/// The nearest folder `locales` above the crate that is built.
fn locales() -> PathBuf {
    let Some(crate_folder) = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) else {
        fail(&["CARGO_MANIFEST_DIR is not set: call i18n_codegen::compile from a build script"])
    };
    let Some(locales) = crate_folder.ancestors().map(|above| above.join("locales")).find(|dir| dir.is_dir())
    else {
        fail(&[format!("no folder `locales` above {}", crate_folder.display())])
    };
    locales
}

/// The same from a given folder and into a given file of `OUT_DIR`, for message sets that only tests use.
pub fn compile_folder(locales: &Path, feature: &str, output: &str) {
    let Some(out_dir) = env::var_os("OUT_DIR").map(PathBuf::from) else {
        fail(&["OUT_DIR is not set: call i18n_codegen::compile from a build script"])
    };
    let read = |name: &str| Language::ALL.map(|language| read_source(locales, language, name));
    match generate(&read(feature), &read("terms")) {
        Ok(code) => {
            let target = out_dir.join(output);
            if let Err(error) = fs::write(&target, code) {
                fail(&[format!("{}: {error}", target.display())]);
            }
        }
        Err(problems) => fail(&problems),
    }
}

/// The Rust text of the module `t` for one feature: `sources` and the shared `terms`, one file per language each.
///
/// All problems of all files are reported together, in the order of files and lines.
pub fn generate(sources: &[Source], terms: &[Source]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let files: Vec<_> = sources.iter().map(|source| file::parse(source, &mut problems)).collect();
    let shared: Vec<_> = terms.iter().map(|source| file::parse(source, &mut problems)).collect();
    let texts: Vec<_> = files.iter().map(|file| resolve::resolve(file, &shared, &mut problems)).collect();
    let messages = message::unite(&texts, &mut problems);
    // A message that is part of another is read once for itself and once for the other.
    let mut seen = Vec::new();
    problems.retain(|problem| {
        !seen.contains(problem) && {
            seen.push(problem.clone());
            true
        }
    });
    if problems.is_empty() { Ok(emit::module(&messages)) } else { Err(problems) }
}

/// The path from the crate on, so that a build folder that two checkouts share watches the one that is built.
fn from_crate(path: &Path) -> PathBuf {
    let crate_folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let mut up = PathBuf::new();
    for above in crate_folder.ancestors() {
        if let Ok(down) = path.strip_prefix(above) {
            return up.join(down);
        }
        up.push("..");
    }
    path.to_owned()
}

fn read_source(locales: &Path, language: Language, name: &str) -> Source {
    let path = locales.join(language.tag()).join(name).with_extension("ftl");
    print(&format!("cargo::rerun-if-changed={}", from_crate(&path).display()));
    // Named from the folder down, so that a message does not depend on whose machine it is.
    let shown = locales
        .parent()
        .and_then(|above| path.strip_prefix(above).ok())
        .unwrap_or(&path)
        .display()
        .to_string();
    match fs::read_to_string(&path) {
        Ok(text) => Source { language, path: shown, text },
        Err(error) => fail(&[format!("{shown}:1: cannot be read: {error}")]),
    }
}

fn fail<T: ToString>(reasons: &[T]) -> ! {
    for line in reasons.iter().map(ToString::to_string) {
        print(&format!("cargo::error={}", line.replace('\n', " ")));
    }
    process::exit(1)
}

/// Talks to Cargo, which listens on a build script's standard output. If nobody listens there is nobody to tell.
fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
