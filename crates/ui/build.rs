//! Compiles the messages of `ui`.

fn main() {
    i18n_codegen::compile("ui");
}
