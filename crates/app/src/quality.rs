//! `warraq search-quality`: how well the search forgives errors, measured on a list of books. For those who work on it.

use std::io::Write;
use std::path::Path;

use catalogue::import::read_books;
use kernel::Currency;

use crate::failure::Failure;

/// Reports on the books of a list; fails where a figure is too low.
pub(crate) fn report(list: &Path, own: Currency, out: &mut impl Write) -> Result<(), Failure> {
    let books =
        read_books(list, own).map_err(|error| Failure::new(format!("{}: {error}", list.display())))?;
    let report =
        discovery::search::quality::report(&books).map_err(|error| Failure::new(error.to_string()))?;
    let (Ok(told) | Err(told)) = &report;
    out.write_all(told.as_bytes())
        .map_err(|error| Failure::new(format!("cannot write to standard output: {error}")))?;
    match report {
        Ok(_) => Ok(()),
        Err(_) => Err(Failure::new("the search forgives too little; what it missed stands above")),
    }
}
