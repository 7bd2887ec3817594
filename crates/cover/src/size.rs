//! The widths of the design: a book card is 132 CSS pixels wide, on screens of one, two and three pixels to each.

/// One of the three widths in which a cover is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// 132 pixels.
    Small,
    /// 264 pixels.
    Medium,
    /// 396 pixels.
    Large,
}

impl Size {
    /// All, narrowest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// Width in pixels; a narrower original keeps its own.
    pub const fn width(self) -> u32 {
        match self {
            Self::Small => 132,
            Self::Medium => 264,
            Self::Large => 396,
        }
    }

    /// Stable lower-case name, for keys and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}
