//! Everything the exchange says no to, one variant per rule. The code is the key of the text a person sees.

use std::fmt;

use kernel::{NormRef, RefusalKind};

use super::refusal_rows::row;

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
    TooManyDocuments {
        /// How many it holds.
        documents_max: usize,
    },
    /// A patch without acts, or with too many.
    ActCount {
        /// How many it holds.
        acts_max: usize,
    },
    /// A document without bytes.
    ContentEmpty,
    /// A document larger than allowed.
    ContentTooLarge {
        /// Bytes that are allowed.
        bytes_max: usize,
    },
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

    // — on the shelf —
    /// Not a name of a file on a shelf, or not an extension.
    ShelfName,
    /// The place of a part is taken by other bytes, or lies past the end.
    ShelfPart,
    /// A part or a file larger than allowed.
    ShelfTooLarge {
        /// Bytes that are allowed.
        bytes_max: i64,
    },
    /// The shelf is full.
    ShelfFull {
        /// After how many days what lies there is forgotten.
        days: u64,
    },
    /// No such file on the caller's shelf.
    ShelfFileNotFound,
    /// Parts of the file are missing.
    ShelfFileIncomplete,

    // — drafts kept —
    /// No such draft, or it was forgotten.
    DraftNotFound,
    /// The draft became a message.
    DraftSent,
    /// The draft was thrown away.
    DraftRecycled,
    /// The draft has no recipient and none was named.
    DraftRecipient,
    /// No such bytes of the draft's document.
    DraftContentNotFound,
    /// Too many contents of one document of a draft.
    TooManyDraftContents,
    /// Too many drafts wait in the box.
    TooManyDrafts,

    // — details of signers —
    /// Not a thumbprint, or not a word for a kind of title.
    SignerKey,
    /// Details of a signer longer than allowed.
    SignerDetailsTooLong,
    /// Too many details of signers in the box.
    TooManySignerDetails,

    // — signatures —
    /// A signature is needed and absent.
    SignatureMissing,
    /// Not a detached signature.
    SignatureUnreadable,
    /// Not a certificate in DER.
    CertificateUnreadable,
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
    /// A document posted long ago cannot be called unread.
    TooOldForUnread,
    /// No such entity in the message.
    EntityNotFound,
    /// No such event in the box's feed.
    EventNotFound,
    /// More things asked of at once than allowed.
    TooManyAtOnce {
        /// How many are.
        max: usize,
    },
    /// The entity has no content.
    NoContent,
    /// The counteragent is not known to this box.
    CounteragentNotFound,
    /// An invitation waits for its answer already, or the boxes are counteragents already.
    AlreadyInvited,
    /// There is no invitation to answer.
    NoInvitation,
    /// Several boxes have these requisites.
    SeveralFound,
    /// No such task, or its result was forgotten.
    TaskNotFound,
    /// The other box could not be told of the invitation.
    InvitationNotTold,
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
    /// A refusal of another room: unknown organization, absent permission, spent free documents.
    OtherRoom {
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

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format { detail, .. } | Self::NoRule { detail } | Self::OtherRoom { detail, .. } => {
                f.write_str(detail)
            }
            Self::Findings { path, rule, count } => write!(f, "{count} finding(s), the first at {path}: {rule}"),
            other => f.write_str(row(other).2),
        }
    }
}

impl std::error::Error for Refusal {}
