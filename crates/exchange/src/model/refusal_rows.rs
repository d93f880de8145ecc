//! Code, kind and English detail of each rule of the room.

use kernel::{NormRef, RefusalKind};

use super::refusal::Refusal;

/// What a refusal is called, which kind it is, and what it says to a developer.
pub type Row = (&'static str, RefusalKind, &'static str);

/// Code, kind, English detail of each rule.
#[must_use]
pub fn row(refusal: &Refusal) -> Row {
    docflow_row(refusal)
        .or_else(|| posted_row(refusal))
        .or_else(|| signature_row(refusal))
        .or_else(|| kept_row(refusal))
        .or_else(|| counteragent_row(refusal))
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
        R::TooManyDocuments { .. } => {
            ("exchange.message.too-many-documents", K::Invalid, "too many documents in a message")
        }
        R::ActCount { .. } => ("exchange.patch.act-count", K::Invalid, "a patch needs an act, and not too many"),
        R::ContentEmpty => ("exchange.content.empty", K::Invalid, "a document needs bytes"),
        R::ContentTooLarge { .. } => ("exchange.content.too-large", K::TooLarge, "content larger than allowed"),
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
        R::CertificateUnreadable => ("exchange.certificate.unreadable", K::Invalid, "not a certificate in DER"),
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

/// Rules of what is kept before it is sent.
fn kept_row(refusal: &Refusal) -> Option<Row> {
    use Refusal as R;
    use RefusalKind as K;
    Some(match refusal {
        R::ShelfName => ("exchange.shelf.name", K::Invalid, "letters, digits, hyphens and dots are needed"),
        R::ShelfPart => ("exchange.shelf.part", K::Conflict, "the place is taken by other bytes or past the end"),
        R::ShelfTooLarge { .. } => ("exchange.shelf.too-large", K::TooLarge, "a part or a file larger than allowed"),
        R::ShelfFull { .. } => ("exchange.shelf.full", K::Conflict, "the shelf is full"),
        R::ShelfFileNotFound => ("exchange.shelf.not-found", K::NotFound, "no such file on the shelf"),
        R::ShelfFileIncomplete => ("exchange.shelf.incomplete", K::Conflict, "parts of the file are missing"),
        R::SignerKey => ("exchange.signer-details.key", K::Invalid, "a thumbprint and a kind of title are needed"),
        R::SignerDetailsTooLong => ("exchange.signer-details.too-long", K::Invalid, "the details are too long"),
        R::TooManySignerDetails => ("exchange.signer-details.too-many", K::Conflict, "too many details of signers"),
        R::DraftNotFound => ("exchange.draft.not-found", K::NotFound, "no such draft"),
        R::DraftSent => ("exchange.draft.sent", K::Conflict, "the draft became a message"),
        R::DraftRecycled => ("exchange.draft.recycled", K::Conflict, "the draft was thrown away"),
        R::DraftRecipient => ("exchange.draft.recipient", K::Invalid, "a recipient is needed"),
        R::DraftContentNotFound => ("exchange.draft.content-not-found", K::NotFound, "no such bytes of the draft"),
        R::TooManyDraftContents => {
            ("exchange.draft.too-many-contents", K::Conflict, "too many contents of one document")
        }
        R::TooManyDrafts => ("exchange.draft.too-many", K::Conflict, "too many drafts wait in the box"),
        _ => return None,
    })
}

/// Rules of what two boxes are to each other.
fn counteragent_row(refusal: &Refusal) -> Option<Row> {
    use Refusal as R;
    use RefusalKind as K;
    Some(match refusal {
        R::CounteragentNotFound => ("exchange.counteragent.not-found", K::NotFound, "no such counteragent"),
        R::AlreadyInvited => ("exchange.counteragent.already-invited", K::Conflict, "invited or linked already"),
        R::NoInvitation => ("exchange.counteragent.no-invitation", K::Conflict, "no invitation to answer"),
        R::SeveralFound => ("exchange.counteragent.several", K::Conflict, "several boxes have these requisites"),
        R::TaskNotFound => ("exchange.task.not-found", K::NotFound, "no such task"),
        R::InvitationNotTold => {
            ("exchange.counteragent.not-told", K::Conflict, "the other box could not be told of the invitation")
        }
        R::TooManyInvitations => {
            ("exchange.counteragent.too-many-invitations", K::RateLimited, "too many invitations wait")
        }
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
        R::TooOldForUnread => {
            ("exchange.document.too-old-for-unread", K::Conflict, "posted too long ago to count as unread")
        }
        R::EntityNotFound => ("exchange.entity.not-found", K::NotFound, "no such entity"),
        R::EventNotFound => ("exchange.event.not-found", K::NotFound, "no such event"),
        R::TooManyAtOnce { .. } => ("exchange.request.too-many", K::Invalid, "too many things asked of at once"),
        R::NoContent => ("exchange.entity.no-content", K::NotFound, "the entity has no content"),
        R::Cursor => ("exchange.page.cursor", K::Invalid, "not a cursor given by this list"),
        R::Filter { .. } => ("exchange.page.filter", K::Invalid, "not a known word of the filter"),
        R::Unreadable { .. } => ("exchange.request.unreadable", K::Invalid, "a part of the request cannot be read"),
        R::OtherRoom { code, kind, .. } => (code, *kind, "refused by another room"),
        R::AlreadyDelivered => ("exchange.delivery.already", K::Conflict, "the patch is in this copy already"),
        R::ParentNotYet => {
            ("exchange.delivery.parent-not-yet", K::Conflict, "the copy lacks what the patch is attached to")
        }
        other => kernel::bug!("a refusal without a row: {other:?}"),
    }
}

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
            Self::TooManyAtOnce { max } | Self::TooManyDocuments { documents_max: max } => Some(format!("up to {max}")),
            Self::ActCount { acts_max } => Some(format!("1 to {acts_max}")),
            Self::ContentTooLarge { bytes_max } => Some(format!("up to {bytes_max} bytes")),
            Self::ShelfTooLarge { bytes_max } => Some(format!("up to {bytes_max} bytes")),
            Self::Filter { accepted, .. } => Some((*accepted).to_owned()),
            _ => None,
        }
    }

    fn figures(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooManyDocuments { documents_max: max } | Self::ActCount { acts_max: max } => {
                vec![("max", max.to_string())]
            }
            Self::ContentTooLarge { bytes_max } => vec![("mebibytes", (bytes_max / (1024 * 1024)).to_string())],
            Self::ShelfTooLarge { bytes_max } => vec![("mebibytes", (bytes_max / (1024 * 1024)).to_string())],
            Self::ShelfFull { days } => vec![("days", days.to_string())],
            _ => Vec::new(),
        }
    }

    fn norm(&self) -> Option<NormRef> {
        match self {
            Self::VersionNotInForce { norm, .. } => norm.clone(),
            _ => None,
        }
    }
}
