//! Writes every file of the sample shop into a folder, to look at them or to give them to epubcheck:
//! `cargo run -p demo --example write -- FOLDER`.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    std::fs::create_dir_all(&folder)?;
    for book in demo::books() {
        if book.formats.epub {
            let path = folder.join(format!("{}.epub", book.slug));
            demo::write_epub(book, BufWriter::new(File::create(path)?))?;
        }
        if book.formats.pdf {
            let path = folder.join(format!("{}.pdf", book.slug));
            demo::write_pdf(book, BufWriter::new(File::create(path)?))?;
        }
    }
    Ok(())
}
