//! Whatever is typed is answered calmly.

use testing::book;

use super::{on_both, q};

on_both! {
    async fn no_text_makes_the_search_fail(it: Searched) {
        let mut it = it;
        book("Atlas \"of\" (rain) AND wind").by(&["O’Neil"]).price(300).put(&it.shop).await;
        it.catch_up().await;
        let marks = "\u{301}".repeat(200);
        let letters = "ﷺ".repeat(200);
        let words = "a b ".repeat(50);
        for typed in [
            "title:atlas AND (", "\"", "\\", "* ? ~2 ^3 [a TO b]", "\0", "a\0b", "-", "+", "''''", "l'", "%", "_",
            "' or 1=1 --", "<script>", "{}", "\u{202e}atlas", "ـــــ", "ًٌٍ", "\u{feff}", "\u{10ffff}", "🙂", "9", "978",
            marks.as_str(), letters.as_str(), words.as_str(), "x\u{301}\u{302}",
        ] {
            let answer = it.shop.get(&format!("/api/v1/search?{}", q(typed))).await;
            assert_eq!(answer.status(), 200, "{typed:?}: {}", answer.text());
            let answer = it.shop.get(&format!("/api/v1/search/suggestions?{}", q(typed))).await;
            assert_eq!(answer.status(), 200, "{typed:?}: {}", answer.text());
        }
        assert_eq!(it.titles(&q("\u{202e}atlas\0")).await.len(), 1);
    }
}
