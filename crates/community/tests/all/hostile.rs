//! Words that want to be more than words.

use community::{Inline, Text, open_text, paragraphs, parts};
use maud::{Markup, html};
use serde_json::{Value, json};
use testing::{TestResponse, book, hostile_words, on_both_databases};
use web::Role;

use crate::{days_later, say, site};

/// The text as any page draws it: every piece escaped, every link a link.
fn drawn(pieces: &[Inline<'_>]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Inline::Text(text) => { (text) }
                Inline::Break => { br; }
                Inline::Link { href, text } => { a href=(href) rel="ugc nofollow noopener" { (text) } }
                Inline::Spoiler(inside) => { details { (drawn(inside)) } }
            }
        }
    }
}

/// What is left of a drawn text without the marks that are ours. Anything that could still open an element or leave an
/// attribute would be seen in it.
fn foreign(html: &str) -> String {
    let mut left = html.to_owned();
    for own in ["<br>", "</a>", "<details>", "</details>"] {
        left = left.replace(own, "");
    }
    while let Some(at) = left.find("<a href=\"http") {
        let from = at + "<a href=\"".len();
        let end = from + left[from..].find('"').unwrap();
        let address = &left[from..end];
        assert!(!address.contains(['<', '>', '\'', '`', ' ', '\n', '\\']), "{address}");
        let tail = " rel=\"ugc nofollow noopener\">";
        assert_eq!(&left[end + 1..end + 1 + tail.len()], tail);
        left.replace_range(at..end + 1 + tail.len(), "");
    }
    left
}

#[test]
fn every_hostile_word_is_drawn_as_a_word() {
    for words in hostile_words() {
        let Ok(text) = Text::parse(&words) else { panic!("{words:?}") };
        for paragraph in paragraphs(text.as_str()) {
            let html = drawn(&paragraph).into_string();
            let left = foreign(&html);
            assert!(!left.contains(['<', '>', '"']), "{words:?}: {html}");
        }
        let again: String = parts(text.as_str()).iter().map(|part| part.text()).collect();
        let bare = |text: &str| text.replace('|', "");
        assert_eq!(bare(&again), bare(text.as_str()));
        assert!(open_text(text.as_str()).len() <= text.as_str().len() + 3);
    }
}

/// An answer that no browser takes for a page.
fn inert(answer: &TestResponse) -> Value {
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    answer.json()
}

on_both_databases! {
    in site();

    async fn every_hostile_word_comes_back_as_it_was_sent(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        for (username, role) in [("leila", Role::Reader), ("salim", Role::Moderator)] {
            shop.account(username, role).await;
        }
        let leila = days_later(&shop, 8, "leila").await;
        let salim = shop.sign_in("salim").await;
        for words in hostile_words() {
            let kept = Text::parse(&words).unwrap();
            let said = say(&leila, id, &words).await;
            assert_eq!(said["text"], kept.as_str());
            let path = format!("/comments/{}", said["id"]);
            assert_eq!(inert(&leila.get(&path).await)["text"], kept.as_str());
            let act = json!({ "act": "hide", "reason": "other", "note": words });
            let case = salim.post(&format!("/admin/reports/{}/acts", said["id"]), act).await;
            assert_eq!(inert(&case)["comment"]["hidden_note"], kept.as_str());
        }
        let list = inert(&leila.get("/me/comments?limit=100").await);
        assert_eq!(list["items"][0]["text"], Text::parse(hostile_words().last().unwrap()).unwrap().as_str());
        inert(&leila.get("/me/notices?limit=100").await);
        inert(&salim.get("/admin/reports?kind=hidden&limit=100").await);
    }
}
