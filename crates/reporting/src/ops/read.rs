//! What is looked at: docflows, their documents and bytes, the feed, what is to be done.

use account::{OrgScope, Permission};
use bytes::Bytes;
use kernel::{Cx, OrganizationId, Page, PageRequest};
use store::No;

use super::authorise::scope_of;
use super::reply::WholeDocflow;
use super::{advance, drafts, page, reply};
use crate::model::docflow::{Docflow, DocflowFilter};
use crate::model::document::{ContentKey, FlowDocument};
use crate::model::event::Event;
use crate::model::ids::{DocflowId, DocumentId, SignatureId};
use crate::model::refusal::Refusal;
use crate::model::state::State;
use crate::room::Room;
use crate::store::{docflow, event};

/// Docflows that have a day to be kept, at once.
const DUE_MAX: i64 = 100;

/// Docflows a filter lets through, newest first.
pub async fn list_docflows(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    (filter, request): (&DocflowFilter, &PageRequest),
) -> Result<Page<Docflow>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    if filter.is_due {
        let items = docflow::list_due(&mut reader, &scope, DUE_MAX).await?;
        return Ok(Page { items, next: None });
    }
    let before = page::after::<DocflowId>(request)?;
    let rows = docflow::list(&mut reader, &scope, filter, before, page::limit(request)).await?;
    Ok(page::of(rows, request, |docflow| docflow.id))
}

/// A docflow with its documents and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocflowReport {
    /// The docflow and its documents.
    pub whole: WholeDocflow,
    /// Where it stands: answers that are open, what is missing.
    pub state: State,
}

/// One docflow.
pub async fn get_docflow(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    id: DocflowId,
) -> Result<(OrgScope, DocflowReport), No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    let whole = reply::whole(&mut reader, &scope, id).await?;
    let state = advance::state_of(&whole.docflow.flow, &whole.documents).ok_or(No::Refused(Refusal::FlowUnknown))?;
    Ok((scope, DocflowReport { whole, state }))
}

/// Which bytes of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The open ones.
    Open,
    /// As they travelled, sealed.
    Sealed,
    /// A signature.
    Signature(SignatureId),
}

/// The bytes of a document.
pub async fn content(
    room: &Room,
    cx: &Cx,
    (organization_id, docflow_id, id): (OrganizationId, DocflowId, DocumentId),
    which: Which,
) -> Result<(FlowDocument, Bytes), No<Refusal>> {
    let (scope, report) = get_docflow(room, cx, organization_id, docflow_id).await?;
    let found = report.whole.documents.into_iter().find(|document| document.id == id);
    let document = found.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    let key = key_of(&document, which)?;
    let bytes = drafts::load(room, &scope, &key).await?;
    Ok((document, bytes))
}

fn key_of(document: &FlowDocument, which: Which) -> Result<ContentKey, Refusal> {
    match which {
        Which::Open => document.content.ok_or(Refusal::ContentSealed),
        Which::Sealed => document.sealed.ok_or(Refusal::DocumentNotFound),
        Which::Signature(id) => {
            let found = document.signatures.iter().find(|signature| signature.id == id);
            found.map(|signature| signature.content).ok_or(Refusal::DocumentNotFound)
        }
    }
}

/// Events after a number, in order.
pub async fn list_events(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    (after, limit): (i64, u32),
) -> Result<Vec<Event>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    Ok(event::list(&mut reader, &scope, after, i64::from(limit)).await?)
}
