//! What a picture is made of: flat shapes, painted one over another.

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// A picture: the first shape lies at the bottom. The origin is the top left corner.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) width: u16,
    pub(crate) height: u16,
    pub(crate) shapes: Vec<(Colour, Shape)>,
}

/// A closed shape, filled with one colour.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Polygon(Vec<(f32, f32)>),
    Circle { x: f32, y: f32, radius: f32 },
}
