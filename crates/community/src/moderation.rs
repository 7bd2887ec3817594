//! What moderators look at and what they do about it. Every act is one entry of the audit log, in the transaction that
//! does it, and the writer is told of it on the page of their comments.

mod act;
pub(crate) mod logged;
mod notice;
mod queue;
mod suspend;

pub use act::{Act, Done, Order, act};
pub use notice::Notice;
pub use queue::{Case, CasePlace, Kind, ReportOn, WriterRecord};
pub use suspend::{Suspended, Suspension, suspend};
