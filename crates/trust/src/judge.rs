//! From `pki`'s report to the house's verdict. Pure: a snapshot, a content, a signature, a moment.

use crate::model::{
    Accreditation, CertificateVerdict, Chain, Evidence, NotChecked, Part, RootMark, SignatureKind, SignerCertificate,
    SignerVerdict, Verdict,
};
use crate::snapshot::{Snapshot, fingerprint};
use kernel::Moment;
use pki::{
    Certificate, Check, CheckNode, Demands, Name, PkiRefusal, Reason, Revocation, SignedMessage, SignerReport,
    VerificationReport, verify_message,
};

/// Judges a detached signature, revocation included. Refuses what cannot be read as one.
pub(crate) fn judge(
    snapshot: &Snapshot,
    content: &[u8],
    signature_der: &[u8],
    at: Moment,
) -> Result<Verdict, PkiRefusal> {
    let report = report(snapshot, content, signature_der, at)?;
    Ok(verdict(snapshot, &report, signature_der))
}

/// The same with the tree of checks.
pub(crate) fn explain(
    snapshot: &Snapshot,
    content: &[u8],
    signature_der: &[u8],
    at: Moment,
) -> Result<(Verdict, CheckNode), PkiRefusal> {
    let report = report(snapshot, content, signature_der, at)?;
    Ok((verdict(snapshot, &report, signature_der), report.checks()))
}

fn report(
    snapshot: &Snapshot,
    content: &[u8],
    signature_der: &[u8],
    at: Moment,
) -> Result<VerificationReport, PkiRefusal> {
    let message = SignedMessage::parse(signature_der)?;
    Ok(verify_message(content, &message, snapshot.anchors(), &Demands::new(at)))
}

/// The house's verdict from a report made with the snapshot's lists.
pub(crate) fn verdict(snapshot: &Snapshot, report: &VerificationReport, signature_der: &[u8]) -> Verdict {
    let asked = report.revocation_demanded != Revocation::NotAsked;
    let signers = report.signers.iter().map(|signer| signer_verdict(snapshot, signer, report.at, asked)).collect();
    Verdict::join(report.at, signers, evidence(snapshot, signature_der))
}

/// Judges a certificate alone, revocation included.
pub(crate) fn judge_certificate(snapshot: &Snapshot, certificate: &Certificate, at: Moment) -> CertificateVerdict {
    let report = pki::judge_certificate(certificate, snapshot.anchors(), &Demands::new(at));
    let anchor = report.path.last().filter(|_| report.chain == Check::Yes);
    CertificateVerdict {
        chain: chain(report.chain, anchor),
        kind: kind(snapshot, certificate, &report.path, anchor, at),
        revocation: part(report.revocation),
    }
}

/// The verdict on octets that are no signature: integrity is bad, nothing else is known.
pub(crate) fn unreadable(snapshot: &Snapshot, signature_der: &[u8], at: Moment, refusal: &PkiRefusal) -> Verdict {
    let mut verdict = Verdict::join(at, Vec::new(), evidence(snapshot, signature_der));
    verdict.integrity = Part::Bad { reason: refusal.code().to_owned() };
    verdict.summary = crate::model::Summary::Failed;
    verdict
}

fn evidence(snapshot: &Snapshot, signature_der: &[u8]) -> Evidence {
    Evidence {
        trust_version: snapshot.version(),
        snapshot: snapshot.digest().to_owned(),
        signature: hex::encode(fingerprint(signature_der)),
    }
}

fn signer_verdict(snapshot: &Snapshot, signer: &SignerReport, at: Moment, revocation_asked: bool) -> SignerVerdict {
    let chain = chain(signer.chain, signer.anchor());
    let revocation = if revocation_asked { part(signer.revocation) } else { Part::NotAsked };
    let kind = signer
        .certificate
        .as_ref()
        .map_or(SignatureKind::Unknown, |certificate| kind(snapshot, certificate, &signer.path, signer.anchor(), at));
    let mut not_checked = vec![NotChecked::Entitlement, NotChecked::SigningTime];
    if !revocation.is_good() && !revocation.is_bad() {
        not_checked.push(NotChecked::Revocation);
    }
    // An attribute that names another certificate is an integrity matter: the signer meant another one.
    let integrity = match signer.cades_attribute {
        Check::No { .. } => part(signer.integrity.and(signer.cades_attribute)),
        Check::Yes => part(signer.integrity),
        Check::Unknown { .. } => {
            not_checked.push(NotChecked::CertificateBinding);
            part(signer.integrity)
        }
    };
    if kind == SignatureKind::Unknown && chain.is_trusted() && snapshot.accredited().is_none() {
        not_checked.push(NotChecked::Accreditation);
    }
    not_checked.sort_unstable();
    SignerVerdict {
        certificate: signer.certificate.as_ref().map(describe),
        signing_time: signer.signing_time,
        integrity,
        chain,
        kind,
        revocation,
        not_checked,
        path: signer.path.iter().map(|c| hex::encode(fingerprint(c.to_der()))).collect(),
    }
}

fn part(check: Check) -> Part {
    match check {
        Check::Yes => Part::Good,
        Check::No { reason } => Part::Bad { reason: reason.code().to_owned() },
        Check::Unknown { reason } => Part::Unknown { reason: reason.code().to_owned() },
    }
}

fn chain(found: Check, anchor: Option<&Certificate>) -> Chain {
    match (found, anchor) {
        (Check::Yes, Some(anchor)) => Chain::TrustedUpTo {
            root: display_name(anchor.subject()),
            root_fingerprint: hex::encode(fingerprint(anchor.to_der())),
        },
        // Not to trust somebody is no fault of his certificate.
        (Check::No { reason: reason @ (Reason::NotTrusted | Reason::NoIssuer) } | Check::Unknown { reason }, _) => {
            Chain::Unknown { reason: reason.code().to_owned() }
        }
        (Check::No { reason }, _) => Chain::Broken { reason: reason.code().to_owned() },
        (Check::Yes, None) => Chain::Unknown { reason: Reason::ChainNotBuilt.code().to_owned() },
    }
}

fn display_name(name: &Name) -> String {
    name.cn().or_else(|| name.o()).unwrap_or_default().to_owned()
}

/// The kind by the root; a «ТЕСТ» or «СИМУЛЯТОР» further down the path takes the promise away too.
fn kind(
    snapshot: &Snapshot,
    certificate: &Certificate,
    path: &[Certificate],
    anchor: Option<&Certificate>,
    at: Moment,
) -> SignatureKind {
    let Some(anchor) = anchor else { return SignatureKind::Unknown };
    let authorities = || path.iter().filter(|c| c.is_ca());
    let root_mark = RootMark::of_name(&mark_name(anchor));
    let play = authorities().filter_map(|c| RootMark::of_name(&mark_name(c))).filter(|m| *m != RootMark::Unqualified);
    let mark = root_mark.into_iter().chain(play).min();
    let accreditation = snapshot.accredited().and_then(|list| {
        let listed = authorities().any(|c| list.accredits(&fingerprint(c.to_der()), at));
        listed.then(|| Accreditation { list_date: list.list_date() })
    });
    let policies: Vec<String> = certificate.policies().iter().map(ToString::to_string).collect();
    SignatureKind::conclude(mark, accreditation, &policies)
}

/// Where the mark is looked for: in an authority's own name; a signer trusted by himself is marked by his issuer's name,
/// for a company may lawfully be called «ТЕСТ».
fn mark_name(anchor: &Certificate) -> String {
    display_name(if anchor.is_ca() { anchor.subject() } else { anchor.issuer() })
}

fn describe(certificate: &Certificate) -> SignerCertificate {
    let name = certificate.subject();
    let person = match (name.surname(), name.given_name()) {
        (Some(surname), Some(given)) => Some(format!("{surname} {given}")),
        (one, other) => one.or(other).map(str::to_owned),
    };
    let owned = |value: Option<&str>| value.map(str::to_owned);
    SignerCertificate {
        serial: certificate.serial_hex(),
        thumbprint: hex::encode(certificate.thumbprint_sha1()),
        common_name: owned(name.cn()),
        person,
        organization: owned(name.o()),
        title: owned(name.title()),
        inn: owned(name.inn_le().or_else(|| name.inn())),
        ogrn: owned(name.ogrn().or_else(|| name.ogrnip())),
        snils: owned(name.snils()),
        issuer: Some(display_name(certificate.issuer())).filter(|issuer| !issuer.is_empty()),
        not_before: certificate.not_before(),
        not_after: certificate.not_after(),
    }
}
