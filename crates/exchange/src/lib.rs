//! Exchange of signed documents between boxes: messages, entities, docflows, counteragents, the feed.
//!
//! Read `model/state.rs` first (what a docflow is), then [`ops::post_message`] and [`ops::deliver`] (how one document
//! travels). [`Room`] is what `svitok` hands over at start; [`handlers`] gives the job runner the room's work.

mod http;
mod jobs;
mod model;
pub mod ops;
mod room;
mod store;
mod sweep;

pub use http::router;
pub use jobs::handlers;
pub use model::act::Act;
pub use model::counteragent::{Counteragent, CounteragentFilter, EndedBy, LinkAct, LinkStatus};
pub use model::docflow::{Docflow, DocflowRow, Whose};
pub use model::document::{
    CustomData, DeliveryFacts, DocumentFacts, DocumentKind, ServiceFacts, ServiceForm, UtdFunction,
};
pub use model::entity::{ContentKey, Entity, EntityFacts, EntityKind};
pub use model::event::{Change, Event, EventMarks, EventPayload, Topic};
pub use model::filter::{BoundedCount, DocflowFilter, FeedFilter, KindSet, ListOrder, StatusFilter};
pub use model::host_limits::{self, HostLimits};
pub use model::ids::{DraftContentId, DraftId, EntityId, EventId, InvitationTaskId, MessageId, PatchId};
pub use model::invitation_task::{InvitationTask, TaskState};
pub use model::kept_draft::{DraftChange, DraftContent, DraftDocument, DraftState, KeptDraft};
pub use model::limits;
pub use model::marks::{AnswerMark, DocflowMarks, ReceiptMark, RevocationMark};
pub use model::message::MessageCopy;
pub use model::party::Party;
pub use model::refusal::Refusal;
pub use model::shelf::{ShelfFile, ShelfName, ShelfPart};
pub use model::side::{Author, Side};
pub use model::signature::SignatureFacts;
pub use model::signer_details::SignerKey;
pub use model::state::{Amendment, Answer, DocflowState, Duty, Outcome, Revocation, Unconfirmed};
pub use model::turn::{Turn, TurnAct};
pub use model::workflow::{AnswerRule, ReceiptRule, Workflow};
pub use ops::bring_up_to_date::bring_up_to_date;
pub use room::{Forms, LinkPolicy, Operator, Room};
pub use sweep::sweep;

/// The tables of this room.
pub const MIGRATIONS: &[::store::Migration] = &[
    ::store::migration!("20261122180000_exchange_box"),
    ::store::migration!("20261122181000_exchange_message"),
    ::store::migration!("20261122200000_exchange_upload_content"),
    ::store::migration!("20261128010000_exchange_docflow_marks"),
    ::store::migration!("20261128020000_exchange_event_marks"),
    ::store::migration!("20261128030000_exchange_draft"),
    ::store::migration!("20261128040000_exchange_shelf"),
    ::store::migration!("20261128050000_exchange_signer_details"),
    ::store::migration!("20261128060000_exchange_invitation_task"),
    ::store::migration!("20261128070000_exchange_counteragent_sought"),
    ::store::migration!("20261128090000_exchange_counteragent_ended"),
    ::store::migration!("20261128202107_exchange_reading"),
    ::store::migration!("20261128202203_exchange_word"),
];

/// The statements of this room.
pub const STATEMENTS: &[&::store::Sql] = store::STATEMENTS;

/// Whether the room names this content: asked by the store's sweeper of large content. Files of a person's shelf lie under
/// his own id in place of an organization's.
pub async fn is_content_referenced(
    store: &::store::Store,
    organization_id: kernel::OrganizationId,
    hash: ::store::ContentHash,
) -> Result<bool, ::store::Fault> {
    let mut reader = store.reader().await?;
    Ok(store::content::is_referenced(&mut reader, organization_id, hash).await?
        || store::shelf::is_referenced(&mut reader, organization_id, hash).await?)
}
