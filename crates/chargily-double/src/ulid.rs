//! Ids as the gateway makes them: ULIDs in lower case, 26 characters of Crockford's base 32, the time first.

use kernel::Random;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A new id of a moment in Unix milliseconds. Negative moments count as 1970.
pub(crate) fn ulid(millis: i64, random: &Random) -> String {
    let time = u128::from(u64::try_from(millis).unwrap_or(0) & 0xffff_ffff_ffff);
    let chance = random.bytes::<10>().iter().fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let bits = (time << 80) | chance;
    let digit = |place: u32| usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
    (0..26).rev().map(|place| char::from(ALPHABET[digit(place)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_26_characters_and_begins_with_its_time() {
        // The millisecond of the example in the gateway's documentation.
        let id = ulid(1_703_144_567_542, &Random::seeded(1));
        assert_eq!(id.len(), 26);
        assert_eq!(&id[..10], "01hj5n7cqp");
        assert_ne!(id, ulid(1_703_144_567_542, &Random::seeded(2)));
    }
}
