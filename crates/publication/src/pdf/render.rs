//! Draws page 1 with hayro: the cover, and the proof that the reading copy shows what the source shows.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::Pdf,
    render,
    vello_cpu::{Pixmap, color::palette::css::WHITE},
};

use super::wire::{COVER, Drawn, READING, Refusal};

/// The most pixels across and down.
const WIDTH: f32 = 800.0;
const HEIGHT: f32 = 1600.0;

/// Draws page 1 of `source` into the cover, and compares the reading copy if there is one.
pub(super) fn draw(source: &Path, out_dir: &Path) -> Result<Drawn, Refusal> {
    let original = look(source);
    let copy = out_dir.join(READING);
    let faithful = copy.exists().then(|| {
        let copy = look(&copy);
        copy.pages == original.pages && same(copy.picture.as_ref(), original.picture.as_ref())
    });
    let mut drawn = Drawn { cover: None, faithful };
    if let Some(picture) = original.picture {
        let size = (u32::from(picture.width()), u32::from(picture.height()));
        if let Ok(png) = picture.into_png() {
            fs::write(out_dir.join(COVER), png).map_err(|error| Refusal::Machine(error.to_string()))?;
            drawn.cover = Some(size);
        }
    }
    Ok(drawn)
}

struct Look {
    pages: usize,
    picture: Option<Pixmap>,
}

fn look(path: &Path) -> Look {
    let nothing = Look { pages: 0, picture: None };
    let Ok(bytes) = fs::read(path) else { return nothing };
    let look = catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(bytes).ok()?;
        Some(Look { pages: pdf.pages().len(), picture: picture(&pdf) })
    }));
    look.ok().flatten().unwrap_or(nothing)
}

/// Page 1 on white, scaled to fit whatever its size: boxes of millions of units are not rare among hostile files.
fn picture(pdf: &Pdf) -> Option<Pixmap> {
    let page = pdf.pages().first()?;
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return None;
    }
    let scale = (WIDTH / width).min(HEIGHT / height);
    // At least a pixel either way, however long and thin the page.
    let settings =
        PixmapSettings { x_scale: scale.max(1.0 / width), y_scale: scale.max(1.0 / height), bg_color: WHITE };
    let cache = RenderCache::new();
    let drawn = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    (drawn.width() > 0 && drawn.height() > 0).then_some(drawn)
}

fn same(left: Option<&Pixmap>, right: Option<&Pixmap>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => {
            left.width() == right.width() && left.data_as_u8_slice() == right.data_as_u8_slice()
        }
        (None, None) => true,
        _ => false,
    }
}
