//! Jobs: intentions written in a transaction and carried out after it, at least once.
//!
//! Read [`NewJob`] and [`Tx::queue`](crate::Tx::queue) first, then [`Runner`].

mod table;

pub(crate) use table::STATEMENTS;
pub use table::{JobTicket, NewJob};
