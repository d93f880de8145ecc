//! Filling a signer into a draft's document: new bytes beside the original.

use account::Permission;
use bytes::Bytes;
use kernel::{BoxId, Cx};
use store::{No, Tx};

use super::authorise::{find_party, own_box, scope_of};
use super::document::read_again;
use super::gather::ready;
use super::kept_drafts::load;
use super::title::Reading;
use crate::model::entity::ContentKey;
use crate::model::ids::{DraftId, EntityId};
use crate::model::kept_draft::{DraftContent, KeptDraft};
use crate::model::limits::DRAFT_CONTENTS_MAX;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::content::ContentRow;
use crate::store::draft::{self, DraftKey};
use crate::store::event;

/// New bytes of a draft's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPatch {
    /// The box.
    pub box_id: BoxId,
    /// The draft.
    pub draft_id: DraftId,
    /// The document.
    pub document_id: EntityId,
    /// The receiving box, when it is chosen now.
    pub to_box_id: Option<BoxId>,
    /// The exact bytes, the signer filled in.
    pub content: Bytes,
}

/// Bytes that were read, checked and made durable.
#[derive(Clone, Debug)]
pub struct PreparedDraftPatch {
    own: Party,
    key: DraftKey,
    to_box_id: Option<BoxId>,
    content: DraftContent,
    row: ContentRow,
}

/// Reads and checks the bytes. Refuses another document than the one that was kept: another kind, function, number or
/// date.
pub async fn prepare(room: &Room, cx: &Cx, new: DraftPatch) -> Result<PreparedDraftPatch, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (_, own) = own_box(&mut reader, cx, new.box_id, Permission::Send).await?;
    let scope = scope_of(&mut reader, cx, &own, Permission::Send).await?;
    let key = DraftKey { box_id: new.box_id, draft_id: new.draft_id };
    let report = load(&mut reader, &scope, key).await?;
    let to = match new.to_box_id.or(report.draft.to_box_id) {
        Some(id) => Some(find_party(&mut reader, id).await?.ok_or(No::Refused(Refusal::RecipientNotFound))?),
        None => None,
    };
    drop(reader);
    report.draft.state.admit_change()?;
    let document = report.documents.iter().find(|document| document.id == new.document_id);
    let document = document.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    let reading = Reading { from: &own, to: to.as_ref(), signer_later: false };
    read_again(room, cx, reading, (&document.facts, &new.content))?;
    let row = ready(&room.app.store, own.organization_id, &new.content).await?;
    let content = DraftContent {
        id: cx.new_id(),
        document_id: new.document_id,
        key: ContentKey { hash: row.hash, size_bytes: row.size_bytes },
        made_at: cx.now,
    };
    Ok(PreparedDraftPatch { own, key, to_box_id: new.to_box_id, content, row })
}

/// Keeps them beside the original. Re-runnable. The feed is not told: nothing is said to anybody yet.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedDraftPatch) -> Result<DraftContent, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Send).await?;
    event::lock_box_silently(tx, &scope, new.key.box_id).await?;
    let report = load(tx, &scope, new.key).await?;
    report.draft.state.admit_change()?;
    let document = report.documents.iter().find(|document| document.id == new.content.document_id);
    let document = document.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    if document.contents.len() > DRAFT_CONTENTS_MAX {
        return Err(Refusal::TooManyDraftContents.into());
    }
    draft::add_content(tx, &scope, new.key, (&new.content, new.row.bytes.as_ref())).await?;
    let to_box_id = new.to_box_id.or(report.draft.to_box_id);
    let draft = KeptDraft { to_box_id, changed_at: cx.now, ..report.draft };
    draft::change(tx, &scope, new.key.box_id, &draft).await?;
    Ok(new.content)
}
