//! Details of signers.

use account::OrgScope;
use kernel::{BoxId, Moment};
use store::{Fault, Fetch, Sql, Tx, binds};

use crate::model::signer_details::SignerKey;

pub(super) const FIND: Sql = Sql::org(
    "exchange.find_signer_details",
    "SELECT details FROM exchange_signer_details
     WHERE organization_id = $1 AND box_id = $2 AND thumbprint = $3 AND title = $4",
);
pub(super) const COUNT: Sql = Sql::org(
    "exchange.count_signer_details",
    "SELECT count(*) FROM exchange_signer_details WHERE organization_id = $1 AND box_id = $2",
);
pub(super) const SET: Sql = Sql::org(
    "exchange.set_signer_details",
    "INSERT INTO exchange_signer_details (organization_id, box_id, thumbprint, title, details, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organization_id, box_id, thumbprint, title) DO UPDATE SET details = $5, changed_at = $6",
);

/// The record, if there is one.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    key: &SignerKey,
) -> Result<Option<String>, Fault> {
    let binds = binds![scope.organization_id(), box_id, key.thumbprint(), key.title()];
    reader.fetch_optional(&FIND, binds).await?.map(|row| row.text(0)).transpose()
}

/// Records of the box.
pub async fn count(reader: &mut impl Fetch, scope: &OrgScope, box_id: BoxId) -> Result<i64, Fault> {
    reader.fetch_one(&COUNT, binds![scope.organization_id(), box_id]).await?.i64(0)
}

/// Writes the record in place of the one before.
pub async fn set(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    box_id: BoxId,
    (key, details): (&SignerKey, &str),
    at: Moment,
) -> Result<(), Fault> {
    let binds = binds![scope.organization_id(), box_id, key.thumbprint(), key.title(), details, at];
    tx.execute(&SET, binds).await?;
    Ok(())
}
