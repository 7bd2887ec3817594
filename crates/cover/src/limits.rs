//! What a picture from outside may cost.

/// Bounds checked before (bytes, sides, memory) and while (memory) a picture is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes.
    pub bytes: usize,
    /// Longest side, in pixels.
    pub side: u32,
    /// Memory for the decoded pixels, in bytes. A progressive JPEG keeps its coefficients beside the pixels; it may
    /// take twice this in all, and is refused beyond.
    pub memory: u64,
}

impl Default for Limits {
    /// 20 MiB, 8000 pixels, 128 MiB.
    fn default() -> Self {
        Self { bytes: 20 << 20, side: 8000, memory: 128 << 20 }
    }
}
