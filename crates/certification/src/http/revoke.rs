use super::view::CertificateView;
use crate::model::{CertificateId, RevocationReason};
use crate::{Revoking, Room, ops};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, RequestBody, SignedIn, ok};

/// Why a certificate is revoked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CertificateRevocation)]
pub(crate) struct RevocationBody {
    /// The reason; it stands in the revocation list.
    reason: RevocationReason,
}

impl RequestBody for RevocationBody {}

/// Revokes a certificate, for members who sign or administer. The revocation list that says so follows within seconds.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/revocation",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("certificate_id" = String, Path)),
    request_body = RevocationBody,
    responses((status = 200, body = CertificateView))
)]
pub(crate) async fn revoke_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, certificate_id)): Ids<(OrganizationId, CertificateId)>,
    body: Limited<RevocationBody>,
) -> Answer<CertificateView> {
    let revoking = Revoking { organization_id, certificate_id, reason: body.reason };
    let row = ops::revoke::run(&room, &cx, revoking).await?;
    Ok(ok(CertificateView::full(&room, &row)?))
}
