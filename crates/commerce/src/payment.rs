//! Attempts to have an order paid.

pub mod schedule;
