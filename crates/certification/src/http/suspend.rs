use super::view::CertificateView;
use crate::Room;
use crate::model::CertificateId;
use crate::ops::suspend::{self, Way};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

/// Takes a certificate out of force for a while, for members who sign or administer.
#[utoipa::path(
    put,
    path = "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/suspension",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("certificate_id" = String, Path)),
    responses((status = 200, body = CertificateView))
)]
pub(crate) async fn suspend_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, CertificateId)>,
) -> Answer<CertificateView> {
    let row = suspend::run(&room, &cx, key, Way::Suspend).await?;
    Ok(ok(CertificateView::full(&room, &row)?))
}

/// Puts a suspended certificate in force again.
#[utoipa::path(
    delete,
    path = "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/suspension",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("certificate_id" = String, Path)),
    responses((status = 200, body = CertificateView))
)]
pub(crate) async fn resume_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, CertificateId)>,
) -> Answer<CertificateView> {
    let row = suspend::run(&room, &cx, key, Way::Resume).await?;
    Ok(ok(CertificateView::full(&room, &row)?))
}
