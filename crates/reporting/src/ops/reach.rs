//! Which offices can be reached.

use account::Permission;
use kernel::{Cx, OrganizationId};
use store::No;

use super::authorise::scope_of;
use crate::gateway::Office;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// What the gateways say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Offices.
    pub offices: Vec<Office>,
    /// Names of gateways that do not answer.
    pub away: Vec<String>,
}

/// Asks every gateway.
pub async fn offices(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    permission: Permission,
) -> Result<Reached, No<Refusal>> {
    scope_of(&mut room.app.store.reader().await?, cx, organization_id, permission).await?;
    let mut reached = Reached::default();
    for gateway in room.gateways.iter() {
        match gateway.offices().await {
            Ok(offices) => reached.offices.extend(offices),
            Err(fault) => {
                tracing::warn!(gateway = gateway.name(), %fault, "offices are not known");
                reached.away.push(gateway.name().to_owned());
            }
        }
    }
    Ok(reached)
}
