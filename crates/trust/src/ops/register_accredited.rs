//! Keeping an accredited list; the newest by date is the one verdicts name, of one date the one kept last.

use crate::Refusal;
use crate::model::AccreditedList;
use crate::store;
use ::store::{No, Tx};
use kernel::Cx;

/// Keeps the list beside those before it. One that says the same as the present one is kept no second time. Refuses a list older than the
/// present one.
pub async fn register_accredited(tx: &mut Tx<'_>, cx: &Cx, list: &AccreditedList) -> Result<(), No<Refusal>> {
    let version = store::bump_version(tx, cx.now).await?;
    match store::find_latest_list(tx, version).await? {
        Some(present) if list.list_date() < present.list_date() => Err(Refusal::AccreditedOlder.into()),
        Some(present) if list.says_the_same(&present) => Ok(()),
        _ => Ok(store::insert_list(tx, version, cx.now, list).await?),
    }
}
