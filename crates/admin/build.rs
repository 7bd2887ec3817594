//! Compiles the messages of this feature, a set for each part of the panel.

fn main() {
    i18n_codegen::compile_sets("admin", &["dashboard", "panel", "uploads"]);
}
