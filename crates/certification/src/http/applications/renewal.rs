use super::create::{BegunView, begun};
use crate::Room;
use crate::http::issue::request_octets;
use crate::http::signature_octets;
use crate::http::view::CertificateView;
use crate::model::CertificateId;
use crate::ops::application::renew::{self, SignedRequest};
use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, created};

/// A request for the new key, signed with the present one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CertificateRenewal)]
pub(crate) struct RenewalBody {
    /// PKCS#10 with the new key: base64 of DER.
    request: String,
    /// CMS SignedData without content over the request's DER, made with the present key: base64 of DER.
    signature: String,
}

impl RequestBody for RenewalBody {}

/// The successor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RenewedCertificate)]
pub(crate) struct RenewedView {
    /// The application it stands on: to be installed.
    application: BegunView,
    /// The new certificate.
    certificate: CertificateView,
}

/// Renews with the key of the certificate in force: no scan, no check, no visit. The new key must be new, so a request
/// repeated after its answer was lost is refused as one with a used key; the certificate is in the list.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/renewal",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("certificate_id" = String, Path)),
    request_body = RenewalBody,
    responses((status = 201, body = RenewedView))
)]
pub(crate) async fn renew_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, certificate_id)): Ids<(OrganizationId, CertificateId)>,
    body: Limited<RenewalBody>,
) -> Answer<RenewedView> {
    crate::ops::find::get(&room, &cx, organization_id, certificate_id).await?;
    let request = request_octets(&body.request).map_err(Problem::refused)?;
    let signature = signature_octets(&body.signature).map_err(Problem::refused)?;
    let signed = SignedRequest { organization_id, certificate_id, request, signature };
    let renewing = renew::prepare(&room, &cx, signed).await?;
    let (application_id, row) = renew::run(&room, &cx, renewing).await?;
    let certificate = CertificateView::full(&room, &row)?;
    Ok(created(RenewedView { application: begun(organization_id, application_id), certificate }))
}
