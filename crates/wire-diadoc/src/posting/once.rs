//! A write that happens once: by the client's operationId, or by the digest of its body.

use exchange::Refusal;
use kernel::{BoxId, OrganizationId, TypedId as _};
use md5::{Digest as _, Md5};
use serde::de::DeserializeOwned;
use store::No;
use web::limits::RETRY_AFTER_RUNNING;
use web::{IdempotencyKey, Once, Written};

use crate::call::Call;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::Surface;

/// What one intention of a client is known by.
#[derive(Debug, Clone)]
pub struct Intention {
    box_id: BoxId,
    method: &'static str,
    key: IdempotencyKey,
    body_hash: [u8; 32],
}

impl Intention {
    /// Of a call about a box. Letter case of operationId plays no part.
    pub fn of(call: &Call, box_id: BoxId, method: &'static str) -> Result<Self, WireRefusal> {
        let operation = match call.query.text("operationId") {
            Some(id) => id.to_owned(),
            None => hex::encode(Md5::digest(&call.body)),
        };
        let refused = |_| WireRefusal::ParameterForm { name: "operationId", accepted: "up to 160 characters" };
        let key = IdempotencyKey::of_surface(&format!("{}/{operation}", box_id.uuid())).map_err(refused)?;
        Ok(Self { box_id, method, key, body_hash: *blake3::hash(&call.body).as_bytes() })
    }

    /// Its record in the organization.
    pub fn once(&self, call: &Call, organization_id: OrganizationId) -> Once {
        Once::new(&call.cx, organization_id, self.method, &self.key, &self.body_hash).about(self.box_id)
    }

    /// The first value of a call that would be refused today: a certificate may have expired since, yet what was done
    /// stays done. Else the refusal.
    pub async fn recalled<T: DeserializeOwned>(
        &self,
        surface: &Surface,
        call: &Call,
        no: No<Refusal>,
    ) -> Result<T, Refused> {
        let No::Refused(refusal) = no else { return Err(no.into()) };
        let mut reader = surface.app.store.reader().await?;
        let card = account::read::find_card(&mut reader, self.box_id).await?;
        drop(reader);
        if let Some(card) = card
            && let Some(first) = surface.app.recall_value(&self.once(call, card.organization_id)).await?
        {
            return Ok(first);
        }
        Err(refusal.into())
    }
}

/// What became of a write, as the contract answers it.
pub fn outcome<T>(written: Written<T, Refusal>) -> Result<T, Refused> {
    match written {
        Written::Fresh(value) | Written::Repeated(value) => Ok(value),
        Written::Running => Err(Refused::Pending(RETRY_AFTER_RUNNING)),
        Written::OtherBody => Err(WireRefusal::OtherBody.into()),
        Written::Refused(refusal) => Err(refusal.into()),
        Written::Fault(fault) => Err(fault.into()),
    }
}
