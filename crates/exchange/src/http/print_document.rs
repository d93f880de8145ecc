//! A document on paper.

use axum::extract::State;
use kernel::BoxId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Ids, PdfAnswer, Problem, QueryOf, SignedIn};

use crate::model::ids::EntityId;
use crate::ops::print::{Asked, paper};
use crate::room::Room;

/// Which file of the flow is printed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct PrintQuery {
    /// A file of the document's flow: a receipt, a confirmation, a request. Without it the document with its answer.
    #[param(value_type = Option<String>)]
    entity_id: Option<EntityId>,
}

/// The document on paper, with its signatures verified now and the operator's marks: PDF/A-2b. Refuses a file that has
/// no official form.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/documents/{document_id}/print.pdf",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("document_id" = String, Path), PrintQuery),
    responses((status = 200, body = [u8], content_type = "application/pdf"))
)]
pub(crate) async fn print_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, document_id)): Ids<(BoxId, EntityId)>,
    QueryOf(PrintQuery { entity_id }): QueryOf<PrintQuery>,
) -> Result<PdfAnswer, Problem> {
    let paper = paper(&room, &cx, Asked { box_id, document_id, entity_id }).await?;
    let pdf = room.app.press.print(paper).await?;
    Ok(PdfAnswer::new(pdf, &format!("document-{}", entity_id.unwrap_or(document_id))))
}
