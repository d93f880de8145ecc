//! Drafts and their documents.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::{Moment, OrganizationId};

use super::{from_json, json, key};
use crate::model::document::{Signature, SignatureFacts};
use crate::model::draft::{Draft, DraftDocument, DraftState};
use crate::model::ids::{DocflowId, DocumentId, DraftId, PayerId, SignatureId};
use crate::model::limits::DOCUMENTS_MAX;
use crate::model::regulator::Regulator;
use crate::store::document::{authority, authority_word};

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_draft",
    "INSERT INTO reporting_draft (organization_id, draft_id, payer_id, authority, office, flow, state, docflow_id, facts,
       made_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);
pub(super) const CHANGE: Sql = Sql::org(
    "reporting.change_draft",
    "UPDATE reporting_draft SET state = $3, docflow_id = $4, facts = $5, changed_at = $6
     WHERE organization_id = $1 AND draft_id = $2 AND state <> 'sent'",
);
pub(super) const COUNT: Sql = Sql::org(
    "reporting.count_drafts",
    "SELECT count(*) FROM reporting_draft WHERE organization_id = $1 AND state <> 'sent'",
);
pub(super) const FIND: Sql = Sql::org(
    "reporting.find_draft",
    "SELECT draft_id, payer_id, authority, office, flow, state, docflow_id, facts, made_at, changed_at
     FROM reporting_draft WHERE organization_id = $1 AND draft_id = $2",
);
pub(super) const LIST: Sql = Sql::org(
    "reporting.list_drafts",
    "SELECT draft_id, payer_id, authority, office, flow, state, docflow_id, facts, made_at, changed_at
     FROM reporting_draft WHERE organization_id = $1 AND state <> 'sent' AND draft_id < $2
     ORDER BY draft_id DESC LIMIT $3",
);
pub(super) const LIST_OLD: Sql = Sql::global(
    "reporting.list_old_drafts",
    "SELECT organization_id, draft_id FROM reporting_draft WHERE changed_at < $1 LIMIT $2",
);
pub(super) const FORGET: Sql =
    Sql::org("reporting.forget_draft", "DELETE FROM reporting_draft WHERE organization_id = $1 AND draft_id = $2");
pub(super) const ADD_DOCUMENT: Sql = Sql::org(
    "reporting.add_draft_document",
    "INSERT INTO reporting_draft_document
       (organization_id, draft_id, document_id, place, kind, file_name, hash, size_bytes, facts, signatures)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
pub(super) const CHANGE_DOCUMENT: Sql = Sql::org(
    "reporting.change_draft_document",
    "UPDATE reporting_draft_document SET kind = $4, file_name = $5, hash = $6, size_bytes = $7, facts = $8, signatures = $9
     WHERE organization_id = $1 AND draft_id = $2 AND document_id = $3",
);
pub(super) const LIST_DOCUMENTS: Sql = Sql::org(
    "reporting.list_draft_documents",
    "SELECT document_id, kind, file_name, hash, size_bytes, facts, signatures FROM reporting_draft_document
     WHERE organization_id = $1 AND draft_id = $2 ORDER BY place, document_id",
);
pub(super) const FORGET_DOCUMENT: Sql = Sql::org(
    "reporting.forget_draft_document",
    "DELETE FROM reporting_draft_document WHERE organization_id = $1 AND draft_id = $2 AND document_id = $3",
);
pub(super) const FORGET_DOCUMENTS: Sql = Sql::org(
    "reporting.forget_draft_documents",
    "DELETE FROM reporting_draft_document WHERE organization_id = $1 AND draft_id = $2",
);

/// Adds a draft without documents.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, draft: &Draft) -> Result<(), Fault> {
    let binds = binds![
        scope.organization_id(),
        draft.id,
        draft.payer_id,
        authority_word(draft.regulator.authority()),
        draft.regulator.code(),
        draft.flow.as_str(),
        draft.state.word(),
        draft.docflow_id,
        json(&draft.facts)?,
        draft.made_at,
        draft.changed_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Writes what changed; says whether the draft was still not sent.
pub async fn change(tx: &mut Tx<'_>, scope: &OrgScope, draft: &Draft) -> Result<bool, Fault> {
    let (state, facts) = (draft.state.word(), json(&draft.facts)?);
    let binds = binds![scope.organization_id(), draft.id, state, draft.docflow_id, facts, draft.changed_at];
    Ok(tx.execute(&CHANGE, binds).await? == 1)
}

/// Drafts not sent.
pub async fn count(reader: &mut impl Fetch, scope: &OrgScope) -> Result<i64, Fault> {
    reader.fetch_one(&COUNT, binds![scope.organization_id()]).await?.i64(0)
}

/// One.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, id: DraftId) -> Result<Option<Draft>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Drafts not sent, newest first, before `before`.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    before: Option<DraftId>,
    limit: i64,
) -> Result<Vec<Draft>, Fault> {
    let before = before.map_or_else(|| vec![0xff; 16], |id| id.to_vec());
    let rows = reader.fetch_all(&LIST, binds![scope.organization_id(), before, limit]).await?;
    rows.iter().map(read).collect()
}

/// Drafts nobody touched since, whosever they are.
pub async fn list_old(
    reader: &mut impl Fetch,
    before: Moment,
    limit: i64,
) -> Result<Vec<(OrganizationId, DraftId)>, Fault> {
    let rows = reader.fetch_all(&LIST_OLD, binds![before, limit]).await?;
    let key = |row: &Row| {
        let organization_id = row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))?;
        Ok((organization_id, row.parsed(1, Row::bytes, |id| DraftId::from_bytes(&id))?))
    };
    rows.iter().map(key).collect()
}

/// Forgets a draft with its documents.
pub async fn forget(tx: &mut Tx<'_>, scope: &OrgScope, id: DraftId) -> Result<(), Fault> {
    tx.execute(&FORGET_DOCUMENTS, binds![scope.organization_id(), id]).await?;
    tx.execute(&FORGET, binds![scope.organization_id(), id]).await?;
    Ok(())
}

/// Adds a document at its place.
pub async fn add_document(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    draft_id: DraftId,
    (document, place): (&DraftDocument, i64),
) -> Result<(), Fault> {
    let binds = binds![
        scope.organization_id(),
        draft_id,
        document.id,
        place,
        document.kind.as_str(),
        document.file_name.as_str(),
        document.content.hash,
        document.content.size_bytes,
        json(&document.facts)?,
        signatures_json(&document.signatures)?
    ];
    tx.execute(&ADD_DOCUMENT, binds).await?;
    Ok(())
}

/// Writes a document anew; says whether it was there.
pub async fn change_document(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    draft_id: DraftId,
    document: &DraftDocument,
) -> Result<bool, Fault> {
    let binds = binds![
        scope.organization_id(),
        draft_id,
        document.id,
        document.kind.as_str(),
        document.file_name.as_str(),
        document.content.hash,
        document.content.size_bytes,
        json(&document.facts)?,
        signatures_json(&document.signatures)?
    ];
    Ok(tx.execute(&CHANGE_DOCUMENT, binds).await? == 1)
}

/// Documents in their order.
pub async fn list_documents(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    draft_id: DraftId,
) -> Result<Vec<DraftDocument>, Fault> {
    let rows = reader.fetch_limited(&LIST_DOCUMENTS, binds![scope.organization_id(), draft_id], DOCUMENTS_MAX).await?;
    let document = |row: &Row| {
        Ok(DraftDocument {
            id: row.parsed(0, Row::bytes, |id| DocumentId::from_bytes(&id))?,
            kind: row.text(1)?,
            file_name: row.text(2)?,
            content: key(row, 3)?,
            facts: from_json(row, 5)?,
            signatures: signatures(row, 6)?,
        })
    };
    rows.iter().map(document).collect()
}

/// Takes a document out; says whether it was there.
pub async fn forget_document(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    draft_id: DraftId,
    id: DocumentId,
) -> Result<bool, Fault> {
    Ok(tx.execute(&FORGET_DOCUMENT, binds![scope.organization_id(), draft_id, id]).await? == 1)
}

/// A signature as its column keeps it.
#[derive(serde::Serialize, serde::Deserialize)]
struct SignatureColumn {
    id: SignatureId,
    hash: String,
    size_bytes: i64,
    facts: SignatureFacts,
}

/// Signatures as a column of JSON.
pub(super) fn signatures_json(signatures: &[Signature]) -> Result<String, Fault> {
    let column = |one: &Signature| SignatureColumn {
        id: one.id,
        hash: hex::encode(one.content.hash),
        size_bytes: one.content.size_bytes,
        facts: one.facts.clone(),
    };
    json(&signatures.iter().map(column).collect::<Vec<_>>())
}

/// The same, read.
pub(super) fn signatures(row: &Row, column: usize) -> Result<Vec<Signature>, Fault> {
    let columns: Vec<SignatureColumn> = from_json(row, column)?;
    let signature = |one: SignatureColumn| {
        let mut hash = [0; 32];
        hex::decode_to_slice(&one.hash, &mut hash).map_err(|error| Fault::Decode(format!("a hash: {error}")))?;
        let content = crate::model::document::ContentKey { hash, size_bytes: one.size_bytes };
        Ok(Signature { id: one.id, content, facts: one.facts })
    };
    columns.into_iter().map(signature).collect()
}

fn read(row: &Row) -> Result<Draft, Fault> {
    let office = row.text(3)?;
    let regulator = Regulator::new(authority(row, 2)?, &office);
    Ok(Draft {
        id: row.parsed(0, Row::bytes, |id| DraftId::from_bytes(&id))?,
        payer_id: row.parsed(1, Row::bytes, |id| PayerId::from_bytes(&id))?,
        regulator: regulator.map_err(|error| Fault::Decode(format!("an office: {error}")))?,
        flow: row.text(4)?,
        state: row.parsed(5, Row::text, |word| DraftState::from_word(&word).ok_or("not a draft's state"))?,
        docflow_id: row.parsed(6, Row::opt_bytes, |id| id.map(|id| DocflowId::from_bytes(&id)).transpose())?,
        facts: from_json(row, 7)?,
        made_at: Moment::from_micros(row.i64(8)?),
        changed_at: Moment::from_micros(row.i64(9)?),
    })
}
