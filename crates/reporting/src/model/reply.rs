//! An answer of the subscriber to a document of a docflow, while it is prepared.

use kernel::Moment;

use super::document::{ContentKey, Signature};
use super::ids::{DocumentId, ReplyId};

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Its id.
    pub id: ReplyId,
    /// The document it answers.
    pub on: DocumentId,
    /// Kind of the answer.
    pub kind: String,
    /// Name of its file.
    pub file_name: String,
    /// Its bytes.
    pub content: ContentKey,
    /// The signature, once it is there.
    pub signature: Option<Signature>,
    /// It was sent.
    pub is_sent: bool,
    /// When it was made.
    pub made_at: Moment,
}
