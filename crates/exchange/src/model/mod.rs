//! Rules of the exchange, nothing but values. Read [`state`] first, then [`act`] and [`workflow`].

pub mod act;
pub mod counteragent;
pub mod delivery;
pub mod docflow;
pub mod document;
pub mod entity;
pub mod event;
pub mod filter;
pub mod host_limits;
pub mod ids;
pub mod invitation_task;
pub mod kept_draft;
pub mod limits;
pub mod marks;
pub mod message;
pub mod party;
pub mod refusal;
mod refusal_rows;
pub mod shelf;
pub mod side;
pub mod signature;
pub mod signer_details;
pub mod state;
#[cfg(test)]
pub(crate) mod told;
pub mod turn;
pub mod words;
pub mod workflow;
