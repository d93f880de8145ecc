//! What an organization has used of what it may use: the meter of outgoing documents.
//!
//! [`count_outgoing`] inside the transaction that sends; [`read_meter`] and [`list_counts`] for who looks.

mod http;
mod model;
mod ops;
mod store;

pub use http::{Room, router};
pub use model::{AfterFree, BillingRefusal, Count, Meter, Reason, Tariff};
pub use ops::{Outgoing, count_outgoing, list_counts, read_meter};
pub use store::STATEMENTS;

use ::store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[::store::migration!("20261128140000_billing_meter")];
