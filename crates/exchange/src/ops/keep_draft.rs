//! Keeping a draft: documents of a message that nobody signed yet.

use account::Permission;
use kernel::{BoxId, Cx, OrganizationId, TypedId as _};
use store::{No, Tx};

use super::authorise::{find_party, own_box, scope_of};
use super::document::read;
use super::gather::ready;
use super::input::NewDocument;
use super::title::Reading;
use crate::model::entity::ContentKey;
use crate::model::event::{EventMarks, EventPayload};
use crate::model::filter::KindSet;
use crate::model::ids::{DraftId, EntityId, EventId};
use crate::model::kept_draft::{DraftChange, DraftContent, DraftDocument, DraftState, KeptDraft, original_id};
use crate::model::limits::DRAFTS_PER_BOX_MAX;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::content::ContentRow;
use crate::store::draft::DraftKey;
use crate::store::{draft, event};

/// A draft to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDraft {
    /// The box it is kept in.
    pub from_box_id: BoxId,
    /// The receiving box, when it is chosen already.
    pub to_box_id: Option<BoxId>,
    /// Documents; their signatures are not looked at: they come when the draft is sent.
    pub documents: Vec<NewDocument>,
}

/// A draft whose documents were read, checked and made durable.
#[derive(Clone, Debug)]
pub struct PreparedDraft {
    own: Party,
    draft: KeptDraft,
    documents: Vec<(DraftDocument, ContentRow)>,
}

impl PreparedDraft {
    /// Whose draft it is.
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.own.organization_id
    }
}

/// A draft with its documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftReport {
    /// The draft.
    pub draft: KeptDraft,
    /// Its documents, in their order.
    pub documents: Vec<DraftDocument>,
}

/// Reads and checks the documents as for sending, but for signatures, for what a title says of its signer, and for its
/// recipient while none is chosen.
pub async fn prepare(room: &Room, cx: &Cx, new: NewDraft) -> Result<PreparedDraft, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, own) = own_box(&mut reader, cx, new.from_box_id, Permission::Send).await?;
    let to = match new.to_box_id {
        Some(id) => Some(find_party(&mut reader, id).await?.ok_or(No::Refused(Refusal::RecipientNotFound))?),
        None => None,
    };
    drop(reader);
    if to.as_ref().is_some_and(|to| to.box_id == own.box_id) {
        return Err(Refusal::SameBox.into());
    }
    if new.documents.is_empty() {
        return Err(Refusal::NoDocuments.into());
    }
    room.limits.check_documents(new.documents.len())?;
    let mut documents = Vec::with_capacity(new.documents.len());
    for document in &new.documents {
        let reading = Reading { from: &own, to: to.as_ref(), signer_later: true };
        let read = read(room, cx, &scope, reading, document).await?;
        let row = ready(&room.app.store, own.organization_id, &read.bytes).await?;
        let id: EntityId = cx.new_id();
        let key = ContentKey { hash: row.hash, size_bytes: row.size_bytes };
        let content = DraftContent { id: original_id(id), document_id: id, key, made_at: cx.now };
        let contents = vec![content];
        documents.push((DraftDocument { id, file_name: read.file_name, facts: read.facts, contents }, row));
    }
    let draft = KeptDraft {
        id: cx.new_id::<DraftId>(),
        to_box_id: new.to_box_id,
        state: DraftState::Kept,
        message_id: None,
        kept_at: cx.now,
        changed_at: cx.now,
    };
    Ok(PreparedDraft { own, draft, documents })
}

/// Saves. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedDraft) -> Result<DraftReport, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Send).await?;
    let box_id = new.own.box_id;
    let seq = event::lock_box(tx, &scope, box_id).await?;
    if draft::count_kept(tx, &scope, box_id).await? >= DRAFTS_PER_BOX_MAX {
        return Err(Refusal::TooManyDrafts.into());
    }
    draft::add(tx, &scope, box_id, &new.draft).await?;
    let key = DraftKey { box_id, draft_id: new.draft.id };
    for (place, (document, row)) in (0_i64..).zip(&new.documents) {
        draft::add_document(tx, &scope, key, (document, place)).await?;
        for content in &document.contents {
            draft::add_content(tx, &scope, key, (content, row.bytes.as_ref())).await?;
        }
    }
    let documents: Vec<DraftDocument> = new.documents.iter().map(|(document, _)| document.clone()).collect();
    let event_id = EventId::from_uuid(new.draft.id.uuid());
    let change = DraftChange { draft_id: new.draft.id, event_id, message_id: None };
    let payload = (&EventPayload::DraftKept(change), marks(&new.draft, &documents));
    event::add(tx, &scope, box_id, (seq, cx.now), payload).await?;
    Ok(DraftReport { draft: new.draft.clone(), documents })
}

/// What events of a draft are filtered by.
pub(super) fn marks(draft: &KeptDraft, documents: &[DraftDocument]) -> EventMarks {
    let kinds: Vec<_> = documents.iter().map(|document| document.facts.kind).collect();
    EventMarks::draft(draft.to_box_id, KindSet::of(&kinds))
}
