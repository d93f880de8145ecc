//! What this installation's own authorities bring: their certificates and lists, in the transaction that made them.

use crate::model::Origin;
use crate::snapshot::fingerprint;
use crate::store::{self, AuthorityRow, NewAuthority, Role};
use ::store::{Fault, Tx};
use kernel::Cx;
use pki::{Certificate, RevocationList};

/// Place of an own authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnRole {
    /// Trusted by itself.
    Root,
    /// Issues under an own root.
    Issuing,
}

/// An own authority to be known by everybody here.
#[derive(Clone, Debug)]
pub struct OwnAuthority {
    /// Its certificate.
    pub certificate: Certificate,
    /// Its place.
    pub role: OwnRole,
}

/// Makes an own authority trusted. Doing it again changes nothing.
pub async fn register_own_authority(tx: &mut Tx<'_>, cx: &Cx, own: &OwnAuthority) -> Result<(), Fault> {
    let role = match own.role {
        OwnRole::Root => Role::Root,
        OwnRole::Issuing => Role::Intermediate,
    };
    add_authority(tx, cx, &own.certificate, role, Origin::Own).await.map(drop)
}

/// Takes an own list in place of the one before it. A list older than the present one changes nothing.
pub async fn register_own_list(tx: &mut Tx<'_>, cx: &Cx, list: &RevocationList) -> Result<(), Fault> {
    super::import_list::put_list(tx, cx, list).await.map(drop)
}

/// Adds an authority; false when it is here already.
pub(super) async fn add_authority(
    tx: &mut Tx<'_>,
    cx: &Cx,
    certificate: &Certificate,
    role: Role,
    origin: Origin,
) -> Result<bool, Fault> {
    let version = store::bump_version(tx, cx.now).await?;
    let row = AuthorityRow { fingerprint: fingerprint(certificate.to_der()).to_vec(), role, origin };
    let subject = certificate.subject().to_string();
    let new = NewAuthority { row: &row, subject: &subject, certificate: certificate.to_der() };
    store::insert_authority(tx, version, cx.now, new).await
}
