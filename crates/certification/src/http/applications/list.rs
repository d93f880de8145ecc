use super::view::BriefView;
use crate::Room;
use crate::ops::application::read;
use axum::extract::State;
use kernel::OrganizationId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, PageQuery, SignedIn, ok};

/// A page of applications, newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificateApplicationPage)]
pub(crate) struct ApplicationsView {
    /// Without their items.
    items: Vec<BriefView>,
    /// Where to go on; absent at the end.
    next: Option<String>,
}

/// Lists the caller's own applications for an organization.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/applications",
    tag = "certification",
    security(("token" = [])),
    params(
        ("organization_id" = String, Path),
        ("limit" = Option<u32>, Query, description = "Items of one page"),
        ("after" = Option<String>, Query, description = "Cursor given by this list")
    ),
    responses((status = 200, body = ApplicationsView))
)]
pub(crate) async fn list_applications(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<ApplicationsView> {
    let found = read::list(&room, &cx, organization_id, &page).await?;
    Ok(ok(ApplicationsView {
        items: found.items.iter().map(BriefView::of).collect(),
        next: found.next.map(|cursor| cursor.as_str().to_owned()),
    }))
}
