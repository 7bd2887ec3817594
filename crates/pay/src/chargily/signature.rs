//! Whether an event was signed with our key: HMAC-SHA256 over the bytes as they came, in 64 hexadecimal digits.
//!
//! The gateway writes the digits in lower case; upper case is taken too, since it says the same and a payment should
//! not hang on it. Over the parsed and rewritten body the signature would not hold: PHP escapes what others do not.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::SecretKey;
use crate::{EVENT_LIMIT, EventError};

/// Checks `signature` over `raw` in a time that does not depend on where they differ.
pub(super) fn check(key: &SecretKey, raw: &[u8], signature: Option<&[u8]>) -> Result<(), EventError> {
    if raw.len() > EVENT_LIMIT {
        return Err(EventError::TooLarge);
    }
    let tag = signature.and_then(digits).ok_or(EventError::NotSigned)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(key.bytes()).map_err(|_| EventError::NotSigned)?;
    mac.update(raw);
    mac.verify_slice(&tag).map_err(|_| EventError::NotSigned)
}

/// The 32 bytes of exactly 64 hexadecimal digits.
fn digits(text: &[u8]) -> Option<[u8; 32]> {
    let text: &[u8; 64] = text.try_into().ok()?;
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TINY: &[u8] = br#"{"a":"b\/c"}"#;
    const SIGNED: &str = "fbed16314464967edbb742d0e3be5cc9dd81271f2d6d28bcbd4b5fa33d9c8cfc";

    fn holds(raw: &[u8], signature: &[u8]) -> Result<(), EventError> {
        check(&SecretKey::new("secret"), raw, Some(signature))
    }

    #[test]
    fn the_tiny_vector_holds_in_either_case() {
        assert_eq!(holds(TINY, SIGNED.as_bytes()), Ok(()));
        assert_eq!(holds(TINY, SIGNED.to_uppercase().as_bytes()), Ok(()));
    }

    #[test]
    fn anything_but_64_digits_is_no_signature() {
        let long = format!("{SIGNED}00");
        let prefixed = format!("sha256={SIGNED}");
        let spaced = format!(" {SIGNED}");
        let signed_digits = format!("+f{}", &SIGNED[2..]);
        for bad in ["", "fb", &SIGNED[1..], &long, &prefixed, &spaced, &signed_digits, &"g".repeat(64)] {
            assert_eq!(holds(TINY, bad.as_bytes()), Err(EventError::NotSigned), "{bad}");
        }
        assert_eq!(check(&SecretKey::new("secret"), TINY, None), Err(EventError::NotSigned));
        assert_eq!(holds(TINY, &[0xff; 64]), Err(EventError::NotSigned));
    }

    #[test]
    fn a_large_body_is_not_even_hashed() {
        assert_eq!(holds(&vec![b' '; EVENT_LIMIT + 1], SIGNED.as_bytes()), Err(EventError::TooLarge));
        assert_eq!(holds(&vec![b' '; EVENT_LIMIT], SIGNED.as_bytes()), Err(EventError::NotSigned));
    }

    proptest! {
        #[test]
        fn one_other_bit_in_body_or_signature_breaks_it(at in 0_usize..12 + 32, bit in 0_u8..8) {
            let (mut raw, mut tag) = (TINY.to_vec(), digits(SIGNED.as_bytes()).unwrap().to_vec());
            let byte = if at < 12 { &mut raw[at] } else { &mut tag[at - 12] };
            *byte ^= 1 << bit;
            let signature: String = tag.iter().map(|byte| format!("{byte:02x}")).collect();
            prop_assert_eq!(holds(&raw, signature.as_bytes()), Err(EventError::NotSigned));
        }
    }
}
