//! Use cases, one a file.

pub mod advance;
mod authorise;
pub mod check;
pub(crate) mod confirm;
pub mod dispatch;
pub mod drafts;
mod facts;
pub mod open;
mod page;
pub mod payers;
pub mod reach;
pub mod read;
pub mod reply;
pub mod send;
pub mod sign;
pub mod subscribe;
pub mod table;
pub mod take;
pub mod uploads;
mod verify;

pub(crate) use authorise::scope_of;
