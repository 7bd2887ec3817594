//! What people call an order by: eight characters without look-alikes, drawn by chance, so that nobody learns from one how
//! many there are.

use kernel::Random;

/// As in the codes of mails: no `I`, no `O`, no `0`, no `1`.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// How many characters a number has.
pub const LENGTH: usize = 8;

/// Draws one. Whether it is taken the database knows.
pub fn draw(random: &Random) -> String {
    let bytes: [u8; LENGTH] = random.bytes();
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// A number as somebody typed it; `None` where it cannot be one.
pub fn read(typed: &str) -> Option<String> {
    let number = typed.trim().to_ascii_uppercase();
    (number.len() == LENGTH && number.bytes().all(|byte| ALPHABET.contains(&byte))).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_was_drawn_however_it_is_typed() {
        let random = Random::seeded(7);
        for _ in 0..100 {
            let number = draw(&random);
            assert_eq!(read(&format!(" {} ", number.to_lowercase())), Some(number));
        }
        for wrong in ["", "K7QX2M9", "K7QX2M9P2", "K7QX2M90", "K7QX2M9É"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
