//! The operator's confirmation of the date of sending: built and signed unasked, outside any transaction.

use account::OrgScope;
use bytes::Bytes;
use kernel::{Cx, TypedId};

use super::advance::Coming;
use super::dispatch::NotSent;
use super::{drafts, verify};
use crate::PROGRAM;
use crate::model::docflow::Docflow;
use crate::model::document::{FlowDocument, Signature};
use crate::model::flow::Author;
use crate::model::ids::DocumentId;
use crate::room::Room;
use crate::store::content;
use store::Fault;
use transport::technical::{DateConfirmation, Received};

/// What is confirmed.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Kind of the confirmation in the docflow.
    pub kind: &'a str,
    /// The docflow.
    pub docflow: &'a Docflow,
    /// Its main document.
    pub main: &'a FlowDocument,
}

/// Builds and signs the confirmation that the docflow began when it did.
pub async fn date_confirmation(room: &Room, cx: &Cx, scope: &OrgScope, about: About<'_>) -> Result<Coming, NotSent> {
    let id: DocumentId = cx.new_id();
    let confirmation = DateConfirmation {
        id: id.to_string(),
        operator: room.operator.code.clone(),
        program: PROGRAM.to_owned(),
        docflow: wire_id(about.docflow.id),
        sent_at: about.docflow.began_at,
        documents: vec![received(room, scope, about.main).await?],
    };
    let written = confirmation.write().map_err(|refusal| NotSent::Unwritten(refusal.to_string()))?;
    let bytes = Bytes::from(written);
    let form = pki::SignForm::CadesBes { at: cx.now };
    let signed = pki::sign_detached(bytes.as_ref(), room.operator.signer.as_ref(), form);
    let signed = Bytes::from(signed.map_err(|refusal| NotSent::Signer(refusal.to_string()))?);
    let facts = verify::incoming(room, cx.now, (&bytes, &signed)).await?;
    let (store, owner) = (&room.app.store, scope.organization_id());
    let (row, signature_row) =
        (content::ready(store, owner, &bytes).await?, content::ready(store, owner, &signed).await?);
    let document = FlowDocument {
        id,
        kind: about.kind.to_owned(),
        author: Author::Operator,
        on: Some(about.main.id),
        at: cx.now,
        file_name: confirmation.file_name(),
        content: Some(row.key),
        sealed: None,
        facts: super::facts::read(&room.forms, &bytes),
        signatures: vec![Signature { id: cx.new_id(), content: signature_row.key, facts }],
    };
    Ok(Coming { documents: vec![document], contents: vec![row, signature_row] })
}

/// The document as a technological one names it.
pub(super) async fn received(room: &Room, scope: &OrgScope, document: &FlowDocument) -> Result<Received, Fault> {
    let mut signatures = Vec::with_capacity(document.signatures.len());
    for signature in &document.signatures {
        signatures.push(drafts::load(room, scope, &signature.content).await?.to_vec());
    }
    Ok(Received { id: wire_id(document.id), file_name: document.file_name.clone(), signatures })
}

/// An id of this room as containers have it.
pub(crate) fn wire_id<A: TypedId, B: TypedId>(id: A) -> B {
    B::from_uuid(id.uuid())
}
