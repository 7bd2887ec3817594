//! The program `chargily-double`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Output, Stdio};

use crate::client::{http, read};

const KEY: &str = "test_sk_EXAMPLE_of_the_program";

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chargily-double"));
    command.args(args).stdin(Stdio::null());
    command
}

/// A started program, which ends with its test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn refused(args: &[&str]) -> Output {
    let output = program(args).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    output
}

#[tokio::test]
async fn it_says_first_where_it_listens_and_then_serves() {
    let mut running = Running(program(&["--test-key", KEY]).stdout(Stdio::piped()).spawn().unwrap());
    let mut first = String::new();
    BufReader::new(running.0.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let origin = first.trim_end().strip_prefix("listening on ").unwrap();
    assert!(origin.starts_with("http://127.0.0.1:"), "{first}");
    // Its output is closed by now, which does not end it.
    let call = http().get(format!("{origin}/test/api/v2/balance")).bearer_auth(KEY);
    assert_eq!(read(call.send().await).await.unwrap().status, 200);
}

#[test]
fn wrong_usage_ends_with_2_and_says_why() {
    for (args, why) in [
        (&["--listen", "0.0.0.0:0", "--test-key", KEY][..], "not an address of this machine only"),
        (&["--listen", "nowhere", "--test-key", KEY][..], "expected ADDRESS:PORT"),
        (&["--test-key", "live_sk_x"][..], "begins with test_sk_"),
        (&["--test-key", KEY, "--live-key", "test_sk_x"][..], "begins with live_sk_"),
        (&[][..], "--test-key"),
        (&["--test-key", KEY, "--dance"][..], "--dance"),
    ] {
        let output = refused(args);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(why), "{args:?}: {told}");
    }
}

#[test]
fn it_explains_itself() {
    let output = program(&["--help"]).output().unwrap();
    assert!(output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    for part in ["--listen", "--test-key", "--live-key", "No money moves"] {
        assert!(told.contains(part), "{part}");
    }
}
