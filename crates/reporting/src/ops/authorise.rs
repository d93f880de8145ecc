//! Who may do what with the reports of an organization.

use account::{OrgScope, Permission};
use kernel::{Cx, OrganizationId};
use store::{Fetch, No};

use crate::model::refusal::Refusal;

/// The caller's scope. A foreign organization answers exactly as an unknown one.
pub async fn scope_of(
    reader: &mut impl Fetch,
    cx: &Cx,
    organization_id: OrganizationId,
    permission: Permission,
) -> Result<OrgScope, No<Refusal>> {
    let scope = account::authorize(reader, cx, organization_id, permission).await;
    scope.map_err(|no| no.map_refused(Refusal::from))
}

impl From<Refusal> for No<Refusal> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
