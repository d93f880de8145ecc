//! What may be done with the exchange, one use case a file. Read [`post_message`] first, then [`deliver`].

pub mod authorise;
pub mod confirm;
pub mod counteragents;
pub mod deliver;
pub mod document;
pub mod draft;
pub mod gather;
pub mod input;
pub mod post_message;
pub mod post_patch;
pub mod read;
pub mod save;
pub mod service;
pub mod service_draft;
pub mod title;
pub mod upload;
pub mod verification;
pub mod verify;

impl From<crate::model::refusal::Refusal> for store::No<crate::model::refusal::Refusal> {
    fn from(refusal: crate::model::refusal::Refusal) -> Self {
        Self::Refused(refusal)
    }
}
