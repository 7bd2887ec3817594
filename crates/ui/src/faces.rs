//! Which fonts a page is set in, told by its own words: they are on their way before its sheet, which names them, has come.

use std::sync::LazyLock;

use i18n::Locale;
use maud::html;

/// The face of all text in Latin letters, figures in Arabic too.
static LATIN: LazyLock<String> = LazyLock::new(|| link("readex-pro-latin-wght-normal.woff2"));
/// Titles in Latin letters; those in Arabic are set in the face of all else.
static TITLES: LazyLock<String> = LazyLock::new(|| link("literata-latin-600-normal.woff2"));
/// The face of all text in Arabic.
static ARABIC: LazyLock<String> = LazyLock::new(|| link("readex-pro-arabic-wght-normal.woff2"));
/// What is read in Arabic.
static NASKH: LazyLock<String> = LazyLock::new(|| link("noto-naskh-arabic-arabic-400-normal.woff2"));

fn link(face: &str) -> String {
    let href = assets::url(face);
    html! { link rel="preload" href=(href) as="font" type="font/woff2" crossorigin; }.into_string()
}

/// The class of what a book is about, by which its sheet chooses the face.
const SYNOPSIS: &str = "synopsis__text";

/// The links to the fonts of a page in a language with this body.
pub(crate) fn faces(l: Locale, body: &str) -> impl Iterator<Item = &'static str> {
    let is_arabic = l == Locale::Ar || has_arabic(body);
    let is_read = is_arabic && body.split_once(SYNOPSIS).is_some_and(|(_, rest)| has_arabic(until_end(rest)));
    let faces: [Option<&str>; 4] = [
        is_arabic.then(|| ARABIC.as_str()),
        Some(LATIN.as_str()),
        (l != Locale::Ar).then(|| TITLES.as_str()),
        is_read.then(|| NASKH.as_str()),
    ];
    faces.into_iter().flatten()
}

fn until_end(html: &str) -> &str {
    html.split_once("</div>").map_or(html, |(text, _)| text)
}

/// Whether there is a character of U+0600 to U+06FF, which begin with these bytes as no others do.
fn has_arabic(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xd8..=0xdb))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(l: Locale, body: &str) -> Vec<&'static str> {
        let of = |link: &'static str| link.split('"').find_map(|part| part.strip_prefix("/assets/")).unwrap();
        faces(l, body)
            .map(|link| of(link).split("-wght").next().unwrap().split("-normal").next().unwrap())
            .collect()
    }

    #[test]
    fn a_page_asks_for_the_fonts_of_its_words_and_no_others() {
        let (latin, titles) = ("readex-pro-latin", "literata-latin-600");
        assert_eq!(named(Locale::Fr, "<p>Ça va – très bien… \u{2068}Ouargla\u{2069}</p>"), [latin, titles]);
        assert_eq!(named(Locale::En, "<p>مدينة</p>"), ["readex-pro-arabic", latin, titles]);
        assert_eq!(named(Locale::Ar, "<p>7</p>"), ["readex-pro-arabic", latin]);
        let about = |text: &str| crate::synopsis(Locale::Ar, &[text.to_owned()], "ar".parse().unwrap()).0;
        assert_eq!(
            named(Locale::Ar, &about("مدينة")),
            ["readex-pro-arabic", latin, "noto-naskh-arabic-arabic-400"]
        );
        let other = format!("{}<p>مدينة</p>", about("Une ville"));
        assert_eq!(named(Locale::Fr, &other), ["readex-pro-arabic", latin, titles]);
    }
}
