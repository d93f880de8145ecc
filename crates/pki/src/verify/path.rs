//! All checks on a path that was found: RFC 5280 §6.1.3–§6.1.5.

use super::demands::Demands;
use super::{names, policies};
use crate::certificate::Certificate;
use crate::extensions::KeyUsage;
use crate::oid;
use crate::refusal::Reason;
use crate::report::{Check, Input, Rule, Steps};

const CERTIFICATE: Rule = Rule("chain.certificate", "RFC 5280 §6.1.3");
const SIGNATURE: Rule = Rule("chain.signature", "RFC 5280 §6.1.3 (a)(1)");
const VALIDITY: Rule = Rule("chain.validity", "RFC 5280 §6.1.3 (a)(2)");
const SHAPE: Rule = Rule("chain.shape", "RFC 5280 §4.1.1.2, §4.1.2.1");
const CRITICAL: Rule = Rule("chain.critical-extensions", "RFC 5280 §6.1.4 (o), §6.1.5 (f)");
const CONSTRAINTS: Rule = Rule("chain.authority", "RFC 5280 §6.1.4 (k)");
const PATH_LENGTH: Rule = Rule("chain.path-length", "RFC 5280 §6.1.4 (l), (m)");
const CERT_SIGN: Rule = Rule("chain.authority-key-usage", "RFC 5280 §6.1.4 (n)");
const NAMES: Rule = Rule("chain.names", "RFC 5280 §6.1.3 (b), (c), §6.1.4 (g)");
const POLICIES: Rule = Rule("chain.policies", "RFC 5280 §6.1.3 (d)–(f), §6.1.5 (g); RFC 9618 §5");
const SIGNER_USAGE: Rule = Rule("chain.signer-key-usage", "RFC 5280 §4.2.1.3");
const PURPOSE: Rule = Rule("chain.purposes", "RFC 5280 §4.2.1.12");

/// Judges a path from the signer's certificate upwards. `ending` says whether it reached an anchor; names and policies are rules of
/// whole paths and judged only then.
pub(super) fn judge(path: &[Certificate], demands: &Demands, ending: (Rule, Check), steps: &mut Steps) -> Check {
    let is_whole = ending.1.is_yes();
    let mut check = Check::Yes;
    for (at_index, certificate) in path.iter().enumerate() {
        let mut made = Steps::default();
        let above = path.get(at_index.saturating_add(1)..).unwrap_or_default();
        let between = path.get(1..at_index).unwrap_or_default();
        let mut one = judge_alone(certificate, demands, &mut made);
        one = one.and(if at_index == 0 {
            judge_signer(certificate, &mut made)
        } else {
            judge_authority(certificate, between, &mut made)
        });
        if let Some(issuer) = above.first() {
            // the search added this issuer because the signature fits its key
            made.note(SIGNATURE, about(&[certificate, issuer]), Check::Yes);
        }
        if is_whole {
            one = one.and(judge_names(certificate, above, at_index == 0, &mut made));
        }
        check = check.and(steps.conclude(CERTIFICATE, about(&[certificate]), one, made));
    }
    if is_whole && path.len() > 1 {
        let mut inputs: Vec<Input> = path.iter().cloned().map(Input::Certificate).collect();
        inputs.push(Input::Demands);
        check = check.and(steps.note(POLICIES, inputs, policies::check(path, &demands.policies).0));
    }
    let last = path.last().map(|last| about(&[last])).unwrap_or_default();
    check.and(steps.note(ending.0, last, ending.1))
}

fn about(certificates: &[&Certificate]) -> Vec<Input> {
    certificates.iter().map(|certificate| Input::Certificate((*certificate).clone())).collect()
}

fn judge_alone(certificate: &Certificate, demands: &Demands, steps: &mut Steps) -> Check {
    let shape = steps.note(SHAPE, about(&[certificate]), certificate.check_shape());
    let mut inputs = about(&[certificate]);
    inputs.push(Input::Moment);
    let validity = steps.note(VALIDITY, inputs, certificate.check_validity(demands.at));
    let understood = certificate.unknown_critical_extension().is_none();
    let critical = Check::or_no(understood, Reason::CriticalExtension);
    shape.and(validity).and(steps.note(CRITICAL, about(&[certificate]), critical))
}

fn judge_signer(certificate: &Certificate, steps: &mut Steps) -> Check {
    let may_sign = certificate
        .key_usage()
        .is_none_or(|usage| usage.contains(KeyUsage::DIGITAL_SIGNATURE) || usage.contains(KeyUsage::NON_REPUDIATION));
    let usage = steps.note(SIGNER_USAGE, about(&[certificate]), Check::or_no(may_sign, Reason::SignerKeyUsage));
    let is_critical = certificate.extension(&oid::EXT_PURPOSES).is_some_and(|extension| extension.critical);
    let for_documents = [oid::PURPOSE_ANY, oid::PURPOSE_CLIENT, oid::PURPOSE_EMAIL, oid::PURPOSE_DOCUMENTS];
    let fits = !is_critical || certificate.purposes().iter().any(|purpose| for_documents.contains(purpose));
    usage.and(steps.note(PURPOSE, about(&[certificate]), Check::or_no(fits, Reason::PurposeForbids)))
}

fn judge_authority(certificate: &Certificate, between: &[Certificate], steps: &mut Steps) -> Check {
    let inputs = || about(&[certificate]);
    let is_ca = steps.note(CONSTRAINTS, inputs(), Check::or_no(certificate.is_ca(), Reason::IssuerNotCa));
    let signs = certificate.key_usage().is_none_or(|usage| usage.contains(KeyUsage::KEY_CERT_SIGN));
    let usage = steps.note(CERT_SIGN, inputs(), Check::or_no(signs, Reason::IssuerKeyUsage));
    // self-issued certificates do not count (RFC 5280 §6.1.4 (l))
    let count = between.iter().filter(|certificate| !certificate.is_self_issued()).count();
    let limit = certificate.basic_constraints().and_then(|basic| basic.path_len);
    let fits = limit.is_none_or(|limit| u32::try_from(count).is_ok_and(|count| count <= limit));
    is_ca.and(usage).and(steps.note(PATH_LENGTH, inputs(), Check::or_no(fits, Reason::PathLength)))
}

/// By every authority above that limits names. Self-issued certificates between are not judged (RFC 5280 §6.1.3).
fn judge_names(certificate: &Certificate, above: &[Certificate], is_signer: bool, steps: &mut Steps) -> Check {
    if certificate.is_self_issued() && !is_signer {
        return Check::Yes;
    }
    let limiting = above.iter().filter_map(|authority| Some((authority, authority.name_constraints()?)));
    let each = limiting.map(|(authority, limits)| {
        steps.note(NAMES, about(&[certificate, authority]), names::check(limits, certificate))
    });
    each.fold(Check::Yes, Check::and)
}
