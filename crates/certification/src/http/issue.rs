use super::view::CertificateView;
use crate::{Refusal, Room, ops};
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Limited, Problem, RequestBody, SignedIn, created};

/// An application for a certificate.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CertificateApplication)]
pub(crate) struct ApplicationBody {
    /// The organization the caller will sign for.
    #[schema(value_type = String)]
    organization_id: OrganizationId,
    /// PKCS#10: PEM, or base64 of DER. Its name and wished extensions are not looked at.
    request: String,
}

impl RequestBody for ApplicationBody {}

/// Issues a certificate to the caller, named from the organization's and the caller's own records. The same
/// `Idempotency-Key` with the same request gives the same certificate again.
#[utoipa::path(
    post,
    path = "/api/v1/certification/certificates",
    tag = "certification",
    security(("token" = [])),
    params(("Idempotency-Key" = String, Header, description = "New for each intention")),
    request_body = ApplicationBody,
    responses((status = 201, body = CertificateView))
)]
pub(crate) async fn issue_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    key: IdempotencyKey,
    body: Limited<ApplicationBody>,
) -> Answer<CertificateView> {
    let request = request_octets(&body.request).map_err(Problem::refused)?;
    let application =
        ops::issue::prepare(&cx, body.organization_id, key.as_str(), &request).map_err(Problem::refused)?;
    let row = ops::issue::run(&room, &cx, application).await?;
    Ok(created(CertificateView::full(&room, &row)?))
}

/// The request as it is sent: PEM, or base64 of DER.
pub(crate) fn request_octets(text: &str) -> Result<Vec<u8>, Refusal> {
    if text.contains("-----BEGIN") {
        return Ok(text.as_bytes().to_vec());
    }
    let compact: String = text.split_whitespace().collect();
    STANDARD.decode(compact).map_err(|_| Refusal::RequestUnreadable { detail: "not base64" })
}
