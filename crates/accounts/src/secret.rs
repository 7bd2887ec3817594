//! Secrets that are handed out once and kept as hashes: session cookies, tokens, the marks of known devices. They are
//! random enough (256 bits) for a plain hash; what people choose or type is hashed elsewhere, slowly or with salt.

use std::fmt::{self, Write as _};

use db::{ToValue, Value};
use kernel::Random;
use sha2::{Digest as _, Sha256};

/// The SHA-256 of a secret, as 64 hexadecimal digits: what the database keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hash(String);

impl Hash {
    /// The hash of a secret that somebody brought.
    pub(crate) fn of(secret: &str) -> Self {
        let digest = Sha256::digest(secret);
        Self(digest.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToValue for Hash {
    fn to_value(self) -> Value {
        Value::Text(self.0)
    }
}

/// A new secret of 256 bits, in letters and digits.
pub(crate) fn new(random: &Random) -> String {
    random.hex::<32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_long_and_its_hash_is_another_text() {
        let secret = new(&Random::seeded(1));
        assert_eq!(secret.len(), 64);
        assert_ne!(Hash::of(&secret).0, secret);
        assert_eq!(Hash::of(&secret), Hash::of(&secret));
    }
}
