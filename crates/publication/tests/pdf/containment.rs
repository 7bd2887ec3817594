//! Whatever the child does, the parent lives and says what happened.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use publication::{
    Limits, Rejection,
    pdf::{self, Child},
};

use crate::{child, shared};

/// A child that runs a shell script instead of parsing.
fn script(text: &str) -> Child {
    Child { program: PathBuf::from("/bin/sh"), args: vec!["-c".into(), text.into()] }
}

fn ingest_with(child: &Child) -> Result<(), Rejection> {
    let folder = tempfile::tempdir().expect("a folder for the output");
    pdf::ingest(&shared("pdf/habibi.pdf"), folder.path(), child, &Limits::default()).map(|_| ())
}

#[test]
fn a_child_that_hangs_is_killed() {
    let start = Instant::now();
    let rejection = ingest_with(&script("while :; do :; done")).expect_err("nothing was read");
    assert_eq!(rejection.code(), "damaged");
    assert!(rejection.to_string().contains("too long"), "{rejection}");
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn a_child_that_crashes_or_babbles_makes_the_file_damaged() {
    for text in ["kill -SEGV $$", "kill -ABRT $$", "exit 0", "echo nonsense", "head -c 100000000 /dev/zero"] {
        let rejection = ingest_with(&script(text)).expect_err("nothing was read");
        assert_eq!(rejection.code(), "damaged", "{text}: {rejection}");
    }
}

#[test]
fn a_child_that_is_not_there_is_this_machines_fault() {
    let missing = Child { program: PathBuf::from("/no/such/program"), args: Vec::new() };
    let rejection = ingest_with(&missing).expect_err("nothing was read");
    assert!(!rejection.is_about_the_file(), "{rejection}");
}

#[test]
fn the_child_inherits_no_environment() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = folder.path().join("environment");
    let _ = ingest_with(&script(&format!("env > {}", told.display())));
    let environment = std::fs::read_to_string(&told).expect("the script ran");
    assert!(!environment.contains("CARGO"), "{environment}");
}

#[test]
fn the_child_stops_at_its_limit_of_memory() {
    // 300 MB of zeros behind a header: more than four times a file that grew after it was measured.
    let folder = tempfile::tempdir().expect("a folder");
    let source = folder.path().join("grows.pdf");
    std::fs::write(&source, "%PDF-1.7\n").expect("written");
    let order = r#"{"task":"inspect","memory":100000000,"seconds":5,"output":1000000,"stream":1000,"font":1000,"ratio":200,"pixels":1000,"total":1000,"pages":10,"rewrite":true,"lean":false}"#;
    let file = std::fs::OpenOptions::new().append(true).open(&source).expect("opened");
    file.set_len(300_000_000).expect("grown");
    let output = std::process::Command::new(child().program)
        .args([source.as_os_str(), folder.path().as_os_str(), order.as_ref()])
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!said.contains("\"Ok\""), "{said}");
}

#[test]
fn a_child_called_wrongly_does_nothing() {
    for arguments in [&[][..], &["a"], &["a", "b", "c"], &["a", "b", "{}"]] {
        let output = std::process::Command::new(child().program).args(arguments).output().expect("it starts");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
    }
}

#[test]
fn what_is_not_a_pdf_never_reaches_the_child() {
    let never = Child { program: PathBuf::from("/no/such/program"), args: Vec::new() };
    for bytes in [&b""[..], b"PK\x03\x04", b"<html></html>"] {
        let folder = tempfile::tempdir().expect("a folder");
        let source = folder.path().join("source");
        std::fs::write(&source, bytes).expect("written");
        let rejection = pdf::ingest(&source, folder.path(), &never, &Limits::default()).expect_err("no PDF");
        assert_eq!(rejection.code(), "not_a_publication");
    }
    let small = Limits { pdf_bytes: 10, ..Limits::default() };
    let rejection =
        pdf::ingest(&shared("pdf/habibi.pdf"), Path::new("/"), &never, &small).expect_err("too large");
    assert_eq!(rejection.code(), "too_large");
}
