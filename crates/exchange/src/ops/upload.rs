//! Content brought to a box before the message that names it.

use std::time::Duration;

use account::Permission;
use bytes::Bytes;
use kernel::{BoxId, Cx, Moment};
use store::{Fault, No, Store, Tx};

use super::authorise::{own_box, scope_of};
use super::gather::ready;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::content;

/// How long a message may name uploaded content: long enough for a person to sign, short enough to keep no archive.
pub const UPLOAD_KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// Content that is hashed and, when large, durable.
#[derive(Clone, Debug)]
pub struct PreparedUpload {
    own: Party,
    row: content::ContentRow,
}

/// What was brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uploaded {
    /// BLAKE3.
    pub hash: [u8; 32],
    /// How many bytes.
    pub size_bytes: i64,
    /// Until when a message may name it.
    pub kept_until: Moment,
}

/// Makes the content ready.
pub async fn prepare(room: &Room, cx: &Cx, box_id: BoxId, bytes: Bytes) -> Result<PreparedUpload, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (_, own) = own_box(&mut reader, cx, box_id, Permission::Send).await?;
    drop(reader);
    if bytes.is_empty() {
        return Err(Refusal::ContentEmpty.into());
    }
    room.limits.check_content(&bytes)?;
    let row = ready(&room.app.store, own.organization_id, &bytes).await?;
    Ok(PreparedUpload { own, row })
}

/// Remembers it. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedUpload) -> Result<Uploaded, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Send).await?;
    content::add_upload(tx, &scope, new.own.box_id, &new.row, cx.now).await?;
    Ok(Uploaded { hash: new.row.hash, size_bytes: new.row.size_bytes, kept_until: cx.now.plus(UPLOAD_KEPT) })
}

/// Forgets uploads older than [`UPLOAD_KEPT`] with their bytes, in short steps, and says how many; what a message named
/// has its own row. `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    content::forget_uploads(store, cx, cx.now.minus(UPLOAD_KEPT)).await
}
