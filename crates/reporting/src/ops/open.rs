//! What came sealed is opened by who has the key; its signatures are looked at then.

use account::{OrgScope, Permission};
use bytes::Bytes;
use kernel::{Cx, OrganizationId};
use store::{No, Tx};

use super::authorise::scope_of;
use super::{drafts, facts, reply, verify};
use crate::model::document::{FlowDocument, ReportFacts, Signature};
use crate::model::ids::{DocflowId, DocumentId};
use crate::model::limits::DOCUMENT_BYTES_MAX;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::content::{self, ContentRow};
use crate::store::{counter, document};

/// An opened document whose signatures were looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    scope: OrgScope,
    docflow_id: DocflowId,
    flow_name: String,
    id: DocumentId,
    facts: ReportFacts,
    signatures: Vec<Signature>,
    content: ContentRow,
}

impl Opened {
    /// Kind of the docflow.
    #[must_use]
    pub fn flow_name(&self) -> &str {
        &self.flow_name
    }
}

/// Looks at the opened bytes: a signature of the sealed document must fit them, else they are something else.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    (organization_id, docflow_id, id): (OrganizationId, DocflowId, DocumentId),
    bytes: Bytes,
) -> Result<Opened, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Sign).await?;
    let whole = reply::whole(&mut reader, &scope, docflow_id).await?;
    drop(reader);
    let found = whole.documents.iter().find(|document| document.id == id);
    let sealed = found.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    if sealed.sealed.is_none() || bytes.is_empty() {
        return Err(Refusal::ContentOther.into());
    }
    if bytes.len() > DOCUMENT_BYTES_MAX {
        return Err(Refusal::TooMuch { what: "bytes", max: DOCUMENT_BYTES_MAX }.into());
    }
    let mut signatures = Vec::with_capacity(sealed.signatures.len());
    for signature in &sealed.signatures {
        let der = drafts::load(room, &scope, &signature.content).await?;
        let facts = verify::incoming(room, cx.now, (&bytes, &der)).await?;
        signatures.push(Signature { facts, ..signature.clone() });
    }
    // Nothing else ties the opened bytes to the sealed ones: the server has no key.
    let fits = |one: &Signature| !matches!(one.facts.fault.as_deref(), Some("broken" | "unreadable"));
    if signatures.is_empty() || !signatures.iter().all(fits) {
        return Err(Refusal::ContentOther.into());
    }
    let content = content::ready(&room.app.store, organization_id, &bytes).await?;
    let facts = facts::read(&room.forms, &bytes);
    let flow_name = whole.docflow.flow.clone();
    Ok(Opened { scope, docflow_id, flow_name, id, facts, signatures, content })
}

/// Keeps it. Opened before, it stays as it was. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &Opened) -> Result<FlowDocument, No<Refusal>> {
    counter::lock(tx, &new.scope).await?;
    let whole = reply::whole(tx, &new.scope, new.docflow_id).await?;
    let found = whole.documents.into_iter().find(|document| document.id == new.id);
    let known = found.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    if known.content.is_some() {
        return Ok(known);
    }
    content::add(tx, &new.scope, std::slice::from_ref(&new.content), cx.now).await?;
    let opened = FlowDocument {
        content: Some(new.content.key),
        facts: new.facts.clone(),
        signatures: new.signatures.clone(),
        ..known
    };
    document::open(tx, &new.scope, new.docflow_id, &opened).await?;
    Ok(opened)
}
