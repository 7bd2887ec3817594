//! Why a picture was refused.

/// What a caller tells the bookseller, or decides by; `Display` is English for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes do not begin like a JPEG, PNG, WebP or GIF, whatever their name says.
    #[error("not a JPEG, PNG, WebP or GIF picture")]
    UnknownForm,
    /// The file itself is larger than [`Limits::bytes`](crate::Limits::bytes).
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooManyBytes {
        /// Size of the file.
        bytes: usize,
        /// The limit it passed.
        limit: usize,
    },
    /// A side is longer than [`Limits::side`](crate::Limits::side).
    #[error("the picture is {width} × {height} pixels, with a side longer than {limit}")]
    TooManyPixels {
        /// Width in pixels as the header tells.
        width: u32,
        /// Height in pixels as the header tells.
        height: u32,
        /// Longest side taken, in pixels.
        limit: u32,
    },
    /// Decoding would take more memory than [`Limits::memory`](crate::Limits::memory).
    #[error("decoding the picture takes more than {limit} bytes of memory")]
    TooMuchMemory {
        /// The limit in bytes.
        limit: u64,
    },
    /// It begins like a picture and cannot be read as one.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
    /// A picture of ours could not be written; a fault of the program, not of the upload.
    #[error("the picture could not be written: {0}")]
    Unwritable(String),
}
