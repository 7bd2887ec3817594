//! EPUBs as they really are: the shared corpora of good and of hostile files, through the public door only.
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a test may fail and say so")]

mod corpus;
mod good;
mod hostile;
mod made;
mod sample;
