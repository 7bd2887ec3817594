//! Compiles the messages of the formatters, the names of languages, and a set of messages that only tests use.

use std::path::Path;

fn main() {
    let locales = Path::new("../../locales");
    i18n_codegen::compile_folder(locales, "formats", "formats.rs");
    i18n_codegen::compile_folder(locales, "languages", "languages.rs");
    i18n_codegen::compile_folder(Path::new("tests/locales"), "sample", "sample.rs");
}
