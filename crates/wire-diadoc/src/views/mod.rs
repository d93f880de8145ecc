//! The rooms' words as the contract's messages.

pub mod civil;
pub mod contents;
pub mod counteragent;
pub mod docflow;
pub mod document;
pub mod document_types;
pub mod draft;
pub mod entity;
pub mod message;
pub mod names;
pub mod organization;
pub mod person;
pub mod status;
pub mod viewpoint;
