use crate::{Refusal, Room, ops};
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Limited, Problem, RequestBody, SignedIn, ok};

/// The published list of accredited authorities.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrustAccreditedImport)]
pub(crate) struct ImportAccreditedBody {
    /// The XML, as published.
    list: String,
    /// A detached signature of exactly these octets, CMS in base64; its signer's chain must be trusted here.
    signature: Option<String>,
}

impl RequestBody for ImportAccreditedBody {
    // The file in JSON, with its quotes and line ends escaped.
    const SIZE_BYTES_MAX: usize = crate::limits::ACCREDITED_BODY_BYTES_MAX;
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrustAccreditedImported)]
pub(crate) struct ImportedAccreditedView {
    /// Certificates of accredited authorities in the list.
    accredited: usize,
    /// Issuing authorities that were not known before.
    added: usize,
    /// Certificates that could not be read.
    unread: usize,
}

/// Takes the list of accredited authorities. Only for administrators of the host; a list older than the present one is refused.
#[utoipa::path(
    post,
    path = "/api/v1/trust/accredited",
    tag = "trust",
    security(("token" = [])),
    request_body = ImportAccreditedBody,
    responses((status = 200, body = ImportedAccreditedView))
)]
pub(crate) async fn import_accredited(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<ImportAccreditedBody>,
) -> Answer<ImportedAccreditedView> {
    room.authorize(&cx.caller).map_err(Problem::refused)?;
    let unsigned = |_| Problem::refused(Refusal::AccreditedSignature);
    let signature = body.signature.as_deref().map(|text| STANDARD.decode(text)).transpose().map_err(unsigned)?;
    let checked = ops::prepare_accredited(&room.trust, &body.list, signature.as_deref(), cx.now);
    let checked = checked.map_err(Problem::refused)?;
    let store = &room.app.store;
    let imported =
        store.write(&cx, checked, |tx, cx, checked| Box::pin(ops::import_accredited(tx, cx, checked))).await?;
    room.trust.refresh(store).await?;
    let ops::ImportedAccredited { accredited, added, unread } = imported;
    Ok(ok(ImportedAccreditedView { accredited, added, unread }))
}
