//! `GET …/payers`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, SignedIn, ok};

use super::PayerView;
use crate::ops::payers::list;
use crate::room::Room;

/// All payers of an organization.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PayersView {
    /// By name.
    payers: Vec<PayerView>,
}

/// Payers whose reports the organization files, by name.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/payers", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path)),
    responses((status = 200, body = PayersView)))]
pub(crate) async fn list_payers(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
) -> Answer<PayersView> {
    let payers = list(&room, &cx, organization_id).await?;
    Ok(ok(PayersView { payers: payers.into_iter().map(PayerView::from).collect() }))
}
