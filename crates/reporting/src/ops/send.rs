//! Sending: a draft becomes a docflow, dated now; a job takes it on its way.

use std::sync::Arc;

use account::{OrgScope, Permission};
use kernel::{Cx, OrganizationId};
use rules::Rules;
use store::{Fault, NewJob, No, Tx};

use super::advance::{self, Coming};
use super::authorise::scope_of;
use super::check::{self, Checked};
use super::dispatch::{self, Dispatch};
use super::payers::subscribe_job;
use super::{drafts, verify};
use crate::model::docflow::{Docflow, DocflowFacts};
use crate::model::document::{FlowDocument, Signature};
use crate::model::draft::{DraftDocument, DraftState};
use crate::model::flow::{Author, Direction, Flow, Status, Success, flow};
use crate::model::ids::{DocflowId, DraftId};
use crate::model::refusal::Refusal;
use crate::model::regulator::Regulator;
use crate::room::Room;
use crate::store::{certificate, counter, docflow, draft};

/// A draft whose checks are good and whose signatures hold at this moment.
#[derive(Clone, Debug)]
pub struct PreparedSending {
    organization_id: OrganizationId,
    checked: Checked,
    flow: &'static Flow,
    docflow: Docflow,
    documents: Vec<FlowDocument>,
    /// Thumbprint and DER of who signed: the regulator seals its answers to them.
    signers: Vec<(String, Vec<u8>)>,
    rules: Arc<Rules>,
}

impl PreparedSending {
    /// Whose it is.
    #[must_use]
    pub const fn organization_id(&self) -> OrganizationId {
        self.organization_id
    }
}

/// The docflow of a draft that was sent already.
pub async fn sent(
    room: &Room,
    cx: &Cx,
    (organization_id, id): (OrganizationId, DraftId),
) -> Result<Option<Docflow>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Send).await?;
    let known = draft::find(&mut reader, &scope, id).await?.ok_or(No::Refused(Refusal::DraftNotFound))?;
    match known.docflow_id {
        Some(id) => Ok(docflow::find(&mut reader, &scope, id).await?),
        None => Ok(None),
    }
}

/// Checks everything anew, outside any transaction: what was good yesterday may not be today.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    (organization_id, id): (OrganizationId, DraftId),
) -> Result<PreparedSending, No<Refusal>> {
    let checked = check::prepare(room, cx, (organization_id, id)).await?;
    if let Some(refusal) = checked.report.refusal() {
        return Err(refusal.into());
    }
    let draft = &checked.whole.draft;
    let flow = flow(&draft.flow).ok_or(No::Refused(Refusal::FlowUnknown))?;
    let is_play = is_simulator(room, &draft.regulator).await?;
    let signers = verified(room, cx, flow, (&checked, is_play)).await?;
    let documents =
        checked.whole.documents.iter().map(|document| flow_document(cx, flow, &checked, document)).collect();
    let docflow = docflow_of(cx, &checked, is_play);
    let rules = Arc::clone(&room.rules);
    Ok(PreparedSending { organization_id, checked, flow, docflow, documents, signers, rules })
}

/// Whether a program plays the office.
async fn is_simulator(room: &Room, regulator: &Regulator) -> Result<bool, Refusal> {
    let gateway = room.gateway(regulator.authority())?;
    let offices = gateway.offices().await.map_err(|fault| {
        tracing::warn!(gateway = gateway.name(), %fault, "offices are not known");
        Refusal::GatewayAway
    })?;
    let office = offices.iter().find(|office| office.regulator == *regulator);
    Ok(office.ok_or_else(|| Refusal::OfficeUnknown { code: regulator.code().to_owned() })?.is_simulator)
}

/// Verifies every signature now; gives who signed. What the docflow's steps are made of, and powers of attorney, must be signed.
async fn verified(
    room: &Room,
    cx: &Cx,
    flow: &Flow,
    (checked, is_play): (&Checked, bool),
) -> Result<Vec<(String, Vec<u8>)>, No<Refusal>> {
    let by_power = checked.whole.documents.iter().any(|document| document.kind.ends_with("-warrant"));
    let asked = verify::Asked { inn: checked.payer.inn.as_str(), by_power, is_play };
    let mut signers = Vec::new();
    for (document, content) in checked.whole.documents.iter().zip(&checked.contents) {
        let needs = flow.steps.iter().any(|step| step.document == document.kind) || document.kind.ends_with("-warrant");
        if needs && document.signatures.is_empty() {
            return Err(Refusal::NotSigned { file_name: document.file_name.clone() }.into());
        }
        for signature in &document.signatures {
            let bytes = drafts::load(room, &checked.scope, &signature.content).await?;
            verify::outgoing(room, cx.now, (content, &bytes), asked).await?;
            signers.extend(signer_of(&bytes));
        }
    }
    Ok(signers)
}

/// The signer's certificate inside a signature: its thumbprint and DER.
fn signer_of(signature: &[u8]) -> Option<(String, Vec<u8>)> {
    let message = pki::SignedMessage::parse(signature).ok()?;
    let is_signer = |certificate: &&pki::Certificate| message.signers().iter().any(|signer| signer.is_of(certificate));
    let certificate = message.certificates().iter().find(is_signer)?;
    Some((hex::encode(certificate.thumbprint_sha1()), certificate.to_der().to_vec()))
}

fn docflow_of(cx: &Cx, checked: &Checked, is_simulator: bool) -> Docflow {
    let draft = &checked.whole.draft;
    let main = flow(&draft.flow).and_then(|flow| flow.main());
    let report = checked.whole.documents.iter().find(|document| Some(document.kind.as_str()) == main);
    Docflow {
        // The docflow has the draft's id: sending twice is one docflow.
        id: DocflowId::from_bytes(draft.id.as_bytes()).unwrap_or_else(|_| cx.new_id()),
        flow: draft.flow.clone(),
        direction: Direction::Outgoing,
        payer_id: draft.payer_id,
        regulator: draft.regulator.clone(),
        status: Status::Sent,
        success: Success::Neutral,
        due_on: None,
        began_at: cx.now,
        changed_at: cx.now,
        facts: DocflowFacts {
            report: report.map(|document| document.facts.clone()).unwrap_or_default(),
            subject: draft.facts.subject.clone(),
            answers: draft.facts.answers,
            wire: draft.facts.wire.clone(),
            is_simulator,
            ..DocflowFacts::default()
        },
    }
}

fn flow_document(cx: &Cx, flow: &Flow, checked: &Checked, document: &DraftDocument) -> FlowDocument {
    let main = checked.whole.documents.iter().find(|one| Some(one.kind.as_str()) == flow.main());
    FlowDocument {
        id: document.id,
        kind: document.kind.clone(),
        author: Author::Subscriber,
        on: main.map(|main| main.id).filter(|id| *id != document.id),
        at: cx.now,
        file_name: document.file_name.clone(),
        content: Some(document.content),
        sealed: None,
        facts: document.facts.clone(),
        signatures: document.signatures.iter().map(Signature::clone).collect(),
    }
}

/// Sends. A draft that was sent already gives its docflow again. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedSending) -> Result<Docflow, No<Refusal>> {
    let scope = scope_of(tx, cx, new.organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    account::note_act(tx, cx, &scope, "reporting.send").await?;
    let now = draft::find(tx, &scope, new.checked.whole.draft.id).await?.ok_or(No::Refused(Refusal::DraftNotFound))?;
    if now.state == DraftState::Sent {
        let sent = docflow::find(tx, &scope, new.docflow.id).await?;
        return sent.ok_or(No::Refused(Refusal::DraftSent));
    }
    let documents = draft::list_documents(tx, &scope, now.id).await?;
    if documents != new.checked.whole.documents {
        return Err(Refusal::SignatureBroken.into());
    }
    let coming = Coming { documents: new.documents.clone(), contents: Vec::new() };
    advance::begin(tx, cx, &scope, (new.docflow.clone(), &coming, &new.rules)).await?;
    let sent = crate::model::draft::Draft {
        state: DraftState::Sent,
        docflow_id: Some(new.docflow.id),
        changed_at: cx.now,
        ..now
    };
    draft::change(tx, &scope, &sent).await?;
    keep_signers(tx, cx, &scope, new).await?;
    let transaction = new.flow.steps.first().and_then(|step| step.transaction.clone()).unwrap_or_default();
    let ids = new.documents.iter().map(|document| document.id).collect();
    tx.queue(job(cx, new.organization_id, &Dispatch { docflow_id: new.docflow.id, transaction, documents: ids })?)
        .await?;
    docflow::find(tx, &scope, new.docflow.id).await?.ok_or(No::Refused(Refusal::DocflowNotFound))
}

async fn keep_signers(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, new: &PreparedSending) -> Result<(), No<Refusal>> {
    let payer_id = new.checked.payer.id;
    let mut has_new = false;
    for (thumbprint, der) in &new.signers {
        has_new |= certificate::add(tx, scope, payer_id, (thumbprint, der, cx.now)).await?;
    }
    if has_new {
        tx.queue(subscribe_job(cx, new.organization_id, payer_id)?).await?;
    }
    Ok(())
}

/// The job that takes a transaction on its way.
pub(super) fn job(cx: &Cx, organization_id: OrganizationId, dispatch: &Dispatch) -> Result<NewJob, Fault> {
    let payload = serde_json::to_vec(dispatch);
    let payload = payload.map_err(|error| Fault::Decode(format!("writing a job: {error}")))?;
    Ok(NewJob::now(cx, organization_id, dispatch::KIND, payload))
}
