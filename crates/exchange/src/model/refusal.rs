//! Everything the exchange says no to, one variant per rule. The code is the key of the text a person sees.

use std::fmt;

use kernel::{NormRef, RefusalKind};

/// A rule of the exchange said no.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    // — docflow —
    /// The document has not reached the other box yet.
    NotDelivered,
    /// Both sides agreed that the document is void.
    DocumentRevoked,
    /// The recipient refused to sign it.
    DocumentRejected,
    /// The act belongs to the other side.
    OtherSidesAct,
    /// There is no answering title to send a receipt of.
    NothingToReceipt,
    /// A signed receipt is there already.
    ReceiptAlreadySent,
    /// The workflow asks no such answer.
    AnswerNotAsked,
    /// The answer is there already.
    AlreadySigned,
    /// A proposal to revoke waits for its answer.
    RevocationAlreadyRequested,
    /// A side cannot answer its own proposal.
    OwnRevocationRequest,
    /// No such proposal waits.
    RevocationNotRequested,
    /// The proposal was answered.
    RevocationAlreadyFinished,
    /// Too many entities in one message.
    TooManyEntities,

    // — what is posted —
    /// A message without documents.
    NoDocuments,
    /// More documents than a message holds.
    TooManyDocuments,
    /// A patch without acts, or with too many.
    ActCount,
    /// A document without bytes.
    ContentEmpty,
    /// A document (or all of them) larger than allowed.
    ContentTooLarge,
    /// Content named by reference was never uploaded to this box.
    ContentUnknown,
    /// A file name that is absent, too long or not a plain name.
    FileName,
    /// A comment longer than allowed.
    CommentTooLong,
    /// An id, pairs or links of the sender beyond their limits.
    CustomData,
    /// The kind of document does not take this workflow; the accepted ones are named.
    WorkflowNotAllowed {
        /// Accepted numbers.
        allowed: &'static [u8],
    },
    /// The file is not what it should be; the code is that of the formats.
    Format {
        /// Code of the format's refusal.
        code: &'static str,
        /// Place in the file.
        path: Option<String>,
        /// English detail.
        detail: String,
    },
    /// The official checks of the format found something.
    Findings {
        /// The place of the first finding.
        path: String,
        /// The rule of the first finding.
        rule: String,
        /// How many there are.
        count: usize,
    },
    /// The title's function is not exchanged here.
    FunctionNotExchanged,
    /// This version of the format may not be sent on this day.
    VersionNotInForce {
        /// The version of the file.
        version: String,
        /// Versions accepted on the day.
        accepted: Vec<String>,
        /// The source of the rule.
        norm: Option<NormRef>,
    },
    /// The rules have no row for the day.
    NoRule {
        /// English detail: table, key, day.
        detail: String,
    },
    /// The sender's participant id in the file is not that of the sending box.
    SenderParticipant,
    /// The recipient's participant id in the file is not that of the receiving box.
    RecipientParticipant,
    /// The service document is about another file.
    OtherFile,
    /// The universal message's code is not that of the act.
    UniversalMessageCode,

    // — signatures —
    /// A signature is needed and absent.
    SignatureMissing,
    /// Not a detached signature.
    SignatureUnreadable,
    /// The signature does not fit the bytes.
    SignatureBroken,
    /// The chain of the certificate ends in no trusted root.
    SignatureUntrusted,
    /// The certificate is revoked.
    CertificateRevoked,
    /// The certificate is not in force at this moment.
    CertificateExpired,
    /// Nothing is known of the certificate's revocation.
    RevocationUnknown,
    /// The certificate belongs to another organization.
    SignerOfOtherOrganization,
    /// A test (or simulated) signature outside test exchange.
    TestSignature,
    /// One signature by one signer is expected.
    SignerCount,

    // — who and where —
    /// No such box, or it is foreign.
    BoxNotFound,
    /// The box's documents lie in a department that the member does not reach.
    DepartmentNotReached,
    /// The receiving box is not known.
    RecipientNotFound,
    /// A box cannot send to itself.
    SameBox,
    /// The boxes are not counteragents.
    NotCounteragents,
    /// No such message, or it is foreign.
    MessageNotFound,
    /// No such document in the box.
    DocumentNotFound,
    /// No such entity in the message.
    EntityNotFound,
    /// The entity has no content.
    NoContent,
    /// The counteragent is not known to this box.
    CounteragentNotFound,
    /// An invitation waits for its answer already, or the boxes are counteragents already.
    AlreadyInvited,
    /// There is no invitation to answer.
    NoInvitation,
    /// Too many invitations wait.
    TooManyInvitations,
    /// The cursor was not given by this list.
    Cursor,
    /// A filter's value is not one of the known words.
    Filter {
        /// The parameter.
        name: &'static str,
        /// The known words.
        accepted: &'static str,
    },
    /// An id or another part of the request that cannot be read.
    Unreadable {
        /// The field.
        field: &'static str,
    },

    // — from other rooms —
    /// A refusal of the accounts: unknown organization, absent permission.
    Account {
        /// Its code.
        code: &'static str,
        /// Its kind.
        kind: RefusalKind,
        /// Its English detail.
        detail: String,
    },

    // — between copies, never shown —
    /// The patch is in this copy already.
    AlreadyDelivered,
    /// The copy lacks what the patch is attached to; it will come.
    ParentNotYet,
}

type Row = (&'static str, RefusalKind, &'static str);

/// Code, kind, English detail of each rule.
fn row(refusal: &Refusal) -> Row {
    docflow_row(refusal)
        .or_else(|| posted_row(refusal))
        .or_else(|| signature_row(refusal))
        .unwrap_or_else(|| place_row(refusal))
}

/// Rules of a docflow.
fn docflow_row(refusal: &Refusal) -> Option<Row> {
    use Refusal as R;
    use RefusalKind as K;
    Some(match refusal {
        R::NotDelivered => {
            ("exchange.docflow.not-delivered", K::Conflict, "the document has not reached the other box")
        }
        R::DocumentRevoked => ("exchange.docflow.revoked", K::Conflict, "the document is void by agreement"),
        R::DocumentRejected => ("exchange.docflow.rejected", K::Conflict, "the recipient refused to sign the document"),
        R::OtherSidesAct => ("exchange.docflow.other-sides-act", K::Conflict, "the act belongs to the other side"),
        R::NothingToReceipt => ("exchange.receipt.nothing", K::Conflict, "no answering title to send a receipt of"),
        R::ReceiptAlreadySent => ("exchange.receipt.already-sent", K::Conflict, "a signed receipt exists"),
        R::AnswerNotAsked => ("exchange.answer.not-asked", K::Conflict, "the workflow asks no such answer"),
        R::AlreadySigned => ("exchange.answer.already-signed", K::Conflict, "the recipient has signed already"),
        R::RevocationAlreadyRequested => {
            ("exchange.revocation.already-requested", K::Conflict, "a proposal to revoke waits for its answer")
        }
        R::OwnRevocationRequest => {
            ("exchange.revocation.own-request", K::Conflict, "a side cannot answer its own proposal")
        }
        R::RevocationNotRequested => ("exchange.revocation.not-requested", K::Conflict, "no such proposal waits"),
        R::RevocationAlreadyFinished => {
            ("exchange.revocation.already-finished", K::Conflict, "the proposal was answered")
        }
        R::TooManyEntities => {
            ("exchange.message.too-many-entities", K::Conflict, "the message holds too many entities")
        }
        _ => return None,
    })
}

/// Rules of what is posted.
fn posted_row(refusal: &Refusal) -> Option<Row> {
    use Refusal as R;
    use RefusalKind as K;
    Some(match refusal {
        R::NoDocuments => ("exchange.message.no-documents", K::Invalid, "a message needs a document"),
        R::TooManyDocuments => ("exchange.message.too-many-documents", K::Invalid, "too many documents in a message"),
        R::ActCount => ("exchange.patch.act-count", K::Invalid, "a patch needs an act, and not too many"),
        R::ContentEmpty => ("exchange.content.empty", K::Invalid, "a document needs bytes"),
        R::ContentTooLarge => ("exchange.content.too-large", K::TooLarge, "content larger than allowed"),
        R::ContentUnknown => ("exchange.content.unknown", K::Invalid, "the content was not uploaded to this box"),
        R::FileName => ("exchange.file-name.invalid", K::Invalid, "a plain file name is needed"),
        R::CommentTooLong => ("exchange.comment.too-long", K::Invalid, "the comment is too long"),
        R::CustomData => ("exchange.custom-data.beyond-limit", K::Invalid, "sender's marks beyond their limits"),
        R::WorkflowNotAllowed { .. } => {
            ("exchange.workflow.not-allowed", K::Invalid, "the kind does not take this workflow")
        }
        R::Format { code, .. } => (code, K::Invalid, "the file is not of the expected format"),
        R::Findings { .. } => ("exchange.document.findings", K::Invalid, "the official checks found errors"),
        R::FunctionNotExchanged => ("exchange.document.function", K::Invalid, "the function is not exchanged here"),
        R::VersionNotInForce { .. } => {
            ("exchange.document.version-not-in-force", K::Invalid, "the format version may not be sent on this day")
        }
        R::NoRule { .. } => ("exchange.rule.absent", K::Invalid, "the rules have no row for the day"),
        R::SenderParticipant => {
            ("exchange.document.sender-participant", K::Invalid, "the file names another sending participant")
        }
        R::RecipientParticipant => {
            ("exchange.document.recipient-participant", K::Invalid, "the file names another receiving participant")
        }
        R::OtherFile => ("exchange.service.other-file", K::Invalid, "the service document is about another file"),
        R::UniversalMessageCode => ("exchange.service.code", K::Invalid, "the universal message has another code"),
        _ => return None,
    })
}

/// Rules of signatures.
fn signature_row(refusal: &Refusal) -> Option<Row> {
    use Refusal as R;
    use RefusalKind as K;
    Some(match refusal {
        R::SignatureMissing => ("exchange.signature.missing", K::Invalid, "a signature is needed"),
        R::SignatureUnreadable => ("exchange.signature.unreadable", K::Invalid, "not a detached signature"),
        R::SignatureBroken => ("exchange.signature.broken", K::Invalid, "the signature does not fit the bytes"),
        R::SignatureUntrusted => ("exchange.signature.untrusted", K::Invalid, "the chain ends in no trusted root"),
        R::CertificateRevoked => ("exchange.signature.certificate-revoked", K::Invalid, "the certificate is revoked"),
        R::CertificateExpired => {
            ("exchange.signature.certificate-expired", K::Invalid, "the certificate is not in force")
        }
        R::RevocationUnknown => {
            ("exchange.signature.revocation-unknown", K::Invalid, "no revocation list in force for the certificate")
        }
        R::SignerOfOtherOrganization => {
            ("exchange.signature.other-organization", K::Invalid, "the certificate belongs to another organization")
        }
        R::TestSignature => ("exchange.signature.test", K::Invalid, "a test signature outside test exchange"),
        R::SignerCount => ("exchange.signature.signer-count", K::Invalid, "one signer is expected"),
        _ => return None,
    })
}

/// Rules of places, and those of other rooms.
fn place_row(refusal: &Refusal) -> Row {
    use Refusal as R;
    use RefusalKind as K;
    match refusal {
        R::BoxNotFound => ("exchange.box.not-found", K::NotFound, "no such box"),
        R::DepartmentNotReached => (
            "exchange.department.not-reached",
            K::Forbidden,
            "the box's documents lie in a department that the member does not reach",
        ),
        R::RecipientNotFound => ("exchange.recipient.not-found", K::Invalid, "no such receiving box"),
        R::SameBox => ("exchange.recipient.same-box", K::Invalid, "a box cannot send to itself"),
        R::NotCounteragents => ("exchange.counteragent.not-linked", K::Conflict, "the boxes are not counteragents"),
        R::MessageNotFound => ("exchange.message.not-found", K::NotFound, "no such message"),
        R::DocumentNotFound => ("exchange.document.not-found", K::NotFound, "no such document"),
        R::EntityNotFound => ("exchange.entity.not-found", K::NotFound, "no such entity"),
        R::NoContent => ("exchange.entity.no-content", K::NotFound, "the entity has no content"),
        R::CounteragentNotFound => ("exchange.counteragent.not-found", K::NotFound, "no such counteragent"),
        R::AlreadyInvited => ("exchange.counteragent.already-invited", K::Conflict, "invited or linked already"),
        R::NoInvitation => ("exchange.counteragent.no-invitation", K::Conflict, "no invitation to answer"),
        R::TooManyInvitations => {
            ("exchange.counteragent.too-many-invitations", K::RateLimited, "too many invitations wait")
        }
        R::Cursor => ("exchange.page.cursor", K::Invalid, "not a cursor given by this list"),
        R::Filter { .. } => ("exchange.page.filter", K::Invalid, "not a known word of the filter"),
        R::Unreadable { .. } => ("exchange.request.unreadable", K::Invalid, "a part of the request cannot be read"),
        R::Account { code, kind, .. } => (code, *kind, "refused by the accounts"),
        R::AlreadyDelivered => ("exchange.delivery.already", K::Conflict, "the patch is in this copy already"),
        R::ParentNotYet => {
            ("exchange.delivery.parent-not-yet", K::Conflict, "the copy lacks what the patch is attached to")
        }
        other => kernel::bug!("a refusal without a row: {other:?}"),
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format { detail, .. } | Self::NoRule { detail } | Self::Account { detail, .. } => f.write_str(detail),
            Self::Findings { path, rule, count } => write!(f, "{count} finding(s), the first at {path}: {rule}"),
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
            Self::Format { path, .. } => path.clone(),
            Self::Findings { path, .. } => Some(path.clone()),
            Self::Filter { name, .. } => Some((*name).to_owned()),
            Self::Unreadable { field } => Some((*field).to_owned()),
            _ => None,
        }
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::WorkflowNotAllowed { allowed } => {
                Some(allowed.iter().map(u8::to_string).collect::<Vec<_>>().join(", "))
            }
            Self::VersionNotInForce { accepted, .. } => Some(accepted.join(", ")),
            Self::Filter { accepted, .. } => Some((*accepted).to_owned()),
            _ => None,
        }
    }

    fn norm(&self) -> Option<NormRef> {
        match self {
            Self::VersionNotInForce { norm, .. } => norm.clone(),
            _ => None,
        }
    }
}
