//! Sending a draft: signatures under its documents make it an ordinary message.

use account::{OrgScope, Permission};
use bytes::Bytes;
use kernel::{BoxId, Cx, OrganizationId, TypedId as _};
use store::{Fetch, No, Tx};

use super::authorise::{own_box, scope_of};
use super::gather::bytes_of;
use super::input::{NewContent, NewDocument, NewDocumentKind, NewMessage};
use super::keep_draft::{DraftReport, marks};
use super::kept_drafts::load;
use super::post_message::{self, Posted, PreparedMessage};
use crate::model::document::{DocumentFacts, DocumentKind};
use crate::model::event::EventPayload;
use crate::model::ids::{DraftContentId, DraftId, EntityId, EventId, MessageId, PatchId};
use crate::model::kept_draft::{DraftChange, DraftDocument, DraftState, KeptDraft, original_id};
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::draft::{self, DraftKey};
use crate::store::{event, feed};

/// A signature under one document of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSignature {
    /// The document.
    pub document_id: EntityId,
    /// Which of its bytes: those with the signer filled in, else the original.
    pub content_id: Option<DraftContentId>,
    /// Detached signature, DER.
    pub signature: Bytes,
}

/// A draft to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSending {
    /// The box.
    pub box_id: BoxId,
    /// The draft.
    pub draft_id: DraftId,
    /// The receiving box, when it was not chosen before, or another than that.
    pub to_box_id: Option<BoxId>,
    /// A signature for each document.
    pub signatures: Vec<DraftSignature>,
}

/// A draft that was read as a message, or the message it became before.
#[derive(Clone, Debug)]
pub struct PreparedSending {
    own: Party,
    draft: DraftReport,
    message: Option<PreparedMessage>,
}

impl PreparedSending {
    /// Whose draft it is.
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.own.organization_id
    }
}

/// Reads the draft and prepares it exactly as a posted message: titles are checked whole, signatures verified. Of a draft
/// that was sent before nothing but the names of its documents is checked again.
pub async fn prepare(room: &Room, cx: &Cx, new: DraftSending) -> Result<PreparedSending, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, own) = own_box(&mut reader, cx, new.box_id, Permission::Send).await?;
    let key = DraftKey { box_id: new.box_id, draft_id: new.draft_id };
    let draft = load(&mut reader, &scope, key).await?;
    if new.signatures.iter().any(|signature| draft.documents.iter().all(|d| d.id != signature.document_id)) {
        return Err(Refusal::DocumentNotFound.into());
    }
    if draft.draft.state == DraftState::Sent {
        return Ok(PreparedSending { own, draft, message: None });
    }
    draft.draft.state.admit_change()?;
    let to_box_id = new.to_box_id.or(draft.draft.to_box_id).ok_or(No::Refused(Refusal::DraftRecipient))?;
    let documents = match documents(room, &mut reader, &scope, (key, &draft, &new.signatures)).await {
        // Its contents go with the draft: another sending of it may have come first while this one read.
        Err(No::Refused(Refusal::DraftContentNotFound)) => {
            let draft = load(&mut reader, &scope, key).await?;
            if draft.draft.state == DraftState::Sent {
                return Ok(PreparedSending { own, draft, message: None });
            }
            return Err(Refusal::DraftContentNotFound.into());
        }
        documents => documents?,
    };
    drop(reader);
    let message = NewMessage { from_box_id: new.box_id, to_box_id, documents };
    let message = post_message::prepare(room, cx, message).await?;
    let draft = DraftReport { draft: KeptDraft { to_box_id: Some(to_box_id), ..draft.draft }, ..draft };
    Ok(PreparedSending { own, draft, message: Some(message) })
}

/// The draft's documents with the bytes that were signed.
async fn documents(
    room: &Room,
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (key, draft, signatures): (DraftKey, &DraftReport, &[DraftSignature]),
) -> Result<Vec<NewDocument>, No<Refusal>> {
    let mut documents = Vec::with_capacity(draft.documents.len());
    for document in &draft.documents {
        let signature = signatures.iter().find(|signature| signature.document_id == document.id);
        let signature = signature.ok_or(No::Refused(Refusal::SignatureMissing))?;
        let content_id = signature.content_id.unwrap_or_else(|| original_id(document.id));
        if !document.contents.iter().any(|content| content.id == content_id) {
            return Err(Refusal::DraftContentNotFound.into());
        }
        let row = draft::find_content(reader, scope, key, content_id).await?;
        let row = row.ok_or(No::Refused(Refusal::DraftContentNotFound))?;
        let bytes = bytes_of(&room.app.store, scope.organization_id(), row).await?;
        documents.push(as_new(document, bytes, signature.signature.clone())?);
    }
    Ok(documents)
}

/// The document as a surface would hand it over.
fn as_new(document: &DraftDocument, bytes: Bytes, signature: Bytes) -> Result<NewDocument, Refusal> {
    let facts = &document.facts;
    let is_title = matches!(facts.kind, DocumentKind::Utd(_));
    Ok(NewDocument {
        kind: if is_title { NewDocumentKind::UtdTitle } else { NewDocumentKind::Nonformalized },
        content: NewContent::Bytes(bytes),
        signature,
        file_name: Some(document.file_name.clone()),
        number: facts.number.clone(),
        date: date(facts)?,
        workflow: Some(facts.workflow),
        receipt_asked: facts.receipt_asked,
        signature_asked: facts.signature_asked,
        comment: facts.comment.clone(),
        custom_id: facts.custom_id.clone(),
        custom_data: facts.custom_data.clone(),
        initial_documents: initial_documents(facts)?,
    })
}

fn date(facts: &DocumentFacts) -> Result<Option<kernel::CivilDate>, Refusal> {
    let read = |text: &String| text.parse().map_err(|_| Refusal::Unreadable { field: "date" });
    facts.date.as_ref().map(read).transpose()
}

fn initial_documents(facts: &DocumentFacts) -> Result<Vec<(MessageId, EntityId)>, Refusal> {
    let unreadable = Refusal::Unreadable { field: "initial_documents" };
    let read = |(message, document): &(String, String)| Some((message.parse().ok()?, document.parse().ok()?));
    facts.initial_documents.iter().map(|pair| read(pair).ok_or_else(|| unreadable.clone())).collect()
}

/// Posts the message and lets the draft go, in one transaction. Re-runnable. A draft that was sent before gives its message
/// again.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedSending) -> Result<Posted, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Send).await?;
    let key = DraftKey { box_id: new.own.box_id, draft_id: new.draft.draft.id };
    event::lock_box_silently(tx, &scope, key.box_id).await?;
    account::note_act(tx, cx, &scope, "exchange.send-draft").await?;
    let now = draft::find(tx, &scope, key).await?.ok_or(No::Refused(Refusal::DraftNotFound))?;
    if let Some(message_id) = now.message_id {
        return posted_before(tx, &scope, key.box_id, message_id).await;
    }
    now.state.admit_change()?;
    let Some(message) = &new.message else { return Err(Refusal::DraftNotFound.into()) };
    let posted = post_message::run(tx, cx, message).await?;
    let seq = event::lock_box(tx, &scope, key.box_id).await?;
    let sent = KeptDraft {
        state: DraftState::Sent,
        message_id: Some(posted.message_id),
        changed_at: cx.now,
        ..new.draft.draft.clone()
    };
    draft::change(tx, &scope, key.box_id, &sent).await?;
    draft::forget_contents(tx, &scope, key).await?;
    let change = DraftChange { draft_id: sent.id, event_id: cx.new_id(), message_id: Some(posted.message_id) };
    let payload = (&EventPayload::DraftSent(change), marks(&sent, &new.draft.documents));
    event::add(tx, &scope, key.box_id, (seq, cx.now), payload).await?;
    Ok(posted)
}

/// What the first sending answered, as the feed has it.
async fn posted_before(
    reader: &mut impl Fetch,
    scope: &account::OrgScope,
    box_id: BoxId,
    message_id: MessageId,
) -> Result<Posted, No<Refusal>> {
    let posted = feed::find(reader, scope, box_id, EventId::from_uuid(message_id.uuid())).await?;
    let posted = posted.ok_or(No::Refused(Refusal::EventNotFound))?;
    let entities = posted.payload.change().map(|change| change.documents.clone()).unwrap_or_default();
    let patch_id = PatchId::from_uuid(message_id.uuid());
    Ok(Posted { message_id, patch_id, box_id, entities, at: posted.at })
}
