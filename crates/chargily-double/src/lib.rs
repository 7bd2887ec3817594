//! A stand-in for the payment gateway Chargily Pay V2: its API, its pay page, its events, and every way in which they
//! are known or feared to go wrong. It listens on this machine only, keeps all in memory, and knows nothing of the shop.
//!
//! ```
//! use chargily_double::{Config, Double, Mode};
//!
//! let double = Double::start(Config::default())?;
//! assert!(double.base_url(Mode::Test).ends_with("/test/api/v2"));
//! # Ok::<(), chargily_double::StartError>(())
//! ```

mod api;
mod checkout;
mod config;
mod control;
mod delivery;
mod double;
mod endpoint;
mod event;
mod faults;
mod gateway;
mod json;
mod knobs;
mod page;
mod php;
mod requests;
mod resource;
mod server;
mod signature;
mod ulid;
mod validate;
mod words;

pub use checkout::{Checkout, Discount, Item, Status};
pub use config::{Config, Mode};
pub use delivery::{Delivery, Order, Progress};
pub use double::Double;
pub use endpoint::Endpoint;
pub use event::Event;
pub use faults::{Alteration, ApiFault, BadAnswer, Change, DeliveryFault, Mishap, Often, Within};
pub use gateway::{Act, Refusal};
pub use json::Json;
pub use knobs::{EventForm, Expiry, Knobs, ListOrder};
pub use requests::Asked;
pub use server::StartError;
pub use signature::sign;
