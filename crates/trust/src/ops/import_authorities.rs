//! Bringing roots and issuing authorities of somebody else.

use crate::model::Origin;
use crate::ops::register_own::add_authority;
use crate::store::Role;
use crate::{Refusal, limits};
use ::store::{No, Tx};
use kernel::Cx;
use pki::{Certificate, Check};

/// Authorities read and checked, ready to be trusted.
#[derive(Clone, Debug)]
pub struct ImportedAuthorities(Vec<(Certificate, Role)>);

impl ImportedAuthorities {
    /// Their certificates, as they stood in the file.
    pub fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        self.0.iter().map(|(certificate, _)| certificate)
    }
}

/// Reads certificates of authorities, DER of one or PEM of many. A certificate that names itself as its issuer becomes
/// a root, the others help to build paths. Refuses certificates of signers, and a root whose own signature is wrong.
pub fn prepare_authorities(octets: &[u8]) -> Result<ImportedAuthorities, Refusal> {
    if octets.len() > limits::AUTHORITIES_FILE_BYTES_MAX {
        return Err(Refusal::TooMany { what: "bytes of certificates", max: limits::AUTHORITIES_FILE_BYTES_MAX });
    }
    let certificates = match std::str::from_utf8(octets) {
        Ok(text) if text.contains("-----BEGIN") => Certificate::list_from_pem(text),
        _ => Certificate::from_der(octets).map(|certificate| vec![certificate]),
    };
    let certificates =
        certificates.map_err(|e| Refusal::Unreadable { what: "certificates", detail: e.code().to_owned() })?;
    if certificates.len() > limits::IMPORTED_AT_ONCE_MAX {
        return Err(Refusal::TooMany { what: "certificates", max: limits::IMPORTED_AT_ONCE_MAX });
    }
    certificates.into_iter().map(with_role).collect::<Result<_, _>>().map(ImportedAuthorities)
}

fn with_role(certificate: Certificate) -> Result<(Certificate, Role), Refusal> {
    if !certificate.is_ca() {
        return Err(Refusal::NotAuthority);
    }
    if !certificate.is_self_issued() {
        return Ok((certificate, Role::Intermediate));
    }
    if certificate.check_signature(certificate.public_key()) == Check::Yes {
        Ok((certificate, Role::Root))
    } else {
        Err(Refusal::RootSignature)
    }
}

/// Trusts them; gives how many are new. The caller has been found to be an administrator.
pub async fn import_authorities(
    tx: &mut Tx<'_>,
    cx: &Cx,
    imported: &ImportedAuthorities,
) -> Result<usize, No<Refusal>> {
    let mut added = 0_usize;
    for (certificate, role) in &imported.0 {
        if add_authority(tx, cx, certificate, *role, Origin::Imported).await? {
            added = added.saturating_add(1);
        }
    }
    Ok(added)
}
