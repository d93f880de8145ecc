//! The feed of an organization.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::Moment;

use super::{from_json, json};
use crate::model::event::{Event, EventFacts};
use crate::model::ids::DocflowId;

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_event",
    "INSERT INTO reporting_event (organization_id, seq, at, docflow_id, transaction_code, payload)
     VALUES ($1, $2, $3, $4, $5, $6)",
);
pub(super) const LIST: Sql = Sql::org(
    "reporting.list_events",
    "SELECT seq, at, docflow_id, payload FROM reporting_event WHERE organization_id = $1 AND seq > $2
     ORDER BY seq LIMIT $3",
);

/// Adds one.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, event: &Event) -> Result<(), Fault> {
    let payload = json(&event.facts)?;
    let kind = event.facts.document.as_str();
    tx.execute(&ADD, binds![scope.organization_id(), event.seq, event.at, event.docflow_id, kind, payload]).await?;
    tx.tell(scope.organization_id());
    Ok(())
}

/// Those after a number, in order.
pub async fn list(reader: &mut impl Fetch, scope: &OrgScope, after: i64, limit: i64) -> Result<Vec<Event>, Fault> {
    let rows = reader.fetch_all(&LIST, binds![scope.organization_id(), after, limit]).await?;
    let event = |row: &Row| {
        Ok(Event {
            seq: row.i64(0)?,
            at: Moment::from_micros(row.i64(1)?),
            docflow_id: row.parsed(2, Row::bytes, |id| DocflowId::from_bytes(&id))?,
            facts: from_json::<EventFacts>(row, 3)?,
        })
    };
    rows.iter().map(event).collect()
}
