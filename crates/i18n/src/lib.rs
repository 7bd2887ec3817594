//! The languages of the interface: which one to speak, in which direction, and how numbers, prices, dates and
//! sizes are written for people. Nothing else in the program formats for people.
//!
//! Western digits in all languages. Groups of digits and units are joined by U+00A0, never U+202F, which few fonts
//! have. Texts with numbers or of the other direction belong into `<bdi>` in pages; in messages every text argument
//! is isolated already.

extern crate self as i18n;

mod date;
mod language;
mod languages;
mod list;
mod locale;
pub mod message;
mod money;
mod negotiate;
mod number;
mod plural;
mod relative;
mod size;

pub use date::{calendar_date, date, date_time, day, month, time};
pub use language::language_name;
pub use languages::Languages;
pub use list::list_and;
pub use locale::{Direction, Locale};
pub use message::isolate;
pub use money::{exact_price, price};
pub use number::{decimal, number, percent};
pub use plural::Plural;
pub use relative::{days_between, relative};
pub use size::file_size;

/// U+00A0, which joins a number to its unit.
pub const NO_BREAK: char = '\u{a0}';

/// The texts of the formatters themselves: `locales/*/formats.ftl`.
mod formats {
    #![expect(
        clippy::pedantic,
        dead_code,
        unreachable_pub,
        reason = "generated: the list of keys and `get` are not used here"
    )]
    include!(concat!(env!("OUT_DIR"), "/formats.rs"));
}

/// Declares the module `t` with one function per message of this crate, as its build script compiled them.
///
/// The build script is `fn main() { i18n_codegen::compile("feature") }`, the messages are
/// `locales/{en,fr,ar}/feature.ftl`. A message without arguments gives `&'static str`, others a `String`.
#[macro_export]
macro_rules! messages {
    ($($set:ident),+ $(,)?) => {$(
        /// The words of a part of this feature, one function per message, each in the language of its first argument.
        #[allow(clippy::all, clippy::pedantic, unreachable_pub, reason = "generated")]
        pub mod $set {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($set), ".rs"));
        }
    )+};
    () => {
        /// The words of this feature, one function per message, each in the language of its first argument.
        #[allow(clippy::all, clippy::pedantic, unreachable_pub, reason = "generated")]
        pub mod t {
            include!(concat!(env!("OUT_DIR"), "/messages.rs"));
        }
    };
}
