//! The Diadoc surface: the vendor's contract spoken exactly, so that its clients run with another base address.
//!
//! Read `table.rs` first (every path as data), then `surface.rs` (how one request is carried out), then any file of
//! `methods/`. Nothing here decides: rooms do; this crate translates their words and the vendor's into each other.

mod answer;
mod asked;
mod authorization;
mod call;
mod category;
mod certificates;
mod codes;
pub mod contract;
mod form;
mod generated;
mod ids;
mod methods;
mod posting;
mod query;
#[cfg(test)]
mod readme;
mod refusal;
mod shelf_name;
mod signer;
mod surface;
mod table;
mod ticks;
mod title_type;
mod views;

pub use certificates::Certificates;
pub use generated::DESCRIPTOR;
pub use generated::proto::diadoc as proto;
pub use surface::{Clients, Settings, Subscription, Surface, built, router};
pub use table::{Body, Row, Status, rows};
