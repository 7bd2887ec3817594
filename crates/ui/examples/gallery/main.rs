//! Writes sample pages in every language and theme below the target directory, with the built styles and
//! made-up books, so that the design can be looked at without a shop: `cargo run -p ui --example gallery -- FOLDER`.

mod account;
mod books;
mod pages;
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use i18n::Locale;
use ui::Theme;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).map_or_else(beside_the_program, |given| Ok(PathBuf::from(given)))?;
    let covers = folder.join("covers");
    fs::create_dir_all(&covers)?;
    for book in &books::BOOKS {
        book.draw(&covers)?;
    }
    for l in Locale::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            for (name, page) in pages::all(l, theme) {
                write(&folder, &format!("{name}-{}-{}.html", l.tag(), theme.name()), &page.into_string())?;
            }
        }
    }
    Ok(())
}

/// `target/…/examples/gallery` becomes `target/…/gallery`.
fn beside_the_program() -> io::Result<PathBuf> {
    let program = env::current_exe()?;
    let built = program.ancestors().nth(2).unwrap_or(Path::new("."));
    Ok(built.join("gallery"))
}

fn write(folder: &Path, name: &str, html: &str) -> io::Result<()> {
    fs::write(folder.join(name), html)
}
