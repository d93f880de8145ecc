//! A box with what documents say of its organization.

use kernel::{BoxId, Inn, Kpp, OrganizationId};

/// One of the two boxes of an exchange, as its public card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The box.
    pub box_id: BoxId,
    /// Its organization.
    pub organization_id: OrganizationId,
    /// Identifier of the participant of exchange, as official files write it.
    pub participant_id: String,
    /// Name of the organization, or the entrepreneur's full name.
    pub name: String,
    /// ИНН.
    pub inn: Inn,
    /// КПП; none for an entrepreneur.
    pub kpp: Option<Kpp>,
    /// A test organization: what it exchanges is without legal force.
    pub is_test: bool,
}
