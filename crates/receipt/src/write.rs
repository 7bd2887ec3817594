//! Writes composed pages as PDF.

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::Outline;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::Font;
use krilla::{Document, SerializeSettings};

use crate::compose::Composed;
use crate::sheet::{Owner, Piece};
use crate::style::{Colour, PAGE, RUBRIC};
use crate::tags::Tags;
use crate::text::TextLine;
use crate::{Error, Receipt, face};

/// Stands where a receipt says neither its title nor its heading; a document must have one.
const UNTITLED: &str = "—";

pub(crate) fn write(receipt: &Receipt, composed: Composed) -> Result<Vec<u8>, Error> {
    let Composed { sheet, mut tags } = composed;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|why| Error::Unwritable(format!("{why:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..Default::default() });
    document.set_metadata(metadata(receipt));
    // Needed where accessibility is promised; a receipt is short enough to have none.
    document.set_outline(Outline::new());
    let fonts = face::for_pdf();
    let settings = PageSettings::from_wh(PAGE.0, PAGE.1)
        .ok_or_else(|| Error::Unwritable("A4 is no size of a page".to_owned()))?;
    for pieces in &sheet.pages {
        let mut page = document.start_page_with(settings.clone());
        let mut surface = page.surface();
        for piece in pieces {
            draw(piece, &fonts, &mut tags, &mut surface);
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tags.tree(receipt.locale.tag(), title(&receipt.heading)));
    document.finish().map_err(|why| Error::Unwritable(format!("{why:?}")))
}

fn title(text: &str) -> &str {
    if text.trim().is_empty() { UNTITLED } else { text }
}

fn metadata(receipt: &Receipt) -> Metadata {
    let named =
        if receipt.document_title.trim().is_empty() { &receipt.heading } else { &receipt.document_title };
    // Controls have no place in metadata, which some readers take for XML.
    let named: String = title(named).chars().filter(|one| !one.is_control()).collect();
    Metadata::new().title(title(&named).to_owned()).language(receipt.locale.tag().to_owned())
}

fn draw(piece: &Piece, fonts: &[Option<Font>], tags: &mut Tags, surface: &mut Surface<'_>) {
    match piece {
        Piece::Text { line, x, baseline, colour, owner } => {
            surface.set_fill(Some(fill(*colour)));
            let tag = match owner {
                Owner::Part(_) => ContentTag::Span(SpanTag::empty()),
                Owner::Repeated => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
            };
            let content = surface.start_tagged(tag);
            draw_line(line, *x, *baseline, fonts, surface);
            surface.end_tagged();
            if let Owner::Part(part) = owner {
                tags.place(*part, content);
            }
        }
        Piece::Rule { x, y, width, height, colour } => {
            let path = Rect::from_xywh(*x, *y, *width, *height).and_then(|rectangle| {
                let mut path = PathBuilder::new();
                path.push_rect(rectangle);
                path.finish()
            });
            draw_shape(path, *colour, surface);
        }
        Piece::Nuqta { x, y, half } => draw_shape(rhombus(*x, *y, *half), RUBRIC, surface),
    }
}

fn draw_line(line: &TextLine, x: f32, baseline: f32, fonts: &[Option<Font>], surface: &mut Surface<'_>) {
    for run in &line.runs {
        if let Some(Some(font)) = fonts.get(run.face) {
            let start = Point::from_xy(x + run.x, baseline);
            surface.draw_glyphs(start, &run.glyphs, font.clone(), &run.text, run.size, false);
        }
    }
}

fn draw_shape(path: Option<Path>, colour: Colour, surface: &mut Surface<'_>) {
    let Some(path) = path else { return };
    surface.set_fill(Some(fill(colour)));
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.draw_path(&path);
    surface.end_tagged();
}

fn rhombus(x: f32, y: f32, half: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(x, y - half);
    path.line_to(x + half, y);
    path.line_to(x, y + half);
    path.line_to(x - half, y);
    path.close();
    path.finish()
}

fn fill(Colour(red, green, blue): Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}
