//! Answers of the subscriber: made by the program, signed by a person, sent.

use std::sync::Arc;

use account::{OrgScope, Permission};
use bytes::Bytes;
use kernel::{Cx, OrganizationId};
use rules::Rules;
use store::{Fetch, No, Tx};

use super::advance::{self, Coming};
use super::authorise::scope_of;
use super::dispatch::Dispatch;
use super::payers::subscriber_id;
use super::{confirm, drafts, send, verify};
use crate::PROGRAM;
use crate::model::docflow::Docflow;
use crate::model::document::{FlowDocument, Signature};
use crate::model::flow::{Author, Step, flow};
use crate::model::ids::{DocflowId, DocumentId, ReplyId};
use crate::model::refusal::Refusal;
use crate::model::reply::Reply;
use crate::room::Room;
use crate::store::content::{self, ContentRow};
use crate::store::{counter, docflow, document, payer, reply};
use transport::TransportRefusal;
use transport::technical::{DemandAnswer, ReceiptNotice, Received};

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReply {
    /// Whose.
    pub organization_id: OrganizationId,
    /// In which docflow.
    pub docflow_id: DocflowId,
    /// The document to answer.
    pub on: DocumentId,
    /// Kind of the answer; when the document takes just one, it need not be told.
    pub kind: Option<String>,
    /// Codes and words of a refusal.
    pub reasons: Vec<String>,
}

/// A reply that was made and is not kept yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedReply {
    scope: OrgScope,
    docflow_id: DocflowId,
    reply: Reply,
    content: ContentRow,
}

/// A docflow with its documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeDocflow {
    /// The docflow.
    pub docflow: Docflow,
    /// Its documents in the order in which they came.
    pub documents: Vec<FlowDocument>,
}

pub(super) async fn whole(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    id: DocflowId,
) -> Result<WholeDocflow, No<Refusal>> {
    let docflow = docflow::find(reader, scope, id).await?.ok_or(No::Refused(Refusal::DocflowNotFound))?;
    let documents = document::list(reader, scope, id).await?;
    Ok(WholeDocflow { docflow, documents })
}

/// The kind of answer that may be given now.
fn kind_of(whole: &WholeDocflow, new: &NewReply) -> Result<&'static str, Refusal> {
    let state = advance::state_of(&whole.docflow.flow, &whole.documents).ok_or(Refusal::FlowUnknown)?;
    if whole.documents.iter().all(|document| document.id != new.on) {
        return Err(Refusal::DocumentNotFound);
    }
    let mut open = state.replies.iter().filter(|reply| reply.on == new.on);
    let found = match &new.kind {
        Some(kind) => open.find(|reply| reply.kind == kind),
        None => open.next(),
    };
    found.map(|reply| reply.kind).ok_or(Refusal::ReplyNotAsked)
}

/// Makes the answer: the receipt notice from what is known, an acceptance or a refusal likewise.
pub async fn prepare(room: &Room, cx: &Cx, new: NewReply) -> Result<PreparedReply, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, new.organization_id, Permission::Sign).await?;
    let whole = whole(&mut reader, &scope, new.docflow_id).await?;
    drop(reader);
    let kind = kind_of(&whole, &new)?;
    let answered = whole.documents.iter().find(|document| document.id == new.on);
    let answered = answered.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    let id: ReplyId = cx.new_id();
    let about = confirm::received(room, &scope, answered).await?;
    let (file_name, bytes) = written(cx, &whole, (id, kind), (about, new.reasons)).map_err(|refusal| {
        let (code, detail) = (kernel::Refusal::code(&refusal), refusal.to_string());
        No::Refused(Refusal::Format { code, detail })
    })?;
    let content = content::ready(&room.app.store, new.organization_id, &bytes).await?;
    let reply = Reply {
        id,
        on: new.on,
        kind: kind.to_owned(),
        file_name,
        content: content.key,
        signature: None,
        is_sent: false,
        made_at: cx.now,
    };
    Ok(PreparedReply { scope, docflow_id: new.docflow_id, reply, content })
}

/// The file of an answer and its name: an acceptance or a refusal of a demand, a notice of receipt else.
fn written(
    cx: &Cx,
    whole: &WholeDocflow,
    (id, kind): (ReplyId, &str),
    (about, reasons): (Received, Vec<String>),
) -> Result<(String, Bytes), TransportRefusal> {
    let (id, program) = (id.to_string(), PROGRAM.to_owned());
    let (from, documents) = (subscriber_id(whole.docflow.payer_id), vec![about]);
    if kind.ends_with("-positive") || kind.ends_with("-negative") {
        let reasons = if kind.ends_with("-positive") { Vec::new() } else { told(reasons) };
        let answer = DemandAnswer { id, from, program, at: cx.now, documents, reasons };
        return Ok((answer.file_name(), answer.write()?.into()));
    }
    let to = whole.docflow.regulator.code().to_owned();
    let notice = ReceiptNotice { id, from, to, program, received_at: cx.now, documents };
    Ok((notice.file_name(), notice.write()?.into()))
}

/// A refusal always says something.
fn told(reasons: Vec<String>) -> Vec<String> {
    if reasons.is_empty() { vec!["без объяснения".to_owned()] } else { reasons }
}

/// The document a reply becomes has its id.
fn document_id(id: ReplyId) -> DocumentId {
    DocumentId::from_bytes(id.as_bytes()).unwrap_or_else(|error| kernel::bug!("an id of 16 octets: {error}"))
}

/// Keeps the answer until it is signed. Re-runnable.
pub async fn add(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedReply) -> Result<Reply, No<Refusal>> {
    counter::lock(tx, &new.scope).await?;
    content::add(tx, &new.scope, std::slice::from_ref(&new.content), cx.now).await?;
    reply::add(tx, &new.scope, new.docflow_id, &new.reply).await?;
    Ok(new.reply.clone())
}

/// A signature under an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedReplySignature {
    scope: OrgScope,
    at: (DocflowId, ReplyId),
    signature: Signature,
    content: ContentRow,
}

/// Verifies it.
pub async fn prepare_signature(
    room: &Room,
    cx: &Cx,
    (organization_id, docflow_id, id): (OrganizationId, DocflowId, ReplyId),
    bytes: Bytes,
) -> Result<PreparedReplySignature, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Sign).await?;
    let found = reply::find(&mut reader, &scope, (docflow_id, id)).await?;
    let docflow = docflow::find(&mut reader, &scope, docflow_id).await?.ok_or(No::Refused(Refusal::DocflowNotFound))?;
    let payer = payer::find(&mut reader, &scope, docflow.payer_id).await?;
    drop(reader);
    let known = found.ok_or(No::Refused(Refusal::ReplyNotFound))?;
    let payer = payer.ok_or(No::Refused(Refusal::PayerNotFound))?;
    if known.is_sent {
        return Err(Refusal::ReplySent.into());
    }
    let under = drafts::load(room, &scope, &known.content).await?;
    let asked = verify::Asked { inn: payer.inn.as_str(), by_power: true, is_play: docflow.facts.is_simulator };
    let facts = verify::outgoing(room, cx.now, (&under, &bytes), asked).await?;
    let content = content::ready(&room.app.store, organization_id, &bytes).await?;
    let signature = Signature { id: cx.new_id(), content: content.key, facts };
    Ok(PreparedReplySignature { scope, at: (docflow_id, id), signature, content })
}

/// Keeps it. Re-runnable.
pub async fn sign(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedReplySignature) -> Result<Reply, No<Refusal>> {
    counter::lock(tx, &new.scope).await?;
    content::add(tx, &new.scope, std::slice::from_ref(&new.content), cx.now).await?;
    if !reply::sign(tx, &new.scope, new.at, &new.signature).await? {
        return Err(Refusal::ReplySent.into());
    }
    reply::find(tx, &new.scope, new.at).await?.ok_or(No::Refused(Refusal::ReplyNotFound))
}

/// Sends a signed answer: it becomes a document of the docflow, a job takes it on its way. Sent twice, it goes once. Re-runnable.
pub async fn send(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, docflow_id, id, rules): &(OrganizationId, DocflowId, ReplyId, Arc<Rules>),
) -> Result<Docflow, No<Refusal>> {
    let scope = scope_of(tx, cx, *organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    account::note_act(tx, cx, &scope, "reporting.reply").await?;
    let found = reply::find(tx, &scope, (*docflow_id, *id)).await?.ok_or(No::Refused(Refusal::ReplyNotFound))?;
    let whole = whole(tx, &scope, *docflow_id).await?;
    if found.is_sent {
        return Ok(whole.docflow);
    }
    let signature = found.signature.clone().ok_or_else(|| Refusal::NotSigned { file_name: found.file_name.clone() })?;
    let step = step_of(&whole, &found).ok_or(No::Refused(Refusal::ReplyNotAsked))?;
    reply::send(tx, &scope, *docflow_id, *id).await?;
    let document = FlowDocument {
        id: document_id(*id),
        kind: found.kind.clone(),
        author: Author::Subscriber,
        on: Some(found.on),
        at: cx.now,
        file_name: found.file_name.clone(),
        content: Some(found.content),
        sealed: None,
        facts: Default::default(),
        signatures: vec![signature],
    };
    let documents = vec![document.id];
    let coming = Coming { documents: vec![document], contents: Vec::new() };
    let changed = advance::add(tx, cx, &scope, (*docflow_id, &coming, rules)).await?;
    let transaction = step.transaction.clone().unwrap_or_default();
    tx.queue(send::job(cx, *organization_id, &Dispatch { docflow_id: *docflow_id, transaction, documents })?).await?;
    Ok(changed)
}

/// The step the answer makes, while it is still open.
fn step_of(whole: &WholeDocflow, reply: &Reply) -> Option<&'static Step> {
    let state = advance::state_of(&whole.docflow.flow, &whole.documents)?;
    state.replies.iter().find(|open| open.on == reply.on && open.kind == reply.kind)?;
    let on = whole.documents.iter().find(|document| document.id == reply.on).map(|document| document.kind.as_str());
    let flow = flow(&whole.docflow.flow)?;
    flow.steps.iter().find(|step| step.document == reply.kind && step.on.as_deref() == on)
}

/// One answer.
pub async fn get(
    room: &Room,
    cx: &Cx,
    (organization_id, docflow_id, id): (OrganizationId, DocflowId, ReplyId),
) -> Result<(Reply, Bytes), No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    let found = reply::find(&mut reader, &scope, (docflow_id, id)).await?;
    drop(reader);
    let found = found.ok_or(No::Refused(Refusal::ReplyNotFound))?;
    let bytes = drafts::load(room, &scope, &found.content).await?;
    Ok((found, bytes))
}
