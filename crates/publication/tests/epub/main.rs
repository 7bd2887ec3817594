//! EPUBs as they really are: the shared corpora of good and of hostile files, through the public door only.

mod corpus;
mod good;
mod hostile;
mod sample;
