//! From the signer's certificate to an anchor: RFC 5280 §6.1, for the extensions this crate understands.

use super::Known;
use crate::certificate::Certificate;
use crate::extensions::KeyUsage;
use crate::limits::{ISSUER_TRIALS_MAX, PATH_CERTIFICATES_MAX};
use crate::oid;
use crate::refusal::Reason;
use crate::report::{Check, NamedCheck, Rule, Steps};
use kernel::Moment;

const ANCHOR: Rule = Rule("trust anchor", "RFC 5280 §6.1.1 (d)");
const ISSUER: Rule = Rule("issuer known", "RFC 5280 §6.1.3 (a)(4)");
const SIGNATURE: Rule = Rule("issuer's signature", "RFC 5280 §6.1.3 (a)(1)");
const VALIDITY: Rule = Rule("validity", "RFC 5280 §6.1.3 (a)(2)");
const SHAPE: Rule = Rule("version and algorithms", "RFC 5280 §4.1.1.2, §4.1.2.1");
const CRITICAL: Rule = Rule("critical extensions", "RFC 5280 §6.1.4 (o), §6.1.5 (f)");
const CONSTRAINTS: Rule = Rule("authority", "RFC 5280 §6.1.4 (k)");
const PATH_LENGTH: Rule = Rule("path length", "RFC 5280 §6.1.4 (l), (m)");
const CERT_SIGN: Rule = Rule("authority's key usage", "RFC 5280 §6.1.4 (n)");
const SIGNER_USAGE: Rule = Rule("signer's key usage", "RFC 5280 §4.2.1.3");
const PURPOSE: Rule = Rule("purposes", "RFC 5280 §4.2.1.12");

pub(super) struct Found {
    pub(super) path: Vec<Certificate>,
    pub(super) check: Check,
    pub(super) steps: Vec<NamedCheck>,
}

/// Searches for a good path; when there is none, tells of the one that came furthest.
pub(super) fn build(signer: &Certificate, known: &Known<'_>, at: Moment) -> Found {
    let mut search = Search { known, at, trials: 0, best: None };
    search.extend(&mut vec![signer.clone()]);
    search.best.unwrap_or_else(|| Found {
        path: vec![signer.clone()],
        check: Check::unknown(Reason::NotReached),
        steps: Vec::new(),
    })
}

struct Search<'a> {
    known: &'a Known<'a>,
    at: Moment,
    trials: usize,
    best: Option<Found>,
}

impl Search<'_> {
    /// Tries to reach an anchor from the end of `path`; true when a good path was found.
    fn extend(&mut self, path: &mut Vec<Certificate>) -> bool {
        let Some(last) = path.last().cloned() else { return false };
        if self.known.anchors.roots.contains(&last) {
            let found = judge(path, self.at, Rule("trust anchor", ANCHOR.1), Check::Yes);
            return self.keep(found);
        }
        if path.len() == PATH_CERTIFICATES_MAX {
            return self.stop(path, ANCHOR, Check::no(Reason::ChainTooLong));
        }
        let issuers: Vec<&Certificate> =
            self.known.certificates().filter(|issuer| may_be_issuer(issuer, &last) && !path.contains(issuer)).collect();
        if issuers.is_empty() {
            let reason = if last.is_self_issued() { Reason::NotTrusted } else { Reason::NoIssuer };
            return self.stop(path, ISSUER, Check::no(reason));
        }
        for issuer in issuers {
            self.trials = self.trials.saturating_add(1);
            if self.trials > ISSUER_TRIALS_MAX {
                return self.stop(path, ISSUER, Check::unknown(Reason::TooManyTrials));
            }
            let signature = match last.check_signature(issuer.public_key()) {
                Check::No { .. } => Check::no(Reason::IssuerSignature),
                check => check,
            };
            if !signature.is_yes() {
                self.stop(path, SIGNATURE, signature);
                continue;
            }
            path.push(issuer.clone());
            let good = self.extend(path);
            path.pop();
            if good {
                return true;
            }
        }
        false
    }

    fn stop(&mut self, path: &[Certificate], rule: Rule, check: Check) -> bool {
        let found = judge(path, self.at, rule, check);
        self.keep(found)
    }

    /// Keeps the better of two: a good one, else the longer, else the first.
    fn keep(&mut self, found: Found) -> bool {
        let good = found.check.is_yes();
        let better = self.best.as_ref().is_none_or(|best| good || found.path.len() > best.path.len());
        if better {
            self.best = Some(found);
        }
        good
    }
}

/// By name, and by key identifier when both sides state one (RFC 5280 §4.2.1.1).
pub(super) fn may_be_issuer(issuer: &Certificate, of: &Certificate) -> bool {
    if !issuer.subject().matches(of.issuer()) {
        return false;
    }
    let Some(id) = of.authority_key_id() else { return true };
    let key_fits = match (&id.key_id, issuer.subject_key_id()) {
        (Some(wanted), Some(own)) => wanted == own,
        _ => true,
    };
    let serial_fits = id.serial.as_ref().is_none_or(|serial| serial == issuer.serial());
    key_fits && (serial_fits || id.key_id.is_some())
}

/// All checks on a path, `ending` last: whether it reached an anchor.
fn judge(path: &[Certificate], at: Moment, ending: Rule, end: Check) -> Found {
    let mut steps = Steps::default();
    let mut check = Check::Yes;
    for (at_index, certificate) in path.iter().enumerate() {
        let about = certificate.serial_hex();
        if at_index > 0 {
            // the search added this issuer because the signature below fits its key
            let below = path.get(at_index.saturating_sub(1)).map(Certificate::serial_hex).unwrap_or_default();
            steps.note(SIGNATURE, &below, Check::Yes);
        }
        check = check.and(steps.note(SHAPE, &about, certificate.check_shape()));
        check = check.and(steps.note(VALIDITY, &about, certificate.check_validity(at)));
        let understood = certificate.unknown_critical_extension().is_none();
        check = check.and(steps.note(CRITICAL, &about, Check::or_no(understood, Reason::CriticalExtension)));
        let role = if at_index == 0 {
            judge_signer(certificate, &about, &mut steps)
        } else {
            judge_authority(certificate, path.get(1..at_index).unwrap_or_default(), &about, &mut steps)
        };
        check = check.and(role);
    }
    let last = path.last().map(Certificate::serial_hex).unwrap_or_default();
    check = check.and(steps.note(ending, &last, end));
    Found { path: path.to_vec(), check, steps: steps.0 }
}

fn judge_signer(certificate: &Certificate, about: &str, steps: &mut Steps) -> Check {
    let may_sign = certificate
        .key_usage()
        .is_none_or(|usage| usage.contains(KeyUsage::DIGITAL_SIGNATURE) || usage.contains(KeyUsage::NON_REPUDIATION));
    let usage = steps.note(SIGNER_USAGE, about, Check::or_no(may_sign, Reason::SignerKeyUsage));
    let is_critical = certificate.extension(&oid::EXT_PURPOSES).is_some_and(|extension| extension.critical);
    let for_documents = [oid::PURPOSE_ANY, oid::PURPOSE_CLIENT, oid::PURPOSE_EMAIL, oid::PURPOSE_DOCUMENTS];
    let fits = !is_critical || certificate.purposes().iter().any(|purpose| for_documents.contains(purpose));
    usage.and(steps.note(PURPOSE, about, Check::or_no(fits, Reason::PurposeForbids)))
}

fn judge_authority(certificate: &Certificate, between: &[Certificate], about: &str, steps: &mut Steps) -> Check {
    let is_ca = steps.note(CONSTRAINTS, about, Check::or_no(certificate.is_ca(), Reason::IssuerNotCa));
    let signs = certificate.key_usage().is_none_or(|usage| usage.contains(KeyUsage::KEY_CERT_SIGN));
    let usage = steps.note(CERT_SIGN, about, Check::or_no(signs, Reason::IssuerKeyUsage));
    // self-issued certificates do not count (RFC 5280 §6.1.4 (l))
    let count = between.iter().filter(|certificate| !certificate.is_self_issued()).count();
    let limit = certificate.basic_constraints().and_then(|basic| basic.path_len);
    let fits = limit.is_none_or(|limit| u32::try_from(count).is_ok_and(|count| count <= limit));
    is_ca.and(usage).and(steps.note(PATH_LENGTH, about, Check::or_no(fits, Reason::PathLength)))
}
