//! What came from regulators: each transaction once, into its docflow, or as the beginning of one.

use std::sync::Arc;

use account::{OrgScope, Permission};
use kernel::{Caller, Cx, OrganizationId};
use rules::Rules;
use store::{Fault, Fetch, No, Tx};

use super::advance::{self, Coming};
use super::authorise::scope_of;
use super::dispatch::Dispatch;
use super::{facts, send, verify};
use crate::gateway::{Arrived, ArrivedDocument, Gateway, GatewayFault};
use crate::model::docflow::{Docflow, DocflowFacts};
use crate::model::document::{FlowDocument, Signature};
use crate::model::flow::{Author, Direction, Status, Success};
use crate::model::ids::{DocumentId, PayerId};
use crate::model::limits::{COLLECT_WAIT, SIGNATURES_MAX};
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::container::{self, ContainerRow};
use crate::store::content::{self, ContentRow};
use crate::store::{counter, docflow, document, place};

/// Why nothing was taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// The gateway.
    #[error(transparent)]
    Gateway(#[from] GatewayFault),
    /// The store.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Takes what a gateway has after the place reached; gives how many transactions came. The place is remembered after they
/// are durable: what is read twice is passed over.
pub async fn collect(room: &Room, gateway: &dyn Gateway) -> Result<usize, NotTaken> {
    let store = &room.app.store;
    let after = place::cursor(&mut store.reader().await?, gateway.name()).await?;
    let collected = gateway.collect(&after, COLLECT_WAIT).await?;
    for trouble in &collected.unreadable {
        tracing::warn!(gateway = gateway.name(), trouble, "a container cannot be read");
    }
    let count = collected.arrived.len();
    let offices = if count > 0 { gateway.offices().await? } else { Vec::new() };
    for arrived in collected.arrived {
        let id = arrived.id;
        let is_simulator = offices.iter().any(|one| one.regulator == arrived.regulator && one.is_simulator);
        if !take(room, arrived, is_simulator).await? {
            tracing::warn!(gateway = gateway.name(), container = %id, "a container for nobody here");
        }
    }
    if collected.next != after {
        let cx = room.app.cx(Caller::System);
        let argument = (gateway.name().to_owned(), collected.next);
        let kept = store.write(&cx, argument, |tx, cx, (name, next)| {
            Box::pin(async move { Ok::<(), No<Refusal>>(place::set_cursor(tx, name, (next, cx.now)).await?) })
        });
        kept.await.map_err(unexpected)?;
    }
    Ok(count)
}

/// Whose a transaction is.
struct Whose {
    scope: OrgScope,
    payer_id: PayerId,
}

/// Takes one transaction; says whether it belongs to anybody here.
async fn take(room: &Room, arrived: Arrived, is_simulator: bool) -> Result<bool, NotTaken> {
    let Some(whose) = whose(room, &arrived).await? else { return Ok(false) };
    let cx = room.app.cx(Caller::System);
    let (coming, raw) = made_ready(room, &cx, &whose.scope, &arrived).await?;
    let row = ContainerRow {
        id: arrived.id,
        docflow_id: arrived.docflow_id,
        is_incoming: true,
        transaction: arrived.transaction.clone(),
        state: "taken".to_owned(),
        content: raw.key,
        at: cx.now,
    };
    let facts = DocflowFacts { is_simulator, ..DocflowFacts::default() };
    let begun = Docflow { facts, ..new_docflow(&cx, &whose, &arrived) };
    let taken = Taken { scope: whose.scope, row, raw, coming, begun, rules: Arc::clone(&room.rules) };
    let written = room.app.store.write(&cx, taken, |tx, cx, taken| Box::pin(run(tx, cx, taken)));
    written.await.map_err(unexpected)?;
    Ok(true)
}

/// A transaction made ready to be written.
struct Taken {
    scope: OrgScope,
    row: ContainerRow,
    raw: ContentRow,
    coming: Coming,
    /// The docflow it begins, when there is none.
    begun: Docflow,
    rules: Arc<Rules>,
}

/// Writes it, once. Re-runnable.
async fn run(tx: &mut Tx<'_>, cx: &Cx, taken: &Taken) -> Result<(), No<Refusal>> {
    let Taken { scope, row, raw, coming, begun, rules } = taken;
    counter::lock(tx, scope).await?;
    content::add(tx, scope, std::slice::from_ref(raw), cx.now).await?;
    if !container::add(tx, scope, row).await? {
        return Ok(());
    }
    if let Some(known) = docflow::find(tx, scope, row.docflow_id).await? {
        let documents = document::list(tx, scope, known.id).await?;
        let coming = answered(&known.flow, &documents, coming);
        advance::add(tx, cx, scope, (known.id, &coming, rules)).await?;
        return Ok(());
    }
    let coming = answered(&begun.flow, &[], coming);
    let is_new = advance::begin(tx, cx, scope, (begun.clone(), &coming, rules)).await?;
    if let Some(transaction) = confirmed_by_operator(&begun.flow).filter(|_| is_new) {
        let dispatch = Dispatch { docflow_id: begun.id, transaction, documents: Vec::new() };
        tx.queue(send::job(cx, scope.organization_id(), &dispatch)?).await?;
    }
    Ok(())
}

/// The transaction by which the operator confirms what a regulator began.
fn confirmed_by_operator(flow_name: &str) -> Option<String> {
    let flow = crate::model::flow::flow(flow_name)?;
    let step = flow.steps.iter().find(|step| step.from == Author::Operator)?;
    step.transaction.clone()
}

/// By the docflow, when it is known here; else by the subscriber the regulator names.
async fn whose(room: &Room, arrived: &Arrived) -> Result<Option<Whose>, Fault> {
    let mut reader = room.app.store.reader().await?;
    if let Some(organization_id) = place::find(&mut reader, arrived.docflow_id).await? {
        let scope = own_scope(room, &mut reader, organization_id).await?;
        let known = docflow::find(&mut reader, &scope, arrived.docflow_id).await?;
        return Ok(known.map(|known| Whose { scope, payer_id: known.payer_id }));
    }
    let Some((organization_id, payer_id)) = place::find_subscriber(&mut reader, &arrived.subscriber_id).await? else {
        return Ok(None);
    };
    let scope = own_scope(room, &mut reader, organization_id).await?;
    Ok(Some(Whose { scope, payer_id }))
}

/// The program's own scope: what came belongs to the organization the directories name.
async fn own_scope(room: &Room, reader: &mut impl Fetch, id: OrganizationId) -> Result<OrgScope, Fault> {
    let cx = room.app.cx(Caller::System);
    match scope_of(reader, &cx, id, Permission::Read).await {
        Ok(scope) => Ok(scope),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(refusal)) => Err(Fault::Decode(format!("an organization of a directory: {refusal}"))),
    }
}

async fn made_ready(
    room: &Room,
    cx: &Cx,
    scope: &OrgScope,
    arrived: &Arrived,
) -> Result<(Coming, ContentRow), NotTaken> {
    let raw = content::ready(&room.app.store, scope.organization_id(), &arrived.raw).await?;
    let mut coming = Coming { documents: Vec::new(), contents: Vec::new() };
    for document in &arrived.documents {
        let made = made_document(room, cx, scope, document, &mut coming.contents).await?;
        coming.documents.push(made);
    }
    Ok((coming, raw))
}

async fn made_document(
    room: &Room,
    cx: &Cx,
    scope: &OrgScope,
    arrived: &ArrivedDocument,
    contents: &mut Vec<ContentRow>,
) -> Result<FlowDocument, NotTaken> {
    let store = &room.app.store;
    let row = content::ready(store, scope.organization_id(), &arrived.content).await?;
    let key = row.key;
    contents.push(row);
    let mut signatures = Vec::new();
    for bytes in arrived.signatures.iter().take(SIGNATURES_MAX) {
        // Under sealed bytes nothing can be said yet: the signature is looked at when they are opened.
        let found = if arrived.is_sealed {
            verify::unseen(cx.now)
        } else {
            verify::incoming(room, cx.now, (&arrived.content, bytes)).await?
        };
        let row = content::ready(store, scope.organization_id(), bytes).await?;
        signatures.push(Signature { id: cx.new_id(), content: row.key, facts: found });
        contents.push(row);
    }
    let opened = (!arrived.is_sealed).then_some(key);
    Ok(FlowDocument {
        id: arrived.id,
        kind: arrived.kind.clone(),
        author: Author::Authority,
        on: None,
        at: cx.now,
        file_name: arrived.file_name.clone(),
        content: opened,
        sealed: arrived.is_sealed.then_some(key),
        facts: if arrived.is_sealed { Default::default() } else { facts::read(&room.forms, &arrived.content) },
        signatures,
    })
}

/// Says which document each answers: of the kind its step names, the newest that is there; else the main one.
fn answered(flow_name: &str, known: &[FlowDocument], coming: &Coming) -> Coming {
    let Some(flow) = crate::model::flow::flow(flow_name) else { return coming.clone() };
    let mut coming = coming.clone();
    let all: Vec<(DocumentId, String)> =
        known.iter().chain(&coming.documents).map(|one| (one.id, one.kind.clone())).collect();
    let newest = |kind: &str| all.iter().rev().find(|(_, known)| known == kind).map(|(id, _)| *id);
    for one in &mut coming.documents {
        let steps = flow.steps.iter().filter(|step| step.document == one.kind && step.from == Author::Authority);
        let on = steps.filter_map(|step| step.on.as_deref()).find_map(newest);
        let main = flow.main().filter(|main| *main != one.kind).and_then(newest);
        one.on = on.or(main).filter(|id| *id != one.id);
    }
    coming
}

fn new_docflow(cx: &Cx, whose: &Whose, arrived: &Arrived) -> Docflow {
    Docflow {
        id: arrived.docflow_id,
        flow: arrived.flow.name.clone(),
        direction: Direction::Incoming,
        payer_id: whose.payer_id,
        regulator: arrived.regulator.clone(),
        status: arrived.flow.steps.first().map_or(Status::Received, |step| step.status),
        success: Success::Neutral,
        due_on: None,
        began_at: cx.now,
        changed_at: cx.now,
        facts: DocflowFacts::default(),
    }
}

fn unexpected(no: No<Refusal>) -> NotTaken {
    match no {
        No::Fault(fault) => NotTaken::Fault(fault),
        No::Refused(refusal) => NotTaken::Fault(Fault::Decode(format!("what came was refused: {refusal}"))),
    }
}
