//! Bringing the published list of accredited authorities.

use crate::model::{AccreditedList, Chain, Origin, PublishedList};
use crate::ops::register_own::add_authority;
use crate::store::Role;
use crate::{Refusal, Trust, limits};
use ::store::{No, Tx};
use kernel::{Cx, Moment};
use pki::Certificate;

/// A published list read and checked, ready to be kept.
#[derive(Clone, Debug)]
pub struct CheckedAccredited {
    list: AccreditedList,
    issuing: Vec<Certificate>,
    unread: usize,
}

/// What became of a published list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportedAccredited {
    /// Certificates of accredited authorities in it.
    pub accredited: usize,
    /// Of these, not known here before as issuing authorities.
    pub added: usize,
    /// Certificates that could not be read, left out.
    pub unread: usize,
}

/// Reads the list and, when a detached signature of it is given (DER), checks that with what is trusted at the moment. Refuses a list of
/// a day to come, a signature that is not whole or whose chain does not end in a trusted root. Without one the administrator answers for
/// where the list came from; the XML signature inside the file is not checked.
pub fn prepare_accredited(
    trust: &Trust,
    xml: &str,
    signature_der: Option<&[u8]>,
    now: Moment,
) -> Result<CheckedAccredited, Refusal> {
    let published = PublishedList::read(xml)?;
    if published.list_date > now.civil_date_msk() {
        return Err(Refusal::AccreditedFromFuture);
    }
    let source = match signature_der {
        None => format!("version {}, unsigned", published.version),
        Some(signature) => {
            format!("version {}, signed by {}", published.version, signed_by(trust, xml, signature, now)?)
        }
    };
    // a self-signed certificate in the list is trusted only when an administrator brings it as a root
    let is_issuing = |certificate: &&Certificate| {
        certificate.is_ca() && !certificate.is_self_issued() && certificate.check_validity(now).is_yes()
    };
    let issuing: Vec<Certificate> = published.certificates.iter().filter(is_issuing).cloned().collect();
    if issuing.len() > limits::IMPORTED_AT_ONCE_MAX {
        return Err(Refusal::TooMany { what: "certificates", max: limits::IMPORTED_AT_ONCE_MAX });
    }
    let list = AccreditedList::new(published.list_date, &source, published.rows)?;
    Ok(CheckedAccredited { list, issuing, unread: published.unread })
}

/// Thumbprint of the one signer, whose signature is whole and whose chain is trusted here.
fn signed_by(trust: &Trust, xml: &str, signature_der: &[u8], now: Moment) -> Result<String, Refusal> {
    let verdict = trust.verdict(xml.as_bytes(), signature_der, now);
    let is_good = verdict.integrity.is_good()
        && matches!(verdict.chain, Chain::TrustedUpTo { .. })
        && !verdict.revocation.is_bad();
    let signer = verdict.signers.first().and_then(|signer| signer.certificate.as_ref());
    signer.filter(|_| is_good).map(|certificate| certificate.thumbprint.clone()).ok_or(Refusal::AccreditedSignature)
}

/// Keeps the list in place of the one before it, also of the same day, and its issuing authorities that are valid now, to build paths
/// with. A list that says the same as the present one changes nothing; one older by its day is refused. The caller has been found to be
/// an administrator.
pub async fn import_accredited(
    tx: &mut Tx<'_>,
    cx: &Cx,
    checked: &CheckedAccredited,
) -> Result<ImportedAccredited, No<Refusal>> {
    super::register_accredited(tx, cx, &checked.list).await?;
    let mut added = 0_usize;
    for certificate in &checked.issuing {
        if add_authority(tx, cx, certificate, Role::Intermediate, Origin::Accredited).await? {
            added = added.saturating_add(1);
        }
    }
    Ok(ImportedAccredited { accredited: checked.list.authorities().len(), added, unread: checked.unread })
}
