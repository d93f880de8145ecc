//! Was a certificate of the path revoked at the moment? RFC 5280 §6.3, for full lists signed by the issuer itself.

use super::chain::may_be_issuer;
use super::{Known, Revocation};
use crate::certificate::Certificate;
use crate::extensions::KeyUsage;
use crate::refusal::Reason;
use crate::report::{Check, Rule, Steps};
use crate::revocation_list::{RevocationList, RevocationReason};
use kernel::Moment;

const REVOCATION: Rule = Rule("revocation", "RFC 5280 §6.3.3");

/// Judges every certificate of the path but the anchor: trusting an anchor is the caller's own act. A signer who is himself the anchor
/// is looked up in the lists of his issuer, if that one is known.
pub(super) fn check(
    path: &[Certificate],
    chain: Check,
    known: &Known<'_>,
    (at, demanded): (Moment, Revocation),
    steps: &mut Steps,
) -> Check {
    if demanded == Revocation::NotAsked {
        return steps.note(REVOCATION, "path", Check::unknown(Reason::NotAsked));
    }
    let mut pairs: Vec<(&Certificate, &Certificate)> = path.iter().zip(path.iter().skip(1)).collect();
    if let (true, [alone]) = (pairs.is_empty(), path) {
        let issuer = known.certificates().find(|issuer| {
            *issuer != alone && may_be_issuer(issuer, alone) && alone.check_signature(issuer.public_key()).is_yes()
        });
        pairs.extend(issuer.map(|issuer| (alone, issuer)));
    }
    if pairs.is_empty() {
        let reason = if chain.is_yes() { Reason::NoList } else { Reason::ChainNotBuilt };
        return steps.note(REVOCATION, "path", Check::unknown(reason));
    }
    let each = pairs.into_iter().map(|(certificate, issuer)| {
        let check = check_one(certificate, issuer, known, at);
        steps.note(REVOCATION, &certificate.serial_hex(), check)
    });
    let all = each.fold(Check::Yes, Check::and);
    // a chain that did not reach an anchor shows nothing about the certificates above its end
    if chain.is_yes() { all } else { all.and(Check::unknown(Reason::ChainNotBuilt)) }
}

fn check_one(certificate: &Certificate, issuer: &Certificate, known: &Known<'_>, at: Moment) -> Check {
    let mut lists: Vec<&RevocationList> = known.lists().filter(|list| speaks_of(list, certificate, issuer)).collect();
    lists.sort_by_key(|list| core::cmp::Reverse(list.this_update()));
    let mut why_unknown = Reason::NoList;
    for list in lists {
        if let Err(reason) = usable(list, issuer) {
            why_unknown = reason;
            continue;
        }
        let revoked = list.is_revoked(certificate.serial()).filter(|revoked| revoked.at <= at);
        let is_fresh = list.this_update() <= at && list.next_update().is_some_and(|next| at <= next);
        // a later list tells of earlier revocations too, as long as the certificate had not expired and so been dropped from it
        let is_later = list.this_update() > at && list.this_update() <= certificate.not_after();
        match revoked {
            // whoever was on hold when an outdated list was made may have come back
            Some(revoked) if is_fresh || is_later || revoked.reason != RevocationReason::CertificateHold => {
                return Check::no(Reason::Revoked);
            }
            None if is_fresh || is_later => return Check::Yes,
            _ => why_unknown = Reason::ListExpired,
        }
    }
    Check::unknown(why_unknown)
}

/// The list is one of this issuer and of the part the certificate belongs to.
fn speaks_of(list: &RevocationList, certificate: &Certificate, issuer: &Certificate) -> bool {
    if !list.issuer().matches(issuer.subject()) {
        return false;
    }
    let key_id = list.authority_key_id().and_then(|id| id.key_id.as_deref());
    let key_fits = key_id.zip(issuer.subject_key_id()).is_none_or(|(wanted, own)| wanted == own);
    let part_fits = list.issuing_point().is_none_or(|point| {
        let address_fits = point.urls.is_empty() || point.urls.iter().any(|url| certificate.crl_urls().contains(url));
        let is_ca = certificate.is_ca();
        address_fits && !(point.only_users && is_ca) && (is_ca || !point.only_authorities)
    });
    key_fits && part_fits
}

fn usable(list: &RevocationList, issuer: &Certificate) -> Result<(), Reason> {
    if list.is_beyond_us() {
        return Err(Reason::ListKind);
    }
    if issuer.key_usage().is_some_and(|usage| !usage.contains(KeyUsage::CRL_SIGN)) {
        return Err(Reason::ListIssuerUsage);
    }
    match list.check_signature(issuer.public_key()) {
        Check::Yes => Ok(()),
        Check::No { .. } => Err(Reason::ListSignature),
        Check::Unknown { reason } => Err(reason),
    }
}
