//! Sizes of files, in thousands as shops and file managers give them today.

use crate::{Locale, NO_BREAK, decimal, formats, number};

/// `512 bytes`, `1.2 MB`, `14 MB`; `1,2 Mo` in French, `1,2 م.ب` in Arabic. One decimal below ten, none above.
pub fn file_size(l: Locale, bytes: i64) -> String {
    let bytes = bytes.max(0);
    if bytes < 1000 {
        return formats::bytes(l, bytes);
    }
    let units = [formats::kilobytes(l), formats::megabytes(l), formats::gigabytes(l), formats::terabytes(l)];
    let mut scale = 1000_i64;
    for (index, unit) in units.iter().enumerate() {
        // Halves go up; what would round to a thousand is one of the next unit.
        let whole = (bytes + scale / 2) / scale;
        if whole < 1000 || index + 1 == units.len() {
            let tenths = (bytes + scale / 20) / (scale / 10);
            let amount = match tenths {
                ..100 if tenths % 10 != 0 => decimal(l, tenths, 1),
                ..100 => number(l, tenths / 10),
                _ => number(l, whole),
            };
            return format!("{amount}{NO_BREAK}{unit}");
        }
        scale *= 1000;
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_size_has_the_unit_that_fits_it() {
        for (bytes, expected) in [
            (-1, ["0 bytes", "0 octet", "0 بايت"]),
            (1, ["1 byte", "1 octet", "1 بايت"]),
            (999, ["999 bytes", "999 octets", "999 بايت"]),
            (1_000, ["1 kB", "1 ko", "1 ك.ب"]),
            (1_240_000, ["1.2 MB", "1,2 Mo", "1,2 م.ب"]),
            (9_949_999, ["9.9 MB", "9,9 Mo", "9,9 م.ب"]),
            (9_950_000, ["10 MB", "10 Mo", "10 م.ب"]),
            (14_600_000, ["15 MB", "15 Mo", "15 م.ب"]),
            (999_499, ["999 kB", "999 ko", "999 ك.ب"]),
            (999_500, ["1 MB", "1 Mo", "1 م.ب"]),
            (2_500_000_000, ["2.5 GB", "2,5 Go", "2,5 غ.ب"]),
            (5_000_000_000_000_000, ["5,000 TB", "5 000 To", "5 000 ت.ب"]),
        ] {
            assert_eq!(Locale::ALL.map(|l| file_size(l, bytes).replace(NO_BREAK, " ")), expected, "{bytes}");
        }
    }

    proptest! {
        #[test]
        fn every_size_has_a_text(bytes in 0..i64::MAX / 2) {
            for l in Locale::ALL {
                prop_assert!(!file_size(l, bytes).is_empty());
            }
        }
    }
}
