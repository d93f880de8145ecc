//! An administrator revokes a program's key; every sign-in made through it ends.

use crate::model::{AccountRefusal, Permission};
use crate::scope::authorize;
use crate::store::{integrator_keys, organizations, sign_ins};
use ::store::{No, Tx};
use kernel::{Cx, IntegratorKeyId, OrganizationId};

/// Which key.
#[derive(Debug, Clone, Copy)]
pub struct RevokedKey {
    /// Whose.
    pub organization_id: OrganizationId,
    /// Which.
    pub integrator_key_id: IntegratorKeyId,
}

/// Ends the key; one that has ended is not found.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, revoked: &RevokedKey) -> Result<(), No<AccountRefusal>> {
    let scope = authorize(tx, cx, revoked.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let key = integrator_keys::find(tx, &scope, revoked.integrator_key_id).await?;
    let key = key.filter(|key| key.ended_at.is_none()).ok_or(AccountRefusal::not_found("integrator key"))?;
    integrator_keys::end(tx, &scope, &key, cx.now).await?;
    sign_ins::end_of_key(tx, key.integrator_key_id, cx.now).await?;
    Ok(())
}
