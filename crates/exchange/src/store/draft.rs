//! Drafts kept on the server.

use account::OrgScope;
use kernel::{BoxId, Moment, OrganizationId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

use super::content::ContentRow;
use crate::model::document::DocumentFacts;
use crate::model::entity::ContentKey;
use crate::model::host_limits::DOCUMENTS_PER_MESSAGE_CEILING;
use crate::model::ids::{DraftContentId, DraftId, EntityId, MessageId};
use crate::model::kept_draft::{DraftContent, DraftDocument, DraftState, KeptDraft};
use crate::model::limits::DRAFT_CONTENTS_MAX;

pub(super) const ADD: Sql = Sql::org(
    "exchange.add_draft",
    "INSERT INTO exchange_draft
       (organization_id, box_id, draft_id, to_box_id, state, message_id, kept_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
pub(super) const CHANGE: Sql = Sql::org(
    "exchange.change_draft",
    "UPDATE exchange_draft SET to_box_id = $4, state = $5, message_id = $6, changed_at = $7
     WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3 AND state = 'kept'",
);
pub(super) const COUNT_KEPT: Sql = Sql::org(
    "exchange.count_kept_drafts",
    "SELECT count(*) FROM exchange_draft WHERE organization_id = $1 AND box_id = $2 AND state = 'kept'",
);
pub(super) const FIND: Sql = Sql::org(
    "exchange.find_draft",
    "SELECT draft_id, to_box_id, state, message_id, kept_at, changed_at FROM exchange_draft
     WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3",
);
pub(super) const LIST: Sql = Sql::org(
    "exchange.list_drafts",
    "SELECT draft_id, to_box_id, state, message_id, kept_at, changed_at FROM exchange_draft
     WHERE organization_id = $1 AND box_id = $2 AND state = $3 AND draft_id < $4 ORDER BY draft_id DESC LIMIT $5",
);
pub(super) const LIST_OLD: Sql = Sql::global(
    "exchange.list_old_drafts",
    "SELECT organization_id, box_id, draft_id FROM exchange_draft WHERE changed_at < $1 LIMIT $2",
);
pub(super) const ADD_DOCUMENT: Sql = Sql::org(
    "exchange.add_draft_document",
    "INSERT INTO exchange_draft_document (organization_id, box_id, draft_id, document_id, place, file_name, facts)
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
pub(super) const LIST_DOCUMENTS: Sql = Sql::org(
    "exchange.list_draft_documents",
    "SELECT document_id, file_name, facts FROM exchange_draft_document
     WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3 ORDER BY place",
);
pub(super) const ADD_CONTENT: Sql = Sql::org(
    "exchange.add_draft_content",
    "INSERT INTO exchange_draft_content
       (organization_id, box_id, draft_id, content_id, document_id, hash, size_bytes, bytes, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
pub(super) const LIST_CONTENTS: Sql = Sql::org(
    "exchange.list_draft_contents",
    "SELECT content_id, document_id, hash, size_bytes, made_at FROM exchange_draft_content
     WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3 ORDER BY made_at, content_id",
);
pub(super) const FIND_CONTENT: Sql = Sql::org(
    "exchange.find_draft_content",
    "SELECT hash, size_bytes, bytes FROM exchange_draft_content
     WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3 AND content_id = $4",
);
pub(super) const FORGET_CONTENTS: Sql = Sql::org(
    "exchange.forget_draft_contents",
    "DELETE FROM exchange_draft_content WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3",
);
pub(super) const FORGET_DOCUMENTS: Sql = Sql::org(
    "exchange.forget_draft_documents",
    "DELETE FROM exchange_draft_document WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3",
);
pub(super) const FORGET: Sql = Sql::org(
    "exchange.forget_draft",
    "DELETE FROM exchange_draft WHERE organization_id = $1 AND box_id = $2 AND draft_id = $3",
);

/// Which draft of which box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftKey {
    /// Its box.
    pub box_id: BoxId,
    /// The draft.
    pub draft_id: DraftId,
}

/// Adds a draft without its documents.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, draft: &KeptDraft) -> Result<(), Fault> {
    let binds = binds![
        scope.organization_id(),
        box_id,
        draft.id,
        draft.to_box_id,
        draft.state.as_str(),
        draft.message_id,
        draft.kept_at,
        draft.changed_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Writes what changed; says whether the draft was still kept.
pub async fn change(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, draft: &KeptDraft) -> Result<bool, Fault> {
    let binds = binds![
        scope.organization_id(),
        box_id,
        draft.id,
        draft.to_box_id,
        draft.state.as_str(),
        draft.message_id,
        draft.changed_at
    ];
    Ok(tx.execute(&CHANGE, binds).await? == 1)
}

/// Drafts of the box that are kept.
pub async fn count_kept(reader: &mut impl Fetch, scope: &OrgScope, box_id: BoxId) -> Result<i64, Fault> {
    reader.fetch_one(&COUNT_KEPT, binds![scope.organization_id(), box_id]).await?.i64(0)
}

/// One draft.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, key: DraftKey) -> Result<Option<KeptDraft>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), key.box_id, key.draft_id]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Drafts that stand so, newest first, before `before`.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    (state, before): (DraftState, Option<DraftId>),
    limit: i64,
) -> Result<Vec<KeptDraft>, Fault> {
    let before = before.map_or_else(|| vec![0xff; 16], |id| id.to_vec());
    let binds = binds![scope.organization_id(), box_id, state.as_str(), before, limit];
    let rows = reader.fetch_all(&LIST, binds).await?;
    rows.iter().map(read).collect()
}

/// Drafts that nobody touched since, whosever they are.
pub async fn list_old(
    reader: &mut impl Fetch,
    before: Moment,
    limit: i64,
) -> Result<Vec<(OrganizationId, DraftKey)>, Fault> {
    let rows = reader.fetch_all(&LIST_OLD, binds![before, limit]).await?;
    let key = |row: &Row| {
        let key = DraftKey {
            box_id: row.parsed(1, Row::bytes, |id| BoxId::from_bytes(&id))?,
            draft_id: row.parsed(2, Row::bytes, |id| DraftId::from_bytes(&id))?,
        };
        Ok((row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))?, key))
    };
    rows.iter().map(key).collect()
}

/// Adds a document at its place.
pub async fn add_document(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    key: DraftKey,
    (document, place): (&DraftDocument, i64),
) -> Result<(), Fault> {
    let facts = serde_json::to_string(&document.facts)
        .map_err(|error| Fault::Decode(format!("writing facts of a draft's document: {error}")))?;
    let file_name = document.file_name.as_str();
    let binds = binds![scope.organization_id(), key.box_id, key.draft_id, document.id, place, file_name, facts];
    tx.execute(&ADD_DOCUMENT, binds).await?;
    Ok(())
}

/// Documents with what is known of their bytes, in their order.
pub async fn list_documents(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    key: DraftKey,
) -> Result<Vec<DraftDocument>, Fault> {
    let binds = || binds![scope.organization_id(), key.box_id, key.draft_id];
    let rows = reader.fetch_limited(&LIST_DOCUMENTS, binds(), DOCUMENTS_PER_MESSAGE_CEILING).await?;
    let contents_max = DOCUMENTS_PER_MESSAGE_CEILING * (DRAFT_CONTENTS_MAX + 1);
    let contents = reader.fetch_limited(&LIST_CONTENTS, binds(), contents_max).await?;
    let contents = contents.iter().map(read_content).collect::<Result<Vec<_>, Fault>>()?;
    let document = |row: &Row| {
        let id = row.parsed(0, Row::bytes, |id| EntityId::from_bytes(&id))?;
        Ok(DraftDocument {
            id,
            file_name: row.text(1)?,
            facts: row.parsed(2, Row::text, |text| serde_json::from_str::<DocumentFacts>(&text))?,
            contents: contents.iter().filter(|content| content.document_id == id).copied().collect(),
        })
    };
    rows.iter().map(document).collect()
}

/// Adds bytes of a document.
pub async fn add_content(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    key: DraftKey,
    (content, bytes): (&DraftContent, Option<&Vec<u8>>),
) -> Result<(), Fault> {
    let binds = binds![
        scope.organization_id(),
        key.box_id,
        key.draft_id,
        content.id,
        content.document_id,
        content.key.hash,
        content.key.size_bytes,
        bytes.cloned(),
        content.made_at
    ];
    tx.execute(&ADD_CONTENT, binds).await?;
    Ok(())
}

/// Bytes of a document.
pub async fn find_content(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    key: DraftKey,
    id: DraftContentId,
) -> Result<Option<ContentRow>, Fault> {
    let binds = binds![scope.organization_id(), key.box_id, key.draft_id, id];
    let row = reader.fetch_optional(&FIND_CONTENT, binds).await?;
    row.map(|row| super::content::read(&row)).transpose()
}

/// Forgets the bytes of a draft.
pub async fn forget_contents(tx: &mut Tx<'_>, scope: &OrgScope, key: DraftKey) -> Result<(), Fault> {
    tx.execute(&FORGET_CONTENTS, binds![scope.organization_id(), key.box_id, key.draft_id]).await?;
    Ok(())
}

/// Forgets a draft whole.
pub async fn forget(tx: &mut Tx<'_>, scope: &OrgScope, key: DraftKey) -> Result<(), Fault> {
    forget_contents(tx, scope, key).await?;
    tx.execute(&FORGET_DOCUMENTS, binds![scope.organization_id(), key.box_id, key.draft_id]).await?;
    tx.execute(&FORGET, binds![scope.organization_id(), key.box_id, key.draft_id]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<KeptDraft, Fault> {
    Ok(KeptDraft {
        id: row.parsed(0, Row::bytes, |id| DraftId::from_bytes(&id))?,
        to_box_id: row.parsed(1, Row::opt_bytes, |id| id.map(|id| BoxId::from_bytes(&id)).transpose())?,
        state: row.parsed(2, Row::text, |word| DraftState::from_word(&word).ok_or("not a draft's state"))?,
        message_id: row.parsed(3, Row::opt_bytes, |id| id.map(|id| MessageId::from_bytes(&id)).transpose())?,
        kept_at: Moment::from_micros(row.i64(4)?),
        changed_at: Moment::from_micros(row.i64(5)?),
    })
}

fn read_content(row: &Row) -> Result<DraftContent, Fault> {
    let hash = |hash: Vec<u8>| <[u8; 32]>::try_from(hash).map_err(|_| "a hash has 32 octets");
    Ok(DraftContent {
        id: row.parsed(0, Row::bytes, |id| DraftContentId::from_bytes(&id))?,
        document_id: row.parsed(1, Row::bytes, |id| EntityId::from_bytes(&id))?,
        key: ContentKey { hash: row.parsed(2, Row::bytes, hash)?, size_bytes: row.i64(3)? },
        made_at: Moment::from_micros(row.i64(4)?),
    })
}
