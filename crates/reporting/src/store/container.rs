//! Containers as they travelled.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::Moment;

use super::key;
use crate::model::document::ContentKey;
use crate::model::ids::{ContainerId, DocflowId};

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_container",
    "INSERT INTO reporting_container (organization_id, container_id, docflow_id, direction, transaction_code, state, hash,
       size_bytes, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (organization_id, container_id) DO NOTHING",
);
pub(super) const FINISH: Sql = Sql::org(
    "reporting.finish_container",
    "UPDATE reporting_container SET state = $3 WHERE organization_id = $1 AND container_id = $2",
);
pub(super) const FIND: Sql = Sql::org(
    "reporting.find_container",
    "SELECT container_id, docflow_id, direction, transaction_code, state, hash, size_bytes, at FROM reporting_container
     WHERE organization_id = $1 AND container_id = $2",
);
/// A container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContainerRow {
    /// Its id.
    pub id: ContainerId,
    /// Of which docflow.
    pub docflow_id: DocflowId,
    /// Came from outside.
    pub is_incoming: bool,
    /// Its transaction.
    pub transaction: String,
    /// `waiting`, `taken`, `refused`.
    pub state: String,
    /// Its bytes.
    pub content: ContentKey,
    /// When it was made or came.
    pub at: Moment,
}

/// Adds one; says whether it was not there yet.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, row: &ContainerRow) -> Result<bool, Fault> {
    let binds = binds![
        scope.organization_id(),
        row.id,
        row.docflow_id,
        if row.is_incoming { "incoming" } else { "outgoing" },
        row.transaction.as_str(),
        row.state.as_str(),
        row.content.hash,
        row.content.size_bytes,
        row.at
    ];
    Ok(tx.execute(&ADD, binds).await? == 1)
}

/// Writes what the gateway said.
pub async fn finish(tx: &mut Tx<'_>, scope: &OrgScope, id: ContainerId, state: &str) -> Result<(), Fault> {
    tx.execute(&FINISH, binds![scope.organization_id(), id, state]).await?;
    Ok(())
}

/// One.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, id: ContainerId) -> Result<Option<ContainerRow>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?;
    row.map(|row| read(&row)).transpose()
}

fn read(row: &Row) -> Result<ContainerRow, Fault> {
    Ok(ContainerRow {
        id: row.parsed(0, Row::bytes, |id| ContainerId::from_bytes(&id))?,
        docflow_id: row.parsed(1, Row::bytes, |id| DocflowId::from_bytes(&id))?,
        is_incoming: row.text_ref(2)? == "incoming",
        transaction: row.text(3)?,
        state: row.text(4)?,
        content: key(row, 5)?,
        at: Moment::from_micros(row.i64(7)?),
    })
}
