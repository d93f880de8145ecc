//! Exchange of signed documents between boxes: messages, entities, docflows, counteragents, the feed.
//!
//! Read [`model::state`] first (what a docflow is), then [`ops::post_message`] and [`ops::deliver`] (how one document
//! travels). [`Room`] is what `svitok` hands over at start; [`handlers`] gives the job runner the room's work.

mod http;
mod jobs;
pub mod model;
pub mod ops;
mod room;
mod store;

pub use http::router;
pub use jobs::handlers;
pub use room::{LinkPolicy, Operator, Room};

/// The tables of this room.
pub const MIGRATIONS: &[::store::Migration] =
    &[::store::migration!("20261122180000_exchange_box"), ::store::migration!("20261122181000_exchange_message")];

/// The statements of this room.
pub const STATEMENTS: &[&::store::Sql] = store::STATEMENTS;

/// Whether the room names this content: asked by the store's sweeper of large content.
pub async fn is_content_referenced(
    store: &::store::Store,
    organization_id: kernel::OrganizationId,
    hash: ::store::ContentHash,
) -> Result<bool, ::store::Fault> {
    let mut reader = store.reader().await?;
    store::content::is_referenced(&mut reader, organization_id, hash).await
}
