//! What must not be guessed, and is kept as a hash only.

use kernel::Random;
use sha2::{Digest, Sha256};

/// Draws a token of 256 bits.
pub(crate) fn draw(random: &Random) -> String {
    random.hex::<32>()
}

/// What is kept of a token. It is random and long, so a fast hash does.
pub(crate) fn hash(token: &str) -> String {
    Sha256::digest(token).iter().fold(String::with_capacity(64), |text, byte| format!("{text}{byte:02x}"))
}
