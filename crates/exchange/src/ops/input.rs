//! What a surface hands over: the same whether it came by the own API or by a compatible surface.

use bytes::Bytes;
use kernel::BoxId;

use crate::model::document::CustomData;
use crate::model::ids::{EntityId, MessageId};
use crate::model::shelf::ShelfName;

/// Bytes of a document, or the name of bytes brought to the box before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewContent {
    /// The exact bytes.
    Bytes(Bytes),
    /// BLAKE3 of content uploaded to the box.
    Uploaded([u8; 32]),
    /// Name of a file on the caller's shelf.
    Shelf(ShelfName),
}

/// Which kind of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewDocumentKind {
    /// First title of a УПД; its function is read from the file.
    UtdTitle,
    /// Any file.
    Nonformalized,
}

/// A document to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    /// Kind.
    pub kind: NewDocumentKind,
    /// Bytes.
    pub content: NewContent,
    /// Detached signature, DER.
    pub signature: Bytes,
    /// Name of the file; for a title it is taken from the file itself.
    pub file_name: Option<String>,
    /// Number, of a nonformalized document.
    pub number: Option<String>,
    /// Date, ISO, of a nonformalized document.
    pub date: Option<kernel::CivilDate>,
    /// Workflow, when not the kind's first.
    pub workflow: Option<u8>,
    /// A receipt notification is asked for.
    pub receipt_asked: bool,
    /// The recipient's signature is asked for.
    pub signature_asked: bool,
    /// Words to the recipient.
    pub comment: Option<String>,
    /// The sender's own id.
    pub custom_id: Option<String>,
    /// Pairs of the integrator.
    pub custom_data: Vec<CustomData>,
    /// Documents this one follows from.
    pub initial_documents: Vec<(MessageId, EntityId)>,
}

/// A message to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMessage {
    /// Sending box.
    pub from_box_id: BoxId,
    /// Receiving box.
    pub to_box_id: BoxId,
    /// Documents.
    pub documents: Vec<NewDocument>,
}

/// What kind of act a patch brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewActKind {
    /// Signed receipt notification of the document or of the answering title.
    Receipt,
    /// The recipient's title.
    AnswerTitle,
    /// A signature under what the other side sent: the document, or its proposal to revoke.
    Signature,
    /// Signed refusal to sign what the other side sent: the document, or its proposal to revoke.
    Rejection,
    /// Signed request to correct.
    AmendmentRequest,
    /// Signed proposal to revoke.
    RevocationRequest,
    /// Signature under the other side's proposal to revoke.
    RevocationAcceptance,
    /// Signed refusal of the other side's proposal to revoke.
    RevocationRejection,
    /// Universal message: its code says what it does.
    UniversalMessage,
}

/// One act on an existing document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAct {
    /// What.
    pub kind: NewActKind,
    /// On which entity: the document, the answering title or the proposal to revoke.
    pub parent_id: EntityId,
    /// The file; none for a bare signature.
    pub content: Option<Bytes>,
    /// Detached signature, DER; may lack only on a universal message.
    pub signature: Option<Bytes>,
    /// A receipt of the answering title is asked for.
    pub receipt_asked: bool,
}

/// An addition to a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPatch {
    /// The caller's box.
    pub box_id: BoxId,
    /// The message.
    pub message_id: MessageId,
    /// Acts, in the order they are to be done.
    pub acts: Vec<NewAct>,
}
