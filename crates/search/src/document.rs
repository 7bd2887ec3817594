//! What can be found, as the index is told of it.

/// Kinds of things in one index: books, authors, whatever the caller numbers so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub u8);

/// How many facets a document has; what each means is the caller's affair.
pub const FACETS: usize = 9;
/// How many numbers a document can be sorted by.
pub const ORDERS: usize = 4;

/// Something that can be found.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Its key among those of its kind.
    pub id: u64,
    /// What it is called; the first is shown, the others are found as well.
    pub titles: Vec<String>,
    /// Who made it.
    pub people: Vec<String>,
    /// What stands beside the title: subtitle, series, publisher.
    pub aside: Vec<String>,
    /// Running text; it counts least.
    pub body: String,
    /// Numbers by which exactly this is meant, without hyphens.
    pub codes: Vec<String>,
    /// The values it has in each facet.
    pub facets: [Vec<u64>; FACETS],
    /// What it is sorted by; a document without a number is left out of that order.
    pub orders: [Option<u64>; ORDERS],
    /// How much it is asked for, 0 to 255: decides between what fits equally well.
    pub weight: u8,
}
