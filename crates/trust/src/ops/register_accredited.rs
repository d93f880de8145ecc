//! Keeping an accredited list; the newest by date is the one verdicts name.

use crate::Refusal;
use crate::model::AccreditedList;
use crate::store;
use ::store::{No, Tx};
use kernel::Cx;

/// Keeps the list. Refuses a date that is here already: a published list does not change.
pub async fn register_accredited(tx: &mut Tx<'_>, cx: &Cx, list: &AccreditedList) -> Result<(), No<Refusal>> {
    let version = store::bump_version(tx, cx.now).await?;
    if store::insert_list(tx, version, cx.now, list).await? { Ok(()) } else { Err(Refusal::AccreditedDateTaken.into()) }
}
