//! Directories: whose docflow, whose subscriber; and how far each gateway was read.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, OrganizationId};

use crate::model::ids::{DocflowId, PayerId};

pub(super) const ADD: Sql = Sql::directory(
    "reporting.add_docflow_place",
    "INSERT INTO reporting_docflow_place (docflow_id, organization_id) VALUES ($1, $2)
     ON CONFLICT (docflow_id) DO NOTHING",
);
pub(super) const FIND: Sql = Sql::directory(
    "reporting.find_docflow_place",
    "SELECT organization_id FROM reporting_docflow_place WHERE docflow_id = $1",
);
pub(super) const SET_SUBSCRIBER: Sql = Sql::directory(
    "reporting.set_subscriber",
    "INSERT INTO reporting_subscriber (subscriber_id, organization_id, payer_id) VALUES ($1, $2, $3)
     ON CONFLICT (subscriber_id) DO NOTHING",
);
pub(super) const FIND_SUBSCRIBER: Sql = Sql::directory(
    "reporting.find_subscriber",
    "SELECT organization_id, payer_id FROM reporting_subscriber WHERE subscriber_id = $1",
);
pub(super) const CURSOR: Sql =
    Sql::global("reporting.find_gateway_cursor", "SELECT cursor_text FROM reporting_gateway WHERE gateway = $1");
pub(super) const SET_CURSOR: Sql = Sql::global(
    "reporting.set_gateway_cursor",
    "INSERT INTO reporting_gateway (gateway, cursor_text, read_at) VALUES ($1, $2, $3)
     ON CONFLICT (gateway) DO UPDATE SET cursor_text = $2, read_at = $3",
);

/// Remembers whose docflow it is.
pub async fn add(tx: &mut Tx<'_>, id: DocflowId, organization_id: OrganizationId) -> Result<(), Fault> {
    tx.execute(&ADD, binds![id, organization_id]).await?;
    Ok(())
}

/// Whose docflow it is.
pub async fn find(reader: &mut impl Fetch, id: DocflowId) -> Result<Option<OrganizationId>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![id]).await?;
    row.map(|row| row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))).transpose()
}

/// Remembers whose subscriber it is.
pub async fn set_subscriber(
    tx: &mut Tx<'_>,
    subscriber_id: &str,
    (organization_id, payer_id): (OrganizationId, PayerId),
) -> Result<(), Fault> {
    tx.execute(&SET_SUBSCRIBER, binds![subscriber_id, organization_id, payer_id]).await?;
    Ok(())
}

/// Whose subscriber it is.
pub async fn find_subscriber(
    reader: &mut impl Fetch,
    subscriber_id: &str,
) -> Result<Option<(OrganizationId, PayerId)>, Fault> {
    let row = reader.fetch_optional(&FIND_SUBSCRIBER, binds![subscriber_id]).await?;
    let place = |row: Row| {
        let organization_id = row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))?;
        Ok((organization_id, row.parsed(1, Row::bytes, |id| PayerId::from_bytes(&id))?))
    };
    row.map(place).transpose()
}

/// How far a gateway was read; empty at first.
pub async fn cursor(reader: &mut impl Fetch, gateway: &str) -> Result<String, Fault> {
    let row = reader.fetch_optional(&CURSOR, binds![gateway]).await?;
    row.map_or_else(|| Ok(String::new()), |row| row.text(0))
}

/// Remembers how far a gateway was read.
pub async fn set_cursor(tx: &mut Tx<'_>, gateway: &str, (cursor, at): (&str, Moment)) -> Result<(), Fault> {
    tx.execute(&SET_CURSOR, binds![gateway, cursor, at]).await?;
    Ok(())
}
