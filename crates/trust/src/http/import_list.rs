use crate::{Room, ops};
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Limited, Problem, RequestBody, SignedIn, ok};

/// A revocation list of a known authority.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrustRevocationListImport)]
pub(crate) struct ImportListBody {
    /// The list: PEM, or its DER in base64.
    revocation_list: String,
}

impl RequestBody for ImportListBody {
    // PEM is a third longer than DER.
    const SIZE_BYTES_MAX: usize = crate::limits::LIST_FILE_BYTES_MAX;
}

/// What is in use now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrustRevocationListImported)]
pub(crate) struct ImportedListView {
    /// Version of the lists.
    version: Option<i64>,
}

/// DER when the text is base64 of it; else as it stands, for the reader to judge.
fn octets(text: &str) -> Vec<u8> {
    let packed: String = text.split_whitespace().collect();
    STANDARD.decode(packed).unwrap_or_else(|_| text.as_bytes().to_vec())
}

/// Takes a revocation list. Only for administrators of the host; a list older than the present one is refused.
#[utoipa::path(
    post,
    path = "/api/v1/trust/revocation-lists",
    tag = "trust",
    security(("token" = [])),
    request_body = ImportListBody,
    responses((status = 200, body = ImportedListView))
)]
pub(crate) async fn import_list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<ImportListBody>,
) -> Answer<ImportedListView> {
    room.authorize(&cx.caller).map_err(Problem::refused)?;
    let snapshot = room.trust.snapshot();
    let list = ops::prepare_list(&snapshot, &octets(&body.revocation_list), cx.now).map_err(Problem::refused)?;
    let store = &room.app.store;
    store.write(&cx, list, |tx, cx, list| Box::pin(ops::import_list(tx, cx, list))).await?;
    room.trust.refresh(store).await?;
    Ok(ok(ImportedListView { version: room.trust.snapshot().version() }))
}
