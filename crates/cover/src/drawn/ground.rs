//! The papers from which drawn covers are cut.

use crate::Colour;

/// Colour of a drawn cover: the inks of the warraq's desk, dark enough for white letters, but for ochre, which takes
/// brown ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Blue.
    Lapis,
    /// Green.
    Verdigris,
    /// Red.
    Rubric,
    /// Brown-black.
    BrownInk,
    /// Yellow.
    Ochre,
    /// Purple.
    Plum,
    /// Blue-green.
    Petrol,
    /// Yellow-green.
    Olive,
}

impl Ground {
    /// All, in no particular order.
    pub const ALL: [Self; 8] = [
        Self::Lapis,
        Self::Rubric,
        Self::Verdigris,
        Self::Ochre,
        Self::BrownInk,
        Self::Plum,
        Self::Petrol,
        Self::Olive,
    ];

    /// A ground that depends on the text alone: give the slug of a genre to make a genre one colour, or the title.
    pub fn of(text: &str) -> Self {
        // FNV-1a, its bits stirred once more: small, and the same on every machine and in every release, unlike the
        // hasher of `std`.
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let stirred = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        Self::ALL[usize::try_from((stirred >> 40) % 8).unwrap_or(0)]
    }

    /// The paper. Named here as `oklch` of the design's specimens.
    pub const fn colour(self) -> Colour {
        match self {
            Self::Lapis => Colour::new(29, 65, 118),   // .38 .10 258
            Self::Verdigris => Colour::new(2, 85, 63), // .40 .08 168
            Self::Rubric => Colour::new(154, 42, 30),  // .46 .15 30
            Self::BrownInk => Colour::new(58, 42, 31), // .30 .03 55
            Self::Ochre => Colour::new(202, 156, 78),  // .72 .11 78
            Self::Plum => Colour::new(107, 55, 103),   // .42 .10 330
            Self::Petrol => Colour::new(19, 83, 96),   // .41 .065 215
            Self::Olive => Colour::new(79, 88, 36),    // .44 .075 118
        }
    }

    /// The ink that is read best on the paper.
    pub const fn ink(self) -> Colour {
        match self {
            Self::Ochre => Colour::new(37, 23, 13), // .22 .03 55
            _ => Colour::WHITE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_fainter_authors_can_be_read_on_every_ground() {
        for ground in Ground::ALL {
            let author = ground.ink().over(ground.colour(), 0.9);
            assert!(
                author.contrast(ground.colour()) >= 4.5,
                "{ground:?}: {}",
                author.contrast(ground.colour())
            );
        }
    }

    #[test]
    fn the_ground_of_a_text_never_changes_and_all_grounds_come_up() {
        assert_eq!(Ground::of("Le Passeur d’encre"), Ground::of("Le Passeur d’encre"));
        let seen: std::collections::HashSet<_> =
            (0..200).map(|n| Ground::of(&format!("Title {n}"))).collect();
        assert_eq!(seen.len(), Ground::ALL.len());
    }
}
