//! Entities: the append-only atoms of a message. Everything said about a document is derived from them.

use kernel::Moment;
use serde::{Deserialize, Serialize};

use super::document::{DeliveryFacts, DocumentFacts, ServiceFacts};
use super::ids::{EntityId, PatchId};
use super::side::Author;
use super::signature::SignatureFacts;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// First title of a formalized document (the seller's title of a УПД).
    Title,
    /// A file without a form.
    NonformalizedDocument,
    /// Second title (the buyer's title of a УПД).
    AnswerTitle,
    /// Detached signature under its parent's bytes.
    Signature,
    /// Operator's confirmation of the date of receiving a file from its author (DP_PDPOL).
    ReceivingConfirmation,
    /// Operator's confirmation of the date of sending a file to its addressee (DP_PDOTPR).
    SendingConfirmation,
    /// Receipt notification (извещение о получении).
    ReceiptNotification,
    /// Refusal to sign the first title, or to agree to a revocation.
    SignatureRejection,
    /// Request to correct (уведомление об уточнении).
    AmendmentRequest,
    /// Proposal to revoke a document (предложение об аннулировании).
    RevocationRequest,
    /// Universal message that informs and moves nothing.
    Notice,
    /// The operator's mark that a patch reached the other box. Has no content.
    Delivery,
}

/// Word of each kind, in tables and answers.
const WORDS: &[(EntityKind, &str)] = &[
    (EntityKind::Title, "title"),
    (EntityKind::NonformalizedDocument, "nonformalized_document"),
    (EntityKind::AnswerTitle, "answer_title"),
    (EntityKind::Signature, "signature"),
    (EntityKind::ReceivingConfirmation, "receiving_confirmation"),
    (EntityKind::SendingConfirmation, "sending_confirmation"),
    (EntityKind::ReceiptNotification, "receipt_notification"),
    (EntityKind::SignatureRejection, "signature_rejection"),
    (EntityKind::AmendmentRequest, "amendment_request"),
    (EntityKind::RevocationRequest, "revocation_request"),
    (EntityKind::Notice, "notice"),
    (EntityKind::Delivery, "delivery"),
];

impl EntityKind {
    /// The word kept in tables and answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        WORDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// Reads the word written by [`EntityKind::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        WORDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }

    /// Whether it starts a docflow of its own.
    #[must_use]
    pub fn is_document(self) -> bool {
        matches!(self, Self::Title | Self::NonformalizedDocument)
    }

    /// Whether the operator confirms it where the workflow is confirmed: all that a party signs as a file of its own.
    #[must_use]
    pub fn is_confirmable(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::AnswerTitle
                | Self::ReceiptNotification
                | Self::SignatureRejection
                | Self::AmendmentRequest
        )
    }
}

/// Where an entity's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentKey {
    /// BLAKE3 of the exact bytes.
    pub hash: [u8; 32],
    /// Length, bytes.
    pub size_bytes: i64,
}

/// What the room remembers of an entity beside its bytes; the part that fits its kind is filled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityFacts {
    /// Of a document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentFacts>,
    /// Of a signature: who, with what, and the verdict of that moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignatureFacts>,
    /// Of a service document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceFacts>,
    /// Of a delivery mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<DeliveryFacts>,
}

/// One entity of a message copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its id, the same in both copies.
    pub id: EntityId,
    /// The document whose flow it belongs to; a document's own id for itself.
    pub document_id: EntityId,
    /// What it is attached to; none for a document.
    pub parent_id: Option<EntityId>,
    /// The patch that brought it; a message's first patch has the message's id.
    pub patch_id: PatchId,
    /// What it is.
    pub kind: EntityKind,
    /// Who made it.
    pub author: Author,
    /// When it was posted.
    pub at: Moment,
    /// Its bytes, if it has any.
    pub content: Option<ContentKey>,
    /// Name of its file, if it has one.
    pub file_name: Option<String>,
    /// What is remembered beside the bytes.
    pub facts: EntityFacts,
}

impl Entity {
    /// Whether it is a universal message or another service document that moves nothing.
    #[must_use]
    pub fn is_out_of_workflow(&self) -> bool {
        self.facts.service.as_ref().is_some_and(|service| service.out_of_workflow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_word() {
        for (kind, word) in WORDS {
            assert_eq!(kind.as_str(), *word);
            assert_eq!(EntityKind::from_word(word), Some(*kind));
            assert_eq!(WORDS.iter().filter(|(_, other)| other == word).count(), 1);
        }
        for unknown in ["", "Title", "title ", "подпись"] {
            assert_eq!(EntityKind::from_word(unknown), None);
        }
    }
}
