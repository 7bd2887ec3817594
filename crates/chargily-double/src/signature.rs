//! The signature of an event: lower-case hexadecimal HMAC-SHA256 of the very bytes, with the secret key of the API.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

/// The value of the header `signature` for these bytes.
///
/// ```
/// let signature = chargily_double::sign("secret", br#"{"a":"b\/c"}"#);
/// assert_eq!(signature, "fbed16314464967edbb742d0e3be5cc9dd81271f2d6d28bcbd4b5fa33d9c8cfc");
/// ```
pub fn sign(key: &str, body: &[u8]) -> String {
    // A key of any length is one.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else { return String::new() };
    mac.update(body);
    mac.finalize().into_bytes().iter().fold(String::with_capacity(64), |mut text, byte| {
        use std::fmt::Write as _;
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
