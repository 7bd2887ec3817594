//! Whether words can be read on the colours that the owner wants.

use cover::Colour;
use i18n::Locale;
use web::FieldErrors;
use web::shop::{Setting, WORDS};

use crate::words::settings as t;

/// The contrast that words need at least, in tenths (WCAG 2.2, 1.4.3).
const LEAST: i64 = 45;

/// What is said of a ground: by how much words stand out from it, and by how much they would have to.
type Refusal = fn(Locale, &str, &str) -> String;

/// Notes where the words of the bar would not stand out from a ground, and by how much they do.
pub(super) fn check(errors: &mut FieldErrors, setting: Setting, value: Option<&str>) {
    let (words, refusal): (&str, Refusal) = match setting {
        Setting::Accent => (WORDS.0, t::light_unreadable),
        Setting::AccentDark => (WORDS.1, t::dark_unreadable),
        _ => return,
    };
    let Some((ground, words)) = value.and_then(read).zip(read(words)) else { return };
    let tenths = tenths(ground.contrast(words));
    if tenths < LEAST {
        errors.add(setting.name(), "low_contrast", move |l: Locale| {
            refusal(l, &i18n::decimal(l, tenths, 1), &i18n::decimal(l, LEAST, 1))
        });
    }
}

/// A ratio in tenths, rounded down, so that nothing is called 4.5 that is less.
fn tenths(ratio: f64) -> i64 {
    (10_i32..=210).rev().find(|tenths| f64::from(*tenths) <= ratio * 10.0).map_or(10, i64::from)
}

/// A colour as settings write it.
fn read(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Colour::new(part(0)?, part(2)?, part(4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(setting: Setting, colour: &str) -> bool {
        let mut errors = FieldErrors::default();
        check(&mut errors, setting, Some(colour));
        !errors.is_empty()
    }

    #[test]
    fn a_ground_is_dark_enough_for_light_words_and_the_other_way_round() {
        assert!(!is_refused(Setting::Accent, "#0a5c36") && is_refused(Setting::Accent, "#f0c000"));
        assert!(!is_refused(Setting::AccentDark, "#f0c000") && is_refused(Setting::AccentDark, "#0a5c36"));
        let (light, dark) = web::shop::OURS;
        assert!(!is_refused(Setting::Accent, light) && !is_refused(Setting::AccentDark, dark));
    }
}
