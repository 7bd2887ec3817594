//! A book's cover: WebP and JPEG in several widths, its place kept while it loads.

use maud::{Markup, Render, html};

use crate::text::Plain;

/// A cover in one width.
#[derive(Debug, Clone, Copy)]
pub struct CoverFile {
    /// Its width in pixels.
    pub width: u32,
    /// The name of the WebP in the cover's folder.
    pub webp: &'static str,
    /// The name of the JPEG there.
    pub jpeg: &'static str,
}

/// A cover in all its widths.
#[derive(Debug, Clone)]
pub struct Cover {
    /// The address of its folder, with the last slash: `/covers/7/3f…/`.
    pub folder: String,
    /// Narrow to wide: 132, 264 and 396 pixels, fewer where the picture is smaller.
    pub files: &'static [CoverFile],
    /// The picture's own width, or its proportion.
    pub width: u32,
    /// The picture's own height, or its proportion.
    pub height: u32,
    /// A tiny picture as a `data:` address, shown until the real one is there.
    pub placeholder: Option<String>,
}

/// Where a cover stands, which decides how wide it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverSize {
    /// On a card in a shelf.
    Shelf,
    /// On a card in a grid.
    Grid,
    /// On the book's own page.
    Hero,
    /// In a row of a list: 52 px.
    Thumb,
}

impl CoverSize {
    const fn sizes(self) -> &'static str {
        match self {
            Self::Shelf => "(min-width: 64rem) 168px, 132px",
            Self::Grid => "(min-width: 64rem) 184px, (min-width: 45rem) 22vw, 44vw",
            Self::Hero => "(min-width: 64rem) 264px, (min-width: 45rem) 200px, 128px",
            Self::Thumb => "52px",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Shelf | Self::Grid => "cover",
            Self::Hero => "cover cover--hero",
            Self::Thumb => "cover cover--thumb",
        }
    }
}

/// When a picture is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// At once and before others: the one picture that a page is about.
    First,
    /// At once: in sight when the page opens.
    Eager,
    /// When it comes near the window.
    Lazy,
}

/// A picture is nearly two to three; how far from that it may be and still fill the frame, in percent.
const FILLS: std::ops::RangeInclusive<u32> = 58..=80;

/// Draws a cover. It has no text of its own: the title always stands beside it.
pub fn cover(picture: &Cover, size: CoverSize, loading: Loading) -> Markup {
    let Cover { folder, files, width, height, placeholder } = picture;
    let fills = *height > 0 && FILLS.contains(&(width * 100 / height));
    let fallback = files.iter().find(|file| file.width >= 264).or(files.last());
    html! {
        span class=(size.class()) data-whole[!fills] {
            @if let Some(tiny) = placeholder { img.cover__placeholder src=(Plain(tiny)) alt="" width="2" height="3"; }
            @if let Some(fallback) = fallback {
                picture {
                    source type="image/webp" srcset=(Candidates(picture, |file| file.webp)) sizes=(size.sizes());
                    img.cover__image src={ (Plain(folder)) (fallback.jpeg) } srcset=(Candidates(picture, |file| file.jpeg)) sizes=(size.sizes())
                        width=(width) height=(height) alt="" decoding="async"
                        loading=[(loading == Loading::Lazy).then_some("lazy")]
                        fetchpriority=[(loading == Loading::First).then_some("high")];
                }
            }
        }
    }
}

/// A cover's files for `srcset`, by one of their names. A page has dozens, so they are written without a text between.
struct Candidates<'a>(&'a Cover, fn(&CoverFile) -> &'static str);

impl Render for Candidates<'_> {
    fn render_to(&self, page: &mut String) {
        let Self(cover, name) = self;
        for (at, file) in cover.files.iter().enumerate() {
            page.push_str(if at > 0 { ", " } else { "" });
            Plain(&cover.folder).render_to(page);
            Plain(name(file)).render_to(page);
            page.push(' ');
            file.width.render_to(page);
            page.push('w');
        }
    }
}
