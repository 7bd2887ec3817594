//! The mail server that tests talk to: a program of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A running server; it stops with this value.
pub(crate) struct MailServer {
    /// `127.0.0.1:PORT`
    pub(crate) address: String,
    folder: TempDir,
    program: Child,
}

impl MailServer {
    /// Starts one with these options.
    pub(crate) fn start(options: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let file = Path::new("../../e2e/lib/smtp-server.mjs");
        let program = Command::new("node")
            .arg(file)
            .arg(folder.path())
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut program = program.unwrap_or_else(|e| panic!("node, with `npm ci` done: {e}"));
        let lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let said = lines
            .map(Result::unwrap)
            .find_map(|line| line.strip_prefix("listening on smtp://").map(str::to_owned));
        Self { address: said.unwrap_or_else(|| panic!("the server did not start")), folder, program }
    }

    /// What came, in order.
    pub(crate) fn mails(&self) -> Vec<Value> {
        let mut files: Vec<_> =
            std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        files.sort();
        files.iter().map(|path| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
