//! Documents come into a docflow: kept, and where it stands derived anew, with an event for each.

use account::OrgScope;
use kernel::{CivilDate, Cx};
use rules::Rules;
use store::{No, Tx};

use crate::model::docflow::Docflow;
use crate::model::document::FlowDocument;
use crate::model::event::{Event, EventFacts};
use crate::model::flow::{Direction, flow};
use crate::model::ids::DocflowId;
use crate::model::limits::DOCFLOW_DOCUMENTS_MAX;
use crate::model::refusal::Refusal;
use crate::model::state::{Have, OpenReply, State, derive};
use crate::store::content::{self, ContentRow};
use crate::store::{counter, docflow, document, event};

/// What comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// Documents.
    pub documents: Vec<FlowDocument>,
    /// Their bytes.
    pub contents: Vec<ContentRow>,
}

/// What documents say of where a docflow stands.
#[must_use]
pub fn state_of(flow_name: &str, documents: &[FlowDocument]) -> Option<State> {
    let have: Vec<Have<'_>> = documents.iter().map(|one| Have { id: one.id, kind: &one.kind, on: one.on }).collect();
    flow(flow_name).map(|flow| derive(flow, &have))
}

/// The last day of the nearest term among answers that are open; a day that no row of the rules gives is not known.
#[must_use]
pub fn due_on(rules: &Rules, documents: &[FlowDocument], replies: &[OpenReply]) -> Option<CivilDate> {
    let day = |reply: &OpenReply| {
        let since = documents.iter().find(|one| one.id == reply.on)?.at.civil_date_msk();
        rules.due_on(reply.term?, since).ok()
    };
    replies.iter().filter_map(day).min()
}

/// A docflow that begins with its documents; says whether it was not there yet.
pub async fn begin(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (new, coming, rules): (Docflow, &Coming, &Rules),
) -> Result<bool, No<Refusal>> {
    let started = Docflow { changed_at: cx.now, ..new };
    if !docflow::add(tx, scope, &started).await? {
        return Ok(false);
    }
    crate::store::place::add(tx, started.id, scope.organization_id()).await?;
    put(tx, cx, scope, (started, Vec::new(), coming, rules)).await?;
    Ok(true)
}

/// Documents come into a docflow that is there; those it has are passed over.
pub async fn add(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (id, coming, rules): (DocflowId, &Coming, &Rules),
) -> Result<Docflow, No<Refusal>> {
    let known = docflow::find(tx, scope, id).await?.ok_or(No::Refused(Refusal::DocflowNotFound))?;
    let documents = document::list(tx, scope, id).await?;
    put(tx, cx, scope, (known, documents, coming, rules)).await
}

async fn put(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (mut docflow, mut documents, coming, rules): (Docflow, Vec<FlowDocument>, &Coming, &Rules),
) -> Result<Docflow, No<Refusal>> {
    let is_new = |one: &&FlowDocument| documents.iter().all(|known| known.id != one.id);
    let new: Vec<FlowDocument> = coming.documents.iter().filter(is_new).cloned().collect();
    if documents.len() + new.len() > DOCFLOW_DOCUMENTS_MAX {
        return Err(Refusal::TooMuch { what: "documents", max: DOCFLOW_DOCUMENTS_MAX }.into());
    }
    content::add(tx, scope, &coming.contents, cx.now).await?;
    for one in new {
        let seq = counter::lock(tx, scope).await?;
        document::add(tx, scope, docflow.id, (std::slice::from_ref(&one), seq)).await?;
        documents.push(one.clone());
        stand(&mut docflow, &documents, rules);
        docflow.changed_at = cx.now;
        event::add(tx, scope, &told(&docflow, &one, seq, cx)).await?;
    }
    docflow::change(tx, scope, &docflow).await?;
    Ok(docflow)
}

/// Where the docflow stands, by its documents.
fn stand(docflow: &mut Docflow, documents: &[FlowDocument], rules: &Rules) {
    let Some(state) = state_of(&docflow.flow, documents) else { return };
    docflow.due_on = due_on(rules, documents, &state.replies);
    docflow.status = state.status;
    docflow.success = state.success;
    docflow.facts.missing = state.missing.iter().map(|kind| (*kind).to_owned()).collect();
    let signatures = || documents.iter().flat_map(|one| &one.signatures);
    docflow.facts.is_play = docflow.facts.is_simulator || signatures().any(|signature| signature.facts.is_play);
    let main = flow(&docflow.flow).and_then(|flow| flow.main());
    if docflow.direction == Direction::Incoming
        && let Some(first) = documents.iter().find(|one| Some(one.kind.as_str()) == main)
    {
        docflow.facts.report = first.facts.clone();
    }
}

fn told(docflow: &Docflow, document: &FlowDocument, seq: i64, cx: &Cx) -> Event {
    let facts = EventFacts {
        flow: docflow.flow.clone(),
        payer_id: docflow.payer_id,
        document: document.kind.clone(),
        document_id: document.id,
        author: document.author,
        status: docflow.status,
        success: docflow.success,
    };
    Event { seq, at: cx.now, docflow_id: docflow.id, facts }
}
