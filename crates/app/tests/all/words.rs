//! What the program does in the background, in words: whoever looks at what failed has to know what it was.

use i18n::Locale;

#[tokio::test]
async fn all_that_is_done_in_the_background_has_words_in_each_language() {
    let registry = crate::site().registry();
    // What the program adds when it serves, and what the worker does for itself.
    let others = ["media.tidy", "jobs.tidy"];
    for name in registry.does().chain(others) {
        for l in Locale::ALL {
            assert!(admin::job_word(l, name).is_some(), "{name} has no words in {l:?}");
        }
    }
    assert!(registry.does().count() > 20);
}
