//! A canvas with the few strokes from which every scene is made. Measures are parts of its width and height.

use super::{Colour, Scene, Shape};
use crate::random::Random;

/// A scene while it is painted.
pub(super) struct Canvas {
    width: u16,
    height: u16,
    shapes: Vec<(Colour, Shape)>,
    pub(super) random: Random,
}

impl Canvas {
    pub(super) fn new(name: &str, width: u16, height: u16) -> Self {
        Self { width, height, shapes: Vec::new(), random: Random::named(name) }
    }

    pub(super) fn finish(self) -> Scene {
        Scene { width: self.width, height: self.height, shapes: self.shapes }
    }

    fn x(&self, part: f32) -> f32 {
        part * f32::from(self.width)
    }

    fn y(&self, part: f32) -> f32 {
        part * f32::from(self.height)
    }

    pub(super) fn polygon(&mut self, colour: Colour, points: &[(f32, f32)]) {
        let points = points.iter().map(|&(x, y)| (self.x(x), self.y(y))).collect();
        self.shapes.push((colour, Shape::Polygon(points)));
    }

    pub(super) fn rectangle(&mut self, colour: Colour, (left, top): (f32, f32), (width, height): (f32, f32)) {
        let (right, bottom) = (left + width, top + height);
        self.polygon(colour, &[(left, top), (right, top), (right, bottom), (left, bottom)]);
    }

    /// A circle whose radius is a part of the width.
    pub(super) fn circle(&mut self, colour: Colour, (x, y): (f32, f32), radius: f32) {
        let shape = Shape::Circle { x: self.x(x), y: self.y(y), radius: self.x(radius) };
        self.shapes.push((colour, shape));
    }

    /// Bands from the top of the picture to `bottom`, from one colour to another.
    pub(super) fn bands(&mut self, from: Colour, to: Colour, (top, bottom): (f32, f32)) {
        const BANDS: u8 = 9;
        for band in 0..BANDS {
            let part = f32::from(band) / f32::from(BANDS);
            let colour = blend(from, to, f32::from(band) / f32::from(BANDS - 1));
            let start = top + (bottom - top) * part;
            self.rectangle(colour, (0.0, start), (1.0, bottom - start));
        }
    }

    /// Ground with a waving edge that fills the picture downwards. `swell` is the height of the waves.
    pub(super) fn ground(&mut self, colour: Colour, top: f32, swell: f32, waves: f32) {
        const STEPS: u8 = 48;
        let shift = self.random.unit() * std::f32::consts::TAU;
        let mut points = vec![(1.0, 1.0), (0.0, 1.0)];
        for step in 0..=STEPS {
            let x = f32::from(step) / f32::from(STEPS);
            let wave = (x * waves * std::f32::consts::TAU + shift).sin()
                + 0.4 * (x * waves * 14.0 + shift * 2.0).sin();
            points.push((x, top - swell * wave));
        }
        self.polygon(colour, &points);
    }

    /// Points of light between `top` and `bottom`.
    pub(super) fn stars(&mut self, colour: Colour, count: u16, size: f32, (top, bottom): (f32, f32)) {
        for _ in 0..count {
            let at = (self.random.unit(), top + self.random.unit() * (bottom - top));
            let radius = size * (0.4 + self.random.unit());
            self.circle(colour, at, radius);
        }
    }

    /// A star of five points.
    pub(super) fn star(&mut self, colour: Colour, (x, y): (f32, f32), size: f32) {
        let shape = f32::from(self.width) / f32::from(self.height);
        let corner = |at: u8| {
            let angle = f32::from(at) * std::f32::consts::PI / 5.0 - std::f32::consts::FRAC_PI_2;
            let reach = if at.is_multiple_of(2) { size } else { size * 0.42 };
            (x + reach * angle.cos(), y + reach * angle.sin() * shape)
        };
        let points: Vec<_> = (0..10).map(corner).collect();
        self.polygon(colour, &points);
    }

    /// Seeds strewn over a round thing, in a spiral that leaves no two too near.
    pub(super) fn seeds(&mut self, colour: Colour, (x, y): (f32, f32), reach: f32) {
        const SEEDS: u8 = 14;
        let shape = f32::from(self.width) / f32::from(self.height);
        for seed in 1..=SEEDS {
            let angle = f32::from(seed) * 2.4;
            let from_middle = reach * (f32::from(seed) / f32::from(SEEDS)).sqrt();
            let at = (x + from_middle * angle.cos(), y + from_middle * angle.sin() * shape);
            self.circle(colour, at, 0.006);
        }
    }

    /// Slanting drops.
    pub(super) fn rain(&mut self, colour: Colour, count: u16) {
        for _ in 0..count {
            let (x, y) = (self.random.unit() * 1.2, self.random.unit());
            self.polygon(colour, &[(x, y), (x + 0.006, y), (x - 0.02, y + 0.05), (x - 0.026, y + 0.05)]);
        }
    }
}

/// A colour between two others.
pub(super) fn blend(from: Colour, to: Colour, part: f32) -> Colour {
    let mix = |a: u8, b: u8| {
        let value = f32::from(a) + (f32::from(b) - f32::from(a)) * part;
        (0..=255_u8).rev().find(|&whole| f32::from(whole) <= value.max(0.0)).unwrap_or_default()
    };
    Colour(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
}
