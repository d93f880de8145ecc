//! `PUT …/drafts/{draft_id}/documents/{document_id}/signature`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Octets, RequestBody, SignedIn, ok};

use super::SignatureView;
use crate::model::ids::{DocumentId, DraftId};
use crate::ops::sign::{prepare, run};
use crate::room::Room;

/// A detached signature.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatureBody {
    /// CMS, DER.
    pub signature: Octets,
    /// Beside the signatures there are, not in their place.
    #[serde(default)]
    pub add: bool,
}

impl RequestBody for SignatureBody {}

/// Puts a signature under a document of a draft. It must fit the bytes and be trusted now. Needs `sign`.
#[utoipa::path(put,
    path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}/documents/{document_id}/signature",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path), ("document_id" = String, Path)),
    request_body = SignatureBody, responses((status = 200, body = SignatureView)))]
pub(crate) async fn sign_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DraftId, DocumentId)>,
    body: Limited<SignatureBody>,
) -> Answer<SignatureView> {
    let SignatureBody { signature, add } = body.into_inner();
    let prepared = prepare(&room, &cx, which, (signature.0, !add)).await?;
    let signature = room.app.store.write(&cx, prepared, |tx, cx, new| Box::pin(run(tx, cx, new))).await?;
    Ok(ok(SignatureView::from(signature)))
}
