//! Text flows down pages of the size A5.

use std::collections::HashMap;

use krilla::Document;
use krilla::geom::Point;
use krilla::page::PageSettings;
use krilla::surface::Surface;

use super::face::{Faces, Weight};
use super::line;
use crate::error::Error;

/// A5 in points.
const PAGE: (f32, f32) = (419.5, 595.3);
const MARGIN: f32 = 52.0;
/// The last baseline of the text, and that of the page number.
const FOOT: f32 = PAGE.1 - 62.0;
const NUMBER: f32 = PAGE.1 - 34.0;
const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Heading,
    Strong,
    Body,
    Small,
    Centred,
}

impl Style {
    fn weight(self) -> Weight {
        match self {
            Self::Title | Self::Heading | Self::Strong => Weight::Strong,
            Self::Body | Self::Small | Self::Centred => Weight::Text,
        }
    }

    fn size(self) -> f32 {
        match self {
            Self::Title => 25.0,
            Self::Heading => 17.0,
            Self::Strong | Self::Body | Self::Centred => 10.8,
            Self::Small => 9.2,
        }
    }

    fn is_centred(self) -> bool {
        matches!(self, Self::Title | Self::Heading | Self::Centred)
    }
}

struct Line {
    text: String,
    style: Style,
    baseline: f32,
}

/// The pages as they fill.
pub(super) struct Flow<'f> {
    faces: &'f Faces,
    right_to_left: bool,
    pages: Vec<Vec<Line>>,
    y: f32,
    /// Widths of words for size 1: books repeat theirs.
    widths: HashMap<(String, Weight), f32>,
}

impl<'f> Flow<'f> {
    pub(super) fn new(faces: &'f Faces, right_to_left: bool) -> Self {
        Self { faces, right_to_left, pages: Vec::new(), y: MARGIN, widths: HashMap::new() }
    }

    /// Begins a page; its index.
    pub(super) fn new_page(&mut self) -> usize {
        self.pages.push(Vec::new());
        self.y = MARGIN + 10.0;
        self.pages.len() - 1
    }

    /// Leaves some points free.
    pub(super) fn skip(&mut self, points: f32) {
        self.y += points;
    }

    /// Breaks a paragraph into lines and the lines into pages.
    pub(super) fn paragraph(&mut self, text: &str, style: Style) {
        let leading = style.size() * if self.right_to_left { 1.9 } else { 1.5 };
        for text in self.lines(text, style) {
            if self.y + leading > FOOT {
                self.new_page();
            }
            self.y += leading;
            let baseline = self.y;
            if let Some(page) = self.pages.last_mut() {
                page.push(Line { text, style, baseline });
            }
        }
    }

    fn lines(&mut self, text: &str, style: Style) -> Vec<String> {
        let measure = MEASURE / style.size();
        let space = self.word_width(" ", style.weight());
        let (mut lines, mut line, mut width) = (Vec::new(), String::new(), 0.0);
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let word_width = self.word_width(word, style.weight());
            if !line.is_empty() && width + space + word_width > measure {
                lines.push(std::mem::take(&mut line));
                width = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                width += space;
            }
            line.push_str(word);
            width += word_width;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    fn word_width(&mut self, word: &str, weight: Weight) -> f32 {
        let (faces, right_to_left) = (self.faces, self.right_to_left);
        let key = (word.to_owned(), weight);
        *self.widths.entry(key).or_insert_with(|| line::width(faces, weight, word, right_to_left))
    }

    /// Draws all pages.
    pub(super) fn draw(&self, document: &mut Document) -> Result<(), Error> {
        for (index, lines) in self.pages.iter().enumerate() {
            let settings = PageSettings::from_wh(PAGE.0, PAGE.1);
            let settings = settings.ok_or_else(|| Error::Pdf("the size of the page".to_owned()))?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for line in lines {
                self.draw_line(&mut surface, line);
            }
            // The title page carries no number.
            if index > 0 {
                let number = Line { text: (index + 1).to_string(), style: Style::Centred, baseline: NUMBER };
                self.draw_line(&mut surface, &number);
            }
            surface.finish();
            page.finish();
        }
        Ok(())
    }

    fn draw_line(&self, surface: &mut Surface<'_>, line: &Line) {
        let (weight, size) = (line.style.weight(), line.style.size());
        let runs = line::set(self.faces, weight, &line.text, self.right_to_left);
        let width = size * runs.iter().map(|run| run.width).sum::<f32>();
        let mut x = match (line.style.is_centred(), self.right_to_left) {
            (true, _) => (PAGE.0 - width) / 2.0,
            (false, true) => PAGE.0 - MARGIN - width,
            (false, false) => MARGIN,
        };
        for run in runs {
            let Some(face) = self.faces.get(weight, run.face) else { continue };
            let start = Point::from_xy(x, line.baseline);
            surface.draw_glyphs(
                start,
                &run.glyphs,
                face.written.clone(),
                &run.text,
                size * face.scale,
                false,
            );
            x += size * run.width;
        }
    }
}
