//! The operator's confirmation of the date of sending: built and signed unasked, outside any transaction.

use account::OrgScope;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use kernel::Cx;

use super::advance::Coming;
use super::dispatch::NotSent;
use super::{drafts, verify};
use crate::model::docflow::Docflow;
use crate::model::document::{FlowDocument, Signature};
use crate::model::flow::Author;
use crate::model::ids::DocumentId;
use crate::model::technical::{self, Technical};
use crate::room::Room;
use crate::store::content;

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
    let mut signatures = Vec::with_capacity(about.main.signatures.len());
    for signature in &about.main.signatures {
        signatures.push(STANDARD.encode(drafts::load(room, scope, &signature.content).await?));
    }
    let id: DocumentId = cx.new_id();
    let told = technical::About {
        kind: Technical::DateConfirmation,
        docflow_id: about.docflow.id,
        maker: &room.operator.code,
        at: about.docflow.began_at,
        document: about.main,
        signatures: &signatures,
    };
    let bytes = Bytes::from(technical::compose(&told, id, &[]));
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
        file_name: format!("{}.xml", technical::file_id(&told, id)),
        content: Some(row.key),
        sealed: None,
        facts: super::facts::read(&room.forms, &bytes),
        signatures: vec![Signature { id: cx.new_id(), content: signature_row.key, facts }],
    };
    Ok(Coming { documents: vec![document], contents: vec![row, signature_row] })
}
