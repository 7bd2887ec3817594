//! Turns the messages of `locales/*/web.ftl` into typed functions.

fn main() {
    i18n_codegen::compile("web");
}
