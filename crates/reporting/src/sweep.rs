//! Forgetting what is kept for a time.

use kernel::{Caller, Cx};
use store::{Fault, No};

use crate::model::limits::{DRAFT_KEPT, UPLOAD_KEPT};
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::{counter, draft, reply, upload};

/// Drafts forgotten in one sweep; the rest at the next.
const DRAFTS_SWEPT_MAX: i64 = 200;

/// Forgets drafts that nobody touched for a year, contents no draft named and answers nobody sent; says how many. `svitok` calls it
/// every hour.
pub async fn sweep(room: &Room, cx: &Cx) -> Result<u64, Fault> {
    let store = &room.app.store;
    let uploads = upload::forget_old(store, cx, cx.now.minus(UPLOAD_KEPT)).await?;
    let replies = reply::forget_old(store, cx, cx.now.minus(DRAFT_KEPT)).await?;
    let mut swept = uploads + replies;
    let old = draft::list_old(&mut store.reader().await?, cx.now.minus(DRAFT_KEPT), DRAFTS_SWEPT_MAX).await?;
    for (organization_id, id) in old {
        let own = room.app.cx(Caller::System);
        let forgotten = store.write(&own, (organization_id, id), |tx, cx, (organization_id, id)| {
            Box::pin(async move {
                let scope = crate::ops::scope_of(tx, cx, *organization_id, account::Permission::Send).await?;
                counter::lock(tx, &scope).await?;
                Ok::<(), No<Refusal>>(draft::forget(tx, &scope, *id).await?)
            })
        });
        match forgotten.await {
            Ok(()) => swept += 1,
            Err(No::Fault(fault)) => return Err(fault),
            Err(No::Refused(refusal)) => return Err(Fault::Decode(format!("a draft to forget: {refusal}"))),
        }
    }
    Ok(swept)
}
