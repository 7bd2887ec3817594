//! The sanitiser's promises, each as a test.

use proptest::prelude::*;

use super::*;
use crate::epub::xml::Tree;

/// A small book to resolve addresses against.
pub(super) fn inventory() -> Inventory {
    let mut inventory = Inventory::default();
    for (path, served) in [
        ("OPS/a.xhtml", Served::Document),
        ("OPS/b.xhtml", Served::Document),
        ("OPS/css/a.css", Served::Style),
        ("OPS/css/b.css", Served::Style),
        ("OPS/css/f.otf", Served::Font),
        ("OPS/img/a.png", Served::Picture),
        ("OPS/img/a.svg", Served::Drawing),
        ("OPS/m.mp3", Served::Media),
    ] {
        inventory.add(path.to_owned(), served);
    }
    inventory
}

fn with_context<T>(run: impl FnOnce(&Context<'_>) -> T) -> T {
    let (inventory, limits) = (inventory(), Limits::default());
    run(&Context { path: "OPS/a.xhtml", inventory: &inventory, language: Some("en"), limits: &limits })
}

fn sanitised(markup: &str) -> Clean {
    with_context(|context| document(markup.as_bytes(), context).expect("small"))
}

#[test]
fn a_style_sheet_of_odd_bytes_does_not_change_the_second_time() {
    let sheets: [&[u8]; 4] = [
        b"\xff\xfe\xff\xfe",
        b"\xef\xbb\xbf\xef\xbb\xbfp{color:red}",
        b"/**/\xef\xbb\xbfp{color:red}",
        b"\xfe'\x00\xf4",
    ];
    for bytes in sheets {
        let clean = |bytes: &[u8]| with_context(|context| style_sheet(bytes, context).expect("small").text);
        let once = clean(bytes);
        assert_eq!(clean(once.as_bytes()), once, "{bytes:?}");
    }
}

/// The body of a document whose body is `inner`.
fn body(inner: &str) -> String {
    let markup = format!(
        "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops' \
         xmlns:xlink='http://www.w3.org/1999/xlink'><head><title>t</title></head><body>{inner}</body></html>"
    );
    let text = sanitised(&markup).text;
    assert_safe(&text);
    let from = text.find("<body>").expect("a body") + 6;
    text[from..text.rfind("</body>").expect("its end")].to_owned()
}

fn drawn(markup: &str) -> String {
    let clean = with_context(|context| drawing(markup.as_bytes(), context).expect("small"));
    let text = clean.expect("well-formed").text;
    assert_safe(&text);
    text
}

/// Reads a served document and fails on anything that could run or fetch.
fn assert_safe(text: &str) {
    let tree = Tree::parse("out", text.as_bytes(), 4096).unwrap_or_else(|error| panic!("{error}: {text}"));
    let root = tree.root();
    for element in std::iter::once(root).chain(root.descendants()) {
        let name = element.name().to_ascii_lowercase();
        let forbidden = [
            "script",
            "iframe",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "base",
            "frame",
            "foreignobject",
            "template",
            "textarea",
            "handler",
        ];
        assert!(!forbidden.contains(&name.as_str()), "<{name}> in {text}");
        for (key, value) in element.attributes() {
            let (key, value) = (key.to_ascii_lowercase(), value.trim().to_ascii_lowercase());
            assert!(!key.starts_with("on"), "{key} in {text}");
            assert!(!matches!(
                key.as_str(),
                "srcdoc" | "ping" | "action" | "formaction" | "background" | "data"
            ));
            assert!(key != "http-equiv" && key != "target" && key != "autoplay", "{key} in {text}");
            if key.starts_with("xmlns")
                || matches!(key.as_str(), "title" | "alt" | "content" | "id" | "class")
            {
                continue;
            }
            assert!(!value.contains("javascript:") && !value.contains("data:text"), "{key}={value}");
            let outside = value.contains("http:") || value.contains("https:") || value.starts_with("//");
            assert!(!outside || (name == "a" && key == "href"), "{key}={value} in {text}");
        }
        if name == "style" {
            assert_style_safe(&element.raw_text());
        }
    }
}

/// Reads a served style sheet and fails on anything that would be fetched from elsewhere.
fn assert_style_safe(css: &str) {
    let mut importing = false;
    for token in tokens::Tokens::new(css) {
        let address = match &token {
            tokens::Token::Url(Some(url)) => url.as_str(),
            tokens::Token::Text(text) if importing => text.as_str(),
            tokens::Token::Function(name) => {
                assert!(!css::FORBIDDEN.contains(&name.to_ascii_lowercase().as_str()), "{name} in {css}");
                continue;
            }
            _ => "",
        };
        importing = match &token {
            tokens::Token::At(name) => name.eq_ignore_ascii_case("import"),
            tokens::Token::Space | tokens::Token::Comment => importing,
            _ => false,
        };
        if address.starts_with('#') {
            continue;
        }
        assert!(!address.contains("//") && !address.contains('\\'), "{address} in {css}");
        assert!(!address.contains(':') || address.starts_with("data:image/"), "{address} in {css}");
    }
}

#[test]
fn what_runs_or_fetches_is_replaced_by_something_inert() {
    for (inner, expected) in [
        ("<script>x</script><p>a</p>", "<span hidden=\"hidden\"></span><p>a</p>"),
        ("<p onclick='x' class='c'>a</p>", "<p class=\"c\">a</p>"),
        ("<a href='javascript:x'>a</a>", "<a>a</a>"),
        ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
        ("<a href=' JAVA&#10;script:x'>a</a>", "<a>a</a>"),
        (
            "<a target='_top' ping='http://x' href='https://x.org/'>a</a>",
            "<a href=\"https://x.org/\" rel=\"external noopener noreferrer\">a</a>",
        ),
        ("<img src='http://x/i.png' alt='i'/>", "<img alt=\"i\"/>"),
        ("<img srcset='http://x/i.png 1x, img/a.png 2x'/>", "<img srcset=\"img/a.png 2x\"/>"),
        ("<img src='data:image/svg+xml,x'/>", "<img/>"),
        ("<img src='data:image/png;base64,AA=='/>", "<img src=\"data:image/png;base64,AA==\"/>"),
        ("<iframe src='http://x'>a</iframe>", "<span>a</span>"),
        ("<iframe srcdoc='&lt;script&gt;'/>", "<span></span>"),
        ("<object data='img/a.svg'><p>b</p></object>", "<img src=\"img/a.svg\"/>"),
        ("<object data='x.swf'><p>b</p></object>", "<span><p>b</p></span>"),
        ("<embed src='img/a.png'/>", "<img src=\"img/a.png\"/>"),
        (
            "<form action='http://x'><input name='a'/><b>c</b></form>",
            "<div><span hidden=\"hidden\"></span><b>c</b></div>",
        ),
        ("<p style='background:url(http://x)'>a</p>", "<p style=\"background:none\">a</p>"),
        ("<table background='http://x'><tr><td>a</td></tr></table>", "<table><tr><td>a</td></tr></table>"),
        ("<video src='http://x' poster='http://x' autoplay=''/>", "<video></video>"),
        ("<audio controls='controls' src='m.mp3'/>", "<audio controls=\"controls\" src=\"m.mp3\"></audio>"),
        ("<base href='http://x'/>", "<span hidden=\"hidden\"></span>"),
        ("<body background='http://x'>a</body>", "<div>a</div>"),
        ("<blink>a</blink>", "<span>a</span>"),
        ("a<!-- b -->c<?php x?>", "ac"),
    ] {
        assert_eq!(body(inner), expected, "{inner}");
    }
}

#[test]
fn what_a_book_needs_stays() {
    for same in [
        "<p lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">ا</p>",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
        "<aside epub:type=\"footnote\" id=\"n1\"><p>n</p></aside>",
        "<a href=\"b.xhtml#n%20x\">b</a><a href=\"#x\">x</a>",
        "<img src=\"img/a.png\" alt=\"a &amp; b\" width=\"10\"/>",
        "<table border=\"1\"><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>",
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi mathvariant=\"bold\">x</mi></math>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0\" fill=\"#000\"></path></svg>",
        "<p>&lt;script&gt; &amp;amp;</p>",
    ] {
        assert_eq!(body(same), same);
    }
}

#[test]
fn drawings_keep_their_shapes_and_lose_their_scripts() {
    let svg = |inner: &str| {
        drawn(&format!(
            "<!DOCTYPE svg PUBLIC 'a' 'http://x'><svg xmlns='http://www.w3.org/2000/svg' \
             xmlns:xlink='http://www.w3.org/1999/xlink' onload='x'>{inner}</svg>"
        ))
    };
    for (inner, expected) in [
        ("<script>x</script>", "<g display=\"none\"></g>"),
        (
            "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
            "<g display=\"none\"></g>",
        ),
        ("<a xlink:href='javascript:x'><text>t</text></a>", "<a><text>t</text></a>"),
        ("<animate attributeName='href' values='javascript:x'/>", "<g display=\"none\"></g>"),
        (
            "<animate attributeName='x' from='0' to='1'/>",
            "<animate attributeName=\"x\" from=\"0\" to=\"1\"></animate>",
        ),
        ("<image xlink:href='http://x/i.png'/>", "<image></image>"),
        ("<image xlink:href='img/a.png'/>", "<image href=\"img/a.png\"></image>"),
        ("<use xlink:href='#a'/><use href='http://x#a'/>", "<use href=\"#a\"></use><use></use>"),
        ("<rect fill='url(http://x#g)'/>", "<rect fill=\"none\"></rect>"),
        ("<rect fill='url(#g)'/>", "<rect fill=\"url(&quot;#g&quot;)\"></rect>"),
        ("<metadata><x xmlns='y'/></metadata>", "<g display=\"none\"></g>"),
    ] {
        let text = svg(inner);
        let shown = text.split_once("2000/svg\">").map_or("", |(_, rest)| rest).trim_end_matches("</svg>");
        assert_eq!(shown, expected, "{inner}");
    }
}

#[test]
fn the_head_keeps_its_places() {
    let text = sanitised(
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><meta charset='x'/><base href='http://x'/>\
         <link rel='stylesheet' href='css/a.css'/><link rel='preload' href='http://x'/>\
         <meta http-equiv='refresh' content='0;url=http://x'/><style>@import 'http://x';</style>\
         <meta name='viewport' content='width=1,height=2'/></head><body/></html>",
    )
    .text;
    assert_safe(&text);
    insta::assert_snapshot!(text, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><meta charset="utf-8"/><meta name="removed" content=""/><link rel="stylesheet" type="text/css" href="css/a.css"/><meta name="removed" content=""/><meta name="removed" content=""/><style></style><meta name="viewport" content="width=1,height=2"/></head><body></body></html>
    "#);
}

#[test]
fn broken_markup_is_read_as_a_browser_reads_it() {
    let clean = sanitised("<html><body><p>unclosed <b>bold</p> &nbsp; &undefined; <br> <img src=x></body>");
    assert!(clean.repairs.malformed);
    assert_safe(&clean.text);
    insta::assert_snapshot!(clean.text.replace('\u{a0}', "~"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head></head><body><p>unclosed <b>bold</b></p><b> ~ &amp;undefined; <br/> <img/></b></body></html>
    "#);
}

#[test]
fn an_empty_title_does_not_swallow_a_broken_document() {
    let clean = sanitised("<html><head><title/></head><body><a id='x'/><p>text</body></html>");
    assert!(clean.text.contains("<body><a id=\"x\"></a><p>text</p></body>"), "{}", clean.text);
}

#[test]
fn entities_of_a_document_are_never_expanded() {
    let clean = sanitised(
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html xmlns='http://www.w3.org/1999/xhtml'>\
         <head><title>t</title></head><body>&x;</body></html>",
    );
    assert!(clean.text.contains("<body>&amp;x;</body>"), "{}", clean.text);
}

#[test]
fn depth_is_bounded_whoever_parses() {
    for end in ["</div>", ""] {
        let deep = format!(
            "<html xmlns='http://www.w3.org/1999/xhtml'><head></head><body>{}x{}</body></html>",
            "<div>".repeat(50_000),
            end.repeat(50_000)
        );
        let clean = sanitised(&deep);
        assert!(clean.repairs.depth);
        assert!(clean.text.matches("<div>").count() <= 256);
        assert_safe(&clean.text);
    }
}

#[test]
fn a_sample_ends_at_a_block_and_is_whole_markup() {
    let paragraph = "<p>Some words of a paragraph that is long enough to count.</p>";
    let markup = format!(
        "<html xmlns='http://www.w3.org/1999/xhtml'><head/><body><div>{}</div></body></html>",
        paragraph.repeat(100)
    );
    let clean = with_context(|context| document_up_to(markup.as_bytes(), context, Some(600)).expect("small"));
    assert_safe(&clean.text);
    assert!(clean.text.ends_with("count.</p></div></body></html>"), "{}", clean.text);
    assert!(clean.text.len() < 1_000 && clean.text.len() > 700);
    let single = format!(
        "<html xmlns='http://www.w3.org/1999/xhtml'><head/><body>{}</body></html>",
        "word ".repeat(5000)
    );
    let clean = with_context(|context| document_up_to(single.as_bytes(), context, Some(600)).expect("small"));
    assert!(clean.text.len() < 1_600, "{}", clean.text.len());
}

/// Pieces of markup, good and bad, to be strewn about.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<div class='a'>",
        "</div>",
        "<script>alert(1)</script>",
        "<script src='//x'>",
        "</script>",
        "<svg xmlns='http://www.w3.org/2000/svg'>",
        "</svg>",
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'/>",
        "<math>",
        "</math>",
        "<style>a{b:url(http://x)}</style>",
        "<style>",
        "</style>",
        "<a href='javascript:alert(1)'>",
        "<a href='http://x/'>",
        "</a>",
        "<img src=x onerror=alert(1)>",
        "<img src='img/a.png'/>",
        "<table>",
        "<td>",
        "</table>",
        "<iframe srcdoc='<script>'>",
        "<title>",
        "</title>",
        "<textarea>",
        "<template><script>",
        "</template>",
        "<![CDATA[<script>]]>",
        "<!--",
        "-->",
        "<!DOCTYPE html [<!ENTITY e '<script>'>]>",
        "&e;",
        "&lt;script&gt;",
        "&#x3c;script>",
        "&nbsp;",
        "<foreignObject>",
        "<animate attributeName='href' to='javascript:x'/>",
        "<annotation-xml encoding='text/html'>",
        "<body onload='x'>",
        "<html>",
        "<head>",
        "</head>",
        "<meta http-equiv='refresh' content='0;url=http://x'>",
        "<base href='http://x'>",
        "<p style=\"a:u\\72l(http://x)\">",
        "<mglyph><style>",
        "<noscript><p title='</noscript><img src=x onerror=x>'>",
        "<select><option>",
        "<br/>",
        "\0",
        "<p/ onclick=x>",
        "<svg><a xlink:href='javascript:x'>",
        "<image href='http://x'/>",
        "<plaintext>",
        "<frameset>",
    ]);
    prop_oneof![4 => fixed.prop_map(str::to_owned), 1 => "[a-z<>&\"'= /\\\\;:(){}]{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn nothing_survives_that_runs_or_fetches(pieces in prop::collection::vec(piece(), 0..24), whole in any::<bool>()) {
        let inner = pieces.concat();
        let markup = if whole {
            format!("<html xmlns='http://www.w3.org/1999/xhtml'><head/><body>{inner}</body></html>")
        } else {
            inner
        };
        let once = sanitised(&markup);
        assert_safe(&once.text);
        let twice = sanitised(&once.text);
        prop_assert_eq!(&once.text, &twice.text);
        prop_assert!(!twice.repairs.malformed);
    }

    #[test]
    fn style_is_stable_and_fetches_nothing(pieces in prop::collection::vec(prop_oneof![
        prop::sample::select(vec!["url(", ")", "u", "rl(", "@import ", "'http://x'", "\"a.css\"", ";", "{", "}", "\\", "\n", "/*", "*/",
            "http://x", "a", ":", "image-set(", "@charset 'x';", "<!--", "-->", "\\75", "#", "1", "e", "-", ".", "expression("])
            .prop_map(str::to_owned), "[ -~]{0,6}"], 0..24)) {
        let source = pieces.concat();
        let inventory = inventory();
        let once = css::clean(&source, "OPS/a.css", &inventory).text;
        let twice = css::clean(&once, "OPS/a.css", &inventory).text;
        prop_assert_eq!(&once, &twice, "{}", source);
        assert_style_safe(&once);
    }
}
