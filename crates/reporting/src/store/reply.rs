//! Answers being prepared.

use ::store::{Fault, Fetch, Row, Sql, Store, Tx, binds};
use account::OrgScope;
use kernel::{Cx, Moment};

use super::key;
use crate::model::document::Signature;
use crate::model::ids::{DocflowId, DocumentId, ReplyId};
use crate::model::reply::Reply;

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_reply",
    "INSERT INTO reporting_reply (organization_id, docflow_id, reply_id, answered_id, kind, file_name, hash, size_bytes,
       signature, is_sent, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10)",
);
pub(super) const SIGN: Sql = Sql::org(
    "reporting.sign_reply",
    "UPDATE reporting_reply SET signature = $4
     WHERE organization_id = $1 AND docflow_id = $2 AND reply_id = $3 AND is_sent = 0",
);
pub(super) const SEND: Sql = Sql::org(
    "reporting.send_reply",
    "UPDATE reporting_reply SET is_sent = 1
     WHERE organization_id = $1 AND docflow_id = $2 AND reply_id = $3 AND is_sent = 0",
);
pub(super) const FIND: Sql = Sql::org(
    "reporting.find_reply",
    "SELECT reply_id, answered_id, kind, file_name, hash, size_bytes, signature, is_sent, made_at FROM reporting_reply
     WHERE organization_id = $1 AND docflow_id = $2 AND reply_id = $3",
);
pub(super) const FORGET_OLD: Sql = Sql::global(
    "reporting.forget_old_replies",
    "DELETE FROM reporting_reply WHERE (organization_id, docflow_id, reply_id) IN
       (SELECT organization_id, docflow_id, reply_id FROM reporting_reply WHERE made_at < $1 LIMIT $2)",
);

/// Adds one.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, docflow_id: DocflowId, reply: &Reply) -> Result<(), Fault> {
    let binds = binds![
        scope.organization_id(),
        docflow_id,
        reply.id,
        reply.on,
        reply.kind.as_str(),
        reply.file_name.as_str(),
        reply.content.hash,
        reply.content.size_bytes,
        signature_json(reply.signature.as_ref())?,
        reply.made_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

fn signature_json(signature: Option<&Signature>) -> Result<Option<String>, Fault> {
    signature.map(|one| super::draft::signatures_json(std::slice::from_ref(one))).transpose()
}

/// Writes the signature; says whether the reply was there and not sent.
pub async fn sign(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (docflow_id, id): (DocflowId, ReplyId),
    signature: &Signature,
) -> Result<bool, Fault> {
    let binds = binds![scope.organization_id(), docflow_id, id, signature_json(Some(signature))?];
    Ok(tx.execute(&SIGN, binds).await? == 1)
}

/// Marks it sent; says whether it was not yet.
pub async fn send(tx: &mut Tx<'_>, scope: &OrgScope, docflow_id: DocflowId, id: ReplyId) -> Result<bool, Fault> {
    Ok(tx.execute(&SEND, binds![scope.organization_id(), docflow_id, id]).await? == 1)
}

/// One.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (docflow_id, id): (DocflowId, ReplyId),
) -> Result<Option<Reply>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), docflow_id, id]).await?;
    let read = |row: Row| {
        let signature = match row.opt_text(6)? {
            None => None,
            Some(_) => super::draft::signatures(&row, 6)?.pop(),
        };
        Ok(Reply {
            id: row.parsed(0, Row::bytes, |id| ReplyId::from_bytes(&id))?,
            on: row.parsed(1, Row::bytes, |id| DocumentId::from_bytes(&id))?,
            kind: row.text(2)?,
            file_name: row.text(3)?,
            content: key(&row, 4)?,
            signature,
            is_sent: row.flag(7)?,
            made_at: Moment::from_micros(row.i64(8)?),
        })
    };
    row.map(read).transpose()
}

/// Forgets replies made before; what was sent is a document of its docflow.
pub async fn forget_old(store: &Store, cx: &Cx, before: Moment) -> Result<u64, Fault> {
    store.sweep_rows(cx, &FORGET_OLD, before).await
}
