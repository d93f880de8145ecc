//! `GET …/offices`

use account::Permission;
use axum::extract::State;
use kernel::OrganizationId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, SignedIn, ok};

use crate::gateway::Office;
use crate::model::flow::Authority;
use crate::ops::reach::offices;
use crate::room::Room;

/// Offices that can be reached.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfficesView {
    /// In the order of the gateways.
    offices: Vec<OfficeView>,
    /// Gateways that do not answer now.
    away: Vec<String>,
}

/// An office of a regulator.
#[derive(Debug, Serialize, ToSchema)]
struct OfficeView {
    /// Whose.
    authority: Authority,
    /// Its code.
    code: String,
    /// For a person.
    name: String,
    /// A program plays it.
    is_simulator: bool,
}

impl From<Office> for OfficeView {
    fn from(office: Office) -> Self {
        Self {
            authority: office.regulator.authority(),
            code: office.regulator.code().to_owned(),
            name: office.name,
            is_simulator: office.is_simulator,
        }
    }
}

/// Offices of regulators that the gateways of this installation reach now.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/offices", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path)),
    responses((status = 200, body = OfficesView)))]
pub(crate) async fn list_offices(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
) -> Answer<OfficesView> {
    let found = offices(&room, &cx, organization_id, Permission::Read).await?;
    Ok(ok(OfficesView { offices: found.offices.into_iter().map(OfficeView::from).collect(), away: found.away }))
}
