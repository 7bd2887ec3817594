//! `warraq evaluate-recommendations`: how well recommendations are learned, measured on ratings in two files.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use recommend::evaluate::{self, Line};

use crate::failure::Failure;

/// Options of `evaluate-recommendations`.
#[derive(Debug, Args)]
pub(crate) struct Evaluate {
    /// The ratings to learn from: `user,item,rating`, one a line.
    #[arg(value_name = "TRAIN.csv")]
    pub(crate) train: PathBuf,
    /// The ratings to be told.
    #[arg(value_name = "TEST.csv")]
    pub(crate) test: PathBuf,
}

/// Prints what each way of learning reached, side by side.
pub(crate) fn evaluate(files: &Evaluate, out: &mut impl Write) -> Result<(), Failure> {
    let report = evaluate::compare(&read(&files.train)?, &read(&files.test)?);
    let mut lines = vec![
        format!("{} people, {} items", report.people, report.items),
        format!("{:<18} {:>9} {:>9} {:>9}", "", "recall@20", "NDCG@20", "coverage"),
    ];
    for one in &report.outcomes {
        lines.push(format!("{:<18} {:>9.4} {:>9.4} {:>9.4}", one.name, one.recall, one.ndcg, one.coverage));
    }
    writeln!(out, "{}", lines.join("\n"))
        .map_err(|error| Failure::new(format!("cannot write to standard output: {error}")))
}

fn read(path: &Path) -> Result<Vec<Line>, Failure> {
    let lines = File::open(path).and_then(|file| evaluate::read(BufReader::new(file)));
    lines.map_err(|error| Failure::new(format!("cannot read {}: {error}", path.display())))
}
