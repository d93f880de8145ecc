//! An administrator changes the organization's address, and whether others see it.

use crate::model::{AccountRefusal, Address, Organization, Permission};
use crate::scope::authorize;
use crate::store::{directory, organizations};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};

/// Which address an organization has from now on.
#[derive(Debug, Clone)]
pub struct ChangedAddress {
    organization_id: OrganizationId,
    address: Address,
    is_public: bool,
}

impl ChangedAddress {
    /// Refuses parts that cannot be used.
    pub fn new(organization_id: OrganizationId, address: Address, is_public: bool) -> Result<Self, AccountRefusal> {
        Ok(Self { organization_id, address: address.checked()?, is_public })
    }
}

/// Writes it, and shows it on the public cards of the organization's boxes or takes it off them.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, changed: &ChangedAddress) -> Result<Organization, No<AccountRefusal>> {
    let scope = authorize(tx, cx, changed.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    organizations::set_address(tx, &scope, &changed.address).await?;
    let shown = Some(&changed.address).filter(|_| changed.is_public);
    directory::set_address(tx, changed.organization_id, shown).await?;
    Ok(organizations::get(tx, &scope).await?)
}
