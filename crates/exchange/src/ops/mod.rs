//! What may be done with the exchange, one use case a file. Read [`post_message`] first, then [`deliver`].

pub mod acquire;
pub mod authorise;
pub mod board;
pub mod bring_up_to_date;
pub mod confirm;
pub mod contents;
pub mod copies;
pub mod counteragents;
pub mod deliver;
pub mod document;
pub mod document_events;
pub mod draft;
pub mod feed;
pub mod gather;
pub mod input;
pub mod judge_key;
pub mod keep_draft;
pub mod kept_drafts;
pub mod list_counteragents;
pub mod list_documents;
pub mod patch_draft;
pub mod post_message;
pub mod post_patch;
pub mod print;
pub mod read;
pub mod readings;
pub mod save;
pub mod search;
pub mod send_draft;
pub mod service;
pub mod service_draft;
pub mod shelf;
pub mod signer_details;
pub mod title;
pub mod upload;
pub mod verification;
pub mod verify;

impl From<crate::model::refusal::Refusal> for store::No<crate::model::refusal::Refusal> {
    fn from(refusal: crate::model::refusal::Refusal) -> Self {
        Self::Refused(refusal)
    }
}
