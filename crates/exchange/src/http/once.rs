//! A write that happens once: the first answer again, also when the same request would be refused today.

use kernel::{BoxId, Cx, TypedId};
use serde::Serialize;
use store::No;
use web::{Answer, IdempotencyKey, Once, Problem};

use crate::model::refusal::Refusal;
use crate::ops::authorise::find_party;
use crate::room::Room;

/// What names one intention of a client.
#[derive(Debug)]
pub struct Intention<'a, T> {
    /// The box it is about.
    pub box_id: BoxId,
    /// What else the path names: the message, the other box.
    pub thing: Option<T>,
    /// Stable name of the act.
    pub method: &'static str,
    /// The client's key.
    pub key: &'a IdempotencyKey,
    /// BLAKE3 of the body.
    pub body_hash: &'a [u8; 32],
}

impl<T: TypedId> Intention<'_, T> {
    /// The record of this intention in the organization of the box.
    pub fn once(&self, cx: &Cx, organization_id: kernel::OrganizationId) -> Once {
        let once = Once::new(cx, organization_id, self.method, self.key, self.body_hash).about(self.box_id);
        match self.thing {
            Some(thing) => once.about(thing),
            None => once,
        }
    }

    /// The answer to a request that could not be prepared: the first answer, if there was one, else the refusal.
    /// A certificate may have expired since, yet what was done stays done.
    pub async fn refused<V: Serialize>(&self, room: &Room, cx: &Cx, no: No<Refusal>) -> Answer<V> {
        let No::Refused(refusal) = no else { return Err(Problem::from(no)) };
        let mut reader = room.app.store.reader().await?;
        let party = find_party(&mut reader, self.box_id).await?;
        drop(reader);
        if let Some(party) = party
            && let Some(first) = room.app.recall(&self.once(cx, party.organization_id)).await?
        {
            return Ok(first);
        }
        Err(Problem::refused(refusal))
    }
}
