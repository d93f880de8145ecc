//! A signature under a document of a draft.

use bytes::Bytes;
use kernel::{Cx, OrganizationId};
use store::{No, Tx};

use super::authorise::scope_of;
use super::{drafts, verify};
use crate::model::document::{ContentKey, Signature};
use crate::model::ids::{DocumentId, DraftId};
use crate::model::limits::SIGNATURES_MAX;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::content::{self, ContentRow};
use crate::store::{counter, draft, payer};

/// A signature that was verified against the bytes it is under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedSignature {
    organization_id: OrganizationId,
    draft_id: DraftId,
    document_id: DocumentId,
    /// The bytes it was verified against.
    under: ContentKey,
    signature: Signature,
    content: ContentRow,
    replaces: bool,
}

/// Verifies a detached signature; `replaces` puts it in place of those there are.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    (organization_id, draft_id, document_id): (OrganizationId, DraftId, DocumentId),
    (bytes, replaces): (Bytes, bool),
) -> Result<PreparedSignature, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, account::Permission::Sign).await?;
    let whole = drafts::open_draft(&mut reader, &scope, draft_id).await?;
    let found = payer::find(&mut reader, &scope, whole.draft.payer_id).await?;
    drop(reader);
    let payer = found.ok_or(No::Refused(Refusal::PayerNotFound))?;
    let (document, under) = drafts::content_of(room, &scope, &whole, document_id).await?;
    // Who may sign is asked when everything is there: the power of attorney may come after the signature.
    let asked = verify::Asked { inn: payer.inn.as_str(), by_power: true, is_play: true };
    let facts = verify::outgoing(room, cx.now, (&under, &bytes), asked).await?;
    let content = content::ready(&room.app.store, organization_id, &bytes).await?;
    let signature = Signature { id: cx.new_id(), content: content.key, facts };
    Ok(PreparedSignature {
        organization_id,
        draft_id,
        document_id,
        under: document.content,
        signature,
        content,
        replaces,
    })
}

/// Keeps it. Refuses when the document changed meanwhile. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedSignature) -> Result<Signature, No<Refusal>> {
    let scope = scope_of(tx, cx, new.organization_id, account::Permission::Sign).await?;
    counter::lock(tx, &scope).await?;
    let whole = drafts::open_draft(tx, &scope, new.draft_id).await?;
    let found = whole.documents.into_iter().find(|document| document.id == new.document_id);
    let mut document = found.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    if document.content != new.under {
        return Err(Refusal::SignatureBroken.into());
    }
    if new.replaces {
        document.signatures.clear();
    }
    document.signatures.retain(|known| known.facts.thumbprint != new.signature.facts.thumbprint);
    if document.signatures.len() >= SIGNATURES_MAX {
        return Err(Refusal::TooMuch { what: "signatures", max: SIGNATURES_MAX }.into());
    }
    document.signatures.push(new.signature.clone());
    content::add(tx, &scope, std::slice::from_ref(&new.content), cx.now).await?;
    draft::change_document(tx, &scope, new.draft_id, &document).await?;
    Ok(new.signature.clone())
}
