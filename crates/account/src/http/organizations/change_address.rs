//! `PUT /api/v1/account/organizations/{organization_id}/address`

use crate::http::Room;
use crate::http::views::{AddressView, OrganizationView};
use crate::ops::change_address::{ChangedAddress, run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

/// The address of an organization from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ChangedAddressBody {
    /// Address.
    pub address: AddressView,
    /// Whether any signed-in user sees it on the cards of the organization's boxes.
    pub is_public: bool,
}

impl RequestBody for ChangedAddressBody {}

/// Replaces the organization's address, and says whether its public cards show it; needs `administer`.
#[utoipa::path(put, path = "/api/v1/account/organizations/{organization_id}/address", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path)),
    request_body = ChangedAddressBody,
    responses((status = 200, description = "The organization.", body = OrganizationView)))]
pub(in crate::http) async fn change_address(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    body: Limited<ChangedAddressBody>,
) -> Answer<OrganizationView> {
    let body = body.into_inner();
    let changed =
        ChangedAddress::new(organization_id, body.address.into(), body.is_public).map_err(Problem::refused)?;
    let organization = room.app.store.write(&cx, changed, |tx, cx, changed| Box::pin(run(tx, cx, changed))).await?;
    Ok(ok(organization.into()))
}
