//! Any bytes as a package document.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| publication::epub::fuzzing::package(bytes));
