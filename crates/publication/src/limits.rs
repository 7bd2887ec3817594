//! How much of a machine one file may ask for.

/// Upper bounds for one ingest. The defaults are safe for a machine with 256 MiB to spare; each is a setting
/// of whoever calls. Bytes are counted while inflating: what headers claim is never believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of an EPUB file as uploaded (300 MiB).
    pub epub_bytes: u64,
    /// Bytes of a PDF file as uploaded (1 GiB).
    pub pdf_bytes: u64,
    /// Entries in an EPUB's archive (20,000).
    pub entries: u64,
    /// Inflated bytes of one document, style sheet or picture, which are held in memory one at a time (32 MiB).
    pub entry_bytes: u64,
    /// Inflated bytes of one sound, film or font, which are streamed (256 MiB).
    pub media_bytes: u64,
    /// Inflated bytes of all entries together (512 MiB).
    pub total_bytes: u64,
    /// Inflated bytes for each compressed byte of an entry, looked at once an entry is over 1 MiB (200).
    pub ratio: u64,
    /// Nesting of elements in package documents, and in what is served (256).
    pub depth: usize,
    /// Pixels of one picture served inside a book, by its header (100 million).
    pub picture_pixels: u64,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            epub_bytes: 300 * MIB,
            pdf_bytes: 1024 * MIB,
            entries: 20_000,
            entry_bytes: 32 * MIB,
            media_bytes: 256 * MIB,
            total_bytes: 512 * MIB,
            ratio: 200,
            depth: 256,
            picture_pixels: 100_000_000,
        }
    }
}
