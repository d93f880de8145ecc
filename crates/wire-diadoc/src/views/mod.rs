//! The rooms' words as the contract's messages.

pub mod document_types;
pub mod organization;
pub mod person;
