//! How a book asks to be laid out: fixed or flowing, in spreads or alone, in what window.

use serde::{Deserialize, Serialize};

use super::xml::Element;

/// Whether pages are fixed or text flows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Text flows into whatever window there is.
    #[default]
    Reflowable,
    /// Every page has its own size (`pre-paginated`).
    Fixed,
}

/// The size of a fixed page in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Viewport {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
}

/// The `rendition:*` properties of the whole book.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rendition {
    /// Fixed or flowing.
    pub layout: Layout,
    /// `auto`, `paginated`, `scrolled-doc` or `scrolled-continuous`.
    pub flow: String,
    /// `auto`, `none`, `landscape` or `both`.
    pub spread: String,
    /// `auto`, `landscape` or `portrait`.
    pub orientation: String,
    /// The size of pages: of the book, or of its first fixed page.
    pub viewport: Option<Viewport>,
}

/// Reads the properties from the package's metadata element, Kindle's and Apple's older names too.
pub(super) fn read(metadata: Element<'_>) -> Rendition {
    let property = |name: &str| {
        let found = metadata.all("meta").find(|meta| {
            meta.attribute("refines").is_none()
                && (meta.attribute("property") == Some(name) || meta.attribute("name") == Some(name))
        });
        found.map(|meta| {
            let text = meta.text();
            if text.is_empty() {
                meta.attribute("content").unwrap_or_default().trim().to_owned()
            } else {
                text
            }
        })
    };
    let one_of = |name: &str, values: &[&str]| {
        let value = property(name).unwrap_or_default();
        // `portrait` is a deprecated spread that meant both.
        let value = if value == "portrait" && name.ends_with("spread") { "both".to_owned() } else { value };
        if values.contains(&value.as_str()) { value } else { "auto".to_owned() }
    };
    let fixed = property("rendition:layout").as_deref() == Some("pre-paginated")
        || property("fixed-layout").as_deref() == Some("true");
    let resolution = || {
        let text = property("original-resolution")?;
        let (width, height) = text.split_once('x')?;
        viewport_of(width.trim(), height.trim())
    };
    Rendition {
        layout: if fixed { Layout::Fixed } else { Layout::Reflowable },
        flow: one_of("rendition:flow", &["paginated", "scrolled-doc", "scrolled-continuous"]),
        spread: one_of("rendition:spread", &["none", "landscape", "both"]),
        orientation: one_of("rendition:orientation", &["landscape", "portrait"]),
        viewport: property("rendition:viewport").and_then(|text| parse_viewport(&text)).or_else(resolution),
    }
}

/// Reads `width=1024, height=768`, as in `meta name="viewport"`.
pub(super) fn parse_viewport(text: &str) -> Option<Viewport> {
    let value = |name: &str| {
        text.split([',', ';', ' ']).find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            key.trim().eq_ignore_ascii_case(name).then_some(value)
        })
    };
    viewport_of(value("width")?, value("height")?)
}

/// A viewport from two lengths in pixels, `px` allowed.
pub(super) fn viewport_of(width: &str, height: &str) -> Option<Viewport> {
    let length = |text: &str| {
        let number = text.trim().trim_end_matches("px").parse::<f64>().ok()?;
        (number.is_finite() && number > 0.0 && number <= 100_000.0).then_some(number)
    };
    Some(Viewport { width: length(width)?, height: length(height)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_viewport_needs_two_lengths() {
        assert_eq!(parse_viewport("width=1200, height=900"), Some(Viewport { width: 1200.0, height: 900.0 }));
        assert_eq!(parse_viewport("height=9px;width=8"), Some(Viewport { width: 8.0, height: 9.0 }));
        for text in ["width=device-width, initial-scale=1", "width=0,height=4", "", "width=1e9,height=1"] {
            assert_eq!(parse_viewport(text), None, "{text}");
        }
    }
}
