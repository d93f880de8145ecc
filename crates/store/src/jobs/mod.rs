//! Jobs: intentions written in a transaction and carried out after it, at least once.
//!
//! Read [`NewJob`] and [`Tx::queue`](crate::Tx::queue) first, then [`Runner`].

mod claim;
mod handler;
mod presence;
mod run;
mod runner;
mod table;
mod view;

pub use handler::{Handlers, JobCx, JobOutcome, KindLimits};
pub use runner::{GaveUp, IdleReport, Runner, Running};
pub(crate) use table::STATEMENTS;
pub use table::{JobTicket, NewJob};
pub use view::{GivenUpJob, KindCount};
