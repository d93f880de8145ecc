//! Rules of reporting: values only.

pub mod cell;
pub mod docflow;
pub mod document;
pub mod draft;
pub mod event;
pub mod flow;
pub mod ids;
pub mod limits;
pub mod payer;
pub mod refusal;
pub mod regulator;
pub mod reply;
pub mod state;
