//! What is wrong in message files fails the build at its line.

use i18n_codegen::{Language, Source, generate};

const MODEL: &str = "title = Title\n";

fn sources(texts: [&str; 3]) -> Vec<Source> {
    let file = |(language, text): (Language, &str)| Source {
        language,
        path: format!("locales/{}/shop.ftl", language.tag()),
        text: text.to_owned(),
    };
    Language::ALL.into_iter().zip(texts).map(file).collect()
}

/// The problems of three files as they are printed.
fn problems(en: &str, fr: &str, ar: &str) -> Vec<String> {
    let terms = Language::ALL.map(|language| Source {
        language,
        path: format!("locales/{}/terms.ftl", language.tag()),
        text: "-brand = Warraq\n".to_owned(),
    });
    match generate(&sources([en, fr, ar]), &terms) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

/// The one problem that the same text in all languages makes in the English file.
fn in_english(text: &str) -> String {
    problems(text, text, text).into_iter().find(|line| line.contains("/en/")).unwrap_or_default()
}

#[test]
fn a_message_missing_in_a_language_is_named_with_its_line() {
    assert_eq!(
        problems("a = A\nb = B\n", "a = A\nb = B\n", "a = A\n"),
        ["locales/en/shop.ftl:2: `b` has no Arabic text: add it to locales/ar/shop.ftl"]
    );
    assert_eq!(
        problems(MODEL, "title = Titre\n\nold = Vieux\n", MODEL),
        ["locales/fr/shop.ftl:3: `old` has no English text: add it to locales/en/shop.ftl"]
    );
    assert_eq!(
        problems("a = A\n    .label = L\n", "a = A\n    .label = L\n", "a = A\n"),
        ["locales/en/shop.ftl:2: `a.label` has no Arabic text: add it to locales/ar/shop.ftl"]
    );
}

#[test]
fn an_argument_that_one_language_forgets_is_named() {
    assert_eq!(
        problems("by = By { $author }\n", "\nby = De quelqu'un\n", "by = { $author }\n"),
        ["locales/fr/shop.ftl:2: `by` does not use { $author }, which another language does"]
    );
    assert_eq!(
        problems("by = By { $author }\n", "by = { $auteur }\n", "by = { $author }\n").len(),
        3,
        "a misspelt argument is strange to the others, and theirs is missing here"
    );
}

#[test]
fn a_plural_has_all_categories_of_its_language_and_no_others() {
    let en = "n = { $count ->\n    [one] one\n   *[other] { $count }\n}\n";
    assert_eq!(
        problems(en, en, en),
        [
            "locales/fr/shop.ftl:1: $count: French needs the plural variants many too",
            "locales/ar/shop.ftl:1: $count: Arabic needs the plural variants zero, two, few, many too",
        ]
    );
}

#[test]
fn a_plural_variant_that_a_language_does_not_have_is_refused() {
    let few = "n = { $n ->\n    [one] 1\n    [few] 2\n   *[other] { $n }\n}\n";
    assert_eq!(in_english(few), "locales/en/shop.ftl:1: $n: English has no plural variant `few`");
    let starred = "n = { $n ->\n   *[one] 1\n    [other] { $n }\n}\n";
    assert_eq!(
        in_english(starred),
        "locales/en/shop.ftl:1: $n: the variant marked * of a plural is *[other]"
    );
    let twice = "n = { $n ->\n    [a] 1\n    [a] 2\n   *[b] 3\n}\n";
    assert_eq!(in_english(twice), "locales/en/shop.ftl:1: $n: two variants are named `a`");
}

#[test]
fn choices_by_word_have_the_same_words_everywhere() {
    let text = |word: &str| format!("kind = {{ $kind ->\n    [{word}] E\n   *[pdf] P\n}}\n");
    assert_eq!(
        problems(&text("epub"), &text("livre"), &text("epub")),
        ["locales/fr/shop.ftl:1: `kind` has not the same variants as in the other languages"]
    );
}

#[test]
fn an_argument_has_one_type() {
    let number = "a = { NUMBER($x) }\n";
    let word = "a = { $x ->\n    [epub] E\n   *[pdf] P\n}\n";
    assert!(
        problems(number, number, word).iter().any(|line| {
            line == "locales/ar/shop.ftl:1: $x is a number in one place and a word in another"
        })
    );
}

#[test]
fn references_must_lead_somewhere_and_not_in_circles() {
    assert_eq!(in_english("a = { b }\n"), "locales/en/shop.ftl:1: `b` is referred to but not there");
    assert_eq!(in_english("a = { -shop }\n"), "locales/en/shop.ftl:1: `-shop` is referred to but not there");
    assert_eq!(in_english("a = { b }\nb = { a }\n"), "locales/en/shop.ftl:1: `a` refers to itself");
    assert_eq!(
        in_english("a = { -brand(case: \"x\") }\n"),
        "locales/en/shop.ftl:1: -brand: terms take no arguments here"
    );
}

#[test]
fn functions_that_are_not_there_are_refused() {
    assert_eq!(
        in_english("a = 1\nb =\n    { DATETIME($at) }\n"),
        "locales/en/shop.ftl:3: DATETIME: the only function is NUMBER($argument), without options"
    );
}

#[test]
fn names_that_rust_has_taken_are_refused() {
    for (text, name) in
        [("continue = C\n", "`continue`"), ("get = G\n", "`get`"), ("addToCart = A\n", "`addToCart`")]
    {
        assert!(in_english(text).starts_with(&format!("locales/en/shop.ftl:1: {name} cannot be")), "{text}");
    }
    assert_eq!(
        in_english("a = { $type }\n"),
        "locales/en/shop.ftl:1: $type cannot be the name of a parameter"
    );
    assert_eq!(
        in_english("a-b = A\na_b = B\n"),
        "locales/en/shop.ftl:2: `a-b` and `a_b` would be one function"
    );
}

#[test]
fn what_is_not_fluent_or_there_twice_has_its_line() {
    assert!(in_english("a = A\n\nb : B\n").starts_with("locales/en/shop.ftl:3: "));
    assert_eq!(in_english("a = A\nb = B\na = C\n"), "locales/en/shop.ftl:3: `a` is already there on line 1");
}

#[test]
fn bad_typography_has_its_line() {
    assert_eq!(
        problems("a = Really?\n", "\na = Vraiment?\n", "a = حقًا؟\n"),
        ["locales/fr/shop.ftl:2: French sets a space before : ; ! ? and »"]
    );
    assert_eq!(
        in_english("a = a \"book\"\n"),
        "locales/en/shop.ftl:1: straight quotation marks: write “ and ”"
    );
}

#[test]
fn good_files_give_one_function_a_message() {
    let code = generate(
        &sources([
            "a = A\n# For { $who }.\nb = B { $who }\n",
            "a = A\nb = B { $who }\n",
            "a = A\nb = B { $who }\n",
        ]),
        &[],
    );
    let code = code.unwrap();
    assert!(code.contains("pub const fn a(l: ::i18n::Locale) -> &'static str"), "{code}");
    assert!(code.contains("pub fn b(l: ::i18n::Locale, who: &str) -> String"), "{code}");
    assert!(code.contains("/// “B {who}”\n/// \n/// For { $who }.\n///\n/// Key: `b`."), "{code}");
}
