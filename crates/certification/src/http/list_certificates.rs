use super::view::CertificateView;
use crate::{Room, ops};
use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, PageQuery, QueryOf, SignedIn, ok};

/// Whose certificates.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OwnerQuery {
    /// The organization.
    #[param(value_type = String)]
    organization_id: OrganizationId,
}

/// A page of certificates, newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrganizationCertificatePage)]
pub(crate) struct CertificatesView {
    /// Certificates without their octets.
    items: Vec<CertificateView>,
    /// Where to go on; absent at the end.
    next: Option<String>,
}

/// Lists an organization's certificates, for its members.
#[utoipa::path(
    get,
    path = "/api/v1/certification/certificates",
    tag = "certification",
    security(("token" = [])),
    params(
        OwnerQuery,
        ("limit" = Option<u32>, Query, description = "Items of one page"),
        ("after" = Option<String>, Query, description = "Cursor given by this list")
    ),
    responses((status = 200, body = CertificatesView))
)]
pub(crate) async fn list_certificates(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    QueryOf(owner): QueryOf<OwnerQuery>,
    PageQuery(page): PageQuery,
) -> Answer<CertificatesView> {
    let found = ops::list::run(&room, &cx, owner.organization_id, &page).await?;
    Ok(ok(CertificatesView {
        items: found.items.iter().map(|row| CertificateView::listed(row, cx.now)).collect(),
        next: found.next.map(|cursor| cursor.as_str().to_owned()),
    }))
}
