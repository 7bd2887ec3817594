//! Lists the project's migrations, so that adding one is adding a file.

use std::{env, fmt::Write as _, fs, path::Path};

fn main() {
    let Some(root) = env::var_os("CARGO_MANIFEST_DIR") else { panic!("cargo names the manifest's folder") };
    let Some(out) = env::var_os("OUT_DIR") else { panic!("cargo names the output folder") };
    let folder = Path::new(&root).join("../../migrations");
    // From the crate on, here and in the list, so that a build folder that two checkouts share has the files of the one that
    // is built.
    println!("cargo::rerun-if-changed=../../migrations");

    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .collect();
    files.sort();

    let mut list = String::from("&[");
    for file in files {
        let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let (version, title) =
            name.split_once('_').unwrap_or_else(|| panic!("{name}: expected NNNN_title.sql"));
        let version: i64 = version.parse().unwrap_or_else(|_| panic!("{name}: expected NNNN_title.sql"));
        // Writing to a string cannot fail.
        let _ = write!(
            list,
            "Migration {{ version: {version}, name: {title:?}, \
             text: include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/../../migrations/{name}.sql\")) }},"
        );
    }
    list.push(']');
    fs::write(Path::new(&out).join("migrations.rs"), list).unwrap_or_else(|e| panic!("migrations.rs: {e}"));
}
