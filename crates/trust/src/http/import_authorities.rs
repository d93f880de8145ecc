use crate::{Room, ops};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Limited, Problem, RequestBody, SignedIn, ok};

/// Certificates of authorities to be trusted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrustAuthoritiesImport)]
pub(crate) struct ImportBody {
    /// One or more certificates in PEM.
    certificates: String,
}

impl RequestBody for ImportBody {
    // A national list in PEM; the limit of what is read from it is checked again inside.
    const SIZE_BYTES_MAX: usize = crate::limits::AUTHORITIES_FILE_BYTES_MAX;
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrustAuthoritiesImported)]
pub(crate) struct ImportedView {
    /// Certificates that were not trusted before.
    added: usize,
}

/// Trusts authorities. Only for administrators of the host; importing again changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/trust/authorities",
    tag = "trust",
    security(("token" = [])),
    request_body = ImportBody,
    responses((status = 200, body = ImportedView))
)]
pub(crate) async fn import_authorities(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<ImportBody>,
) -> Answer<ImportedView> {
    room.authorize(&cx.caller).map_err(Problem::refused)?;
    let imported = ops::prepare_authorities(body.certificates.as_bytes()).map_err(Problem::refused)?;
    let store = &room.app.store;
    let added =
        store.write(&cx, imported, |tx, cx, imported| Box::pin(ops::import_authorities(tx, cx, imported))).await?;
    room.trust.refresh(store).await?;
    Ok(ok(ImportedView { added }))
}
