//! Drafts: begun, filled, looked at, thrown away.

use account::{OrgScope, Permission};
use bytes::Bytes;
use kernel::{Cx, OrganizationId, Page, PageRequest};
use store::{Fetch, No, Tx};

use super::authorise::scope_of;
use super::page;
use super::{facts, uploads};
use crate::model::document::{ContentKey, ReportFacts};
use crate::model::draft::{Draft, DraftDocument, DraftFacts, DraftState};
use crate::model::flow::{Direction, flow};
use crate::model::ids::{DocumentId, DraftId, PayerId, UploadId};
use crate::model::limits::{DOCUMENT_BYTES_MAX, DOCUMENTS_MAX, DRAFT_BYTES_MAX, DRAFTS_MAX, TEXT_CHARS_MAX};
use crate::model::refusal::Refusal;
use crate::model::regulator::Regulator;
use crate::room::Room;
use crate::store::content::{self, ContentRow};
use crate::store::{counter, draft, payer};

/// A draft to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDraft {
    /// Whose.
    pub organization_id: OrganizationId,
    /// For whom.
    pub payer_id: PayerId,
    /// To whom.
    pub regulator: Regulator,
    /// Which kind of docflow; the authority's reports when not told.
    pub flow: Option<String>,
    /// The rest.
    pub facts: DraftFacts,
}

/// A draft with its documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeDraft {
    /// The draft.
    pub draft: Draft,
    /// Its documents, in their order.
    pub documents: Vec<DraftDocument>,
}

/// The bytes of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewContent {
    /// The exact bytes.
    Bytes(Bytes),
    /// Brought before, in parts or at once.
    Uploaded(UploadId),
}

/// A document to put into a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    /// Which one, when it is put in place of another or its sender gives it an id.
    pub id: Option<DocumentId>,
    /// Kind; the docflow's main document for the first, an attachment else.
    pub kind: Option<String>,
    /// Name of its file; what the file says of itself when not told.
    pub file_name: Option<String>,
    /// Its bytes.
    pub content: NewContent,
}

/// A document that was read, and whose bytes are durable when they are many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedDocument {
    organization_id: OrganizationId,
    draft_id: DraftId,
    id: DocumentId,
    kind: Option<String>,
    file_name: String,
    facts: ReportFacts,
    content: ContentRow,
}

/// Checks what is begun.
pub fn prepare(cx: &Cx, new: NewDraft) -> Result<(OrganizationId, Draft), Refusal> {
    let NewDraft { organization_id, payer_id, regulator, flow: name, facts } = new;
    let authority = regulator.authority();
    let name = name.unwrap_or_else(|| default_flow(authority).to_owned());
    let kind = flow(&name).filter(|kind| kind.direction == Some(Direction::Outgoing) && !kind.steps.is_empty());
    if kind.ok_or(Refusal::FlowUnknown)?.authority != authority {
        return Err(Refusal::FlowOfOtherAuthority);
    }
    if facts.subject.as_ref().is_some_and(|subject| subject.chars().count() > TEXT_CHARS_MAX) {
        return Err(Refusal::Parameter { name: "subject", accepted: "up to 255 characters" });
    }
    let (id, state) = (cx.new_id(), DraftState::New);
    let (made_at, changed_at) = (cx.now, cx.now);
    let draft = Draft { id, payer_id, regulator, flow: name, state, facts, docflow_id: None, made_at, changed_at };
    Ok((organization_id, draft))
}

fn default_flow(authority: crate::model::flow::Authority) -> &'static str {
    use crate::model::flow::Authority;
    match authority {
        Authority::Rosstat => "stat-report",
        Authority::Sfr => "sfr-report",
        _ => "fns534-report",
    }
}

/// Begins. Re-runnable.
pub async fn add(tx: &mut Tx<'_>, cx: &Cx, new: &(OrganizationId, Draft)) -> Result<WholeDraft, No<Refusal>> {
    let (organization_id, new) = new;
    let scope = scope_of(tx, cx, *organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    payer::find(tx, &scope, new.payer_id).await?.ok_or(No::Refused(Refusal::PayerNotFound))?;
    if draft::count(tx, &scope).await? >= DRAFTS_MAX {
        return Err(Refusal::TooManyDrafts.into());
    }
    draft::add(tx, &scope, new).await?;
    Ok(WholeDraft { draft: new.clone(), documents: Vec::new() })
}

/// Reads a document and makes its bytes durable.
pub async fn prepare_document(
    room: &Room,
    cx: &Cx,
    (organization_id, draft_id): (OrganizationId, DraftId),
    new: NewDocument,
) -> Result<PreparedDocument, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Send).await?;
    let known = draft::find(&mut reader, &scope, draft_id).await?.ok_or(No::Refused(Refusal::DraftNotFound))?;
    drop(reader);
    if let Some(kind) = &new.kind
        && flow(&known.flow).and_then(|flow| flow.document(kind)).is_none()
    {
        return Err(Refusal::DocumentKind.into());
    }
    let bytes = match new.content {
        NewContent::Bytes(bytes) => bytes,
        NewContent::Uploaded(id) => uploads::load(room, &scope, id).await?,
    };
    if bytes.is_empty() {
        return Err(Refusal::ContentEmpty.into());
    }
    if bytes.len() > DOCUMENT_BYTES_MAX {
        return Err(Refusal::TooMuch { what: "bytes", max: DOCUMENT_BYTES_MAX }.into());
    }
    let facts = facts::read(&room.forms, &bytes);
    let named = new.file_name.or_else(|| facts.file_id.as_ref().map(|id| format!("{id}.xml")));
    let file_name = named.filter(|name| is_plain(name)).ok_or(No::Refused(Refusal::FileName))?;
    let content = content::ready(&room.app.store, organization_id, &bytes).await?;
    let id = new.id.unwrap_or_else(|| cx.new_id());
    Ok(PreparedDocument { organization_id, draft_id, id, kind: new.kind, file_name, facts, content })
}

/// A name of a file and nothing else.
fn is_plain(name: &str) -> bool {
    let length = name.chars().count();
    let is_bad = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    (1..=TEXT_CHARS_MAX).contains(&length) && !name.starts_with('.') && !name.contains(is_bad)
}

/// Puts a document in, in place of the one with its id if there is one: then its signatures are gone. Re-runnable.
pub async fn put_document(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedDocument) -> Result<DraftDocument, No<Refusal>> {
    let scope = scope_of(tx, cx, new.organization_id, Permission::Send).await?;
    let place = counter::lock(tx, &scope).await?;
    let mut whole = open_draft(tx, &scope, new.draft_id).await?;
    let known = whole.documents.iter().find(|document| document.id == new.id).cloned();
    let others = whole.documents.iter().filter(|document| document.id != new.id);
    let size = others.clone().map(|document| document.content.size_bytes).sum::<i64>() + new.content.key.size_bytes;
    if size > DRAFT_BYTES_MAX {
        return Err(
            Refusal::TooMuch { what: "bytes", max: usize::try_from(DRAFT_BYTES_MAX).unwrap_or(usize::MAX) }.into()
        );
    }
    if others.count() >= DOCUMENTS_MAX {
        return Err(Refusal::TooMuch { what: "documents", max: DOCUMENTS_MAX }.into());
    }
    let kind = new.kind.clone().or_else(|| known.as_ref().map(|known| known.kind.clone()));
    let document = DraftDocument {
        id: new.id,
        kind: kind.or_else(|| next_kind(&whole)).ok_or(No::Refused(Refusal::DocumentKind))?,
        file_name: new.file_name.clone(),
        content: new.content.key,
        facts: new.facts.clone(),
        signatures: Vec::new(),
    };
    content::add(tx, &scope, std::slice::from_ref(&new.content), cx.now).await?;
    if known.is_some() {
        draft::change_document(tx, &scope, new.draft_id, &document).await?;
    } else {
        draft::add_document(tx, &scope, new.draft_id, (&document, place)).await?;
    }
    touch(tx, cx, &scope, &mut whole.draft).await?;
    Ok(document)
}

fn next_kind(whole: &WholeDraft) -> Option<String> {
    let flow = flow(&whole.draft.flow)?;
    let main = flow.main()?;
    if whole.documents.iter().all(|document| document.kind != main) {
        return Some(main.to_owned());
    }
    let attachment = flow.ending("attachment").or_else(|| flow.ending("report-attachment"));
    attachment.map(|kind| kind.name.clone())
}

/// Takes a document out. Re-runnable.
pub async fn remove_document(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, draft_id, id): &(OrganizationId, DraftId, DocumentId),
) -> Result<(), No<Refusal>> {
    let scope = scope_of(tx, cx, *organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    let mut whole = open_draft(tx, &scope, *draft_id).await?;
    if !draft::forget_document(tx, &scope, *draft_id, *id).await? {
        return Err(Refusal::DocumentNotFound.into());
    }
    touch(tx, cx, &scope, &mut whole.draft).await
}

/// Throws a draft away; one that was sent stays. Re-runnable.
pub async fn remove(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, id): &(OrganizationId, DraftId),
) -> Result<(), No<Refusal>> {
    let scope = scope_of(tx, cx, *organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    open_draft(tx, &scope, *id).await?;
    Ok(draft::forget(tx, &scope, *id).await?)
}

/// What was changed has to be checked anew.
pub(super) async fn touch(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, draft: &mut Draft) -> Result<(), No<Refusal>> {
    draft.state = DraftState::New;
    draft.changed_at = cx.now;
    if draft::change(tx, scope, draft).await? { Ok(()) } else { Err(Refusal::DraftSent.into()) }
}

/// A draft that is not sent.
pub(super) async fn open_draft(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    id: DraftId,
) -> Result<WholeDraft, No<Refusal>> {
    let draft = draft::find(reader, scope, id).await?.ok_or(No::Refused(Refusal::DraftNotFound))?;
    if draft.state == DraftState::Sent {
        return Err(Refusal::DraftSent.into());
    }
    let documents = draft::list_documents(reader, scope, id).await?;
    Ok(WholeDraft { draft, documents })
}

/// One draft, also a sent one.
pub async fn get(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    id: DraftId,
) -> Result<(OrgScope, WholeDraft), No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    let draft = draft::find(&mut reader, &scope, id).await?.ok_or(No::Refused(Refusal::DraftNotFound))?;
    let documents = draft::list_documents(&mut reader, &scope, id).await?;
    Ok((scope, WholeDraft { draft, documents }))
}

/// The bytes of a draft's document.
pub async fn content_of(
    room: &Room,
    scope: &OrgScope,
    whole: &WholeDraft,
    id: DocumentId,
) -> Result<(DraftDocument, Bytes), No<Refusal>> {
    let document = whole.documents.iter().find(|document| document.id == id);
    let document = document.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    Ok((document.clone(), load(room, scope, &document.content).await?))
}

pub(super) async fn load(room: &Room, scope: &OrgScope, key: &ContentKey) -> Result<Bytes, store::Fault> {
    content::load(&room.app.store, scope, key).await
}

/// Drafts not sent, newest first.
pub async fn list(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    request: &PageRequest,
) -> Result<Page<Draft>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    let before = page::after::<DraftId>(request)?;
    let rows = draft::list(&mut reader, &scope, before, page::limit(request)).await?;
    Ok(page::of(rows, request, |draft| draft.id))
}
