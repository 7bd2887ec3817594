//! stub
use std::io::Write;
use crate::book::DemoBook;
use crate::error::Error;
/// stub
pub fn write_pdf(_book: &DemoBook, _into: impl Write) -> Result<(), Error> { Ok(()) }
