//! A search engine for titles and names in English, French and Arabic that forgives typing errors. It knows nothing of
//! shops or databases: it is told of [`Document`]s, and finds them.
//!
//! Tantivy keeps the index (lists of documents for each term, columns of numbers) and sees to it that a commit is
//! whole or has not been. What is asked of those lists is our own, because no query of an engine made for long texts
//! forgives enough in a title of three words:
//!
//! 1. Documents that have all words, as written, in another form, or as the other script spells them (`matching`).
//! 2. Titles that share groups of three letters with the whole text, compared letter by letter (`grams`). Errors at the
//!    edges of words, which tear words apart or glue them together, are found only here.
//! 3. If that is little: documents whose words are near the words typed.
//!
//! Inside one long text, a book's, nothing is forgiven but what folding forgives: see `passages`.
//!
//! How well a document fits depends on the text and on the document alone, not on how frequent words are in the whole
//! index: so a place in an answer stays right while documents come and go.

mod answer;
mod asked;
mod correct;
mod distance;
mod document;
mod fold;
mod grams;
mod index;
mod matching;
mod names;
mod passages;
mod schema;
mod segment;
mod sound;
mod suggest;
mod words;

pub use answer::{Answer, COUNTED_MOST, Hit, Order, Place, Request};
pub use document::{Document, FACETS, Kind, ORDERS};
pub use fold::fold;
pub use index::{Error, FORMAT, Index, Writer};
pub use passages::{FoldedText, Found, Passage, Spot, TextWriter, Wanted};
pub use suggest::Suggestion;
