//! Was a certificate of the path revoked at the moment? RFC 5280 §6.3, for full lists signed by the issuer itself.

use super::Known;
use super::chain::may_be_issuer;
use super::demands::{Demands, Revocation};
use crate::certificate::Certificate;
use crate::extensions::KeyUsage;
use crate::refusal::Reason;
use crate::report::{Check, Input, Rule, Steps};
use crate::revocation_list::{RevocationList, RevocationReason};
use kernel::Moment;

const REVOCATION: Rule = Rule("revocation", "RFC 5280 §6.3");
const CERTIFICATE: Rule = Rule("revocation.certificate", "RFC 5280 §6.3.3");
const LIST: Rule = Rule("revocation.list", "RFC 5280 §6.3.3 (a)–(j)");

/// Judges every certificate of the path but the anchor: trusting an anchor is the caller's own act. A signer who is himself the anchor
/// is looked up in the lists of his issuer, if that one is known.
pub(super) fn check(
    path: &[Certificate],
    chain: Check,
    known: &Known<'_>,
    demands: &Demands,
    steps: &mut Steps,
) -> Check {
    let mut inputs: Vec<Input> = path.iter().cloned().map(Input::Certificate).collect();
    inputs.push(Input::Moment);
    if demands.revocation == Revocation::NotAsked {
        return steps.note(REVOCATION, inputs, Check::unknown(Reason::NotAsked));
    }
    let mut pairs: Vec<(&Certificate, &Certificate)> = path.iter().zip(path.iter().skip(1)).collect();
    if let (true, [alone]) = (pairs.is_empty(), path) {
        let issuer = known.certificates().find(|issuer| {
            *issuer != alone && may_be_issuer(issuer, alone) && known.check_issued(alone, issuer).is_yes()
        });
        pairs.extend(issuer.map(|issuer| (alone, issuer)));
    }
    if pairs.is_empty() {
        let reason = if chain.is_yes() { Reason::NoList } else { Reason::ChainNotBuilt };
        return steps.note(REVOCATION, inputs, Check::unknown(reason));
    }
    let mut made = Steps::default();
    let mut all = Check::Yes;
    for (certificate, issuer) in pairs {
        all = all.and(check_one((certificate, issuer), known, demands.at, &mut made));
    }
    // a chain that did not reach an anchor shows nothing about the certificates above its end
    let all = if chain.is_yes() { all } else { all.and(Check::unknown(Reason::ChainNotBuilt)) };
    steps.conclude(REVOCATION, inputs, all, made)
}

fn check_one(
    (certificate, issuer): (&Certificate, &Certificate),
    known: &Known<'_>,
    at: Moment,
    steps: &mut Steps,
) -> Check {
    let mut lists: Vec<&RevocationList> = known.lists().filter(|list| speaks_of(list, certificate, issuer)).collect();
    // of lists made at one moment the order is by their bytes, so that the same lists always tell the same
    lists.sort_by(|a, b| b.this_update().cmp(&a.this_update()).then_with(|| a.to_der().cmp(b.to_der())));
    let mut made = Steps::default();
    let mut conclusion = Check::unknown(Reason::NoList);
    for list in lists {
        let told = by_list(list, certificate, issuer, at);
        let inputs = vec![
            Input::List(list.clone()),
            Input::Certificate(certificate.clone()),
            Input::Certificate(issuer.clone()),
        ];
        conclusion = made.note(LIST, inputs, told);
        if !matches!(conclusion, Check::Unknown { .. }) {
            break;
        }
    }
    let inputs = vec![Input::Certificate(certificate.clone()), Input::Certificate(issuer.clone()), Input::Moment];
    steps.conclude(CERTIFICATE, inputs, conclusion, made)
}

/// What one list says of a certificate at the moment.
fn by_list(list: &RevocationList, certificate: &Certificate, issuer: &Certificate, at: Moment) -> Check {
    if let Err(reason) = usable(list, issuer) {
        return Check::unknown(reason);
    }
    let revoked = list.is_revoked(certificate.serial()).filter(|revoked| revoked.at <= at);
    let is_fresh = list.this_update() <= at && list.next_update().is_some_and(|next| at <= next);
    // a later list tells of earlier revocations too, as long as the certificate had not expired and so been dropped from it
    let is_later = list.this_update() > at && list.this_update() <= certificate.not_after();
    match revoked {
        // whoever was on hold when an outdated list was made may have come back
        Some(revoked) if is_fresh || is_later || revoked.reason != RevocationReason::CertificateHold => {
            Check::no(Reason::Revoked)
        }
        None if is_fresh || is_later => Check::Yes,
        _ => Check::unknown(Reason::ListExpired),
    }
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
    if list.is_delta() {
        return Err(Reason::ListDelta);
    }
    if list.is_indirect() {
        return Err(Reason::ListIndirect);
    }
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
