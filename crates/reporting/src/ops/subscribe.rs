//! Telling regulators of a payer and of the certificates they may seal to.

use account::OrgScope;
use serde::{Deserialize, Serialize};
use store::{Fault, JobTicket};

use super::payers::subscriber_id;
use crate::gateway::{GatewayFault, Subscriber};
use crate::model::ids::PayerId;
use crate::model::payer::Payer;
use crate::room::Room;
use crate::store::{certificate, payer};

/// Kind of the job.
pub const KIND: &str = "reporting.subscribe";

/// Its payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscribe {
    /// Whose.
    pub payer_id: PayerId,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// A gateway.
    #[error(transparent)]
    Gateway(#[from] GatewayFault),
    /// The store.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Tells every gateway; repeating changes nothing.
pub async fn subscribe(room: &Room, ticket: &JobTicket, job: Subscribe) -> Result<(), NotDone> {
    let scope = account::act_for(ticket);
    let found = payer::find(&mut room.app.store.reader().await?, &scope, job.payer_id).await?;
    let Some(payer) = found else { return Ok(()) };
    let subscriber = subscriber(room, &scope, payer).await?;
    for gateway in room.gateways.iter() {
        gateway.register(subscriber.clone()).await?;
    }
    Ok(())
}

/// A payer as regulators know it.
pub(super) async fn subscriber(room: &Room, scope: &OrgScope, payer: Payer) -> Result<Subscriber, Fault> {
    let certificates = certificate::list(&mut room.app.store.reader().await?, scope, payer.id).await?;
    Ok(Subscriber { id: subscriber_id(payer.id), payer, certificates })
}
