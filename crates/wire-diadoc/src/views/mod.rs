//! The rooms' words as the contract's messages.

pub mod organization;
pub mod person;
