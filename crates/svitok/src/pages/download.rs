//! `/documents/{box_id}/{document_id}/files/{entity_id}`: the exact bytes of a file or of a signature.

use super::Pages;
use super::parts::attachment;
use super::parts::file::{name, signature_name};
use super::visit::SignedVisit;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use exchange::ops::read::{get_content, get_document};
use exchange::{Entity, EntityId, EntityKind, Refusal};
use kernel::BoxId;
use web::{Ids, Problem};

/// Always as an attachment: what a counterparty sent must not run in the reader's page.
pub async fn give(
    State(pages): State<Pages>,
    SignedVisit(visit): SignedVisit,
    Ids((box_id, document_id, entity_id)): Ids<(BoxId, EntityId, EntityId)>,
) -> Result<Response, Problem> {
    let report = get_document(&pages.exchange, &visit.cx, box_id, document_id).await?;
    let name = name_of(&report.entities, entity_id).ok_or_else(|| Problem::refused(Refusal::EntityNotFound))?;
    let place = (box_id, report.copy.id);
    let (_, bytes) = get_content(&pages.exchange, &visit.cx, place, entity_id).await?;
    let headers = [
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (CONTENT_DISPOSITION, attachment(&name)),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

fn name_of(entities: &[Entity], id: EntityId) -> Option<String> {
    let entity = entities.iter().find(|entity| entity.id == id)?;
    if entity.kind != EntityKind::Signature {
        return Some(name(entity));
    }
    let file = entities.iter().find(|file| Some(file.id) == entity.parent_id)?;
    Some(signature_name(file, entity))
}
