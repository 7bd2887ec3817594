//! A colour as screens have it, the contrast of two of them, and the dominant one of a picture.

use std::fmt;

use image::RgbImage;

/// An opaque sRGB colour. `Display` writes `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self::new(255, 255, 255);

    /// From its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Contrast ratio with another colour as WCAG defines it: 1 (none) to 21 (black on white).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour laid over `ground` with the given opacity (0 to 1).
    #[must_use]
    pub fn over(self, ground: Self, opacity: f64) -> Self {
        let mix = |top: u8, below: u8| to_u8(f64::from(top) * opacity + f64::from(below) * (1.0 - opacity));
        Self::new(mix(self.red, ground.red), mix(self.green, ground.green), mix(self.blue, ground.blue))
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// The colour that a person would name: the commonest sixteenth of the colour cube, where vivid colours count up to
/// three times as much as grey ones, so that a red cover with a wide white margin is red.
pub(crate) fn dominant(picture: &RgbImage) -> Colour {
    #[derive(Clone, Copy, Default)]
    struct Bucket {
        weight: u64,
        count: u64,
        sum: [u64; 3],
    }
    let mut buckets = vec![Bucket::default(); 4096];
    for pixel in picture.pixels() {
        let [red, green, blue] = pixel.0;
        let index = usize::from(red >> 4) << 8 | usize::from(green >> 4) << 4 | usize::from(blue >> 4);
        let spread = red.max(green).max(blue) - red.min(green).min(blue);
        let bucket = &mut buckets[index];
        bucket.weight += 128 + u64::from(spread);
        bucket.count += 1;
        for (sum, part) in bucket.sum.iter_mut().zip(pixel.0) {
            *sum += u64::from(part);
        }
    }
    let best = buckets.into_iter().max_by_key(|bucket| bucket.weight).unwrap_or_default();
    let mean = |sum: u64| u8::try_from(sum / best.count.max(1)).unwrap_or(u8::MAX);
    Colour::new(mean(best.sum[0]), mean(best.sum[1]), mean(best.sum[2]))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of u8")]
fn to_u8(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_has_the_highest_contrast() {
        assert!((Colour::new(0, 0, 0).contrast(Colour::WHITE) - 21.0).abs() < 0.01);
    }

    #[test]
    fn a_vivid_cover_with_a_wide_margin_is_named_by_its_colour() {
        let picture =
            RgbImage::from_fn(100, 100, |x, _| image::Rgb(if x < 55 { [255; 3] } else { [200, 20, 20] }));
        assert_eq!(dominant(&picture).to_string(), "#c81414");
    }
}
