//! Reports to regulators: payers, drafts, docflows, answers.
//!
//! Read `model/flow.rs` first (a docflow is data), then `model/state.rs` (where it stands follows from its documents), then
//! [`ops::send`] and [`ops::take`] (how a report goes and how answers come). [`Room`] is what `svitok` hands over at start;
//! [`handlers`] gives the job runner the room's work; [`collect`] takes what regulators have.

pub mod gateway;
mod http;
mod jobs;
mod model;
pub mod ops;
mod room;
mod store;
mod sweep;

pub use http::router;
pub use jobs::handlers;
pub use model::cell::{CellMark, CellState};
pub use model::docflow::{Docflow, DocflowFacts, DocflowFilter};
pub use model::document::{ContentKey, FlowDocument, ReportFacts, Signature, SignatureFacts};
pub use model::draft::{Draft, DraftDocument, DraftFacts, DraftState};
pub use model::event::{Event, EventFacts};
pub use model::flow::{
    Author, Authority, Direction, DocumentType, Flow, Status, Step, Success, carried as flow_carried, flow, flows,
};
pub use model::ids::{ContainerId, DocflowId, DocumentId, DraftId, PayerId, ReplyId, SignatureId, UploadId};
pub use model::limits;
pub use model::payer::{Asset, Payer, PayerFacts, Regime};
pub use model::refusal::Refusal;
pub use model::regulator::Regulator;
pub use model::reply::Reply;
pub use model::state::{OpenReply, State};
pub use ops::take::{NotTaken, collect};
pub use room::{Forms, Operator, Room};
pub use sweep::sweep;

/// Name and version of this program in official files (`ВерсПрог`, up to 40 characters).
pub const PROGRAM: &str = concat!("Svitok ", env!("CARGO_PKG_VERSION"));

/// The tables of this room.
pub const MIGRATIONS: &[::store::Migration] = &[::store::migration!("20261129010000_reporting_room")];

/// The statements of this room.
pub const STATEMENTS: &[&::store::Sql] = store::STATEMENTS;

/// Whether the room names this content: asked by the store's sweeper of large content.
pub async fn is_content_referenced(
    store: &::store::Store,
    organization_id: kernel::OrganizationId,
    hash: ::store::ContentHash,
) -> Result<bool, ::store::Fault> {
    store::content::is_referenced(&mut store.reader().await?, organization_id, hash).await
}
