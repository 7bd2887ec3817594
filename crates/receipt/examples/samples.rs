//! Writes receipts of all three languages into a folder, to be looked at: `cargo run -p receipt --example samples -- DIR`.

#[path = "../tests/all/samples.rs"]
mod samples;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    let one = [("en", samples::english()), ("fr", samples::french()), ("ar", samples::arabic())];
    for (name, receipt) in one {
        let long = samples::with_lines(receipt.clone(), 50);
        for (name, receipt) in [(name.to_owned(), receipt), (format!("{name}-50"), long)] {
            let page_of = |page, pages| samples::page_of(receipt.locale, page, pages);
            std::fs::write(folder.join(format!("{name}.pdf")), receipt::pdf(&receipt, page_of)?)?;
        }
    }
    Ok(())
}
