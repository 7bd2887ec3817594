//! Compiles the messages of this feature.

fn main() {
    i18n_codegen::compile("offline");
}
