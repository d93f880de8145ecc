//! Keeping details of signers for the titles they will sign.

use account::Permission;
use kernel::{BoxId, Cx};
use store::{No, Tx};

use super::authorise::{own_box, scope_of};
use crate::model::limits::SIGNER_DETAILS_PER_BOX_MAX;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::signer_details::{SignerKey, check};
use crate::room::Room;
use crate::store::{event, signer_details};

/// The record, if there is one. For members who may read.
pub async fn find(room: &Room, cx: &Cx, box_id: BoxId, key: &SignerKey) -> Result<Option<String>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    Ok(signer_details::find(&mut reader, &scope, box_id, key).await?)
}

/// Details to keep, of a known box.
#[derive(Clone, Debug)]
pub struct PreparedDetails {
    own: Party,
    key: SignerKey,
    details: String,
}

/// Finds the box. For members who may sign: the details are what titles will say of them.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    (key, details): (SignerKey, String),
) -> Result<PreparedDetails, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (_, own) = own_box(&mut reader, cx, box_id, Permission::Sign).await?;
    check(&details)?;
    Ok(PreparedDetails { own, key, details })
}

/// Keeps them in place of those before. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedDetails) -> Result<(), No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Sign).await?;
    let box_id = new.own.box_id;
    event::lock_box_silently(tx, &scope, box_id).await?;
    account::note_act(tx, cx, &scope, "exchange.set-signer-details").await?;
    let is_new = signer_details::find(tx, &scope, box_id, &new.key).await?.is_none();
    if is_new && signer_details::count(tx, &scope, box_id).await? >= SIGNER_DETAILS_PER_BOX_MAX {
        return Err(Refusal::TooManySignerDetails.into());
    }
    Ok(signer_details::set(tx, &scope, box_id, (&new.key, &new.details), cx.now).await?)
}
