//! `POST …/payers/{payer_id}/certificates`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Octets, Problem, RequestBody, SignedIn, done};

use crate::model::ids::PayerId;
use crate::ops::payers::{add_certificate as run, prepare_certificate};
use crate::room::Room;

/// A certificate regulators may seal to.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CertificateBody {
    /// X.509, DER.
    certificate: Octets,
}

impl RequestBody for CertificateBody {}

/// Tells regulators of a certificate whose owner opens what they send to the payer. The same again changes nothing. Needs `send`.
#[utoipa::path(post, path = "/api/v1/reporting/organizations/{organization_id}/payers/{payer_id}/certificates",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("payer_id" = String, Path)),
    request_body = CertificateBody, responses((status = 204)))]
pub(crate) async fn add_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, payer_id)): Ids<(OrganizationId, PayerId)>,
    body: Limited<CertificateBody>,
) -> Answer<()> {
    let der = body.into_inner().certificate.0;
    let new = prepare_certificate(organization_id, payer_id, &der).map_err(Problem::refused)?;
    room.app.store.write(&cx, new, |tx, cx, new| Box::pin(run(tx, cx, new))).await?;
    Ok(done())
}
