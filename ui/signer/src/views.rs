//! Certificates and reports as JSON. Moments are milliseconds since 1970, as JavaScript counts; codes are keys of texts.

use crate::names::{attribute_name, digest_name, usage_names};
use kernel::Moment;
use pki::{
    Certificate, CertificateReport, Check, CheckNode, Input, KeyKind, Name, Revocation, SignatureForm, SignerReport,
    VerificationReport,
};
use serde::Serialize;

fn ms(at: Moment) -> i64 {
    at.micros().div_euclid(1_000)
}

pub fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

#[derive(Serialize)]
pub struct AttributeView {
    name: String,
    value: String,
}

fn name_view(name: &Name) -> Vec<AttributeView> {
    let view = |it: &pki::NameAttribute| AttributeView { name: attribute_name(&it.oid), value: it.value.clone() };
    name.attributes().iter().map(view).collect()
}

#[derive(Serialize)]
pub struct CertificateView {
    serial: String,
    thumbprint: String,
    subject: Vec<AttributeView>,
    issuer: Vec<AttributeView>,
    not_before_ms: i64,
    not_after_ms: i64,
    set: Option<&'static str>,
    /// Octets `X ‖ Y`: equal for equal keys, whatever name the curve has.
    public_key: Option<String>,
    usages: Vec<&'static str>,
    is_authority: bool,
}

impl CertificateView {
    pub fn of(certificate: &Certificate) -> Self {
        let set = match certificate.public_key().kind() {
            KeyKind::Gost(set) | KeyKind::Gost2001(set) => Some(set.short_name()),
            KeyKind::Other(_) => None,
        };
        Self {
            serial: certificate.serial_hex(),
            thumbprint: hex(&certificate.thumbprint_sha1()),
            subject: name_view(certificate.subject()),
            issuer: name_view(certificate.issuer()),
            not_before_ms: ms(certificate.not_before()),
            not_after_ms: ms(certificate.not_after()),
            set,
            public_key: certificate.public_key().gost_key().ok().map(|key| hex(&key.to_octets())),
            usages: certificate.key_usage().map(usage_names).unwrap_or_default(),
            is_authority: certificate.is_ca(),
        }
    }
}

/// `{ "is": "yes" }`, `{ "is": "no", "code": … }` or `{ "is": "unknown", "code": … }`.
#[derive(Serialize)]
pub struct CheckView {
    is: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
}

impl CheckView {
    fn of(check: Check) -> Self {
        let is = match check {
            Check::Yes => "yes",
            Check::No { .. } => "no",
            Check::Unknown { .. } => "unknown",
        };
        Self { is, code: check.reason().map(pki::Reason::code) }
    }
}

/// A check with those it was concluded from.
#[derive(Serialize)]
pub struct CheckNodeView {
    name: &'static str,
    clause: &'static str,
    about: Vec<String>,
    check: CheckView,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    children: Vec<CheckNodeView>,
}

impl CheckNodeView {
    fn of(node: &CheckNode) -> Self {
        Self {
            name: node.name,
            clause: node.clause,
            about: node.inputs.iter().map(about).collect(),
            check: CheckView::of(node.check),
            children: node.children.iter().map(Self::of).collect(),
        }
    }
}

/// A word, or a word and what tells one from another.
fn about(input: &Input) -> String {
    match input {
        Input::Content => "content".to_owned(),
        Input::Message => "message".to_owned(),
        Input::Signer(index) => format!("signer:{index}"),
        Input::Certificate(certificate) => format!("certificate:{}", certificate.serial_hex()),
        Input::List(_) => "list".to_owned(),
        Input::Moment => "moment".to_owned(),
        Input::Demands => "demands".to_owned(),
    }
}

fn path(path: &[Certificate]) -> Vec<CertificateView> {
    path.iter().map(CertificateView::of).collect()
}

#[derive(Serialize)]
pub struct SignerView {
    outcome: CheckView,
    certificate: Option<CertificateView>,
    signing_time_ms: Option<i64>,
    form: &'static str,
    digest: String,
    integrity: CheckView,
    cades_attribute: CheckView,
    chain: CheckView,
    revocation: CheckView,
    path: Vec<CertificateView>,
    checks: CheckNodeView,
}

impl SignerView {
    fn of(signer: &SignerReport, demanded: Revocation) -> Self {
        Self {
            outcome: CheckView::of(signer.outcome(demanded)),
            certificate: signer.certificate.as_ref().map(CertificateView::of),
            signing_time_ms: signer.signing_time.map(ms),
            form: match signer.form {
                SignatureForm::CadesBes => "cades-bes",
                SignatureForm::SignedAttributes => "signed-attributes",
                SignatureForm::NoAttributes => "no-attributes",
            },
            digest: digest_name(signer.digest),
            integrity: CheckView::of(signer.integrity),
            cades_attribute: CheckView::of(signer.cades_attribute),
            chain: CheckView::of(signer.chain),
            revocation: CheckView::of(signer.revocation),
            path: path(&signer.path),
            checks: CheckNodeView::of(&signer.checks),
        }
    }
}

/// Parts of the message that no signature covers.
#[derive(Serialize)]
pub struct UnsignedView {
    certificates: usize,
    certificates_unread: usize,
    lists: usize,
    lists_unread: usize,
    attributes: Vec<String>,
}

#[derive(Serialize)]
pub struct ReportView {
    at_ms: i64,
    outcome: CheckView,
    signers: Vec<SignerView>,
    unsigned: UnsignedView,
}

impl ReportView {
    pub fn of(report: &VerificationReport) -> Self {
        let view = |signer| SignerView::of(signer, report.revocation_demanded);
        let unsigned = &report.unsigned;
        Self {
            at_ms: ms(report.at),
            outcome: CheckView::of(report.outcome()),
            signers: report.signers.iter().map(view).collect(),
            unsigned: UnsignedView {
                certificates: unsigned.certificates,
                certificates_unread: unsigned.certificates_unread,
                lists: unsigned.revocation_lists,
                lists_unread: unsigned.revocation_lists_unread,
                attributes: unsigned.attributes.iter().map(ToString::to_string).collect(),
            },
        }
    }
}

#[derive(Serialize)]
pub struct CertificateReportView {
    at_ms: i64,
    outcome: CheckView,
    certificate: CertificateView,
    chain: CheckView,
    revocation: CheckView,
    path: Vec<CertificateView>,
    checks: CheckNodeView,
}

impl CertificateReportView {
    pub fn of(report: &CertificateReport, certificate: &Certificate, at: Moment) -> Self {
        Self {
            at_ms: ms(at),
            outcome: CheckView::of(report.checks.check),
            certificate: CertificateView::of(certificate),
            chain: CheckView::of(report.chain),
            revocation: CheckView::of(report.revocation),
            path: path(&report.path),
            checks: CheckNodeView::of(&report.checks),
        }
    }
}
