//! Drawn covers: what is set, that all fits, and that no text can break one.
#![expect(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

use cover::{Drawn, Ground, Size, Spine, drawn};
use image::RgbImage;
use proptest::prelude::*;

const LONG: &str = "The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner: Who lived Eight \
                    and Twenty Years, all alone in an un-inhabited Island on the Coast of America";

fn of<'a>(title: &'a str, author: &'a str) -> Drawn<'a> {
    Drawn { title, author, spine: Spine::Left, ground: Ground::Lapis }
}

fn large(wanted: &Drawn<'_>) -> RgbImage {
    image::load_from_memory(&drawn(wanted).process().unwrap().large.webp).unwrap().into_rgb8()
}

/// Columns that hold ink between two rows, at 396 × 594, inside the frame.
fn inked(picture: &RgbImage, rows: std::ops::Range<u32>) -> Vec<u32> {
    let bright = |x: u32| rows.clone().any(|y| picture.get_pixel(x, y).0[0] > 200);
    (24..372).filter(|&x| bright(x)).collect()
}

#[test]
fn a_latin_title_stands_left_at_the_head_and_its_author_at_the_foot() {
    let picture = large(&of("Le Passeur d’encre", "Lina Haddad"));
    assert!(inked(&picture, 60..170).first().is_some_and(|&x| (46..52).contains(&x)));
    assert!(!inked(&picture, 490..560).is_empty());
    assert!(inked(&picture, 200..480).is_empty());
}

#[test]
fn an_arabic_title_stands_right() {
    let picture =
        large(&Drawn { spine: Spine::Right, ..of("مدينة الورق", "سمير بن علي") });
    assert!(inked(&picture, 50..150).last().is_some_and(|&x| (342..350).contains(&x)));
    assert!(inked(&picture, 50..150).first().is_some_and(|&x| x > 120));
}

#[test]
fn every_title_keeps_inside_its_frame() {
    let titles = [
        LONG,
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
        "تعلّم البرمجة بلغة Rust في ثلاثين يومًا",
    ];
    for title in titles {
        let columns = inked(
            &large(&of(title, "A. Author, B. Author and many others of a long list of names")),
            24..570,
        );
        let (first, last) = (columns.first().unwrap(), columns.last().unwrap());
        assert!(*first >= 44 && *last <= 352, "{title}: {first} to {last}");
    }
}

#[test]
fn a_title_without_a_font_leaves_the_nuqta_and_the_author_that_can_be_set() {
    let picture = large(&of("吾輩は猫である", "Natsume Sōseki"));
    assert_eq!(picture.get_pixel(198, 252).0, [255; 3], "the middle of the nuqta");
    assert!(!inked(&picture, 490..560).is_empty());
    let unsettable = drawn(&of("吾輩は猫である", "夏目漱石")).svg();
    assert_eq!(unsettable, drawn(&of("", "")).svg());
}

#[test]
fn an_empty_author_leaves_the_foot_empty() {
    assert!(inked(&large(&of("Notes", " ")), 300..570).is_empty());
}

#[test]
fn the_svg_is_small_and_holds_outlines_only() {
    for (title, most) in [("Le Passeur d’encre", 5_000), ("مدينة الورق", 5_000), (LONG, 14_000)] {
        let svg = drawn(&of(title, "Lina Haddad")).svg();
        assert!(svg.len() <= most, "{title}: {} bytes", svg.len());
        for banned in ["<text", "font", "<script", "<style", "<image", "data:", "http://", "https://", "NaN"]
        {
            let rest = svg.replacen("http://www.w3.org/2000/svg", "", 1);
            assert!(!rest.contains(banned), "{banned}");
        }
    }
}

#[test]
fn the_same_book_is_drawn_the_same() {
    let wanted = of("Nedjma", "Kateb Yacine");
    assert_eq!(drawn(&wanted).svg(), drawn(&wanted).svg());
    assert_eq!(drawn(&wanted).process().unwrap(), drawn(&wanted).process().unwrap());
}

#[test]
fn all_renditions_of_a_drawn_cover_are_two_to_three_and_light() {
    let made = drawn(&of(LONG, "Daniel Defoe")).process().unwrap();
    for size in Size::ALL {
        let rendition = made.rendition(size);
        assert_eq!((rendition.width, rendition.height), (size.width(), size.width() * 3 / 2));
    }
    assert!(made.medium.webp.len() < 12_000, "{} bytes", made.medium.webp.len());
    assert!(made.placeholder.len() <= 250);
    assert_eq!(made.dominant, Ground::Lapis.colour());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_breaks_a_cover(title in any::<String>(), author in any::<String>()) {
        let svg = drawn(&of(&title, &author)).svg();
        prop_assert!(svg.ends_with("</svg>"));
    }

    #[test]
    fn no_text_of_our_scripts_breaks_a_cover(title in "[a-zéœعربيةڨ\u{200d}\u{64b}\u{301}Ж-яά …\u{202e}(/-]{0,300}") {
        let made = drawn(&of(&title, &title));
        prop_assert!(made.svg().len() < 40_000);
    }
}
