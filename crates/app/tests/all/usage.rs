//! Wrong usage ends with 2, help and version with 0.

use crate::place::Place;

#[test]
fn every_command_explains_itself() {
    let place = Place::new();
    for command in
        ["serve", "demo", "import", "evaluate-recommendations", "migrate", "backup", "restore", "config"]
    {
        for args in [&[command, "--help"][..], &[command, "-h"], &["help", command]] {
            let ran = place.run(args);
            assert!(ran.done().contains(&format!("Usage: warraq {command}")), "{args:?}: {ran:?}");
        }
        assert!(place.run(&["--help"]).done().contains(command), "{command}");
    }
    assert!(place.run(&["user", "create", "--help"]).done().contains("--email"));
}

#[test]
fn help_and_version_need_no_settings() {
    let place = Place::new();
    place.write("warraq.toml", "nonsense");
    place.run_with(&["--help"], &[("WARRAQ_NONSENSE", "1")]).done();
    for args in [["--version"], ["-V"]] {
        assert_eq!(place.run(&args).done(), concat!("warraq ", env!("CARGO_PKG_VERSION"), "\n"));
    }
}

#[test]
fn wrong_usage_ends_with_two_and_says_how_it_is_used() {
    let place = Place::new();
    for args in [
        &[][..],
        &["sell"],
        &["serve", "--port", "80"],
        &["serve", "extra"],
        &["import"],
        &["import", "--free", "--price", "950", "book.epub"],
        &["import", "--price", "cheap", "book.epub"],
        &["import", "--price", "-5", "book.epub"],
        &["migrate", "--data-dir"],
        &["backup"],
        &["restore", "--dry-run", "--replace", "shop.tar"],
        &["user"],
        &["user", "create", "--username", "amina"],
    ] {
        let ran = place.run(args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
        assert!(ran.err.contains("--help") || ran.err.contains("Usage:"), "{args:?}: {ran:?}");
        assert!(ran.out.is_empty(), "{args:?}: {ran:?}");
    }
    assert!(!place.path("data").exists(), "wrong usage does nothing");
}
