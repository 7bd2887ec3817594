//! Ingests EPUB files and says in a line each what came out: `cargo run -p publication --example ingest_epub FILE…`
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use std::{env, io, path::Path};

use publication::{Limits, epub};

fn main() {
    for argument in env::args().skip(1) {
        match epub::ingest(Path::new(&argument), &mut io::sink(), &Limits::default()) {
            Ok(book) => {
                println!(
                    "{argument}: “{}” {:?} {:?} {:?}, {} sections, {} words, {} resources ({} in the sample), cover {}",
                    book.metadata.title,
                    book.rendition.layout,
                    book.direction,
                    book.writing_mode,
                    book.sections.len(),
                    book.words,
                    book.resources.len(),
                    book.resources.iter().filter(|resource| resource.in_sample).count(),
                    book.cover.as_ref().map_or("none", |cover| cover.path.as_str()),
                );
                for warning in &book.warnings {
                    println!("    {}: {warning}", warning.code);
                }
            }
            Err(rejection) => println!("{argument}: refused ({}): {rejection}", rejection.code()),
        }
    }
}
