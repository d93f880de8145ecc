//! Documents of docflows.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::Moment;

use super::draft::{signatures, signatures_json};
use super::{from_json, json, opt_key};
use crate::model::document::{ContentKey, FlowDocument};
use crate::model::flow::{Author, Authority};
use crate::model::ids::{DocflowId, DocumentId};
use crate::model::limits::DOCFLOW_DOCUMENTS_MAX;

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_document",
    "INSERT INTO reporting_document (organization_id, docflow_id, document_id, place, kind, author, answered_id, at,
       file_name, hash, size_bytes, sealed_hash, sealed_bytes, facts, signatures)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (organization_id, docflow_id, document_id) DO NOTHING",
);
pub(super) const LIST: Sql = Sql::org(
    "reporting.list_documents",
    "SELECT document_id, kind, author, answered_id, at, file_name, hash, size_bytes, sealed_hash, sealed_bytes, facts,
       signatures FROM reporting_document WHERE organization_id = $1 AND docflow_id = $2 ORDER BY place, document_id",
);
pub(super) const OPEN: Sql = Sql::org(
    "reporting.open_document",
    "UPDATE reporting_document SET hash = $4, size_bytes = $5, facts = $6, signatures = $7
     WHERE organization_id = $1 AND docflow_id = $2 AND document_id = $3",
);

/// Adds documents after those that are there; `place` is the counter's number, so lists keep the order of coming.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    docflow_id: DocflowId,
    (documents, place): (&[FlowDocument], i64),
) -> Result<(), Fault> {
    for document in documents {
        let (hash, size_bytes) = split(document.content);
        let (sealed_hash, sealed_bytes) = split(document.sealed);
        let binds = binds![
            scope.organization_id(),
            docflow_id,
            document.id,
            place,
            document.kind.as_str(),
            author_word(document.author),
            document.on,
            document.at,
            document.file_name.as_str(),
            hash,
            size_bytes,
            sealed_hash,
            sealed_bytes,
            json(&document.facts)?,
            signatures_json(&document.signatures)?
        ];
        tx.execute(&ADD, binds).await?;
    }
    Ok(())
}

fn split(key: Option<ContentKey>) -> (Option<Vec<u8>>, Option<i64>) {
    key.map_or((None, None), |key| (Some(key.hash.to_vec()), Some(key.size_bytes)))
}

/// Documents in the order in which they came.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    docflow_id: DocflowId,
) -> Result<Vec<FlowDocument>, Fault> {
    let binds = binds![scope.organization_id(), docflow_id];
    let rows = reader.fetch_limited(&LIST, binds, DOCFLOW_DOCUMENTS_MAX).await?;
    let document = |row: &Row| {
        Ok(FlowDocument {
            id: row.parsed(0, Row::bytes, |id| DocumentId::from_bytes(&id))?,
            kind: row.text(1)?,
            author: author(row, 2)?,
            on: row.parsed(3, Row::opt_bytes, |id| id.map(|id| DocumentId::from_bytes(&id)).transpose())?,
            at: Moment::from_micros(row.i64(4)?),
            file_name: row.text(5)?,
            content: opt_key(row, 6)?,
            sealed: opt_key(row, 8)?,
            facts: from_json(row, 10)?,
            signatures: signatures(row, 11)?,
        })
    };
    rows.iter().map(document).collect()
}

/// Writes what was opened of a sealed document.
pub async fn open(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    docflow_id: DocflowId,
    document: &FlowDocument,
) -> Result<(), Fault> {
    let (hash, size_bytes) = split(document.content);
    let (facts, signatures) = (json(&document.facts)?, signatures_json(&document.signatures)?);
    let binds = binds![scope.organization_id(), docflow_id, document.id, hash, size_bytes, facts, signatures];
    tx.execute(&OPEN, binds).await?;
    Ok(())
}

const fn author_word(author: Author) -> &'static str {
    match author {
        Author::Subscriber => "subscriber",
        Author::Operator => "operator",
        Author::Authority => "authority",
    }
}

fn author(row: &Row, column: usize) -> Result<Author, Fault> {
    match row.text_ref(column)? {
        "subscriber" => Ok(Author::Subscriber),
        "operator" => Ok(Author::Operator),
        "authority" => Ok(Author::Authority),
        _ => Err(Fault::Decode("not an author of a document".to_owned())),
    }
}

/// As the base writes an authority.
pub(super) const fn authority_word(authority: Authority) -> &'static str {
    authority.word()
}

/// The same, read.
pub(super) fn authority(row: &Row, column: usize) -> Result<Authority, Fault> {
    row.parsed(column, Row::text, |word| Authority::from_word(&word).ok_or("not an authority"))
}
