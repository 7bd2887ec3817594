//! The smallest program that parses PDFs for `publication::pdf::ingest`: for tests, and for those who use this
//! library alone. A larger program hands in itself with a hidden subcommand that does the same.

use std::{io::stdout, process::ExitCode};

fn main() -> ExitCode {
    publication::pdf::child_main(std::env::args_os().skip(1), stdout().lock())
}
