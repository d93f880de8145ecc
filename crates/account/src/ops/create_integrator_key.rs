//! An administrator makes a key for an integrator's program.

use crate::limits::INTEGRATOR_KEYS_MAX;
use crate::model::{AccountRefusal, IntegratorKey, Permission, PersonTitle, Secret};
use crate::scope::authorize;
use crate::store::{integrator_keys, organizations};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};

/// For which organization, and what people call the program.
#[derive(Debug, Clone)]
pub struct NewIntegratorKey {
    /// Whose key.
    pub organization_id: OrganizationId,
    /// The program's name.
    pub name: PersonTitle,
}

/// A new key and its secret, which is shown this once.
#[derive(Debug, Clone)]
pub struct CreatedIntegratorKey {
    /// The key.
    pub key: IntegratorKey,
    /// Its secret.
    pub secret: Secret,
}

/// Writes the key.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &NewIntegratorKey) -> Result<CreatedIntegratorKey, No<AccountRefusal>> {
    let scope = authorize(tx, cx, new.organization_id, Permission::Administer).await?;
    let created_by = scope.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    organizations::lock(tx, &scope).await?;
    if integrator_keys::count_open(tx, &scope).await? >= INTEGRATOR_KEYS_MAX {
        let max = usize::try_from(INTEGRATOR_KEYS_MAX).unwrap_or_default();
        return Err(AccountRefusal::TooMany { what: "integrator keys", max }.into());
    }
    let key = IntegratorKey {
        integrator_key_id: cx.new_id(),
        client_id: Secret::client_id(&cx.chance),
        name: new.name.as_str().to_owned(),
        created_by,
        created_at: cx.now,
        ended_at: None,
    };
    let secret = Secret::integrator(&cx.chance);
    integrator_keys::add(tx, &scope, &key, &secret.hash()).await?;
    Ok(CreatedIntegratorKey { key, secret })
}
