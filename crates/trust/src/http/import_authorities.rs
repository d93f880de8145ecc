use crate::{Refusal, Room, ops};
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Limited, Problem, RequestBody, SignedIn, ok};

/// Authorities to be known: certificates to be trusted, or the published list of accredited authorities; one of the two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrustAuthoritiesImport)]
pub(crate) struct ImportBody {
    /// One or more certificates in PEM.
    certificates: Option<String>,
    /// The list of accredited authorities, XML as published.
    accredited_list: Option<String>,
    /// A detached signature of exactly the octets of that list, CMS in base64; its signer's chain must be trusted here.
    signature: Option<String>,
}

impl RequestBody for ImportBody {
    // The larger of the two; what is read from either has its own limit inside.
    const SIZE_BYTES_MAX: usize = crate::limits::ACCREDITED_BODY_BYTES_MAX;
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrustAuthoritiesImported)]
pub(crate) struct ImportedView {
    /// Certificates of authorities that were not known before.
    added: usize,
    /// Of a list: certificates of accredited authorities in it.
    accredited: Option<usize>,
    /// Of a list: certificates that could not be read, left out.
    unread: Option<usize>,
}

/// Trusts authorities, or takes the list of accredited ones. Only for administrators of the host. Importing certificates again changes
/// nothing; a list older than the present one is refused.
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
    let told = match (&body.certificates, &body.accredited_list, &body.signature) {
        (Some(certificates), None, None) => trusted(&room, &cx, certificates).await?,
        (None, Some(list), signature) => accredited(&room, &cx, list, signature.as_deref()).await?,
        _ => return Err(Problem::refused(Refusal::OneOfTwo)),
    };
    room.trust.refresh(&room.app.store).await?;
    Ok(ok(told))
}

async fn trusted(room: &Room, cx: &Cx, certificates: &str) -> Result<ImportedView, Problem> {
    let imported = ops::prepare_authorities(certificates.as_bytes()).map_err(Problem::refused)?;
    let write = room.app.store.write(cx, imported, |tx, cx, new| Box::pin(ops::import_authorities(tx, cx, new)));
    Ok(ImportedView { added: write.await?, accredited: None, unread: None })
}

async fn accredited(room: &Room, cx: &Cx, list: &str, signature: Option<&str>) -> Result<ImportedView, Problem> {
    let unsigned = |_| Problem::refused(Refusal::AccreditedSignature);
    let signature = signature.map(|text| STANDARD.decode(text)).transpose().map_err(unsigned)?;
    let checked = ops::prepare_accredited(&room.trust, list, signature.as_deref(), cx.now).map_err(Problem::refused)?;
    let write = room.app.store.write(cx, checked, |tx, cx, new| Box::pin(ops::import_accredited(tx, cx, new)));
    let ops::ImportedAccredited { accredited, added, unread } = write.await?;
    Ok(ImportedView { added, accredited: Some(accredited), unread: Some(unread) })
}
