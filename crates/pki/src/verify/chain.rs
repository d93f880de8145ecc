//! The search for a path from the signer's certificate to an anchor (RFC 4158): bounded, without loops, through cross certificates.

use super::demands::Demands;
use super::{Known, path};
use crate::certificate::Certificate;
use crate::limits::{ISSUER_TRIALS_MAX, PATH_CERTIFICATES_MAX};
use crate::refusal::Reason;
use crate::report::{Check, CheckNode, Input, Rule, Steps};

const CHAIN: Rule = Rule("chain", "RFC 5280 §6.1");
const ANCHOR: Rule = Rule("chain.anchor", "RFC 5280 §6.1.1 (d)");
const ISSUER: Rule = Rule("chain.issuer", "RFC 5280 §6.1.3 (a)(4)");
const SIGNATURE: Rule = Rule("chain.signature", "RFC 5280 §6.1.3 (a)(1)");
const SEARCH: Rule = Rule("chain.search", "RFC 4158 §2.4.2");

pub(super) struct Found {
    pub(super) path: Vec<Certificate>,
    pub(super) check: Check,
    reached: bool,
    steps: Vec<CheckNode>,
}

/// Searches for a good path; when there is none, tells of the one that came furthest.
pub(super) fn build(signer: &Certificate, known: &Known<'_>, demands: &Demands, steps: &mut Steps) -> Found {
    let mut search = Search { known, demands, trials: 0, best: None };
    search.extend(&mut vec![signer.clone()]);
    let exhausted = search.trials > ISSUER_TRIALS_MAX;
    let mut found = search.best.unwrap_or_else(|| Found {
        path: vec![signer.clone()],
        check: Check::unknown(Reason::NotReached),
        reached: false,
        steps: Vec::new(),
    });
    let mut made = Steps(core::mem::take(&mut found.steps));
    if exhausted && !found.check.is_yes() {
        // a good path may be among those that were not tried
        found.check = made.note(SEARCH, about(signer), Check::unknown(Reason::TooManyTrials));
    }
    steps.conclude(CHAIN, about(signer), found.check, made);
    found
}

fn about(certificate: &Certificate) -> Vec<Input> {
    vec![Input::Certificate(certificate.clone())]
}

struct Search<'a> {
    known: &'a Known<'a>,
    demands: &'a Demands,
    trials: usize,
    best: Option<Found>,
}

impl<'a> Search<'a> {
    /// Tries to reach an anchor from the end of `path`; true when a good path was found.
    fn extend(&mut self, path: &mut Vec<Certificate>) -> bool {
        let Some(last) = path.last().cloned() else { return false };
        if self.known.anchors.roots.contains(&last) {
            return self.stop(path, ANCHOR, Check::Yes);
        }
        if path.len() == PATH_CERTIFICATES_MAX {
            return self.stop(path, ANCHOR, Check::no(Reason::ChainTooLong));
        }
        let issuers = self.issuers(path, &last);
        if issuers.is_empty() {
            let reason = if last.is_self_issued() { Reason::NotTrusted } else { Reason::NoIssuer };
            return self.stop(path, ISSUER, Check::no(reason));
        }
        for issuer in issuers {
            self.trials = self.trials.saturating_add(1);
            if self.trials > ISSUER_TRIALS_MAX {
                return self.stop(path, ISSUER, Check::unknown(Reason::TooManyTrials));
            }
            let signature = match self.known.check_issued(&last, issuer) {
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

    /// Who may have issued `last`, the likeliest first: anchors, then authorities valid at the moment. No name with its key comes
    /// twice in a path, whatever certificate carries it: so authorities that certify each other make no circle.
    fn issuers(&self, path: &[Certificate], last: &Certificate) -> Vec<&'a Certificate> {
        let is_in_path = |issuer: &Certificate| {
            let same = |one: &Certificate| {
                one == issuer || (one.public_key() == issuer.public_key() && one.subject().matches(issuer.subject()))
            };
            path.iter().any(same)
        };
        let mut issuers: Vec<&'a Certificate> = Vec::new();
        for issuer in self.known.certificates() {
            if may_be_issuer(issuer, last) && !is_in_path(issuer) && !issuers.contains(&issuer) {
                issuers.push(issuer);
            }
        }
        if issuers.len() > 1 {
            let at = self.demands.at;
            let roots = &self.known.anchors.roots;
            issuers.sort_by_cached_key(|issuer| (!roots.contains(issuer), !issuer.check_validity(at).is_yes()));
        }
        issuers
    }

    fn stop(&mut self, path: &[Certificate], rule: Rule, end: Check) -> bool {
        let mut steps = Steps::default();
        let check = path::judge(path, self.demands, (rule, end), &mut steps);
        let found = Found { path: path.to_vec(), check, reached: end.is_yes(), steps: steps.0 };
        self.keep(found)
    }

    /// Keeps the better of two: a good one, else one that reached an anchor, else the longer, else the first.
    fn keep(&mut self, found: Found) -> bool {
        let rank = |found: &Found| (found.check.is_yes(), found.reached, found.path.len());
        let good = found.check.is_yes();
        if self.best.as_ref().is_none_or(|best| rank(&found) > rank(best)) {
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
