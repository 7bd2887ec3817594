//! What can go wrong when a sample file is written.

/// Writing an EPUB or a PDF of the sample shop failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The book has no file of this format; see [`crate::Formats`].
    #[error("{slug} is not offered as {format}")]
    NotOffered {
        /// The book.
        slug: String,
        /// `EPUB` or `PDF`.
        format: &'static str,
    },
    /// The archive or its destination could not be written.
    #[error("the file could not be written")]
    Io(#[from] std::io::Error),
    /// The archive could not be written.
    #[error("the archive could not be written")]
    Zip(#[from] zip::result::ZipError),
    /// The PDF could not be put together.
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
}
