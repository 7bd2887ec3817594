//! Compiles the messages of this feature, a set for each part of the panel.

fn main() {
    let sets = [
        "books",
        "bulk",
        "dashboard",
        "home",
        "names",
        "orders",
        "panel",
        "refunds",
        "sales",
        "settings",
        "shared",
        "system",
        "uploads",
        "users",
    ];
    i18n_codegen::compile_sets("admin", &sets);
}
