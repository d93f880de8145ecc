//! Service documents about any entity of a message, by a signer in all his details, that could be posted now.

use account::Permission;
use bytes::Bytes;
use formats::FormatRefusal;
use formats::service::ServiceSigner;
use kernel::{BoxId, Cx};
use store::No;

use super::authorise::own_box;
use super::document::Between;
use super::draft::{self, Draft, Ground};
use super::input::NewActKind;
use super::service::{self, About};
use super::title;
use crate::model::act::admit;
use crate::model::delivery::workflow_of;
use crate::model::docflow::Docflow;
use crate::model::entity::EntityKind;
use crate::model::ids::{EntityId, MessageId};
use crate::model::limits::COMMENT_CHARS_MAX;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// Which document, with what only it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceDraftKind {
    /// Receipt notification, signed generation.
    Receipt {
        /// Who will sign.
        signer: ServiceSigner,
    },
    /// Refusal to sign a document, or to revoke one, signed generation.
    Rejection {
        /// Who will sign.
        signer: ServiceSigner,
        /// Why.
        text: String,
    },
    /// Request to correct, signed generation.
    AmendmentRequest {
        /// Who will sign.
        signer: ServiceSigner,
        /// What.
        text: String,
    },
    /// Proposal to revoke. The format does not oblige to name the signer.
    RevocationRequest {
        /// Version of the format.
        version: String,
        /// Who will sign.
        signer: Option<ServiceSigner>,
        /// Why.
        text: String,
    },
}

/// An entity that service documents may be about, with all that they say of it.
#[derive(Debug)]
pub struct Answered<'a> {
    room: &'a Room,
    ground: Ground,
}

/// Looks the entity up: a document, an answering title, a proposal to revoke. Refuses one that has not come to the
/// other box.
pub async fn open<'a>(
    room: &'a Room,
    cx: &Cx,
    (box_id, message_id): (BoxId, MessageId),
    parent_id: EntityId,
) -> Result<Answered<'a>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let own = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let held = draft::held(&mut reader, own, message_id).await?;
    drop(reader);
    let ground = draft::ground(room, held, parent_id).await?;
    Ok(Answered { room, ground })
}

impl Answered<'_> {
    /// Participant id of the caller's box, who answers.
    #[must_use]
    pub fn own_participant(&self) -> &str {
        &self.ground.own.participant_id
    }

    /// Participant id of the other box, who is answered.
    #[must_use]
    pub fn other_participant(&self) -> &str {
        &self.ground.other.participant_id
    }

    /// Name of the answered file without extension.
    #[must_use]
    pub fn file_id(&self) -> &str {
        self.ground.answered_file_id()
    }

    /// Makes the document. Refuses what the format refuses, a version that may not be sent today, and an act that would
    /// not be admitted if it were posted now.
    pub fn compose(&self, cx: &Cx, kind: ServiceDraftKind) -> Result<Draft, Refusal> {
        self.fits(&kind)?;
        let act = self.act(&kind);
        let draft = self.written(cx, kind)?;
        self.admit(cx, act, &draft.content)?;
        Ok(draft)
    }

    /// Reads a service document as if it were posted now. Refuses what posting would refuse, but for its signature.
    pub fn admit(&self, cx: &Cx, kind: NewActKind, content: &Bytes) -> Result<(), Refusal> {
        let Ground { own, other, copy, entities, parent, .. } = &self.ground;
        let between = Between { from: own, to: other, patch_id: cx.new_id() };
        let read = service::read(self.room, cx, kind, content, About { between, parent })?;
        let document = entities.iter().find(|entity| entity.id == parent.document_id);
        let document = document.ok_or(Refusal::DocumentNotFound)?;
        let flow = Docflow::of(copy.side, document, entities).ok_or(Refusal::DocumentNotFound)?;
        let workflow = workflow_of(entities, parent.document_id).ok_or(Refusal::DocumentNotFound)?;
        admit(workflow, &flow.state, read.act, copy.side).map(|_| ())
    }

    /// Whether such a document can be about such an entity at all.
    fn fits(&self, kind: &ServiceDraftKind) -> Result<(), Refusal> {
        let parent = self.ground.parent.kind;
        let (fits, refusal) = match kind {
            ServiceDraftKind::Receipt { .. } => {
                (parent.is_document() || parent == EntityKind::AnswerTitle, Refusal::NothingToReceipt)
            }
            ServiceDraftKind::Rejection { .. } => {
                (parent.is_document() || parent == EntityKind::RevocationRequest, Refusal::EntityNotFound)
            }
            ServiceDraftKind::AmendmentRequest { .. } | ServiceDraftKind::RevocationRequest { .. } => {
                (parent.is_document(), Refusal::EntityNotFound)
            }
        };
        if fits { Ok(()) } else { Err(refusal) }
    }

    fn act(&self, kind: &ServiceDraftKind) -> NewActKind {
        match kind {
            ServiceDraftKind::Receipt { .. } => NewActKind::Receipt,
            ServiceDraftKind::Rejection { .. } if self.ground.parent.kind == EntityKind::RevocationRequest => {
                NewActKind::RevocationRejection
            }
            ServiceDraftKind::Rejection { .. } => NewActKind::Rejection,
            ServiceDraftKind::AmendmentRequest { .. } => NewActKind::AmendmentRequest,
            ServiceDraftKind::RevocationRequest { .. } => NewActKind::RevocationRequest,
        }
    }

    fn written(&self, cx: &Cx, kind: ServiceDraftKind) -> Result<Draft, Refusal> {
        use ServiceDraftKind as K;
        let ground = &self.ground;
        let composed = match kind {
            K::Receipt { signer } => ground.receipt(cx, signer),
            K::Rejection { signer, text } | K::AmendmentRequest { signer, text } => {
                ground.words(cx, signer, bounded(text)?)
            }
            K::RevocationRequest { version, signer, text } => {
                let version = title::version_in_force(self.room, cx, "revocation", version)?;
                let (file_id, document) =
                    ground.revocation_request(cx, signer, bounded(text)?).map_err(title::format)?;
                // A pack may allow a version that nothing here composes.
                let same = document.version() == Some(version.as_str());
                if same { Ok((file_id, document)) } else { Err(FormatRefusal::FormatUnknown) }
            }
        };
        let (file_id, document) = composed.map_err(title::format)?;
        let content = self.room.forms.current().write_in_force(&document).map_err(title::format)?;
        Ok(ground.draft(&file_id, content))
    }
}

fn bounded(text: String) -> Result<String, Refusal> {
    if text.chars().count() > COMMENT_CHARS_MAX { Err(Refusal::CommentTooLong) } else { Ok(text) }
}
