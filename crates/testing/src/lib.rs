//! A whole shop for each test: on either database, with files of its own, a clock that stands, chance that repeats.
//!
//! ```ignore
//! testing::on_both_databases! {
//!     in site();
//!
//!     async fn an_unknown_book_is_not_found(shop: TestApp) {
//!         assert_eq!(shop.get("/api/v1/books/1").await.status(), 404);
//!     }
//! }
//! ```
#![expect(clippy::missing_panics_doc, reason = "everything here is for tests, which fail by panicking")]

mod books;
mod browser;
mod hostile;
mod people;
mod program;
mod response;
mod shared;
mod shop;

pub use books::{BookBuilder, book};
pub use browser::Browser;
pub use db::scratch::Engine;
pub use hostile::hostile_words;
pub use people::{PASSWORD, address, code_in};
pub use program::Program;
pub use response::TestResponse;
pub use shared::shared_data;
pub use shop::{TestApp, run};

/// Writes each test once and runs it on SQLite and on PostgreSQL. `in` names the features that are served.
#[macro_export]
macro_rules! on_both_databases {
    (in $site:expr; $( $(#[$meta:meta])* async fn $name:ident($shop:ident: TestApp) $body:block )+) => {$(
        mod $name {
            #[expect(unused_imports, reason = "a body may need nothing from around it")]
            use super::*;

            async fn body($shop: $crate::TestApp) $body

            $(#[$meta])*
            #[test]
            fn on_sqlite() {
                $crate::run($crate::Engine::Sqlite, $site, body);
            }

            $(#[$meta])*
            #[test]
            fn on_postgres() {
                $crate::run($crate::Engine::Postgres, $site, body);
            }
        }
    )+};
}
