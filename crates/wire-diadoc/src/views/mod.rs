//! The rooms' words as the contract's messages.

pub mod counteragent;
pub mod organization;
pub mod person;
