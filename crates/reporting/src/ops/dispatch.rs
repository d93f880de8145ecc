//! A transaction on its way out: the operator's confirmation first, then the container, made once and handed over until
//! the gateway has it.

use bytes::Bytes;
use kernel::Cx;
use serde::{Deserialize, Serialize};
use store::{Fault, JobTicket, No};

use super::advance::{self, Coming};
use super::{confirm, drafts, subscribe};
use crate::gateway::{Carried, Gateway, GatewayFault, Outgoing};
use crate::model::docflow::Docflow;
use crate::model::document::FlowDocument;
use crate::model::flow::{Author, Flow, Step, flow};
use crate::model::ids::{ContainerId, DocflowId, DocumentId};
use crate::model::payer::Payer;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::container::{self, ContainerRow};
use crate::store::{content, counter, docflow, document, payer};

/// Kind of the job.
pub const KIND: &str = "reporting.dispatch";

/// Its payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// Which docflow.
    pub docflow_id: DocflowId,
    /// Code of the transaction.
    pub transaction: String,
    /// Documents of the subscriber in it.
    pub documents: Vec<DocumentId>,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// The gateway.
    #[error(transparent)]
    Gateway(#[from] GatewayFault),
    /// The operator's key.
    #[error("the operator's key: {0}")]
    Signer(String),
    /// A technological document that could not be written.
    #[error("writing a technological document: {0}")]
    Unwritten(String),
    /// Something the transaction that wrote the job must have left.
    #[error("there is no {0}")]
    Absent(&'static str),
    /// The store.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What a dispatch works on.
struct Ground<'a> {
    room: &'a Room,
    cx: &'a Cx,
    scope: account::OrgScope,
    flow: &'static Flow,
    docflow: Docflow,
    documents: Vec<FlowDocument>,
    payer: Payer,
}

/// Takes a transaction on its way. Each part is done once: what an earlier try left is used.
pub async fn dispatch(room: &Room, cx: &Cx, ticket: &JobTicket, job: &Dispatch) -> Result<(), NotSent> {
    let mut ground = ground(room, cx, ticket, job.docflow_id).await?;
    let gateway = room.gateway(ground.docflow.regulator.authority());
    let gateway = gateway.map_err(|refusal| GatewayFault::Away(refusal.to_string()))?;
    // The container's id is the job's: every try is about the same one.
    let id = ContainerId::from_bytes(ticket.job_id.as_bytes()).map_err(|error| Fault::Decode(error.to_string()))?;
    if gateway.needs_operator() {
        ground.confirm(job).await?;
    }
    if ground.is_first(job) {
        // A regulator that was set up later, or forgot, learns of the payer with what it sends first.
        gateway.register(subscribe::subscriber(room, &ground.scope, ground.payer.clone()).await?).await?;
    }
    let octets = ground.packed(gateway.as_ref(), id, job).await?;
    gateway.transmit(id, octets).await?;
    finish(&ground, ticket, id).await
}

async fn ground<'a>(room: &'a Room, cx: &'a Cx, ticket: &JobTicket, id: DocflowId) -> Result<Ground<'a>, NotSent> {
    let scope = account::act_for(ticket);
    let mut reader = room.app.store.reader().await?;
    let docflow = docflow::find(&mut reader, &scope, id).await?.ok_or(NotSent::Absent("docflow"))?;
    let documents = document::list(&mut reader, &scope, id).await?;
    let payer = payer::find(&mut reader, &scope, docflow.payer_id).await?.ok_or(NotSent::Absent("payer"))?;
    let flow = flow(&docflow.flow).ok_or(NotSent::Absent("kind of docflow"))?;
    Ok(Ground { room, cx, scope, flow, docflow, documents, payer })
}

impl Ground<'_> {
    /// The operator's documents on what the subscriber sends: made and kept once.
    async fn confirm(&mut self, job: &Dispatch) -> Result<(), NotSent> {
        let Some(kind) = self.operators_part(job) else { return Ok(()) };
        if self.documents.iter().any(|document| document.kind == kind) {
            return Ok(());
        }
        let main = self.documents.iter().find(|document| Some(document.kind.as_str()) == self.flow.main());
        let main = main.ok_or(NotSent::Absent("main document"))?;
        let about = confirm::About { kind, docflow: &self.docflow, main };
        let coming = confirm::date_confirmation(self.room, self.cx, &self.scope, about).await?;
        self.keep(coming).await
    }

    async fn keep(&mut self, coming: Coming) -> Result<(), NotSent> {
        let (id, rules) = (self.docflow.id, std::sync::Arc::clone(&self.room.rules));
        let argument = (self.scope.clone(), coming, rules);
        let kept = self.room.app.store.write(self.cx, argument, move |tx, cx, (scope, coming, rules)| {
            Box::pin(async move {
                counter::lock(tx, scope).await?;
                advance::add(tx, cx, scope, (id, coming, rules.as_ref())).await
            })
        });
        self.docflow = kept.await.map_err(unexpected)?;
        let mut reader = self.room.app.store.reader().await?;
        self.documents = document::list(&mut reader, &self.scope, id).await?;
        Ok(())
    }

    /// The container's octets: those an earlier try kept, or made now and kept before they are handed over.
    async fn packed(&self, gateway: &dyn Gateway, id: ContainerId, job: &Dispatch) -> Result<Bytes, NotSent> {
        let store = &self.room.app.store;
        let known = container::find(&mut store.reader().await?, &self.scope, id).await?;
        if let Some(row) = known {
            return Ok(content::load(store, &self.scope, &row.content).await?);
        }
        let outgoing = self.outgoing(id, job).await?;
        let octets = gateway.pack(outgoing, self.room.app.chance.clone(), self.docflow.began_at).await?;
        let row = content::ready(store, self.scope.organization_id(), &octets).await?;
        let container = ContainerRow {
            id,
            docflow_id: self.docflow.id,
            is_incoming: false,
            transaction: job.transaction.clone(),
            state: "waiting".to_owned(),
            content: row.key,
            at: self.cx.now,
        };
        let argument = (self.scope.clone(), container, row);
        let kept = store.write(self.cx, argument, |tx, cx, (scope, container, row)| {
            Box::pin(async move {
                counter::lock(tx, scope).await?;
                content::add(tx, scope, std::slice::from_ref(row), cx.now).await?;
                container::add(tx, scope, container).await?;
                Ok::<(), No<Refusal>>(())
            })
        });
        kept.await.map_err(unexpected)?;
        Ok(octets)
    }

    async fn outgoing(&self, id: ContainerId, job: &Dispatch) -> Result<Outgoing, NotSent> {
        let of_operator = self.operators_part(job);
        let is_in = |document: &&FlowDocument| {
            job.documents.contains(&document.id) || Some(document.kind.as_str()) == of_operator
        };
        let mut documents = Vec::new();
        for document in self.documents.iter().filter(is_in) {
            let key = document.content.ok_or(NotSent::Absent("document's bytes"))?;
            let content = drafts::load(self.room, &self.scope, &key).await?;
            let mut signatures = Vec::with_capacity(document.signatures.len());
            for signature in &document.signatures {
                signatures.push(drafts::load(self.room, &self.scope, &signature.content).await?);
            }
            documents.push(Carried { document: document.clone(), content, signatures });
        }
        let (flow, docflow) = (self.flow, self.docflow.clone());
        Ok(Outgoing { id, flow, docflow, transaction: job.transaction.clone(), payer: self.payer.clone(), documents })
    }

    /// The transaction that begins the docflow.
    fn is_first(&self, job: &Dispatch) -> bool {
        self.flow.steps.first().is_some_and(|step| step.transaction.as_deref() == Some(&job.transaction))
    }

    /// The kind of document the operator adds to the transaction.
    fn operators_part(&self, job: &Dispatch) -> Option<&'static str> {
        let is_there =
            |step: &&Step| step.from == Author::Operator && step.transaction.as_deref() == Some(&job.transaction);
        self.flow.steps.iter().find(is_there).map(|step| step.document.as_str())
    }
}

/// The gateway has it: the job ends in the commit that says so.
async fn finish(ground: &Ground<'_>, ticket: &JobTicket, id: ContainerId) -> Result<(), NotSent> {
    let argument = (ground.scope.clone(), *ticket, id);
    let done = ground.room.app.store.write(ground.cx, argument, |tx, _, (scope, ticket, id)| {
        Box::pin(async move {
            counter::lock(tx, scope).await?;
            container::finish(tx, scope, *id, "taken").await?;
            tx.finish_job(ticket).await?;
            Ok::<(), No<Refusal>>(())
        })
    });
    done.await.map_err(unexpected)
}

/// A write of a job is refused only by what cannot be there.
pub(super) fn unexpected(no: No<Refusal>) -> NotSent {
    match no {
        No::Fault(fault) => NotSent::Fault(fault),
        No::Refused(refusal) => NotSent::Fault(Fault::Decode(format!("a job was refused: {refusal}"))),
    }
}
