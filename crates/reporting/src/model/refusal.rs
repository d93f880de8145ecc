//! Everything the room says no to, one variant per rule.

use std::fmt;

use kernel::{NormRef, RefusalKind};

use super::flow::Authority;

/// A rule of reporting said no.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    // — payers —
    /// No such payer.
    PayerNotFound,
    /// The organization has this payer already.
    PayerExists,
    /// Too many payers.
    TooManyPayers,
    /// A requisite of the payer is wrong.
    PayerField {
        /// Which.
        field: &'static str,
        /// What would be accepted.
        accepted: &'static str,
    },
    /// Not a code of an office of this authority.
    RegulatorCode {
        /// Whose office.
        authority: Authority,
    },

    // — drafts —
    /// No such draft.
    DraftNotFound,
    /// The draft was sent.
    DraftSent,
    /// Too many drafts.
    TooManyDrafts,
    /// Reports of this kind are not sent.
    FlowUnknown,
    /// The kind of docflow is not one of this authority's.
    FlowOfOtherAuthority,
    /// No such document.
    DocumentNotFound,
    /// The docflow has no such kind of document.
    DocumentKind,
    /// Too many documents, or too many bytes.
    TooMuch {
        /// What: `documents`, `bytes`, `signatures`.
        what: &'static str,
        /// How many are allowed.
        max: usize,
    },
    /// A document without bytes.
    ContentEmpty,
    /// A file name that is absent, too long or not a plain name.
    FileName,
    /// The draft has no document to send.
    NothingToSend,

    // — checks before sending —
    /// A document of the draft was not signed.
    NotSigned {
        /// Its file name.
        file_name: String,
    },
    /// The checks found errors.
    Findings {
        /// File name of the first document with one.
        file_name: String,
        /// Place of the first.
        path: String,
        /// Its code.
        code: String,
        /// How many.
        count: usize,
    },
    /// The file is not what it should be.
    Format {
        /// Code of the format's refusal.
        code: &'static str,
        /// English detail.
        detail: String,
    },
    /// The report is made for another payer.
    OtherPayer,
    /// The report is made for another office.
    OtherOffice {
        /// The one in the file.
        written: String,
    },
    /// The period has not begun.
    PeriodNotBegun,
    /// The signature does not fit, or cannot be read.
    SignatureBroken,
    /// The chain ends in no trusted root, or revocation is not known.
    SignatureUntrusted,
    /// The certificate is not in force.
    CertificateExpired,
    /// The certificate was revoked.
    CertificateRevoked,
    /// Signed by somebody else, and no power of attorney is attached.
    SignerOfOther,
    /// A test signature outside the sandbox.
    TestSignature,
    /// The authority takes only qualified signatures.
    NotQualified,

    // — docflows —
    /// No such docflow.
    DocflowNotFound,
    /// The document's bytes are not open yet.
    ContentSealed,
    /// What was brought does not belong to the sealed document.
    ContentOther,
    /// Nothing waits for such an answer.
    ReplyNotAsked,
    /// No such reply.
    ReplyNotFound,
    /// The reply was sent.
    ReplySent,

    // — contents in parts —
    /// No such content.
    UploadNotFound,
    /// The part does not fit where it says it belongs.
    UploadPart,

    // — ways out —
    /// No gateway serves this authority.
    NoGateway {
        /// Whose.
        authority: Authority,
    },
    /// The gateway does not answer, and what it reaches is not known yet.
    GatewayAway,
    /// The gateway knows no such office.
    OfficeUnknown {
        /// Its code.
        code: String,
    },

    /// A parameter of the request.
    Parameter {
        /// Its name.
        name: &'static str,
        /// What would be accepted.
        accepted: &'static str,
    },
    /// A refusal of another room.
    OtherRoom {
        /// Its code.
        code: &'static str,
        /// Its kind.
        kind: RefusalKind,
        /// Its English detail.
        detail: String,
    },
    /// The container is here already. Never shown.
    AlreadyTaken,
}

type Row = (&'static str, RefusalKind, &'static str);

fn row(refusal: &Refusal) -> Row {
    draft_row(refusal).or_else(|| check_row(refusal)).unwrap_or_else(|| other_row(refusal))
}

fn draft_row(refusal: &Refusal) -> Option<Row> {
    use Refusal as R;
    use RefusalKind as K;
    Some(match refusal {
        R::PayerNotFound => ("reporting.payer.not-found", K::NotFound, "no such payer"),
        R::PayerExists => ("reporting.payer.exists", K::Conflict, "the organization has this payer already"),
        R::TooManyPayers => ("reporting.payer.too-many", K::Conflict, "too many payers"),
        R::PayerField { .. } => ("reporting.payer.field", K::Invalid, "a requisite of the payer is wrong"),
        R::RegulatorCode { .. } => {
            ("reporting.regulator.code", K::Invalid, "not a code of an office of this authority")
        }
        R::DraftNotFound => ("reporting.draft.not-found", K::NotFound, "no such draft"),
        R::DraftSent => ("reporting.draft.sent", K::Conflict, "the draft was sent"),
        R::TooManyDrafts => ("reporting.draft.too-many", K::Conflict, "too many drafts"),
        R::FlowUnknown => ("reporting.flow.unknown", K::Invalid, "docflows of this kind are not begun here"),
        R::FlowOfOtherAuthority => ("reporting.flow.other-authority", K::Invalid, "the docflow is another authority's"),
        R::DocumentNotFound => ("reporting.document.not-found", K::NotFound, "no such document"),
        R::DocumentKind => ("reporting.document.kind", K::Invalid, "the docflow has no such kind of document"),
        R::TooMuch { .. } => ("reporting.draft.too-much", K::TooLarge, "more than a draft holds"),
        R::ContentEmpty => ("reporting.document.empty", K::Invalid, "a document needs bytes"),
        R::FileName => ("reporting.document.file-name", K::Invalid, "not a plain file name"),
        R::NothingToSend => ("reporting.draft.nothing", K::Conflict, "the draft has no document to send"),
        _ => return None,
    })
}

fn check_row(refusal: &Refusal) -> Option<Row> {
    use Refusal as R;
    use RefusalKind as K;
    Some(match refusal {
        R::NotSigned { .. } => ("reporting.check.not-signed", K::Conflict, "a document is not signed"),
        R::Findings { .. } => ("reporting.check.findings", K::Conflict, "the checks found errors"),
        R::Format { .. } => ("reporting.check.format", K::Invalid, "the file is not what it should be"),
        R::OtherPayer => ("reporting.check.other-payer", K::Conflict, "the report is made for another payer"),
        R::OtherOffice { .. } => ("reporting.check.other-office", K::Conflict, "the report is made for another office"),
        R::PeriodNotBegun => ("reporting.check.period", K::Conflict, "the period of the report has not begun"),
        R::SignatureBroken => ("reporting.signature.broken", K::Invalid, "the signature does not fit the document"),
        R::SignatureUntrusted => ("reporting.signature.untrusted", K::Invalid, "the signer's chain is not trusted"),
        R::CertificateExpired => ("reporting.signature.expired", K::Invalid, "the certificate is not in force"),
        R::CertificateRevoked => ("reporting.signature.revoked", K::Invalid, "the certificate was revoked"),
        R::SignerOfOther => ("reporting.signature.other", K::Invalid, "signed by another, without a power of attorney"),
        R::NotQualified => ("reporting.signature.kind", K::Invalid, "the authority takes only qualified signatures"),
        R::TestSignature => ("reporting.signature.test", K::Invalid, "a test signature outside the sandbox"),
        _ => return None,
    })
}

fn other_row(refusal: &Refusal) -> Row {
    use Refusal as R;
    use RefusalKind as K;
    match refusal {
        R::DocflowNotFound => ("reporting.docflow.not-found", K::NotFound, "no such docflow"),
        R::ContentSealed => ("reporting.document.sealed", K::Conflict, "the document is sealed to a certificate"),
        R::ContentOther => ("reporting.document.other", K::Invalid, "this is not what was sealed"),
        R::ReplyNotAsked => ("reporting.reply.not-asked", K::Conflict, "nothing waits for such an answer"),
        R::ReplyNotFound => ("reporting.reply.not-found", K::NotFound, "no such reply"),
        R::ReplySent => ("reporting.reply.sent", K::Conflict, "the reply was sent"),
        R::UploadNotFound => ("reporting.upload.not-found", K::NotFound, "no such content"),
        R::UploadPart => ("reporting.upload.part", K::Invalid, "the part does not fit its place"),
        R::NoGateway { .. } => ("reporting.gateway.none", K::Conflict, "nothing is set up to reach this authority"),
        R::GatewayAway => ("reporting.gateway.away", K::Conflict, "the gateway does not answer"),
        R::OfficeUnknown { .. } => ("reporting.gateway.office", K::Invalid, "the gateway knows no such office"),
        R::Parameter { .. } => ("reporting.parameter", K::Invalid, "a parameter is wrong"),
        R::OtherRoom { code, kind, .. } => (code, *kind, "a refusal of another room"),
        R::AlreadyTaken => ("reporting.container.taken", K::Conflict, "the container is here already"),
        other => kernel::bug!("a refusal without a row: {other:?}"),
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format { detail, .. } | Self::OtherRoom { detail, .. } => f.write_str(detail),
            Self::Findings { path, code, count, .. } => write!(f, "{count} finding(s), the first at {path}: {code}"),
            other => f.write_str(row(other).2),
        }
    }
}

impl std::error::Error for Refusal {}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        row(self).0
    }

    fn kind(&self) -> RefusalKind {
        row(self).1
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::PayerField { field, .. } => Some((*field).to_owned()),
            Self::Parameter { name, .. } => Some((*name).to_owned()),
            Self::RegulatorCode { .. } | Self::OfficeUnknown { .. } => Some("regulator.code".to_owned()),
            Self::NotSigned { file_name } => Some(file_name.clone()),
            Self::Findings { file_name, path, .. } => Some(format!("{file_name}: {path}")),
            _ => None,
        }
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::PayerField { accepted, .. } | Self::Parameter { accepted, .. } => Some((*accepted).to_owned()),
            Self::RegulatorCode { authority } => Some(
                match authority {
                    Authority::Fns => "4 digits",
                    Authority::Rosstat => "digits and hyphens, 4 to 16",
                    _ => "digits, hyphens and capitals, 6 to 16",
                }
                .to_owned(),
            ),
            Self::TooMuch { what, max } => Some(format!("up to {max} {what}")),
            _ => None,
        }
    }

    fn figures(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotSigned { file_name } => vec![("file", file_name.clone())],
            Self::Findings { file_name, path, code, count } => vec![
                ("file", file_name.clone()),
                ("path", path.clone()),
                ("rule", code.clone()),
                ("count", count.to_string()),
            ],
            Self::OtherOffice { written } => vec![("written", written.clone())],
            Self::OfficeUnknown { code } => vec![("code", code.clone())],
            Self::TooMuch { max, .. } => vec![("max", max.to_string())],
            _ => Vec::new(),
        }
    }

    fn norm(&self) -> Option<NormRef> {
        match self {
            Self::NotQualified => Some(NormRef::new("НК РФ", "статья 80, пункты 3 и 5")),
            _ => None,
        }
    }
}

/// A refusal of another room as one of this room.
impl From<account::AccountRefusal> for Refusal {
    fn from(refusal: account::AccountRefusal) -> Self {
        use kernel::Refusal as _;
        Self::OtherRoom { code: refusal.code(), kind: refusal.kind(), detail: refusal.to_string() }
    }
}

/// What the rules do not know.
impl From<rules::NoRow> for Refusal {
    fn from(refusal: rules::NoRow) -> Self {
        use kernel::Refusal as _;
        Self::OtherRoom { code: refusal.code(), kind: refusal.kind(), detail: refusal.to_string() }
    }
}
