//! Ceasing to trust an authority brought by hand.

use crate::Refusal;
use crate::model::Origin;
use crate::store;
use ::store::{No, Tx};
use kernel::Cx;

/// Withdraws trust from now on; older verdicts can still be made again from their version. Refuses own authorities.
pub async fn withdraw_authority(tx: &mut Tx<'_>, cx: &Cx, fingerprint: &[u8]) -> Result<(), No<Refusal>> {
    let version = store::bump_version(tx, cx.now).await?;
    let present = store::find_present(tx, fingerprint).await?.ok_or(Refusal::AuthorityNotFound)?;
    if present.origin == Origin::Own {
        return Err(Refusal::OwnAuthority.into());
    }
    store::withdraw_authority(tx, fingerprint, version, cx.now).await?;
    Ok(())
}
