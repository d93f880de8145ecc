use super::view::CertificateView;
use crate::model::CertificateId;
use crate::{Room, ops};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

/// One certificate of an organization, with its chain, for its members.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("certificate_id" = String, Path)),
    responses((status = 200, body = CertificateView))
)]
pub(crate) async fn get_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, certificate_id)): Ids<(OrganizationId, CertificateId)>,
) -> Answer<CertificateView> {
    let row = ops::find::get(&room, &cx, organization_id, certificate_id).await?;
    Ok(ok(CertificateView::full(&room, &row)?))
}
