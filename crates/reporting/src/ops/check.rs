//! Checks before sending: each document by the engine of forms, the whole by whom it is for, to whom it goes, who signed.

use account::OrgScope;
use bytes::Bytes;
use formats::{Finding, Severity};
use kernel::{Cx, Kpp, OrganizationId};
use store::{No, Tx};

use super::authorise::scope_of;
use super::drafts::{self, WholeDraft};
use super::facts::first_day;
use crate::model::draft::{DraftDocument, DraftState};
use crate::model::flow::{Authority, flow};
use crate::model::ids::{DocumentId, DraftId};
use crate::model::limits::FINDINGS_KEPT_MAX;
use crate::model::payer::Payer;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::{counter, draft, payer};

/// What was found in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentReport {
    /// Which.
    pub id: DocumentId,
    /// Name of its file.
    pub file_name: String,
    /// The first findings.
    pub findings: Vec<Finding>,
    /// There were more.
    pub cut: bool,
}

impl DocumentReport {
    /// Errors among them.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }
}

/// What was found in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// Document by document.
    pub documents: Vec<DocumentReport>,
    /// What speaks against sending beside the documents: payer, office, period.
    pub refusals: Vec<Refusal>,
}

impl CheckReport {
    /// Nothing refuses it. Warnings do not count.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.refusals.is_empty() && self.documents.iter().all(|document| document.errors().next().is_none())
    }

    /// The first thing that refuses it.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        let count = self.documents.iter().map(|document| document.errors().count()).sum();
        let found = self.documents.iter().find_map(|document| Some((document, document.errors().next()?)));
        let findings = found.map(|(document, first)| Refusal::Findings {
            file_name: document.file_name.clone(),
            path: first.path.clone(),
            code: first.code.clone(),
            count,
        });
        self.refusals.first().cloned().or(findings)
    }
}

/// A draft that was looked at, with what is needed to send it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// In whose scope.
    pub scope: OrgScope,
    /// The draft.
    pub whole: WholeDraft,
    /// For whom.
    pub payer: Payer,
    /// Bytes of its documents, in their order.
    pub contents: Vec<Bytes>,
    /// What was found.
    pub report: CheckReport,
}

/// Checks a draft outside any transaction.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    (organization_id, id): (OrganizationId, DraftId),
) -> Result<Checked, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, account::Permission::Send).await?;
    let whole = drafts::open_draft(&mut reader, &scope, id).await?;
    let found = payer::find(&mut reader, &scope, whole.draft.payer_id).await?;
    drop(reader);
    let payer = found.ok_or(No::Refused(Refusal::PayerNotFound))?;
    let mut contents = Vec::with_capacity(whole.documents.len());
    let mut documents = Vec::with_capacity(whole.documents.len());
    for document in &whole.documents {
        let content = drafts::load(room, &scope, &document.content).await?;
        documents.push(check_document(room, &whole, document, content.clone()).await?);
        contents.push(content);
    }
    let report = CheckReport { documents, refusals: refusals(cx, &whole, &payer) };
    Ok(Checked { scope, whole, payer, contents, report })
}

/// Only files that claim a form are checked: letters and attachments may be anything. The main document of a report must claim one.
async fn check_document(
    room: &Room,
    whole: &WholeDraft,
    document: &DraftDocument,
    content: Bytes,
) -> Result<DocumentReport, No<Refusal>> {
    let is_report = is_main(whole, document) && whole.draft.flow.ends_with("-report");
    let is_statistics = whole.draft.regulator.authority() == Authority::Rosstat;
    let has_form = room.forms.registry().detect(&content).is_ok();
    let id = document.id;
    let file_name = document.file_name.clone();
    // Templates of statistics are data of Rosstat that no definition stands for yet: what claims no form is only read.
    if !has_form && (!is_report || is_statistics) {
        return Ok(DocumentReport { id, file_name, findings: Vec::new(), cut: false });
    }
    let (forms, name) = (room.forms.clone(), file_name.clone());
    let checked = tokio::task::spawn_blocking(move || forms.check(&content, &name)).await;
    let mut found = checked.map_err(|error| store::Fault::Panicked(format!("checking a report: {error}")))?;
    let cut = found.cut || found.findings.len() > FINDINGS_KEPT_MAX;
    found.findings.sort_by_key(|finding| finding.severity != Severity::Error);
    found.findings.truncate(FINDINGS_KEPT_MAX);
    Ok(DocumentReport { id, file_name, findings: found.findings, cut })
}

fn is_main(whole: &WholeDraft, document: &DraftDocument) -> bool {
    flow(&whole.draft.flow).and_then(|flow| flow.main()) == Some(document.kind.as_str())
}

/// What speaks against sending beside the documents themselves.
fn refusals(cx: &Cx, whole: &WholeDraft, payer: &Payer) -> Vec<Refusal> {
    let Some(main) = whole.documents.iter().find(|document| is_main(whole, document)) else {
        return vec![Refusal::NothingToSend];
    };
    let facts = &main.facts;
    let mut found = Vec::new();
    let is_other = |written: &Option<String>, own: &str| written.as_deref().is_some_and(|written| written != own);
    let kpp = payer.kpp.as_ref().map_or("", Kpp::as_str);
    if is_other(&facts.inn, payer.inn.as_str()) || (!kpp.is_empty() && is_other(&facts.kpp, kpp)) {
        found.push(Refusal::OtherPayer);
    }
    let office = whole.draft.regulator.code();
    if whole.draft.regulator.authority() == Authority::Fns && is_other(&facts.office, office) {
        found.push(Refusal::OtherOffice { written: facts.office.clone().unwrap_or_default() });
    }
    if first_day(facts).is_some_and(|first| first > cx.now.civil_date_msk()) {
        found.push(Refusal::PeriodNotBegun);
    }
    found
}

/// Remembers that a draft was found good, unless it changed meanwhile. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, checked: &Checked) -> Result<(), No<Refusal>> {
    if !checked.report.is_good() {
        return Ok(());
    }
    counter::lock(tx, &checked.scope).await?;
    let mut now = drafts::open_draft(tx, &checked.scope, checked.whole.draft.id).await?;
    if now != checked.whole {
        return Ok(());
    }
    (now.draft.state, now.draft.changed_at) = (DraftState::Checked, cx.now);
    draft::change(tx, &checked.scope, &now.draft).await?;
    Ok(())
}
