//! Any bytes as a chapter, a drawing and a style sheet: what comes out is inert, and sanitising it changes nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| publication::epub::fuzzing::sanitise(bytes));
