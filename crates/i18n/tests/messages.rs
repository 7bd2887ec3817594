//! The generated functions, on a set of messages that uses everything a message file may.

use i18n::Locale::{self, Ar, En, Fr};

#[expect(clippy::pedantic, unreachable_pub, reason = "generated")]
mod t {
    include!(concat!(env!("OUT_DIR"), "/sample.rs"));
}

/// Without the marks that isolate arguments.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ")
}

#[test]
fn a_message_without_arguments_costs_nothing() {
    const TEXT: &str = t::add_to_cart(Fr);
    assert_eq!(TEXT, "Ajouter au panier");
    assert_eq!(
        Locale::ALL.map(t::welcome),
        ["Welcome to Warraq", "Bienvenue chez Warraq\u{a0}!", "مرحبًا بكم في ورّاق"]
    );
}

#[test]
fn an_attribute_is_a_function_of_its_own() {
    assert_eq!(t::add_to_cart_label(En, "The Lighthouse"), "Add \u{2068}The Lighthouse\u{2069} to the cart");
}

#[test]
fn each_plural_category_has_its_form() {
    for (n, text) in [
        (0, "لا كتب"),
        (1, "كتاب واحد"),
        (2, "كتابان"),
        (3, "3 كتب"),
        (11, "11 كتابًا"),
        (100, "100 كتاب"),
        (1103, "1 103 كتب"),
    ] {
        assert_eq!(plain(&t::book_count(Ar, n)), text);
    }
    assert_eq!(plain(&t::book_count(Fr, 0)), "0 livre");
    assert_eq!(plain(&t::book_count(Fr, 2_000_000)), "2 000 000 de livres");
    assert_eq!(plain(&t::book_count(En, 1250)), "1,250 books");
}

#[test]
fn an_exact_number_goes_before_its_category() {
    assert_eq!(Locale::ALL.map(|l| t::empty_cart(l, 0, "")), ["Nothing here", "Rien ici", "لا شيء هنا"]);
    assert_eq!(plain(&t::empty_cart(Fr, 1, "5 DA")), "Un livre pour 5 DA");
}

#[test]
fn a_message_may_be_part_of_another() {
    assert_eq!(plain(&t::shelf(Fr, "Romans", 3)), "Romans : 3 livres");
}

#[test]
fn a_choice_by_word_falls_to_its_default() {
    assert_eq!(t::format(En, "epub"), "Reads on any screen");
    assert_eq!(t::format(En, "pdf"), "Keeps its pages");
}

#[test]
fn numbers_are_written_as_the_language_does() {
    assert_eq!(
        Locale::ALL.map(|l| plain(&t::page_of(l, 7, 1370))),
        ["Page 7 of 1,370", "Page 7 sur 1 370", "الصفحة 7 من 1 370"]
    );
}

#[test]
fn arguments_come_in_the_order_of_the_english_text() {
    assert_eq!(plain(&t::likes(En, "Leïla", 1)), "Leïla and one other reader like this");
    assert_eq!(plain(&t::likes(Ar, "ليلى", 2)), "أعجب ليلى وقارئين آخرين بهذا");
    assert_eq!(plain(&t::likes(Fr, "Leïla", 1_000_000)), "Leïla et 1 000 000 d’autres personnes aiment cela");
}

#[test]
fn texts_for_scripts_are_found_by_key() {
    assert_eq!(t::get(Ar, "add-to-cart"), Some("أضف إلى السلة"));
    assert_eq!(t::get(Ar, "book-count"), None, "it has an argument");
    assert_eq!(t::get(Ar, "nothing"), None);
    assert!(t::KEYS.contains(&"add-to-cart.label") && t::KEYS.len() == 9);
}
